/**
 * A preview of a proposal: all that is sent, in words, in the order of the fields and below the headings of the pages.
 *
 * @module
 */

/** @import { EntryState } from "./entry-state.js" */
/** @import { Form } from "./form.js" */
/** @import { Entry, FormData, Schema, Value } from "./types.js" */
/** @import { Inline } from "./prose.js" */

import { h } from "../browser/dom.js";
import { fillBlanks } from "../browser/strings.js";
import { groupsOf } from "./answer-groups.js";
import { SHARE_FIELD } from "./answer-shares.js";
import { cleaned, withLists } from "./clean-text.js";
import { completedEntry, signPathOf, sourcesPath } from "./entry-state.js";
import { nameFrom } from "./ids.js";
import { parted } from "./opening.js";
import { blocks } from "./prose.js";
import { linksIn } from "./references.js";
import { textsOf } from "./entry-texts.js";
import { answersOf, kindWithPlural, longTitle, pluralOf, titlesFor } from "./titles.js";
import { filled, isFilled, kindOf, listAt, mapAt, resolved, withValueAt } from "./schema.js";

/** @type {Readonly<Record<string, "strong" | "em" | "u">>} */
const INLINE_TAGS = { strong: "strong", emphasis: "em", link: "u" };

/** @typedef {{root: Schema, data: FormData, kind: string, unset: readonly string[]}} Context     `unset` are fields that say what they start with */

/**
 * Returns all that is sent: the entry of a form, what goes along with it, and the note.
 *
 * @param {Pick<Form, "state" | "companions" | "wholeData" | "note">} form
 */
export function previews({ state, companions, wholeData, note }) {
  const { words } = wholeData;
  const notes = [note.trim(), ...companions.details.map((detail) => `${words.open_detail_label}: ${detail}`)].filter(Boolean);
  return [
    preview(state, wholeData),
    ...companions.added.flatMap((form) => [h("h4", companions.titleOf(form)), preview(form.state, wholeData)]),
    ...(notes.length > 0 ? [h("h4", words.note_label), h("div", { class: "form-preview" }, ...notes.map((text) => h("p", { dir: "auto" }, text)))] : []),
  ];
}

/**
 * Returns an entry in words: its page, and what of it only the debrief uses.
 *
 * @param {EntryState} state
 * @param {FormData} data
 */
export function preview(state, data) {
  const { kind, schema, titleField } = state;
  const written = withCited(/** @type {Entry} */ (filled(completedEntry(state, data)) ?? {}), schema);
  const context = { root: schema, data, kind, unset: Object.keys(written).filter((name) => !isFilled(state.entry, [name])) };
  const fields = fieldsOf(written, schema, context).filter(([name]) => name !== titleField && !(kind === "question" && name === "groups"));
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
  if (name === "answers" && kind === "question") return groupedAnswers(entry, schema, context);
  const value = entry[name];
  if (kindOf(schema) === "day" && context.unset.includes(name)) return [h("p", fillBlanks(data.words.start_day_filled, () => String(value)))];
  if (name === signPathOf(context.root)) return [h("p", { class: "form-help" }, data.words.with_cause), ...valueElements(value, schema, context)];
  const most = data.openings[`${kind}.${name}`] ?? data.openings[name];
  if (most === undefined || typeof value !== "string") return valueElements(value, schema, context);
  const { opening, rest } = parted(withLists(cleaned(value)), most);
  if (rest === "") return valueElements(value, schema, context);
  return [...valueElements(opening, schema, context), h("p", { class: "form-help form-fold" }, data.words.folded_rest), ...valueElements(rest, schema, context)];
}

/**
 * Returns the answers of a question as the debrief shows them: below the labels of their groups, then those that are in none. What
 * else is said of an answer is below its text.
 *
 * @param {Entry} question
 * @param {Schema} schema     of the answers
 * @param {Context} context
 */
function groupedAnswers(question, schema, context) {
  const answers = mapAt(question, ["answers"]);
  const ids = Object.keys(answers);
  const groups = groupsOf(question);
  const rest = ids.filter((id) => !groups.some(([, members]) => members.includes(id)));
  const part = resolved(typeof schema.additionalProperties === "object" ? schema.additionalProperties : {}, context.root);
  const itemOf = (/** @type {string} */ id) => {
    const { text = "…", ...more } = /** @type {Entry} */ (answers[id]);
    return h("li", { dir: "auto" }, h("p", String(text)), ...(Object.keys(more).length > 0 ? valueElements(more, part, context, id) : []));
  };
  return [...groups, ["", rest]].filter(([, members]) => members.length > 0).flatMap(([label, members]) => [
    label !== "" && h("p", h("strong", { dir: "auto" }, label)),
    h("ul", ...[...members].filter((id) => Object.hasOwn(answers, id)).map(itemOf)),
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

/**
 * Returns the fields that are written in a part, with their schemas.
 *
 * @param {Entry} value
 * @param {Schema} schema
 * @param {Context} context
 * @returns {[name: string, schema: Schema][]}
 */
function fieldsOf(value, schema, { root }) {
  return Object.entries(schema.properties ?? {})
    .filter(([name]) => name in value)
    .map(([name, field]) => [name, resolved(field, root)]);
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
  // One of several that can be named may stand alone.
  if (typeof value === "string" && field.items) return valueElements([value], field, context, owner);
  if (typeof value === "string") {
    if (kindOf(field) === "switch") return [h("p", data.words.yes)];
    if (field["x-prose"]) return blocks(withLists(cleaned(value))).map(({ type, inlines }) => blockElement(type, inlines, data));
    return [h("p", { dir: "auto" }, titleOf(value, field, data, owner))];
  }
  if (Array.isArray(value)) {
    return [h("ul", ...value.map((item) => h("li", ...valueElements(item, field.items ?? {}, context, owner))))];
  }
  return [h("dl", ...partsOf(value, field, context, owner).flatMap(([name, label, inner]) => [
    h("dt", { dir: "auto" }, label), h("dd", ...valueElements(value[name], inner, context, name)),
  ]))];
}

/**
 * Returns the parts of a group or of a mapping: what each is under, what it is called, and its schema.
 *
 * @param {Entry} value
 * @param {Schema} field
 * @param {Context} context
 * @param {string} owner
 * @returns {[name: string, label: string, schema: Schema][]}
 */
function partsOf(value, field, context, owner) {
  const { additionalProperties } = field;
  const { data } = context;
  if (kindOf(field) !== "map" || typeof additionalProperties !== "object") {
    return fieldsOf(value, field, context).map(([name, inner]) => [name, name === SHARE_FIELD ? data.words.without_cause : (inner.title ?? name), inner]);
  }
  const to = field["x-keys-ref"] ?? "";
  const titles = to === "answers" ? answersOf(data, owner) : (data.titles[to] ?? {});
  return Object.keys(value).map((name) => [name, titles[name] ?? name, additionalProperties]);
}

/**
 * Returns the title of the entry that a value refers to, with what a source is about, or the value itself.
 *
 * @param {string} value
 * @param {Schema} schema
 * @param {FormData} data
 * @param {string} owner
 */
function titleOf(value, { "x-ref": to = "", enum: choices }, data, owner) {
  const named = /** @type {Record<string, string>} */ (choices && !to ? /** @type {unknown} */ (data.words.choices) : titlesFor(data, to, [owner]));
  const title = named[value];
  if (title !== undefined) return kindWithPlural(data, to) ? longTitle(data, to, value, title) : title;
  return data.openLists.includes(to) ? nameFrom(value) : value;
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
