/**
 * The answers in words.
 *
 * @module
 */

/** @import { Debrief } from "../debrief.js" */

import { formatList } from "../../../browser/formats.js";

/**
 * Returns in words what was chosen.
 *
 * @param {Debrief} debrief
 * @param {string} question
 * @param {readonly string[] | null} chosen
 */
export function answerText(debrief, question, chosen) {
  if (!chosen) return debrief.t("not_sure");
  if (chosen.length === 0) return debrief.t("none_of_these");
  const texts = new Map(debrief.questions.get(question)?.answers.map(({ id, text }) => [id, text]));
  return formatList(debrief.model.language, chosen.map((id) => texts.get(id) ?? id));
}

/** Returns the short name of a question. @param {Debrief} debrief @param {string} id */
export function questionLabel(debrief, id) {
  const { label, text } = debrief.question(id);
  return label ?? text;
}
