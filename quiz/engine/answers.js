/**
 * The answers that a question may get, and how likely they are.
 *
 * @module
 */

/** @import { Inference } from "./beliefs.js" */
/** @import { Compiled, Finding, Question } from "./model.js" */

import { predict } from "./likelihood.js";
import { total } from "./model.js";
import { isForemost } from "./scenes.js";

/**
 * How likely each answer of a finding is.
 *
 * @typedef {object} Expectation
 * @property {Float64Array} with        P(answer | the cause holds), at [link * answers + answer]
 * @property {Float64Array} without     P(answer | it does not), likewise
 * @property {Float64Array} chances     of each answer
 */

/**
 * Returns the answers to try for a question, each with its chance. For a pick-any question these are the empty list and
 * those with one tick; the chance of a list takes its options as independent.
 *
 * @param {Compiled} compiled
 * @param {Inference} inference
 * @param {Question} question
 * @returns {readonly {chosen: readonly string[], chance: number}[]}
 */
export function possibleAnswers(compiled, inference, question) {
  const ids = question.answers.map(({ id }) => id);
  const chances = chancesOf(compiled, inference, question);
  if (question.kind === "pick-one") return ids.map((id, index) => ({ chosen: [id], chance: chances[index] }));
  return [null, ...ids].map((only) => ({
    chosen: only === null ? [] : [only],
    chance: ids.reduce((product, id, index) => product * (id === only ? chances[index] : 1 - chances[index]), 1),
  }));
}

/**
 * Returns the chance that the answer to a question is one of those listed, or has one of them ticked.
 *
 * @param {Compiled} compiled
 * @param {Inference} inference
 * @param {Question} question
 * @param {readonly string[]} listed    answer ids
 */
export function chanceOf(compiled, inference, question, listed) {
  const chances = chancesOf(compiled, inference, question).filter((_, at) => listed.includes(question.answers[at].id));
  return question.kind === "pick-one" ? total(chances) : 1 - noneOf(chances);
}

/** Returns the chance that of several independent things none comes true. @param {readonly number[]} chances */
export function noneOf(chances) {
  return chances.reduce((none, chance) => none * (1 - chance), 1);
}

/**
 * Returns the chance of each answer of a pick-one question, or of a tick at each option of a pick-any question.
 *
 * @param {Compiled} compiled
 * @param {Inference} inference
 * @param {Question} question
 * @returns {readonly number[]}
 */
export function chancesOf(compiled, inference, question) {
  const { kind, answers, findings } = question;
  // A question that counts nothing has no findings, and any of its answers is as likely as another.
  if (findings.length === 0) return answers.map(() => 1 / answers.length);
  if (kind === "pick-one") return [...expectationOf(compiled, inference, findings[0]).chances];
  return findings.map((finding) => (isForemost(inference, question, finding) ? expectationOf(compiled, inference, finding).chances[0] : 0));
}

/**
 * Returns how likely each answer of a finding is, with and without each of its causes. It is worked out once for the same
 * beliefs.
 *
 * @param {Compiled} compiled
 * @param {Inference} inference
 * @param {Finding} finding
 * @returns {Expectation}
 */
export function expectationOf({ work }, { belief, expectations }, finding) {
  const known = expectations.get(finding);
  if (known) return known;
  const { causes, base } = finding;
  for (let link = 0; link < causes.length; link += 1) work.beliefs[link] = belief[causes[link]];
  predict(work, finding, 0, base.length);
  const expectation = {
    with: work.with.slice(0, causes.length * base.length),
    without: work.without.slice(0, causes.length * base.length),
    chances: base.slice(),
  };
  if (causes.length > 0) {
    const first = belief[causes[0]];
    for (let answer = 0; answer < base.length; answer += 1) {
      expectation.chances[answer] = first * expectation.with[answer] + (1 - first) * expectation.without[answer];
    }
  }
  expectations.set(finding, expectation);
  return expectation;
}
