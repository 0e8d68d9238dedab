/**
 * The engine's interface: pure functions of a model (see types.js for its format) and the answers so far. The part of it
 * that questions need stands by itself in asking.js, so that a browser need not load the rest before the first question.
 *
 * @module
 */

export * from "./asking.js";
export { whatWouldChange } from "./decisive-answer.js";
export { diagnose } from "./diagnosis.js";
export { actionsInAnyCase, fitting } from "./fitting.js";
export { logOddsOf } from "./model.js";
export { cannotTell, isPointedTo, namedCauses, particularWeights, restsOnLittle, supportOf, weakerCauses } from "./named-causes.js";
export { planActions } from "./plan.js";
export { eligibleQuestions } from "./questions.js";
export { decodeAnswers, encodeAnswers } from "./share.js";
export { verdict } from "./verdict.js";
export { DECIBANS, NOTICEABLE_DECIBANS } from "./weights.js";
