/**
 * How many people would give the answers of a new question: one line for each answer, below all of them.
 *
 * @module
 */

/** @import { Form } from "./form.js" */
/** @import { Path } from "./types.js" */

import { h } from "../browser/dom.js";
import { startSelect } from "./controls.js";
import { mapAt, schemaAt, textAt, valueAt } from "./schema.js";
import { completed } from "./starts.js";
import { titlesFor } from "./titles.js";

export const SHARE_FIELD = "base";

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
    const answers = Object.keys(mapAt(form.entry, ["answers"])).map((id) => [id, textAt(form.entry, ["answers", id, "text"])]);
    const usual = answers.map(([id]) => textAt(form.entry, ["answers", id, SHARE_FIELD]) || usualShare(form, ["answers", id]));
    const state = JSON.stringify([form.entry.kind, answers, usual, signs && valueAt(root.entry, [signs, form.id])]);
    if (state === this.#state) return;
    this.#state = state;
    const focused = this.element.contains(document.activeElement) ? document.activeElement?.id : undefined;
    this.element.replaceChildren(...(answers.length === 0 ? [] : [this.#group(answers, signs)]));
    if (focused) document.getElementById(focused)?.focus();
  }

  /**
   * @param {readonly string[][]} answers     id and text
   * @param {string | null} signs     where the entry that names the question holds its signs
   */
  #group(answers, signs) {
    const { form } = this;
    const at = signs === null ? null : [signs, form.id];
    const help = schemaAt(form.schema, ["answers", "", SHARE_FIELD]).description ?? "";
    return h("fieldset", { class: "form-group", id: at && form.root.nameOf(at), tabindex: -1 },
      h("legend", form.t("answer_shares")),
      at && h("p", { class: "form-help" }, form.t("attach_help")),
      this.#sum(),
      h("p", { class: "form-help" }, at && h("strong", form.t("without_cause"), ": "), help),
      at && form.root.messages.container(at),
      h("div", { class: "form-inside" }, ...answers.map(([answer, text]) => this.#line(answer, text, at))));
  }

  /** Returns whether the shares have to add up, once it is chosen how many answers people give. */
  #sum() {
    const { entry, t } = this.form;
    if (entry.kind !== "pick-one" && entry.kind !== "pick-any") return false;
    return h("p", { class: "form-help" }, t(entry.kind === "pick-one" ? "answer_shares_one" : "answer_shares_any"));
  }

  /**
   * @param {string} answer
   * @param {string} text
   * @param {Path | null} at     of the question among the signs
   */
  #line(answer, text, at) {
    const { form } = this;
    return h("div", { class: "form-share", role: "group", "aria-label": text || answer },
      h("p", { dir: "auto" }, text || answer),
      at && shareChoice(form.root, [...at, answer], form.t("with_cause"), form.t("unknown_share")),
      baseChoice(form, ["answers", answer]));
  }
}

/** Returns how many would give an answer, as long as nobody says otherwise. @param {Form} form @param {Path} answer */
function usualShare({ entry, kind, data }, answer) {
  return String(valueAt(completed(entry, kind, data), [...answer, SHARE_FIELD]));
}

/** Returns a choice of how many people give an answer who have another reason. @param {Form} form @param {Path} answer */
export function baseChoice(form, answer) {
  const own = textAt(form.entry, [...answer, SHARE_FIELD]);
  const word = titlesFor(form.wholeData, "how_many")[usualShare(form, answer)];
  return shareChoice(form, [...answer, SHARE_FIELD], form.t("without_cause"), own ? undefined : form.t("start_choice", { word }));
}

/**
 * Returns a choice of how many people would give an answer.
 *
 * @param {Form} form
 * @param {Path} path
 * @param {string} label
 * @param {string} [none]     what stands for no choice
 */
export function shareChoice(form, path, label, none) {
  const schema = schemaAt(form.schema, path);
  const control = startSelect(form, path, schema, Object.entries(titlesFor(form.wholeData, "how_many")), textAt(form.entry, path), none);
  control.id = form.nameOf(path);
  control.setAttribute("aria-describedby", form.nameOf(path, "diagnostics"));
  control.addEventListener("input", () => form.set(path, control.value || undefined));
  control.addEventListener("blur", () => form.touch(path));
  return h("div", { class: "form-field" }, h("label", { for: control.id }, label), control, form.messages.container(path));
}
