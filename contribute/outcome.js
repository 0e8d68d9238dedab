/**
 * What is to be seen of a proposal: how far it is, what is wrong, what it changes, a preview, and how to send it.
 *
 * @module
 */

/** @import { Form } from "./form.js" */
/** @import { Diagnostic } from "./types.js" */

import { h } from "../browser/dom.js";
import { changesSection } from "./changes.js";
import { formDiagnostics } from "./form-diagnostics.js";
import { previews } from "./preview.js";
import { progressText } from "./progress.js";
import { submissionSection } from "./submission.js";
import { isSendable } from "./ways.js";

export class Outcome {
  /** what is shown, as JSON */ #state = "";
  element = h("div", { class: "form-outcome" });
  status = h("p", { class: "form-status", role: "status" });

  /** @param {Form} form */
  constructor(form) {
    this.form = form;
  }

  /** Lets the next `show` draw everything anew. */
  clear() {
    this.#state = "";
  }

  /**
   * @param {readonly Diagnostic[]} diagnostics     of the entry itself
   * @param {string} storage     what is said of the draft
   */
  show(diagnostics, storage) {
    const { form } = this;
    const all = [[form, diagnostics], ...form.companions.forms.map((companion) => [companion, formDiagnostics(companion)])]
      .flatMap(([owner, own]) => /** @type {readonly Diagnostic[]} */ (own).map((diagnostic) => ({ form: /** @type {Form} */ (owner), diagnostic })));
    this.status.textContent = `${progressText(form, all)} ${storage}`;
    // Elements that would say the same are not replaced: a finger or a pointer may be on them.
    const state = JSON.stringify([all.map(({ diagnostic }) => diagnostic), form.id, form.entry, form.note, form.companions.details, form.companions.data]);
    if (state === this.#state) return;
    this.#state = state;
    form.sendingStatus.textContent = "";
    const isOpen = /** @type {HTMLDetailsElement | null} */ (this.element.querySelector(".form-previews"))?.open ?? form.isNew;
    const findings = form.isUntouched ? [] : [
      h("h3", { tabindex: -1 }, form.t("problems")), form.messages.summary(all),
      ...(form.isNew ? [] : changesSection(form)),
      h("details", { class: "form-previews", open: isOpen }, h("summary", form.t("preview")), ...previews(form)),
    ];
    this.element.replaceChildren(...findings, h("h3", form.t(isSendable(form.data) ? "send" : "keep")), ...submissionSection(form, all));
  }
}
