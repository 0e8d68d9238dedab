/**
 * From quiz.json to what the engine computes with: indexes, log odds and likelihood ratios, worked out once.
 *
 * A *finding* is one observable thing with exclusive answers. A pick-one question is one finding; each option of
 * a pick-any question is a finding of its own, with the answers "ticked" (0) and "not ticked" (1), and another by
 * which it is judged what to ask about by itself.
 *
 * The tables of a pick-any question say how many people an option is true of, and not all of them tell it: of these the
 * share `told` says so, and of all others the share `stray`. People name fewer things on a list than they affirm when asked
 * about each (Callegaro, Murakami, Tepman & Henderson 2015; Smyth, Dillman, Christian & Stern 2006). What a cause brought
 * about stands out, and is told more readily than what is so for anyone (docs/decisions/telling.md).
 *
 * @module
 */

/** @import { Answers, CauseEntry, Gate, QuestionEntry, QuizModel } from "./types.js" */
/** @import { Inference } from "./beliefs.js" */
/** @import { Workspace } from "./likelihood.js" */

import { workspace } from "./likelihood.js";
import { asksForScenes } from "./scenes.js";

// A probability of 0 would be evidence that no other answer could ever outweigh, and NaN where two of them meet.
const MIN_PROBABILITY = 1e-9;
// Above this, how different two tables are says nothing more about which question to look at closely.
const MOST_CHI_SQUARE = 3;
// Beliefs that have not settled after so many rounds of messages are taken as they are.
const MOST_SWEEPS = 12;
// Enough to see what is asked next, for answers that nobody gave.
const TRIAL_SWEEPS = 2;
// How many of the lowest bands say too little about a cause to name it.
const WEAK_BANDS = 2;

/**
 * @typedef {object} Finding
 * @property {string | null} option        the option of a pick-any question
 * @property {string | null} synonym       shared by options that say the same
 * @property {Int32Array} causes           the linked causes, as indexes
 * @property {Float64Array} base           P(answer | none of the linked causes holds)
 * @property {Float64Array} table          P(answer | only the cause holds), at [link * answers + answer]
 * @property {Float64Array} chiSquare      for each link, how far the cause's table lies from the base, at most 3
 */

/**
 * A question as the model has it, with what it is linked to.
 *
 * @typedef {QuestionEntry & {
 *   findings: readonly Finding[],
 *   asked: readonly Finding[],
 *   firsts: readonly Finding[],
 *   share: number,
 *   decides: readonly number[],
 *   opens: readonly QuestionEntry[],
 * }} Question     `asked`: the findings where options are asked about by themselves; `firsts`: of scenes, those of the one that
 *                 was chosen before all others, in the order of `findings`; `share`: what an answer counts as
 *                 evidence, of its full weight; `decides`: the causes that an answer can rule out; `opens`: the questions
 *                 whose gate names it
 */

/**
 * Opaque to callers. Causes stand as in the model.
 *
 * @typedef {object} Compiled
 * @property {QuizModel} model
 * @property {readonly CauseEntry[]} causes
 * @property {ReadonlyMap<string, number>} causeIndex
 * @property {number} entropyBits          of which cause it was, at the start
 * @property {Float64Array} priorLogOdds
 * @property {ReadonlyMap<string, Question>} questions   by id, in the order of the ids
 * @property {readonly {cause: number, help: number}[][]} helps   by action: what it takes care of
 * @property {readonly number[]} delays     by action: at which of the guide's times it is to be taken, the earliest being 0
 * @property {Workspace} work              room for sums, so that no inner loop allocates
 * @property {number} sweeps               rounds of messages until beliefs have to be settled, at most
 * @property {WeakMap<Answers, Inference>} memo                what frozen answers lead to
 */

/**
 * Returns the model in the form that every other function of the engine takes.
 *
 * @param {QuizModel} model
 * @returns {Compiled}
 * @throws {TypeError} where the model is of another format
 */
