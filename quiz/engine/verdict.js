/**
 * Whose it was, by what decides.
 *
 * @module
 */

/** @import { Answers, Verdict } from "./types.js" */
/** @import { Compiled } from "./model.js" */

import { infer } from "./beliefs.js";
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
  const { belief, logOdds, odds } = infer(compiled, answers);
  const controls = Object.fromEntries(Object.keys(model.controls).map((control) => [control, 0]));
  const leading = causes.flatMap(({ prior, control }, cause) => {
    const isLeading = isTelling(model, belief[cause]) && isPointedTo({ prior, logOdds: logOdds[cause] });
    return isLeading ? [{ control, weight: Math.min(odds[cause], MOST_ODDS) }] : [];
  });
  const sum = total(leading.map(({ weight }) => weight));
  for (const { control, weight } of leading) controls[control] += weight / sum;
  const leads = Object.keys(controls).find((control) => controls[control] >= CLEAR_SHARE) ?? null;
  return { leads, controls };
}
