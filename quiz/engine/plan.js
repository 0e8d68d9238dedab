/**
 * What to do, as the result shows it: the plan, and what is worth doing in any case.
 *
 * @module
 */

/** @import { Answers, Diagnosis, Fitting, PlannedAction } from "./types.js" */
/** @import { Compiled } from "./model.js" */

import { isFitting } from "./gates.js";
import { statementsOf } from "./statements.js";
import { planFor } from "./steps.js";

/**
 * Returns the steps of the plan in the order in which to take them.
 *
 * @param {Compiled} compiled
 * @param {Pick<Diagnosis, "causes">} diagnosis      the causes to do something about
 * @param {{minutes?: number, answers?: Answers}} [limits]   `minutes`: the time there is for all steps together;
 *   `answers`: what the steps have to fit
 * @returns {readonly PlannedAction[]}
 */
export function planActions(compiled, diagnosis, { minutes = Infinity, answers = [] } = {}) {
  const beliefs = new Float64Array(compiled.causes.length);
  for (const { id, belief } of diagnosis.causes) beliefs[compiled.causeIndex.get(id) ?? -1] = belief;
  return planFor(compiled, beliefs, minutes, Infinity, statementsOf(compiled.questions, answers));
}

/**
 * Returns the ids of the actions that are worth taking whatever the cause was, and that fit.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 */
export function actionsInAnyCase({ model, questions }, answers) {
  const statements = statementsOf(questions, answers);
  const entries = new Map(model.actions.map((action) => [action.id, action]));
  return model.inAnyCase.filter((id) => isFitting(entries.get(id) ?? {}, statements));
}

/**
 * Returns those of some steps or messages that fit what was told.
 *
 * @template {Fitting} T
 * @param {Compiled} compiled
 * @param {Answers} answers
 * @param {readonly T[]} entries
 * @returns {readonly T[]}
 */
export function fitting(compiled, answers, entries) {
  const statements = statementsOf(compiled.questions, answers);
  return entries.filter((entry) => isFitting(entry, statements));
}
