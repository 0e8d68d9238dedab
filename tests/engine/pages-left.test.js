import assert from "node:assert/strict";
import { test } from "node:test";
import { compile, nextQuestion, pagesLeft, stopReason, withAnswer } from "../../quiz/engine/index.js";
import { infer } from "../../quiz/engine/beliefs.js";
import { possibleAnswers } from "../../quiz/engine/answers.js";
import { oneOf, random, randomAnswers, randomModel } from "./random_models.mjs";
import { answered, breadWith } from "./bread.mjs";

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
      const possible = possibleAnswers(compiled, infer(compiled, answers), compiled.questions.get(next.question));
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

test("to estimate the pages left changes no belief, though it works with rough ones", () => {
  const draw = random(13);
  for (let at = 0; at < 40; at += 1) {
    const compiled = compile(randomModel(draw, { causes: 20, questions: 25, links: 6, any: 0.5, gates: 0.1 }));
    let answers = [];
    for (const answer of randomAnswers(draw, compiled.model, 0.7)) answers = withAnswer(compiled, answers, answer);
    const fresh = compile(compiled.model);
    pagesLeft(compiled, answers);
    assert.deepEqual([...infer(compiled, answers).logOdds], [...infer(fresh, answers).logOdds]);
  }
});
