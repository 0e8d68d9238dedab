/** What resembles a new question or answer, in whatever words it is said. */

import assert from "node:assert/strict";
import test from "node:test";

import { createLikeness } from "../../contribute/likeness.js";

const items = [
  { id: "employers", phrases: ["I have had four or more employers in the last ten years", "many employers"] },
  { id: "reference", phrases: ["They insisted on a reference from my last employer or boss"] },
  { id: "applied", phrases: ["I had applied to them before", "applied several times to the same company", "rejected by them last year"] },
  { id: "jobs", phrases: ["They asked again why I had changed jobs so often"] },
  { id: "phone", phrases: ["My phone or watch rang"] },
];
const find = createLikeness("en", items, ({ phrases }) => phrases);

test("the near answer comes first, found by what people say instead and in other words for the same", () => {
  assert.equal(find("How many applications had you sent to this firm before?")[0].id, "applied");
  assert.equal(find("How many of this company's places had you applied for within the last three months?")[0].id, "applied");
  assert.equal(find("Had you applied there earlier?")[0].id, "applied");
});

test("a word or two by accident, and numbers, are no likeness", () => {
  assert.deepEqual(find("Were there two watches in three shops last winter, and did they glitter?"), []);
});

test("in other languages words are compared as they stand", () => {
  assert.deepEqual(createLikeness("de", [{ id: "a", phrases: ["Ich kam zu spät"] }], ({ phrases }) => phrases)("zu spät").map(({ id }) => id), ["a"]);
});

test("nothing resembles another by the words that all texts have, nor by one word of many", () => {
  const texts = ["Race and the law in the north", "The parliament and the council", "Evaluations in interviews", "Ask for the report and for a second test", "Ask for the recipe"];
  const findNear = createLikeness("en", texts, (text) => [text]);
  assert.deepEqual(findNear("Initial evaluations in the interview"), [texts[2]]);
  assert.deepEqual(findNear("The weather and the sea"), []);
  assert.deepEqual(findNear("Ask the agency to leave out its fee"), []);
  assert.deepEqual(findNear("The parliament of birds by the river"), []);
});

test("words of one phrase are compared, and what the guide says for a word counts", () => {
  const others = [{ phrases: ["You came late", "lost my way"] }, { phrases: ["Nerves took over", "nervous"] }, { phrases: ["You brought bread"] }];
  const findNear = createLikeness("en", others, ({ phrases }) => phrases, { "nerves took over": ["stage fright"] });
  assert.deepEqual(findNear("I came my own way"), []);
  assert.deepEqual(findNear("I had stage fright"), [others[1]]);
});
