/**
 * When enough was asked, and how much is still to come (cf. Choi, Grady & Dodd 2011 on stopping rules).
 *
 * @module
 */

/** @import { Answers, NextPage, NextQuestion, StopReason } from "./types.js" */
/** @import { Inference } from "./beliefs.js" */
/** @import { Compiled } from "./model.js" */

import { possibleAnswers } from "./answers.js";
import { infer } from "./beliefs.js";
import { checklistFacts } from "./checklist.js";
import { usefulLines } from "./lines.js";
import { isTelling } from "./model.js";
import { beliefsAfter, chancesOfChange } from "./outlook.js";
import { planFor } from "./plan.js";
import { nextQuestion, questionOf, worthwhileBits } from "./questions.js";

// Beyond this many pages, or where two ways of answering differ by more than that, an estimate would be a guess.
const MAX_ESTIMATED_PAGES = 5;
const MAX_DIFFERENCE_PAGES = 2;
// What lines to say yes or no to take, in ordinary pages.
const LINES_COST = 2;
// Enough to see what is asked next, for answers that nobody gave.
const TRIAL_SWEEPS = 2;

/**
 * Returns the page to show next, or null where enough was asked. The checklist follows the opening questions. At the end one
 * page of lines follows if it can change the result; what is said to it may make a further question worth asking.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 * @returns {NextPage}
 */
export function nextPage(compiled, answers) {
  const next = nextQuestion(compiled, answers);
  if (isChecklistDue(compiled, answers, next)) return { kind: "checklist" };
  if (next && !stopReason(compiled, answers, next)) return { kind: "question", ...next };
  if (answers.length === 0 || answers.some((event) => event.lines)) return null;
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

/**
 * Returns why enough was asked, or null where the next question is worth its page.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 * @param {NextQuestion | null} next    what `nextQuestion` returns for these answers
 * @returns {StopReason | null}
 */
export function stopReason(compiled, answers, next) {
  const { stopping } = compiled.model;
  if (next === null) return "no_questions";
  const pages = answers.filter((event) => event.question).length;
  if (pages >= stopping.pages) return "enough_pages";
  if (pages < stopping.least || next.isInAnyCase || next.isDecisive) return null;
  if (next.gainBits < worthwhileBits(compiled)) return "little_to_learn";
  return isSettled(compiled, answers, next.best) ? "plan_settled" : null;
}

/**
 * Tells whether no answer to one of the best questions is likely to bring another cause among the first three, or another
 * action to the head of the plan. What rests on no more than the priors is never settled.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 * @param {readonly string[]} best     ids of the questions that tell most
 */
function isSettled(compiled, answers, best) {
  const inference = infer(compiled, answers);
  if (!inference.belief.some((belief) => isTelling(compiled.model, belief))) return false;
  const firstAction = firstActionAt(compiled, inference, inference.belief);
  return best.every((id) => {
    const question = questionOf(compiled, id);
    const change = chancesOfChange(compiled, inference, question, (turn) => {
      return firstActionAt(compiled, inference, beliefsAfter(inference, turn)) !== firstAction;
    });
    return Object.values(change).every((chance) => chance < compiled.model.stopping.change);
  });
}

/**
 * Returns the id of the action that a plan begins with.
 *
 * @param {Compiled} compiled
 * @param {Inference} inference
 * @param {Float64Array} beliefs
 */
function firstActionAt(compiled, { statements }, beliefs) {
  return planFor(compiled, beliefs, statements, { most: 1 })[0]?.action;
}

/**
 * Returns how many pages are still to come, the next one included, or null where that cannot be told reliably.
 *
 * It plays the rest through twice, with the likeliest answers and with the second likeliest, and believes the
 * result if the two agree and the end is near. After the point where enough was asked it returns null.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 * @returns {number | null}
 */
export function pagesLeft(compiled, answers) {
  const likelyPages = pagesIf(compiled, answers, 0);
  const unlikelyPages = likelyPages && pagesIf(compiled, answers, 1);
  if (!likelyPages || !unlikelyPages || Math.abs(likelyPages - unlikelyPages) > MAX_DIFFERENCE_PAGES) return null;
  return Math.round((likelyPages + unlikelyPages) / 2);
}

/**
 * Returns the number of pages until enough was asked, or null if they are many.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 * @param {number} rank       which answer is always chosen: 0 is the likeliest
 */
function pagesIf(compiled, answers, rank) {
  let simulated = answers;
  for (let pages = 0; pages <= MAX_ESTIMATED_PAGES; pages += 1) {
    const inference = infer(compiled, simulated, TRIAL_SWEEPS);
    const next = nextQuestion(compiled, simulated);
    if (!next || stopReason(compiled, simulated, next)) return pages;
    const options = [...possibleAnswers(compiled, inference, questionOf(compiled, next.question), null)];
    const { chosen } = options.sort((a, b) => b.chance - a.chance)[Math.min(rank, options.length - 1)];
    simulated = Object.freeze([...simulated, { question: next.question, chosen }]);
  }
  return null;
}
