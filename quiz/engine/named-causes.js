/**
 * Which causes a diagnosis names, and what speaks for them.
 *
 * @module
 */

/** @import { CauseBelief, Diagnosis, Weight } from "./types.js" */
/** @import { Compiled } from "./model.js" */

import { isTelling, LEVEL_RATIO, logOddsOf } from "./model.js";
import { isSameFact } from "./statements.js";
import { DECIBANS, NOTICEABLE_DECIBANS } from "./weights.js";

const MAX_CAUSES = 5;
// What one answer has to weigh for a cause to be named on it alone: it is then three times as likely with the cause.
const MERE_HINT_DECIBANS = 5;
// One answer that weighs this much, or two that say something by themselves, are more than a little for a cause to rest on: the
// first is then ten times as likely with the cause, the others two and a half times.
const MUCH_DECIBANS = 10;
const TELLING_DECIBANS = 4;
// What one answer has to weigh for a cause to be named beside one that most points to: five times as likely.
const DISTINCT_DECIBANS = 7;

/**
 * Returns the causes that the answers point to, the likeliest first: the first one, and those in its band whose odds are not far
 * below. Others were seldom the reason, and most of what can be said of them was not so; nor were those that rest on little
 * beside one that rests on more (docs/decisions/result.md).
 *
 * @param {Compiled} compiled
 * @param {Diagnosis} diagnosis
 * @returns {readonly CauseBelief[]}
 */
export function namedCauses(compiled, diagnosis) {
  const [leader, ...companions] = causesPointedTo(compiled, diagnosis);
  if (!leader) return [];
  const isLeaderLight = restsOnLittle(compiled, leader);
  const isLevel = (/** @type {CauseBelief} */ cause) => cause.band === leader.band
    && leader.logOdds - cause.logOdds < Math.log(LEVEL_RATIO) && (isLeaderLight || !restsOnLittle(compiled, cause));
  return [leader, ...companions.filter(isLevel)].slice(0, MAX_CAUSES);
}

/**
 * Tells whether the diagnosis says too little to name a cause: there are hints at most.
 *
 * @param {Compiled} compiled
 * @param {Diagnosis} diagnosis
 */
export function cannotTell(compiled, diagnosis) {
  return !causesPointedTo(compiled, diagnosis).some(({ belief }) => isTelling(compiled.model, belief));
}

/**
 * Returns the causes below the named ones that more than hints point to: those in the first one's band, and those in a weaker
 * one that a fact of their own speaks for.
 *
 * @param {Compiled} compiled
 * @param {Diagnosis} diagnosis
 * @returns {readonly CauseBelief[]}
 */
export function weakerCauses(compiled, diagnosis) {
  const named = namedCauses(compiled, diagnosis);
  const [leader, ...companions] = causesPointedTo(compiled, diagnosis);
  return companions.filter((cause) => !named.includes(cause) && isTelling(compiled.model, cause.belief)
    && (cause.band === leader.band || isDistinct(compiled, cause, leader)));
}

/**
 * Returns the weights of the facts that were told and speak for a cause, the strongest first.
 *
 * @param {Compiled} compiled
 * @param {CauseBelief} cause
 */
export function supportOf(compiled, cause) {
  return particularWeights(compiled, cause).filter(({ ticked, decibans }) => ticked && decibans >= NOTICEABLE_DECIBANS);
}

/**
 * Tells whether what was told speaks for a cause with one light sign or few of them. A scene, which is the guide's telling and not
 * the reader's, is none.
 *
 * @param {Compiled} compiled
 * @param {CauseBelief} cause
 */
export function restsOnLittle(compiled, cause) {
  const telling = supportOf(compiled, cause).filter((weight) => weight.decibans >= TELLING_DECIBANS && isOwnFact(compiled, weight));
  return telling.length < 2 && !telling.some(({ decibans }) => decibans >= MUCH_DECIBANS);
}

/**
 * Returns the weights of what says something of a cause in particular. How far somebody came does not, nor does a question
 * that only chooses the next ones.
 *
 * @param {Compiled} compiled
 * @param {CauseBelief} cause
 */
export function particularWeights({ model, questions }, { weights }) {
  return weights.filter(({ question }) => questions.get(question)?.role !== "routing" && !Object.hasOwn(model.howFar, question));
}

/**
 * Returns the causes that the answers point to, the likeliest first: each is likelier than before any answer, and more than
 * one mere hint says so. One that a scene alone speaks for is among them only where the reader's own facts tell of no other.
 *
 * @param {Compiled} compiled
 * @param {Diagnosis} diagnosis
 */
function causesPointedTo(compiled, { causes }) {
  const { bands } = compiled.model;
  const lowestBand = bands[bands.length - 1].id;
  const supported = causes.filter((cause) => cause.band !== lowestBand && isPointedTo(cause) && isSupported(compiled, cause));
  const byFacts = supported.filter((cause) => supportOf(compiled, cause).some((weight) => isOwnFact(compiled, weight)));
  return byFacts.some(({ belief }) => isTelling(compiled.model, belief)) ? byFacts : supported;
}

/**
 * Tells whether the answers together point to a cause: its weights add up to something noticeable.
 *
 * @param {Pick<CauseBelief, "prior" | "logOdds">} cause
 */
export function isPointedTo({ prior, logOdds }) {
  return DECIBANS * (logOdds - logOddsOf(prior)) >= NOTICEABLE_DECIBANS;
}

/**
 * Tells whether more than one mere hint speaks for a cause.
 *
 * @param {Compiled} compiled
 * @param {CauseBelief} cause
 */
function isSupported(compiled, cause) {
  const support = supportOf(compiled, cause);
  return support.length > 1 || support.some(({ decibans }) => decibans >= MERE_HINT_DECIBANS);
}

/** Tells whether something was told by the reader, and not by a scene of the guide's. @param {Compiled} compiled @param {Weight} weight */
function isOwnFact({ questions }, { question }) {
  return questions.get(question)?.role !== "scenes";
}

/**
 * Tells whether a fact that doesn't support another cause speaks clearly for a cause.
 *
 * @param {Compiled} compiled
 * @param {CauseBelief} cause
 * @param {CauseBelief} other
 */
function isDistinct(compiled, cause, other) {
  const shared = supportOf(compiled, other);
  return supportOf(compiled, cause).some((weight) =>
    weight.decibans >= DISTINCT_DECIBANS && !shared.some((sharedWeight) => isSameFact(weight, sharedWeight)));
}
