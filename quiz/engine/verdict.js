/**
 * Whose it was, by what decides.
 *
 * @module
 */

/** @import { Answers, CauseEntry, QuizModel, Verdict } from "./types.js" */
/** @import { Compiled } from "./model.js" */
/** @import { Statements } from "./statements.js" */

import { infer } from "./beliefs.js";
import { isMet } from "./gates.js";
import { isTelling, total } from "./model.js";
import { isPointedTo } from "./named-causes.js";

// From this share of the odds on, a control leads clearly.
const CLEAR_SHARE = 0.5;
// Beyond odds of fifty to one a cause is certain enough; the rest says more of the model than of the world.
const MOST_ODDS = 50;

/**
 * Returns whose it was: the control of the causes that decide. Causes weigh by their odds, so that several that may have
 * played a part do not make up for one that surely did.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 * @returns {Verdict}
 */
export function verdict(compiled, answers) {
  const { causes, model } = compiled;
  const { belief, logOdds, odds, statements } = infer(compiled, answers);
  const controls = Object.fromEntries(Object.keys(model.controls).map((control) => [control, 0]));
  const leading = causes.flatMap((entry, cause) => {
    const isLeading = isTelling(model, belief[cause]) && isPointedTo({ prior: entry.prior, logOdds: logOdds[cause] });
    return isLeading ? [{ control: controlOf(model, entry, statements), weight: Math.min(odds[cause], MOST_ODDS) }] : [];
  });
  const sum = total(leading.map(({ weight }) => weight));
  for (const { control, weight } of leading) controls[control] += weight / sum;
  const leads = Object.keys(controls).find((control) => controls[control] >= CLEAR_SHARE) ?? null;
  return { leads, controls };
}

/**
 * Returns whose a cause was, as a key of the model's controls: its own control, unless something was told that shows that it
 * was in others' hands.
 *
 * @param {QuizModel} model
 * @param {CauseEntry} cause
 * @param {Statements} statements
 */
export function controlOf({ controls }, { control, outsideIf }, statements) {
  const outside = isMet(outsideIf, statements) && Object.keys(controls).find((other) => controls[other].outside);
  return outside || control;
}
