/**
 * Finds facts of the guide for what somebody writes in their own words.
 *
 * @module
 */

/** @import { Fact, QuizModel } from "../../engine/types.js" */

import { correctionsOf } from "../../../search/spelling.js";
import { stemmer } from "../../../search/vendor/stemmer.js";
import { isEnglish, wordsOf } from "../../../search/words.js";

/** @typedef {Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>} AlsoSaid   by question and option */
/** @typedef {(text: string) => readonly Fact[]} FactSearch     the best first */

/**
 * @typedef {object} Phrasings
 * @property {Fact} fact
 * @property {readonly ReadonlySet<string>[]} phrases      the words of each way to put it, stemmed
 * @property {ReadonlyMap<string, number>} uses            in how many of them a word is
 */

// What scores less than this share of the best, or of what a word scores that occurs in one answer only, fits by accident
// (docs/decisions/own-words.md).
const LEAST_PART_OF_BEST = 0.6;
const LEAST_PART_OF_A_WORD = 0.65;
// An answer that says the same in few words counts for more than one with some of many words in common.
const LENGTH_EXPONENT = 1.3;
// What the wordings of a fact count together besides the one that fits best, and how soon a word in several of them counts no more.
const TOGETHER_WEIGHT = 1 / 6;
const USES_SATURATION = 1.2;
const SENTENCE_END = /[.!?;\n]+/;

/**
 * @param {QuizModel} model
 * @param {AlsoSaid} alsoSaid
 * @returns {FactSearch}
 */
export function createFactSearch({ language, questions }, alsoSaid) {
  const stemOf = isEnglish(language) ? stemmer : (/** @type {string} */ word) => word;
  const vocabulary = new Set();
  const stemsOf = (/** @type {string} */ phrase) => {
    const words = wordsOf(phrase);
    words.forEach((word) => vocabulary.add(word));
    return new Set(words.map(stemOf));
  };
  const allPhrasings = questions.filter(({ role }) => role === "evidence" || role === "routing").flatMap(({ id: question, answers }) =>
    answers.map(({ id: option, text }) => phrasingsOf({ question, option }, [text, ...(alsoSaid[question]?.[option] ?? [])].map(stemsOf))));
  const rarity = rarityIn(allPhrasings);
  const leastScore = LEAST_PART_OF_A_WORD * scoreOfAWord(rarityOf(1, allPhrasings.length));
  const lengthOf = (/** @type {Iterable<string>} */ stems) => Math.sqrt(sum(stems, (stem) => rarity(stem) ** 2));
  const lengths = new Map(allPhrasings.flatMap(({ phrases }) => phrases.map((stems) => [stems, lengthOf(stems) ** LENGTH_EXPONENT])));

  const fit = (/** @type {ReadonlySet<string>} */ sentence, /** @type {Phrasings} */ { phrases, uses }) => {
    const shared = [...sentence].filter((stem) => uses.has(stem));
    if (shared.length === 0) return 0;
    const best = Math.max(...phrases.map((stems) => sum(shared.filter((stem) => stems.has(stem)), (stem) => rarity(stem) ** 2) / (lengths.get(stems) ?? 1)));
    const together = sum(shared, (stem) => rarity(stem) ** 2 * saturated(uses.get(stem) ?? 0));
    return (best + TOGETHER_WEIGHT * together) / Math.sqrt(lengthOf(sentence));
  };
  const sentencesOf = (/** @type {string} */ text) => text.split(SENTENCE_END)
    .map((sentence) => new Set(wordsOf(sentence).flatMap((word) => vocabulary.has(word) ? [word] : [word, ...correctionsOf(word, vocabulary)]).map(stemOf)))
    .filter((stems) => stems.size > 0);

  return (text) => {
    const sentences = sentencesOf(text);
    const results = allPhrasings
      .map((phrasings) => ({ fact: phrasings.fact, score: Math.max(0, ...sentences.map((sentence) => fit(sentence, phrasings))) }))
      .sort((a, b) => b.score - a.score);
    return results.filter(({ score }) => score >= leastScore && score >= LEAST_PART_OF_BEST * results[0].score).map(({ fact }) => fact);
  };
}

/** @param {Fact} fact @param {readonly ReadonlySet<string>[]} phrases @returns {Phrasings} */
function phrasingsOf(fact, phrases) {
  /** @type {Map<string, number>} */ const uses = new Map();
  for (const stems of phrases) for (const stem of stems) uses.set(stem, (uses.get(stem) ?? 0) + 1);
  return { fact, phrases, uses };
}

/**
 * Returns how rare a word is among facts: its inverse document frequency.
 *
 * @param {readonly Phrasings[]} allPhrasings
 */
function rarityIn(allPhrasings) {
  /** @type {Map<string, number>} */ const counts = new Map();
  for (const { uses } of allPhrasings) for (const stem of uses.keys()) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return (/** @type {string} */ stem) => rarityOf(counts.get(stem) ?? 0, allPhrasings.length);
}

/** Returns how rare a word is that `count` of all facts have. @param {number} count @param {number} all */
function rarityOf(count, all) {
  return Math.log(1 + all / (1 + count));
}

/** Returns how well a word alone fits an answer that is the only one to have it. @param {number} rarity */
function scoreOfAWord(rarity) {
  return (rarity ** 2 / rarity ** LENGTH_EXPONENT + TOGETHER_WEIGHT * rarity ** 2 * saturated(1)) / Math.sqrt(rarity);
}

/** @param {number} count */
function saturated(count) {
  return count / (count + USES_SATURATION);
}

/** @param {Iterable<string>} stems @param {(stem: string) => number} valueOf */
function sum(stems, valueOf) {
  let total = 0;
  for (const stem of stems) total += valueOf(stem);
  return total;
}
