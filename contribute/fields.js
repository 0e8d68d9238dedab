/**
 * The fields of the form, made from the schema: each writes what it holds into the form's entry.
 *
 * @module
 */

/** @import { Form } from "./form.js" */
/** @import { Entry, Path, Schema, Value } from "./types.js" */
/** @import { Child } from "../quiz/ui/dom.js" */

import { appendChildren, button, h } from "../quiz/ui/dom.js";
import { absentSentence } from "./absent-sentence.js";
import { REDRAW_EVENT, answerInputs, removableItem, select } from "./controls.js";
import { idFrom, uniqueId } from "./ids.js";
import { helpOf, inOrder, inputField, requiredMark, switchField } from "./inputs.js";
import { fieldTitle, labelOf } from "./labels.js";
import { MANY, answerPicker, companionField, searchField } from "./picker.js";
import { itemsIn } from "./pasted-list.js";
import { emptyValue, isFilled, kindOf, listAt, mapAt, resolved, schemaAt, textAt } from "./schema.js";
import { partPaths, sentencePaths, sentencesOf } from "./sentences.js";
import { hasStart } from "./starts.js";
import { kindWithPlural, titlesFor } from "./titles.js";

// Fields that only a renaming fills.
const RENAMING_FIELDS = new Set(["was"]);

/**
 * Returns the fields of an entry that is to be changed: its sentences, those in lists in a disclosure for each list,
 * and all that is no sentence in another.
 *
 * @param {Form} form
 * @returns {Child[]}
 */
export function changeFields(form) {
  const { schema, entry } = form;
  const sentences = sentencePaths(entry, schema);
  const parts = partPaths(entry, schema);
  const sentenceNames = [...sentences, ...parts.map(({ path }) => path)].map((path) => form.nameOf(path));
  /** @type {(path: Path) => boolean} */
  const isWanted = (path) => {
    const inner = Object.keys(schemaAt(form.schema, path).properties ?? {});
    return !sentenceNames.includes(form.nameOf(path)) && (inner.length === 0 || inner.some((name) => isWanted([...path, name])));
  };
  const field = (/** @type {Path} */ path) => inputField(form, { ...schemaAt(form.schema, path), title: labelOf(path, form) }, path, false, false);
  const choicesOf = () => sentencesOf(form.entry, schema).map(({ text, path }) => (
    { text, context: labelOf(path, form), choose: () => form.messages.goTo(path, text) }));
  const rest = groupOf(form, schema, [], isWanted);
  return [
    searchField(form, [], form.t("sentences"), choicesOf, (query, count) => absentSentence(form, query, count)),
    h("p", { class: "form-help" }, form.t("sentences_lead")),
    ...sentences.map(field),
    ...parts.map(({ path, count }) => h("details", { class: "form-more" },
      h("summary", form.t("parts", { name: labelOf(path, form), count })), fieldOf(form, schemaAt(form.schema, path), path, true))),
    h("details", { class: "form-more" }, h("summary", form.t("not_sentences")), ...rest),
  ];
}

/**
 * Returns the fields of a new entry: those that its author has to fill in or likes to, then in disclosures what may be
 * left out, what has something to start with, and what others fill in.
 *
 * @param {Form} form
 * @param {HTMLElement | null} idField
 * @returns {Child[]}
 */
export function newFields(form, idField) {
  const { schema } = form;
  const { properties = {}, required = [] } = schema;
  const build = (/** @type {string} */ name) => fieldOf(form, properties[name], [name], required.includes(name));
  const placeOf = (/** @type {string} */ name) => {
    if (required.includes(name)) return hasStart(properties[name], schema) ? "started" : "open";
    if (properties[name]["x-upkeep"]) return "upkeep";
    return properties[name]["x-asked"] ? "open" : "optional";
  };
  const names = Object.keys(properties).filter((name) => !RENAMING_FIELDS.has(name));
  const namesOf = (/** @type {string} */ place) => names.filter((name) => placeOf(name) === place);
  const fold = (/** @type {string} */ place, /** @type {HTMLElement[]} */ more = []) => {
    const isOpen = namesOf(place).some((name) => isFilled(form.entry, [name]));
    const fields = [...namesOf(place).map(build), ...more];
    return fields.length > 0 && h("details", { class: "form-more", open: isOpen }, h("summary", form.t(place)), ...fields);
  };
  return [...namesOf("open").map(build), fold("optional"), fold("started"), fold("upkeep", idField ? [idField] : [])];
}

/**
 * Returns the fields of a group: those that are required, then the others in a disclosure.
 *
 * @param {Form} form
 * @param {Schema} schema
 * @param {Path} path
 * @param {(path: Path) => boolean} [isWanted]     by the path of a field at any depth
 * @returns {Child[]}
 */
