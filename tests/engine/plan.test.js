import assert from "node:assert/strict";
import { test } from "node:test";
import { compile, diagnose, planActions } from "../../quiz/engine/index.js";
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

test("no action stands twice, each has a cause, and each step is the best of those left", () => {
  const draw = random(8);
  for (let at = 0; at < 50; at += 1) {
    const model = randomModel(draw, { causes: 15, questions: 8, any: 0.3, gates: 0.3 });
    const plan = planOf(model, randomAnswers(draw, model));
    assert.equal(new Set(plan.map(({ action }) => action)).size, plan.length);
    const effort = Object.fromEntries(model.actions.map((action) => [action.id, action.effort + 10]));
    plan.forEach(({ action, help, causes }, step) => {
      assert.ok(help >= 0.02 && help < 1 && causes.length > 0);
      if (step > 0) assert.ok(help / effort[action] <= plan[step - 1].help / effort[plan[step - 1].action] + 1e-12);
    });
  }
});
