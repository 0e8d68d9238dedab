/**
 * Finds texts by words, whatever form the words have: "cancel" finds "They cancelled". What the search of the site knows of an
 * entry counts here too: the words of its page, and what people say instead of the guide's words.
 *
 * @module
 */

import MiniSearch from "../search/vendor/minisearch.js";
import { stemmer } from "../search/vendor/stemmer.js";
import { wordsOf } from "../search/words.js";
import { IRREGULAR_FORMS, STOP_WORDS } from "./english.js";

// From this length on a word may have one wrong letter.
const LEAST_FUZZY_LENGTH = 5;
// What has less than so large a part of the words than the best that was found, counted in the same way, fits less well than that.
const LEAST_PART_OF_BEST = 0.3;
// What has less than so large a part of the words that were looked for, counted by how rare they are, has them by accident.
const LEAST_PART = 0.25;
// What a word counts that the guide uses for one that was typed: for one word, and for a phrase of several.
const [SYNONYM_WEIGHT, PHRASE_WEIGHT] = [0.5, 0.8];
const BOOST = { text: 4, also: 3, words: 1 };

export const PHRASE_END = /[.?!;]+\s+/;

// A number says nothing without what it counts: who looks for "20 min" looks for no day.
const NUMBER = /^\d+$/;

/**
 * Something to be found: by its own text first, then by what else it is called, by its context and by the words of its page.
 * What has a weight above 1 is looked for more often than the rest.
 *
 * @typedef {{text: string, also?: string, context?: string, words?: string, weight?: number}} Item
 */

/** @typedef {Readonly<Record<string, readonly string[]>>} Synonyms     what people say, by what the guide says */

/**
 * Returns a search over items, the best first, without what fits much less well than the best.
 *
 * @template {Item} T
 * @param {string} language
 * @param {readonly T[]} items
 * @param {Synonyms} [synonyms]
 * @returns {(query: string) => T[]}
 */
