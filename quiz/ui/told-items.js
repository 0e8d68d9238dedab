/**
 * What the reader told, event by event in words, each with what changes it.
 *
 * @module
 */

/** @import { AnsweredChecklist, AnsweredLines, GivenAnswer, Note } from "../engine/types.js" */
/** @import { Debrief } from "./debrief.js" */

import { validAnswers } from "../engine/asking.js";
import { answerText } from "./answer-text.js";
import { button, h } from "./dom.js";

const MAX_LATEST_ITEMS = 5;

/**
 * @typedef {object} ToldItem
 * @property {string} title         what was asked
 * @property {string} label         a short name of it
 * @property {string} text
 * @property {boolean} isSpecific   whether it says more than "not sure" or "none of these"
 * @property {HTMLElement} change   a button
 */

/** @param {Debrief} debrief @returns {readonly ToldItem[]} */
export function toldItems(debrief) {
  return debrief.answers.flatMap((event) => {
    if (event.checklist) return checklistItem(debrief, event);
    if (event.lines) return linesItems(debrief, event);
    return [event.facts ? noteItem(debrief, event) : pageItem(debrief, event)];
  });
}

/**
 * @param {Debrief} debrief
 * @param {GivenAnswer} answer
 * @returns {ToldItem}
 */
function pageItem(debrief, { question, chosen }) {
  const { text: title } = debrief.question(question);
  const change = () => debrief.navigate({ view: "question", question, change: true });
  return {
    title,
    label: debrief.labelOf(question),
    text: answerText(debrief, question, chosen),
    isSpecific: Boolean(chosen?.length),
    change: button(debrief.t("change"), change, "link", title),
  };
}

/**
 * @param {Debrief} debrief
 * @param {AnsweredChecklist} event
 * @returns {ToldItem}
 */
function checklistItem(debrief, { checklist }) {
  const title = debrief.t("checklist_title");
  const texts = checklist.map(({ question, option }) => answerText(debrief, question, [option]));
  return {
    title,
    label: title,
    text: texts.length > 0 ? texts.join(" · ") : debrief.t("none_of_these"),
    isSpecific: texts.length > 0,
    change: button(debrief.t("change"), () => debrief.navigate({ view: "checklist", change: true }), "link", title),
  };
}

/**
 * Returns the lines that were said yes or no to.
 *
 * @param {Debrief} debrief
 * @param {AnsweredLines} event
 * @returns {readonly ToldItem[]}
 */
function linesItems(debrief, { lines }) {
  const options = lines.map(({ question, option }) => ({ question, option }));
  const change = () => debrief.navigate({ view: "lines", lines: options, change: true });
  const answered = lines.filter(({ said }) => said !== "unsure");
  return (answered.length > 0 ? answered : lines.slice(0, 1)).map(({ question, option, said }) => {
    const title = answerText(debrief, question, [option]);
    return {
      title,
      label: title,
      text: debrief.t(said === "unsure" ? "not_sure" : said),
      isSpecific: said === "yes",
      change: button(debrief.t("change"), change, "link", title),
    };
  });
}

/**
 * @param {Debrief} debrief
 * @param {Note} event
 * @returns {ToldItem}
 */
function noteItem(debrief, event) {
  const facts = event.facts.map(({ question, option }) => answerText(debrief, question, [option]));
  const title = debrief.t("note_label");
  return {
    title,
    label: title,
    text: [event.note && debrief.t("note_quote", { text: event.note }), ...facts].filter(Boolean).join(" · "),
    isSpecific: true,
    change: button(debrief.t("note_remove"), () => removeNote(debrief, event), "link", event.note),
  };
}

/** Takes back what the reader wrote. @param {Debrief} debrief @param {Note} note */
function removeNote(debrief, note) {
  debrief.setAnswers(validAnswers(debrief.compiled, debrief.answers.filter((event) => event !== note)).answers);
  debrief.render({ view: "answers" });
  debrief.announce(debrief.t("note_removed"));
}

/** Returns what was told last, each with the way back to its page. @param {Debrief} debrief */
export function latestItems(debrief) {
  const items = toldItems(debrief).filter(({ isSpecific }) => isSpecific).slice(-MAX_LATEST_ITEMS);
  return [
    h("h3", debrief.t("told_title")),
    items.length === 0 && h("p.quiet", debrief.t("told_nothing")),
    h("dl", items.map(({ label, text, change }) =>
      h("div", h("dt.quiet", label), h("dd", text), h("dd", change)))),
  ];
}
