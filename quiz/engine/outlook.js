/**
 * What the answer to a question would change in the result, before it is given.
 *
 * Each answer moves the log odds of the causes that it is linked to by its message as things stand; what these would then
 * change in the messages of earlier answers is left out, which is what makes it quick. What comes of it decides which
 * questions are worth asking, never what is believed.
 *
 * @module
 */

/** @import { Compiled, Finding, Question } from "./model.js" */
/** @import { Inference } from "./beliefs.js" */

import { expect } from "./answers.js";
import { likeliestFirst, logistic, roleShare, total } from "./model.js";

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
 * @param {readonly Finding[]} [findings]    of the question, as they are asked about
 * @returns {readonly Turn[]}
 */
export function turnsOf(compiled, inference, question, findings = question.findings) {
  return findings.flatMap((finding) => {
    expect(compiled, inference, finding);
    const options = finding.option === null ? question.answers.map(({ id }) => id) : [finding.option];
    return options.map((option, answer) => turnOf(compiled, inference, question, finding, option, answer));
  });
}

/**
 * @param {Compiled} compiled          with the finding's expectations in its workspace
 * @param {Inference} inference
 * @param {Question} question
 * @param {Finding} finding
 * @param {string} option
 * @param {number} answer              index
 * @returns {Turn}
 */
function turnOf({ causes, work }, { belief }, question, { causes: linked, base }, option, answer) {
  const share = roleShare(question.role);
  const shifts = new Map();
  linked.forEach((cause, link) => {
    const at = link * base.length + answer;
    shifts.set(cause, share * Math.log(work.with[at] / work.without[at]));
  });
  for (const cause of question.decides) {
    const { gate, notIf } = causes[cause];
    const isShut = question.kind === "pick-one" && gate[question.id] && !gate[question.id].includes(option);
    if (isShut || notIf[question.id]?.includes(option)) shifts.set(cause, -Infinity);
  }
  const [first] = linked;
  const chance = linked.length === 0 ? base[answer] : belief[first] * work.with[answer] + (1 - belief[first]) * work.without[answer];
  return { option, chance, shifts };
}

/**
 * Returns the causes that are possible, likeliest first, by index.
 *
 * @param {Compiled} compiled
 * @param {Inference} inference
 */
export function rankingOf({ causes }, { belief, logOdds }) {
  const possible = causes.flatMap(({ id }, cause) => (logOdds[cause] > -Infinity ? [{ id, cause, belief: belief[cause] }] : []));
  return possible.sort(likeliestFirst).map(({ cause }) => cause);
}

/**
 * Returns the causes that would lead after a turn, likeliest first.
 *
 * @param {Inference} inference
 * @param {readonly number[]} ranking     what `rankingOf` returns
 * @param {Turn} turn
 * @returns {readonly number[]}
 */
export function leadingAfter({ logOdds }, ranking, { shifts }) {
  const after = (/** @type {number} */ cause) => logOdds[cause] + (shifts.get(cause) ?? 0);
  const others = ranking.filter((cause) => !shifts.has(cause)).slice(0, LEADING);
  return [...others, ...shifts.keys()].sort((a, b) => after(b) - after(a)).slice(0, LEADING);
}

/**
 * Returns the beliefs after a turn.
 *
 * @param {Inference} inference
 * @param {Turn} turn
 */
export function beliefsAfter({ belief, logOdds }, { shifts }) {
  const beliefs = belief.slice();
  for (const [cause, shift] of shifts) beliefs[cause] = logistic(logOdds[cause] + shift);
  return beliefs;
}

/**
 * Returns the chance that the answer to a question puts another cause first, that it brings another among the first
 * three, and that it changes something else.
 *
 * @param {Compiled} compiled
 * @param {Inference} inference
 * @param {readonly number[]} ranking
 * @param {Question} question
 * @param {(turn: Turn) => boolean} [isOtherChange]
 */
export function chancesOfChange(compiled, inference, ranking, question, isOtherChange = () => false) {
  const leading = ranking.slice(0, LEADING);
  const turns = turnsOf(compiled, inference, question).map((turn) => ({ turn, after: leadingAfter(inference, ranking, turn) }));
  const chanceThat = (/** @type {(turn: Turn, after: readonly number[]) => boolean} */ isChange) => {
    const chances = turns.filter(({ turn, after }) => isChange(turn, after)).map(({ turn }) => turn.chance);
    return question.kind === "pick-one" ? total(chances) : 1 - chances.reduce((none, chance) => none * (1 - chance), 1);
  };
  return {
    first: chanceThat((_, [first]) => first !== leading[0]),
    leading: chanceThat((_, after) => after.some((cause) => !leading.includes(cause))),
    other: chanceThat(isOtherChange),
  };
}
