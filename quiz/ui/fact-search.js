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

// What fits less than so large a part of the best fits by accident.
const LEAST_PART = 0.4;
// From this length on a word may have one wrong letter.
const LEAST_FUZZY_LENGTH = 5;
// An answer that people put in many ways is not less likely for that, so its length hardly counts (BM25, b near 0).
const BM25 = { k: 1.2, b: 0.3, d: 0 };
const SENTENCE_END = /[.!?;\n]+/;

/**
 * @param {QuizModel} model
 * @param {AlsoSaid} alsoSaid
 * @returns {FactSearch}
 */
export function createFactSearch({ language, questions }, alsoSaid) {
  const stemOf = language.startsWith("en") ? stemmer : (/** @type {string} */ word) => word;
  const facts = questions
    .filter(({ role }) => role !== "fear")
    .flatMap(({ id: question, answers }) => answers.map(({ id: option, text }) => {
      const phrases = [text, ...(alsoSaid[question]?.[option] ?? [])];
      return { question, option, stems: phrases.flatMap((phrase) => wordsOf(phrase).map(stemOf)) };
    }));
  /** @type {Map<string, number>} */ const counts = new Map();
  for (const { stems } of facts) for (const stem of new Set(stems)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  // The texts are stemmed once; to stem twice may change a word.
  const index = new MiniSearch({ fields: ["text"], tokenize: (text) => text.split(" "), processTerm: (stem) => stem });
  index.addAll(facts.map(({ stems }, id) => ({ id, text: stems.join(" ") })));
  const rarity = (/** @type {string} */ stem) => Math.log(1 + facts.length / (1 + (counts.get(stem) ?? 0)));

  const searchSentence = (/** @type {string} */ sentence) =>
    index.search([...new Set(wordsOf(sentence).map(stemOf))].join(" "), {
      bm25: BM25,
      boostTerm: rarity,
      fuzzy: (stem) => (stem.length >= LEAST_FUZZY_LENGTH && !counts.has(stem) ? 1 : false),
    });

  return (text) => {
    const results = text.split(SENTENCE_END).flatMap(searchSentence).sort((a, b) => b.score - a.score);
    const fitting = results.filter(({ score }) => score >= LEAST_PART * results[0].score);
    return [...new Set(fitting.map(({ id }) => id))].map((id) => ({ question: facts[id].question, option: facts[id].option }));
  };
}
