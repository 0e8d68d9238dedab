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
const NONE = "__";

/**
 * Returns the answers as a URL fragment, without the leading "#".
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 * @returns {string}
 */
export function encodeAnswers(compiled, answers) {
  const parts = answers.map(({ question, chosen }) => {
    const what = !chosen ? [NOT_SURE] : chosen.length === 0 ? [NONE] : chosen.map(encodeId);
    return [encodeId(question), ...what].join(".");
  });
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
  const [format, version, ...parts] = fragment.split("~");
  if (format !== FORMAT || version === undefined) return validAnswers(compiled, null);
  const made = decodeId(version) ?? "";
  const older = made === compiled.model.version ? [] : [{ code: "older_content", detail: made }];
  return validAnswers(compiled, parts.map(readPart), older);
}

/**
 * Returns one answered question; what cannot be read is undefined, which is no valid answer.
 *
 * @param {string} part
 */
function readPart(part) {
  const [question, ...what] = part.split(".");
  const ids = what.map(decodeId);
  const chosen = what[0] === NOT_SURE ? null : what[0] === NONE ? [] : ids.length > 0 ? ids : undefined;
  return { question: decodeId(question), chosen };
}

/**
 * Returns the id with nothing left in it that separates or has a meaning of its own.
 *
 * @param {string} id
 */
function encodeId(id) {
  return encodeURIComponent(id).replace(/[~._]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
}

/**
 * Returns the id, or undefined where the text is no encoding of any.
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
