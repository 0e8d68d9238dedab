/**
 * All that a caller needs: pure functions over the answers given so far and a model of the format in types.js.
 *
 * @module
 */

export { compile } from "./model.js";
export { DECIBANS } from "./weights.js";
export { diagnose } from "./beliefs.js";
export { eligibleQuestions, nextQuestion } from "./questions.js";
export { pagesLeft, stopReason } from "./stopping.js";
export { planActions } from "./plan.js";
export { cannotTell, isPointedTo, outsideShare, whatWouldChange } from "./explanation.js";
export { validAnswers, withAnswer, withoutLast } from "./session.js";
export { decodeAnswers, encodeAnswers } from "./share.js";
