/**
 * The answers in words, and what the reader should know about them.
 *
 * @module
 */

/** @import { Debrief } from "./debrief.js" */

import { h } from "./dom.js";

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
  return debrief.formatList(chosen.map((id) => texts.get(id) ?? id));
}

/**
 * Returns what the reader should know about the answers, those on offer before their own, or false for nothing.
 *
 * @param {Debrief} debrief
 */
export function noticeList(debrief) {
  const { notices } = debrief.offeredAnswers ?? debrief;
  const texts = notices.map(({ code, detail }) =>
    debrief.t(`notice_${code}`, { detail: debrief.questions.get(detail)?.text ?? detail }),
  );
  if (!debrief.canStore) texts.push(debrief.t("not_saved"));
  return texts.length > 0 && h("ul.notices", texts.map((text) => h("li", text)));
}
