/**
 * One question on a page.
 *
 * @module
 */

/** @import { QuestionEntry } from "../../engine/types.js" */
/** @import { Debrief } from "../debrief.js" */
/** @import { NoteField } from "./note-field.js" */
/** @import { Route } from "../routing.js" */

import { ChoiceList } from "./choices.js";
import { disclosure, h, viewTitle, visuallyHidden } from "../../../browser/dom.js";
import { formPage, suggestionLink } from "./form-page.js";

const NOTHING = Object.freeze({ text: "", facts: [] });

/**
 * @param {Debrief} debrief
 * @param {Route} route
 */
export function questionView(debrief, { question: id = "", change = false }) {
  const entry = debrief.question(id);
  const outcome = () => debrief.outcomeOf(choices.answer);
  const wasAnswered = debrief.answers.some((event) => event.question === id);
  const choices = new ChoiceList(debrief, entry, () => {
    debrief.lookAhead(outcome, change);
    debrief.changedOutcome = wasAnswered && choices.isAnswered ? outcome : null;
  });
  /** @type {NoteField | null} what is written beside the choices, once the field is open */
  let note = null;
  const alert = h("div");
  const errorText = h("p.error", { id: debrief.id("error") });
  const fieldset = h("fieldset", { "aria-describedby": `${debrief.id("help")} ${errorText.id}` },
    h("legend", viewTitle(entry.text)),
    h("p.quiet", { id: debrief.id("help") },
      [entry.help, choices.isPickAny && entry.role !== "scenes" && debrief.t("pick_any")].filter(Boolean).join(" ")),
    errorText,
    choices.groups());
  const isAnswered = () => choices.isAnswered || (note !== null && !note.isEmpty);
  const submit = () => {
    if (isAnswered()) debrief.submit(outcome(), note?.value ?? NOTHING, change);
    else showError(debrief, entry, { choices, fieldset, alert, errorText });
  };
  return formPage(debrief, {
    number: debrief.numberOf((event) => event.question === id),
    onsubmit: submit,
    onleave: () => void (isAnswered() && debrief.keep(outcome(), note?.value ?? NOTHING)),
    onkeydown: (event) => handleShortcut(event, choices.inputs),
    tally: choices.tally,
    fields: [alert, fieldset, disclosure(debrief.t("note_other"), async () => {
      const { NoteField: Field } = await import("../further-views.js");
      note = new Field(debrief, choices);
      return [note.element()];
    })],
    reasons: reasonsFor(debrief, entry),
  });
}

/**
 * Returns why a question is asked, and what it tells apart now if it is the next one. Beside scenes, the names of reasons would
 * say which to take.
 *
 * @param {Debrief} debrief
 * @param {QuestionEntry} entry
 */
function reasonsFor(debrief, { id, role, why }) {
  if (role === "scenes") return [h("p", why)];
  const { page } = debrief.state;
  const causes = page?.kind === "question" && page.question === id ? page.separates : [];
  return [
    h("p", why),
    causes.length > 0 && h("p", debrief.t("why_separates")),
    causes.length > 0 && h("ul", causes.map((cause) => h("li", debrief.cause(cause).title))),
    suggestionLink(debrief, "answer_lacking", id),
  ];
}

/**
 * Says that an answer is missing, where the reader is and in front of the title.
 *
 * @param {Debrief} debrief
 * @param {QuestionEntry} entry
 * @param {{choices: ChoiceList, fieldset: Element, alert: Element, errorText: Element}} parts
 */
function showError(debrief, { text }, { choices, fieldset, alert, errorText }) {
  const message = debrief.t(choices.isPickAny ? "error_pick_any" : "error_pick_one");
  const [first] = choices.inputs;
  const focusFirst = (/** @type {Event} */ event) => {
    event.preventDefault();
    first.focus();
  };
  const summary = h("div", { role: "alert", tabindex: -1 },
    h("p", debrief.t("error_title")),
    h("a", { href: `#${first.id}`, onclick: focusFirst }, message));
  errorText.replaceChildren(visuallyHidden(debrief.t("error_prefix")), ` ${message}`);
  alert.replaceChildren(summary);
  fieldset.classList.add("quiz-failed");
  debrief.finishNavigation();
  document.title = `${debrief.t("error_prefix")} ${text} · ${debrief.documentTitle}`;
  summary.focus();
}

/**
 * Lets digits choose, as long as the focus is in the form and nothing is being written.
 *
 * @param {KeyboardEvent} event
 * @param {readonly HTMLInputElement[]} inputs    each with the digit that chooses it
 */
function handleShortcut(event, inputs) {
  if (/** @type {Element} */ (event.target).matches("textarea")) return;
  const input = inputs.find((target) => target.getAttribute("aria-keyshortcuts") === event.key);
  if (!input) return;
  input.focus();
  input.click();
  event.preventDefault();
}
