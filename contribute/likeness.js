/**
 * Finds what says the same in other words: how much of a text stands in one of the ways in which something is said.
 *
 * @module
 */

/** @import { Synonyms } from "./search.js" */

import { wordsOf } from "../search/words.js";
import { SAME_WORDS, VAGUE_WORDS } from "./english.js";
import { tellingStems } from "./search.js";

// How large a part of the words that are looked for a phrase has at least, counted by how rare they are, and how near the two are as a
// whole: where they share several words, and where they share one.
const LEAST_OF_SEVERAL = { part: 0.45, near: 0.4 };
const LEAST_OF_ONE = { part: 0.6, near: 0.7 };
// What a word counts that the guide uses for one that was typed.
const SYNONYM_WEIGHT = 0.7;

const NO_LIKENESS = { part: 0, near: 0, count: 0 };

/**
 * Returns a function that finds the items that resemble a text, the nearest first. Each phrase of an item is compared by itself, since
 * words that stand in different places only meet by accident.
 *
 * @template T
 * @param {string} language
 * @param {readonly T[]} items
 * @param {(item: T) => readonly string[]} phrasesOf     ways to say it
 * @param {Synonyms} [synonyms]
 * @returns {(text: string) => T[]}
 */
export function createLikeness(language, items, phrasesOf, synonyms = {}) {
  const phrases = items.map((item) => phrasesOf(item).map((phrase) => termsOf(phrase, language)).filter((words) => words.length > 0));
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const term of phrases.flatMap((ways) => [...new Set(ways.flat())])) counts.set(term, (counts.get(term) ?? 0) + 1);
  const rarity = (/** @type {string} */ term) => Math.log(1 + items.length / (1 + (counts.get(term) ?? 0)));
  const size = (/** @type {Iterable<string>} */ words, power = 1) => [...words].reduce((sum, word) => sum + rarity(word) ** power, 0);
  const meanings = Object.entries(synonyms).flatMap(([meaning, said]) => said.map((phrase) => (
    { said: termsOf(phrase, language), meant: termsOf(meaning, language) }))).filter(({ said }) => said.length > 0);

  return (text) => {
    const sought = termsOf(text, language);
    const standsFor = wordsBehind(sought, meanings);
    const likeness = (/** @type {readonly string[]} */ words) => {
      const shared = words.filter((word) => sought.includes(word));
      const meant = words.filter((word) => standsFor.has(word));
      const behind = new Set(meant.flatMap((word) => standsFor.get(word) ?? []).filter((word) => !shared.includes(word)));
      const sum = (/** @type {number} */ power) => size(shared, power) + SYNONYM_WEIGHT * Math.min(size(meant, power), size(behind, power));
      const part = (size(shared) + SYNONYM_WEIGHT * size(behind)) / (size(sought) || 1);
      const near = sum(2) / (Math.sqrt(size(sought, 2) * size(words, 2)) || 1);
      return { part, near, count: shared.length + behind.size };
    };
    return items
      .map((item, at) => ({ item, ...phrases[at].map(likeness).reduce((best, other) => (other.part + other.near > best.part + best.near ? other : best), NO_LIKENESS) }))
      .filter(({ part, near, count }) => [...(count >= Math.min(2, sought.length) ? [LEAST_OF_SEVERAL] : []), LEAST_OF_ONE].some((least) => part >= least.part && near >= least.near))
      .sort((one, other) => other.part + other.near - one.part - one.near)
      .map(({ item }) => item);
  };
}

/**
 * Returns the words of the guide that stand for some that are looked for, with those.
 *
 * @param {readonly string[]} sought
 * @param {readonly {said: readonly string[], meant: readonly string[]}[]} meanings
 * @returns {Map<string, string[]>}
 */
function wordsBehind(sought, meanings) {
  const pairs = meanings
    .filter(({ said }) => said.every((word) => sought.includes(word)))
    .flatMap(({ said, meant }) => meant.filter((word) => !sought.includes(word)).map((word) => ({ word, said })));
  return pairs.reduce((all, { word, said }) => all.set(word, [...(all.get(word) ?? []), ...said]), new Map());
}

/** Returns the words of a text that tell something, each once and in the form in which they are compared. @param {string} text @param {string} language */
function termsOf(text, language) {
  const words = wordsOf(text);
  if (!language.startsWith("en")) return [...new Set(words)];
  return [...new Set(tellingStems(words.filter((word) => !VAGUE_WORDS.has(word)).map((word) => SAME_WORDS.get(word) ?? word)))];
}
