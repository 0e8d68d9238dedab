/**
 * What to do: the actions that are likeliest to take care of a cause for the effort that they ask.
 *
 * The plan is greedy. After each action its causes count for less by what it takes care of, so that two remedies
 * for the same thing do not both lead (cf. Heckerman, Breese & Rommelse 1995, where repairs are ranked by
 * probability over cost, each with the cost of trying it at all).
 *
 * @module
 */

/** @import { Diagnosis, PlannedAction } from "./types.js" */
/** @import { Compiled } from "./model.js" */

import { likeliestFirst } from "./model.js";

// To begin anything takes an effort. Without this, what takes a minute would lead however little it helps.
const STARTING_EFFORT_MINUTES = 10;
// A plan is no list of all there is: what helps in fewer than four cases of a hundred is left out.
const MIN_HELP = 0.04;
// A cause is named beside an action if its part is at least this much of the most helped cause's.
const MIN_PART = 0.1;

/**
 * Returns the steps of the plan, the most useful for its effort first.
 *
 * @param {Compiled} compiled
 * @param {Diagnosis} diagnosis
 * @param {{minutes?: number}} [limits]   `minutes`: the time there is for all steps together
 * @returns {readonly PlannedAction[]}
 */
export function planActions(compiled, diagnosis, { minutes = Infinity } = {}) {
  const beliefs = new Float64Array(compiled.causes.length);
  for (const { id, belief } of diagnosis.causes) beliefs[compiled.causeIndex.get(id) ?? -1] = belief;
  return planFor(compiled, beliefs, minutes);
}

/**
 * Returns the plan for given beliefs, by index of cause.
 *
 * @param {Compiled} compiled
 * @param {Float64Array} beliefs
 * @param {number} [minutes]
 * @param {number} [maxSteps]
 * @returns {readonly PlannedAction[]}
 */
export function planFor(compiled, beliefs, minutes = Infinity, maxSteps = Infinity) {
  const { actions } = compiled.model;
  const remaining = Float64Array.from(beliefs);
  /** @type {PlannedAction[]} */
  const plan = [];
  let minutesLeft = minutes;
  const unplanned = new Set(actions.keys());
  while (plan.length < maxSteps) {
    let [best, bestHelp, bestHelpPerMinute] = [-1, 0, 0];
    for (const action of unplanned) {
      const help = helpOf(compiled, remaining, action);
      const helpPerMinute = help / (actions[action].effort + STARTING_EFFORT_MINUTES);
      if (actions[action].minutes <= minutesLeft && help >= MIN_HELP && helpPerMinute > bestHelpPerMinute) {
        [best, bestHelp, bestHelpPerMinute] = [action, help, helpPerMinute];
      }
    }
    if (best < 0) break;
    plan.push({ action: actions[best].id, help: bestHelp, causes: helpedCauses(compiled, remaining, best) });
    for (const { cause, help } of compiled.helps[best]) remaining[cause] *= 1 - help;
    minutesLeft -= actions[best].minutes;
    unplanned.delete(best);
  }
  return plan;
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
