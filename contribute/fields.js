/**
 * The fields of the form, made from the schema: each writes what it holds into the form's entry.
 *
 * @module
 */

/** @import { Form } from "./form.js" */
/** @import { Path, Schema } from "./types.js" */
/** @import { Child } from "../quiz/ui/dom.js" */

import { appendChildren, button, h } from "../quiz/ui/dom.js";
import { emptyValue, kindOf, resolved } from "./schema.js";

// Fields that only a renamed entry has.
const RENAMING_FIELDS = new Set(["was"]);
// A line that may have more characters gets several rows.
const MAX_ROW_LENGTH = 120;

/**
 * Returns the fields of a group: those that are required, then the others in a disclosure.
 *
 * @param {Form} form
 * @param {Schema} schema
 * @param {Path} path
 */
export function groupOf(form, schema, path) {
  const names = Object.keys(schema.properties ?? {});
  const isRequired = (/** @type {string} */ name) => schema.required?.includes(name) ?? false;
  const build = (/** @type {string} */ name) =>
    fieldOf(form, schema.properties?.[name] ?? {}, [...path, name], isRequired(name));
  const optionalNames = names.filter((name) => !isRequired(name));
  const optionalFields = optionalNames.filter((name) => !(form.isNew && RENAMING_FIELDS.has(name))).map(build);
  const isOpen = optionalNames.some((name) => form.isFilled([...path, name]));
  const disclosure = h("details", { class: "form-more", open: isOpen }, h("summary", form.t("optional")), ...optionalFields);
  return [...names.filter(isRequired).map(build), optionalFields.length > 0 && disclosure];
}

/**
 * @param {Form} form
 * @param {Schema} schema
 * @param {Path} path
 * @param {boolean} isRequired
 * @returns {HTMLElement}
 */
export function fieldOf(form, schema, path, isRequired) {
  const field = resolved(schema, form.schema);
  switch (kindOf(field)) {
    case "group":
      return fieldset(form, field, path, isRequired, () => groupOf(form, field, path));
    case "list":
      if (field.items?.["x-ref"] === "answers") {
        return fieldset(form, field, path, isRequired, () => answerInputs(form, path));
      }
      return fieldset(form, field, path, isRequired, (redraw) => listItems(form, field, path, redraw));
    case "map":
      return fieldset(form, field, path, isRequired, (redraw) => mapEntries(form, field, path, redraw));
    default:
      return inputField(form, field, path, isRequired);
  }
}

/**
 * Returns a fieldset whose content can be drawn again after something was added or removed.
 *
 * @param {Form} form
 * @param {Schema} schema
 * @param {Path} path
 * @param {boolean} isRequired
 * @param {(redraw: (focus?: string) => void) => readonly Child[]} build
 */
function fieldset(form, schema, path, isRequired, build) {
  const content = h("div", { class: "form-inside" });
  const help = h("p", { class: "form-help", id: form.nameOf(path, "help") }, plain(schema.description));
  /** @param {string} [focus] */
  const redraw = (focus) => {
    content.replaceChildren();
    appendChildren(content, build(redraw));
    if (focus) /** @type {HTMLElement | null} */ (content.querySelector(focus))?.focus();
  };
  redraw();
  return h("fieldset", { class: "form-group", id: form.nameOf(path), tabindex: -1, "aria-describedby": help.id },
    h("legend", form.titleOf(schema, path), isRequired && requiredMark(form)),
    help, form.messageContainer(path), content);
}

/**
 * Returns the items of a list, each of which can be removed, and a button for another.
 *
 * @param {Form} form
 * @param {Schema} schema
 * @param {Path} path
 * @param {(focus?: string) => void} redraw     `focus` selects what takes the focus
 */
function listItems(form, schema, path, redraw) {
  const item = schema.items ?? {};
  const count = form.listAt(path).length;
  const remove = (/** @type {number} */ index) => {
    form.set([...path, index], undefined);
    redraw("button.form-add");
  };
  const add = () => {
    form.set([...path, count], emptyValue(item, form.schema));
    redraw(controlsOf(form.nameOf([...path, count])));
  };
  return [
    ...Array.from({ length: count }, (_, index) => {
      const name = form.t("item", { number: index + 1 });
      return removableItem(form, fieldOf(form, item, [...path, index], true), name, () => remove(index));
    }),
    addButton(form.t("add"), add),
  ];
}

/**
 * Returns the values of a mapping, each below its name, and what adds another under a name that can be chosen.
 *
 * @param {Form} form
 * @param {Schema} schema
 * @param {Path} path
 * @param {(focus?: string) => void} redraw
 */
