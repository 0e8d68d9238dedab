/**
 * A further answer to a question of the guide: the way to the question, which the form then opens at its answers.
 *
 * @module
 */

/** @import { FormData } from "./types.js" */
/** @import { Item } from "./search.js" */

import { h, viewTitle } from "../browser/dom.js";
import { searchField } from "./picker.js";
import { createTexts } from "./texts.js";
import { answersOf } from "./titles.js";

/** What an address begins with that is about an answer: alone, or with the id of a question after a slash. */
export const ANSWER_ADDRESS = "answer";

/** Returns the address at which the form asks for a further answer to a question. @param {string} id */
export function answerAddress(id) {
  return `#${ANSWER_ADDRESS}/${id}`;
}

/** Returns the question to which an address asks to add an answer, or null. @param {string} hash     without the "#" */
export function questionOf(hash) {
  const [, id = null] = /^answer\/([a-z0-9-]+)$/.exec(hash) ?? [];
  return id;
}

/**
 * Returns every question and every answer, each to be found by its own words; an answer shows its question.
 *
 * @param {FormData} data
 * @returns {(Item & {id: string})[]}
 */
export function questionItems(data) {
  return Object.entries(data.titles.questions ?? {}).flatMap(([id, title]) => [
    { id, text: title, also: data.alsoCalled.question?.[id] ?? "" },
    ...Object.entries(answersOf(data, id)).map(([answer, text]) => ({ id, text, context: title, also: data.alsoSaid[id]?.[answer] ?? "" })),
  ]);
}

/** Returns the choice of a question to which an answer is to be added. @param {FormData} data */
export function answerChoice(data) {
  const t = createTexts(data);
  const items = questionItems(data);
  const owner = { data, t, nameOf: () => "field.answer.search" };
  const choices = items.map((item) => ({ ...item, choose: () => (location.hash = answerAddress(item.id)) }));
  return h("div", { class: "form form-choice" }, viewTitle(t("further_answer_title")),
    h("p", h("a", { href: "#" }, t("other_kind"))),
    searchField(owner, [], t("further_answer_search"), () => choices),
    h("details", { class: "form-browse" }, h("summary", t("look_through")),
      h("ul", ...Object.entries(data.titles.questions ?? {}).map(([id, text]) => h("li", h("a", { href: answerAddress(id) }, text))))),
    h("p", t("further_answer_none"), " ", h("a", { href: "#question" }, data.kinds.question.label)));
}