export function compile(model) {
  if (model.format !== 1) throw new TypeError(`quiz.json has format ${model.format}`);
  const { causes } = model;
  const causeIndex = new Map(causes.map(({ id }, cause) => [id, cause]));
  const entries = [...model.questions].sort((a, b) => (a.id < b.id ? -1 : 1));
  const questions = entries.map((entry) => {
    const isNamedBy = (/** @type {{gate: Gate}} */ { gate }) => Object.hasOwn(gate, entry.id);
    return {
      ...entry,
      ...findingsByTelling(entry, causeIndex, model.telling),
      share: model.roleShares[entry.role],
      decides: [...causes.keys()].filter((cause) => isNamedBy(causes[cause]) || Object.hasOwn(causes[cause].notIf, entry.id)),
      opens: entries.filter(isNamedBy),
    };
  });
  const findings = questions.flatMap((question) => question.findings);
  return {
    model,
    causes,
    causeIndex,
    entropyBits: competingEntropyBits(causes.map(({ prior }) => prior / (1 - prior))),
    priorLogOdds: Float64Array.from(causes, ({ prior }) => logOddsOf(clamped(prior))),
    questions: new Map(questions.map((question) => [question.id, question])),
    helps: model.actions.map(({ id }) =>
      causes.flatMap(({ actions }, cause) => (Object.hasOwn(actions, id) ? [{ cause, help: actions[id] }] : [])),
    ),
    delays: model.actions.map(({ when }) => Object.keys(model.when).indexOf(when)),
    work: workspace(
      Math.max(1, ...findings.map(({ causes: linked }) => linked.length)),
      Math.max(1, ...findings.map(({ base }) => base.length)),
    ),
    sweeps: MOST_SWEEPS,
    memo: new WeakMap(),
  };
}

/** Returns the model for trials, whose beliefs are rough, and apart from those that are shown. @param {Compiled} compiled */
export function forTrials(compiled) {
  return { ...compiled, sweeps: TRIAL_SWEEPS, memo: new WeakMap() };
}

/**
 * The order of causes in every list: likeliest first, ties by id.
 *
 * @param {{id: string, belief: number}} a
 * @param {{id: string, belief: number}} b
 */
export function likeliestFirst(a, b) {
  return b.belief - a.belief || (a.id < b.id ? -1 : 1);
}

// Of two causes, one whose odds are this many times those of the other comes before it; below that they are level.
export const LEVEL_RATIO = 10;

/**
 * Tells whether a belief is in a band above the two weakest.
 *
 * @param {QuizModel} model
 * @param {number} belief
 */
export function isTelling({ bands }, belief) {
  const lowestTelling = Math.max(bands.length - 1 - WEAK_BANDS, 0);
  return belief >= bands[lowestTelling].least;
}

/**
 * Returns what an answer weighs for a cause where no other cause is possible, in natural log units.
 *
 * @param {Finding} finding
 * @param {number} link
 * @param {number} answer
 */
export function aloneWeight({ table, base }, link, answer) {
  return Math.log(table[link * base.length + answer] / base[answer]);
}