function groupOf(form, schema, path, isWanted = () => true) {
  const names = Object.keys(schema.properties ?? {}).filter((name) =>
    isWanted([...path, name]) && !RENAMING_FIELDS.has(name) && !form.isElsewhere([...path, name]));
  const isRequired = (/** @type {string} */ name) => schema.required?.includes(name) ?? false;
  const isAsked = (/** @type {string} */ name) => isRequired(name) || schema.properties?.[name]["x-asked"] === true;
  const build = (/** @type {string} */ name) =>
    fieldOf(form, schema.properties?.[name] ?? {}, [...path, name], isRequired(name), isWanted);
  const optionalNames = names.filter((name) => !isAsked(name));
  const optionalFields = optionalNames.map(build);
  const isOpen = optionalNames.some((name) => isFilled(form.entry, [...path, name]));
  const disclosure = h("details", { class: "form-more", open: isOpen }, h("summary", form.t("optional")), ...optionalFields);
  return [...names.filter(isAsked).map(build), optionalFields.length > 0 && disclosure];
}

/**
 * @param {Form} form
 * @param {Schema} schema
 * @param {Path} path
 * @param {boolean} isRequired
 * @param {(path: Path) => boolean} [isWanted]     which fields of a group are
 * @returns {HTMLElement}
 */
