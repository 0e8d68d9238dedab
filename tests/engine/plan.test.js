import assert from "node:assert/strict";
import { test } from "node:test";
import { actionsInAnyCase, compile, diagnose, planActions } from "../../quiz/engine/index.js";
import { randomAnswers, randomModel, random } from "./random_models.mjs";
import { answered, bread, breadWith } from "./bread.mjs";

const planOf = (model, answers = [], limits = {}) => planActions(compile(model), diagnose(compile(model), answers), limits);
const boiling = [answered("water", "boiling"), answered("shape", "flat")];

test("an action's help is the chance that it takes care of a cause that is still open", () => {
  const [{ belief }] = diagnose(compile(bread), boiling).causes;
  const [first] = planOf(bread, boiling);
  assert.equal(first.action, "test-yeast");
  assert.ok(Math.abs(first.help - belief * 0.6) < 1e-12);
  assert.deepEqual(first.causes, ["dead-yeast"]);
});

test("a second remedy for the same cause counts only for what the first leaves open", () => {
  const [{ belief }] = diagnose(compile(bread), boiling).causes;
  const second = planOf(bread, boiling).find(({ action }) => action === "buy-fresh");
  assert.ok(Math.abs(second.help - belief * 0.4 * 0.3) < 1e-12);
});

test("of two actions that help alike the easier one comes first", () => {
  const model = breadWith((copy) => (copy.causes[0].actions = { "buy-fresh": 0.6, "test-yeast": 0.6 }));
  assert.equal(planOf(model, boiling)[0].action, "test-yeast");
});

test("the plan fits the time there is, all steps together", () => {
  const minutes = Object.fromEntries(bread.actions.map((action) => [action.id, action.minutes]));
  for (const limit of [0, 2, 12, 40, 1000]) {
    const plan = planOf(bread, boiling, { minutes: limit });
    assert.ok(plan.reduce((sum, { action }) => sum + minutes[action], 0) <= limit);
  }
  assert.deepEqual(planOf(bread, boiling, { minutes: 0 }), []);
  assert.deepEqual(planOf(bread, boiling, { minutes: 1000 }), planOf(bread, boiling));
});

test("no action stands twice, each has a cause, and none of a minor cause comes before one of the leading", () => {
  const draw = random(8);
  for (let at = 0; at < 50; at += 1) {
    const model = randomModel(draw, { causes: 15, questions: 8, any: 0.3, gates: 0.3 });
    const answers = randomAnswers(draw, model);
    const plan = planOf(model, answers);
    assert.equal(new Set(plan.map(({ action }) => action)).size, plan.length);
    const [leader] = diagnose(compile(model), answers).causes;
    const { actions } = model.causes.find(({ id }) => id === leader.id);
    const isForLeader = plan.map(({ action }) => Object.hasOwn(actions, action));
    plan.forEach(({ help, causes }) => assert.ok(help >= 0.02 && help < 1 && causes.length > 0));
    if (isForLeader.includes(true)) assert.equal(actions[plan[0].action], Math.max(...plan.map(({ action }) => actions[action] ?? 0)));
  }
});

test("the strongest step against the leading cause comes first, and then its others", () => {
  const model = breadWith((copy) => {
    copy.causes[0].actions = { "test-yeast": 0.3, "buy-fresh": 0.6 };
    copy.causes[2].prior = 0.5;
  });
  const plan = planActions(compile(model), { causes: [{ id: "dead-yeast", belief: 0.8 }, { id: "proved-too-long", belief: 0.5 }] });
  assert.deepEqual(plan.map(({ action }) => action), ["buy-fresh", "test-yeast", "mark-bowl"]);
});

