/** What a mistyped word may stand for. */

// Shorter words differ from too many others in one letter.
const LEAST_LENGTH = 4;

/**
 * Returns the words of a vocabulary that differ from a word in one letter: a wrong one, a missing one, one too many, or
 * two that changed places.
 *
 * @param {string} word
 * @param {ReadonlySet<string>} vocabulary
 * @returns {string[]}
 */
export function correctionsOf(word, vocabulary) {
  if (word.length < LEAST_LENGTH) return [];
  return [...vocabulary].filter((other) => other.length >= LEAST_LENGTH && differInOneLetter(word, other));
}

/**
 * @param {string} word
 * @param {string} other
 */
function differInOneLetter(word, other) {
  if (Math.abs(word.length - other.length) > 1) return false;
  const shorter = Math.min(word.length, other.length);
  let start = 0;
  while (start < shorter && word[start] === other[start]) start += 1;
  let end = 0;
  while (end < shorter - start && word.at(-1 - end) === other.at(-1 - end)) end += 1;
  const [rest, otherRest] = [word.slice(start, word.length - end), other.slice(start, other.length - end)];
  const haveSwapped = rest.length === 2 && rest === `${otherRest[1]}${otherRest[0]}`;
  return Math.max(rest.length, otherRest.length) <= 1 || haveSwapped;
}
