/**
 * How far a proposal is: how many of its needed fields are filled in.
 *
 * @module
 */

/** @import { Form } from "./form.js" */
/** @import { FormDiagnostic } from "./messages.js" */
/** @import { Diagnostic } from "./types.js" */

import { neededNames } from "./entry-state.js";
import { isFilled } from "./schema.js";

/**
 * Returns how many of the needed fields are filled in, including those of the companions and their signs.
 *
 * @param {Form} form
 * @param {readonly FormDiagnostic[]} diagnostics
 */
export function progressText(form, diagnostics) {
  const { companions, signPath } = form;
  const wrong = diagnostics.filter(({ diagnostic }) => !diagnostic.isAdvice && !isNeeded(diagnostic)).length;
  const missing = diagnostics.filter(({ diagnostic }) => isNeeded(diagnostic));
  const names = missing.map((item) => item.form.nameOf(item.diagnostic.code === "unattached" ? item.diagnostic.path : item.diagnostic.path.slice(0, 1)));
  const fields = [form, ...companions.added].flatMap((other) => neededNames(other.state).map((name) => other.nameOf([name])));
  const signs = signPath === null ? [] : companions.added
    .filter(({ kind, entry }) => kind === "question" && isFilled(entry, ["answers"]))
    .map(({ id }) => form.nameOf([signPath, id]));
  const filled = [...fields, ...signs].filter((name) => !names.includes(name)).length;
  // All that is missing counts as it is listed: several in one field, and in a part that can be left out once the part is begun.
  const progress = form.t("progress", { filled, all: filled + missing.length });
  return wrong > 0 ? `${progress} ${form.t("wrong", { count: wrong })}` : progress;
}

/** Whether a diagnostic says that something is missing. @param {Diagnostic} diagnostic */
function isNeeded({ code }) {
  return code === "missing-field" || code === "unattached";
}
