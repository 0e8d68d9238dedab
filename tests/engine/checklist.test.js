import assert from "node:assert/strict";
import { test } from "node:test";
import { checklistFacts, compile, nextPage, toldFacts, withAnswer, withChecklist, withNote } from "../../quiz/engine/index.js";
import { random, randomAnswers, randomModel } from "./random_models.mjs";
import { answered, bread } from "./bread.mjs";

const keyOf = ({ question, option }) => `${question} ${option}`;
const fact = (question, option) => ({ question, option });

/** Returns a model with more to ask than an opening of two pages does. */
function longModel(draw, options = {}) {
  const model = randomModel(draw, { causes: 20, questions: 25, any: 0.8, gates: 0.3, ...options });
  for (const { answers } of model.questions) for (const answer of answers) if (answer.base) answer.base = Math.min(answer.base, 0.05);
  return { ...model, opening: ["q0", "q1"] };
}

/** Returns what is answered until something other than a question comes. */
function throughOpening(compiled, draw, model) {
  const given = new Map(randomAnswers(draw, model, 0).map((answer) => [answer.question, answer]));
  let answers = [];
  for (let page = nextPage(compiled, answers); page?.kind === "question"; page = nextPage(compiled, answers)) {
    answers = withAnswer(compiled, answers, given.get(page.question) ?? { question: page.question, chosen: null });
  }
  return answers;
}

test("the checklist follows what is asked in any case, and comes once", () => {
  const draw = random(11);
  for (let at = 0; at < 30; at += 1) {
    const model = longModel(draw);
    const compiled = compile(model);
    const answers = throughOpening(compiled, draw, model);
    assert.equal(nextPage(compiled, answers).kind, "checklist");
    assert.deepEqual(answers.map(({ question }) => question).slice(0, 2).sort(), ["q0", "q1"]);
    const after = withChecklist(compiled, answers, checklistFacts(compiled, answers).slice(0, 1));
    assert.notEqual(nextPage(compiled, after)?.kind, "checklist");
    assert.notEqual(nextPage(compiled, withChecklist(compiled, answers, []))?.kind, "checklist", "nothing ticked");
  }
});

test("it holds at most 24 facts, each once, of pages that were not shown, those of a page together", () => {
  const draw = random(12);
  for (let at = 0; at < 30; at += 1) {
    const model = longModel(draw);
    const compiled = compile(model);
    const answers = throughOpening(compiled, draw, model);
    const facts = checklistFacts(compiled, answers);
    assert.ok(facts.length >= 10 && facts.length <= 24);
    assert.equal(new Set(facts.map(keyOf)).size, facts.length);
    for (const { question } of facts) assert.ok(!answers.some((event) => event.question === question));
    const pages = facts.map(({ question }) => question);
    assert.ok(pages.every((page, index) => pages.indexOf(page) === index || pages[index - 1] === page));
  }
});

test("where few facts are left their own pages ask about them", () => {
  const compiled = compile(bread);
  const answers = [answered("shape", "flat")];
  assert.deepEqual(checklistFacts(compiled, answers), []);
  assert.equal(nextPage(compiled, answers).kind, "question");
});

test("what an answer rules out, or says already, is not on it", () => {
  const model = longModel(random(14));
  const [told, other] = model.questions.find(({ id }) => id === "q0").answers.map(({ id }) => id);
  const answers = [answered("q0", told), answered("q1", null)];
  const [first] = checklistFacts(compile(model), answers);
  const isListedWith = (change) => {
    const copy = structuredClone(model);
    const answerOf = ({ question, option }) => copy.questions.find(({ id }) => id === question).answers.find(({ id }) => id === option);
    change(answerOf(first), answerOf(fact("q0", told)));
    return checklistFacts(compile(copy), answers).map(keyOf).includes(keyOf(first));
  };
  assert.equal(isListedWith(() => {}), true);
  assert.equal(isListedWith((answer) => (answer.gate = { q0: [told] })), true);
  assert.equal(isListedWith((answer) => (answer.gate = { q0: [other] })), false);
  assert.equal(isListedWith((answer, ofTold) => (answer.synonym = ofTold.synonym = "same")), false);
});

test("what was ticked is told, and stays on the list when earlier answers change", () => {
  const draw = random(13);
  const model = longModel(draw);
  const compiled = compile(model);
  const answers = throughOpening(compiled, draw, model);
  const [first] = checklistFacts(compiled, answers);
  const after = withChecklist(compiled, answers, [first]);
  assert.ok(toldFacts(compiled, after).some((told) => keyOf(told) === keyOf(first)));
  const changed = withAnswer(compiled, after, { question: "q0", chosen: null });
  assert.ok(checklistFacts(compiled, changed).map(keyOf).includes(keyOf(first)));
  assert.deepEqual(withChecklist(compiled, after, []).at(-1), { checklist: [] });
});

test("a page that is answered later stands for what was ticked of it", () => {
  const compiled = compile(bread);
  const answers = withChecklist(compiled, [answered("shape", "flat")], [fact("saw", "collapsed")]);
  const after = withAnswer(compiled, answers, answered("saw", "nothing-linked"));
  assert.deepEqual(after[1], { checklist: [fact("saw", "collapsed")] }, "it stays where it was told");
  assert.deepEqual(toldFacts(compiled, after).map(({ option }) => option), ["flat", "nothing-linked"]);
});

test("a tick counts as a fact that was told in a note does", () => {
  const compiled = compile(bread);
  const facts = [fact("saw", "collapsed")];
  const ticked = nextPage(compiled, withChecklist(compiled, [answered("shape", "flat")], facts));
  const noted = nextPage(compiled, withNote(compiled, [answered("shape", "flat")], { text: "x", facts }));
  assert.deepEqual(ticked, noted);
});
