/**
 * The answers in a list, each of which can be changed without repeating the others.
 *
 * @module
 */

/** @import { Note } from "../../engine/types.js" */
/** @import { AnswerItem } from "./answer-items.js" */
/** @import { Debrief } from "../debrief.js" */

import { validAnswers } from "../../engine/asking.js";
import { answerItems } from "./answer-items.js";
import { button, h, viewTitle } from "../../../browser/dom.js";

const MAX_LATEST_ITEMS = 5;

/** @param {Debrief} debrief */
export function answerListView(debrief) {
  const { answers, nextRoute } = debrief;
  const isOver = nextRoute.view === "result";
  return [
    viewTitle(debrief.t("your_answers")),
    debrief.noticeList(),
    answers.length === 0 && h("p", debrief.t("no_answers")),
    h("dl.answers", answerItems(debrief).map((item) => row(debrief, item, item.title))),
    h("p.buttons",
      !isOver && button(debrief.t("carry_on"), () => debrief.proceed(), "main"),
      answers.length > 0 && button(debrief.t("to_result"), () => debrief.navigate({ view: "result" }), isOver ? "main" : ""),
      button(debrief.t("forget"), () => debrief.forget(), "link")),
  ];
}

/** Returns the last answers that say something, each with the way back to its page. @param {Debrief} debrief */
export function latestItems(debrief) {
  const items = answerItems(debrief).filter(({ isSpecific }) => isSpecific).slice(-MAX_LATEST_ITEMS);
  return [
    h("h3", debrief.t("told_title")),
    items.length === 0 && h("p.quiet", debrief.t("told_nothing")),
    h("dl", items.map((item) => row(debrief, item, item.label))),
  ];
}

/**
 * @param {Debrief} debrief
 * @param {AnswerItem} item
 * @param {string} name
 */
function row(debrief, { title, text, route, note }, name) {
  const change = route
    ? button(debrief.t("change"), () => debrief.navigate(route), "link", title)
    : note && button(debrief.t("note_remove"), () => removeNote(debrief, note), "link", note.note);
  return h("div", h("dt.quiet", name), h("dd", text), h("dd", change));
}

/** Takes back what the reader wrote. @param {Debrief} debrief @param {Note} note */
function removeNote(debrief, note) {
  debrief.setAnswers(validAnswers(debrief.compiled, debrief.answers.filter((event) => event !== note)).answers);
  debrief.render({ view: "answers" });
  debrief.announce(debrief.t("note_removed"));
}
