/**
 * The answers as text that fits behind the # of an address.
 *
 *   d1~VERSION~how-far.half-way~water._~saw.__~did.first.third
 *
 * is format 1, the version of the content, and each answered question with what was chosen: `_` stands for "not
 * sure" and `__` for "none of these". All other characters of an id that could be mistaken are percent-encoded.
 *
 * @module
 */

/** @import { Answers, Notice } from "./types.js" */
/** @import { Compiled } from "./model.js" */

import { validAnswers } from "./session.js";

const FORMAT = "d1";
const NOT_SURE = "_";
const NONE_OF_THESE = "__";

/**
 * Returns the answers as a URL fragment, without the leading "#".
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 * @returns {string}
 */
export function encodeAnswers(compiled, answers) {
  const parts = answers.map(({ question, chosen }) => [encodeId(question), ...encodeChosen(chosen)].join("."));
  return [FORMAT, encodeId(compiled.model.version), ...parts].join("~");
}

/**
 * Returns the answers that a fragment holds, as far as the model knows them, and what the reader should know.
 *
 * It never throws, whatever the text. Besides the codes of `validAnswers` there is "older_content", for a link
 * that was made with other content.
 *
 * @param {Compiled} compiled
 * @param {string} fragment      without the leading "#"
 * @returns {{answers: Answers, notices: readonly Notice[]}}
 */
export function decodeAnswers(compiled, fragment) {
  const shared = parseFragment(fragment);
  if (!shared) return validAnswers(compiled, null);
  const isCurrent = shared.version === compiled.model.version;
  return validAnswers(compiled, shared.answers, isCurrent ? [] : [{ code: "older_content", detail: shared.version }]);
}

/**
 * Returns what a fragment says, whether or not any model knows it; null for a fragment of another format. It never
 * throws. Where a part cannot be read, `question`, `chosen` or one of the options is undefined.
 *
 * @param {string} fragment      without the leading "#"
 */
export function parseFragment(fragment) {
  const [format, version, ...parts] = fragment.split("~");
  if (format !== FORMAT || version === undefined) return null;
  return { version: decodeId(version) ?? "", answers: parts.map(parsePart) };
}

/** @param {string} part */
function parsePart(part) {
  const [question, ...options] = part.split(".");
  return { question: decodeId(question), chosen: decodeChosen(options) };
}

/** @param {readonly string[] | null} chosen */
function encodeChosen(chosen) {
  if (!chosen) return [NOT_SURE];
  return chosen.length > 0 ? chosen.map(encodeId) : [NONE_OF_THESE];
}

/** @param {readonly string[]} options */
function decodeChosen(options) {
  if (options[0] === NOT_SURE) return null;
  if (options[0] === NONE_OF_THESE) return [];
  return options.length > 0 ? options.map(decodeId) : undefined;
}

/**
 * Returns the id with every character encoded that separates or has a meaning of its own.
 *
 * @param {string} id
 */
function encodeId(id) {
  return encodeURIComponent(id).replace(/[~._]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
}

/**
 * Returns the id, or undefined where the text does not encode one.
 *
 * @param {string} text
 */
function decodeId(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