function mapEntries(form, schema, path, redraw) {
  const valueSchema = typeof schema.additionalProperties === "object" ? schema.additionalProperties : {};
  const titles = form.titlesFor(schema["x-keys-ref"], path);
  const names = Object.keys(form.mapAt(path));
  const unusedTitles = Object.entries(titles).filter(([id]) => !names.includes(id));
  const nameControl = schema["x-keys-ref"]
    ? select(form, unusedTitles)
    : h("input", { type: "text", maxlength: 60, autocapitalize: "off", spellcheck: "false" });
  const add = () => {
    const name = nameControl.value.trim();
    if (!name || names.includes(name)) {
      nameControl.focus();
      return;
    }
    form.set([...path, name], emptyValue(valueSchema, form.schema));
    redraw(controlsOf(form.nameOf([...path, name])));
  };
  const remove = (/** @type {string} */ name) => {
    form.set([...path, name], undefined);
    redraw("select, input");
  };
  return [
    ...names.map((name) => {
      const title = titles[name] ?? name;
      const field = fieldOf(form, { ...valueSchema, title, description: "" }, [...path, name], true);
      return removableItem(form, field, title, () => remove(name));
    }),
    h("div", { class: "form-adding" },
      h("label", h("span", form.t(schema["x-keys-ref"] ? "choose_one" : "new_name")), nameControl),
      addButton(form.t("add_one"), add)),
  ];
}

/**
 * @param {Form} form
 * @param {HTMLElement} field
 * @param {string} name
 * @param {() => void} remove
 */
function removableItem(form, field, name, remove) {
  return h("div", { class: "form-item" }, field, button(form.t("remove", { name }), remove, "link"));
}

/**
 * Returns what selects the controls of a field, its own or those inside it.
 *
 * @param {string} name
 */
function controlsOf(name) {
  const id = CSS.escape(name);
  return `#${id}:is(input, textarea, select), #${id} :is(input, textarea, select)`;
}

/**
 * Returns an input for each answer of the question that a path names.
 *
 * @param {Form} form
 * @param {Path} path
 */
function answerInputs(form, path) {
  const question = String(path.at(-1));
  const selection = new Set(form.listAt(path));
  const isOne = form.data.pickOne.includes(question) && form.kind === "case";
  return Object.entries(form.data.answers[question] ?? {}).map(([id, text]) => {
    const onchange = (/** @type {Event} */ event) => {
      const { checked } = /** @type {HTMLInputElement} */ (event.target);
      if (isOne) selection.clear();
      if (checked) selection.add(id);
      else selection.delete(id);
      form.set(path, [...selection].map(String));
    };
    const type = isOne ? "radio" : "checkbox";
    const input = h("input", { type, name: form.nameOf(path), checked: selection.has(id), onchange });
    return h("label", { class: "form-tick" }, input, h("span", text));
  });
}

/**
 * Returns a control with its label, help and diagnostics.
 *
 * @param {Form} form
 * @param {Schema} schema
 * @param {Path} path
 * @param {boolean} isRequired
 */
function inputField(form, schema, path, isRequired) {
  const id = form.nameOf(path);
  const helpId = form.nameOf(path, "help");
  const described = schema.description ? `${helpId} ${form.nameOf(path, "diagnostics")}` : form.nameOf(path, "diagnostics");
  const control = controlOf(form, schema, path);
  control.id = id;
  control.setAttribute("aria-describedby", described);
  if (isRequired) control.setAttribute("aria-required", "true");
  control.addEventListener("input", () => form.set(path, control.value));
  control.addEventListener("blur", () => form.touch(path));
  return h("div", { class: "form-field" },
    h("label", { for: id }, form.titleOf(schema, path), isRequired && requiredMark(form)),
    schema.description && h("p", { class: "form-help", id: helpId }, plain(schema.description)),
    control, form.messageContainer(path));
}

/**
 * @param {Form} form
 * @param {Schema} schema
 * @param {Path} path
 * @returns {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement}
 */
function controlOf(form, schema, path) {
  const value = form.textAt(path);
  const titles = form.titlesFor(schema["x-ref"], path.slice(0, -1));
  switch (kindOf(schema)) {
    case "choice":
      return select(form, (schema.enum ?? []).map((word) => [word, titles[word] ?? word]), value);
    case "reference":
      return select(form, Object.entries(titles), value);
    case "number":
      return h("input", { type: "text", inputmode: "numeric", value });
    case "day":
      return h("input", { type: "date", value });
    case "text":
      return textarea(value, 6);
    default:
      return (schema.maxLength ?? 0) > MAX_ROW_LENGTH && !path.includes("title")
        ? textarea(value, 2)
        : h("input", { type: "text", value });
  }
}

/**
 * @param {string} value
 * @param {number} rows
 */
function textarea(value, rows) {
  const element = h("textarea", { rows, dir: "auto" });
  element.value = value;
  return element;
}

/**
 * Returns a select of options; a value that is not among them becomes one, so that it is not lost.
 *
 * @param {Form} form
 * @param {readonly (readonly [id: string, title: string])[]} options
 * @param {string} [value]
 */
function select(form, options, value = "") {
  const isListed = options.some(([id]) => id === value);
  const allOptions = isListed || !value ? options : [...options, [value, value]];
  const element = h("select", h("option", { value: "" }, form.t("choose_one")),
    ...allOptions.map(([id, title]) => h("option", { value: id }, title)));
  element.value = value;
  return element;
}

/**
 * @param {string} label
 * @param {() => void} onclick
 */
function addButton(label, onclick) {
  const element = button(label, onclick);
  element.classList.add("form-add");
  return element;
}

/** @param {Form} form */
function requiredMark(form) {
  return h("span", { class: "form-needed" }, ` (${form.t("needed")})`);
}

/**
 * Returns a description without its backticks.
 *
 * @param {string} [description]
 */
function plain(description = "") {
  return description.replaceAll("`", "");
}
