/**
 * Scenes: how it may have gone, one for each cause. The debrief asks once which of a few come close.
 *
 * Somebody's story fits a scene or does not as a whole, which single facts that several causes share can't say
 * (docs/decisions/scenes.md). Only the scenes of the likeliest causes are shown, since nobody reads a hundred; one that was
 * not shown says nothing, and neither does the choice of none.
 *
 * @module
 */

/** @import { Answers } from "./types.js" */
/** @import { Inference } from "./beliefs.js" */
/** @import { Compiled, Finding, Question } from "./model.js" */

const MOST_SCENES = 8;

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
 * Tells whether a finding can be told on its page: every one can, but of scenes only those of the likeliest causes.
 *
 * @param {Inference} inference
 * @param {Question} question
 * @param {Finding} finding
 */
export function isShown(inference, question, { option }) {
  return !asksForScenes(question) || likeliestScenes(inference, question).has(option);
}

/**
 * Returns the scenes of the likeliest causes that are possible, as ids of answers.
 *
 * @param {Inference} inference
 * @param {Question} question
 * @returns {ReadonlySet<string | null>}
 */
export function likeliestScenes(inference, { findings }) {
  const { belief } = inference;
  const beliefIn = (/** @type {Finding} */ { causes }) => belief[causes[0]];
  const likeliest = () => findings.filter((finding) => beliefIn(finding) > 0).sort((a, b) => beliefIn(b) - beliefIn(a));
  return (inference.scenes ??= new Set(likeliest().slice(0, MOST_SCENES).map(({ option }) => option)));
}