test("the main steps are the strongest against the leading cause, those that suit nearly all, and those made for what was told", () => {
  const model = breadWith((copy) => {
    copy.causes[0].actions = { "test-yeast": 0.6, "buy-fresh": 0.3, "mark-bowl": 0.3 };
    copy.actions.find(({ id }) => id === "mark-bowl").onlyIf = { water: ["boiling"] };
  });
  const causes = [{ id: "dead-yeast", belief: 0.8 }, { id: "weak-flour", belief: 0.7 }];
  const plan = planActions(compile(model), { causes }, { answers: boiling });
  assert.deepEqual(plan.map(({ action, isMain }) => [action, isMain]), [["test-yeast", true], ["mark-bowl", true], ["buy-fresh", false], ["other-flour", false]]);
});

test("what was made for something that was told comes before steps for everybody, and is not left out for them", () => {
  const model = (gate) => breadWith((copy) => {
    copy.causes[0].actions = { "test-yeast": 0.6, "buy-fresh": 0.6, "mark-bowl": 0.6, "other-flour": 0.3 };
    Object.assign(copy.actions.find(({ id }) => id === "other-flour"), gate);
  });
  const planFor = (gate) => planActions(compile(model(gate)), { causes: [{ id: "dead-yeast", belief: 0.8 }] }, { answers: boiling }).map(({ action }) => action);
  assert.equal(planFor({ onlyIf: { water: ["boiling"] } }).indexOf("other-flour"), 1);
  assert.ok(!planFor({}).includes("other-flour"));
});

test("of several steps with a time limit that were made for something that was told, none is left out for another", () => {
  const model = breadWith((copy) => {
    copy.causes[0].actions = { "test-yeast": 0.95, "buy-fresh": 0.95, "other-flour": 0.3 };
    for (const id of ["test-yeast", "buy-fresh", "other-flour"]) {
      Object.assign(copy.actions.find((action) => action.id === id), { timeLimit: true, onlyIf: { water: ["boiling"] } });
    }
  });
  const plan = planActions(compile(model), { causes: [{ id: "dead-yeast", belief: 0.8 }] }, { answers: boiling });
  assert.deepEqual(plan.map(({ action }) => action).sort(), ["buy-fresh", "other-flour", "test-yeast"]);
});

test("of equally strong steps the one that was made for something that was told leads", () => {
  const model = breadWith((copy) => {
    copy.causes[0].actions = { "test-yeast": 0.6, "other-flour": 0.6 };
    copy.actions.find(({ id }) => id === "other-flour").onlyIf = { water: ["boiling"] };
  });
  assert.equal(planActions(compile(model), { causes: [{ id: "dead-yeast", belief: 0.8 }] }, { answers: boiling })[0].action, "other-flour");
});

test("where no step suits nearly all, the strongest is the only main one", () => {
  const model = breadWith((copy) => (copy.causes[0].actions = { "test-yeast": 0.3, "buy-fresh": 0.1 }));
  const plan = planActions(compile(model), { causes: [{ id: "dead-yeast", belief: 0.8 }] });
  assert.deepEqual(plan.map(({ action, isMain }) => [action, isMain]), [["test-yeast", true], ["buy-fresh", false]]);
});

test("what has a time limit comes first against the leading cause, and after its strongest step against one beside it", () => {
  const model = breadWith((copy) => (copy.actions[2].timeLimit = true));
  const first = (causes) => planActions(compile(model), { causes }).map(({ action, isMain }) => [action, isMain]);
  const [yeast, flour] = [{ id: "dead-yeast", belief: 0.8 }, { id: "weak-flour", belief: 0.3 }];
  assert.deepEqual(first([{ ...flour, belief: 0.9 }, yeast])[0], ["other-flour", true]);
  assert.deepEqual(first([yeast, flour]).slice(0, 2).map(([action]) => action), ["test-yeast", "other-flour"]);
  assert.ok(first([yeast, flour])[1][1], "it is a main step all the same");
  assert.ok(first([yeast]).every(([action]) => action !== "other-flour"));
});

test("a time limit matters only where the step is among what helps most", () => {
  const model = breadWith((copy) => {
    copy.actions[1].timeLimit = true;
    copy.causes[0].actions = { "test-yeast": 0.6, "buy-fresh": 0.1 };
  });
  assert.equal(planActions(compile(model), { causes: [{ id: "dead-yeast", belief: 0.8 }] })[0].action, "test-yeast");
});

