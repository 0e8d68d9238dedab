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
// What fits less than so large a part of the best resembles by accident.
const LEAST_PART = 0.5;

/**
 * Something to be found: by its own text first, then by what else it is called and by its context.
 *
 * @typedef {{text: string, also?: string, context?: string}} Item
 */

/**
 * Returns a search over items, the best first; with `isStrict`, without what fits much less than the best.
 *
 * @template {Item} T
 * @param {string} language
 * @param {readonly T[]} items
 * @returns {(query: string, options?: {isStrict?: boolean}) => T[]}
 */
export function createSearch(language, items) {
  const stemOf = language.startsWith("en") ? stemmer : (/** @type {string} */ word) => word;
  const index = new MiniSearch({ fields: ["text", "also", "context"], tokenize: wordsOf, processTerm: stemOf });
  index.addAll(items.map(({ text, also = "", context = "" }, id) => ({ id, text, also, context })));
  return (query, { isStrict = false } = {}) => {
    const results = index.search(query, {
      boost: { text: 4, also: 3 },
      prefix: !isStrict,
      fuzzy: (/** @type {string} */ word) => (!isStrict && word.length >= LEAST_FUZZY_LENGTH ? 1 : false),
    });
    const least = isStrict ? LEAST_PART * (results[0]?.score ?? 0) : 0;
    return results.filter(({ score }) => score >= least).map(({ id }) => items[id]);
  };
}
