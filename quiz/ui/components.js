/**
 * What several views show: how much points to a cause, which causes are named.
 *
 * @module
 */

/** @import { CauseBelief, CauseEntry, Diagnosis } from "../engine/types.js" */
/** @import { Debrief } from "./debrief.js" */

import { diagnose, isPointedTo, isTelling, NOTICEABLE_DECIBANS } from "../engine/index.js";
import { h } from "./dom.js";
import { MARKS_STYLE } from "./marks-style.js";
import { applyStyle } from "./style.js";

applyStyle(MARKS_STYLE);

const MAX_CAUSES = 5;
// What one answer has to weigh for a cause to be named on it alone: it is then three times as likely with the cause.
const MERE_HINT_DECIBANS = 5;
// What one answer has to weigh for a cause to be named beside one that most points to: five times as likely.
const DISTINCT_DECIBANS = 7;

/**
 * @param {Debrief} debrief
 * @param {string} band     id
 */
export function bandLabel(debrief, band) {
  const { bands } = debrief.model;
  const rank = bands.findIndex(({ id }) => id === band);
  return h("span.band", bandMeter(bands.length - 1 - rank, bands.length - 1), bands[rank].label);
}

/** Returns the diagnosis that the answers lead to, which is computed once. @param {Debrief} debrief */
export function diagnosisOf({ compiled, state }) {
  return (state.diagnosis ??= diagnose(compiled, state.answers));
}

/**
 * Returns the causes that the answers point to, the likeliest first: each is likelier than before any answer, and more
 * than one mere hint says so. Beside a cause outside the reader's control only what could have decided it is named, and
 * beside one in the strongest band only what a fact of its own speaks for.
 *
 * @param {Debrief} debrief
 * @param {{diagnosis?: Diagnosis, isTellingOnly?: boolean}} [options]     `isTellingOnly`: without mere hints
 * @returns {readonly CauseBelief[]}
 */
export function leadingCauses(debrief, { diagnosis = diagnosisOf(debrief), isTellingOnly = false } = {}) {
  const { controls, bands } = debrief.model;
  const [strongestBand, lowestBand] = [bands[0].id, bands[bands.length - 1].id];
  const causes = diagnosis.causes.filter((cause) => cause.band !== lowestBand && isPointedTo(cause) && isSupported(debrief, cause));
  const [leader] = causes;
  if (!leader) return [];
  const isTold = (/** @type {CauseBelief} */ { belief }) => isTelling(debrief.model, belief);
  const isOutside = isTold(leader) && controls[debrief.cause(leader.id).control].outside;
  const isClear = leader.band === strongestBand;
  const named = isTellingOnly || isOutside || isClear ? causes.filter(isTold) : causes;
  const distinct = isClear ? named.filter((cause) => cause.band === strongestBand || isDistinct(debrief, cause, leader)) : named;
  return distinct.slice(0, MAX_CAUSES);
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

/**
 * @param {Debrief} debrief
 * @param {CauseEntry} cause
 */
export function causeLink(debrief, { url, title }) {
  return h("a", { href: debrief.href(url) }, title);
}

/**
 * Returns a row of bars of which some are filled; the word of the band has to stand beside it.
 *
 * @param {number} filledCount
 * @param {number} count
 */
function bandMeter(filledCount, count) {
  const bars = Array.from({ length: count }, (_, index) => h(index < filledCount ? "i.full" : "i"));
  return h("span.bars", { "aria-hidden": "true" }, bars);
}
