/** The words of a text as the search compares them. */

const ASCII_WORD = /[a-z0-9]+/g;
// Scripts that are written without spaces: each of their characters is taken for a word.
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+/gu;
const APOSTROPHES = /['’‘`´]/g;
const ACCENTS = /\p{M}/gu;
const OUTSIDE_ASCII = /[^\0-\x7f]/;
const HYPHEN = /[-‐‑]/;
const HYPHENATED = /[\p{L}\p{N}]+(?:[-‐‑][\p{L}\p{N}]+)+/gu;

/** Tells whether a language is English, of whichever country. @param {string} language     BCP 47 */
export function isEnglish(language) {
  return /^en(?:-|$)/i.test(language);
}

/**
 * Returns the words of a text in lower case, without accents and apostrophes. "Non-compete" is "non" and "compete", and
 * "noncompete" as well.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function wordsOf(text) {
  const lower = text.toLowerCase();
  const plain = (OUTSIDE_ASCII.test(lower) ? lower.normalize("NFD").replace(ACCENTS, "") : lower).replace(APOSTROPHES, "");
  // Most texts have no other letters, and are read in a third of the time so.
  const words = plain.match(OUTSIDE_ASCII.test(plain) ? WORD : ASCII_WORD) ?? [];
  if (!HYPHEN.test(plain)) return words;
  return [...words, ...(plain.match(HYPHENATED) ?? []).map((compound) => compound.replace(/[-‐‑]/g, ""))];
}
