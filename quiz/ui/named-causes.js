/**
 * Which causes a result names, and what speaks for them.
 *
 * @module
 */

/** @import { CauseBelief, Diagnosis } from "../engine/types.js" */
/** @import { Debrief } from "./debrief.js" */

import { diagnose, isPointedTo, isTelling, NOTICEABLE_DECIBANS } from "../engine/index.js";

const MAX_CAUSES = 5;
// What one answer has to weigh for a cause to be named on it alone: it is then three times as likely with the cause.
const MERE_HINT_DECIBANS = 5;
// What one answer has to weigh for a cause to be named beside one that most points to: five times as likely.
const DISTINCT_DECIBANS = 7;

/** Returns the diagnosis that the answers lead to, which is computed once. @param {Debrief} debrief */
export function diagnosisOf({ compiled, state }) {
  return (state.diagnosis ??= diagnose(compiled, state.answers));
}

/**
 * Returns the causes that the answers point to, the likeliest first: the first one and those in its band. What stands below is
 * seldom what it was, and says of most something that was not so (docs/decisions/result.md).
 *
 * @param {Debrief} debrief
 * @param {{diagnosis?: Diagnosis, isTellingOnly?: boolean}} [options]     `isTellingOnly`: none where there are only hints
 * @returns {readonly CauseBelief[]}
 */
export function namedCauses(debrief, { diagnosis = diagnosisOf(debrief), isTellingOnly = false } = {}) {
  const causes = pointedCauses(debrief, diagnosis);
  const [leader] = causes;
  if (!leader || (isTellingOnly && !isTelling(debrief.model, leader.belief))) return [];
  return causes.filter(({ band }) => band === leader.band).slice(0, MAX_CAUSES);
}

/**
 * Returns the causes in a weaker band than the named ones that more than hints point to, and that a fact of their own
 * speaks for.
 *
 * @param {Debrief} debrief
 * @returns {readonly CauseBelief[]}
 */
export function weakerCauses(debrief) {
  const [leader, ...companions] = pointedCauses(debrief, diagnosisOf(debrief));
  return companions.filter((cause) => cause.band !== leader.band && isTelling(debrief.model, cause.belief) && isDistinct(debrief, cause, leader));
}

/**
 * Returns the causes that the answers point to, the likeliest first: each is likelier than before any answer, and more than
 * one mere hint says so.
 *
 * @param {Debrief} debrief
 * @param {Diagnosis} diagnosis
 */
function pointedCauses(debrief, diagnosis) {
  const { bands } = debrief.model;
  const lowestBand = bands[bands.length - 1].id;
  return diagnosis.causes.filter((cause) => cause.band !== lowestBand && isPointedTo(cause) && isSupported(debrief, cause));
}

/**
 * Tells whether a fact that says nothing of another cause speaks clearly for a cause.
 *
 * @param {Debrief} debrief
 * @param {CauseBelief} cause
 * @param {CauseBelief} other
 */
function isDistinct(debrief, cause, other) {
  const shared = supportOf(debrief, other);
  return supportOf(debrief, cause).some(({ question, option, decibans }) =>
    decibans >= DISTINCT_DECIBANS && !shared.some((weight) => weight.question === question && weight.option === option));
}

/**
 * Returns the weights of the facts that were told and speak for a cause, the strongest first.
 *
 * @param {Debrief} debrief
 * @param {CauseBelief} cause
 */
export function supportOf(debrief, cause) {
  return particularWeights(debrief, cause).filter(({ ticked, decibans }) => ticked && decibans >= NOTICEABLE_DECIBANS);
}

/**
 * Returns the weights of what says something of a cause in particular. How far somebody came does not, nor does a question
 * that only chooses the next ones.
 *
 * @param {Debrief} debrief
 * @param {CauseBelief} cause
 */
export function particularWeights(debrief, { weights }) {
  return weights.filter(({ question }) =>
    debrief.question(question).role !== "routing" && !Object.hasOwn(debrief.model.howFar, question));
}

/**
 * Tells whether more than one mere hint speaks for a cause.
 *
 * @param {Debrief} debrief
 * @param {CauseBelief} cause
 */
function isSupported(debrief, cause) {
  const support = supportOf(debrief, cause);
  return support.length > 1 || support.some(({ decibans }) => decibans >= MERE_HINT_DECIBANS);
}
