/**
 * All answers on one page, each of which can be changed without repeating the rest.
 *
 * @module
 */

/** @import { Debrief } from "./debrief.js" */

import { button, h, title } from "./dom.js";
import { answerText, noticeList } from "./parts.js";

/** @param {Debrief} debrief */
export function answersView(debrief) {
  const { answers, words, notices } = debrief;
  const { t } = words;
  const { next, stop } = debrief.state;
  const change = (/** @type {string} */ question) => debrief.go({ view: "question", question, change: true });
  const toResult = button(t("to_result"), () => debrief.go({ view: "result" }), stop ? "main" : "");
  return [
    title(t("your_answers")),
    noticeList(debrief, notices),
    answers.length === 0 && h("p", t("no_answers")),
    h("dl.answers", answers.map(({ question, chosen }) => {
      const { text } = debrief.question(question);
      return h("div",
        h("dt", text),
        h("dd", answerText(debrief, question, chosen)),
        h("dd", button(t("change"), () => change(question), "link", text)));
    })),
    h("p.buttons",
      !stop && next && button(t("carry_on"), () => debrief.proceed(), "main"),
      answers.length > 0 && toResult,
      button(t("forget"), () => debrief.forget(), "link")),
  ];
}
