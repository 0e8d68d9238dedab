import assert from "node:assert/strict";
import { test } from "node:test";
import { isContradicted, isMet, isOpen } from "../../quiz/engine/gates.js";
import { statementsOf } from "../../quiz/engine/statements.js";
import { answered, bread } from "./bread.mjs";

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

const said = (option, word) => ({ lines: [{ question: "saw", option, said: word }] });
const noted = (question, option) => ({ note: "", facts: [{ question, option }] });

test("each answer that a gate lists has to be denied, or left out where the page was answered", () => {
  assert.equal(isContradicted(gate, after(said("collapsed", "no"))), true);
  assert.equal(isContradicted(gate, after(said("nothing-linked", "no"))), false);
  assert.equal(isContradicted(gate, after(answered("saw"), said("collapsed", "unsure"))), false);
  assert.equal(isContradicted(gate, after(answered("saw"), said("collapsed", "yes"))), false);
});

test("a fact of a page that was not shown says nothing of its other answers, unless there is room for only one", () => {
  assert.equal(isContradicted(gate, after(noted("saw", "nothing-linked"))), false);
  assert.equal(isContradicted(gate, after(noted("water", "cold"))), true);
  assert.equal(isOpen(gate, after(noted("water", "warm"), noted("saw", "collapsed"))), true);
});

test("to leave a box unticked takes nothing back that was told, and what is said later counts", () => {
  assert.equal(isMet(gate, after(noted("saw", "collapsed"), answered("saw"))), true);
  assert.equal(isMet(gate, after(answered("saw", "collapsed"), said("collapsed", "no"))), false);
  assert.equal(isMet(gate, after(said("collapsed", "no"), noted("saw", "collapsed"))), true);
  assert.equal(isMet(gate, after(answered("water", "cold"))), false);
});
