/**
 * What it hardly was: common causes that the answers speak against.
 *
 * @module
 */

/** @import { CauseBelief, CauseEntry, QuestionEntry } from "../../engine/types.js" */
/** @import { Debrief } from "../debrief.js" */

import { DECIBANS, logOddsOf, supportOf } from "../../engine/index.js";
import { diagnosisOf } from "./debrief-diagnosis.js";
import { TELLING_DECIBANS } from "./facts.js";

const MAX_UNLIKELY_CAUSES = 4;
// What the answers together have to weigh against a cause for it to be named as unlikely.
const UNLIKELY_DECIBANS = 3;

/**
 * Returns common causes that the answers speak against, the commonest first. Somebody who was not sure about what would
 * tell most of a cause has said nothing against it, and one that a fact clearly speaks for is not called unlikely, since
 * the same fact may stand above for another that says nearly the same.
 *
 * @param {Debrief} debrief
 * @returns {readonly CauseEntry[]}
 */
export function unlikelyCauses(debrief) {
  const unsure = new Set(debrief.answers.flatMap(({ question, chosen }) => (question && !chosen ? [question] : [])));
  const isOpen = (/** @type {string} */ cause) => [...unsure].some((question) => hasSign(debrief.question(question), cause));
  const weightOf = (/** @type {CauseBelief} */ { prior, logOdds }) => DECIBANS * (logOdds - logOddsOf(prior));
  return diagnosisOf(debrief).causes
    .filter((belief) => belief.possible && weightOf(belief) <= -UNLIKELY_DECIBANS
      && !debrief.cause(belief.id).canBeHidden && !isOpen(belief.id)
      && supportOf(debrief.compiled, belief).every(({ decibans }) => decibans < TELLING_DECIBANS))
    .sort((a, b) => b.prior - a.prior || weightOf(a) - weightOf(b))
    .slice(0, MAX_UNLIKELY_CAUSES)
    .map(({ id }) => debrief.cause(id));
}

/** Tells whether a question can tell something of a cause. @param {QuestionEntry} question @param {string} cause */
function hasSign(question, cause) {
  if (question.kind === "pick-one") return Object.hasOwn(question.signs, cause);
  return question.answers.some(({ signs }) => Object.hasOwn(signs, cause));
}
