/**
 * What several views show: who could change a cause, how much points to it, the plan.
 *
 * @module
 */

/** @import { CauseBelief, CauseEntry, Diagnosis, PlannedAction, Weight } from "../engine/types.js" */
/** @import { Debrief } from "./debrief.js" */

import { cannotTell, isPointedTo, outsideShare } from "../engine/explanation.js";
import { planActions } from "../engine/index.js";
import { answerText } from "./answer-text.js";
import { bandMeter, controlIcon, h } from "./dom.js";

/** How many actions are shown at first. */
export const MAX_ACTIONS = 8;

const MAX_CAUSES = 5;
/**
 * What is said from which share of the belief in causes outside the reader's control, the largest share first.
 *
 * @type {readonly {minShare: number, key: string}[]}
 */
const PREVENTABILITY = [
  { minShare: 0.65, key: "prevented_outside" },
  { minShare: 0.35, key: "prevented_half" },
  { minShare: 0.1, key: "prevented_some" },
];

/**
 * Returns in words the answer that a weight of evidence comes from.
 *
 * @param {Debrief} debrief
 * @param {Weight} weight
 */
export function weightText(debrief, { question, option, ticked }) {
  if (option === null) {
    const answer = debrief.answers.find((other) => other.question === question);
    return answerText(debrief, question, answer?.chosen ?? null);
  }
  const text = answerText(debrief, question, [option]);
  return ticked ? text : debrief.t("not_ticked", { option: text });
}

/**
 * @param {Debrief} debrief
 * @param {CauseEntry} cause
 * @param {"label" | "title"} [form]   "label" is the short one
 */
export function controlLabel(debrief, { control }, form = "label") {
  const { [form]: text, mark: shape } = debrief.model.controls[control];
  return h("span", controlIcon(shape), text);
}

/**
 * @param {Debrief} debrief
 * @param {string} band     id
 */
export function bandLabel(debrief, band) {
  const { bands } = debrief.model;
  const rank = bands.findIndex(({ id }) => id === band);
  return h("span.band", bandMeter(bands.length - 1 - rank, bands.length - 1), bands[rank].label);
}

/**
 * Returns the causes that the answers point to, the likeliest first.
 *
 * @param {Debrief} debrief
 * @param {{diagnosis?: Diagnosis, omittedBands?: number}} [options]     `omittedBands`: how many of the lowest are left out
 * @returns {readonly CauseBelief[]}
 */
export function leadingCauses(debrief, { diagnosis = debrief.diagnosis, omittedBands = 1 } = {}) {
  const bands = debrief.model.bands.slice(0, -omittedBands).map(({ id }) => id);
  return diagnosis.causes.filter((cause) => bands.includes(cause.band) && isPointedTo(cause)).slice(0, MAX_CAUSES);
}

/**
 * @param {Debrief} debrief
 * @param {CauseEntry} cause
 */
export function causeLink(debrief, { url, title }) {
  return h("a", { href: debrief.href(url) }, title);
}

/**
 * Returns the titles of causes as one text.
 *
 * @param {Debrief} debrief
 * @param {readonly string[]} ids
 */
export function causeTitles(debrief, ids) {
  return debrief.formatList(ids.map((id) => debrief.cause(id).title));
}

/** Tells whether the answers say too little to name a cause. @param {Debrief} debrief */
export function isInconclusive({ compiled, diagnosis }) {
  return cannotTell(compiled, diagnosis);
}

/** Returns the result in one sentence. @param {Debrief} debrief */
export function headline(debrief) {
  if (isInconclusive(debrief)) return debrief.t("headline_cannot_tell");
  const [leader] = leadingCauses(debrief);
  const isStrong = leader.band === debrief.model.bands[0].id;
  return debrief.t(isStrong ? "headline" : "headline_some", { cause: debrief.cause(leader.id).title });
}

/** Returns the heading over the causes. @param {Debrief} debrief */
export function causesHeading(debrief) {
  return debrief.t(isInconclusive(debrief) ? "hints_title" : "causes_title");
}

/**
 * Returns what can be said about whether it could have been prevented. It rests on the causes that are shown, since
 * the many unlikely ones would blur it.
 *
 * @param {Debrief} debrief
 */
export function preventabilityText(debrief) {
  if (isInconclusive(debrief)) return debrief.t("prevented_unknown");
  const share = outsideShare(debrief.compiled, { causes: leadingCauses(debrief) });
  const level = PREVENTABILITY.find(({ minShare }) => share >= minShare);
  return debrief.t(level?.key ?? "prevented_little");
}

/**
 * One part of a plan: the steps to take at one time.
 *
 * @typedef {object} PlanPart
 * @property {string} id        key of the model's `when`
 * @property {string} title
 * @property {number} order     the place of the time in the model
 * @property {readonly PlannedAction[]} steps
 */

/**
 * Returns the parts of a plan in the order of the model's times, without empty ones.
 *
 * @param {Debrief} debrief
 * @param {readonly PlannedAction[]} plan
 * @param {number} [maxActions]
 * @returns {readonly PlanPart[]}
 */
export function planParts(debrief, plan, maxActions = MAX_ACTIONS) {
  const steps = plan.slice(0, maxActions);
  const stepsAt = (/** @type {string} */ when) => steps.filter(({ action }) => debrief.action(action).when === when);
  return Object.entries(debrief.model.when)
    .map(([id, title], order) => ({ id, title, order, steps: stepsAt(id) }))
    .filter((part) => part.steps.length > 0);
}

/** Returns what says on paper and in a file where it comes from. @param {Debrief} debrief */
export function imprint(debrief) {
  return `${debrief.model.name}, ${debrief.formatDate(new Date())}, ${debrief.shareUrl("")}`;
}

/**
 * Returns the steps against the causes that are shown. Where none is, they are a few that often help, and no cause
 * is named beside them.
 *
 * @param {Debrief} debrief
 * @param {number} [minutes]    the time there is for all steps together
 * @returns {readonly PlannedAction[]}
 */
export function currentPlan(debrief, minutes) {
  const causes = leadingCauses(debrief);
  if (causes.length > 0) return planActions(debrief.compiled, { causes }, { minutes });
  const commonSteps = planActions(debrief.compiled, debrief.diagnosis, { minutes }).slice(0, MAX_ACTIONS);
  return commonSteps.map((step) => ({ ...step, causes: [] }));
}
