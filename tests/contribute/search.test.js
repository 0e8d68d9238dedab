/** What the form finds by words. */

import assert from "node:assert/strict";
import test from "node:test";

import { createSearch } from "../../contribute/search.js";
import { searchedBy, siteSearchOf } from "../../contribute/site-search.js";

const texts = (/** @type {readonly {text: string}[]} */ items) => items.map(({ text }) => text);
const question = { text: "How did you come to apply, and did you have any connection with them?" };

test("words that stand everywhere don't count, and other forms of a verb do", () => {
  const items = [question, { text: "How did I do?" }, { text: "What came of it for me and to whom?" }];
  assert.equal(createSearch("en", items)("how I came to apply")[0], question);
});

test("where nothing else was typed, words that stand everywhere are looked for", () => {
  assert.deepEqual(texts(createSearch("en", [{ text: "Who are you?" }, { text: "Bread" }])("who are you")), ["Who are you?"]);
});

test("a word itself says more than its stem", () => {
  const items = [{ text: "Even so, they even said it, even twice" }, { text: "They wanted somebody for the evenings and for the weekends and for every night" }];
  assert.equal(createSearch("en", items)("evenings")[0], items[1]);
});

test("what people say finds what the guide says", () => {
  const items = [{ text: "The hours didn't fit" }, { text: "A child was there" }, { text: "Bread" }];
  assert.deepEqual(texts(createSearch("en", items, { hours: ["late shift", "childcare"] })("no childcare")), ["The hours didn't fit"]);
});

test("what is looked for more often comes first among equals", () => {
  const items = [{ text: "An interview was there" }, { text: "An interview was here", weight: 2 }];
  assert.deepEqual(createSearch("en", items)("interview"), [items[1], items[0]]);
});

test("an entry is searched by what the site's search knows of its page", () => {
  const siteSearch = siteSearchOf({
    language: "en", synonyms: {}, pages: [["causes/late/", "cause", "You were late", ["lost my way"], "It began badly.", "first impression"], ["rights/eu/#law", "right", "A law", [], "", ""]],
  });
  const data = { alsoCalled: { cause: { late: "stuck" } }, siteSearch };
  assert.deepEqual(searchedBy(data, "cause", "late"), { also: "stuck. You were late. lost my way. It began badly.", words: "first impression", weight: 1.25 });
  assert.match(searchedBy(data, "right", "law").also ?? "", /^A law/);
  assert.deepEqual(searchedBy({ alsoCalled: {} }, "myth", "x"), { also: "", words: "", weight: 1 });
});

test("a phrase of several words that a text holds comes before what shares single words, wherever they stand", () => {
  const items = [
    { text: "Bread was early", also: "asked for bread. more dough. asked again. bread, bread", weight: 4 },
    { text: "They wanted to hear other things about the dough and the oven and the loaves that I had asked for more bread for" },
    { text: "Nothing of the kind", also: "oven. asked. bread" },
  ];
  assert.equal(createSearch("en", items)("asked for more bread")[0], items[1]);
  const apart = [{ text: "Dough", also: "an evening. every week. a week. week", weight: 4 }, { text: "They had no oven then, as somebody said to somebody later, and it was an evening in the week" }, { text: "Bread" }, { text: "Salt" }, { text: "Crumb" }];
  assert.equal(createSearch("en", apart)("one evening a week")[0], apart[1]);
});
