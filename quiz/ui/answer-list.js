/**
 * All answers in one list, each of which can be changed without repeating the others.
 *
 * @module
 */

/** @import { GivenAnswer } from "../engine/types.js" */
/** @import { Debrief } from "./debrief.js" */

import { answerText, noticeList } from "./components.js";
import { button, h, viewTitle } from "./dom.js";

/** @param {Debrief} debrief */
export function answerListView(debrief) {
  const { answers, state: { next, stop } } = debrief;
  return [
    viewTitle(debrief.t("your_answers")),
    noticeList(debrief),
    answers.length === 0 && h("p", debrief.t("no_answers")),
    h("dl.answers", answers.map((event) => event.question && answerRow(debrief, event))),
    h("p.buttons",
      !stop && next && button(debrief.t("carry_on"), () => debrief.proceed(), "main"),
      answers.length > 0 && button(debrief.t("to_result"), () => debrief.navigate({ view: "result" }), stop ? "main" : ""),
      button(debrief.t("forget"), () => debrief.forget(), "link")),
  ];
}

/**
 * @param {Debrief} debrief
 * @param {GivenAnswer} answer
 */
function answerRow(debrief, { question, chosen }) {
  const { text } = debrief.question(question);
  const change = () => debrief.navigate({ view: "question", question, change: true });
  return h("div",
    h("dt.quiet", text),
    h("dd", answerText(debrief, question, chosen)),
    h("dd", button(debrief.t("change"), change, "link", text)));
}
