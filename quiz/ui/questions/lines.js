/**
 * A few short lines to say yes or no to, each of which would change the result if it were so.
 *
 * @module
 */

/** @import { Fact, Line } from "../../engine/types.js" */
/** @import { Debrief } from "../debrief.js" */
/** @import { Route } from "../routing.js" */

import { answerText } from "./answer-text.js";
import { h, viewTitle } from "../browser/dom.js";
import { factContext, formPage, suggestionLink } from "./form-page.js";
import { NoteField } from "./note-field.js";

/** @type {readonly Line["said"][]} */
const SAYINGS = ["yes", "no", "unsure"];

/**
 * @param {Debrief} debrief
 * @param {Route} route
 */
export function linesView(debrief, { lines: options = [], change = false }) {
  const lines = options.map((option, index) => lineField(debrief, option, index));
  const note = new NoteField(debrief);
  return formPage(debrief, {
    number: debrief.numberOf((event) => event.lines),
    onsubmit: () => debrief.submitPage({ lines: lines.map(({ value }) => value()) }, { isChange: change, note: note.value }),
    fields: [
      viewTitle(debrief.t("lines_title")),
      h("p.quiet", debrief.t("lines_lead")),
      ...lines.map(({ element }) => element),
      note.element(),
    ],
    reasons: [h("p", debrief.t("lines_why")), suggestionLink(debrief, "answer_lacking")],
  });
}

/**
 * Returns a line with its three answers, and what tells which was chosen; none counts as "unsure".
 *
 * @param {Debrief} debrief
 * @param {Fact} fact
 * @param {number} index
 * @returns {{element: HTMLElement, value: () => Line}}
 */
function lineField(debrief, { question, option }, index) {
  const lines = debrief.answers.flatMap((event) => event.lines ?? []);
  const earlier = lines.find((line) => line.question === question && line.option === option)?.said;
  const inputs = SAYINGS.map((said) =>
    h("input", { type: "radio", name: debrief.id(`line-${index}`), value: said, checked: said === earlier }),
  );
  const labels = inputs.map((input) => h("label.choice", input, h("span", debrief.t(input.value === "unsure" ? "not_sure" : input.value))));
  return {
    element: h("fieldset.line", h("legend", factContext(debrief, question), answerText(debrief, question, [option])), h("div.sayings", labels)),
    value: () => {
      const checkedIndex = inputs.findIndex(({ checked }) => checked);
      return { question, option, said: SAYINGS[checkedIndex] ?? "unsure" };
    },
  };
}
