/**
 * The first view: what the quiz is, and the ways into it.
 *
 * @module
 */

/** @import { Debrief, OfferedAnswers } from "./debrief.js" */

import { button, disclosure, h, viewTitle } from "../../browser/dom.js";

/** @param {Debrief} debrief */
export function startView(debrief) {
  const { answers, offeredAnswers, savedDebriefs } = debrief;
  const hasAnswers = answers.length > 0;
  const startButton = hasAnswers || offeredAnswers?.answers.length
    ? button(debrief.t("start_again"), () => debrief.restart())
    : button(debrief.t("start"), () => debrief.proceed(), "main");
  return [h("div.opening",
    viewTitle(debrief.t("start_title")),
    h("p.lead", debrief.t("start_lead")),
    debrief.noticeList(),
    offeredAnswers && offeredAnswersCard(debrief, offeredAnswers),
    hasAnswers && ownAnswersCard(debrief),
    h("ul", ["start_time", "start_unsure", "start_private"].map((key) => h("li", debrief.t(key)))),
    h("p.buttons",
      startButton,
      savedDebriefs.length > 0 && button(debrief.t("compare"), () => debrief.navigate({ view: "saved" }))),
    disclosure(debrief.t("open_file"), async () => [(await import("./further-views.js")).filePicker(debrief)]))];
}

/**
 * @param {Debrief} debrief
 * @param {OfferedAnswers} offeredAnswers
 */
function offeredAnswersCard(debrief, { answers, notices }) {
  const accept = () => {
    debrief.keepGoing = false;
    debrief.setAnswers(answers, notices);
    debrief.navigate({ view: "result" });
  };
  return h("section.card",
    h("p", debrief.count("shared_answers", answers.length)),
    answers.length > 0 && debrief.answers.length > 0 && h("p", debrief.t("shared_replaces")),
    answers.length > 0 && h("p.buttons", button(debrief.t("shared_open"), accept, "main")));
}

/** @param {Debrief} debrief */
function ownAnswersCard(debrief) {
  const { answers, changedAt, offeredAnswers } = debrief;
  return h("section.card",
    h("p", debrief.count("saved_answers", answers.length, { date: debrief.formatDate(changedAt) })),
    h("p.buttons",
      button(debrief.t("carry_on"), () => debrief.proceed(), offeredAnswers ? "" : "main"),
      button(debrief.t("your_answers"), () => debrief.navigate({ view: "answers" })),
      button(debrief.t("forget"), () => debrief.forget(), "link")));
}
