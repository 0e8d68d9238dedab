/**
 * The order of actions: which fit this person, and which of them comes next.
 *
 * What has a time limit comes first if it suits nearly everybody with the leading cause, or those whom it fits, then the
 * strongest action against that cause, then what can't wait, then what was made for an answer, then the other main ones; the
 * rest are further ones, those against the leading cause before the others. Of what has a time limit the strongest comes first,
 * and of equally strong actions the sooner. Otherwise it is help for effort that counts (cf. Heckerman, Breese & Rommelse 1995,
 * where repairs are ranked by probability over cost, each with the cost of trying it at all).
 *
 * @module
 */

/** @import { ActionEntry, CauseEntry } from "./types.js" */
/** @import { Compiled } from "./model.js" */
/** @import { Statements } from "./statements.js" */

import { isFitting } from "./gates.js";
import { likeliestFirst } from "./model.js";
import { questionOf } from "./questions.js";
import { controlOf } from "./verdict.js";

// To begin anything takes an effort. Without this, what takes a minute would lead however little it helps.
const STARTING_EFFORT_MINUTES = 10;
// A plan is no list of all there is: what helps in fewer than four cases of a hundred is left out.
const MIN_HELP = 0.04;
// What takes care of a cause in at least half the cases where it holds suits nearly everybody with that cause.
const SUITS_NEARLY_ALL = 0.5;
// What can't wait is open to everybody whom it concerns: what helps fewer than this with a cause may be for somebody else.
const CONCERNS_MANY = 0.2;
// What has the same place is ordered by help for its effort.
const ORDER = Object.freeze({ timeLimit: 0, strongest: 1, due: 2, forAnswer: 3, main: 4, leading: 5, other: 6 });

/**
 * The place of an action in a plan.
 *
 * @typedef {object} Place
 * @property {number} order
 * @property {boolean} isMain
 * @property {boolean} isForAnswer   whether it was made for an answer, and helps many with the leading cause
 * @property {number} weakness   of what has a time limit: how often it doesn't take care of the leading cause
 * @property {number} delay      of what has a time limit: how late it is to be taken
 */

/**
 * Returns for each action that fits its place in the plan, by index.
 *
 * @param {Compiled} compiled
 * @param {Float64Array} beliefs
 * @param {Statements} statements
 * @param {boolean} isClear     whether the leading cause rests on more than little
 * @returns {Map<number, Place>}
 */
export function placesOf(compiled, beliefs, statements, isClear) {
  const { actions } = compiled.model;
  const leader = leadingCause(compiled, beliefs);
  const causes = causesBeside(compiled, beliefs, leader);
  const proposals = [...actions.keys()].filter((at) =>
    isFor(compiled, actions[at], causes, statements) && isFitting(actions[at], statements) && (isClear || !actions[at].onlyIfClear));
  const strongest = strongestAction(compiled, proposals, leader);
  const isForAnswer = (/** @type {number} */ action, /** @type {number} */ help) =>
    help >= CONCERNS_MANY && isMadeForAnAnswer(compiled, actions[action]) && helpOf(compiled, beliefs, action) >= MIN_HELP;
  const orderOf = (/** @type {number} */ action, /** @type {number} */ help) => {
    if (hasTimeLimitHere(actions[action], help)) return ORDER.timeLimit;
    if (action === strongest) return ORDER.strongest;
    if (isDue(compiled, action) && concernsMany(compiled, beliefs, action)) return ORDER.due;
    if (isForAnswer(action, help)) return ORDER.forAnswer;
    if (isMain(compiled, actions[action], help)) return ORDER.main;
    return help > 0 ? ORDER.leading : ORDER.other;
  };
  const placeOf = (/** @type {number} */ action) => {
    const help = helpWith(compiled, action, leader);
    const order = orderOf(action, help);
    const hasTimeLimit = order === ORDER.timeLimit;
    return {
      order,
      isMain: order <= ORDER.main,
      isForAnswer: isForAnswer(action, help),
      weakness: hasTimeLimit ? 1 - help : 0,
      delay: hasTimeLimit ? compiled.delays[action] : 0,
    };
  };
  return new Map(proposals.map((action) => [action, placeOf(action)]));
}

/**
 * Returns the action that comes next and how much it helps, or null where none helps enough in the time that is left. What
 * was made for something that was told is not left out because a step for everybody has taken care of much of its cause.
 *
 * @param {Compiled} compiled
 * @param {Float64Array} remaining
 * @param {ReadonlyMap<number, Place>} places    of what is left, by index
 * @param {number} minutesLeft
 */
export function bestAction(compiled, remaining, places, minutesLeft) {
  const { actions } = compiled.model;
  /** @type {(Place & {action: number, help: number, helpPerMinute: number}) | null} */
  let best = null;
  for (const [action, place] of places) {
    const help = helpOf(compiled, remaining, action);
    if (actions[action].minutes > minutesLeft || (help < MIN_HELP && !place.isForAnswer)) continue;
    const helpPerMinute = help / (actions[action].effort + STARTING_EFFORT_MINUTES);
    if (!best || isBefore({ ...place, helpPerMinute }, best)) best = { action, help, helpPerMinute, ...place };
  }
  return best;
}

/**
 * Tells whether one action comes before another.
 *
 * @param {Place & {helpPerMinute: number}} one
 * @param {Place & {helpPerMinute: number}} other
 */
