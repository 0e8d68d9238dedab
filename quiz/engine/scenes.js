/**
 * Scenes: how it may have gone, one for each cause. The debrief asks once which of them come close.
 *
 * Somebody's story fits a scene or does not as a whole, which single facts that several causes share can't say
 * (docs/decisions/scenes.md). The scenes of the likeliest causes stand foremost on their page, and all others below, folded
 * by stage; one of these that was left says nothing, and neither does the choice of none.
 *
 * @module
 */

/** @import { Answers } from "./types.js" */
/** @import { Inference } from "./beliefs.js" */
/** @import { Compiled, Finding, Question } from "./model.js" */

const MOST_FOREMOST = 8;

/** Tells whether a question asks for scenes. @param {Pick<Question, "role">} question */
export function asksForScenes({ role }) {
  return role === "scenes";
}

/**
 * Returns the question that asks for scenes, or undefined where it was answered or the guide has none.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 */
export function openScenes({ questions }, answers) {
  const question = [...questions.values()].find(asksForScenes);
  return answers.some((event) => event.question === question?.id) ? undefined : question;
}

/**
 * Tells whether a finding stands foremost on its page: every one does, but of scenes only those of the likeliest causes.
 *
 * @param {Inference} inference
 * @param {Question} question
 * @param {Finding} finding
 */
export function isForemost(inference, question, { option }) {
  return !asksForScenes(question) || likeliestScenes(inference, question).has(option);
}

/**
 * Returns the scenes of the likeliest causes that are possible, as ids of answers.
 *
 * @param {Inference} inference
 * @param {Question} question
 * @returns {ReadonlySet<string | null>}
 */
export function likeliestScenes(inference, question) {
  const { belief } = inference;
  const beliefIn = (/** @type {Finding} */ { causes }) => belief[causes[0]];
  const likeliest = () => findingsOfPossible(inference, question).sort((a, b) => beliefIn(b) - beliefIn(a));
  return (inference.scenes ??= new Set(likeliest().slice(0, MOST_FOREMOST).map(({ option }) => option)));
}

/**
 * Returns the scenes of all causes that are possible, as ids of answers.
 *
 * @param {Inference} inference
 * @param {Question} question
 * @returns {ReadonlySet<string | null>}
 */
export function possibleScenes(inference, question) {
  return new Set(findingsOfPossible(inference, question).map(({ option }) => option));
}

/** @param {Inference} inference @param {Question} question */
function findingsOfPossible({ belief }, { findings }) {
  return findings.filter(({ causes }) => belief[causes[0]] > 0);
}
