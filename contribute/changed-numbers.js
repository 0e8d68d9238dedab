/**
 * Numbers that were changed in one field of an entry and stand in another as they were, such as a time limit.
 *
 * @module
 */

/** @import { Diagnostic, Entry, Path, Schema } from "./types.js" */

import { plainWords, textsOf } from "./rules.js";
import { filled } from "./schema.js";

const NUMBER_WORDS = "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty ninety hundred";
// A number says the same again only together with what it counts.
const AMOUNT = new RegExp(`(?:^| )((?:\\d+|${NUMBER_WORDS.replaceAll(" ", "|")}) [\\p{L}]{3,})(?= |$)`, "gu");

/** @typedef {{path: Path, text: string}} Text */

/**
 * Returns advice for each text that names an amount which another text named before and names no more.
 *
 * @param {Entry} before
 * @param {Entry} after
 * @param {Schema} schema
 * @param {(path: Path) => string} labelOf
 * @returns {Diagnostic[]}
 */
export function changedNumbers(before, after, schema, labelOf) {
  const [old, current] = [before, after].map((entry) => textsOf(/** @type {Entry} */ (filled(entry) ?? {}), schema, schema, []));
  const changed = current.flatMap(({ path, text }) => {
    const earlier = old.find((other) => isSame(other.path, path));
    const now = amountsIn(text);
    // A number that was deleted is none that was changed.
    return earlier && now.some((amount) => !amountsIn(earlier.text).includes(amount))
      ? amountsIn(earlier.text).filter((amount) => !now.includes(amount)).map((amount) => ({ amount, path }))
      : [];
  });
  return current.flatMap(({ path, text }) => {
    const stale = changed.find((change) => !isSame(change.path, path) && amountsIn(text).includes(change.amount));
    return stale ? [{ path, code: "number-elsewhere", blanks: { amount: stale.amount, field: labelOf(stale.path) }, isAdvice: true }] : [];
  });
}

/** @param {string} text */
function amountsIn(text) {
  return Array.from(plainWords(text).matchAll(AMOUNT), ([, amount]) => amount);
}

/** @param {Path} one @param {Path} other */
function isSame(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}
