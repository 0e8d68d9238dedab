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

const MINUTES = "minutes";
/** How many minutes a length of time has that people put in words. @type {Readonly<Record<string, number>>} */
const LENGTHS = { "a quarter of an hour": 15, "half an hour": 30, "half hour": 30, "an hour": 60, "one hour": 60, "an hour and a half": 90 };
const LENGTH = /^(\d+(?:[.,]5)?) ?(h|hours?|min|mins|minutes?)\.?$/;

/** Returns a length of time as a number of minutes; as it is where it is put in no way that is known. @param {string} text */
function inMinutes(text) {
  const words = text.trim().toLowerCase().replace(/^(?:about|around|roughly) /, "");
  const [, number, unit = ""] = LENGTH.exec(words) ?? [];
  const minutes = number ? Number(number.replace(",", ".")) * (unit.startsWith("h") ? 60 : 1) : LENGTHS[words];
  return Number.isInteger(minutes) ? String(minutes) : text;
}

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
  if (path.at(-1) === MINUTES) return inMinutes(text);
  return path.at(-1) === SAID_ALREADY.name ? text.replace(SAID_ALREADY.words, "") : text;
}