function isBefore(one, other) {
  const difference =
    one.order - other.order || one.weakness - other.weakness || one.delay - other.delay || other.helpPerMinute - one.helpPerMinute;
  return difference < 0;
}

/**
 * Returns the leading cause and those in its band, the leading one first.
 *
 * @param {Compiled} compiled
 * @param {Float64Array} beliefs
 * @param {number} leader     index
 * @returns {readonly CauseEntry[]}
 */
function causesBeside({ causes, model }, beliefs, leader) {
  if (leader < 0) return [];
  const least = model.bands.find((band) => beliefs[leader] >= band.least)?.least ?? 0;
  return [causes[leader], ...causes.filter((_, at) => at !== leader && beliefs[at] > 0 && beliefs[at] >= least)];
}

/**
 * Returns the index of the likeliest cause, or −1.
 *
 * @param {Compiled} compiled
 * @param {Float64Array} beliefs
 */
function leadingCause({ causes }, beliefs) {
  const [leader] = causes.map(({ id }, cause) => ({ id, cause, belief: beliefs[cause] })).sort(likeliestFirst);
  return leader?.cause ?? -1;
}

/**
 * Tells whether an action can't wait: it has a time limit, or is to be taken at the earliest of the guide's times.
 *
 * @param {Compiled} compiled
 * @param {number} action      index
 */
function isDue({ delays, model: { actions, when } }, action) {
  return actions[action].timeLimit || (delays[action] === 0 && Object.keys(when).length > 1);
}

/**
 * Tells whether an action helps many people with one of the causes that are meant.
 *
 * @param {Compiled} compiled
 * @param {Float64Array} beliefs
 * @param {number} action      index
 */
function concernsMany({ helps }, beliefs, action) {
  return helps[action].some(({ cause, help }) => beliefs[cause] > 0 && help >= CONCERNS_MANY);
}

/**
 * Returns how often an action takes care of a cause.
 *
 * @param {Compiled} compiled
 * @param {number} action    index
 * @param {number} cause     index
 */
function helpWith({ helps }, action, cause) {
  return helps[action].find((link) => link.cause === cause)?.help ?? 0;
}

/**
 * Tells whether the time limit of an action that fits matters against a cause: it suits nearly everybody with this cause, or
 * nobody but those whom it fits.
 *
 * @param {ActionEntry} action
 * @param {number} help         how often it takes care of the cause
 */
function hasTimeLimitHere({ timeLimit, onlyIf = {} }, help) {
  return timeLimit && help > 0 && (help >= SUITS_NEARLY_ALL || Object.keys(onlyIf).length > 0);
}

/**
 * Tells whether an action that fits is a main one against a cause: it suits nearly everybody with this cause, or was made
 * for an answer.
 *
 * @param {Compiled} compiled
 * @param {ActionEntry} action
 * @param {number} help         how often it takes care of the cause
 */
function isMain(compiled, action, help) {
  return help >= SUITS_NEARLY_ALL || (help > 0 && isMadeForAnAnswer(compiled, action));
}

/**
 * Tells whether an action was made for an answer that tells something by itself, rather than for how far somebody got and in
 * which formats.
 *
 * @param {Compiled} compiled
 * @param {ActionEntry} action
 */
function isMadeForAnAnswer(compiled, { onlyIf = {} }) {
  return Object.keys(onlyIf).some((id) => questionOf(compiled, id).role !== "routing");
}

/**
 * Tells whether an action is meant for certain causes: the first is one that it is for, and none is one that it is not for.
 * What was made for a fear says that it was not in one's hands, and is for nobody with a cause of their own among them.
 *
 * @param {Compiled} compiled
 * @param {ActionEntry} action
 * @param {readonly CauseEntry[]} causes      the leading one first
 * @param {Statements} statements
 */
function isFor(compiled, { onlyFor, notFor, onlyIf = {} }, causes, statements) {
  if (onlyFor?.length && !onlyFor.includes(causes[0]?.id)) return false;
  if (causes.some(({ id }) => notFor?.includes(id))) return false;
  const eases = Object.keys(onlyIf).some((id) => questionOf(compiled, id).role === "fear");
  return !eases || causes.every((cause) => compiled.model.controls[controlOf(compiled.model, cause, statements)].outside);
}

/**
 * Returns which of some actions takes care of a cause most, or −1: of equally strong ones what was made for something that was
 * told, then the sooner, and then the one with less effort.
 *
 * @param {Compiled} compiled
 * @param {Iterable<number>} actions    indexes
 * @param {number} cause                index
 */
function strongestAction(compiled, actions, cause) {
  let best = { action: -1, help: 0, general: 1, delay: 0, effort: 0 };
  for (const action of actions) {
    const help = helpWith(compiled, action, cause);
    const { effort } = compiled.model.actions[action];
    const delay = compiled.delays[action];
    const general = isMadeForAnAnswer(compiled, compiled.model.actions[action]) ? 0 : 1;
    const difference = best.help - help || general - best.general || delay - best.delay || effort - best.effort;
    if (help > 0 && difference < 0) best = { action, help, general, delay, effort };
  }
  return best.action;
}

/**
 * Returns the probability that an action takes care of at least one cause.
 *
 * @param {Compiled} compiled
 * @param {Float64Array} remaining     probability that a cause holds and is not yet taken care of, by index of cause
 * @param {number} action              index
 */
function helpOf({ helps }, remaining, action) {
  return 1 - helps[action].reduce((noHelp, { cause, help }) => noHelp * (1 - remaining[cause] * help), 1);
}
