/**
 * A preview of an entry: its texts in the order of its fields, below the headings of the pages.
 *
 * @module
 */

/** @import { EntryState } from "./entry-state.js" */
/** @import { Form } from "./form.js" */
/** @import { Entry, FormData, Path, Schema, Value } from "./types.js" */
/** @import { Inline } from "./prose.js" */

import { h } from "../browser/dom.js";
import { groupsOf } from "./answer-groups.js";
import { cleaned, withLists } from "./clean-text.js";
import { completedEntry } from "./entry-state.js";
import { nameFrom } from "./ids.js";
import { parted } from "./opening.js";
import { blocks } from "./prose.js";
import { linksIn } from "./references.js";
import { textsOf } from "./entry-texts.js";
import { pluralOf } from "./titles.js";
import { filled, kindOf, listAt, mapAt, resolved, schemaAt, textAt, withValueAt } from "./schema.js";

/** @type {Readonly<Record<string, "strong" | "em" | "u">>} */
const INLINE_TAGS = { strong: "strong", emphasis: "em", link: "u" };

/** @typedef {{root: Schema, data: FormData, kind: string, isCase: boolean}} Context */

/**
 * Returns what readers would see of the entry of a form and of what is sent along with it.
 *
 * @param {Pick<Form, "state" | "companions" | "wholeData">} form
 */
export function previews({ state, companions, wholeData }) {
  return [preview(state, wholeData), ...companions.added.flatMap((form) => [
    h("h4", companions.titleOf(form)), preview(form.state, wholeData),
  ])];
}

/**
 * Returns what a reader would see of an entry.
 *
 * @param {EntryState} state
 * @param {FormData} data
 */
function preview(state, data) {
  const { kind, schema, titleField } = state;
  const written = withCited(/** @type {Entry} */ (filled(completedEntry(state, data)) ?? {}), schema);
  const context = { root: schema, data, kind, isCase: kind === "case" };
  const fields = visibleFields(written, schema, context).filter(([name]) => name !== titleField && !(kind === "question" && name === "groups"));
  return h("div", { class: "form-preview md-typeset" },
    h("p", { class: "form-preview-title", dir: "auto" }, String(written[titleField] ?? "…")),
    ...fields.flatMap(([name, field]) => [
      h("p", { class: "form-preview-heading" }, data.headings[`${kind}.${name}`] ?? data.headings[name] ?? field.title ?? name),
      ...fieldElements(name, written, field, context),
    ]));
}

/**
 * Returns a field of an entry as its page shows it.
 *
 * @param {string} name
 * @param {Entry} entry
 * @param {Schema} schema
 * @param {Context} context
 */
function fieldElements(name, entry, schema, context) {
  const { kind, data } = context;
  if (name === "answers" && kind === "question") return groupedAnswers(entry);
  const value = entry[name];
  const most = data.openings[`${kind}.${name}`] ?? data.openings[name];
  if (most === undefined || typeof value !== "string") return valueElements(value, schema, context);
  const { opening, rest } = parted(withLists(cleaned(value)), most);
  if (rest === "") return valueElements(value, schema, context);
  return [...valueElements(opening, schema, context), h("p", { class: "form-help form-fold" }, data.words.folded_rest), ...valueElements(rest, schema, context)];
}

/** Returns the answers of a question as the debrief shows them: below the labels of their groups, then those that are in none. @param {Entry} question */
function groupedAnswers(question) {
  const ids = Object.keys(mapAt(question, ["answers"]));
  const groups = groupsOf(question);
  const rest = ids.filter((id) => !groups.some(([, members]) => members.includes(id)));
  return [...groups, ["", rest]].filter(([, members]) => members.length > 0).flatMap(([label, members]) => [
    label !== "" && h("p", h("strong", { dir: "auto" }, label)),
    h("ul", ...[...members].map((id) => h("li", { dir: "auto" }, textAt(question, ["answers", id, "text"])))),
  ]);
}

/**
 * Returns an entry that names all sources to which its texts link, as its page does.
 *
 * @param {Entry} entry
 * @param {Schema} schema
 * @returns {Entry}
 */
export function withCited(entry, schema) {
  const path = sourcesPath(schema);
  if (!path) return entry;
  const cited = textsOf(entry, schema, schema, []).flatMap(({ text }) => linksIn(text)).filter(({ kind }) => kind === "source").map(({ id }) => id);
  const all = new Set([...listAt(entry, path), ...cited]);
  return all.size > 0 ? withValueAt(entry, path, [...all]) : entry;
}

