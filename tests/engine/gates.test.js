import assert from "node:assert/strict";
import { test } from "node:test";
import { chosenOf, isContradicted, isOpen } from "../../quiz/engine/gates.js";
import { answered } from "./bread.mjs";

const gate = { water: ["boiling", "warm"], saw: ["collapsed"] };
const after = (...answers) => chosenOf(answers);

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