/** Returns the sum. @param {readonly number[]} numbers */
export function total(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** Returns the probability that has given log odds, in natural log units. @param {number} logOdds */
export function logistic(logOdds) {
  return 1 / (1 + Math.exp(-logOdds));
}

/** Returns log odds in natural log units. @param {number} probability */
export function logOddsOf(probability) {
  return Math.log(probability / (1 - probability));
}

/** Returns the entropy of something that holds with a probability or does not. @param {number} probability */
export function entropyBits(probability) {
  const share = (/** @type {number} */ chance) => (chance > 0 ? -chance * Math.log2(chance) : 0);
  return share(probability) + share(1 - probability);
}

/**
 * Returns the entropy of which one it was of several that compete in proportion to their odds.
 *
 * @param {readonly number[]} odds
 */
function competingEntropyBits(odds) {
  const sum = total(odds);
  return total(odds.map((ofOne) => (ofOne > 0 ? (-ofOne / sum) * Math.log2(ofOne / sum) : 0)));
}

/** Returns a probability that is neither 0 nor 1. @param {number} probability */
function clamped(probability) {
  return Math.min(Math.max(probability, MIN_PROBABILITY), 1 - MIN_PROBABILITY);
}

/**
 * @param {QuestionEntry} question
 * @param {ReadonlyMap<string, number>} causeIndex
 * @param {QuizModel["telling"]} telling
 * @returns {Pick<Question, "findings" | "asked" | "firsts">}
 */
function findingsByTelling(question, causeIndex, { list, asked, firstScene, standingOut = null }) {
  const none = { findings: [], asked: [], firsts: [] };
  if (question.role === "fear") return none;
  if (question.kind === "pick-one") {
    return { ...none, findings: [finding({}, question.base, Object.entries(question.signs), causeIndex)] };
  }
  const findingsOf = (/** @type {(share: number, base: number) => number} */ chanceOfYes) =>
    question.answers.map((choice) => {
      const { base, signs } = choice;
      const tableOf = (/** @type {number} */ share) => [chanceOfYes(share, base), 1 - chanceOfYes(share, base)];
      /** @type {[string, number[]][]} */
      const tables = Object.entries(signs).map(([cause, share]) => [cause, tableOf(share)]);
      return finding(choice, tableOf(base), tables, causeIndex);
    });
  if (asksForScenes(question)) {
    const [ofCause, ofOthers] = [firstScene.told, firstScene.stray].map((share) => [share, 1 - share]);
    const firsts = question.answers.map((choice) =>
      finding(choice, ofOthers, Object.keys(choice.signs).map((cause) => [cause, ofCause]), causeIndex));
    return { ...none, findings: findingsOf((share) => share), firsts };
  }
  const ordinary = question.told ?? list.told;
  // Halfway between the share that is told on this page and the share told of what stands out.
  const striking = standingOut === null ? ordinary : (ordinary + standingOut) / 2;
  const stray = (list.stray * ordinary) / list.told;
  const ticking = (/** @type {number} */ share, /** @type {number} */ base) =>
    ordinary * Math.min(share, base) + striking * Math.max(share - base, 0) + stray * (1 - share);
  const affirming = (/** @type {number} */ share) => asked.told * share + asked.stray * (1 - share);
  return { ...none, findings: findingsOf(ticking), asked: findingsOf(affirming) };
}

/**
 * @param {{id?: string | null, synonym?: string | null}} choice     of a pick-any question, or empty
 * @param {readonly number[]} base
 * @param {readonly [string, readonly number[]][]} signs
 * @param {ReadonlyMap<string, number>} causeIndex
 * @returns {Finding}
 */
function finding({ id: option = null, synonym = null }, base, signs, causeIndex) {
  const normal = shares(base);
  const known = signs.flatMap(([id, table]) => {
    const cause = causeIndex.get(id);
    return cause === undefined ? [] : [{ cause, table: shares(table) }];
  });
  const chiSquare = (/** @type {number[]} */ table) =>
    total(table.map((share, answer) => (share - normal[answer]) ** 2 / normal[answer]));
  return {
    option,
    synonym,
    causes: Int32Array.from(known, ({ cause }) => cause),
    base: Float64Array.from(normal),
    table: Float64Array.from(known.flatMap(({ table }) => table)),
    chiSquare: Float64Array.from(known, ({ table }) => Math.min(chiSquare(table), MOST_CHI_SQUARE)),
  };
}

/**
 * Returns the table so that it adds up to 1, which rounded numbers in a file do not quite.
 *
 * @param {readonly number[]} table
 */
function shares(table) {
  const sum = total(table.map(clamped));
  return table.map((share) => clamped(share) / sum);
}
