import assert from "node:assert/strict";
import { test } from "node:test";
import { compile, eligibleQuestions, nextQuestion, stopReason, withAnswer } from "../../quiz/engine/index.js";
import { infer } from "../../quiz/engine/beliefs.js";
import { totalBits } from "../../quiz/engine/gain.js";
import { rankedQuestions } from "../../quiz/engine/questions.js";
import { randomAnswers, randomModel, random } from "./random_models.mjs";
import { answered, bread, breadWith } from "./bread.mjs";

const compiled = compile(bread);
const shape = answered("shape", "flat");

test("opening questions come first, in their order, whatever they tell", () => {
  const model = compile(breadWith((copy) => (copy.opening = ["saw", "shape"])));
  assert.equal(nextQuestion(model, []).question, "saw");
  assert.equal(nextQuestion(model, [answered("saw")]).question, "shape");
});

test("a question whose answer was told elsewhere in other words is expected to tell nothing", () => {
  const model = compile(breadWith(({ questions }) => {
    for (const [id, option] of [["water", "boiling"], ["saw", "collapsed"]]) {
      questions.find((entry) => entry.id === id).answers.find((answer) => answer.id === option).synonym = "same";
    }
  }));
  const gainAfter = (answer) => totalBits(model, infer(model, [answer]), model.questions.get("saw"));
  assert.equal(gainAfter(answered("water", "boiling")), 0);
  assert.ok(gainAfter(answered("water", "cold")) > 0);
});

test("an opening question whose gate is shut is passed over", () => {
  const model = compile(breadWith((copy) => (copy.opening = ["how-hot", "shape"])));
  assert.equal(nextQuestion(model, []).question, "shape");
});

test("a question waits for its gate's question, opens on a listed answer or 'not sure', and stays shut on others", () => {
  assert.ok(!eligibleQuestions(compiled, []).includes("how-hot"));
  assert.ok(eligibleQuestions(compiled, [answered("water", "boiling")]).includes("how-hot"));
  assert.ok(eligibleQuestions(compiled, [answered("water", null)]).includes("how-hot"));
  assert.ok(!eligibleQuestions(compiled, [answered("water", "cold")]).includes("how-hot"));
});

test("an answered question is not asked again, also after 'not sure'", () => {
  assert.ok(!eligibleQuestions(compiled, [answered("water", null)]).includes("water"));
});

test("what was told is asked about next, if its page may be asked", () => {
  const model = compile(breadWith((copy) => (copy.questions.find(({ id }) => id === "how-hot").follows = { saw: ["sticky"] })));
  const told = [answered("shape", "flat"), answered("saw", "sticky")];
  const next = nextQuestion(model, [...told, answered("water", "boiling")]);
  assert.deepEqual([next.question, next.isInAnyCase], ["how-hot", true]);
  assert.equal(stopReason(model, [...told, answered("water", "boiling")], next), null);
  assert.ok(!nextQuestion(model, told).isInAnyCase, "its gate is not open");
  assert.ok(!nextQuestion(model, [answered("shape", "flat"), answered("saw"), answered("water", "boiling")]).isInAnyCase);
});

test("after the opening comes the question that tells most", () => {
  const { question, gainBits, separates } = nextQuestion(compiled, [shape]);
  const ranked = rankedQuestions(compiled, [shape]);
  assert.equal(question, ranked[0].question);
  assert.ok(ranked.every((each) => each.gainBits <= gainBits));
  assert.deepEqual(separates, ["dead-yeast"]);
});

test("the gain of a question about one cause is the mutual information of its answer and whether it was that cause", () => {
  const { odds, oddsSum } = infer(compiled, [shape]);
  const share = odds[0] / oddsSum;
  const { base, signs } = bread.questions.find(({ id }) => id === "water");
  const bits = base.reduce((sum, without, at) => {
    const held = signs["dead-yeast"][at];
    const either = share * held + (1 - share) * without;
    return sum + share * held * Math.log2(held / either) + (1 - share) * without * Math.log2(without / either);
  }, 0);
  // "water" also opens "how-hot", which is worth less per page here, so the figure is its own.
  const own = compile(breadWith((copy) => copy.questions.splice(3, 1)));
  const { gainBits } = rankedQuestions(own, [shape]).find(({ question }) => question === "water");
  assert.ok(Math.abs(gainBits - bits) < 1e-12);
});

test("a question that costs twice as much gains half as much per page", () => {
  const gain = (model) => rankedQuestions(compile(model), [shape]).find(({ question }) => question === "saw").gainBits;
  assert.ok(Math.abs(gain(bread) / 2 - gain(breadWith((copy) => (copy.questions[2].cost = 2)))) < 1e-12);
});

test("a question that tells nothing itself is asked for what it opens, or for the causes that it can rule out", () => {
  const empty = (copy) => (copy.questions[1].signs = {});
  const opens = compile(breadWith(empty));
  assert.ok(nextQuestion(opens, [shape, answered("saw")]).gainBits > 0);
  assert.equal(nextQuestion(opens, [shape, answered("saw")]).question, "water");
  const rules = compile(breadWith((copy) => {
    empty(copy);
    copy.questions.splice(3, 1);
    copy.causes[0].gate = { water: ["boiling"] };
  }));
  assert.ok(rankedQuestions(rules, [shape]).find(({ question }) => question === "water").gainBits > 0.1);
});

test("with every question answered there is no next one", () => {
  let answers = [];
  for (let next = nextQuestion(compiled, answers); next; next = nextQuestion(compiled, answers)) {
    const { kind } = bread.questions.find(({ id }) => id === next.question);
    answers = withAnswer(compiled, answers, answered(next.question, ...(kind === "pick-any" ? [] : [null])));
  }
  assert.equal(answers.length, bread.questions.length);
});

test("looking closely at 40 questions finds about as telling a one as looking at all", () => {
  const draw = random(77);
  const parts = [];
  for (let at = 0; at < 20; at += 1) {
    const model = randomModel(draw, { causes: 200, questions: 150, links: 12, any: 0.2 });
    const big = compile(model);
    const answers = randomAnswers(draw, model, 0.06);
    parts.push(rankedQuestions(big, answers)[0].gainBits / rankedQuestions(big, answers, Infinity)[0].gainBits);
  }
  assert.ok(parts.every((part) => part >= 0.94), `worst ${Math.min(...parts)}`);
});

test("of several questions about what was told the one that tells most comes first", () => {
  const follows = { shape: ["flat"] };
  const model = compile(breadWith((copy) => copy.questions.filter(({ id }) => id !== "shape").forEach((question) => (question.follows = follows))));
  const pending = ["saw", "water"].map((id) => model.questions.get(id));
  const [most] = pending.sort((a, b) => totalBits(model, infer(model, [shape]), b) - totalBits(model, infer(model, [shape]), a));
  assert.equal(nextQuestion(model, [shape]).question, most.id);
});

test("of several questions about what was told, one that a single answer opens comes before those for many", () => {
  const first = (gate) => {
    const model = compile(breadWith((copy) => {
      for (const question of copy.questions.slice(1)) question.follows = { shape: ["flat"] };
      copy.questions[1].gate = copy.questions[2].gate = { shape: ["flat", "fine"] };
      Object.assign(copy.questions.find(({ id }) => id === least), { gate });
    }));
    return nextQuestion(model, [shape]).question;
  };
  const [least] = ["saw", "water"].filter((id) => id !== nextQuestion(compiled, [shape]).question);
  assert.notEqual(first({ shape: ["flat", "fine"] }), least);
  assert.equal(first({ shape: ["flat"] }), least);
});
