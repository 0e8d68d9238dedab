/**
 * Finds texts by words, whatever form the words have: "cancel" finds "They cancelled".
 *
 * @module
 */

import MiniSearch from "../search/vendor/minisearch.js";
import { stemmer } from "../search/vendor/stemmer.js";
import { wordsOf } from "../search/words.js";

// From this length on a word may have one wrong letter.
const LEAST_FUZZY_LENGTH = 5;
// What has less than so large a part of the words that were looked for, counted by how rare they are, resembles by accident.
const LEAST_PART = 0.4;

/**
 * Something to be found: by its own text first, then by what else it is called and by its context.
 *
 * @typedef {{text: string, also?: string, context?: string}} Item
 */

/**
 * Returns a search over items, the best first; with `isStrict`, without what shares too few words with what is sought.
 *
 * @template {Item} T
 * @param {string} language
 * @param {readonly T[]} items
 * @returns {(query: string, options?: {isStrict?: boolean}) => T[]}
 */
export function createSearch(language, items) {
  const stemOf = language.startsWith("en") ? stemmer : (/** @type {string} */ word) => word;
  const stemsOf = (/** @type {string} */ text) => [...new Set(wordsOf(text).map(stemOf))];
  const index = new MiniSearch({ fields: ["text", "also", "context"], tokenize: wordsOf, processTerm: stemOf });
  index.addAll(items.map(({ text, also = "", context = "" }, id) => ({ id, text, also, context })));
  const strictSearch = (/** @type {string} */ query) => {
    const results = index.search(query, { boost: { text: 4, also: 3 } });
    const weights = rarities(stemsOf(query), results.map(({ queryTerms }) => queryTerms), items.length);
    const whole = sum(weights.values());
    return results.filter(({ queryTerms }) => sum(queryTerms.map((stem) => weights.get(stem) ?? 0)) >= LEAST_PART * whole);
  };
  const looseSearch = (/** @type {string} */ query) => index.search(query, {
    boost: { text: 4, also: 3 }, prefix: true, fuzzy: (/** @type {string} */ word) => (word.length >= LEAST_FUZZY_LENGTH ? 1 : false),
  });
  return (query, { isStrict = false } = {}) => (isStrict ? strictSearch : looseSearch)(query).map(({ id }) => items[id]);
}

/**
 * Returns how much it says that an item has a word, by word: nothing where all of them have it.
 *
 * @param {readonly string[]} words
 * @param {readonly (readonly string[])[]} matches     the words that each matching item has
 * @param {number} count     of all items
 * @returns {Map<string, number>}
 */
function rarities(words, matches, count) {
  return new Map(words.map((word) => [word, Math.log((count + 1) / (1 + matches.filter((match) => match.includes(word)).length))]));
}

/** @param {Iterable<number>} numbers */
function sum(numbers) {
  return [...numbers].reduce((total, number) => total + number, 0);
}
