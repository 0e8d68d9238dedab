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

const FIELD_WEIGHTS = { text: 1, alsoSaid: 1, label: 0.3 };
// A word that more of the facts have says nothing beside one that fewer have.
const COMMON_PART = 0.05;
// What fits less than so large a part of the best fits by accident.
const LEAST_PART = 0.4;
// From this length on a word may have one wrong letter.
const LEAST_FUZZY_LENGTH = 5;

/**
 * @param {QuizModel} model
 * @param {AlsoSaid} alsoSaid
 * @returns {FactSearch}
 */
export function createFactSearch({ language, questions }, alsoSaid) {
  const stemOf = language.startsWith("en") ? stemmer : (/** @type {string} */ word) => word;
  const facts = questions.filter(({ role }) => role !== "fear").flatMap(({ id: question, label, answers }) =>
    answers.map(({ id: option, text }) => ({ question, option, text, label, alsoSaid: alsoSaid[question]?.[option] ?? [] })),
  );
  /** @type {Map<string, number>} */ const counts = new Map();
  for (const { text, alsoSaid: phrases } of facts) {
    const stems = new Set([text, ...phrases].flatMap(wordsOf).map(stemOf));
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  const index = new MiniSearch({
    fields: Object.keys(FIELD_WEIGHTS),
    extractField: (fact, name) => (Array.isArray(fact[name]) ? fact[name].join("\n") : fact[name]),
    tokenize: wordsOf,
    processTerm: stemOf,
  });
  index.addAll(facts.map((fact, id) => ({ ...fact, id })));

  return (text) => {
    const words = [...new Set(wordsOf(text).map(stemOf))];
    const rareWords = words.filter((word) => (counts.get(word) ?? 0) <= Math.max(1, COMMON_PART * facts.length));
    // Stemmed already, and stemming twice may change a word.
    const results = index.search((rareWords.length > 0 ? rareWords : words).join(" "), {
      boost: FIELD_WEIGHTS,
      processTerm: (word) => word,
      fuzzy: (word) => (word.length >= LEAST_FUZZY_LENGTH && !counts.has(word) ? 1 : false),
    });
    return results
      .filter(({ score }) => score >= LEAST_PART * results[0].score)
      .map(({ id }) => ({ question: facts[id].question, option: facts[id].option }));
  };
}
