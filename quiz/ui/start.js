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
  const { answers, kept, shared, words } = debrief;
  const { t } = words;
  const hasSaved = answers.length > 0;
  return [
    title(t("start_title")),
    h("p.lead", t("start_lead")),
    shared && linked(debrief, shared),
    hasSaved && saved(debrief),
    h("ul.facts", ["start_time", "start_unsure", "start_private"].map((key) => h("li", t(key)))),
    h("p.buttons",
      hasSaved || shared?.answers.length
        ? button(t("start_again"), () => debrief.restart())
        : button(t("start"), () => debrief.proceed(), "main"),
      kept.length > 0 && button(t("compare"), () => debrief.go({ view: "kept" }))),
    filePicker(debrief),
  ];
}

/**
 * @param {Debrief} debrief
 * @param {NonNullable<Debrief["shared"]>} shared
 */
function linked(debrief, { answers, notices }) {
  const { t, count } = debrief.words;
  const open = () => {
    debrief.keepGoing = false;
    debrief.setAnswers(answers, notices);
    debrief.go({ view: "result" });
  };
  return h("section.card",
      h("p", count("shared_answers", answers.length)),
    noticeList(debrief, notices),
    answers.length > 0 && debrief.answers.length > 0 && h("p", t("shared_replaces")),
    answers.length > 0 && h("p.buttons", button(t("shared_open"), open, "main")));
}

/** @param {Debrief} debrief */
function saved(debrief) {
  const { answers, at, words, notices } = debrief;
  const { t, count, date } = words;
  return h("section.card",
      h("p", count("saved_answers", answers.length, { date: date(at) })),
    noticeList(debrief, notices),
    h("p.buttons",
      button(t("carry_on"), () => debrief.proceed(), debrief.shared ? "" : "main"),
      button(t("your_answers"), () => debrief.go({ view: "answers" })),
      button(t("forget"), () => debrief.forget(), "link")));
}
