/**
 * The answers of a shared debrief as the answers of a case.
 *
 * @module
 */

/** @import { Entry, FormData } from "./types.js" */

import { parseFragment } from "../quiz/engine/share.js";

/**
 * Returns a case with the answers that a shared debrief holds, as far as the guide knows them.
 *
 * @param {string} fragment     the answers, as `encodeAnswers` of the quiz's engine writes them
 * @param {FormData} data
 * @returns {Entry}
 */
export function caseFromFragment(fragment, { answers: textsByQuestion }) {
  const answers = (parseFragment(fragment)?.answers ?? []).flatMap(({ question = "", chosen }) => {
    const texts = textsByQuestion[question] ?? {};
    const options = (chosen ?? []).filter((option) => option !== undefined && Object.hasOwn(texts, option));
    return options.length > 0 ? [[question, options]] : [];
  });
  return { answers: Object.fromEntries(answers) };
}
