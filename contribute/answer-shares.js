/**
 * How many people would give the answers of a new question: one line for each answer, below all of them.
 *
 * @module
 */

/** @import { Form } from "./form.js" */
/** @import { Path } from "./types.js" */

import { h } from "../quiz/ui/dom.js";
import { startSelect } from "./controls.js";
import { valueAt } from "./schema.js";
import { completed } from "./starts.js";

export const SHARE_FIELD = "base";
// From so many on, tenths come nearer than one in so many.
const MOST_AS_ONE_IN = 0.4;

export class AnswerShares {
  /** what is shown, as JSON */ #state = "";
  element = h("div", { class: "form-shares" });

  /** @param {Form} form     of the question */
  constructor(form) {
    this.form = form;
  }

  /** Shows the choices, unless they are shown already: somebody may be choosing. */
  show() {
    const { form } = this;
    const { root } = form;
    const signs = root === form ? null : root.signPath;
    const answers = Object.keys(form.mapAt(["answers"])).map((id) => [id, form.textAt(["answers", id, "text"])]);
    const usual = answers.map(([id]) => form.textAt(["answers", id, SHARE_FIELD]) || this.#usual(id));
    const state = JSON.stringify([answers, usual, signs && valueAt(root.entry, [signs, form.id])]);
    if (state === this.#state) return;
    this.#state = state;
    const focused = this.element.contains(document.activeElement) ? document.activeElement?.id : undefined;
    this.element.replaceChildren(...(answers.length === 0 ? [] : [this.#group(answers, signs)]));
    if (focused) document.getElementById(focused)?.focus();
  }

  /** Returns how many would give an answer, as long as nobody says otherwise. @param {string} answer */
  #usual(answer) {
    return String(valueAt(completed(this.form.entry, this.form.kind, this.form.data), ["answers", answer, SHARE_FIELD]));
  }

  /**
   * @param {readonly string[][]} answers     id and text
   * @param {string | null} signs     where the entry that names the question holds its signs
   */
  #group(answers, signs) {
    const { form } = this;
    const at = signs === null ? null : [signs, form.id];
    const help = form.schemaAt(["answers", "", SHARE_FIELD]).description ?? "";
    return h("fieldset", { class: "form-group", id: at && form.root.nameOf(at), tabindex: -1 },
      h("legend", form.t("answer_shares")),
      at && h("p", { class: "form-help" }, form.t("attach_help")),
      h("p", { class: "form-help" }, at && h("strong", form.t("without_cause"), ": "), help),
      at && form.root.messages.container(at),
      h("div", { class: "form-inside" }, ...answers.map(([answer, text]) => this.#line(answer, text, at))));
  }

  /**
   * @param {string} answer
   * @param {string} text
   * @param {Path | null} at     of the question among the signs
   */
  #line(answer, text, at) {
    const { form } = this;
    const own = form.textAt(["answers", answer, SHARE_FIELD]);
    return h("div", { class: "form-share", role: "group", "aria-label": text || answer },
      h("p", { dir: "auto" }, text || answer),
      at && choice(form.root, [...at, answer], form.t("with_cause"), form.t("unknown_share")),
      choice(form, ["answers", answer, SHARE_FIELD], form.t("without_cause"), own ? undefined : form.t("start_choice", { word: form.titlesFor("how_many", [])[this.#usual(answer)] })));
  }
}

/**
 * Returns a share as so many of so many people, in round numbers: 0.35 is 1 in 3, and 0.7 is 7 in 10.
 *
 * @param {number} share     above 0
 * @returns {[count: number, all: number]}
 */
export function roughly(share) {
  return share < MOST_AS_ONE_IN ? [1, Math.round(1 / share)] : [Math.round(share * 10), 10];
}

/**
 * Returns a choice of how many people would give an answer.
 *
 * @param {Form} form
 * @param {Path} path
 * @param {string} label
 * @param {string} [none]     what stands for no choice
 */
function choice(form, path, label, none) {
  const schema = form.schemaAt(path);
  const control = startSelect(form, schema, Object.entries(form.titlesFor("how_many", [])), form.textAt(path), none);
  control.id = form.nameOf(path);
  control.setAttribute("aria-describedby", form.nameOf(path, "diagnostics"));
  control.addEventListener("input", () => form.set(path, control.value || undefined));
  control.addEventListener("blur", () => form.touch(path));
  return h("div", { class: "form-field" }, h("label", { for: control.id }, label), control, form.messages.container(path));
}
