/**
 * What adds an item to a list or a part to a mapping.
 *
 * @module
 */

/** @import { Form } from "./form.js" */
/** @import { Entry, Path, Schema, Value } from "./types.js" */
/** @import { Child } from "../browser/dom.js" */

import { button, h } from "../browser/dom.js";
import { AlikeEntries } from "./alike.js";
import { select } from "./controls.js";
import { idFrom, uniqueId } from "./ids.js";
import { inOrder } from "./inputs.js";
import { itemsIn } from "./pasted-list.js";
import { MANY, companionField, searchField } from "./picker.js";
import { emptyValue, resolved } from "./schema.js";
import { searchedBy } from "./site-search.js";
import { kindWithPlural } from "./titles.js";

/**
 * Returns what adds an entry of the guide, or one that isn't there yet, to a mapping.
 *
 * @param {Form} form
 * @param {string} plural
 * @param {Path} path
 * @param {readonly [id: string, title: string][]} options
 * @param {(id: string) => void} add
 * @returns {readonly Child[]}
 */
export function entryChoice(form, plural, path, options, add) {
  const control = select(form, inOrder(form.data, plural, options));
  const addChosen = () => (control.value ? add(control.value) : control.focus());
  const list = h("div", { class: "form-adding" },
    h("label", h("span", form.t("choose_one")), control), addButton(form.t("add_chosen"), addChosen));
  const kind = kindWithPlural(form.data, plural);
  if (options.length < MANY) return [list, kind && companionField(form, kind, path, add)];
  const choicesOf = () => options.map(([id, text]) => ({ text, ...(kind && searchedBy(form.data, kind, id)), choose: () => add(id) }));
  return [
    searchField(form, path, form.t("search_titles"), choicesOf),
    h("details", { class: "form-browse" }, h("summary", form.t("look_through")), list),
    kind && companionField(form, kind, path, add),
  ];
}

/**
 * Returns what adds a part to a mapping whose names are the author's own. Where a part has a text, its name is made of it.
 *
 * @param {Pick<Form, "t" | "schema" | "kind" | "data">} form
 * @param {Schema} schema     of a part
 * @param {string} field     what the mapping is called
 * @param {readonly string[]} names
 * @param {(name: string, start?: Value) => void} add
 */
export function nameChoice(form, schema, field, names, add) {
  const part = resolved(schema, form.schema);
  const hasText = part.properties?.text !== undefined;
  const input = h("input", { type: "text", maxlength: hasText ? false : 60 });
  const addNamed = () => {
    const text = input.value.trim();
    const start = emptyValue(schema, form.schema);
    if (text === "" || names.includes(text)) {
      input.focus();
      return;
    }
    if (!hasText) {
      add(text, start);
      return;
    }
    const items = itemsIn(text);
    const taken = [...names];
    for (const item of items.length > 1 ? items : [text]) {
      const name = uniqueId(idFrom(item, "answer"), taken);
      taken.push(name);
      add(name, { .../** @type {Entry} */ (start), text: item });
    }
  };
  // An answer can be there already, of this question or of another.
  const alike = hasText && form.kind === "question" ? new AlikeEntries(form.data, form.kind) : null;
  if (alike) input.addEventListener("input", () => alike.show(input.value, {}));
  input.addEventListener("paste", (event) => {
    const items = hasText ? itemsIn(event.clipboardData?.getData("text/plain") ?? "") : [];
    if (items.length < 2 || input.value.trim() !== "") return;
    // The field would join the lines.
    event.preventDefault();
    input.value = items.map((item) => `• ${item}`).join(" ");
  });
  return h("div",
    h("div", { class: "form-adding" }, h("label", h("span", form.t(hasText ? "new_text" : "new_name")), input), addButton(hasText ? form.t("add_answer") : addLabel(form, field), addNamed)),
    alike && alike.element);
}

/** Returns what adds the first item to a list is called. @param {Pick<Form, "t" | "data">} form @param {string} field */
export function addLabel({ t, data }, field) {
  // Names of fields begin with a capital letter, which English has for names alone within a sentence.
  const name = data.language.startsWith("en") ? field.replace(/^\p{Lu}(?=\p{Ll}|\s)/u, (letter) => letter.toLowerCase()) : field;
  return t("add_one", { field: name });
}

/**
 * @param {string} label
 * @param {() => void} onclick
 */
export function addButton(label, onclick) {
  const element = button(label, onclick);
  element.classList.add("form-add");
  return element;
}
