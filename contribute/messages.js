/**
 * What is wrong with an entry, in words: beside each field, and all together above the way to send it.
 *
 * @module
 */

/** @import { Form } from "./form.js" */
/** @import { Diagnostic, Path } from "./types.js" */

import { h } from "../quiz/ui/dom.js";
import { fillBlanks } from "../quiz/ui/strings.js";

export class Messages {
  /** @type {Set<string>} names of the fields that were left once */ #left = new Set();
  /** @type {Set<HTMLElement>} */ #containers = new Set();

  /** @param {Form} form */
  constructor(form) {
    this.form = form;
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
      container.replaceChildren(...(isShown ? fieldDiagnostics.map((diagnostic) => h("span", this.textOf(diagnostic))) : []));
      const control = document.getElementById(field);
      if (isShown && fieldDiagnostics.some(({ isAdvice }) => !isAdvice)) control?.setAttribute("aria-invalid", "true");
      else control?.removeAttribute("aria-invalid");
    }
  }

  /**
   * Returns a new element for the diagnostics of a field, in place of an earlier one.
   *
   * @param {Path} path
   */
  container(path) {
    const container = h("p", { class: "form-diagnostics", id: this.form.nameOf(path, "diagnostics"), "data-field": this.form.nameOf(path) });
    for (const earlier of this.#containers) if (earlier.id === container.id) this.#containers.delete(earlier);
    this.#containers.add(container);
    return container;
  }

  /** Returns a list of all that is wrong, with links to the fields. @param {readonly {form: Form, diagnostic: Diagnostic}[]} all */
  summary(all) {
    if (all.length === 0) return h("p", this.form.t("no_problems"));
    const isReady = all.every(({ diagnostic }) => diagnostic.isAdvice);
    return h("div", isReady && h("p", this.form.t("only_advice")), h("ul", { class: "form-summary" }, ...all.map(({ form, diagnostic }) => {
      const onclick = (/** @type {Event} */ event) => {
        event.preventDefault();
        form.messages.goTo(diagnostic.path);
      };
      const field = form.schema.properties?.[diagnostic.path[0]]?.title ?? this.form.t("file_name");
      const label = form === this.form ? field : `${form.titleText()}, ${field}`;
      const suffix = diagnostic.isAdvice ? ` (${this.form.t("advice")})` : "";
      return h("li", h("a", { href: `#${form.nameOf(diagnostic.path)}`, onclick }, label), `: ${this.textOf(diagnostic)}${suffix}`);
    })));
  }

  /** Moves the focus to a field, or to the nearest group around it where it does not exist yet. @param {Path} path */
  goTo(path) {
    const ancestry = path.map((_, depth) => path.slice(0, path.length - depth));
    const target = ancestry.map((ancestor) => document.getElementById(this.form.nameOf(ancestor))).find(Boolean);
    for (let details = target?.closest("details"); details; details = details.parentElement?.closest("details")) details.open = true;
    target?.focus();
    this.#left.add(this.form.nameOf(path));
  }

  /** Returns a diagnostic in words: the guide's own, if it has any, or those of the rule. @param {Diagnostic} diagnostic */
  textOf({ code, blanks = {}, text = code }) {
    const { errors, rules } = /** @type {Record<string, Record<string, string>>} */ (/** @type {unknown} */ (this.form.data.words));
    return fillBlanks(errors[code.replaceAll("-", "_")] ?? rules[code] ?? text, (name) => blanks[name]);
  }
}
