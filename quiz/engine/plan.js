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

// Taking up anything costs something. Without this, what takes a minute would lead whatever it is good for.
const STARTING_EFFORT = 10;
// A plan is no list of all there is: what helps in fewer than four cases of a hundred is left out.
const LEAST_HELP = 0.04;
// A cause is named beside an action if its part is at least this much of the most helped cause's.
const LEAST_PART = 0.1;

/**
 * Returns the steps of the plan, the most useful for its effort first.
 *
 * @param {Compiled} compiled
 * @param {Diagnosis} diagnosis
 * @param {{minutes?: number}} [limits]   `minutes`: the time there is for all steps together
 * @returns {readonly PlannedAction[]}
 */
export function planActions(compiled, diagnosis, { minutes = Infinity } = {}) {
  const belief = new Float64Array(compiled.causes.length);
  for (const each of diagnosis.causes) belief[compiled.causeIndex.get(each.id) ?? -1] = each.belief;
  return planFor(compiled, belief, minutes);
}

/**
 * Returns the plan for given beliefs, by index of cause.
 *
 * @param {Compiled} compiled
 * @param {Float64Array} belief
 * @param {number} [minutes]
 * @param {number} [most]      how many steps at most
 * @returns {readonly PlannedAction[]}
 */
export function planFor(compiled, belief, minutes = Infinity, most = Infinity) {
  const { actions } = compiled.model;
  const open = Float64Array.from(belief);
  /** @type {PlannedAction[]} */
  const plan = [];
  let minutesLeft = minutes;
  const left = new Set(actions.keys());
  while (plan.length < most) {
    let [best, bestHelp, bestPerEffort] = [-1, 0, 0];
    for (const index of left) {
      const help = helpOf(compiled, open, index);
      const perEffort = help / (actions[index].effort + STARTING_EFFORT);
      if (actions[index].minutes <= minutesLeft && help >= LEAST_HELP && perEffort > bestPerEffort) {
        [best, bestHelp, bestPerEffort] = [index, help, perEffort];
      }
    }
    if (best < 0) break;
    const causes = causesOf(compiled, open, best);
    plan.push({ action: actions[best].id, help: bestHelp, causes });
    for (const { cause, help } of compiled.helps[best]) open[cause] *= 1 - help;
    minutesLeft -= actions[best].minutes;
    left.delete(best);
  }
  return plan;
}

/**
 * @param {Compiled} compiled
 * @param {Float64Array} open     probability that each cause holds and is not yet taken care of
 * @param {number} index
 */
function helpOf({ helps }, open, index) {
  return 1 - helps[index].reduce((none, { cause, help }) => none * (1 - open[cause] * help), 1);
}

/**
 * @param {Compiled} compiled
 * @param {Float64Array} open
 * @param {number} index
 */
function causesOf({ causes, helps }, open, index) {
  const parts = helps[index]
    .map(({ cause, help }) => ({ id: causes[cause].id, belief: open[cause] * help }))
    .sort(likeliestFirst);
  return parts.filter(({ belief }) => belief >= LEAST_PART * parts[0].belief).map(({ id }) => id);
}
