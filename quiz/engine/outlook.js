/**
 * What the answer to a question would change in the result, before it is given.
 *
 * Each answer moves the log odds of the causes that it is linked to by its message as things stand. How that would change the
 * messages of earlier answers is left out, to be quick: the outlook decides which questions are worth asking, never what is
 * believed.
 *
 * @module
 */

/** @import { Compiled, Finding, Question } from "./model.js" */
/** @import { Expectation } from "./answers.js" */
/** @import { Inference } from "./beliefs.js" */

import { expectationOf, noneOf } from "./answers.js";
import { total } from "./model.js";
import { isForemost } from "./scenes.js";

const LEADING = 3;

/**
 * One way in which a question may be answered: with one answer, or with a tick at one option, whatever is ticked besides.
 *
 * @typedef {object} Turn
 * @property {string} option
 * @property {number} chance
 * @property {ReadonlyMap<number, number>} shifts     of the log odds, by cause; −∞ where the answer rules it out
 */

/**
 * Returns the ways in which a question may be answered. For pick-any the chances do not add up to 1.
 *
 * @param {Compiled} compiled
 * @param {Inference} inference
 * @param {Question} question
 * @returns {readonly Turn[]}
 */
export function turnsOf(compiled, inference, question) {
  return question.findings.filter((finding) => isForemost(inference, question, finding)).flatMap((finding) => {
    const expectation = expectationOf(compiled, inference, finding);
    const options = finding.option === null ? question.answers.map(({ id }) => id) : [finding.option];
    return options.map((option, answer) => turnOf(compiled, expectation, question, finding, option, answer));
  });
}

/**
 * @param {Compiled} compiled
 * @param {Expectation} expectation
 * @param {Question} question
 * @param {Finding} finding
 * @param {string} option
 * @param {number} answer              index
 * @returns {Turn}
 */
function turnOf({ causes }, expectation, question, { causes: linked, base }, option, answer) {
  const shifts = new Map();
  linked.forEach((cause, link) => {
    const at = link * base.length + answer;
    shifts.set(cause, question.share * Math.log(expectation.with[at] / expectation.without[at]));
  });
  for (const cause of question.decides) {
    const { gate, notIf } = causes[cause];
    const isShut = question.kind === "pick-one" && gate[question.id] && !gate[question.id].includes(option);
    if (isShut || notIf[question.id]?.includes(option)) shifts.set(cause, -Infinity);
  }
  return { option, chance: expectation.chances[answer], shifts };
}

/**
 * Returns the causes that would lead after a turn, or that lead now, likeliest first.
 *
 * @param {Inference} inference
 * @param {Turn} [turn]
 * @returns {readonly number[]}     three at the most
 */
export function likeliestThree(inference, turn) {
  const shifts = turn?.shifts ?? new Map();
  const after = (/** @type {number} */ cause) => inference.logOdds[cause] + (shifts.get(cause) ?? 0);
  const leading = [...shifts.keys()].filter((cause) => after(cause) > -Infinity);
  let places = LEADING;
  for (const cause of rankingOf(inference)) {
    if (shifts.has(cause)) continue;
    if (places-- === 0) break;
    leading.push(cause);
  }
  return leading.sort((a, b) => after(b) - after(a)).slice(0, LEADING);
}

/** Returns the causes that are possible, likeliest first, worked out once. @param {Inference} inference */
function rankingOf(inference) {
  const { logOdds } = inference;
  const possible = () => [...logOdds.keys()].filter((cause) => logOdds[cause] > -Infinity);
  return (inference.ranking ??= possible().sort((a, b) => logOdds[b] - logOdds[a]));
}

/**
 * Returns the chance that the answer to a question puts another cause first, and that it brings another among the first
 * three.
 *
 * @param {Compiled} compiled
 * @param {Inference} inference
 * @param {Question} question
 */
export function chancesOfChange(compiled, inference, question) {
  const leading = likeliestThree(inference);
  const turns = turnsOf(compiled, inference, question).map((turn) => ({ chance: turn.chance, after: likeliestThree(inference, turn) }));
  const chanceThat = (/** @type {(after: readonly number[]) => boolean} */ isChange) => {
    const chances = turns.filter(({ after }) => isChange(after)).map(({ chance }) => chance);
    return question.kind === "pick-one" ? total(chances) : 1 - noneOf(chances);
  };
  return {
    first: chanceThat(([first]) => first !== leading[0]),
    leading: chanceThat((after) => after.some((cause) => !leading.includes(cause))),
  };
}
