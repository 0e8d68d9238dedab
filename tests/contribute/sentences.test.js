/** The sentences of an entry that is to be changed, and parts that may be left out. */

import assert from "node:assert/strict";
import test from "node:test";

import { unwrapped } from "../../contribute/clean-text.js";
import { optionalPartOf, mainTexts } from "../../contribute/schema.js";
import { partPaths, sentencePaths, sentencesOf } from "../../contribute/sentences.js";

const line = { type: "string", maxLength: 400 };
const prose = { type: "string", "x-prose": true };
const schema = {
  required: ["title", "text", "proof"],
  properties: {
    title: line, text: prose, level: { enum: ["low", "high"] }, link: { type: "string", pattern: "^https" },
    proof: { required: ["says"], properties: { says: prose, sources: { items: { type: "string", "x-ref": "sources" } } } },
    sound: { required: ["say"], properties: { say: line } },
    steps: { items: { required: ["do"], properties: { do: line, minutes: { type: "integer" } } } },
    was: { items: { type: "string", maxLength: 60 } },
  },
};
const entry = { title: "A", text: "One is\nhere. Two.", level: "low", link: "https://e.org", proof: { says: "So.", sources: ["x"] }, steps: [{ do: "Go.", minutes: "5" }], was: ["b"] };

test("sentences are told from choices, numbers, names and links", () => {
  assert.deepEqual(sentencePaths(entry, schema), [["title"], ["text"], ["proof", "says"]]);
  assert.deepEqual(partPaths(entry, schema), [{ path: ["steps"], count: 1 }]);
  assert.deepEqual(sentencesOf({ text: entry.text, steps: entry.steps }, schema),
    [{ text: "One is here.", path: ["text"] }, { text: "Two.", path: ["text"] }, { text: "Go.", path: ["steps", 0, "do"] }]);
  assert.deepEqual(mainTexts({ ...schema, required: [...schema.required, "steps"] }), ["text", "steps"]);
});

test("a part that may be left out is known by its fields", () => {
  assert.deepEqual(optionalPartOf(["sound", "say"], schema), ["sound"]);
  for (const path of [["title"], ["proof", "says"], ["steps", 0, "do"]]) assert.equal(optionalPartOf(path, schema), null);
});

test("line breaks that a page doesn't show are taken out, and those of lists and paragraphs stay", () => {
  assert.equal(unwrapped("One\ntwo.\n\nThree\n\n- a\n  b\n- c\n1. d\n> e\n> f"), "One two.\n\nThree\n\n- a b\n- c\n1. d\n> e\n> f");
});
