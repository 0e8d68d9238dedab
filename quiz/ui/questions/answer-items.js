/**
 * The answers one by one in words, each with where it can be changed.
 *
 * @module
 */

/** @import { AnsweredChecklist, GivenAnswer, Note } from "../../engine/types.js" */
/** @import { Debrief } from "../debrief.js" */
/** @import { Route } from "../routing.js" */

import { answerText, questionLabel } from "./answer-text.js";

/**
 * @typedef {object} AnswerItem
 * @property {string} title         what was asked
 * @property {string} label         a short name of it
 * @property {string} text
 * @property {boolean} isSpecific   whether it says more than "not sure" or "none of these"
 * @property {Route} [route]        where it can be changed
 * @property {Note} [note]          what can be taken back, where nothing can be changed
 */

/** @param {Debrief} debrief @returns {readonly AnswerItem[]} */
export function answerItems(debrief) {
  return debrief.answers.map((event) => {
    if (event.checklist) return checklistItem(debrief, event);
    return event.facts ? noteItem(debrief, event) : pageItem(debrief, event);
  });
}

/**
 * @param {Debrief} debrief
 * @param {GivenAnswer} answer
 * @returns {AnswerItem}
 */
function pageItem(debrief, { question, chosen }) {
  const { text: title } = debrief.question(question);
  return {
    title,
    label: questionLabel(debrief, question),
    text: answerText(debrief, question, chosen),
    isSpecific: Boolean(chosen?.length),
    route: { view: "question", question, change: true },
  };
}

/**
 * @param {Debrief} debrief
 * @param {AnsweredChecklist} event
 * @returns {AnswerItem}
 */
function checklistItem(debrief, { checklist }) {
  const title = debrief.t("checklist_title");
  const texts = checklist.map(({ question, option }) => answerText(debrief, question, [option]));
  return {
    title,
    label: title,
    text: texts.length > 0 ? texts.join(" · ") : debrief.t("none_of_these"),
    isSpecific: texts.length > 0,
    route: { view: "checklist", change: true },
  };
}

/**
 * @param {Debrief} debrief
 * @param {Note} event
 * @returns {AnswerItem}
 */
function noteItem(debrief, event) {
  const facts = event.facts.map(({ question, option }) => answerText(debrief, question, [option]));
  const title = debrief.t("note_label");
  return {
    title,
    label: title,
    text: [event.note && debrief.t("note_quote", { text: event.note }), ...facts].filter(Boolean).join(" · "),
    isSpecific: true,
    note: event,
  };
}
