import assert from "node:assert/strict";
import { test } from "node:test";
import { cannotTell, compile, diagnose, namedCauses } from "../../quiz/engine/index.js";
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
