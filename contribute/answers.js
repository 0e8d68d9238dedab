/**
 * The answers of a debrief, as they come with its address, as the answers of a case.
 *
 * @module
 */

/** @import { Entry, FormData } from "./types.js" */

/**
 * Returns an entry with the answers that a shared debrief holds, as far as the guide knows them. See share.js of the
 * quiz's engine for how they are written: `d1~VERSION~question.answer.answer~…`, where `_` stands for none.
 *
 * @param {string} fragment
 * @param {FormData} data
 * @returns {Entry}
 */
export function answersIn(fragment, { answers: known }) {
  const [, , ...parts] = fragment.split("~");
  const answers = parts.flatMap((part) => {
    const [question, ...chosen] = part.split(".").map(decoded);
    const given = chosen.filter((id) => Object.hasOwn(known[question] ?? {}, id));
    return given.length > 0 ? [[question, given]] : [];
  });
  return { answers: Object.fromEntries(answers) };
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
