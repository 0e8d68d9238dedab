/**
 * What can be done with what was written: what is left to correct, how to send it, and its text.
 *
 * @module
 */

/** @import { Form } from "./form.js" */
/** @import { FormDiagnostic } from "./messages.js" */

import { h } from "../browser/dom.js";
import { sentText } from "./sent-text.js";
import { sendingSection } from "./ways.js";

/**
 * Returns what can be done with a proposal, and its text; where nothing was written, that there is nothing to send.
 *
 * @param {Form} form
 * @param {readonly FormDiagnostic[]} diagnostics
 * @returns {HTMLElement[]}
 */
export function submissionSection(form, diagnostics) {
  const isUntouched = form.isUntouched;
  if (isUntouched && form.isNew) return [h("p", form.t("nothing_yet"))];
  const { files } = form;
  const textarea = h("textarea", {
    class: "form-text", readonly: true, rows: 12, dir: "auto", spellcheck: "false", "aria-label": form.t("file"),
  });
  textarea.value = sentText(form);
  return [
    ...(isUntouched ? [h("p", form.t("nothing_yet"))] : [...unready(form, diagnostics), ...sendingSection(form, textarea)]),
    h("details", h("summary", form.t("file")),
      h("p", form.t(files.some(({ isList }) => isList) ? "list_lead" : "file_lead")),
      textarea),
  ];
}

/**
 * Returns what is left to correct: how much, and a link to the first of it.
 *
 * @param {Form} form
 * @param {readonly FormDiagnostic[]} diagnostics
 */
function unready(form, diagnostics) {
  const errors = diagnostics.filter(({ diagnostic }) => !diagnostic.isAdvice);
  if (errors.length === 0) return [];
  return [h("p", { class: "form-unready" }, form.t("unready", { count: errors.length }), " ", form.messages.link(errors[0]), ". ", form.t("unready_saved"))];
}
