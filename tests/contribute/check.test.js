/** What the form finds wrong, and what it makes of a title. */

import assert from "node:assert/strict";
import test from "node:test";

import { faultsOf, idFault, idFrom } from "../../contribute/check.js";
import { blocks, proseFaults } from "../../contribute/prose.js";
import { filled, withValueAt } from "../../contribute/schema.js";

const schema = {
  required: ["title", "text", "level"],
  properties: {
    title: { type: "string", maxLength: 20, pattern: "^[^\\n]*$" },
    text: { type: "string", "x-prose": true },
    level: { enum: ["low", "high"] },
    minutes: { type: "integer", minimum: 1, maximum: 100 },
    reviewed: { type: "string", format: "date" },
    signs: { additionalProperties: { additionalProperties: { enum: ["most", "some"] } } },
  },
};
const data = /** @type {any} */ ({
  kinds: { cause: { schema }, case: { schema: { properties: { story: { type: "string", "x-prose": true } } } } },
  shares: { most: 0.7, some: 0.35 }, pickOne: ["water"], avoid: { "at the end of the day": "leave it out" },
  links: ["cause"], sentenceWords: 12, answers: { water: { warm: "Warm", cold: "Cold" } },
});
const good = { title: "A", text: "Plain.", level: "low" };
const codes = (/** @type {any} */ entry, kind = "cause") => faultsOf(entry, kind, data).map(({ path, code }) => `${path.join(".")} ${code}`);

test("an entry in order has no fault", () => assert.deepEqual(codes(good), []));

test("what is needed and empty is named", () => {
  assert.deepEqual(codes({ title: "  ", text: "" }), ["title needed", "text needed", "level needed"]);
});

test("each kind of field says what is wrong with it", () => {
  const entry = { ...good, title: "x".repeat(21), level: "middle", minutes: "5 min", reviewed: "2026-02-30" };
  assert.deepEqual(codes(entry), ["title too_long", "level unknown_word", "minutes not_a_number", "reviewed bad_date"]);
  assert.deepEqual(codes({ ...good, minutes: "0" }), ["minutes out_of_range"]);
});

test("texts hold plain Markdown only", () => {
  const of = (/** @type {string} */ text, isProse = true) => proseFaults(text, isProse ? ["cause", "source"] : null).map(({ code }) => code);
  assert.deepEqual(of("a <b> c"), ["html"]);
  assert.deepEqual(of("![x](https://e.org)"), ["image"]);
  assert.deepEqual(of("# Big"), ["heading"]);
  assert.deepEqual(of("Big\n---"), ["heading"]);
  assert.deepEqual(of("```js"), ["code"]);
  assert.deepEqual(of("a &amp; b"), ["character_reference"]);
  assert.deepEqual(of("[x](javascript:alert(1))"), ["link"]);
  assert.deepEqual(of("[x](http://e.org)"), ["link"]);
  assert.deepEqual(of("[x] (https://e.org)"), ["link"]);
  assert.deepEqual(of("[x](https://e.org/a?b=c#d) [](cause:too-long) *a* **b**\n\n- c\n> d"), []);
  assert.deepEqual(of("[x](https://e.org)", false), ["link_in_line"]);
});

test("shares of one question can't be more than everyone", () => {
  assert.deepEqual(codes({ ...good, signs: { water: { warm: "most", cold: "most" } } }), ["signs.water too_many"]);
  assert.deepEqual(codes({ ...good, signs: { water: { warm: "most", cold: "some" } } }), []);
});

test("style is advice", () => {
  const found = faultsOf({ ...good, text: "At the end of the day, one two three four five six seven eight nine ten." }, "cause", data);
  assert.deepEqual(found.map(({ code, isAdvice }) => [code, isAdvice]), [["avoided", true], ["long_sentence", true]]);
});

test("a case names nobody", () => {
  assert.deepEqual(codes({ story: "Write to ann@example.org." }, "case"), ["story personal"]);
});

test("a file name is made from the title, and told what is wrong with it", () => {
  assert.equal(idFrom("You didn't say “Ärger”, 2 times!"), "you-didnt-say-arger-2-times");
  assert.ok(idFrom("word ".repeat(40)).length <= 60);
  assert.equal(idFrom("🙂"), "");
  assert.deepEqual(["", "A b", "x", "fine-1"].map((id) => idFault(id, ["x"])), ["needed", "bad_id", "taken", null]);
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
