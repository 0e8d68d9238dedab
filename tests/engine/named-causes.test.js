import assert from "node:assert/strict";
import { test } from "node:test";
import { cannotTell, compile, diagnose, namedCauses, restsOnLittle, weakerCauses } from "../../quiz/engine/index.js";
import { isPointedTo } from "../../quiz/engine/named-causes.js";
import { answered, bread, breadWith } from "./bread.mjs";

const compiled = compile(bread);
const boiling = [answered("water", "boiling")];
const isUntold = (model, answers) => cannotTell(compile(model), diagnose(compile(model), answers));

test("a cause that is common but that no answer points to is not among what the answers point to", () => {
  const model = compile(breadWith((copy) => (copy.causes[1].prior = 0.6)));
  const pointedTo = diagnose(model, [answered("saw", "collapsed")]).causes.filter(isPointedTo);
  assert.deepEqual(pointedTo.map(({ id }) => id), ["proved-too-long"]);
});

test("it cannot tell without evidence, nor where no cause rises above the weakest two bands", () => {
  assert.equal(cannotTell(compiled, diagnose(compiled, [])), true);
  assert.equal(cannotTell(compiled, diagnose(compiled, [answered("shape", null)])), true);
  assert.equal(cannotTell(compiled, diagnose(compiled, [answered("water", "cold")])), true);
  assert.equal(cannotTell(compiled, diagnose(compiled, [answered("water", "boiling")])), false);
});

test("a prior that is high by itself is no finding", () => {
  const model = breadWith((copy) => (copy.causes[0].prior = 0.6));
  assert.equal(isUntold(model, []), true);
});

test("it cannot tell from one mere hint", () => {
  const withSign = (share) => breadWith((copy) => {
    copy.causes[0].prior = 0.4;
    copy.questions[1].signs = { "dead-yeast": [0.5, 0.5 - share, share] };
  });
  assert.equal(isUntold(withSign(0.12), boiling), true);
  assert.deepEqual(namedCauses(compile(withSign(0.12)), diagnose(compile(withSign(0.12)), boiling)), []);
  assert.equal(isUntold(withSign(0.2), boiling), false);
});

test("how far it went names no cause, nor does what only leads to other questions", () => {
  assert.equal(isUntold(breadWith((copy) => (copy.howFar = { water: { boiling: "baking" } })), boiling), true);
  const routing = breadWith((copy) => {
    copy.questions[1].role = "routing";
    copy.roleShares = { ...copy.roleShares, routing: 1 };
  });
  assert.equal(isUntold(routing, boiling), true);
});

test("a cause rests on little with one light sign, and on more with a strong one or with two that tell something by themselves", () => {
  const isLittle = (boilingShare, burntShare, answers) => {
    const model = compile(breadWith((copy) => {
      copy.questions[1].signs = { "dead-yeast": [0.1, 0.9 - boilingShare, boilingShare] };
      copy.questions[3].signs = { "dead-yeast": [burntShare, 1 - burntShare] };
      copy.questions[3].base = [0.2, 0.8];
    }));
    return restsOnLittle(model, diagnose(model, answers).causes.find(({ id }) => id === "dead-yeast"));
  };
  const both = [...boiling, answered("how-hot", "burnt")];
  assert.equal(isLittle(0.2, 0.2, boiling), true);
  assert.equal(isLittle(0.8, 0.2, boiling), false);
  assert.equal(isLittle(0.2, 0.2, both), true);
  assert.equal(isLittle(0.2, 0.9, both), false);
});

test("a scene that was chosen is nothing that the reader told", () => {
  const model = compile(breadWith((copy) => (copy.questions[1].role = "scenes")));
  const [cause] = diagnose(compiled, boiling).causes;
  assert.equal(restsOnLittle(compiled, cause), false);
  assert.equal(restsOnLittle(model, cause), true);
});

test("beside a cause that rests on more than little, one that rests on little is not named but told below", () => {
  const namedAndBelow = (boilingShare) => {
    const model = compile(breadWith((copy) => {
      copy.causes[0].prior = 0.5;
      copy.causes[1].prior = 0.5;
      copy.questions[1].signs = { "dead-yeast": [0.01, 0.99 - boilingShare, boilingShare] };
      copy.questions[3].base = [0.2, 0.8];
      copy.questions[3].signs = { "weak-flour": [0.75, 0.25] };
    }));
    const diagnosis = diagnose(model, [...boiling, answered("how-hot", "burnt")]);
    return [namedCauses(model, diagnosis), weakerCauses(model, diagnosis)].map((causes) => causes.map(({ id }) => id));
  };
  assert.deepEqual(namedAndBelow(0.9), [["dead-yeast"], ["weak-flour"]]);
  assert.deepEqual(namedAndBelow(0.24), [["dead-yeast", "weak-flour"], []]);
});

test("a cause whose odds are less than a tenth of the first one's is told below", () => {
  const namedAndBelow = (burntShare) => {
    const model = compile(breadWith((copy) => {
      copy.causes[0].prior = 0.5;
      copy.causes[1].prior = 0.5;
      copy.questions[1].signs = { "dead-yeast": [0.005, 0.005, 0.99] };
      copy.questions[1].base = [0.498, 0.498, 0.004];
      copy.questions[3].signs = { "weak-flour": [burntShare, 1 - burntShare] };
      copy.questions[3].base = [0.02, 0.98];
    }));
    const diagnosis = diagnose(model, [...boiling, answered("how-hot", "burnt")]);
    return [namedCauses(model, diagnosis), weakerCauses(model, diagnosis)].map((causes) => causes.map(({ id }) => id));
  };
  assert.deepEqual(namedAndBelow(0.9), [["dead-yeast", "weak-flour"], []]);
  assert.deepEqual(namedAndBelow(0.3), [["dead-yeast"], ["weak-flour"]]);
});

test("a cause that a scene alone speaks for is named only where no fact tells of another", () => {
  const model = compile(breadWith((copy) => {
    const answers = copy.causes.map(({ id }) => ({ id, text: id, base: 0.012, signs: { [id]: 0.3 }, gate: {}, synonym: null, standsFor: [] }));
    copy.questions.push({ ...copy.questions[2], id: "_scenes", role: "scenes", family: null, gate: {}, follows: {}, groups: {}, kind: "pick-any", told: null, answers });
  }));
  const namedAfter = (...answers) => namedCauses(model, diagnose(model, answers)).map(({ id }) => id);
  assert.deepEqual(namedAfter(answered("_scenes", "proved-too-long")), ["proved-too-long"]);
  const facts = [answered("water", "boiling"), answered("how-hot", "burnt")];
  assert.ok(!namedAfter(...facts, answered("_scenes", "proved-too-long")).includes("proved-too-long"));
  assert.equal(namedAfter(answered("saw", "collapsed"), answered("_scenes", "proved-too-long"))[0], "proved-too-long");
});
