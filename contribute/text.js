/**
 * What keyboards, clipboards and word processors leave in a text, and what can stay of it.
 *
 * @module
 */

const INVISIBLE = /[\u00a0\u1680\u2000-\u200a\u2028-\u202f\u205f\u3000]/gu;
// oxlint-disable-next-line no-misleading-character-class -- each character stands for itself
const WITHOUT_WIDTH = /[\u00ad\u034f\u061c\u180e\u200b\u2060-\u2064\u2066-\u206f\ufeff]/gu;
// oxlint-disable-next-line no-control-regex -- these are what has to go
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/gu;
const LONE_HALF = /\p{Surrogate}/gu;

/**
 * Returns a text as it can stay: ordinary spaces and line ends, nothing that can't be seen.
 *
 * @param {string} text
 */
export function cleaned(text) {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/\t/g, "  ")
    .replace(INVISIBLE, " ")
    .replace(WITHOUT_WIDTH, "")
    .replace(LONE_HALF, "\ufffd")
    .replace(CONTROL, "")
    .replace(/[ ]+$/gm, "")
    .trim();
}
