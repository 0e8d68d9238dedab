/**
 * What is said below a longer text whose lines would be joined: that an empty line makes a paragraph, with a button for it.
 *
 * @module
 */

/** @import { Form } from "./form.js" */
/** @import { Path } from "./types.js" */

import { button, h } from "../browser/dom.js";
import { hasLoneBreaks, withLinesApart } from "./clean-text.js";

/**
 * @param {Form} form
 * @param {Path} path
 * @param {HTMLTextAreaElement} textarea
 */
export function paragraphHint(form, path, textarea) {
  const hint = h("p", { class: "form-help", role: "status" });
  const separate = () => {
    textarea.value = withLinesApart(textarea.value);
    form.set(path, textarea.value);
    show();
    textarea.focus();
  };
  const show = () => hint.replaceChildren(...(hasLoneBreaks(textarea.value)
    ? [form.t("lines_join"), " ", button(form.t("lines_apart"), separate, "link")]
    : []));
  textarea.addEventListener("blur", show);
  show();
  return hint;
}
