/** What the form writes, read letter by letter; that the generator reads it is tested in the browser tests. */

import assert from "node:assert/strict";
import test from "node:test";

import { cleaned } from "../../contribute/clean-text.js";
import { entryText, fileText, listedText } from "../../contribute/yaml.js";

const line = { type: "string", maxLength: 400 };
const schema = {
  properties: {
    title: line,
    stage: { type: "string", "x-ref": "stages" },
    also: { items: line },
    signs: { additionalProperties: { additionalProperties: { enum: ["most", "about half"] } } },
    text: { type: "string", "x-prose": true },
    steps: { items: { $ref: "#/$defs/Step" } },
    minutes: { type: "integer" },
    reviewed: { type: "string", format: "date" },
  },
  $defs: { Step: { properties: { do: line, minutes: { type: "integer" } } } },
};

test("fields come in the order of the schema, and unknown ones after them", () => {
  assert.equal(entryText({ other: "x", stage: "b", title: "A" }, schema), "title: A\nstage: b\nother: x\n");
});

test("a text is put in quotation marks where a reader of YAML would take it for something else", () => {
  for (const text of ["a: b", "#1 reason", "a #b", "yes", "No", "null", "1e3", "- a", "* a", "'a", "12", "", "a:", "~", "@x"]) {
    if (text) assert.equal(entryText({ title: text }, schema), `title: ${JSON.stringify(text)}\n`);
  }
  for (const text of ["It's fine", "A (b) c", "x # y".replace(" #", "#"), "Ärger, schon wieder", "a, b [c]"]) {
    assert.equal(entryText({ title: text }, schema), `title: ${text}\n`);
  }
});

test("days and numbers stand as they are", () => {
  assert.equal(entryText({ reviewed: "2026-11-23", minutes: "15" }, schema), "minutes: 15\nreviewed: 2026-11-23\n");
});

test("short lists and mappings of words stand on one line, others below one another", () => {
  assert.equal(entryText({ also: ["a b", "c"] }, schema), "also: [a b, c]\n");
  assert.equal(entryText({ also: ["a, b", "c"] }, schema), 'also:\n  - a, b\n  - c\n');
  assert.equal(entryText({ signs: { "how-far": { no: "most" }, went: { badly: "about half" } } }, schema),
    'signs:\n  how-far:\n    "no": most\n  went: {badly: about half}\n');
});

test("parts of a list are indented below their dash", () => {
  assert.equal(entryText({ steps: [{ do: "Ask: why?", minutes: "5" }, { do: "Stop" }] }, schema),
    'steps:\n  - do: "Ask: why?"\n    minutes: 5\n  - do: Stop\n');
});

test("a long text becomes a block, broken where no line begins with a sign", () => {
  const text = `${"word ".repeat(22)}- no list # no heading > no quotation ${"more ".repeat(10)}end`;
  const lines = entryText({ text }, schema).trimEnd().split("\n");
  assert.equal(lines[0], "text: |");
  assert.ok(lines.slice(1).every((each) => /^ {2}[\p{L}]/u.test(each) && each.length < 160));
  assert.equal(lines.slice(1).map((each) => each.trim()).join(" "), text);
});

test("paragraphs and lists stay as they are", () => {
  assert.equal(entryText({ text: "One.\n\n- a\n- b\n  c" }, schema), "text: |\n  One.\n\n  - a\n  - b\n    c\n");
});

test("what can't be seen is taken out or becomes an ordinary space", () => {
  assert.equal(cleaned("\ufeffa\u00a0b\u200bc\td\r\ne \u0007\ud800"), "a bc\td\ne \ufffd");
});

test("a line of several lines becomes one", () => {
  assert.equal(entryText({ title: "a\nb" }, schema), "title: a b\n");
});

test("a file begins with the line for editors, and an entry of a list stands below its id", () => {
  assert.ok(fileText({ title: "A" }, schema, "cause").startsWith("# yaml-language-server: $schema=../.schema/cause.json\ntitle"));
  assert.equal(listedText("a-b", { title: "A", text: "x\n\ny" }, schema), "a-b:\n  title: A\n  text: |\n    x\n\n    y\n");
});

test("a list that was empty before stays, as to choose none is an answer, and one that was emptied goes", () => {
  const answers = { properties: { title: line, answers: { additionalProperties: { items: line } } } };
  const before = { title: "A", answers: { one: [], two: ["x"] } };
  assert.equal(entryText({ title: "B", answers: { one: [], two: [] } }, answers, before), "title: B\nanswers: {one: []}\n");
  assert.equal(entryText({ title: "B", answers: { one: [], two: [] } }, answers), "title: B\n");
});
