/**
 * The fields of the form, made from the schema: each writes what it holds into the form's entry.
 *
 * @module
 */

/** @import { Form } from "./form.js" */
/** @import { Entry, Path, Schema } from "./types.js" */
/** @import { Child } from "../browser/dom.js" */

import { appendChildren, h } from "../browser/dom.js";
import { addButton, addLabel, entryChoice, nameChoice } from "./additions.js";
import { answerCauses } from "./answer-causes.js";
import { isGrouped } from "./answer-groups.js";
import { placeChoice } from "./answer-place.js";
import { REDRAW_EVENT, answerInputs, removableItem } from "./controls.js";
import { helpOf, inputField, requiredMark, switchField } from "./inputs.js";
import { fieldTitle } from "./labels.js";
import { moveButtons } from "./order.js";
import { answerPicker } from "./picker.js";
import { emptyValue, isFilled, kindOf, listAt, mapAt, resolved, textAt } from "./schema.js";
import { hasStart } from "./starts.js";
import { titlesFor } from "./titles.js";

// Fields that only a renaming fills.
const RENAMING_FIELDS = new Set(["was"]);

/** Returns the names of the fields of a part that the form asks for: not those for which one has to know the whole guide. @param {Schema} part */
export function askedNames({ properties = {} }) {
  return Object.keys(properties).filter((name) => !RENAMING_FIELDS.has(name) && !properties[name]["x-upkeep"]);
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
export function groupOf(form, schema, path, isWanted = () => true) {
  const names = askedNames(schema).filter((name) => isWanted([...path, name]) && !form.isElsewhere([...path, name]));
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
  // A field that has something to start with can be left as it is.
  const isMarked = isRequired && !(form.isAdded(path) && hasStart(field, form.schema));
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
  const title = fieldTitle(schema, path, form.data);
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
    addButton(count === 0 ? addLabel(form, title) : form.t("add", { field: title }), add),
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
  const to = schema["x-keys-ref"];
  const names = Object.keys(mapAt(form.entry, path));
  const add = (/** @type {string} */ name, start = emptyValue(valueSchema, form.schema)) => {
    if (!isFilled(form.entry, [...path, name])) form.set([...path, name], start);
    redraw(controlsOf(form.nameOf([...path, name])));
  };
  const titles = () => titlesFor(form.wholeData, to, path);
  const parts = names.map((name, index) => {
    const at = [...path, name];
    const titleNow = () => (to ? (titles()[name] ?? name) : partTitle(form.entry, at));
    const inner = { ...resolved(valueSchema, form.schema), title: titleNow(), description: "" };
    // In a part, the fields say what is required.
    const field = partOf(form, inner, at, form.t("item", { number: index + 1 })) ?? fieldOf(form, inner, at, kindOf(inner) !== "group");
    return { at, titleNow, item: removableItem(form, field, titleNow, at, () => redraw("select, input")) };
  });
  if (to) {
    const options = Object.entries(titles()).filter(([id]) => !names.includes(id));
    return [...parts.map(({ item }) => item), ...entryChoice(form, to, path, options, add)];
  }
  const adding = nameChoice(form, valueSchema, fieldTitle(schema, path, form.data), names, add);
  const ownParts = parts.map((part) => ownPart(form, part, redraw));
  // Those that the guide has stand folded; what is new is written above them, or below what is new itself.
  return form.isNew ? [...ownParts, adding] : [adding, ...ownParts];
}

/**
 * Returns a part whose name is the author's own: one that the guide has is folded, and a new one can be moved.
 *
 * @param {Form} form
 * @param {{at: Path, titleNow: () => string, item: HTMLElement}} part
 * @param {() => void} redraw
 */
function ownPart(form, { at, titleNow, item }, redraw) {
  if (!form.isAdded(at)) return h("details", { class: "form-browse form-part" }, h("summary", { dir: "auto" }, titleNow()), item);
  if (form.kind === "question" && !form.isNew) appendChildren(item, [answerCauses(form, at, redraw)]);
  if (isGrouped(form.entry, at)) {
    item.append(placeChoice(form, at, redraw));
    return item;
  }
  item.append(...moveButtons(form, item, at, titleNow, redraw));
  return item;
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
  const names = askedNames(schema).filter((name) => !form.isElsewhere([...path, name]));
  const [needed, ...more] = names.filter((name) => required.includes(name) && !hasStart(properties[name], form.schema));
  if (!form.isAdded(path) || needed === undefined || more.length > 0 || kindOf(properties[needed]) !== "line") return null;
  const optionalNames = names.filter((name) => name !== needed);
  const isOpen = optionalNames.some((name) => isFilled(form.entry, [...path, name]));
  const { description } = properties[needed];
  return h("div", { id: form.nameOf(path), tabindex: -1 },
    fieldOf(form, { ...properties[needed], title, description: path.at(-1) === 0 ? description : "" }, [...path, needed], true),
    form.messages.container(path),
    optionalNames.length > 0 && h("details", { class: "form-browse", open: isOpen }, h("summary", form.t("optional")),
      ...optionalNames.map((name) => fieldOf(form, properties[name], [...path, name], required.includes(name)))));
}

/**
 * Returns what a part of a mapping is called: its text where it has one, otherwise its name.
 *
 * @param {Entry} entry
 * @param {Path} path
 */
function partTitle(entry, path) {
  return textAt(entry, [...path, "text"]) || String(path.at(-1));
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
