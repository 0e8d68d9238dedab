/**
 * The field for the id of a new entry.
 *
 * @module
 */

/** @import { Form } from "./form.js" */

import { h } from "../browser/dom.js";
import { LONGEST_ID } from "./ids.js";
import { ID_PATH } from "./labels.js";

export class IdField {
  /** @param {Form} form */
  constructor(form) {
    this.form = form;
    const id = form.nameOf(ID_PATH);
    this.input = h("input", {
      type: "text", id, maxlength: LONGEST_ID, autocapitalize: "off", spellcheck: "false", value: form.id,
      "aria-describedby": `${form.nameOf(ID_PATH, "help")} ${form.nameOf(ID_PATH, "diagnostics")}`,
      oninput: () => form.setId(this.input.value),
      onblur: () => form.touch(ID_PATH),
    });
  }

  /** @param {string} id */
  show(id) {
    this.input.value = id;
  }

  /** Returns the input with its label, help and diagnostics. */
  view() {
    const { form, input } = this;
    return h("div", { class: "form-field" },
      h("label", { for: input.id }, form.t("file_name")),
      h("p", { class: "form-help", id: form.nameOf(ID_PATH, "help") }, form.t("file_name_help")),
      input, form.messages.container(ID_PATH));
  }
}