export function createSearch(language, items, synonyms = {}) {
  const stemOf = language.startsWith("en") ? stemOfEnglish : (/** @type {string} */ word) => word;
  const isStopWord = (/** @type {string} */ word) => language.startsWith("en") && STOP_WORDS.has(word);
  // A word itself says more than its stem: "evenings" and "even" have the same.
  const formsOf = (/** @type {string} */ word) => [...new Set([word, stemOf(word)])];
  const vocabulary = new Set();
  const index = new MiniSearch({ fields: ["text", "also", "context", "words"], tokenize: wordsOf, processTerm: (term) => {
    const forms = formsOf(term);
    for (const form of forms) vocabulary.add(form);
    return forms;
  } });
  index.addAll(items.map(({ text, also = "", context = "", words = "" }, id) => ({ id, text, also, context, words })));
  const phrases = Object.entries(synonyms).flatMap(([meaning, said]) => said.map((phrase) => (
    { said: wordsOf(phrase).map(stemOf), meant: wordsOf(meaning).filter((word) => !isStopWord(word)).map(stemOf) })));
  const boostDocument = (/** @type {number} */ id) => items[id].weight ?? 1;

  return (query) => {
    const typed = wordsOf(query);
    // Where only such words were typed, they are all that there is to go by.
    const telling = typed.every(isStopWord) ? typed : typed.filter((word) => !isStopWord(word));
    const stems = [...new Set(telling.map(stemOf))];
    const all = typed.map(stemOf);
    const meant = phrases.filter(({ said }) => said.every((word) => all.includes(word)) && said.some((word) => stems.includes(word)));
    /** What each term of the search stands for, of what was typed. @type {Map<string, Set<string>>} */
    const standsFor = new Map(telling.flatMap((word) => formsOf(word).map((form) => [form, new Set([stemOf(word)])])));
    /** @type {Map<string, number>} */
    const boosts = new Map();
    for (const { said, meant: words } of meant) {
      for (const word of words.filter((term) => !standsFor.has(term) || boosts.has(term))) {
        boosts.set(word, Math.max(boosts.get(word) ?? 0, said.length > 1 ? PHRASE_WEIGHT : SYNONYM_WEIGHT));
        standsFor.set(word, new Set([...(standsFor.get(word) ?? []), ...said.filter((term) => stems.includes(term))]));
      }
    }
    const rarityOf = (/** @type {string} */ term) => Math.log(1 + items.length / (1 + index.search(term, { processTerm: (word) => word, prefix: false, fuzzy: false }).length));
    const last = formsOf(typed.at(-1) ?? "");
    const results = index.search([...standsFor.keys()].join(" "), {
      boost: BOOST, boostDocument, boostTerm: (term) => (boosts.get(term) ?? 1) * rarityOf(term), processTerm: (term) => term,
      // Only the last word may still be typed.
      prefix: (term) => last.includes(term),
      fuzzy: (term) => (!vocabulary.has(term) && term.length >= LEAST_FUZZY_LENGTH ? 1 : false),
    });
    const covered = results.map(({ queryTerms }) => [...new Set(queryTerms.flatMap((term) => [...(standsFor.get(term) ?? [])]))]);
    const weights = rarities(stems, covered, items.length);
    const weightOf = (/** @type {readonly string[]} */ words) => sum(words.map((stem) => weights.get(stem) ?? 0));
    const exact = results.map(({ queryTerms, terms }, at) =>
      covered[at].filter((stem) => queryTerms.some((term) => standsFor.get(term)?.has(stem) && terms.some((match) => match.startsWith(term)))));
    const parts = results.map((_, at) => (weightOf(covered[at]) + weightOf(exact[at])) / 2);
    const least = Math.max(LEAST_PART_OF_BEST * Math.max(0, ...parts), LEAST_PART * weightOf(stems));
    const isAmount = query.split(/\s+/).some((word) => !NUMBER.test(word) && word !== "");
    const fitting = results.filter(({ queryTerms }, at) => parts[at] >= least && !(isAmount && queryTerms.every((term) => NUMBER.test(term))));
    if (stems.length < 2) return fitting.map(({ id }) => items[id]);
    return fitting
      .map(({ id, terms }) => ({ item: items[id], rank: phraseRank(items[id], all, stems, (word) => terms.includes(word) || terms.includes(stemOf(word)), stemOf) }))
      .sort((one, other) => one.rank - other.rank)
      .map(({ item }) => item);
  };
}

/**
 * Returns where something stands before its words are weighed: first what has a phrase that was typed in its text, then what has
 * several of the words in one phrase, then what has them in different places.
 *
 * @param {Item} item
 * @param {readonly string[]} typed     the stems of all words, in their order
 * @param {readonly string[]} telling     those that tell something
 * @param {(word: string) => boolean} isMatch
 * @param {(word: string) => string} stemOf
 */
function phraseRank({ text, also = "", context = "", words = "" }, typed, telling, isMatch, stemOf) {
  const runs = sharedRuns(wordsOf(text).map(stemOf), typed);
  if (runs.some((run) => new Set(run.filter((stem) => telling.includes(stem))).size > 1)) return 0;
  const phrases = [text, ...also.split(PHRASE_END), context, words];
  return phrases.some((phrase) => new Set(wordsOf(phrase).filter(isMatch).map(stemOf)).size > 1) ? 1 : 2;
}

/** Returns the runs of words that stand in a text as they were typed. @param {readonly string[]} text @param {readonly string[]} typed @returns {string[][]} */
function sharedRuns(text, typed) {
  return text.flatMap((_, start) => typed.map((__, from) => {
    const rest = text.slice(start);
    const end = rest.findIndex((word, at) => word !== typed[from + at]);
    return rest.slice(0, end < 0 ? rest.length : end);
  }));
}

/** Returns the stems of the English words that don't stand in every text. @param {readonly string[]} words */
export function tellingStems(words) {
  return words.filter((word) => !STOP_WORDS.has(word)).map(stemOfEnglish);
}

/** @param {string} word */
function stemOfEnglish(word) {
  return stemmer(IRREGULAR_FORMS.get(word) ?? word);
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
