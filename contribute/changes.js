/**
 * What a proposal changes of an entry: its sentences and its choices as they were and as they are.
 *
 * @module
 */

/** @import { Form } from "./form.js" */
/** @import { Texts } from "./texts.js" */
/** @import { Entry, FormData, Path, Schema, Value } from "./types.js" */

import { h } from "../browser/dom.js";
import { groupsOf } from "./answer-groups.js";
import { titleText } from "./entry-state.js";
import { labelOf } from "./labels.js";
import { textsOf } from "./entry-texts.js";
import { filled, innerSchema, isFilled, kindOf, listAt, resolved, textAt, valueAt } from "./schema.js";
import { sentencesIn } from "./sentences.js";
import { createTexts } from "./texts.js";
import { titlesFor, wordLabel } from "./titles.js";

/** @typedef {{path: Path, before: readonly string[], after: readonly string[]}} Change */

/**
 * Returns the texts that differ between two states of an entry: of each, the sentences from the first to the last that
 * do.
 *
 * @param {Entry} before
 * @param {Entry} after
 * @param {Schema} schema
 * @returns {Change[]}
 */
export function textChanges(before, after, schema) {
  const paths = [before, after].flatMap((entry) => textsOf(/** @type {Entry} */ (filled(entry) ?? {}), schema, schema, []).map(({ path }) => path));
  const distinct = new Map(paths.map((path) => [JSON.stringify(path), path]));
  return [...distinct.values()].flatMap((path) => {
    const [old, current] = [before, after].map((entry) => sentencesIn(String(valueAt(entry, path) ?? "")));
    const change = changedPart(old, current);
    return change.before.length + change.after.length > 0 ? [{ path, ...change }] : [];
  });
}

/**
 * @param {readonly string[]} before
 * @param {readonly string[]} after
 */
function changedPart(before, after) {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return { before: before.slice(start, before.length - end), after: after.slice(start, after.length - end) };
}

/**
 * Returns what differs between two states of an entry and is no text: what is chosen, counted or named, as readers call it.
 * Names of entries and answers are compared all together, wherever they stand in their list.
 *
 * @param {Entry} before
 * @param {Entry} after
 * @param {Schema} schema
 * @param {FormData} data
 * @returns {Change[]}
 */
export function choiceChanges(before, after, schema, data) {
  const [old, current] = [before, after].map((entry) => new Map(choicesOf(filled(entry) ?? {}, schema, schema, [], data)));
  return [...new Set([...old.keys(), ...current.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key) ?? [], current.get(key) ?? []];
    const change = { path: JSON.parse(key), before: was.filter((title) => !is.includes(title)), after: is.filter((title) => !was.includes(title)) };
    return change.before.length + change.after.length > 0 ? [change] : [];
  });
}

/**
 * Returns the choices in a value by their paths as JSON, each as the titles that stand there.
 *
 * @param {Value} value
 * @param {Schema} schema
 * @param {Schema} root
 * @param {Path} path
 * @param {FormData} data
 * @returns {[path: string, titles: string[]][]}
 */
function choicesOf(value, schema, root, path, data) {
  const own = resolved(schema, root);
  const kind = kindOf(own);
  if (typeof value === "string") {
    return kind === "line" || kind === "text" ? [] : [[JSON.stringify(path), [titleOf(value, own, path.slice(0, -1), data)]]];
  }
  if (Array.isArray(value)) {
    const item = resolved(own.items ?? {}, root);
    if (item["x-ref"]) return [[JSON.stringify(path), value.map((id) => titleOf(String(id), item, path, data))]];
    return value.flatMap((part, at) => choicesOf(part, item, root, [...path, at], data));
  }
  return Object.entries(value).flatMap(([name, part]) => choicesOf(part, innerSchema(own, name), root, [...path, name], data));
}

/**
 * @param {string} value
 * @param {Schema} schema     with its reference followed
 * @param {Path} around     of what holds it
 * @param {FormData} data
 */
function titleOf(value, schema, around, data) {
  if (kindOf(schema) === "switch") return value === "true" ? data.words.yes : value;
  return titlesFor(data, schema["x-ref"], around)[value] ?? (schema.enum ? wordLabel(data, value) : value);
}

/**
 * Returns the answers that came into a group of a question or left it, by their texts; of one that came, also what it follows.
 *
 * @param {Entry} before
 * @param {Entry} after
 * @param {Texts} t
 * @returns {Change[]}
 */
export function groupChanges(before, after, t) {
  return groupsOf(after).flatMap(([label, ids]) => {
    const old = listAt(before, ["groups", label]).map(String);
    const answerText = (/** @type {Entry} */ entry, /** @type {string} */ id) => textAt(entry, ["answers", id, "text"]) || id;
    const placed = (/** @type {string} */ id) => {
      const previous = ids[ids.indexOf(id) - 1];
      return previous === undefined ? answerText(after, id) : t("put_after", { answer: answerText(after, id), name: answerText(after, previous) });
    };
    const change = {
      path: ["groups", label],
      before: old.filter((id) => !ids.includes(id)).map((id) => answerText(before, id)), after: ids.filter((id) => !old.includes(id)).map(placed),
    };
    return change.before.length + change.after.length > 0 ? [change] : [];
  });
}

/** @typedef {{name: string, before: string, after: string}} ChangeItem     what is called how, as it was and as it is */

/**
 * Returns what a form changes of its entry, in words, and what it sends along.
 *
 * @param {Pick<Form, "state" | "wholeData" | "companions">} form
 * @returns {ChangeItem[]}
 */
export function changeItems({ state, wholeData, companions }) {
  const { before: initial, entry, schema } = state;
  const isOfGroups = (/** @type {Path} */ path) => state.kind === "question" && path[0] === "groups";
  const changes = [
    ...textChanges(initial, entry, schema).filter(({ path }) => !isOfGroups(path)), ...choiceChanges(initial, entry, schema, wholeData),
    ...groupChanges(initial, entry, createTexts(wholeData)),
  ];
  const label = (/** @type {Path} */ path) => labelOf(path, { entry: isFilled(entry, path) ? entry : initial, schema, wholeData });
  return [
    ...changes.map(({ path, before, after }) => ({ name: label(path), before: before.join(" "), after: after.join(" ") })),
    ...companions.added.map((form) => ({ name: companions.titleOf(form), before: "", after: titleText(form.state) })),
    ...companions.changed.flatMap((form) => changeItems(form).map((item) => ({ ...item, name: `${titleText(form.state)} › ${item.name}` }))),
  ];
}

/** Returns what a form changes of its entry, to be looked at. @param {Pick<Form, "state" | "t" | "wholeData" | "companions">} form @returns {HTMLElement[]} */
export function changesSection(form) {
  const { t } = form;
  return [
    h("h3", t("changes")),
    ...changeItems(form).map(({ name, before, after }) => h("dl", { class: "form-change" },
      h("dt", name),
      before !== "" && h("dd", h("small", t(after === "" ? "taken_out" : "before")), h("del", { dir: "auto" }, before)),
      after !== "" && h("dd", h("small", t(before === "" ? "put_in" : "after")), h("ins", { dir: "auto" }, after)))),
  ];
}
