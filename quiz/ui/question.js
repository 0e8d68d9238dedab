/**
 * One question on a page.
 *
 * @module
 */

/** @import { GivenAnswer, QuestionEntry } from "../engine/types.js" */
/** @import { Debrief } from "./debrief.js" */
/** @import { Route } from "./routing.js" */

import { pagesLeft } from "../engine/index.js";
import { bandLabel, leadingCauses, noticeList } from "./components.js";
import { button, disclosure, fillAfterPaint, h, runAfterPaint, viewTitle, visuallyHidden } from "./dom.js";

const MAX_INTERIM_CAUSES = 3;
// The keys that choose, in the order of the keyboard.
const DIGITS = "1234567890";

/**
 * @typedef {object} Choice
 * @property {string} text
 * @property {readonly string[] | null} chosen   what it stands for; for an option of pick-any, that option alone
 */

/**
 * @param {Debrief} debrief
 * @param {Route} route
 */
export function questionView(debrief, { question: id = "", change = false }) {
  const entry = debrief.question(id);
  const { next } = debrief.state;
  const isNext = next?.question === id;
  const hasAnswers = debrief.answers.length > 0;
  const estimate = fillAfterPaint(h("span.quiet"), () => {
    const pages = isNext ? pagesLeft(debrief.compiled, debrief.answers) : null;
    return [pages !== null && debrief.count("about_more", pages)];
  });
  return [
    noticeList(debrief),
    questionForm(debrief, entry, change, estimate),
    h("div.asides",
      disclosure(debrief.t("why_this"), () => [
        h("p", entry.why),
        isNext && next.separates.length > 0 && h("p", debrief.t("why_separates")),
        isNext && h("ul", next.separates.map((cause) => h("li", debrief.cause(cause).title))),
      ]),
      hasAnswers && disclosure(debrief.t("so_far"), () => interimResult(debrief)),
      hasAnswers && h("p.buttons",
        button(debrief.t("your_answers"), () => debrief.navigate({ view: "answers" }), "link"),
        button(debrief.t("to_result"), () => debrief.navigate({ view: "result" }), "link"))),
  ];
}

/**
 * @param {Debrief} debrief
 * @param {QuestionEntry} entry
 * @param {boolean} isChange
 * @param {Node} estimate       how many pages are still to come
 */
function questionForm(debrief, entry, isChange, estimate) {
  const isPickAny = entry.kind === "pick-any";
  const choices = choicesOf(debrief, entry);
  const inputs = choiceInputs(debrief, entry, choices);
  const errorSummary = h("div");
  const errorText = h("p.error", { id: "quiz-error" });
  const fieldset = h("fieldset", { "aria-describedby": "quiz-help quiz-error" },
    h("legend", viewTitle(entry.text)),
    h("div", { id: "quiz-help" },
      entry.help && h("p.quiet", entry.help),
      isPickAny && h("p.quiet", debrief.t("pick_any"))),
    errorText,
    ...choices.map((choice, index) => [
      isExclusive(choice) && !isExclusive(choices[index - 1]) && h("p", debrief.t("or_else")),
      h("label.choice", inputs[index], h("span", choice.text), h("kbd", { "aria-hidden": "true" }, DIGITS[index])),
    ]),
  );

  const showError = () => {
    const message = debrief.t(isPickAny ? "error_pick_any" : "error_pick_one");
    const focusFirst = (/** @type {Event} */ event) => {
      event.preventDefault();
      inputs[0].focus();
    };
    const alert = h("div", { role: "alert", tabindex: -1 },
      h("p", debrief.t("error_title")),
      h("a", { href: `#${inputs[0].id}`, onclick: focusFirst }, message));
    errorText.replaceChildren(visuallyHidden(debrief.t("error_prefix")), ` ${message}`);
    errorSummary.replaceChildren(alert);
    fieldset.classList.add("quiz-failed");
    debrief.finishNavigation();
    document.title = `${debrief.t("error_prefix")} ${entry.text} · ${debrief.documentTitle}`;
    alert.focus();
  };

  return h("form", {
    onsubmit: (event) => {
      event.preventDefault();
      if (inputs.some(({ checked }) => checked)) debrief.submit(answerFrom(entry, choices, inputs), isChange);
      else showError();
    },
    onkeydown: (event) => handleShortcut(event, inputs),
  },
  errorSummary,
  fieldset,
  h("p.buttons",
    h("button.button.main", debrief.t("go_on")),
    button(debrief.t("back"), () => debrief.back()),
    estimate));
}

