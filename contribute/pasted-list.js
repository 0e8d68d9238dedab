/**
 * Lists that were pasted into a field for one item: each line can become an item of its own.
 *
 * @module
 */

/** @import { Form } from "./form.js" */
/** @import { Entry, Path, Value } from "./types.js" */

import { button, h } from "../browser/dom.js";
import { redrawList } from "./controls.js";
import { idFrom, uniqueId } from "./ids.js";
import { cleaned } from "./clean-text.js";
import { emptyValue, innerSchema, kindOf, listAt, mapAt, resolved, schemaAt } from "./schema.js";

// What is before an item: a bullet, or a number with a dot or a bracket.
const MARK = /^\s*(?:[-*•●▪◦‣⁃·○■–—]|\(?\d{1,2}[.)])\s+(?=\S)/u;
// The same in the middle of a line, as in a field that holds one line.
const BULLET_WITHIN = /\s*[•●▪◦‣⁃]\s*/u;
const NUMBER_WITHIN = /(?:^|\s)\(?(\d{1,2})[.)]\s+/g;

/**
 * Returns the items that a text seems to hold, without what is before them; none where it seems to be one.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function itemsIn(text) {
  const lines = cleaned(text).split("\n").filter((line) => line.trim() !== "");
  if (lines.length > 1) return lines.filter((line) => MARK.test(line)).length > 1 ? itemsOfLines(lines) : [];
  const [line = ""] = lines;
  const bulleted = line.split(BULLET_WITHIN).filter((part) => part.trim() !== "");
  return bulleted.length > 1 ? bulleted.map((part) => part.trim()) : numberedItems(line);
}

/** Returns the items that lines make: a line without a mark goes on with the one before. @param {readonly string[]} lines */
function itemsOfLines(lines) {
  return lines.reduce((/** @type {string[]} */ items, line) => {
    const isItem = MARK.test(line) || items.length === 0;
    const text = line.replace(MARK, "").trim();
    return isItem ? [...items, text] : [...items.slice(0, -1), `${items.at(-1)} ${text}`];
  }, []);
}

/** Returns the parts of a line between the numbers 1, 2, 3 and so on. @param {string} line */
function numberedItems(line) {
  const numbers = Array.from(line.matchAll(NUMBER_WITHIN));
  const areInOrder = numbers.length > 1 && numbers[0].index === 0 && numbers.every(([, number], at) => Number(number) === at + 1);
  if (!areInOrder) return [];
  return numbers.map(({ 0: mark, index }, at) => line.slice(index + mark.length, numbers[at + 1]?.index ?? line.length).trim());
}

/**
 * Returns what is said below a field of a list or of a mapping of answers that seems to hold several items, with a button that
 * makes each of them one; nothing for any other field.
 *
 * @param {Form} form
 * @param {Path} path     of the text
 * @param {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} control
 */
export function pastedListHint(form, path, control) {
  const item = itemPath(form, path);
  if (item === null) return false;
  const hint = h("p", { class: "form-hint", role: "status" });
  const show = () => {
    const items = itemsIn(control.value);
    const split = () => {
      splitItem(form, item, path.slice(item.length), items);
      const list = item.slice(0, -1);
      redrawList(form, list);
      document.getElementById(form.nameOf(path))?.focus();
      form.announce(form.t("split_done", { count: items.length }));
    };
    hint.replaceChildren(...(items.length > 1 ? [button(form.t("split_items", { count: items.length }), split, "link")] : []));
  };
  control.addEventListener("input", show);
  show();
  return hint;
}

/**
 * Returns the path of the item of a list, or of the part of a mapping, that is called by the text at a path; null for other
 * texts.
 *
 * @param {Form} form
 * @param {Path} path
 */
function itemPath(form, path) {
  if (typeof path.at(-1) === "number") return schemaAt(form.schema, path)["x-ref"] ? null : path;
  const item = path.slice(0, -1);
  const { required = [] } = schemaAt(form.schema, item);
  const isStep = typeof item.at(-1) === "number" && required.length === 1 && required[0] === path.at(-1);
  const around = schemaAt(form.schema, item.slice(0, -1));
  const isPart = item.length > 0 && path.at(-1) === "text" && kindOf(around) === "map" && !around["x-keys-ref"];
  return isStep || isPart ? item : null;
}

/**
 * Replaces one item by several. The first of them keeps the other fields of the one.
 *
 * @param {Form} form
 * @param {Path} item     of the one
 * @param {Path} rest     from there to its text
 * @param {readonly string[]} texts
 */
function splitItem(form, item, rest, [first, ...more]) {
  const list = item.slice(0, -1);
  const at = item[item.length - 1];
  form.set([...item, ...rest], first);
  const schema = resolved(innerSchema(schemaAt(form.schema, list), at), form.schema);
  const newItem = (/** @type {string} */ text) =>
    (rest.length === 0 ? text : { .../** @type {Entry} */ (emptyValue(schema, form.schema)), [rest[0]]: text });
  if (typeof at === "number") {
    const items = listAt(form.entry, list);
    form.set(list, [...items.slice(0, at + 1), ...more.map(newItem), ...items.slice(at + 1)]);
    return;
  }
  const parts = Object.entries(mapAt(form.entry, list));
  const place = parts.findIndex(([name]) => name === at) + 1;
  /** @type {[name: string, part: Value][]} */
  const newParts = [];
  for (const text of more) {
    const taken = [...parts, ...newParts].map(([name]) => name);
    newParts.push([uniqueId(idFrom(text, "answer"), taken), newItem(text)]);
  }
  form.set(list, Object.fromEntries([...parts.slice(0, place), ...newParts, ...parts.slice(place)]));
}
