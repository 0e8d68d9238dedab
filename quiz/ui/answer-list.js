/**
 * All answers in one list, each of which can be changed without repeating the others.
 *
 * @module
 */

/** @import { Debrief } from "./debrief.js" */

import { button, h, viewTitle } from "./dom.js";
import { toldItems } from "./told-items.js";

/** @param {Debrief} debrief */
export function answerListView(debrief) {
  const { answers, nextRoute } = debrief;
  const isOver = nextRoute.view === "result";
  return [
    viewTitle(debrief.t("your_answers")),
    debrief.noticeList(),
    answers.length === 0 && h("p", debrief.t("no_answers")),
    h("dl.answers", toldItems(debrief).map(({ title, text, change }) =>
      h("div", h("dt.quiet", title), h("dd", text), h("dd", change)))),
    h("p.buttons",
      !isOver && button(debrief.t("carry_on"), () => debrief.proceed(), "main"),
      answers.length > 0 && button(debrief.t("to_result"), () => debrief.navigate({ view: "result" }), isOver ? "main" : ""),
      button(debrief.t("forget"), () => debrief.forget(), "link")),
  ];
}
