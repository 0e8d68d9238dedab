// What new entries and their answers are called when they are handed over.

import assert from "node:assert/strict";
import test from "node:test";

import { fileOf } from "../../contribute/entry-file.js";
import { initialState } from "../../contribute/entry-state.js";
import { withFinalNames } from "../../contribute/final-names.js";

const signs = { "x-keys-ref": "questions", additionalProperties: { "x-keys-ref": "answers", additionalProperties: {} } };
const gate = { "x-keys-ref": "questions", additionalProperties: { items: { "x-ref": "answers" } } };
const actions = { "x-keys-ref": "actions", additionalProperties: {} };
const answers = { additionalProperties: { properties: { text: {} } } };
const groups = { additionalProperties: { items: {} } };
const data = /** @type {any} */ ({
  kinds: {
    cause: { titleField: "title", path: "causes", plural: "causes", schema: { properties: { title: {}, text: { "x-prose": true }, signs, actions } } },
    action: { titleField: "title", path: "actions", plural: "actions", schema: { properties: { title: {}, only_if: gate } } },
    question: { titleField: "text", path: "questions", plural: "questions", schema: { properties: { text: {}, answers, groups } } },
  },
  titles: { actions: { knead: "Knead" } }, words: {}, shares: {},
});
const stateOf = (kind, id, entry, rest = {}) => initialState(/** @type {any} */ ({ kind, draft: { kind, id, entry, ...rest } }), data, kind !== "cause");
const question = stateOf("question", "was-it-cold", { text: "How cold was it?", answers: { cold: { text: "Very cold" }, mild: { text: "Mild" } }, groups: { Weather: ["cold"] } });
const action = stateOf("action", "warm-it", { title: "Warm it up", only_if: { "was-it-cold": ["cold"] } });
const cause = stateOf("cause", "cold", {
  title: "Cold", text: "Do [this](action:warm-it), or [](action:knead).", signs: { "was-it-cold": { cold: "most" } }, actions: { "warm-it": "strong", knead: "some" },
});

test("an entry is handed over under its last words, and so it is wherever it is named", () => {
  const states = withFinalNames([question, action, cause], data);
  assert.deepEqual(states.map(({ id }) => id), ["how-cold-was-it", "warm-it-up", "cold"]);
  assert.deepEqual(states[1].entry.only_if, { "how-cold-was-it": ["very-cold"] });
  assert.deepEqual(states[2].entry, {
    title: "Cold", text: "Do [this](action:warm-it-up), or [](action:knead).", signs: { "how-cold-was-it": { "very-cold": "most" } },
    actions: { "warm-it-up": "strong", knead: "some" },
  });
  assert.equal(fileOf(states[0], data).path, "questions/how-cold-was-it.yml");
});

test("an answer is, too, in its place and in its group", () => {
  const [{ entry }] = withFinalNames([question], data);
  assert.deepEqual([Object.keys(entry.answers), entry.groups], [["very-cold", "mild"], { Weather: ["very-cold"] }]);
});

test("a name that is taken is numbered, and one that was typed or has no words yet stays", () => {
  const names = (/** @type {any[]} */ ...states) => withFinalNames(states, data).map(({ id }) => id);
  assert.deepEqual(names(stateOf("action", "a", { title: "Knead" }), stateOf("action", "b", { title: "Knead" })), ["knead-2", "knead-3"]);
  assert.deepEqual(names(stateOf("action", "a", { title: "Rest" }, { hasOwnId: true }), stateOf("action", "b", { title: "" })), ["a", "b"]);
});

test("nothing changes where the words are the first ones", () => {
  const state = stateOf("question", "was-it-cold", { text: "Was it cold?", answers: { yes: { text: "Yes" }, "yes-2": { text: "Yes" } } });
  assert.deepEqual(withFinalNames([state], data), [state]);
});
