/**
 * One question on a page.
 *
 * @module
 */

/** @import { QuestionEntry } from "../engine/types.js" */
/** @import { Debrief } from "./debrief.js" */
/** @import { Route } from "./routing.js" */

import { pagesLeft } from "../engine/index.js";
import { afterPaint, button, disclosure, h, hidden, later, title } from "./dom.js";
import { bandLabel, leadingCauses, noticeList } from "./parts.js";

const MOST_SO_FAR = 3;
// The keys that choose, as they stand in a row.
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
export function questionView(debrief, { question: id = "", change }) {
  const entry = debrief.question(id);
  const { next } = debrief.state;
  const left = () => {
    const pages = next?.question === id ? pagesLeft(debrief.compiled, debrief.answers) : null;
    return [pages !== null && debrief.count("about_more", pages)];
  };
  return [
    noticeList(debrief),
    form(debrief, entry, change === true, later(h("span.quiet"), left)),
    h("div.asides",
      disclosure(debrief.t("why_this"), () => [
        h("p", entry.why),
        next?.question === id && next.separates.length > 0 && h("p", debrief.t("why_separates")),
        next?.question === id && h("ul", next.separates.map((cause) => h("li", debrief.cause(cause).title))),
      ]),
      debrief.answers.length > 0 && disclosure(debrief.t("so_far"), () => soFar(debrief)),
      debrief.answers.length > 0 && h("p.buttons",
        button(debrief.t("your_answers"), () => debrief.go("answers"), "link"),
        button(debrief.t("to_result"), () => debrief.go("result"), "link"))),
  ];
}

/**
 * @param {Debrief} debrief
 * @param {QuestionEntry} entry
 * @param {boolean} isChange
 * @param {Node} left       how much is still to come
 */
function form(debrief, entry, isChange, left) {
  const isMany = entry.kind === "pick-any";
  const given = debrief.answers.find(({ question }) => question === entry.id);
  const choices = choicesOf(debrief, entry);
  const inputs = choices.map((choice, at) =>
    h("input", {
      type: isMany ? "checkbox" : "radio",
      name: "answer",
      id: `quiz-answer-${at}`,
      checked: given && isChosen(given.chosen, choice),
      "aria-keyshortcuts": DIGITS[at],
      onchange: () => {
        choices.forEach((other, index) => {
          if (index !== at && (isAlone(choice) || isAlone(other))) inputs[index].checked = false;
        });
        // What comes next is worked out before it is asked for.
        clearTimeout(waiting);
        waiting = afterPaint(() => inputs[at].isConnected && debrief.ifAnswered(answered()));
      },
    }),
  );
  let waiting = 0;
  const answered = () => {
    const picked = choices.filter((_, at) => inputs[at].checked);
    // "Not sure" goes with no other.
    return { question: entry.id, chosen: picked[0]?.chosen ? picked.flatMap(({ chosen }) => chosen ?? []) : null };
  };
  const summary = h("div");
  const error = h("p.error", { id: "quiz-error" });
  const fieldset = h("fieldset", { "aria-describedby": "quiz-help quiz-error" },
    h("legend", title(entry.text)),
    h("div", { id: "quiz-help" },
      entry.help && h("p.quiet", entry.help),
      isMany && h("p.quiet", debrief.t("pick_any"))),
    error,
    ...choices.map((choice, at) => [
      isAlone(choice) && !isAlone(choices[at - 1]) && h("p", debrief.t("or_else")),
      h("label.choice", inputs[at], h("span", choice.text), h("kbd", { "aria-hidden": "true" }, DIGITS[at])),
    ]),
  );

  const fail = () => {
    const problem = debrief.t(isMany ? "error_pick_any" : "error_pick_one");
    const toFirst = (/** @type {Event} */ event) => {
      event.preventDefault();
      inputs[0].focus();
    };
    error.replaceChildren(hidden(debrief.t("error_prefix")), ` ${problem}`);
    summary.replaceChildren(
      h("div", { role: "alert", tabindex: -1 },
        h("p", debrief.t("error_title")),
        h("a", { href: `#${inputs[0].id}`, onclick: toFirst }, problem)),
    );
    fieldset.classList.add("quiz-failed");
    debrief.settle();
    document.title = `${debrief.t("error_prefix")} ${entry.text} · ${debrief.pageTitle}`;
    const alert = /** @type {HTMLElement} */ (summary.firstChild);
    alert.focus();
  };

  return h("form", {
    onsubmit: (event) => {
      event.preventDefault();
      if (!inputs.some(({ checked }) => checked)) return fail();
      debrief.answer(answered(), isChange);
    },
    onkeydown: (event) => shortcut(event, inputs),
  },
  summary,
  fieldset,
  h("p.buttons",
      h("button.button.main", debrief.t("go_on")),
    button(debrief.t("back"), () => debrief.back()),
    left));
}

/**
 * @param {Debrief} debrief
 * @param {QuestionEntry} entry
 * @returns {readonly Choice[]}
 */
function choicesOf(debrief, entry) {
  return [
    ...entry.answers.map(({ id, text }) => ({ text, chosen: [id] })),
    ...(entry.kind === "pick-any" ? [{ text: debrief.t("none_of_these"), chosen: [] }] : []),
    { text: debrief.t("not_sure"), chosen: null },
  ];
}

/**
 * Digits choose and Enter goes on, as long as the focus is in the form.
 *
 * @param {KeyboardEvent} event
 * @param {readonly HTMLInputElement[]} inputs
 */
function shortcut(event, inputs) {
  const { key, target } = event;
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const input = inputs[DIGITS.indexOf(key)];
  if (input) {
    input.focus();
    input.click();
  } else if (key === "Enter" && !(/** @type {Element} */ (target).matches("button, a"))) {
    /** @type {HTMLFormElement} */ (event.currentTarget).requestSubmit();
  } else return;
  event.preventDefault();
}

/** Tells whether a choice goes with no other: "none of these" and "not sure". @param {Choice} choice */
function isAlone({ chosen }) {
  return !chosen?.length;
}

/**
 * @param {readonly string[] | null} given
 * @param {Choice} choice
 */
function isChosen(given, { chosen }) {
  return chosen?.length ? given?.includes(chosen[0]) : given?.length === chosen?.length;
}

/** @param {Debrief} debrief */
function soFar(debrief) {
  const causes = leadingCauses(debrief).slice(0, MOST_SO_FAR);
  if (causes.length === 0) return [h("p", debrief.t("so_far_nothing"))];
  return [
    h("ul.plain", causes.map(({ id, band }) =>
      h("li", debrief.cause(id).title, " ", bandLabel(debrief, band)))),
    h("p.quiet", debrief.t("so_far_note")),
  ];
}
