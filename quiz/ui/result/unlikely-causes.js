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
// What was told, and all answers together, have to weigh against a cause for it to be named as unlikely.
const UNLIKELY_DECIBANS = 3;

/**
 * Returns common causes that the answers speak against, the commonest first. Somebody who was not sure about what tells of
 * a cause, or was not asked what would tell most, has said nothing against it; nor has who left boxes unticked, which people
 * do with much that is so. One that a fact clearly speaks for is not called unlikely, since the same fact may stand above for
 * another that says nearly the same.
 *
 * @param {Debrief} debrief
 * @returns {readonly CauseEntry[]}
 */
export function unlikelyCauses(debrief) {
  const unsure = new Set(debrief.answers.flatMap(({ question, chosen }) => (question && !chosen ? [question] : [])));
  const answered = new Set(debrief.answers.flatMap(({ question, chosen }) => (question && chosen ? [question] : [])));
  const isOpen = (/** @type {string} */ cause) => [...unsure].some((question) => strongestSign(debrief.question(question), cause) > 0)
    || !answered.has(mostTellingQuestion(debrief.model.questions, cause));
  const weightOf = (/** @type {CauseBelief} */ { prior, logOdds }) => DECIBANS * (logOdds - logOddsOf(prior));
  const weightTold = (/** @type {CauseBelief} */ { weights }) =>
    weights.reduce((sum, { ticked, decibans }) => sum + (ticked ? decibans : 0), 0);
  return diagnosisOf(debrief).causes
    .filter((belief) => belief.possible && Math.max(weightOf(belief), weightTold(belief)) <= -UNLIKELY_DECIBANS
      && !debrief.cause(belief.id).canBeHidden && !isOpen(belief.id)
      && supportOf(debrief.compiled, belief).every(({ decibans }) => decibans < TELLING_DECIBANS))
    .sort((a, b) => b.prior - a.prior || weightOf(a) - weightOf(b))
    .slice(0, MAX_UNLIKELY_CAUSES)
    .map(({ id }) => debrief.cause(id));
}

/**
 * Returns the id of the question with the answer that would speak most for a cause, or an empty text where none does.
 *
 * @param {readonly QuestionEntry[]} questions
 * @param {string} cause
 */
function mostTellingQuestion(questions, cause) {
  let [best, strongest] = ["", 0];
  for (const question of questions) {
    const sign = question.role === "scenes" ? 0 : strongestSign(question, cause);
    if (sign > strongest) [best, strongest] = [question.id, sign];
  }
  return best;
}

/**
 * Returns how many times as often as usual the answer that speaks most for a cause is given where it holds; 0 where none tells of it.
 *
 * @param {QuestionEntry} question
 * @param {string} cause
 */
function strongestSign(question, cause) {
  const ratios = question.kind === "pick-one"
    ? (question.signs[cause] ?? []).map((share, at) => share / question.base[at])
    : question.answers.flatMap(({ base, signs }) => (cause in signs ? [signs[cause] / base] : []));
  return Math.max(0, ...ratios);
}
