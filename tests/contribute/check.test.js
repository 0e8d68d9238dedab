/** What the form finds wrong, and what it makes of a title. */

import assert from "node:assert/strict";
import test from "node:test";

import { diagnosticsOf, idErrorCode } from "../../contribute/check.js";
import { blocks } from "../../contribute/prose.js";
import { filled, withValueAt } from "../../contribute/schema.js";

const schema = {
  required: ["title", "text", "level"],
  properties: {
    title: { type: "string", "x-genre": "title", maxLength: 20, pattern: "^[^\\n]*$" },
    text: { type: "string", "x-prose": true },
    level: { enum: ["low", "high"] },
    region: { enum: ["ireland"], "x-ref": "regions" },
    minutes: { type: "integer", minimum: 1, maximum: 100 },
    reviewed: { type: "string", format: "date" },
    signs: { additionalProperties: { additionalProperties: { enum: ["most", "some"] } } },
  },
};
const data = /** @type {any} */ ({
  kinds: { cause: { schema, titleField: "title" }, note: { schema, titleField: "title" }, case: { titleField: "title", schema: { properties: { story: { type: "string", "x-prose": true } } } } },
  shares: { most: 0.7, some: 0.35 }, pickOne: ["water"], askIf: {}, conditions: {}, titles: {}, linkTargets: {}, openLists: ["regions"],
  rules: {
    all: [
      { code: "raw-html", message: "HTML", hint: "use words", pattern: "<b>", flags: "u", texts: ["line", "prose"], isAdvice: false },
      { code: "broken-blank", pattern: "\\{\\w+\\}|([{}])", flags: "u", texts: ["line"], where: { genres: ["title"], kinds: ["cause"] }, isAdvice: false },
      { code: "avoided-phrase", message: "“{fragment}”", hint: "leave it out", pattern: "(?:^|[^\\p{L}])(at the end)", flags: "iu",
        texts: ["prose"], isPlain: true, isAdvice: true },
      { code: "shares-do-not-add-up", isAdvice: false }, { code: "long-sentence", isAdvice: true }, { code: "page-too-short", isAdvice: true },
      { code: "nothing-by-this-name", isAdvice: true },
    ],
    style: { sentence_words: 12, page_words: { note: [2, 9] }, review_months: {} }, read: {}, tolerance: 0.1,
  }, answers: { water: { warm: "Warm", cold: "Cold" } },
});
const good = { title: "A", text: "Plain.", level: "low" };
const codes = (/** @type {any} */ entry, kind = "cause") => diagnosticsOf(entry, kind, data).map(({ path, code }) => `${path.join(".")} ${code}`);

test("nothing is wrong with a good entry", () => assert.deepEqual(codes(good), []));

test("what is needed and empty is named", () => {
  assert.deepEqual(codes({ title: "  ", text: "" }), ["title missing-field", "text missing-field", "level missing-field"]);
});

test("each kind of field says what is wrong with it", () => {
  const entry = { ...good, title: "x".repeat(21), level: "middle", minutes: "5 min", reviewed: "2026-02-30" };
  assert.deepEqual(codes(entry), ["title too-long", "level unknown-word", "minutes not-a-number", "reviewed bad-date"]);
  assert.deepEqual(codes({ ...good, minutes: "0" }), ["minutes out-of-range"]);
});

test("a word for a list that may lack one is advice, by its name", () => {
  const [unlisted, ...others] = diagnosticsOf({ ...good, region: "south-korea" }, "cause", data);
  assert.deepEqual(others, []);
  assert.deepEqual(unlisted, { path: ["region"], code: "unlisted-word", blanks: { name: "South Korea" }, isAdvice: true });
});

test("a pattern looks at the texts that it is for, and says what the rule says", () => {
  const [html] = diagnosticsOf({ ...good, text: "a <b> c" }, "cause", data);
  assert.deepEqual([html.path, html.code, html.blanks?.fragment, html.text], [["text"], "raw-html", "<b>", "HTML. Use words."]);
  assert.deepEqual(codes({ ...good, title: "A {blank} b" }), []);
  assert.deepEqual(codes({ ...good, title: "A {blank b" }), ["title broken-blank"]);
  assert.deepEqual(codes({ ...good, text: "Plain { words." }), []);
});