test("what has a time limit and was made for what was told comes first, even where another step suits more people", () => {
  const model = (gate) => breadWith((copy) => {
    Object.assign(copy.actions[1], { timeLimit: true, ...gate });
    copy.causes[0].actions = { "test-yeast": 0.6, "buy-fresh": 0.3 };
  });
  const first = (gate) => planActions(compile(model(gate)), { causes: [{ id: "dead-yeast", belief: 0.8 }] }, { answers: boiling })[0].action;
  assert.equal(first({ onlyIf: { water: ["boiling"] } }), "buy-fresh");
  assert.equal(first({}), "test-yeast");
});

test("a time limit puts no step first that hardly helps with the leading cause, whatever it does about another", () => {
  const model = breadWith((copy) => {
    copy.actions[2].timeLimit = true;
    copy.causes[0].actions = { "test-yeast": 0.3, "other-flour": 0.1 };
  });
  const plan = planActions(compile(model), { causes: [{ id: "dead-yeast", belief: 0.8 }, { id: "weak-flour", belief: 0.7 }] });
  assert.deepEqual(plan.map(({ action }) => action), ["test-yeast", "other-flour"]);
});

test("of what has a time limit the strongest comes first, and of equally strong actions the sooner", () => {
  const model = (helps) => breadWith((copy) => {
    Object.assign(copy, { when: { now: "Now", later: "Later" } });
    copy.actions.slice(0, 2).forEach((action) => Object.assign(action, { timeLimit: true, when: "later", onlyIf: { water: ["boiling"] } }));
    copy.actions[1].when = "now";
    copy.causes[0].actions = helps;
  });
  const order = (helps) => planActions(compile(model(helps)), { causes: [{ id: "dead-yeast", belief: 0.8 }] }, { answers: boiling }).map(({ action }) => action);
  assert.deepEqual(order({ "test-yeast": 0.3, "buy-fresh": 0.3 }), ["buy-fresh", "test-yeast"]);
  assert.deepEqual(order({ "test-yeast": 0.6, "buy-fresh": 0.3 }), ["test-yeast", "buy-fresh"]);
});

test("what is to be taken at the earliest time is a main action, unless it hardly helps", () => {
  const model = (help) => breadWith((copy) => {
    copy.when = { now: "Now", later: "Later" };
    copy.actions[0].when = "later";
    copy.causes[0].actions = { "test-yeast": 0.6, "buy-fresh": help };
  });
  const main = (help) => planActions(compile(model(help)), { causes: [{ id: "dead-yeast", belief: 0.95 }] }).map(({ action, isMain }) => [action, isMain]);
  assert.deepEqual(main(0.3), [["test-yeast", true], ["buy-fresh", true]]);
  assert.deepEqual(main(0.15), [["test-yeast", true], ["buy-fresh", false]]);
});

test("of two actions that help the leading cause most, the sooner comes first", () => {
  const model = breadWith((copy) => {
    copy.when = { now: "Now", later: "Later" };
    copy.actions[0].when = "later";
    copy.causes[0].actions = { "test-yeast": 0.6, "buy-fresh": 0.6 };
  });
  assert.equal(planActions(compile(model), { causes: [{ id: "dead-yeast", belief: 0.8 }] })[0].action, "buy-fresh");
});

test("an action that needs an answer comes only after it, and one that an answer rules out does not", () => {
  const needing = breadWith((copy) => (copy.actions[0].onlyIf = { water: ["boiling"] }));
  const has = (model, answers) => planActions(compile(model), { causes: [{ id: "dead-yeast", belief: 0.8 }] }, { answers })
    .some(({ action }) => action === "test-yeast");
  assert.deepEqual([boiling, [], [answered("water", null)], [answered("water", "cold")]].map((answers) => has(needing, answers)), [true, false, false, false]);
  const excluded = breadWith((copy) => (copy.actions[0].notIf = { water: ["boiling"] }));
  assert.deepEqual([boiling, [], [answered("water", null)], [answered("water", "cold")]].map((answers) => has(excluded, answers)), [false, true, true, true]);
});

