import assert from "node:assert/strict";
import { test } from "node:test";
import { compile, nextPage, nextQuestion, stopReason, withAnswer } from "../../quiz/engine/index.js";
import { answered, bread, breadWith } from "./bread.mjs";

const reason = (model, ...answers) => {
  const compiled = compile(model);
  return stopReason(compiled, answers, nextQuestion(compiled, answers));
};

test("at the start there is no reason to stop", () => {
  assert.equal(reason(bread), null);
});

test("an opening question is asked however little it tells", () => {
  assert.equal(reason(breadWith((model) => ((model.opening = ["shape", "saw"]), (Object.assign(model.stopping, { pages: 15, gain: 9, change: 1 })))), answered("shape", "flat")), null);
});

test("it stops after the most pages", () => {
  assert.equal(reason(breadWith((model) => (model.stopping.pages = 1)), answered("shape", "flat")), "enough_pages");
});

test("it stops when the best question tells less than is worth a page", () => {
  assert.equal(reason(breadWith((model) => (Object.assign(model.stopping, { pages: 15, gain: 9, change: 1 }))), answered("shape", "flat")), "little_to_learn");
});

test("it does not stop before the fewest pages while a question is left", () => {
  const reasonAt = (least) => reason(breadWith((model) => (Object.assign(model.stopping, { least, gain: 9, change: 1 }))), answered("shape", "flat"));
  assert.equal(reasonAt(1), "little_to_learn");
  assert.equal(reasonAt(2), null);
});

test("it stops when no question is left", () => {
  assert.equal(reason(breadWith((model) => model.questions.splice(1)), answered("shape", "flat")), "no_questions");
});

test("it stops when no question is likely to change the first three causes, and not before", () => {
  const reasonAt = (change) => reason(breadWith((model) => (Object.assign(model.stopping, { pages: 15, gain: 1e-6, change }))), answered("shape", "flat"), answered("water", "cold"));
  assert.equal(reasonAt(0.99), "settled");
  assert.equal(reasonAt(0.01), null);
});

test("while an answer could well put another cause first its question is asked, however little it tells", () => {
  const next = (change) => {
    const compiled = compile(breadWith((model) => (Object.assign(model.stopping, { pages: 15, gain: 9, change }))));
    const answers = [answered("shape", "flat")];
    const question = nextQuestion(compiled, answers);
    return [question.isDecisive, stopReason(compiled, answers, question)];
  };
  assert.deepEqual(next(0.02), [true, null]);
  assert.deepEqual(next(1), [false, "little_to_learn"]);
});

test("it stops where one cause is nearly certain and none is level with it, but not during the opening or before the fewest pages", () => {
  const boiling = [answered("shape", "flat"), answered("water", "boiling")];
  const reasonWith = (change) => reason(breadWith((model) => {
    Object.assign(model.stopping, { gain: 1e-6, change: 1, clear: 0.9 });
    model.questions[1].signs = { "dead-yeast": [0.0005, 0.0005, 0.999] };
    change(model);
  }), ...boiling);
  assert.equal(reasonWith(() => {}), "clear");
  assert.notEqual(reasonWith((model) => (model.stopping.clear = 0.9999)), "clear");
  assert.equal(reasonWith((model) => (model.stopping.least = 3)), null);
  assert.equal(reasonWith((model) => (model.opening = ["shape", "saw"])), null);
  assert.notEqual(reasonWith((model) => (model.questions[1].signs["weak-flour"] = [0.0005, 0.0005, 0.999])), "clear");
});

test("what a page has to tell is relative to what there is to learn", () => {
  // A hundred causes that no question is about make the rest of them a smaller part of what there is to learn.
  const wider = breadWith((model) => {
    model.causes.push(...Array.from({ length: 100 }, (_, at) => ({ ...model.causes[0], id: `x${at}` })));
    Object.assign(model.stopping, { pages: 15, gain: 0.05, change: 1 });
  });
  const narrow = breadWith((model) => (Object.assign(model.stopping, { pages: 15, gain: 0.05, change: 1 })));
  assert.equal(reason(narrow, answered("shape", null)), null);
  assert.equal(reason(wider, answered("shape", null)), "little_to_learn");
});

test("what rests on the priors alone is not settled", () => {
  const one = breadWith((model) => model.actions.splice(1));
  assert.equal(reason(one, answered("shape", null)), null);
});

test("every figure of `stopping` decides where a debrief stops", () => {
  // For each figure two values, what lets it decide, and what is told.
  const trials = {
    pages: [1, 2, {}],
    least: [1, 3, { gain: 9, change: 1 }],
    gain: [1e-6, 9, { change: 1 }],
    change: [0.01, 1, { gain: 9 }],
    clear: [0.5, 1, { gain: 1e-9, change: 0 }, { water: "boiling" }],
  };
  assert.deepEqual(Object.keys(trials), Object.keys(bread.stopping));
  for (const [figure, [low, high, rest, told]] of Object.entries(trials)) {
    const [pagesAtLow, pagesAtHigh] = [low, high].map((value) => questionsAsked({ ...rest, [figure]: value }, told));
    assert.notEqual(pagesAtLow, pagesAtHigh, figure);
  }
});

/** Returns how many questions somebody who is sure of what they tell alone is asked until the first page of another kind. */
function questionsAsked(stopping, told = {}) {
  const compiled = compile(breadWith((model) => Object.assign(model.stopping, stopping)));
  let answers = Object.freeze([]);
  for (let page = nextPage(compiled, answers); page?.kind === "question"; page = nextPage(compiled, answers)) {
    answers = withAnswer(compiled, answers, answered(page.question, told[page.question] ?? null));
  }
  return answers.length;
}
