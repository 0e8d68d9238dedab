/**
 * The questions that are sent along, as the list of signs shows them.
 *
 * @module
 */

/** @import { Form } from "./form.js" */

import { button, h } from "../browser/dom.js";
import { titleText } from "./entry-state.js";
import { mapAt, textAt } from "./schema.js";
import { titlesFor } from "./titles.js";

/**
 * Returns a group for each new question among some forms: its answers with how many would give them, and the way to where they are
 * written.
 *
 * @param {Form} form     that of the entry with the signs
 * @param {readonly Form[]} companions
 * @returns {HTMLElement[]}
 */
export function newSigns(form, companions) {
  const { signPath } = form;
  if (signPath === null) return [];
  return companions.filter(({ kind }) => kind === "question").map((question) =>
    h("fieldset", { class: "form-group" },
      h("legend", { dir: "auto" }, titleText(question.state) || "…"),
      answerList(form, signPath, question),
      button(form.t("change_below"), () => form.messages.goTo([signPath, question.id]), "link")));
}

/** @param {Form} form @param {string} signPath @param {Form} question */
function answerList(form, signPath, { id, entry }) {
  const shares = titlesFor(form.data, "how_many");
  const lines = Object.keys(mapAt(entry, ["answers"])).map((answer) => {
    const share = shares[textAt(form.entry, [signPath, id, answer])] ?? form.t("unknown_share");
    return h("li", { dir: "auto" }, `${textAt(entry, ["answers", answer, "text"]) || answer}: ${share}`);
  });
  return lines.length > 0 && h("ul", ...lines);
}
