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
  /** @type {Record<string, string[]>} */
  const answers = {};
  for (const { question, option } of factsOf(parseFragment(fragment)?.events ?? [])) {
    if (!Object.hasOwn(textsByQuestion[question] ?? {}, option) || answers[question]?.includes(option)) continue;
    answers[question] = [...(answers[question] ?? []), option];
  }
  return { answers };
}

/**
 * Returns every fact that the events of a link tell.
 *
 * @param {readonly any[]} events
 * @returns {{question: string, option: string}[]}
 */
function factsOf(events) {
  return events.flatMap(({ question, chosen, facts }) =>
    facts ?? (chosen ?? []).map((/** @type {string} */ option) => ({ question, option })));
}