/**
 * Returns the choices of a question, those that go with no other last.
 *
 * @param {Debrief} debrief
 * @param {QuestionEntry} entry
 * @returns {readonly Choice[]}
 */
function choicesOf(debrief, { kind, answers }) {
  return [
    ...answers.map(({ id, text }) => ({ text, chosen: [id] })),
    ...(kind === "pick-any" ? [{ text: debrief.t("none_of_these"), chosen: [] }] : []),
    { text: debrief.t("not_sure"), chosen: null },
  ];
}

/**
 * Returns an input for each choice, which unchecks those that do not go with it.
 *
 * @param {Debrief} debrief
 * @param {QuestionEntry} entry
 * @param {readonly Choice[]} choices
 */
function choiceInputs(debrief, entry, choices) {
  const answer = debrief.answers.find(({ question }) => question === entry.id);
  let previewTimer = 0;
  const onChange = (/** @type {number} */ changed) => {
    choices.forEach((choice, index) => {
      if (index !== changed && (isExclusive(choice) || isExclusive(choices[changed]))) inputs[index].checked = false;
    });
    // What comes next is computed before it is asked for.
    clearTimeout(previewTimer);
    previewTimer = runAfterPaint(() => {
      if (inputs[changed].isConnected) debrief.stateAfter(answerFrom(entry, choices, inputs));
    });
  };
  const inputs = choices.map((choice, index) =>
    h("input", {
      type: entry.kind === "pick-any" ? "checkbox" : "radio",
      name: "answer",
      id: `quiz-answer-${index}`,
      checked: answer?.question && isChosen(answer.chosen, choice),
      "aria-keyshortcuts": DIGITS[index],
      onchange: () => onChange(index),
    }),
  );
  return inputs;
}

/**
 * Returns the answer that the inputs hold.
 *
 * @param {QuestionEntry} entry
 * @param {readonly Choice[]} choices
 * @param {readonly HTMLInputElement[]} inputs
 * @returns {GivenAnswer}
 */
function answerFrom({ id }, choices, inputs) {
  const checkedChoices = choices.filter((_, index) => inputs[index].checked);
  const isSure = Boolean(checkedChoices[0]?.chosen);
  return { question: id, chosen: isSure ? checkedChoices.flatMap(({ chosen }) => chosen ?? []) : null };
}

/**
 * Lets digits choose and Enter go on, as long as the focus is in the form.
 *
 * @param {KeyboardEvent} event
 * @param {readonly HTMLInputElement[]} inputs
 */
function handleShortcut(event, inputs) {
  const { key, target, altKey, ctrlKey, metaKey } = event;
  if (altKey || ctrlKey || metaKey) return;
  const input = inputs[DIGITS.indexOf(key)];
  const isOnControl = /** @type {Element} */ (target).matches("button, a");
  if (input) {
    input.focus();
    input.click();
    event.preventDefault();
  } else if (key === "Enter" && !isOnControl) {
    /** @type {HTMLFormElement} */ (event.currentTarget).requestSubmit();
    event.preventDefault();
  }
}

/** Tells whether a choice goes with no other: "none of these" and "not sure". @param {Choice} choice */
function isExclusive({ chosen }) {
  return !chosen?.length;
}

/**
 * Tells whether an earlier answer includes a choice.
 *
 * @param {readonly string[] | null} chosen
 * @param {Choice} choice
 */
function isChosen(chosen, choice) {
  if (choice.chosen?.length) return chosen?.includes(choice.chosen[0]);
  return chosen?.length === choice.chosen?.length;
}

/** @param {Debrief} debrief */
function interimResult(debrief) {
  const causes = leadingCauses(debrief).slice(0, MAX_INTERIM_CAUSES);
  if (causes.length === 0) return [h("p", debrief.t("so_far_nothing"))];
  return [
    h("ul.plain", causes.map(({ id, band }) => h("li", debrief.cause(id).title, " ", bandLabel(debrief, band)))),
    h("p.quiet", debrief.t("so_far_note")),
  ];
}
