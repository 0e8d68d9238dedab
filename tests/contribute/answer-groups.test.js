/** Where a new answer stands among the groups of a question. */

import assert from "node:assert/strict";
import test from "node:test";

import { groupWith, withAnswersInGroups, withPlace } from "../../contribute/answer-groups.js";

const texts = (/** @type {string[]} */ ...ids) => Object.fromEntries(ids.map((id) => [id, { text: id }]));
const question = { text: "How?", groups: { Ways: ["advert", "agency"], Links: ["cousin", "friend"] }, answers: texts("advert", "agency", "cousin", "friend") };
const added = { ...question, answers: { ...question.answers, ...texts("office") } };

test("an added answer is in the group of the answer that it stands after", () => {
  assert.deepEqual(withAnswersInGroups(added, question).groups, { Ways: ["advert", "agency"], Links: ["cousin", "friend", "office"] });
});

test("an answer that was removed is in no group", () => {
  const less = { ...question, answers: texts("advert", "cousin", "friend") };
  assert.deepEqual(withAnswersInGroups(less, question).groups, { Ways: ["advert"], Links: ["cousin", "friend"] });
});

test("a question without groups gets none", () => {
  const plain = { answers: texts("one", "two") };
  assert.equal(withAnswersInGroups(plain, { answers: texts("one") }), plain);
});

test("an answer that is put elsewhere stands there in the file as well", () => {
  const placed = withPlace(added, "office", "Ways", "advert");
  assert.deepEqual(placed.groups, { Ways: ["advert", "office", "agency"], Links: ["cousin", "friend"] });
  assert.deepEqual(Object.keys(placed.answers), ["advert", "office", "agency", "cousin", "friend"]);
  const first = withPlace(placed, "office", "Links", "");
  assert.deepEqual(first.groups, { Ways: ["advert", "agency"], Links: ["office", "cousin", "friend"] });
  assert.deepEqual(Object.keys(first.answers), ["advert", "agency", "office", "cousin", "friend"]);
});

test("an answer can stand below all groups", () => {
  const placed = withPlace(added, "office", "", "");
  assert.equal(groupWith(placed, "office"), "");
  assert.equal(Object.keys(placed.answers).at(-1), "office");
});
