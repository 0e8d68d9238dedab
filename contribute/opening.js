/**
 * The opening of a text, after which its page folds the rest; `generator/pages/openings.py` parts texts in the same way.
 *
 * @module
 */

const END_OF_SENTENCE = /[^\s.]{2}[.!?]["'’”*]{0,3}(?=\s)/g;
const BLOCK = /^(?:[-*+] |\d+\. |>)/;

/**
 * Returns the first sentences of the first paragraph, at least one and all that fit into the most letters, and the rest. A list or a
 * quotation is not split, and neither is a link or an emphasis.
 *
 * @param {string} text
 * @param {number} most
 */
export function parted(text, most) {
  const end = endOfOpening(text, most);
  return { opening: text.slice(0, end), rest: text.slice(end).trim() };
}

/** @param {string} text @param {number} most */
function endOfOpening(text, most) {
  const [paragraph] = text.split("\n\n", 1);
  if (BLOCK.test(paragraph)) return text.length;
  const ends = Array.from(paragraph.matchAll(END_OF_SENTENCE), ({ 0: sentenceEnd, index }) => index + sentenceEnd.length)
    .filter((end) => isWhole(paragraph.slice(0, end)));
  const all = [...ends, paragraph.length];
  return all.filter((end) => end <= most).at(-1) ?? all[0];
}

/** Whether no link and no emphasis is open at the end of a text. @param {string} text */
function isWhole(text) {
  const count = (/** @type {string} */ sign) => text.split(sign).length - 1;
  return count("[") === count("]") && count("(") === count(")") && count("*") % 2 === 0;
}
