import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createSearch } from "../../search/engine.js";
import { correctionsOf } from "../../search/spelling.js";
import { wordsOf } from "../../search/words.js";

const data = {
  language: "en",
  synonyms: { yeast: ["leaven", "sourdough starter"], "Your oven was cold": ["no heat"] },
  pages: [
    ["causes/dead-yeast/", "cause", "The yeast was dead", ["nothing rose", "old packet of yeast"], "It had been open for a year.", "flour water warm bread loaf"],
    ["causes/cold-oven/", "cause", "Your oven was cold", ["it wasn't hot"], "The light went out too soon.", "bread loaf crust crème non-stick yeast"],
    ["actions/test/", "action", "Test the yeast in warm water", [], "Wait ten minutes for foam.", "sugar bread loaf"],
    ["rights/short-weight/", "right", "The weight of bread", [], "A loaf has to weigh what it says.", "bread loaf"],
    ["evidence/#baker", "source", "Baker, 2001: Yeast yeast yeast", ["yeast"], "Yeast.", "yeast bread loaf"],
    ...Array.from({ length: 20 }, (_, at) => [`more/${at}/`, "page", `Bread ${at}`, [], "About bread and a loaf.", "loaf"]),
  ],
};
const search = await createSearch(data);
const addresses = (query) => search(query).map(({ address }) => address);

test("a name leads to its page before all", () => {
  for (const [address, kind, title, names] of data.pages) {
    if (kind !== "source") for (const name of [title, ...names]) assert.equal(addresses(name)[0], address, name);
  }
});

test("a rare word counts more than words that stand everywhere", () => {
  assert.equal(addresses("bread loaf oven")[0], "causes/cold-oven/");
});

test("sources come last, however often they have the word", () => {
  assert.equal(addresses("yeast").at(-1), "evidence/#baker");
});

test("what people type instead finds what is meant, be it a word, a phrase or a title", () => {
  assert.equal(addresses("leaven")[0], "causes/dead-yeast/");
  assert.equal(addresses("my sourdough starter")[0], "causes/dead-yeast/");
  assert.equal(addresses("there was no heat")[0], "causes/cold-oven/");
  assert.equal(addresses("leavem")[0], "causes/dead-yeast/");
});

test("one letter may be wrong, missing, too many or in the place of its neighbour", () => {
  const vocabulary = new Set(["crust", "yeast", "oven", "warm"]);
  for (const typed of ["crist", "crst", "crusst", "curst", "rcust", "crus", "crustt", "xrust"]) {
    assert.deepEqual(correctionsOf(typed, vocabulary), ["crust"], typed);
  }
  assert.deepEqual(correctionsOf("crtsu", vocabulary), []);
  assert.deepEqual(correctionsOf("ovn", vocabulary), []);
  assert.equal(addresses("cursty oevn")[0], "causes/cold-oven/");
});

test("a word that is still being typed finds what it may become", () => {
  assert.ok(addresses("suga").includes("actions/test/"));
});

test("inflected words find one another", () => {
  assert.equal(addresses("tested")[0], "actions/test/");
});

test("nothing in a query is syntax", () => {
  const plain = addresses("yeast");
  for (const query of ["yeast:", '"yeast"', "+yeast", "-yeast", "yeast*", "yeast~1", "yeast^2", "title:yeast ", "(yeast)", "«yeast»", "=yeast"]) {
    assert.ok(addresses(query).includes(plain[0]), query);
  }
  assert.deepEqual(addresses('"yeast":'), plain);
});

test("a query without words, or with unknown words alone, finds nothing", () => {
  for (const query of ["", "  ", ":", "\"'", "…", "qqqqqq", "__proto__", "constructor", "toString"]) assert.deepEqual(addresses(query), [], query);
});

test("accents, apostrophes, hyphens and their absence are one", () => {
  assert.deepEqual(wordsOf("Crème wasn’t non-stick"), ["creme", "wasnt", "non", "stick", "nonstick"]);
  assert.deepEqual(addresses("creme"), addresses("CRÈME"));
  assert.deepEqual(addresses("wasnt hot"), addresses("wasn't hot"));
  for (const query of ["nonstick", "non stick", "non-stick"]) assert.equal(addresses(query)[0], "causes/cold-oven/", query);
});

test("scripts without spaces are searched character by character", async () => {
  const page = ["a/", "cause", "酵母死了", [], "面团没有发起来", ""];
  const chinese = await createSearch({ language: "zh", synonyms: {}, pages: [page, ["b/", "cause", "烤箱", [], "", ""]] });
  assert.equal(chinese("酵母")[0]?.address, "a/");
});

test("what belongs to others is as their packages have it", () => {
  const copies = {
    "minisearch.js": "minisearch/dist/es/index.js",
    "minisearch.d.ts": "minisearch/dist/es/index.d.ts",
    "stemmer.js": "stemmer/index.js",
    "stemmer.d.ts": "stemmer/index.d.ts",
  };
  const textOf = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
  for (const [copy, original] of Object.entries(copies)) {
    assert.equal(textOf(`search/vendor/${copy}`), textOf(`node_modules/${original}`), copy);
  }
});

test("every single letter finds something or nothing, without an error", () => {
  for (const letter of "abcdefghijklmnopqrstuvwxyzäß0123456789") assert.ok(Array.isArray(search(letter)), letter);
});

test("what another script adds to all objects changes nothing", async () => {
  const before = addresses("yeast");
  // oxlint-disable-next-line no-extend-native -- as scripts of other sites do that embed a part of this one
  Object.defineProperty(Object.prototype, "added", { value: () => {}, enumerable: true, configurable: true });
  try {
    assert.deepEqual((await createSearch(data))("yeast").map(({ address }) => address), before);
  } finally {
    delete Object.prototype.added;
  }
});
