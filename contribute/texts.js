/**
 * The texts of the form, by their keys.
 *
 * @module
 */

/** @import { FormData } from "./types.js" */

import { fillBlanks } from "../browser/strings.js";

/** @typedef {(key: string, blanks?: Record<string, string | number>) => string} Texts */

/**
 * Returns what gives the text of a key with its blanks filled, or the key itself where there is no such text.
 *
 * @param {Pick<FormData, "words">} data
 * @returns {Texts}
 */
export function createTexts({ words }) {
  return (key, blanks = {}) => fillBlanks(words[key] ?? key, (name) => blanks[name]);
}
