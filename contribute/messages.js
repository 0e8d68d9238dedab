/**
 * What is wrong with an entry, in words: beside each field, and in a summary above the ways to send it.
 *
 * @module
 */

/** @import { Form } from "./form.js" */
/** @import { Diagnostic, Path } from "./types.js" */

import { button, h } from "../browser/dom.js";
import { fillBlanks } from "../browser/strings.js";
import { titleText } from "./entry-state.js";
import { labelOf } from "./labels.js";
import { mainTexts, schemaAt } from "./schema.js";

// For these it helps most to say what the field takes.
const FORMAT_CODES = new Set(["bad-format", "bad-date"]);

/** @typedef {{form: Form, diagnostic: Diagnostic}} FormDiagnostic     and the form that it belongs to */

export class Messages {
  /** @type {Set<string>} names of the fields that were left once */ #left = new Set();
  /** @type {Set<HTMLElement>} */ #containers = new Set();

  /**
   * @param {Form} form
   * @param {readonly string[]} [dismissed]     the suggestions that were dismissed, by their keys
   */
  constructor(form, dismissed = []) {
    this.form = form;
    this.dismissed = new Set(dismissed);
  }

  /** Returns what tells a suggestion from others, however long what it is about has become since. @param {Diagnostic} diagnostic */
  #keyOf({ path, code, blanks }) {
    return JSON.stringify([this.form.nameOf(path), code, blanks?.fragment ?? ""]);
  }

  /** Whether somebody has left as it is what a suggestion is about. @param {Diagnostic} diagnostic */
  isDismissed(diagnostic) {
    return diagnostic.isAdvice === true && this.form.root.messages.dismissed.has(this.#keyOf(diagnostic));
  }

  /** Leaves out a suggestion from now on. @param {Diagnostic} diagnostic */
  dismiss(diagnostic) {
    const { root } = this.form;
    root.messages.dismissed.add(this.#keyOf(diagnostic));
    root.changed();
    root.refresh();
    root.announce(root.t("dismissed"));
    /** @type {HTMLElement | null} */ (root.outcome.element.querySelector("h3"))?.focus();
  }

  /** Forgets all fields. */
  clear() {
    this.#left.clear();
    this.#containers.clear();
  }

  /** Remembers that a field was left: that it is empty is not said before. @param {Path} path */
  remember(path) {
    this.#left.add(this.form.nameOf(path));
  }

  /** Shows in their places the diagnostics of fields that were left. @param {readonly Diagnostic[]} diagnostics */
  show(diagnostics) {
    for (const container of this.#containers) {
      const field = container.dataset.field ?? "";
      const fieldDiagnostics = diagnostics.filter(({ path }) => this.form.nameOf(path) === field);
      // That a field is empty is not said before it was left.
      const isShown = fieldDiagnostics.length > 0 && (this.#left.has(field) || fieldDiagnostics[0].code !== "missing-field");
      container.replaceChildren(...(isShown ? fieldDiagnostics.map((diagnostic) => h("span", this.#inPlace(diagnostic))) : []));
      const control = document.getElementById(field);
      if (isShown && fieldDiagnostics.some(({ isAdvice }) => !isAdvice)) control?.setAttribute("aria-invalid", "true");
      else control?.removeAttribute("aria-invalid");
    }
  }

  /**
   * Returns a new element for the diagnostics of a field, instead of an earlier one.
   *
   * @param {Path} path
   */
  container(path) {
    const container = h("p", { class: "form-diagnostics", id: this.form.nameOf(path, "diagnostics"), "data-field": this.form.nameOf(path) });
    for (const earlier of this.#containers) if (earlier.id === container.id) this.#containers.delete(earlier);
    this.#containers.add(container);
    return container;
  }

  /**
   * Returns what has to be corrected and, apart from it, what could be better, with links to the fields.
   *
   * @param {readonly FormDiagnostic[]} all
   */
  summary(all) {
    if (all.length === 0) return h("p", this.form.t("no_problems"));
    const advice = all.filter(({ diagnostic }) => diagnostic.isAdvice);
    const errors = all.filter(({ diagnostic }) => !diagnostic.isAdvice);
    return h("div",
      errors.length > 0 && h("h4", this.form.t("to_correct", { count: errors.length })),
      errors.length > 0 && h("ul", { class: "form-summary" }, ...errors.map((item) => this.#item(item))),
      advice.length > 0 && h("h4", this.form.t("suggestions", { count: advice.length })),
      advice.length > 0 && h("ul", { class: "form-advice" }, ...advice.map((item) => this.#item(item))));
  }

  /** @param {FormDiagnostic} item */
  #item(item) {
    const { form, diagnostic } = item;
    const text = `: ${this.textOf(diagnostic)}`;
    if (!diagnostic.isAdvice) return h("li", this.link(item), text);
    return h("li", this.link(item), `${text} `, button(this.form.t("dismiss"), () => form.messages.dismiss(diagnostic), "link", text));
  }

  /** Returns a link to the field of a diagnostic, which says the way to it. @param {FormDiagnostic} item */
  link({ form, diagnostic }) {
    const onclick = (/** @type {Event} */ event) => {
      event.preventDefault();
      form.messages.goTo(diagnostic.path);
    };
    const field = diagnostic.isWhole ? form.messages.wholeText() : labelOf(diagnostic.path, form);
    const label = form === this.form ? field : `${titleText(form.state)} › ${field}`;
    return h("a", { href: `#${form.nameOf(diagnostic.path)}`, onclick }, label);
  }

  /** Returns what all texts of the entry together are called: where more can be written. */
  wholeText() {
    const fields = mainTexts(this.form.schema).map((name) => schemaAt(this.form.schema, [name]).title ?? name);
    return this.form.t("whole_text", { fields: fields.join("; ") });
  }

  /** Returns a diagnostic as it is said beside its field. @param {Diagnostic} diagnostic */
  #inPlace(diagnostic) {
    const text = this.textOf(diagnostic);
    return diagnostic.isWhole ? `${this.wholeText()}: ${text}` : text;
  }

  /**
   * Moves the focus to a field, or to what is nearest around it where it does not exist yet: a group, or the heading of an
   * entry that is sent along.
   *
   * @param {Path} path
   * @param {string} [text]     what to select in it
   */
  goTo(path, text = "") {
    const ancestry = [...path.map((_, depth) => path.slice(0, path.length - depth)), []];
    const target = ancestry.map((ancestor) => document.getElementById(this.form.nameOf(ancestor))).find(Boolean);
    for (let details = target?.closest("details"); details; details = details.parentElement?.closest("details")) details.open = true;
    target?.focus();
    target?.scrollIntoView({ block: "center" });
    const isTextField = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
    const start = isTextField && text ? target.value.indexOf(text) : -1;
    if (isTextField && start >= 0) target.setSelectionRange(start, start + text.length);
    this.#left.add(this.form.nameOf(path));
  }

  /**
   * Returns a diagnostic in words: those for the format of its field, the guide's own for its code, or those of the rule. They
   * can quote buttons by their keys.
   *
   * @param {Diagnostic} diagnostic
   */
  textOf({ path, code, variant = code, blanks = {}, text = code }) {
    const { words } = this.form.data;
    const { errors, formats, rules, form_rules: formRules } = /** @type {Record<string, Record<string, string>>} */ (/** @type {unknown} */ (words));
    const format = FORMAT_CODES.has(code) ? formats[String(path.filter((step) => typeof step === "string").at(-1))] : undefined;
    return fillBlanks(format ?? errors[code.replaceAll("-", "_")] ?? formRules[variant] ?? formRules[code] ?? rules[code] ?? text, (name) => blanks[name] ?? words[name]);
  }
}
