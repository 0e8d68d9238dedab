/**
 * How many pages are still to come.
 *
 * @module
 */

/** @import { Answers } from "./types.js" */
/** @import { Compiled } from "./model.js" */

import { possibleAnswers } from "./answers.js";
import { infer } from "./beliefs.js";
import { forTrials } from "./model.js";
import { nextQuestion, questionOf } from "./questions.js";
import { openScenes } from "./scenes.js";
import { skipsScenes, stopReason } from "./stopping.js";

// Beyond this many pages, or where two ways of answering differ by more than that, an estimate would be a guess.
const MAX_ESTIMATED_PAGES = 5;
const MAX_DIFFERENCE_PAGES = 2;

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
  const trial = forTrials(compiled);
  const likelyPages = pagesIf(trial, answers, 0);
  const unlikelyPages = likelyPages && pagesIf(trial, answers, 1);
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
    const inference = infer(compiled, simulated);
    const next = nextQuestion(compiled, simulated);
    const reason = stopReason(compiled, simulated, next);
    if (!next || reason) return pages + (!skipsScenes(reason) && openScenes(compiled, simulated) ? 1 : 0);
    const options = [...possibleAnswers(compiled, inference, questionOf(compiled, next.question))];
    const { chosen } = options.sort((a, b) => b.chance - a.chance)[Math.min(rank, options.length - 1)];
    simulated = Object.freeze([...simulated, { question: next.question, chosen }]);
  }
  return null;
}
