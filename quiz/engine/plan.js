/**
 * What to do: the actions that fit this person, the most useful for the effort that they ask.
 *
 * What has a time limit comes first if it is a main action against the leading cause, then the strongest action against
 * that, then the other main ones; the rest are further ones, those against the leading cause before the others. Within each
 * of these the plan is greedy: after each action its causes count for less by what it takes care of, so that two remedies
 * for the same thing do not both lead (cf. Heckerman, Breese & Rommelse 1995, where repairs are ranked by probability over
 * cost, each with the cost of trying it at all).
 *
 * @module
 */

/** @import { ActionEntry, Answers, Diagnosis, PlannedAction } from "./types.js" */
/** @import { Compiled } from "./model.js" */
/** @import { Statements } from "./statements.js" */

import { isFitting } from "./gates.js";
import { likeliestFirst } from "./model.js";
import { statementsOf, withSynonyms } from "./statements.js";

// To begin anything takes an effort. Without this, what takes a minute would lead however little it helps.
const STARTING_EFFORT_MINUTES = 10;
// A plan is no list of all there is: what helps in fewer than four cases of a hundred is left out.
const MIN_HELP = 0.04;
// A cause is named beside an action if its part is at least this much of the most helped cause's.
const MIN_PART = 0.1;
// What takes care of a cause in at least half the cases where it holds suits nearly everybody with that cause.
const SUITS_NEARLY_ALL = 0.5;
// The order of the plan; what stands in the same place is ordered by help for its effort.
const ORDER = Object.freeze({ timeLimit: 0, strongest: 1, main: 2, leading: 3, other: 4 });

/**
 * Returns the actions of a plan in the order in which to take them.
 *
 * @param {Compiled} compiled
 * @param {Pick<Diagnosis, "causes">} diagnosis      the causes to do something about
 * @param {{minutes?: number, answers?: Answers, isClear?: boolean}} [limits]   `minutes`: the time there is for all
 *   actions together; `answers`: what they have to fit; `isClear`: whether the leading cause rests on more than little
 */
export function planActions(compiled, diagnosis, { minutes, answers = [], isClear } = {}) {
  const beliefs = new Float64Array(compiled.causes.length);
  for (const { id, belief } of diagnosis.causes) beliefs[compiled.causeIndex.get(id) ?? -1] = belief;
  return planFor(compiled, beliefs, withSynonyms(compiled.questions, statementsOf(compiled.questions, answers)), { minutes, isClear });
}

/**
 * Returns the plan for given beliefs, by index of cause.
 *
 * @param {Compiled} compiled
 * @param {Float64Array} beliefs
 * @param {Statements} statements      what the actions have to fit, with what says the same
 * @param {{minutes?: number, most?: number, isClear?: boolean}} [limits]     `most`: how many actions
 * @returns {readonly PlannedAction[]}
 */
export function planFor(compiled, beliefs, statements, { minutes = Infinity, most = Infinity, isClear = true } = {}) {
  const { actions } = compiled.model;
  const remaining = Float64Array.from(beliefs);
  const orders = ordersOf(compiled, beliefs, statements, isClear);
  /** @type {PlannedAction[]} */
  const plan = [];
  let minutesLeft = minutes;
  while (plan.length < most) {
    const best = bestAction(compiled, remaining, orders, minutesLeft);
    if (!best) break;
    const { action, help } = best;
    const causes = helpedCauses(compiled, remaining, action);
    plan.push({ action: actions[action].id, help, causes, isMain: (orders.get(action) ?? ORDER.other) <= ORDER.main });
    for (const link of compiled.helps[action]) remaining[link.cause] *= 1 - link.help;
    minutesLeft -= actions[action].minutes;
    orders.delete(action);
  }
  return plan;
}

/**
 * Returns for each action that fits its place in the order of the plan, by index.
 *
 * @param {Compiled} compiled
 * @param {Float64Array} beliefs
 * @param {Statements} statements
 * @param {boolean} isClear
 * @returns {Map<number, number>}
 */
