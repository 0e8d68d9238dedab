/**
 * The engine's interface: pure functions of a model (see types.js for its format) and the answers so far. Links with
 * answers in them are read and made by share.js, which no question needs.
 *
 * @module
 */

export { compile, logOddsOf } from "./model.js";
export { DECIBANS, NOTICEABLE_DECIBANS } from "./weights.js";
export { diagnose } from "./beliefs.js";
export { eligibleQuestions, nextQuestion } from "./questions.js";
export { nextPage, pagesLeft, stopReason } from "./stopping.js";
export { actionsInAnyCase, fitting, planActions } from "./plan.js";
export { cannotTell, isPointedTo, outsideShare, verdict, whatWouldChange } from "./explanation.js";
export { validAnswers, withAnswer, withLines, withNote, withoutLast } from "./session.js";
export { toldFacts } from "./statements.js";
