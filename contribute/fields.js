/**
 * The fields of the form, made from the schema: each writes what it holds into the form's entry.
 *
 * @module
 */

/** @import { Form } from "./form.js" */
/** @import { Path, Schema } from "./types.js" */
/** @import { Child } from "../quiz/ui/dom.js" */

import { append, button, h } from "../quiz/ui/dom.js";
import { emptyValue, kindOf, resolved } from "./schema.js";

// What only an entry that was renamed can tell.
const NOT_OF_NEW_ENTRIES = new Set(["was"]);
// From so many characters on a line is shown as several.
const LONG = 120;

/**
 * Returns the fields of a group: first what is needed, then the rest behind a disclosure.
 *
 * @param {Form} form
 * @param {Schema} schema
 * @param {Path} path
 */
export function groupOf(form, schema, path) {
  const names = Object.keys(schema.properties ?? {});
  const fields = (/** @type {boolean} */ isNeeded) =>
    names
      .filter((name) => (schema.required?.includes(name) ?? false) === isNeeded)
      .filter((name) => !(form.isNew && NOT_OF_NEW_ENTRIES.has(name)))
      .map((name) => fieldOf(form, schema.properties?.[name] ?? {}, [...path, name], isNeeded));
  const optional = fields(false);
  const isWritten = names.some((name) => !schema.required?.includes(name) && form.isFilled([...path, name]));
  const more = h("details", { class: "form-more", open: isWritten }, h("summary", form.t("optional")), ...optional);
  return [...fields(true), optional.length > 0 && more];
}

/**
 * @param {Form} form
 * @param {Schema} schema
 * @param {Path} path
 * @param {boolean} isNeeded
 * @returns {HTMLElement}
 */
export function fieldOf(form, schema, path, isNeeded) {
  const own = resolved(schema, form.schema);
  switch (kindOf(own)) {
    case "group":
      return fieldset(form, own, path, isNeeded, () => groupOf(form, own, path));
    case "list":
      return fieldset(form, own, path, isNeeded, (redraw) =>
        own.items?.["x-ref"] === "answers" ? ticks(form, path) : items(form, own, path, redraw),
      );
    case "map":
      return fieldset(form, own, path, isNeeded, (redraw) => entries(form, own, path, redraw));
    default:
      return single(form, own, path, isNeeded);
  }
}

/**
 * Returns a fieldset whose inside can be made anew after something was added or taken away.
 *
 * @param {Form} form
 * @param {Schema} schema
 * @param {Path} path
 * @param {boolean} isNeeded
 * @param {(redraw: (focus?: string) => void) => readonly Child[]} build
 */
function fieldset(form, schema, path, isNeeded, build) {
  const inside = h("div", { class: "form-inside" });
  const help = h("p", { class: "form-help", id: form.nameOf(path, "help") }, plain(schema.description));
  /** @param {string} [focus] */
  const redraw = (focus) => {
    inside.replaceChildren();
    append(inside, build(redraw));
    if (focus) /** @type {HTMLElement | null} */ (inside.querySelector(focus))?.focus();
  };
  redraw();
  return h("fieldset", { class: "form-group", id: form.nameOf(path), tabindex: -1, "aria-describedby": help.id },
    h("legend", form.titleOf(schema, path), isNeeded && needed(form)),
    help, form.placeForFaults(path), inside);
}

/**
 * @param {Form} form
 * @param {Schema} schema
 * @param {Path} path
 * @param {(focus?: string) => void} redraw
 */
function items(form, schema, path, redraw) {
  const item = schema.items ?? {};
  const count = form.listAt(path).length;
  const remove = (/** @type {number} */ at) => () => {
    form.set([...path, at], undefined);
    redraw("button.form-add");
  };
  const add = () => {
    form.set([...path, count], emptyValue(item, form.schema));
    redraw(controlsOf(form.nameOf([...path, count])));
  };
  return [
    ...Array.from({ length: count }, (_, at) =>
      h("div", { class: "form-item" },
        fieldOf(form, item, [...path, at], true),
        button(form.t("remove", { name: form.t("item", { number: at + 1 }) }), remove(at), "link"))),
    adding(form.t("add"), add),
  ];
}

/**
 * Returns the values of a mapping, each below its name, and a way to choose a name for another.
 *
 * @param {Form} form
 * @param {Schema} schema
 * @param {Path} path
 * @param {(focus?: string) => void} redraw
 */
