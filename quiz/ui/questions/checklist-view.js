/**
 * The checklist: facts of pages that were not shown, to tick what is true.
 *
 * @module
 */

/** @import { Debrief } from "../debrief.js" */
/** @import { Route } from "../routing.js" */

import { checklistFacts, withChecklist } from "../../engine/asking.js";
import { answerText, questionLabel } from "./answer-text.js";
import { h, viewTitle } from "../../../browser/dom.js";
import { formPage, suggestionLink } from "./form-page.js";
import { NoteField } from "./note-field.js";

/**
 * @param {Debrief} debrief
 * @param {Route} route
 */
export function checklistView(debrief, { change = false }) {
  const facts = checklistFacts(debrief.compiled, debrief.answers);
  const inputs = facts.map((fact, index) =>
    h("input", { type: "checkbox", name: debrief.id(`fact-${index}`), checked: debrief.isTold(fact) }),
  );
  const outcome = () => {
    const ticked = facts.filter((_, index) => inputs[index].checked);
    return { answers: debrief.stateOf(withChecklist(debrief.compiled, debrief.answers, ticked)).answers };
  };
  const wasAnswered = debrief.answers.some((event) => event.checklist);
  const lookAhead = () => debrief.lookAhead(outcome, change);
  const onchange = () => {
    lookAhead();
    debrief.changedOutcome = wasAnswered ? outcome : null;
  };
  void debrief.onScreen.then(lookAhead);
  const note = new NoteField(debrief);
  const isTouched = () => !note.isEmpty || inputs.some(({ checked, defaultChecked }) => checked !== defaultChecked);
  return formPage(debrief, {
    number: debrief.numberOf((event) => event.checklist),
    onsubmit: () => debrief.submit(outcome(), note.value, change),
    onleave: () => void (isTouched() && debrief.keep(outcome(), note.value)),
    fields: [
      h("fieldset", { onchange },
        h("legend", viewTitle(debrief.t("checklist_title"))),
        h("p.quiet", debrief.t("checklist_lead")),
        h("div.options", facts.map(({ question, option }, index) =>
          h("label.choice", inputs[index], h("span", h("span.quiet", `${questionLabel(debrief, question)}: `), answerText(debrief, question, [option])))))),
      note.element(),
    ],
    reasons: [h("p", debrief.t("checklist_why")), suggestionLink(debrief, "answer_lacking")],
  });
}
