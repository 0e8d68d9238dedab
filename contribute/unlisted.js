/**
 * A word that isn't in its list yet, such as a country: the last choice of the list, with a field for its name.
 *
 * @module
 */

/** @import { Form } from "./form.js" */
/** @import { Path, Schema } from "./types.js" */

import { h } from "../browser/dom.js";
import { idFrom, nameFrom } from "./ids.js";

/** @typedef {readonly [id: string, title: string]} Option */

/** Whether a contribution may add to the list from which a field takes its words. @param {Pick<Form, "data">} form @param {Schema} schema */
export function isOpenList({ data }, schema) {
  return data.openLists.includes(schema["x-ref"] ?? "");
}

/**
 * Returns the choices of a list; of an open one, with a last one for a word that isn't among them: `value`, or none yet.
 *
 * @param {Pick<Form, "data" | "t">} form
 * @param {Schema} schema     of the field
 * @param {readonly Option[]} options
 * @param {string} value
 * @returns {readonly Option[]}
 */
export function withUnlisted(form, schema, options, value) {
  if (!isOpenList(form, schema)) return options;
  const isListed = options.some(([id]) => id === value);
  return [...options, [isListed ? "" : value, form.t("unlisted")]];
}

/**
 * Returns a field for the name of a word that isn't in the list, which shows where the last choice is taken.
 *
 * @param {Form} form
 * @param {Path} path
 * @param {HTMLSelectElement} control     the list
 */
export function unlistedField(form, path, control) {
  const last = control.options[control.options.length - 1];
  const id = form.nameOf(path, "unlisted");
  const input = h("input", { type: "text", id, value: nameFrom(last.value), oninput: () => {
    last.value = idFrom(input.value, "unlisted");
    control.dispatchEvent(new Event("input"));
  }, onblur: () => form.touch(path) });
  const field = h("div", { class: "form-field" }, h("label", { for: id }, form.t("unlisted_name")), input);
  const show = () => (field.hidden = control.selectedIndex !== last.index);
  control.addEventListener("input", show);
  show();
  return field;
}
