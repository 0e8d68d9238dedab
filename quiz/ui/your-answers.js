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
  const { next, stop } = debrief.state;
  const change = (/** @type {string} */ question) => debrief.go("question", { question, change: true });
  return [
    title(debrief.t("your_answers")),
    noticeList(debrief),
    debrief.answers.length === 0 && h("p", debrief.t("no_answers")),
    h("dl.answers", debrief.answers.map(({ question, chosen }) => {
      const { text } = debrief.question(question);
      return h("div",
        h("dt.quiet", text),
        h("dd", answerText(debrief, question, chosen)),
        h("dd", button(debrief.t("change"), () => change(question), "link", text)));
    })),
    h("p.buttons",
      !stop && next && button(debrief.t("carry_on"), () => debrief.proceed(), "main"),
      debrief.answers.length > 0 && button(debrief.t("to_result"), () => debrief.go("result"), stop ? "main" : ""),
      button(debrief.t("forget"), () => debrief.forget(), "link")),
  ];
}
