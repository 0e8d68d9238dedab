/**
 * When enough was asked (cf. Choi, Grady & Dodd 2011 on stopping rules).
 *
 * @module
 */

/** @import { Answers, NextQuestion, StopReason } from "./types.js" */
/** @import { Compiled } from "./model.js" */

import { infer } from "./beliefs.js";
import { isTelling, LEVEL_RATIO } from "./model.js";
import { chancesOfChange } from "./outlook.js";
import { questionOf, worthwhileBits } from "./questions.js";

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
  const pages = answers.filter((event) => event.question).length;
  if (pages >= stopping.pages) return "enough_pages";
  if (pages < stopping.least || opening.includes(next.question)) return null;
  if (isClear(compiled, answers)) return "clear";
  if (next.isInAnyCase || next.isDecisive) return null;
  if (next.gainBits < worthwhileBits(compiled)) return "little_to_learn";
  return isSettled(compiled, answers, next.best) ? "settled" : null;
}

/**
 * Tells whether the checklist and the page of scenes are left out where the questions stop: they would only confirm a cause
 * that is clear.
 *
 * @param {StopReason | null} reason
 */
export function skipsScenes(reason) {
  return reason === "clear";
}

/**
 * Tells whether one cause is nearly certain and none is level with it. What further pages asked then put no other first, and
 * brought others up that had played no part (docs/decisions/when-to-stop.md).
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 */
function isClear(compiled, answers) {
  const { belief, odds } = infer(compiled, answers);
  const most = Math.max(...odds);
  const isCertain = belief.some((chance) => chance >= compiled.model.stopping.clear);
  return isCertain && odds.filter((other) => other * LEVEL_RATIO > most).length === 1;
}

/**
 * Tells whether no answer to one of the best questions is likely to bring another cause among the first three. What rests on
 * no more than the priors is never settled.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 * @param {readonly string[]} best     ids of the questions that tell most
 */
function isSettled(compiled, answers, best) {
  const inference = infer(compiled, answers);
  if (!inference.belief.some((belief) => isTelling(compiled.model, belief))) return false;
  return best.every((id) => {
    const question = questionOf(compiled, id);
    const change = chancesOfChange(compiled, inference, question);
    return Object.values(change).every((chance) => chance < compiled.model.stopping.change);
  });
}