/** Returns where an entry lists its sources, itself or in a part; null for nowhere. @param {Schema} root @returns {Path | null} */
function sourcesPath(root) {
  const listIn = (/** @type {Schema} */ { properties = {} }) => Object.keys(properties).find((name) => properties[name].items?.["x-ref"] === "sources");
  const own = listIn(root);
  if (own) return [own];
  const parts = Object.keys(root.properties ?? {}).map((name) => [name, listIn(schemaAt(root, [name])) ?? ""]);
  return parts.find(([, list]) => list !== "") ?? null;
}

/**
 * Returns the fields of a part that readers can see, with their schemas: not the answers that decide who sees the part,
 * but those of a case.
 *
 * @param {Entry} value
 * @param {Schema} schema
 * @param {Context} context
 * @returns {[name: string, schema: Schema][]}
 */
function visibleFields(value, schema, { root, isCase }) {
  return Object.entries(schema.properties ?? {})
    .filter(([name]) => name in value)
    .map(([name, field]) => /** @type {[string, Schema]} */ ([name, resolved(field, root)]))
    .filter(([, field]) => isCase || field["x-keys-ref"] !== "questions");
}

/**
 * @param {Value} value
 * @param {Schema} schema
 * @param {Context} context
 * @param {string} [owner]     the name that the value is under, such as a question
 * @returns {Node[]}
 */
function valueElements(value, schema, context, owner = "") {
  const { root, data } = context;
  const field = resolved(schema, root);
  if (typeof value === "string") {
    if (kindOf(field) === "switch") return [h("p", data.words.yes)];
    if (field["x-prose"]) return blocks(withLists(cleaned(value))).map(({ type, inlines }) => blockElement(type, inlines, data));
    return [h("p", { dir: "auto" }, titleOf(value, field, data, owner))];
  }
  if (Array.isArray(value)) {
    return [h("ul", ...value.map((item) => h("li", ...valueElements(item, field.items ?? {}, context, owner))))];
  }
  const texts = Object.values(value).map((part) => textOfPart(part));
  // Of answers readers see the text alone.
  if (kindOf(field) === "map" && texts.every((text) => text !== "")) return [h("ul", ...texts.map((text) => h("li", { dir: "auto" }, text)))];
  return [h("dl", ...partsOf(value, field, context).flatMap(([name, label, inner]) => [
    h("dt", label), h("dd", ...valueElements(value[name], inner, context, name)),
  ]))];
}

/** Returns the text of a part that has one of its own, or an empty one. @param {Value} part */
function textOfPart(part) {
  return typeof part === "object" && !Array.isArray(part) && typeof part.text === "string" ? part.text : "";
}

/**
 * Returns the parts of a group or of a mapping: what each is under, what it is called, and its schema.
 *
 * @param {Entry} value
 * @param {Schema} field
 * @param {Context} context
 * @returns {[name: string, label: string, schema: Schema][]}
 */
function partsOf(value, field, context) {
  const { additionalProperties } = field;
  if (kindOf(field) !== "map" || typeof additionalProperties !== "object") {
    return visibleFields(value, field, context).map(([name, inner]) => [name, inner.title ?? name, inner]);
  }
  const titles = context.data.titles[field["x-keys-ref"] ?? ""] ?? {};
  return Object.keys(value).map((name) => [name, titles[name] ?? name, additionalProperties]);
}

/**
 * Returns the title of the entry that a value refers to, or the value itself.
 *
 * @param {string} value
 * @param {Schema} schema
 * @param {FormData} data
 * @param {string} owner
 */
function titleOf(value, { "x-ref": to = "", enum: choices }, { titles, answers, words, openLists }, owner) {
  const named = /** @type {Record<string, string>} */ (choices && !to ? /** @type {unknown} */ (words.choices) : titles[to]);
  const title = (to === "answers" ? answers[owner] : named)?.[value];
  return title ?? (openLists.includes(to) ? nameFrom(value) : value);
}

/**
 * @param {"paragraph" | "item" | "quote"} type
 * @param {readonly Inline[]} inlines
 * @param {FormData} data
 */
function blockElement(type, inlines, data) {
  const parts = inlines.map((inline) => (inline.type === "text" ? inline.text : h(INLINE_TAGS[inline.type], wordsOf(inline, data))));
  if (type === "paragraph") return h("p", { dir: "auto" }, ...parts);
  return type === "quote" ? h("blockquote", h("p", ...parts)) : h("ul", h("li", { dir: "auto" }, ...parts));
}

/** Returns the words of a part; those of a link without words are the title of the entry. @param {Inline} inline @param {FormData} data */
function wordsOf({ text, target }, data) {
  const [, kind = "", id = ""] = /^(\w+):(.+)$/.exec(text === target ? text : "") ?? [];
  return data.titles[pluralOf(data, kind)]?.[id] ?? text;
}
