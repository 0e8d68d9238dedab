// The entry while it is written: a plain state, and pure functions over it.

import assert from "node:assert/strict";
import test from "node:test";

import { fileOf } from "../../contribute/entry-file.js";
import { initialState, isUnchanged, resetState, signPathOf, titleText, withField, withId, withoutLostAnswers } from "../../contribute/entry-state.js";
import { ID_PATH, labelOf } from "../../contribute/labels.js";

const schema = {
  required: ["title"],
  properties: {
    title: { title: "What happens" },
    steps: { title: "The steps", items: { properties: { do: { title: "What to do" } } } },
    evidence: { title: "The signs", "x-keys-ref": "questions", additionalProperties: { "x-keys-ref": "answers", additionalProperties: {} } },
  },
};
const data = /** @type {any} */ ({
  kinds: { cause: { schema, titleField: "title", path: "causes", plural: "causes" } },
  words: { item: "Number {number}", file_name: "Name" },
  titles: { questions: { crumb: "How is the crumb?" } },
});
const begun = initialState({ kind: "cause" }, data, false);

test("a new entry's id follows its title until somebody types one", () => {
  const named = withField(begun, ["title"], "Dead yeast");
  assert.deepEqual([titleText(named), named.id, begun.id], ["Dead yeast", "dead-yeast", ""]);
  assert.equal(withField(withId(named, " yeast "), ["title"], "Old yeast").id, "yeast");
  assert.equal(withField(withId(named, ""), ["title"], "Old yeast").id, "old-yeast");
});

test("an entry of the guide keeps its id, and can be put back as it was", () => {
  const state = initialState({ kind: "cause", id: "dead-yeast", entry: { title: "Dead yeast" } }, data, false);
  const changed = withField(state, ["title"], "Old yeast");
  assert.deepEqual([isUnchanged(state, data), isUnchanged(changed, data)], [true, false]);
  assert.deepEqual([changed.id, resetState(changed)], ["dead-yeast", state]);
});

test("what is said of an answer goes when the answer does", () => {
  const state = withField(begun, ["evidence"], { crumb: { dense: "most", open: "few" }, crust: { pale: "most" } });
  assert.deepEqual(withoutLostAnswers(state, { crumb: { dense: "Dense" } }).entry.evidence, { crumb: { dense: "most" }, crust: { pale: "most" } });
  assert.equal(withoutLostAnswers(state, {}), state);
});

test("a source that is linked in a text stands among the sources of its entry", () => {
  const text = { type: "string", "x-prose": true };
  const sources = { items: { "x-ref": "sources" } };
  const whole = { ...schema, properties: { ...schema.properties, story: text, known: { properties: { says: text, sources } } } };
  const start = initialState({ kind: "cause" }, { ...data, kinds: { cause: { ...data.kinds.cause, schema: whole } } }, false);
  const linked = withField(start, ["known", "says"], "So it is ([](source:abel-2020), [](source:baker-2001)).");
  assert.deepEqual(linked.entry.known, { says: "So it is ([](source:abel-2020), [](source:baker-2001)).", sources: ["abel-2020", "baker-2001"] });
  const removed = withField(linked, ["known", "sources"], ["abel-2020"]);
  assert.deepEqual(withField(removed, ["known", "says"], "It is so ([](source:baker-2001)).").entry.known, { says: "It is so ([](source:baker-2001)).", sources: ["abel-2020"] });
  assert.deepEqual(withField(start, ["story"], "[](source:abel-2020)").entry.known, { ...start.entry.known, sources: ["abel-2020"] });
});

test("a label says the way to a field", () => {
  const { entry } = withField(begun, ["evidence"], { crumb: {} });
  const label = (/** @type {(string | number)[]} */ path) => labelOf(path, { entry, schema, wholeData: data });
  assert.equal(label(["steps", 1, "do"]), "The steps › Number 2 › What to do");
  assert.equal(label(["evidence", "crumb"]), "The signs › How is the crumb?");
  assert.equal(label(ID_PATH), "Name");
});

test("an entry has a path before it has an id", () => {
  assert.equal(fileOf(begun, data).path, "causes/x.yml");
  assert.equal(fileOf(withField(begun, ["title"], "Dead yeast"), data).path, "causes/dead-yeast.yml");
  assert.equal(signPathOf(schema), "evidence");
});
