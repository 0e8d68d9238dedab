import assert from "node:assert/strict";
import { test } from "node:test";
import { compile, toldFacts, validAnswers, withAnswer, withChecklist, withNote } from "../../quiz/engine/index.js";
import { answered, bread, breadWith } from "./bread.mjs";

const compiled = compile(bread);
const add = (...list) => list.reduce((answers, each) => withAnswer(compiled, answers, each), []);

test("a new answer goes to the end, a changed one stays in its place", () => {
  const answers = add(answered("shape", "flat"), answered("saw"), answered("shape", "fine"));
  assert.deepEqual(answers, [answered("shape", "fine"), answered("saw")]);
});

test("a changed answer takes along those that it leaves without their gate", () => {
  const answers = add(answered("water", "boiling"), answered("how-hot", "burnt"), answered("shape", "flat"));
  assert.equal(answers.length, 3);
  assert.deepEqual(withAnswer(compiled, answers, answered("water", "cold")), [answered("water", "cold"), answered("shape", "flat")]);
  assert.deepEqual(withAnswer(compiled, answers, answered("water", null)).length, 3);
});

test("gates are followed over several steps", () => {
  const model = compile(breadWith((copy) => (copy.questions[2].gate = { "how-hot": ["burnt"] })));
  const { answers, notices } = validAnswers(model, [answered("saw"), answered("how-hot", "burnt"), answered("water", "cold")]);
  assert.deepEqual(answers, [answered("water", "cold")]);
  assert.deepEqual(notices.map(({ code, detail }) => `${code} ${detail}`).sort(), ["no_longer_applies how-hot", "no_longer_applies saw"]);
});

test("an answer that the model does not know changes nothing", () => {
  const answers = add(answered("shape", "flat"));
  for (const wrong of [answered("nonsense", "flat"), answered("shape", "nonsense"), answered("shape", "flat", "fine"), answered("shape")]) {
    assert.equal(withAnswer(compiled, answers, wrong), answers);
  }
});

test("answers cannot be changed after they were made", () => {
  const answers = add(answered("saw", "collapsed"));
  assert.throws(() => answers.push(null), TypeError);
  assert.throws(() => answers[0].chosen.push("nothing-linked"), TypeError);
});

test("stored answers are taken as far as they are valid, with a notice for what is not", () => {
  const { answers, notices } = validAnswers(compiled, [
    answered("shape", "flat"), answered("gone", "yes"), answered("water", "icy"), answered("saw", "nothing-linked", "gone", "collapsed"), 7, null, { question: "how-hot" },
  ]);
  assert.deepEqual(answers, [answered("shape", "flat"), answered("saw", "collapsed", "nothing-linked")]);
  assert.deepEqual(notices, [
    { code: "unknown_question", detail: "gone" }, { code: "unknown_answer", detail: "icy" }, { code: "unknown_answer", detail: "gone" },
    { code: "unreadable", detail: "" }, { code: "unreadable", detail: "how-hot" },
  ]);
});

test("a list whose only tick is unknown is not taken for 'none of these'", () => {
  assert.deepEqual(validAnswers(compiled, [answered("saw", "gone")]).answers, []);
});

test("what is no list at all is unreadable", () => {
  for (const value of [undefined, null, 1, "text", {}, { length: 3 }, () => []]) {
    assert.deepEqual(validAnswers(compiled, value), { answers: [], notices: [{ code: "unreadable", detail: "" }] });
  }
});

test("ids that are names of built-in properties are unknown like any other", () => {
  for (const id of ["__proto__", "constructor", "toString", "hasOwnProperty"]) {
    assert.equal(validAnswers(compiled, [answered(id, "x")]).notices[0].code, "unknown_question");
    assert.equal(validAnswers(compiled, [answered("shape", id)]).notices[0].code, "unknown_answer");
  }
});

test("notices are few and short however much is wrong", () => {
  const { notices } = validAnswers(compiled, Array.from({ length: 5000 }, (_, at) => answered(`${at}${"x".repeat(5000)}`, "y")));
  assert.ok(notices.length <= 20 && notices.every(({ detail }) => detail.length <= 120));
});

const fact = (question, option) => ({ question, option });

test("the checklist, notes and pages stand in the order in which they came", () => {
  const listed = withChecklist(compiled, add(answered("saw")), [fact("water", "warm")]);
  const noted = withNote(compiled, listed, { text: "It sank", facts: [fact("shape", "flat")] });
  assert.deepEqual(noted, [answered("saw"), { checklist: [fact("water", "warm")] }, { note: "It sank", facts: [fact("shape", "flat")] }]);
});

test("what was told is listed once, as it was told first, without what another answer took the place of", () => {
  const facts = [fact("shape", "flat"), fact("saw", "collapsed")];
  const answers = withNote(compiled, add(answered("saw", "collapsed"), answered("shape", "fine")), { text: "", facts });
  assert.deepEqual(toldFacts(compiled, answers).map(({ option }) => option), ["collapsed", "flat"]);
});

test("the checklist is there once", () => {
  const answers = withChecklist(compiled, withChecklist(compiled, [], [fact("saw", "collapsed")]), [fact("water", "warm")]);
  assert.deepEqual(answers, [{ checklist: [fact("water", "warm")] }]);
});

test("a note and the checklist stay where a question no longer applies", () => {
  const gated = compile(breadWith((copy) => (copy.questions[2].gate = { water: ["boiling"] })));
  const facts = [fact("saw", "collapsed")];
  const kept = [answered("water", "cold"), { checklist: facts }, { note: "x", facts }];
  assert.deepEqual(validAnswers(gated, [...kept, answered("shape", "flat")]), { answers: [...kept, answered("shape", "flat")], notices: [] });
});

test("of a stored checklist what is not valid is left out, with a notice", () => {
  const { answers, notices } = validAnswers(compiled, [{ checklist: [fact("saw", "collapsed"), fact("saw", "gone"), fact("gone", "x"), 3] }, { checklist: 3 }]);
  assert.deepEqual(answers, [{ checklist: [fact("saw", "collapsed")] }]);
  assert.deepEqual(notices.map(({ code }) => code), ["unknown_answer", "unknown_question", "unreadable"]);
});

test("a fact that was told opens what it is the gate of", () => {
  const answers = withNote(compiled, [], { text: "", facts: [fact("water", "boiling")] });
  assert.equal(withAnswer(compiled, answers, answered("how-hot", "burnt")).length, 2);
});

test("of stored notes what is not valid is left out, with a notice, and so is one that says nothing", () => {
  const { answers, notices } = validAnswers(compiled, [{ note: "x", facts: 7 }, { note: "", facts: [fact("saw", "gone"), 3] }, { note: "", facts: [] }, { note: 5 }]);
  assert.deepEqual(answers, [{ note: "x", facts: [] }]);
  assert.deepEqual(notices.map(({ code, detail }) => `${code} ${detail}`), ["unknown_answer gone", "unreadable "]);
});
