/**
 * The engine's interface: pure functions of a model (see types.js for its format) and the answers so far. What
 * no question needs stands apart: share.js for links with answers in them, explanation.js for the result.
 *
 * @module
 */

export { compile, logOddsOf } from "./model.js";
export { DECIBANS, NOTICEABLE_DECIBANS } from "./weights.js";
export { diagnose } from "./beliefs.js";
export { eligibleQuestions, nextQuestion } from "./questions.js";
export { nextPage, pagesLeft, stopReason } from "./stopping.js";
export { planActions } from "./plan.js";
export { validAnswers, withAnswer, withLines, withNote, withoutLast } from "./session.js";
export { toldFacts } from "./statements.js";
