/**
 * The search: an index of the guide's pages, which MiniSearch makes of the data of generator/exports/search_index.py.
 *
 * A page is found by its title, its other names, its summary and the words of its text, which weigh less in this order.
 * A query that is one of its names leads to it before all. A word counts by its rarity (Spärck Jones, 1972), so words
 * that stand everywhere hardly count. A word that neither the guide nor its synonyms know may have one wrong letter.
 */

/** @import { SearchResult } from "./vendor/minisearch.js" */

import { correctionsOf } from "./spelling.js";
import MiniSearch from "./vendor/minisearch.js";
import { stemmer } from "./vendor/stemmer.js";
import { isEnglish, wordsOf } from "./words.js";

/**
 * @typedef {readonly [address: string, kind: string, title: string, names: readonly string[], summary: string, words: string]} PageData
 * @typedef {{language: string, synonyms: Readonly<Record<string, readonly string[]>>, pages: readonly PageData[]}} SearchData
 * @typedef {{address: string, title: string, summary: string}} Result
 * @typedef {(query: string) => Result[]} Search
 * @typedef {{words: readonly string[], meaning: string}} Phrase   what people type, and what the guide calls it
 * @typedef {Map<string, number>} Weights   of words, or of forms of words
 */

const FIELD_WEIGHTS = { title: 4, names: 4, summary: 2, words: 1, wholeNames: 4 };
// What holds in one country comes after what holds everywhere.
/** @type {Readonly<Record<string, number>>} */
export const KIND_WEIGHTS = { cause: 1.25, right: 0.5 };
// The kind that comes after all others.
const LAST_KIND = "source";
const WHOLE_NAME_WEIGHT = 100;
// What the guide's word counts for a phrase that people type instead, for a word, and for a mistyped word.
const [PHRASE_WEIGHT, SYNONYM_WEIGHT, CORRECTION_WEIGHT] = [1, 0.5, 0.8];
// What it counts where it is one of a page's names, and what a word counts that is part of such a phrase.
const [MEANING_WEIGHT, PART_WEIGHT] = [3, 0.5];
// From this length on, the last word may be the beginning of a longer one.
const PREFIX_LENGTH = 4;
// What reaches less than this share of the score of the page at this place, counted from 0, is left out.
const [LEAST_SHARE, REFERENCE] = [0.1, 2];
// How many pages are put into the index before the browser gets its turn: it draws the page anew at each, which takes as
// long as some hundred pages.
const CHUNK = 400;

/**
 * Returns the search of a guide, which returns the pages for a query, best first.
 *
 * @param {SearchData} data
 * @returns {Promise<Search>}
 */
export async function createSearch({ language, synonyms, pages }) {
  const stem = isEnglish(language) ? cached(stemmer) : (/** @type {string} */ word) => word;
  const vocabulary = new Set(Object.values(synonyms).flat().flatMap(wordsOf));
  const index = emptyIndex(stem, vocabulary);
  const documents = pages.map(([address, kind, title, names, summary, words], id) => ({ id, address, kind, title, names, summary, words }));
  await index.addAllAsync(documents, { chunkSize: CHUNK });

  const phrases = Object.entries(synonyms).flatMap(([meaning, typed]) =>
    typed.map((phrase) => ({ words: wordsOf(phrase).map(stem), meaning })),
  );
  const rarity = cached((word) => Math.log(1 + pages.length / (1 + index.search(word).length)));

  return (query) => {
    const typed = wordsOf(query);
    const last = typed.at(-1);
    if (last === undefined) return [];
    const words = corrected(typed, vocabulary);
    const stems = new Set([...words.keys()].map(stem));
    const meant = phrases.filter((phrase) => phrase.words.every((word) => stems.has(word)));
    addMeanings(words, meant, stem);

    /** @type {Weights} */ const weights = new Map();
    for (const { meaning } of meant) weights.set(wholeName(meaning, stem), MEANING_WEIGHT);
    weights.set(wholeName(query, stem), WHOLE_NAME_WEIGHT);
    for (const [word, weight] of words) for (const form of formsOf(word, stem)) weights.set(form, weight * rarity(word));
    const names = [...weights.keys()].filter((form) => form.startsWith(NAME));
    const results = index.search([...words.keys(), ...names].join("\n"), {
      boostTerm: (form) => weights.get(form) ?? 1,
      prefix: (form) => form === last && form.length >= PREFIX_LENGTH,
    });
    return relevant(results).map(({ address, title, summary }) => ({ address, title, summary }));
  };
}

