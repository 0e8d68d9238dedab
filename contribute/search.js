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
// What has less than so large a part of the words than the best that was found, counted in the same way, fits less well than that.
const LEAST_PART_OF_BEST = 0.7;
// What has less than so large a part of the words that were looked for, counted by how rare they are, resembles by accident.
const LEAST_PART = 0.4;

// A number says nothing without what it counts: who looks for "20 min" looks for no day.
const NUMBER = /^\d+$/;

/**
 * Something to be found: by its own text first, then by what else it is called and by its context.
 *
 * @typedef {{text: string, also?: string, context?: string}} Item
 */

/**
 * Returns a search over items, the best first, without what fits much less well than the best; with `isStrict`, without what shares too few words with what is sought.
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
  const weigh = (/** @type {readonly string[]} */ stems, /** @type {readonly {queryTerms: string[]}[]} */ results) => {
    const weights = rarities(stems, results.map(({ queryTerms }) => queryTerms), items.length);
    return (/** @type {readonly string[]} */ words) => sum(words.map((stem) => weights.get(stem) ?? 0));
  };
  const strictSearch = (/** @type {string} */ query) => {
    const results = index.search(query, { boost: { text: 4, also: 3 } });
    const weightOf = weigh(stemsOf(query), results);
    return results.filter(({ queryTerms }) => weightOf(queryTerms) >= LEAST_PART * weightOf(stemsOf(query)));
  };
  // Only the last word may still be typed.
  const isLast = (/** @type {string} */ _, /** @type {number} */ at, /** @type {string[]} */ words) => at === words.length - 1;
  const looseSearch = (/** @type {string} */ query) => {
    const results = index.search(query, {
      boost: { text: 4, also: 3 }, prefix: isLast, fuzzy: (/** @type {string} */ word) => (word.length >= LEAST_FUZZY_LENGTH ? 1 : false),
    });
    const weightOf = weigh(stemsOf(query), results);
    const weights = results.map(({ queryTerms, terms }) => (weightOf(queryTerms) + weightOf(queryTerms.filter((stem) => terms.some((term) => term.startsWith(stem))))) / 2);
    const best = Math.max(0, ...weights);
    const isAmount = query.split(/\s+/).some((word) => !NUMBER.test(word) && word !== "");
    return results.filter(({ queryTerms }, at) => weights[at] >= LEAST_PART_OF_BEST * best && !(isAmount && queryTerms.every((term) => NUMBER.test(term))));
  };
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
