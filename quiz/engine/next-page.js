/**
 * Which page comes next: a question, which may be the one that asks for scenes, or the checklist.
 *
 * @module
 */

/** @import { Answers, NextPage } from "./types.js" */
/** @import { Compiled } from "./model.js" */

import { checklistFacts } from "./checklist.js";
import { nextQuestion, scenesPage } from "./questions.js";
import { skipsScenes, stopReason } from "./stopping.js";

/**
 * Returns the page to show next, or null where enough was asked. After the opening questions comes the page of scenes, so that the
 * others can examine what was chosen there, and after all that is asked in any case the checklist.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 * @returns {NextPage}
 */
export function nextPage(compiled, answers) {
  const next = nextQuestion(compiled, answers);
  const isOpening = answers.length === 0 || (next !== null && compiled.model.opening.includes(next.question));
  const reason = stopReason(compiled, answers, next);
  if (skipsScenes(reason)) return null;
  const scenes = isOpening ? null : scenesPage(compiled, answers);
  if (scenes) return { kind: "question", ...scenes };
  if (!isOpening && !next?.isInAnyCase && isChecklistDue(compiled, answers)) return { kind: "checklist" };
  return next && !reason ? { kind: "question", ...next } : null;
}

/**
 * Tells whether the checklist was not answered yet, and has something on it.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 */
function isChecklistDue(compiled, answers) {
  return !answers.some((event) => event.checklist) && checklistFacts(compiled, answers).length > 0;
}
