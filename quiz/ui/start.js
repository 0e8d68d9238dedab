/**
 * The first page: what this is, and the ways in.
 *
 * @module
 */

/** @import { Debrief } from "./debrief.js" */

import { button, h, title } from "./dom.js";
import { filePicker } from "./take-along.js";
import { noticeList } from "./parts.js";

/** @param {Debrief} debrief */
export function startView(debrief) {
  const hasSaved = debrief.answers.length > 0;
  return [
    title(debrief.t("start_title")),
    h("p.lead", debrief.t("start_lead")),
    noticeList(debrief),
    debrief.shared && linked(debrief, debrief.shared),
    hasSaved && saved(debrief),
    h("ul", ["start_time", "start_unsure", "start_private"].map((key) => h("li", debrief.t(key)))),
    h("p.buttons",
      hasSaved || debrief.shared?.answers.length
        ? button(debrief.t("start_again"), () => debrief.restart())
        : button(debrief.t("start"), () => debrief.proceed(), "main"),
      debrief.kept.length > 0 && button(debrief.t("compare"), () => debrief.go("kept"))),
    filePicker(debrief),
  ];
}

/**
 * @param {Debrief} debrief
 * @param {NonNullable<Debrief["shared"]>} shared
 */
function linked(debrief, { answers, notices }) {
  const open = () => {
    debrief.keepGoing = false;
    debrief.setAnswers(answers, notices);
    debrief.go("result");
  };
  return h("section.card",
      h("p", debrief.count("shared_answers", answers.length)),
    answers.length > 0 && debrief.answers.length > 0 && h("p", debrief.t("shared_replaces")),
    answers.length > 0 && h("p.buttons", button(debrief.t("shared_open"), open, "main")));
}

/** @param {Debrief} debrief */
function saved(debrief) {
  return h("section.card",
      h("p", debrief.count("saved_answers", debrief.answers.length, { date: debrief.date(debrief.at) })),
    h("p.buttons",
      button(debrief.t("carry_on"), () => debrief.proceed(), debrief.shared ? "" : "main"),
      button(debrief.t("your_answers"), () => debrief.go("answers")),
      button(debrief.t("forget"), () => debrief.forget(), "link")));
}
