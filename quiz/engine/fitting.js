/**
 * What fits what was told: of the actions that are worth taking in any case, and of the steps and messages of an action.
 *
 * @module
 */

/** @import { Answers, Fitting } from "./types.js" */
/** @import { Compiled } from "./model.js" */

import { isFitting } from "./gates.js";
import { statementsOf, withSynonyms } from "./statements.js";

/**
 * Returns the ids of the actions that are worth taking whatever the cause was, and that fit.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 */
export function actionsInAnyCase({ model, questions }, answers) {
  const statements = withSynonyms(questions, statementsOf(questions, answers));
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
  const statements = withSynonyms(compiled.questions, statementsOf(compiled.questions, answers));
  return entries.filter((entry) => isFitting(entry, statements));
}
