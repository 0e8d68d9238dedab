import assert from "node:assert/strict";
import { test } from "node:test";
import { compile, diagnose, offeredAnswers } from "../../quiz/engine/index.js";
import { isContradicted, isMet, isOpen } from "../../quiz/engine/gates.js";
import { statementsOf } from "../../quiz/engine/statements.js";
import { answered, bread, breadWith } from "./bread.mjs";

const questions = new Map(bread.questions.map((question) => [question.id, question]));

const gate = { water: ["boiling", "warm"], saw: ["collapsed"] };
const after = (...answers) => statementsOf(questions, answers);

test("a gate is contradicted by an answer with nothing of what it lists, 'none of these' included", () => {
  assert.equal(isContradicted(gate, after(answered("water", "cold"))), true);
  assert.equal(isContradicted(gate, after(answered("saw"))), true);
  assert.equal(isContradicted(gate, after(answered("saw", "other", "collapsed"), answered("water", "warm"))), false);
});

test("nothing is contradicted by what was not asked, nor by 'not sure'", () => {
  assert.equal(isContradicted(gate, after()), false);
  assert.equal(isContradicted(gate, after(answered("water", null), answered("saw", null))), false);
});

test("a gate is open once each of its questions was answered and none speaks against it", () => {
  assert.equal(isOpen({}, after()), true);
  assert.equal(isOpen(gate, after(answered("water", "warm"))), false);
  assert.equal(isOpen(gate, after(answered("water", "warm"), answered("saw", null))), true);
  assert.equal(isOpen(gate, after(answered("water", "cold"), answered("saw", null))), false);
});

test("where a question is answered twice the later answer counts", () => {
  assert.equal(isContradicted(gate, after(answered("water", "warm"), answered("water", "cold"))), true);
});

const noted = (question, option) => ({ note: "", facts: [{ question, option }] });

test("a note on a page that was not shown says nothing of the page's other answers, unless it takes only one", () => {
  assert.equal(isContradicted(gate, after(noted("saw", "nothing-linked"))), false);
  assert.equal(isContradicted(gate, after(noted("water", "cold"))), true);
  assert.equal(isOpen(gate, after(noted("water", "warm"), noted("saw", "collapsed"))), true);
});

test("to leave a box unticked takes nothing back that was told", () => {
  assert.equal(isMet(gate, after(noted("saw", "collapsed"), answered("saw"))), true);
  assert.equal(isContradicted(gate, after(answered("saw"), noted("saw", "collapsed"))), false);
  assert.equal(isMet(gate, after(answered("water", "cold"))), false);
});

test("an answer that an earlier one speaks against is not offered, and says nothing where it is left out", () => {
  const gated = compile(breadWith((model) => (model.questions[2].answers[0].gate = { water: ["boiling", "warm"] })));
  const offered = (...answers) => offeredAnswers(gated, answers, "saw").map(({ id }) => id);
  const [cold, warm] = [answered("water", "cold"), answered("water", "warm")];
  assert.deepEqual(offered(), ["collapsed", "nothing-linked"]);
  assert.deepEqual(offered(warm), ["collapsed", "nothing-linked"]);
  assert.deepEqual(offered(cold), ["nothing-linked"]);
  assert.deepEqual(offered(cold, noted("saw", "collapsed")), ["collapsed", "nothing-linked"]);
  const weightsOf = (...answers) => diagnose(gated, answers).causes.find(({ id }) => id === "proved-too-long").weights;
  assert.equal(weightsOf(cold, answered("saw")).length, 0);
  assert.equal(weightsOf(warm, answered("saw")).length, 1);
});
