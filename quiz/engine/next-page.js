/**
 * Which page comes next: a question, the checklist, or lines to say yes or no to.
 *
 * @module
 */

/** @import { Answers, NextPage, NextQuestion } from "./types.js" */
/** @import { Compiled } from "./model.js" */

import { checklistFacts } from "./checklist.js";
import { usefulLines } from "./lines.js";
import { nextQuestion, scenesPage, worthwhileBits } from "./questions.js";
import { asksForScenes } from "./scenes.js";
import { stopReason } from "./stopping.js";

// What lines to say yes or no to take, in ordinary pages.
const LINES_COST = 2;

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
  if (isChecklistDue(compiled, answers, next)) return { kind: "checklist" };
  if (next && !stopReason(compiled, answers, next)) return { kind: "question", ...next };
  if (answers.length === 0) return null;
  const scenes = scenesPage(compiled, answers);
  if (scenes) return { kind: "question", ...scenes };
  if ([...compiled.questions.values()].some(asksForScenes) || answers.some((event) => event.lines)) return null;
  const { lines, gainBits } = usefulLines(compiled, answers);
  return gainBits >= LINES_COST * worthwhileBits(compiled) ? { kind: "lines", lines } : null;
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