// ---------------------------------------------------------------- forms of words

// No word has this sign. By it an index tells names as a whole from words and their stems.
const NAME = "=";

/** @typedef {(word: string) => string} Stem */

/** @param {string} term   a word, or a name as a whole @param {Stem} stem */
function formsOf(term, stem) {
  if (term.startsWith(NAME)) return [term];
  const root = stem(term);
  return root === term ? [term] : [term, root];
}

/** @param {string} name @param {Stem} stem */
function wholeName(name, stem) {
  return NAME + wordsOf(name).map(stem).join(" ");
}

/** @param {Stem} stem @param {Set<string>} vocabulary   gets the words of what is put into the index */
function emptyIndex(stem, vocabulary) {
  return new MiniSearch({
    fields: Object.keys(FIELD_WEIGHTS),
    storeFields: ["address", "kind", "title", "summary"],
    extractField: (page, field) => (field === "wholeNames" ? [page.title, ...page.names].map((name) => wholeName(name, stem)) : page[field]),
    stringifyField: (value) => (Array.isArray(value) ? value.join("\n") : `${value}`),
    tokenize: (text, field) => (field === "wholeNames" ? text.split("\n") : wordsOf(text)),
    processTerm: (term) => {
      if (!term.startsWith(NAME)) vocabulary.add(term);
      return formsOf(term, stem);
    },
    searchOptions: {
      processTerm: (term) => formsOf(term, stem),
      tokenize: (terms) => terms.split("\n"),
      boost: FIELD_WEIGHTS,
      boostDocument: (_id, _term, page) => KIND_WEIGHTS[`${page?.kind}`] ?? 1,
    },
  });
}

// ---------------------------------------------------------------- words of a query

/**
 * Returns the words of a query with their weights, and for an unknown word what it may stand for. The last word stays, as
 * it may not be finished.
 *
 * @param {readonly string[]} typed
 * @param {ReadonlySet<string>} vocabulary
 * @returns {Weights}
 */
function corrected(typed, vocabulary) {
  /** @type {Weights} */ const words = new Map();
  for (const word of typed) {
    const isKnown = vocabulary.has(word);
    if (!isKnown) for (const other of correctionsOf(word, vocabulary)) add(words, other, CORRECTION_WEIGHT);
    if (isKnown || word === typed.at(-1)) add(words, word, 1);
  }
  return words;
}

/**
 * Adds the words of what is meant. A phrase of several words says more than each of them.
 *
 * @param {Weights} words
 * @param {readonly Phrase[]} meant
 * @param {Stem} stem
 */
function addMeanings(words, meant, stem) {
  const parts = new Set(meant.filter((phrase) => phrase.words.length > 1).flatMap((phrase) => phrase.words));
  for (const word of words.keys()) if (parts.has(stem(word))) words.set(word, PART_WEIGHT);
  for (const phrase of meant) {
    for (const word of wordsOf(phrase.meaning)) add(words, word, phrase.words.length > 1 ? PHRASE_WEIGHT : SYNONYM_WEIGHT);
  }
}

/**
 * Returns the results without those that have little to do with the query, such as its common words, and sources last.
 * They are compared with one behind the first, which may owe its lead to its name.
 *
 * @param {readonly SearchResult[]} results   best first
 */
function relevant(results) {
  const least = (results[Math.min(REFERENCE, results.length - 1)]?.score ?? 0) * LEAST_SHARE;
  return results.filter(({ score }) => score >= least).sort((a, b) => Number(a.kind === LAST_KIND) - Number(b.kind === LAST_KIND));
}

/** @param {Weights} weights @param {string} word @param {number} weight */
function add(weights, word, weight) {
  weights.set(word, Math.max(weight, weights.get(word) ?? 0));
}

/**
 * Returns a function that remembers its results.
 *
 * @template Value
 * @param {(word: string) => Value} compute
 */
function cached(compute) {
  /** @type {Map<string, Value>} */ const results = new Map();
  return (/** @type {string} */ word) => {
    if (!results.has(word)) results.set(word, compute(word));
    return /** @type {Value} */ (results.get(word));
  };
}