test("a text that breaks a rule twice is told so twice", () => {
  const fragments = diagnosticsOf({ ...good, text: "at the end, and so at the end, and At the end" }, "cause", data).map(({ blanks }) => blanks?.fragment);
  assert.deepEqual(fragments, ["at the end", "At the end"]);
});

test("shares of one question can't be more than everyone", () => {
  assert.deepEqual(codes({ ...good, signs: { water: { warm: "most", cold: "most" } } }), ["signs.water shares-do-not-add-up"]);
  assert.deepEqual(codes({ ...good, signs: { water: { warm: "most", cold: "some" } } }), []);
});

test("style is advice, and reads through links", () => {
  const text = "At [the](https://e.org/a) end of the day, one two three four five six seven eight.";
  const found = diagnosticsOf({ ...good, text }, "cause", data);
  assert.deepEqual(found.map(({ code, isAdvice }) => [code, isAdvice]), [["avoided-phrase", true], ["long-sentence", true]]);
});

test("the length of an entry is judged once nothing is missing", () => {
  assert.deepEqual(codes({ ...good, text: "One two. Three" }, "note"), []);
  assert.deepEqual(codes({ ...good, text: "One" }, "note"), ["text page-too-short"]);
  assert.deepEqual(codes({ title: "A", level: "low" }, "note"), ["text missing-field"]);
});

test("a file name is told what is wrong with it", () => {
  assert.deepEqual(["", "A b", "x", "fine-1"].map((id) => idErrorCode(id, ["x"])), ["missing-field", "bad-id", "taken-id", null]);
});

test("values are put in place and taken away without changing what was there", () => {
  const entry = Object.freeze({ a: ["x", "y"] });
  assert.deepEqual(withValueAt(entry, ["a", 0], undefined), { a: ["y"] });
  assert.deepEqual(withValueAt(entry, ["b", "c"], "z"), { a: ["x", "y"], b: { c: "z" } });
  assert.deepEqual(withValueAt(entry, ["a"], undefined), {});
  assert.deepEqual(filled({ a: [" ", { b: "" }], c: "d" }), { c: "d" });
});

test("the preview knows paragraphs, lists, quotations and emphasis", () => {
  const found = blocks("One *two* **three** [four](cause:x)\n\n- a\n- b\n> c");
  assert.deepEqual(found.map(({ type }) => type), ["paragraph", "item", "item", "quote"]);
  assert.deepEqual(found[0].inlines.filter(({ text }) => text.trim()).map(({ type }) => type), ["text", "emphasis", "strong", "link"]);
});

test("a case answers only what it would be asked, and does not rule out what it turned out to be", () => {
  const ofCase = {
    properties: {
      answers: { additionalProperties: { anyOf: [{ items: {} }] } }, turned_out: { properties: { main: { type: "string" } } },
    },
  };
  const guide = {
    ...data, kinds: { case: { schema: ofCase } }, titles: { questions: { water: "How warm?" }, causes: { dead: "It was dead" } },
    answers: { water: { warm: "Warm", hot: "Hot" } }, askIf: { foam: { water: ["warm"] } },
    conditions: { dead: { applies_if: { water: ["hot"] }, not_if: {} } }, rules: { ...data.rules, all: [] },
  };
  const codesOf = (/** @type {any} */ answers) =>
    diagnosticsOf({ answers, turned_out: { main: "dead" } }, "case", guide).map(({ code }) => code);
  assert.deepEqual(codesOf({ water: ["hot"] }), []);
  assert.deepEqual(codesOf({ water: ["hot"], foam: ["much"] }), ["not-asked"]);
  assert.deepEqual(codesOf({ water: ["warm"], foam: ["much"] }), ["ruled-out"]);
  assert.deepEqual(codesOf({ foam: ["much"] }), ["not-asked"]);
});
