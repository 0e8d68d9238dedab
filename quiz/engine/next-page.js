/**
 * Which page comes next: a question, which may be the one that asks for scenes, or the checklist.
 *
 * @module
 */

/** @import { Answers, NextPage, NextQuestion } from "./types.js" */
/** @import { Compiled } from "./model.js" */

import { checklistFacts } from "./checklist.js";
import { nextQuestion, scenesPage } from "./questions.js";
import { skipsScenes, stopReason } from "./stopping.js";

/**
 * Returns the page to show next, or null where enough was asked. The checklist follows the opening questions. The page of scenes
 * comes where it tells more than any question, or else at the end; what is said to it may make a further question worth asking.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 * @returns {NextPage}
 */
export function nextPage(compiled, answers) {
  const next = nextQuestion(compiled, answers);
  const reason = stopReason(compiled, answers, next);
  if (skipsScenes(reason)) return null;
  if (isChecklistDue(compiled, answers, next)) return { kind: "checklist" };
  if (next && !reason) return { kind: "question", ...next };
  const scenes = answers.length > 0 ? scenesPage(compiled, answers) : null;
  return scenes && { kind: "question", ...scenes };
}

/**
 * Tells whether the checklist comes next: where it was not answered, after all that is asked in any case.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 * @param {NextQuestion | null} next
 */
function isChecklistDue(compiled, answers, next) {
  if (answers.length === 0 || next?.isInAnyCase || answers.some((event) => event.checklist)) return false;
  return checklistFacts(compiled, answers).length > 0;
}