function ordersOf(compiled, beliefs, statements, isClear) {
  const { actions } = compiled.model;
  const leader = leadingCause(compiled, beliefs);
  const leaderId = compiled.causes[leader]?.id;
  const proposals = [...actions.keys()].filter((at) =>
    isFor(actions[at], leaderId) && isFitting(actions[at], statements) && (isClear || !actions[at].onlyIfClear));
  const strongest = strongestAction(compiled, proposals, leader);
  const orderOf = (/** @type {number} */ action) => {
    const link = compiled.helps[action].find(({ cause }) => cause === leader);
    const { timeLimit } = actions[action];
    const isMainForLeader = link && isMain(actions[action], link.help);
    if (timeLimit && isMainForLeader) return ORDER.timeLimit;
    if (action === strongest) return ORDER.strongest;
    if (isMainForLeader || (timeLimit && isTimely(compiled, beliefs, action))) return ORDER.main;
    return link ? ORDER.leading : ORDER.other;
  };
  return new Map(proposals.map((action) => [action, orderOf(action)]));
}

/**
 * Returns the action that comes next and how much it helps, or null where none helps enough in the time that is left.
 *
 * @param {Compiled} compiled
 * @param {Float64Array} remaining
 * @param {ReadonlyMap<number, number>} orders    what is left, by index, with its place in the order
 * @param {number} minutesLeft
 */
function bestAction(compiled, remaining, orders, minutesLeft) {
  const { actions } = compiled.model;
  let best = null;
  let [bestOrder, bestHelpPerMinute] = [Infinity, 0];
  for (const [action, order] of orders) {
    const help = helpOf(compiled, remaining, action);
    if (actions[action].minutes > minutesLeft || help < MIN_HELP) continue;
    const helpPerMinute = help / (actions[action].effort + STARTING_EFFORT_MINUTES);
    if (order < bestOrder || (order === bestOrder && helpPerMinute > bestHelpPerMinute)) {
      best = { action, help };
      [bestOrder, bestHelpPerMinute] = [order, helpPerMinute];
    }
  }
  return best;
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
 * Tells whether an action suits nearly everybody with one of the causes that are meant, so that its time limit matters.
 *
 * @param {Compiled} compiled
 * @param {Float64Array} beliefs
 * @param {number} action      index
 */
function isTimely({ helps }, beliefs, action) {
  return helps[action].some(({ cause, help }) => beliefs[cause] > 0 && help >= SUITS_NEARLY_ALL);
}

/**
 * Tells whether an action that fits is a main one against a cause: it suits nearly everybody with this cause, or was made
 * for something that was told.
 *
 * @param {ActionEntry} action
 * @param {number} help         how often it takes care of the cause
 */
function isMain({ onlyIf = {} }, help) {
  return help >= SUITS_NEARLY_ALL || Object.keys(onlyIf).length > 0;
}

/**
 * Tells whether an action is meant for the case that a given cause leads.
 *
 * @param {ActionEntry} action
 * @param {string} leaderId
 */
function isFor({ onlyFor, notFor }, leaderId) {
  return !notFor?.includes(leaderId) && (!onlyFor?.length || onlyFor.includes(leaderId));
}

/**
 * Returns which of some actions takes care of a cause most, the one with less effort first, or −1.
 *
 * @param {Compiled} compiled
 * @param {Iterable<number>} actions    indexes
 * @param {number} cause                index
 */
function strongestAction({ helps, model }, actions, cause) {
  let best = { action: -1, help: 0, effort: 0 };
  for (const action of actions) {
    const help = helps[action].find((link) => link.cause === cause)?.help ?? 0;
    const { effort } = model.actions[action];
    if (help > best.help || (help > 0 && help === best.help && effort < best.effort)) best = { action, help, effort };
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

/**
 * Returns the ids of the causes that an action is for, the most helped first.
 *
 * @param {Compiled} compiled
 * @param {Float64Array} remaining
 * @param {number} action
 */
function helpedCauses({ causes, helps }, remaining, action) {
  const parts = helps[action]
    .map(({ cause, help }) => ({ id: causes[cause].id, belief: remaining[cause] * help }))
    .sort(likeliestFirst);
  return parts.filter(({ belief }) => belief >= MIN_PART * parts[0].belief).map(({ id }) => id);
}
