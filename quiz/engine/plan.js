/**
 * What to do: the actions that fit this person, the most useful for the effort that they require.
 *
 * The plan is greedy: after each action its causes count for less by what it takes care of, so that two remedies for the
 * same thing do not both lead.
 *
 * @module
 */

/** @import { Answers, Diagnosis, PlannedAction } from "./types.js" */
/** @import { Compiled } from "./model.js" */

import { bestAction, placesOf } from "./action-order.js";
import { likeliestFirst } from "./model.js";
import { statementsOf, withSynonyms } from "./statements.js";

// A cause is named beside an action if its part is at least this much of the most helped cause's.
const MIN_PART = 0.1;

/**
 * Returns the actions of a plan in the order in which to take them.
 *
 * @param {Compiled} compiled
 * @param {Pick<Diagnosis, "causes">} diagnosis      the causes to do something about
 * @param {{minutes?: number, answers?: Answers, isClear?: boolean}} [limits]   `minutes`: the time there is for all
 *   actions together; `answers`: what they have to fit; `isClear`: whether the leading cause rests on more than little
 * @returns {readonly PlannedAction[]}
 */
export function planActions(compiled, diagnosis, { minutes = Infinity, answers = [], isClear = true } = {}) {
  const { actions } = compiled.model;
  const beliefs = new Float64Array(compiled.causes.length);
  for (const { id, belief } of diagnosis.causes) beliefs[compiled.causeIndex.get(id) ?? -1] = belief;
  const statements = withSynonyms(compiled.questions, statementsOf(compiled.questions, answers));
  const remaining = Float64Array.from(beliefs);
  const places = placesOf(compiled, beliefs, statements, isClear);
  /** @type {PlannedAction[]} */
  const plan = [];
  let minutesLeft = minutes;
  for (;;) {
    const best = bestAction(compiled, remaining, places, minutesLeft);
    if (!best) return plan;
    const { action, help, isMain } = best;
    plan.push({ action: actions[action].id, help, causes: helpedCauses(compiled, remaining, action), isMain });
    for (const link of compiled.helps[action]) remaining[link.cause] *= 1 - link.help;
    minutesLeft -= actions[action].minutes;
    places.delete(action);
  }
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
