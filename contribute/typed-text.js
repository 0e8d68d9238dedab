/**
 * What people type in a form of their own, as its field takes it: put right when the field is left.
 *
 * @module
 */

/** @import { Path, Schema } from "./types.js" */

import { withParagraphs, withScheme, withoutDoiAddress } from "./clean-text.js";

const DOI_PATTERN_START = "^10\\.";
const ADDRESS_PATTERN_START = "^https?:";
// The page says these words before the field of that name.
const SAID_ALREADY = { name: "from", words: /^(?:counted\s+)?from\s+(?=\S)/i };

/**
 * Returns a text as its field takes it.
 *
 * @param {string} text
 * @param {Schema} schema     of the field, with its reference followed
 * @param {Path} path
 */
export function fieldText(text, { pattern = "", "x-prose": isProse }, path) {
  if (pattern.startsWith(DOI_PATTERN_START)) return withoutDoiAddress(text);
  if (pattern.startsWith(ADDRESS_PATTERN_START)) return withScheme(text);
  if (isProse) return withParagraphs(text);
  return path.at(-1) === SAID_ALREADY.name ? text.replace(SAID_ALREADY.words, "") : text;
}
