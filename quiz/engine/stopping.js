/**
 * When enough was asked, and how much is still to come (cf. Choi, Grady & Dodd 2011 on stopping rules).
 *
 * @module
 */

/** @import { Answers, NextPage, NextQuestion, StopReason } from "./types.js" */
/** @import { Compiled } from "./model.js" */

import { possibleAnswers } from "./answers.js";
import { infer } from "./beliefs.js";
import { isTelling } from "./explanation.js";
import { usefulLines } from "./lines.js";
import { planFor } from "./plan.js";
import { nextQuestion, questionOf } from "./questions.js";
import { withAnswer } from "./session.js";

// A plan is settled if its first steps stay, whatever the answer to any of the best questions.
const FIRST_STEPS = 3;
// Enough to see which actions lead, for the many answers that are only tried.
const TRIAL_SWEEPS = 4;
// Beyond this many pages, or where two ways of answering differ by more than that, an estimate would be a guess.
const MAX_ESTIMATED_PAGES = 5;
const MAX_DIFFERENCE_PAGES = 2;

/**
 * Returns the page to show next, or null where enough was asked. Once the questions are, one page of lines follows if it
 * can change the result; what is said to it may make a further question worth asking.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 * @returns {NextPage}
 */
export function nextPage(compiled, answers) {
  const next = nextQuestion(compiled, answers);
  if (next && !stopReason(compiled, answers, next)) return { kind: "question", ...next };
  if (answers.length === 0 || answers.some((event) => event.lines)) return null;
  const { lines, gainBits } = usefulLines(compiled, answers);
  return gainBits >= compiled.model.stopping.gainBits ? { kind: "lines", lines } : null;
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
  const { opening, stopping } = compiled.model;
  if (next === null) return "no_questions";
  if (answers.filter((event) => event.question).length >= stopping.pages) return "enough_pages";
  if (opening.includes(next.question)) return null;
  if (next.gainBits < stopping.gainBits) return "little_to_learn";
  return isPlanSettled(compiled, answers, next.best) ? "plan_settled" : null;
}

/**
 * Tells whether no single answer to one of the best questions would bring another action among the first three.
 * A plan that rests on no more than the priors is never settled.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 * @param {readonly string[]} best     ids of the questions that tell most
 */
function isPlanSettled(compiled, answers, best) {
  const inference = infer(compiled, answers);
  if (!inference.belief.some((belief) => isTelling(compiled.model, belief))) return false;
  const steps = firstSteps(compiled, answers);
  return best.every((question) => {
    const trials = possibleAnswers(compiled, inference, questionOf(compiled, question), null);
    return trials.every(({ chosen }) => {
      // A copy, so that what a few sweeps lead to is not memoized for these answers.
      const trialAnswers = [...withAnswer(compiled, answers, { question, chosen })];
      return firstSteps(compiled, trialAnswers, TRIAL_SWEEPS) === steps;
    });
  });
}

/**
 * Returns the first actions of the plan as one text that is the same for every order of them.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 * @param {number} [sweeps]
 */
function firstSteps(compiled, answers, sweeps) {
  const plan = planFor(compiled, infer(compiled, answers, sweeps).belief, Infinity, FIRST_STEPS);
  return plan.map(({ action }) => action).sort().join(" ");
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
    const next = nextQuestion(compiled, simulated);
    if (!next || stopReason(compiled, simulated, next)) return pages;
    const question = questionOf(compiled, next.question);
    const options = [...possibleAnswers(compiled, infer(compiled, simulated), question, null)];
    const { chosen } = options.sort((a, b) => b.chance - a.chance)[Math.min(rank, options.length - 1)];
    simulated = withAnswer(compiled, simulated, { question: next.question, chosen });
  }
  return null;
}
