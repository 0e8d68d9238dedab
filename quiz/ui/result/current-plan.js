/**
 * The plan of a result: what to do against the causes that it names, by when to do it.
 *
 * @module
 */

/** @import { ActionEntry, PlannedAction } from "../../engine/types.js" */
/** @import { Debrief } from "../debrief.js" */

import { actionsInAnyCase, planActions } from "../../engine/index.js";
import { formatDuration } from "../../../browser/formats.js";
import { cannotTell, diagnosisOf, namedCauses, restsOnLittle } from "./debrief-diagnosis.js";

const ACTIONS_IN_ANY_CASE = 4;
const MAX_MAIN_ACTIONS = 5;

/**
 * Returns the actions against the causes that the result names, if more than hints point to them: first the main ones, and then
 * those to look at on request. Where there is no such cause, the actions are those that are worth taking in any case, and no
 * cause is named beside them.
 *
 * @param {Debrief} debrief
 * @param {number} [minutes]    the time there is for all actions together
 * @returns {{main: readonly PlannedAction[], further: readonly PlannedAction[]}}
 */
export function currentPlan(debrief, minutes = Infinity) {
  const { compiled, answers } = debrief;
  const causes = cannotTell(debrief) ? [] : namedCauses(debrief);
  const plan = planActions(compiled, { causes }, { minutes, answers, isClear: causes.length > 0 && !restsOnLittle(debrief) });
  if (plan.length > 0 || minutes < Infinity) {
    const main = plan.filter(({ isMain }) => isMain).slice(0, MAX_MAIN_ACTIONS);
    return { main, further: plan.filter((action) => !main.includes(action)) };
  }
  const ids = actionsInAnyCase(compiled, answers);
  const helpful = ids.length > 0 ? [] : planActions(compiled, diagnosisOf(debrief), { answers }).map(({ action }) => action);
  const inAnyCase = [...ids, ...helpful].slice(0, ACTIONS_IN_ANY_CASE);
  return { main: inAnyCase.map((action) => ({ action, help: 0, causes: [], isMain: true })), further: [] };
}

/**
 * Returns in words what an action takes.
 *
 * @param {Debrief} debrief
 * @param {ActionEntry} action
 */
export function effortText({ model }, { minutes }) {
  return formatDuration(model.language, minutes);
}

/**
 * One part of a plan: the actions to take at one time.
 *
 * @typedef {object} PlanPart
 * @property {string} id        key of the model's `when`
 * @property {string} title
 * @property {number} order     the place of the time in the model
 * @property {readonly PlannedAction[]} actions
 */

/**
 * Returns the parts of a plan in the order of the model's times, without empty ones.
 *
 * @param {Debrief} debrief
 * @param {readonly PlannedAction[]} actions
 * @returns {readonly PlanPart[]}
 */
export function planParts(debrief, actions) {
  const actionsAt = (/** @type {string} */ when) => actions.filter(({ action }) => debrief.action(action).when === when);
  return Object.entries(debrief.model.when)
    .map(([id, title], order) => ({ id, title, order, actions: actionsAt(id) }))
    .filter((part) => part.actions.length > 0);
}