test("an answer that says the same opens an action or shuts it off, on whatever page it was told", () => {
  const model = (gate) => breadWith((copy) => {
    copy.questions[2].answers[0].synonym = "sank";
    copy.questions.push({ ...copy.questions[2], id: "heard", answers: [{ id: "it-sank", text: "it sank", base: 0.1, signs: {}, synonym: "sank" }] });
    Object.assign(copy.actions[0], gate);
  });
  const has = (gate, ...answers) => planActions(compile(model(gate)), { causes: [{ id: "dead-yeast", belief: 0.8 }] }, { answers })
    .some(({ action }) => action === "test-yeast");
  const [seen, heard] = [answered("saw", "collapsed"), answered("heard", "it-sank")];
  assert.deepEqual([[seen], [heard], [], [answered("heard")]].map((answers) => has({ onlyIf: { saw: ["collapsed"] } }, ...answers)), [true, true, false, false]);
  assert.deepEqual([[seen], [heard], []].map((answers) => has({ notIf: { saw: ["collapsed"] } }, ...answers)), [false, false, true]);
});

test("an action for certain causes looks at the cause that leads", () => {
  const leads = (change) => planActions(compile(breadWith((copy) => change(copy.actions[0]))), { causes: [{ id: "dead-yeast", belief: 0.8 }, { id: "weak-flour", belief: 0.3 }] })
    .some(({ action }) => action === "test-yeast");
  assert.equal(leads((action) => (action.onlyFor = ["dead-yeast", "weak-flour"])), true);
  assert.equal(leads((action) => (action.onlyFor = ["weak-flour"])), false);
  assert.equal(leads((action) => (action.notFor = ["dead-yeast"])), false);
  assert.equal(leads((action) => (action.notFor = ["weak-flour"])), true);
});

test("an action against certain causes looks at those in the band of the leading one as well", () => {
  const model = breadWith((copy) => (copy.actions[0].notFor = ["weak-flour"]));
  const has = (belief) => planActions(compile(model), { causes: [{ id: "dead-yeast", belief: 0.8 }, { id: "weak-flour", belief }] })
    .some(({ action }) => action === "test-yeast");
  assert.deepEqual([0.6, 0.3].map(has), [false, true]);
});

test("what was made for a fear is for nobody with a cause of their own among those that are likely", () => {
  const model = breadWith((copy) => {
    copy.questions[1].role = "fear";
    copy.actions[2].onlyIf = { water: ["boiling"] };
  });
  const has = (...causes) => planActions(compile(model), { causes: causes.map(([id, belief]) => ({ id, belief })) }, { answers: boiling })
    .some(({ action }) => action === "other-flour");
  assert.equal(has(["weak-flour", 0.8]), true);
  assert.equal(has(["weak-flour", 0.8], ["dead-yeast", 0.3]), true);
  assert.equal(has(["weak-flour", 0.8], ["dead-yeast", 0.6]), false);
});

test("what is worth doing in any case fits the answers too", () => {
  const model = breadWith((copy) => {
    copy.inAnyCase = ["mark-bowl", "test-yeast", "buy-fresh"];
    copy.actions[0].notIf = { water: ["boiling"] };
  });
  assert.deepEqual(actionsInAnyCase(compile(model), boiling), ["mark-bowl", "buy-fresh"]);
  assert.deepEqual(actionsInAnyCase(compile(model), []), ["mark-bowl", "test-yeast", "buy-fresh"]);
});

test("what makes no sense where the first cause rests on little is left out there", () => {
  const model = compile(breadWith((copy) => (copy.actions[0].onlyIfClear = true)));
  const first = (limits) => planActions(model, { causes: [{ id: "dead-yeast", belief: 0.8 }] }, limits)[0].action;
  assert.deepEqual([first({}), first({ isClear: true }), first({ isClear: false })], ["test-yeast", "test-yeast", "buy-fresh"]);
});
