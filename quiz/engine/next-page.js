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
 * Returns the page to show next, or null where enough was asked. After all that is asked in any case comes the page of scenes, so
 * that the questions can examine what was chosen there, and then the checklist.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 * @returns {NextPage}
 */
export function nextPage(compiled, answers) {
  const next = nextQuestion(compiled, answers);
  const reason = stopReason(compiled, answers, next);
  if (skipsScenes(reason)) return null;
  const hasBegun = answers.length > 0 && !next?.isInAnyCase;
  const scenes = hasBegun ? scenesPage(compiled, answers) : null;
  if (scenes) return { kind: "question", ...scenes };
  if (hasBegun && isChecklistDue(compiled, answers)) return { kind: "checklist" };
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
