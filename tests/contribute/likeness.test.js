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