export function fieldOf(form, schema, path, isRequired, isWanted) {
  const field = resolved(schema, form.schema);
  // What has something to start with may be left as it is.
  const isMarked = isRequired && !(form.isNew && hasStart(field, form.schema));
  switch (kindOf(field)) {
    case "group":
      return fieldset(form, field, path, isMarked, () => groupOf(form, field, path, isWanted));
    case "list":
      if (field.items?.["x-ref"] === "answers") {
        return fieldset(form, field, path, isRequired, () => answerInputs(form, path));
      }
      return fieldset(form, field, path, isRequired, (redraw) => listItems(form, field, path, isRequired, redraw));
    case "map":
      return fieldset(form, field, path, isRequired, (redraw) => mapContent(form, field, path, redraw));
    case "switch":
      return switchField(form, field, path);
    default:
      return inputField(form, field, path, isRequired, isMarked);
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
  const helpText = helpOf(schema);
  const help = helpText && h("p", { class: "form-help", id: form.nameOf(path, "help") }, helpText);
  /** @param {string} [focus] */
  const redraw = (focus) => {
    content.replaceChildren();
    appendChildren(content, build(redraw));
    if (focus) /** @type {HTMLElement | null} */ (content.querySelector(focus))?.focus();
  };
  redraw();
  content.addEventListener(REDRAW_EVENT, (event) => {
    event.stopPropagation();
    redraw();
  });
  return h("fieldset", { class: "form-group", id: form.nameOf(path), tabindex: -1, "aria-describedby": help ? help.id : null },
    h("legend", fieldTitle(schema, path, form.data), isRequired && requiredMark(form, path)),
    help, form.messages.container(path), content);
}

/**
 * Returns the items of a list, each of which can be removed, and a button for another. A list that can't be empty begins
 * with one that is still to be filled in.
 *
 * @param {Form} form
 * @param {Schema} schema
 * @param {Path} path
 * @param {boolean} isRequired
 * @param {(focus?: string) => void} redraw     `focus` selects what takes the focus
 */
function listItems(form, schema, path, isRequired, redraw) {
  const item = schema.items ?? {};
  const items = listAt(form.entry, path);
  const count = Math.max(items.length, isRequired ? 1 : 0);
  const add = () => {
    const empty = Array.from({ length: count + 1 - items.length }, () => emptyValue(item, form.schema));
    form.set(path, [...listAt(form.entry, path), ...empty].slice(0, count + 1));
    redraw(controlsOf(form.nameOf([...path, count])));
  };
  return [
    ...Array.from({ length: count }, (_, index) => {
      const name = form.t("item", { number: index + 1 });
      const field = partOf(form, resolved(item, form.schema), [...path, index], name) ?? fieldOf(form, item, [...path, index], true);
      if (isRequired && count === 1) return field;
      return removableItem(form, field, () => name, [...path, index], () => redraw("button.form-add"));
    }),
    addButton(form.t(count === 0 ? "add_one" : "add"), add),
  ];
}

/**
 * Returns the content of a mapping: answers of questions, entries of the guide, or parts that have names of their own.
 *
 * @param {Form} form
 * @param {Schema} schema
 * @param {Path} path
 * @param {(focus?: string) => void} redraw
 * @returns {readonly Child[]}
 */
function mapContent(form, schema, path, redraw) {
  if (schema["x-keys-ref"] === "questions") return answerPicker(form, schema, path, redraw);
  const valueSchema = typeof schema.additionalProperties === "object" ? schema.additionalProperties : {};
  const titles = titlesFor(form.wholeData, schema["x-keys-ref"], path);
  const names = Object.keys(mapAt(form.entry, path));
  const add = (/** @type {string} */ name, start = emptyValue(valueSchema, form.schema)) => {
    if (!isFilled(form.entry, [...path, name])) form.set([...path, name], start);
    redraw(controlsOf(form.nameOf([...path, name])));
  };
  const adding = schema["x-keys-ref"]
    ? entryChoice(form, schema["x-keys-ref"], path, Object.entries(titles).filter(([id]) => !names.includes(id)), add)
    : [nameChoice(form, valueSchema, names, add)];
  return [
    ...names.map((name, index) => {
      const titleNow = () => (schema["x-keys-ref"] ? (titlesFor(form.wholeData, schema["x-keys-ref"], path)[name] ?? name) : partTitle(form, [...path, name]));
      const title = titleNow();
      const inner = { ...resolved(valueSchema, form.schema), title, description: "" };
      // Of a part its fields say what is required.
      const field = partOf(form, inner, [...path, name], form.t("item", { number: index + 1 }))
        ?? fieldOf(form, inner, [...path, name], kindOf(inner) !== "group");
      return removableItem(form, field, titleNow, [...path, name], () => redraw("select, input"));
    }),
    ...adding,
  ];
}

/**
 * Returns a part of a new entry that needs one text alone, such as an answer or a step: that text, and in a disclosure
 * what else the part may have. Returns null for any other.
 *
 * @param {Form} form
 * @param {Schema} schema     of the part, with its reference followed
 * @param {Path} path
 * @param {string} title
 */
function partOf(form, schema, path, title) {
  const { properties = {}, required = [] } = schema;
  const names = Object.keys(properties).filter((name) => !form.isElsewhere([...path, name]));
  const [needed, ...more] = names.filter((name) => required.includes(name));
  if (!form.isNew || needed === undefined || more.length > 0 || kindOf(properties[needed]) !== "line") return null;
  const optionalNames = names.filter((name) => name !== needed);
  const isOpen = optionalNames.some((name) => isFilled(form.entry, [...path, name]));
  const { description } = properties[needed];
  return h("div", { id: form.nameOf(path), tabindex: -1 },
    fieldOf(form, { ...properties[needed], title, description: path.at(-1) === 0 ? description : "" }, [...path, needed], true),
    form.messages.container(path),
    optionalNames.length > 0 && h("details", { class: "form-browse", open: isOpen }, h("summary", form.t("optional")),
      ...optionalNames.map((name) => fieldOf(form, properties[name], [...path, name], false))));
}

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
function entryChoice(form, plural, path, options, add) {
  const control = select(form, inOrder(form, plural, options));
  const addChosen = () => (control.value ? add(control.value) : control.focus());
  const list = h("div", { class: "form-adding" },
    h("label", h("span", form.t("choose_one")), control), addButton(form.t("add_one"), addChosen));
  const kind = kindWithPlural(form.data, plural);
  if (options.length < MANY) return [list, kind && companionField(form, kind, add)];
  const choicesOf = () => options.map(([id, text]) => ({ text, choose: () => add(id) }));
  return [
    searchField(form, path, form.t("search_titles"), choicesOf),
    h("details", { class: "form-browse" }, h("summary", form.t("look_through")), list),
    kind && companionField(form, kind, add),
  ];
}

/**
 * Returns what adds a part to a mapping whose names are the author's own. Where a part has a text, its name is made of it.
 *
 * @param {Form} form
 * @param {Schema} schema     of a part
 * @param {readonly string[]} names
 * @param {(name: string, start?: Value) => void} add
 */
function nameChoice(form, schema, names, add) {
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
  input.addEventListener("paste", (event) => {
    const items = hasText ? itemsIn(event.clipboardData?.getData("text/plain") ?? "") : [];
    if (items.length < 2 || input.value.trim() !== "") return;
    // The field would join the lines.
    event.preventDefault();
    input.value = items.map((item) => `• ${item}`).join(" ");
  });
  return h("div", { class: "form-adding" },
    h("label", h("span", form.t(hasText ? "new_text" : "new_name")), input), addButton(form.t("add_one"), addNamed));
}

/**
 * Returns what a part of a mapping is called: its text where it has one, otherwise its name.
 *
 * @param {Form} form
 * @param {Path} path
 */
function partTitle(form, path) {
  return textAt(form.entry, [...path, "text"]) || String(path.at(-1));
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
 * @param {string} label
 * @param {() => void} onclick
 */
function addButton(label, onclick) {
  const element = button(label, onclick);
  element.classList.add("form-add");
  return element;
}
