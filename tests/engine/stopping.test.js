import assert from "node:assert/strict";
import { test } from "node:test";
import { compile, nextQuestion, pagesLeft, planActions, diagnose, stopReason, withAnswer } from "../../quiz/engine/index.js";
import { infer } from "../../quiz/engine/beliefs.js";
import { possibleAnswers } from "../../quiz/engine/answers.js";
import { randomModel, oneOf, random } from "./random_models.mjs";
import { answered, bread, breadWith } from "./bread.mjs";

const reason = (model, ...answers) => {
  const compiled = compile(model);
  return stopReason(compiled, answers, nextQuestion(compiled, answers));
};

test("at the start there is no reason to stop", () => {
  assert.equal(reason(bread), null);
});

test("an opening question is asked however little it tells", () => {
  assert.equal(reason(breadWith((model) => ((model.opening = ["shape", "saw"]), (model.stopping.gainBits = 9))), answered("shape", "flat")), null);
});

test("it stops after the most pages", () => {
  assert.equal(reason(breadWith((model) => (model.stopping.pages = 1)), answered("shape", "flat")), "enough_pages");
});

test("it stops when the best question tells less than is worth a page", () => {
  assert.equal(reason(breadWith((model) => (model.stopping.gainBits = 9)), answered("shape", "flat")), "little_to_learn");
});

test("it stops when no question is left", () => {
  assert.equal(reason(breadWith((model) => model.questions.splice(1)), answered("shape", "flat")), "no_questions");
});

test("it stops when no answer to the best questions would bring another action among the first three", () => {
  // With three actions that are all in the plan, no answer can change which are the first three.
  const model = breadWith((copy) => {
    copy.actions.splice(1, 1);
    copy.causes.forEach((cause) => (cause.prior = 0.3));
  });
  const answers = [answered("shape", "flat"), answered("water", "boiling")];
  const plan = planActions(compile(model), diagnose(compile(model), answers));
  assert.equal(plan.length, 3);
  assert.equal(reason(model, ...answers), "plan_settled");
});

test("a plan that rests on the priors alone is not settled", () => {
  const one = breadWith((model) => model.actions.splice(1));
  assert.equal(reason(one, answered("shape", null)), null);
});

test("pages left, where given, is near what follows", () => {
  const draw = random(11);
  const errors = [];
  for (let at = 0; at < 25; at += 1) {
    const compiled = compile(randomModel(draw, { causes: 20, questions: 25, links: 5, any: 0.2, gates: 0.2 }));
    const estimates = [];
    let answers = Object.freeze([]);
    for (;;) {
      const next = nextQuestion(compiled, answers);
      if (next === null || stopReason(compiled, answers, next) !== null) break;
      estimates.push(pagesLeft(compiled, answers));
      const possible = possibleAnswers(compiled, infer(compiled, answers), compiled.questions.get(next.question), null);
      answers = withAnswer(compiled, answers, { question: next.question, chosen: oneOf(draw, possible).chosen });
    }
    estimates.forEach((estimate, page) => estimate !== null && errors.push(Math.abs(estimate - (estimates.length - page))));
  }
  assert.ok(errors.length > 20, `${errors.length} estimates`);
  assert.ok(errors.reduce((sum, each) => sum + each, 0) / errors.length <= 2.5, `mean error ${errors.reduce((sum, each) => sum + each, 0) / errors.length}`);
});

test("pages left is not given once enough was asked", () => {
  assert.equal(pagesLeft(compile(breadWith((model) => (model.stopping.pages = 1))), [answered("shape", "flat")]), null);
});
