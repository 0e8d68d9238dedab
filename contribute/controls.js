/**
 * Parts that several kinds of fields share.
 *
 * @module
 */

/** @import { Form } from "./form.js" */
/** @import { Path, Schema } from "./types.js" */

import { button, h } from "../browser/dom.js";
import { isFilled, listAt } from "./schema.js";
import { startOf } from "./starts.js";
import { answersOf } from "./titles.js";

/** Asks the list around a field to show its items again. */
export const REDRAW_EVENT = "form-redraw";

/**
 * Returns a field with a button that removes it, which asks first where something would be lost. The button says what the
 * field is called now, whatever it was called at first.
 *
 * @param {Form} form
 * @param {HTMLElement} field
 * @param {() => string} nameNow
 * @param {Path} path
 * @param {() => void} onRemoved
 */
export function removableItem(form, field, nameNow, path, onRemoved) {
  const remove = async () => {
    const question = form.t("remove_question", { name: nameNow() });
    if (isFilled(form.entry, path) && !(await form.isConfirmed(question, form.t("remove_yes")))) return;
    form.set(path, undefined);
    onRemoved();
  };
  return h("div", { class: "form-item" }, field, removeButton(form, field, nameNow, remove));
}

/**
 * @param {Pick<Form, "t">} form
 * @param {HTMLElement} field     in which the name may be typed
 * @param {() => string} nameNow
 * @param {() => void} onclick
 */
export function removeButton(form, field, nameNow, onclick) {
  const label = () => form.t("remove", { name: nameNow() });
  const element = button(label(), onclick, "link");
  field.addEventListener("input", () => (element.textContent = label()));
  return element;
}

/** Shows the items of a list again, which something else has changed. @param {Form} form @param {Path} list */
export function redrawList(form, list) {
  document.getElementById(form.nameOf(list))?.querySelector(":scope > .form-inside")?.dispatchEvent(new Event(REDRAW_EVENT));
}

/** Whether an entry takes one answer only to a question. @param {Pick<Form, "kind" | "data">} form @param {string} question */
export function takesOne({ kind, data }, question) {
  return kind === "case" && data.pickOne.includes(question);
}

/**
 * Returns an input for each answer of the question that a path names: those that are chosen, then the others in a
 * disclosure.
 *
 * @param {Form} form
 * @param {Path} path
 */
export function answerInputs(form, path) {
  const question = String(path.at(-1));
  const selection = new Set(listAt(form.entry, path));
  const isOne = takesOne(form, question);
  const answers = Object.entries(answersOf(form.wholeData, question)).map(([id, text]) => {
    const onchange = (/** @type {Event} */ event) => {
      const { checked } = /** @type {HTMLInputElement} */ (event.target);
      if (isOne) selection.clear();
      if (checked) selection.add(id);
      else selection.delete(id);
      form.set(path, [...selection].map(String));
    };
    const type = isOne ? "radio" : "checkbox";
    const isChosen = selection.has(id);
    const input = h("input", { type, name: form.nameOf(path), checked: isChosen, onchange });
    return { isChosen, element: h("label", { class: "form-tick" }, input, h("span", text)) };
  });
  const chosen = answers.filter(({ isChosen }) => isChosen).map(({ element }) => element);
  const rest = answers.filter(({ isChosen }) => !isChosen).map(({ element }) => element);
  const disclosure = h("details", { class: "form-browse", open: chosen.length === 0 }, h("summary", form.t("more_answers")), ...rest);
  return [...chosen, rest.length > 0 && disclosure];
}

/**
 * Returns a select of options, and of one for none of them; a value that is not among them becomes one, so that it is not lost.
 *
 * @param {Pick<Form, "t">} form
 * @param {readonly (readonly [id: string, title: string])[]} options
 * @param {string} [value]
 * @param {string} [none]     what the option for none of them says
 */
export function select(form, options, value = "", none = form.t("choose_one")) {
  const isListed = options.some(([id]) => id === value);
  const allOptions = isListed || !value ? options : [...options, [value, value]];
  const element = h("select", h("option", { value: "" }, none),
    ...allOptions.map(([id, title]) => h("option", { value: id }, title)));
  element.value = value;
  return element;
}

/**
 * Returns a select of options for a field that has to have a value. Where one of them is usual, a new entry may leave it.
 *
 * @param {Pick<Form, "t" | "isAdded">} form
 * @param {Path} path
 * @param {Schema} schema     with its reference followed
 * @param {readonly (readonly [id: string, title: string])[]} options
 * @param {string} value
 * @param {string} [none]     what the option for none of them says
 */
export function startSelect(form, path, schema, options, value, none) {
  const start = form.isAdded(path) ? startOf(schema) : "";
  const [, title = start] = options.find(([id]) => id === start) ?? [];
  return select(form, options, value, none ?? (start ? form.t("start_choice", { word: title }) : undefined));
}
