/**
 * Finds facts of the guide for what somebody writes in their own words.
 *
 * @module
 */

/** @import { Fact, QuizModel } from "../engine/types.js" */
/** @import { AlsoSaid } from "./debrief.js" */

import MiniSearch from "../../search/vendor/minisearch.js";
import { stemmer } from "../../search/vendor/stemmer.js";
import { wordsOf } from "../../search/words.js";

/** @typedef {(text: string) => readonly Fact[]} FactSearch     the best first */

// A word that more of the phrases have says nothing beside one that fewer have.
const COMMON_PART = 0.02;
// What fits less than so large a part of the best fits by accident.
const LEAST_PART = 0.4;
// From this length on a word may have one wrong letter.
const LEAST_FUZZY_LENGTH = 5;
// A phrase that holds little else than what was written counts more than a long one that holds it too (BM25, b near 1).
const BM25 = { k: 1.2, b: 0.9, d: 0 };
const SENTENCE_END = /[.!?;\n]+/;

/**
 * @param {QuizModel} model
 * @param {AlsoSaid} alsoSaid
 * @returns {FactSearch}
 */
export function createFactSearch({ language, questions }, alsoSaid) {
  const stemOf = language.startsWith("en") ? stemmer : (/** @type {string} */ word) => word;
  const phrases = questions.filter(({ role }) => role !== "fear").flatMap(({ id: question, answers }) =>
    answers.flatMap(({ id: option, text }) =>
      [text, ...(alsoSaid[question]?.[option] ?? [])].map((phrase) => ({ question, option, stems: wordsOf(phrase).map(stemOf) }))),
  );
  /** @type {Map<string, number>} */ const counts = new Map();
  for (const { stems } of phrases) for (const stem of new Set(stems)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  // The phrases are stemmed once; to stem twice may change a word.
  const index = new MiniSearch({ fields: ["text"], tokenize: (text) => text.split(" "), processTerm: (stem) => stem });
  index.addAll(phrases.map(({ stems }, id) => ({ id, text: stems.join(" ") })));
  const rarity = (/** @type {string} */ stem) => Math.log(1 + phrases.length / (1 + (counts.get(stem) ?? 0)));

  const searchSentence = (/** @type {string} */ sentence) => {
    const stems = [...new Set(wordsOf(sentence).map(stemOf))];
    const rareStems = stems.filter((stem) => (counts.get(stem) ?? 0) <= Math.max(1, COMMON_PART * phrases.length));
    return index.search((rareStems.length > 0 ? rareStems : stems).join(" "), {
      bm25: BM25,
      boostTerm: rarity,
      fuzzy: (stem) => (stem.length >= LEAST_FUZZY_LENGTH && !counts.has(stem) ? 1 : false),
    });
  };

  return (text) => {
    const results = text.split(SENTENCE_END).flatMap(searchSentence).sort((a, b) => b.score - a.score);
    const [best] = results;
    /** @type {Map<string, Fact>} */ const facts = new Map();
    for (const { id, score } of results) {
      const { question, option } = phrases[id];
      if (score >= LEAST_PART * best.score) facts.set(`${question} ${option}`, { question, option });
    }
    return [...facts.values()];
  };
}
