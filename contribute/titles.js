/**
 * What entries, answers and words are called, by their ids.
 *
 * @module
 */

/** @import { FormData, Path } from "./types.js" */

import { createTexts } from "./texts.js";

// What is written by hand, and not in the form.
export const PAGE = "page";
// From so many on, tenths come nearer than one in so many.
const MOST_AS_ONE_IN = 0.4;

/**
 * Returns what the names or values of a field can be: id -> title.
 *
 * @param {FormData} data
 * @param {string | undefined} target     what they refer to
 * @param {Path} [path]     of the field that holds them, whose last part may be a question
 * @returns {Record<string, string>}
 */
export function titlesFor(data, target, path = []) {
  if (target === "answers") return answersOf(data, String(path.at(-1)));
  if (target === "how_many") return Object.fromEntries(Object.keys(data.shares).map((word) => [word, shareLabel(data, word)]));
  return { ...data.titles[target ?? ""] };
}

/** Returns the texts of a question's answers, by id. @param {FormData} data @param {string} question @returns {Record<string, string>} */
export function answersOf({ answers }, question) {
  return answers[question] ?? {};
}

/**
 * Returns the title of an entry, with what it is about where the title is only an author and a year.
 *
 * @param {FormData} data
 * @param {string} plural     of its kind
 * @param {string} id
 * @param {string} title
 */
export function longTitle(data, plural, id, title) {
  const kind = kindWithPlural(data, plural) ?? "";
  const isShort = (data.kinds[kind]?.idFields.length ?? 0) > 1;
  const also = isShort ? data.alsoCalled[kind]?.[id] : "";
  return also ? `${title}: ${also}` : title;
}

/** Returns under what the titles of a kind stand that a link names: of an entry, or of a page. @param {Pick<FormData, "kinds">} data @param {string} kind */
export function pluralOf({ kinds }, kind) {
  return kind === PAGE ? "pages" : (kinds[kind]?.plural ?? "");
}

/** Returns the kind of the entries that a plural names, if it names any. @param {FormData} data @param {string} plural */
export function kindWithPlural({ kinds }, plural) {
  return Object.keys(kinds).find((kind) => kinds[kind].plural === plural);
}

/** Returns what a word that can be chosen is called. @param {FormData} data @param {string} word */
export function wordLabel({ words }, word) {
  const { choices } = /** @type {{choices: Record<string, string>}} */ (/** @type {unknown} */ (words));
  return choices[word] ?? word;
}

/** Returns a word for a share of people with about how many of how many it is. @param {FormData} data @param {string} word */
function shareLabel(data, word) {
  const [count, all] = roughly(data.shares[word]);
  const t = createTexts(data);
  return t("share", { word, count, all });
}

/**
 * Returns a share as so many of so many people, in round numbers: 0.35 is 1 in 3, and 0.7 is 7 in 10.
 *
 * @param {number} share     above 0
 * @returns {[count: number, all: number]}
 */
export function roughly(share) {
  return share < MOST_AS_ONE_IN ? [1, Math.round(1 / share)] : [Math.round(share * 10), 10];
}