function entries(form, schema, path, redraw) {
  const inner = typeof schema.additionalProperties === "object" ? schema.additionalProperties : {};
  const titles = form.titlesFor(schema["x-keys-ref"], path);
  const names = Object.keys(form.mapAt(path));
  const free = Object.entries(titles).filter(([id]) => !names.includes(id));
  const choice = schema["x-keys-ref"]
    ? select(form, free.map(([id, title]) => [id, title]))
    : h("input", { type: "text", maxlength: 60, autocapitalize: "off", spellcheck: "false" });
  const add = () => {
    const name = choice.value.trim();
    if (!name || names.includes(name)) return choice.focus();
    form.set([...path, name], emptyValue(inner, form.schema));
    redraw(controlsOf(form.nameOf([...path, name])));
  };
  const remove = (/** @type {string} */ name) => () => {
    form.set([...path, name], undefined);
    redraw("select, input");
  };
  return [
    ...names.map((name) =>
      h("div", { class: "form-item" },
        fieldOf(form, { ...inner, title: titles[name] ?? name, description: "" }, [...path, name], true),
        button(form.t("remove", { name: titles[name] ?? name }), remove(name), "link"))),
    h("div", { class: "form-adding" },
      h("label", h("span", schema["x-keys-ref"] ? form.t("choose_one") : form.t("new_name")), choice),
      adding(form.t("add_one"), add)),
  ];
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
 * Returns the answers of the question that a path names, to be ticked.
 *
 * @param {Form} form
 * @param {Path} path
 */
function ticks(form, path) {
  const question = String(path.at(-1));
  const chosen = new Set(form.listAt(path));
  const isOne = form.data.pickOne.includes(question) && form.kind === "case";
  return Object.entries(form.data.answers[question] ?? {}).map(([id, text]) => {
    const onchange = (/** @type {Event} */ event) => {
      const { checked } = /** @type {HTMLInputElement} */ (event.target);
      if (isOne) chosen.clear();
      if (checked) chosen.add(id);
      else chosen.delete(id);
      form.set(path, [...chosen].map(String));
    };
    const type = isOne ? "radio" : "checkbox";
    const input = h("input", { type, name: form.nameOf(path), checked: chosen.has(id), onchange });
    return h("label", { class: "form-tick" }, input, h("span", text));
  });
}

/**
 * @param {Form} form
 * @param {Schema} schema
 * @param {Path} path
 * @param {boolean} isNeeded
 */
function single(form, schema, path, isNeeded) {
  const id = form.nameOf(path);
  const helpId = form.nameOf(path, "help");
  const described = schema.description ? `${helpId} ${form.nameOf(path, "faults")}` : form.nameOf(path, "faults");
  const control = controlOf(form, schema, path);
  control.id = id;
  control.setAttribute("aria-describedby", described);
  if (isNeeded) control.setAttribute("aria-required", "true");
  control.addEventListener("input", () => form.set(path, control.value));
  control.addEventListener("blur", () => form.touch(path));
  return h("div", { class: "form-field" },
    h("label", { for: id }, form.titleOf(schema, path), isNeeded && needed(form)),
    schema.description && h("p", { class: "form-help", id: helpId }, plain(schema.description)),
    control, form.placeForFaults(path));
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
      return (schema.maxLength ?? 0) > LONG && !path.includes("title")
        ? textarea(value, 2)
        : h("input", { type: "text", value });
  }
}

/**
 * @param {string} value
 * @param {number} rows
 */
function textarea(value, rows) {
  const node = h("textarea", { rows, dir: "auto" });
  node.value = value;
  return node;
}

/**
 * @param {Form} form
 * @param {readonly (readonly string[])[]} options
 * @param {string} [value]
 */
function select(form, options, value = "") {
  const listed = options.some(([id]) => id === value) || !value ? options : [...options, [value, value]];
  const node = h("select", h("option", { value: "" }, form.t("choose_one")),
    ...listed.map(([id, title]) => h("option", { value: id }, title)));
  node.value = value;
  return node;
}

/**
 * @param {string} label
 * @param {() => void} onclick
 */
function adding(label, onclick) {
  const node = button(label, onclick);
  node.classList.add("form-add");
  return node;
}

/** @param {Form} form */
function needed(form) {
  return h("span", { class: "form-needed" }, ` (${form.t("needed")})`);
}

/**
 * Returns a description without the marks of code.
 *
 * @param {string} [description]
 */
function plain(description = "") {
  return description.replaceAll("`", "");
}
