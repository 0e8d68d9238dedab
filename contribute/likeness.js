/**
 * Finds what is said in other words: how much of a question stands in an answer, in its text or in what people say instead of it.
 *
 * @module
 */

import { wordsOf } from "../search/words.js";
import { SAME_WORDS, VAGUE_WORDS } from "./english.js";
import { tellingStems } from "./search.js";

// What has less than so large a part of the words that are looked for, counted by how rare they are, only has a word or two of them.
const LEAST_PART = 0.4;

/**
 * Returns a function that finds the items that resemble a text, the nearest first. Each phrase of an item is compared by itself, and
 * all of them together: "applied there before" and "several times" may be said of one thing.
 *
 * @template T
 * @param {string} language
 * @param {readonly T[]} items
 * @param {(item: T) => readonly string[]} phrasesOf     ways to say it
 * @returns {(text: string) => T[]}
 */
export function createLikeness(language, items, phrasesOf) {
  const phrases = items.map((item) => phrasesOf(item).map((phrase) => termsOf(phrase, language)));
  const terms = phrases.map((ways) => [...new Set(ways.flat())]);
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const term of terms.flat()) counts.set(term, (counts.get(term) ?? 0) + 1);
  const rarity = (/** @type {string} */ term) => Math.log(1 + items.length / (1 + (counts.get(term) ?? 0)));
  const size = (/** @type {readonly string[]} */ words, power = 1) => words.reduce((sum, word) => sum + rarity(word) ** power, 0);

  return (text) => {
    const sought = termsOf(text, language);
    const shared = (/** @type {readonly string[]} */ words) => words.filter((word) => sought.includes(word));
    const nearness = (/** @type {readonly string[]} */ words) => size(shared(words), 2) / Math.sqrt(size(sought, 2) * size(words, 2) || 1);
    return items
      .map((item, at) => ({ item, part: size(shared(terms[at])) / (size(sought) || 1), near: Math.max(0, ...phrases[at].map(nearness)) }))
      .filter(({ part }) => part >= LEAST_PART)
      .sort((one, other) => other.part + other.near - one.part - one.near)
      .map(({ item }) => item);
  };
}

/** Returns the words of a text that tell something, each once and in the form in which they are compared. @param {string} text @param {string} language */
function termsOf(text, language) {
  const words = wordsOf(text);
  if (!language.startsWith("en")) return [...new Set(words)];
  return [...new Set(tellingStems(words.filter((word) => !VAGUE_WORDS.has(word)).map((word) => SAME_WORDS.get(word) ?? word)))];
}
