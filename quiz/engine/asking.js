/**
 * What questions need of the engine: which comes next, when enough was asked, and the answers so far.
 *
 * @module
 */

export { checklistFacts } from "./checklist.js";
export { compile } from "./model.js";
export { nextPage } from "./next-page.js";
export { pagesLeft } from "./pages-left.js";
export { foremostAnswers, nextQuestion, offeredAnswers } from "./questions.js";
export { validAnswers, withAnswer, withChecklist, withNote } from "./session.js";
export { asksForScenes } from "./scenes.js";
export { isSameFact, toldFacts } from "./statements.js";
export { stopReason } from "./stopping.js";
