/** Drafts, names made from titles, lists that were pasted, and the search over answers. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";

import { withLists } from "../../contribute/clean-text.js";
import { merged, withoutCarried } from "../../contribute/drafts.js";
import { idFrom, uniqueId } from "../../contribute/ids.js";
import { createSearch } from "../../contribute/search.js";

const draft = (/** @type {any} */ entry, /** @type {any} */ base) => ({ kind: "cause", origin: "a", id: "a", entry, base, companions: [], at: "" });

test("a draft takes nothing back that was changed since it began", () => {
  const base = { title: "A", summary: "One", notes: ["x"] };
  const { entry, conflicts } = merged(draft({ ...base, summary: "Mine" }, base), { title: "Better", summary: "One", added: "New" });
  assert.deepEqual(entry, { title: "Better", summary: "Mine", added: "New" });
  assert.deepEqual(conflicts, []);
});

test("what both changed is named, and what the draft removed stays removed", () => {
  const base = { title: "A", summary: "One", help: "H" };
  const { entry, conflicts } = merged(draft({ title: "A", summary: "Mine" }, base), { title: "A", summary: "Theirs", help: "H" });
  assert.deepEqual(entry, { title: "A", summary: "Mine" });
  assert.deepEqual(conflicts, ["summary"]);
});

test("titles in any script give the id that the generator gives them", async () => {
  const ids = JSON.parse(await readFile(new URL("../fixtures/ids.json", import.meta.url), "utf8"));
  assert.deepEqual(Object.fromEntries(Object.keys(ids).map((title) => [title, idFrom(title, "cause")])), ids);
});

test("a name that is taken gets a number", () => {
  assert.deepEqual([uniqueId("a", []), uniqueId("a", ["a"]), uniqueId("a", ["a", "a-2"])], ["a", "a-2", "a-3"]);
});

test("pasted lists become lists, and other texts stay as they are", () => {
  assert.equal(withLists("Before:\n• one\n•two\n\nAfter."), "Before:\n\n- one\n- two\n\nAfter.");
  assert.equal(withLists("A:\n1. one\n2. two"), "A:\n\n1. one\n2. two");
  for (const text of ["- one\n  more\n- two", "A - b.\n\nC", "- one\nlazy\n- two"]) assert.equal(withLists(text), text);
});

test("answers are found by words in whatever form", () => {
  const search = createSearch("en", [{ text: "They cancelled twice", context: "When was it?" }, { text: "It was on time", context: "Did they cancel?" }, { text: "No" }]);
  assert.deepEqual(search("cancel").map(({ text }) => text), ["They cancelled twice", "It was on time"]);
  assert.deepEqual(search("zebra"), []);
});

test("what has only the common words of what is sought is left out beside what has the rare ones", () => {
  const items = ["They asked about my notice", "They asked about the town", "They asked about a gap", "They left"].map((text) => ({ text }));
  const search = createSearch("en", items);
  assert.deepEqual(search("asked about notice"), [items[0]]);
  assert.deepEqual(search("asked about").length, 3);
  assert.deepEqual(search("they asked about not"), [items[0]]);
});

test("a new entry that another draft sends along is no draft of its own", () => {
  const source = { ...draft({}, null), kind: "source", id: "abel-2020", origin: null };
  const page = { ...draft({}, null), companions: [{ kind: "source", id: "abel-2020", entry: {} }] };
  const other = { ...source, id: "baker-2001" };
  assert.deepEqual(withoutCarried([["1", source], ["2", page], ["3", other]]).map(([stamp]) => stamp), ["2", "3"]);
});
