/**
 * Numbers that were changed in one field of an entry and stand in another as they were, such as a time limit.
 *
 * @module
 */

/** @import { Diagnostic, Entry, Path, Schema } from "./types.js" */

import { plainWords, textsOf } from "./entry-texts.js";
import { filled } from "./schema.js";

/** @type {Readonly<Record<string, string>>} */
const NUMBER_WORDS = {
  two: "2", three: "3", four: "4", five: "5", six: "6", seven: "7", eight: "8", nine: "9", ten: "10", eleven: "11", twelve: "12",
  fifteen: "15", twenty: "20", thirty: "30", forty: "40", fifty: "50", sixty: "60", ninety: "90", hundred: "100",
};
// A number says the same again only together with what it counts.
const AMOUNT = new RegExp(`(?:^| )(\\d+|${Object.keys(NUMBER_WORDS).join("|")}) (\\p{L}{3,})(?= |$)`, "gu");

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
  const [old, current] = [before, after].map((entry) => textsOf(/** @type {Entry} */ (filled(entry) ?? {}), schema, schema, []).map(({ path, text }) => (
    { path, amounts: amountsIn(text) })));
  const changed = current.flatMap(({ path, amounts }) => {
    const earlier = old.find((other) => isSame(other.path, path))?.amounts ?? [];
    // A number that was deleted is none that was changed.
    const isChanged = amounts.some((amount) => !has(earlier, amount));
    return isChanged ? earlier.filter((amount) => !has(amounts, amount)).map((amount) => ({ amount, path })) : [];
  });
  return current.flatMap(({ path, amounts }) => {
    const stale = changed.find((change) => !isSame(change.path, path) && has(amounts, change.amount));
    return stale ? [{ path, code: "number-elsewhere", blanks: { amount: stale.amount.words, field: labelOf(stale.path) }, isAdvice: true }] : [];
  });
}

/** @typedef {{words: string, key: string}} Amount     as it stands, and by what it is known in digits and in the singular */

/** @param {string} text @returns {Amount[]} */
function amountsIn(text) {
  return Array.from(plainWords(text).matchAll(AMOUNT), ([, number, unit]) => (
    { words: `${number} ${unit}`, key: `${NUMBER_WORDS[number] ?? number} ${unit.replace(/s$/, "")}` }));
}

/** @param {readonly Amount[]} amounts @param {Amount} wanted */
function has(amounts, { key }) {
  return amounts.some((amount) => amount.key === key);
}

/** @param {Path} one @param {Path} other */
function isSame(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}
