/**
 * An entry while somebody writes it: a plain state that never changes, and pure functions that read it or return the next.
 *
 * @module
 */

/** @import { Draft } from "./drafts.js" */
/** @import { Entry, FormData, Path, Schema, Value } from "./types.js" */

import { withAnswersInGroups } from "./answer-groups.js";
import { idFrom } from "./ids.js";
import { DETAIL_PATH } from "./labels.js";
import { linksIn, referencesIn, withoutReferences } from "./references.js";
import { emptyValue, filled, kindOf, listAt, mapAt, schemaAt, textAt, withValueAt } from "./schema.js";
import { completed, hasStart } from "./starts.js";

/**
 * What the form begins with. An entry with an id is one of the guide, which is to be changed.
 *
 * @typedef {object} StartingPoint
 * @property {string} kind
 * @property {string} [id]
 * @property {Entry} [entry]       the entry as the guide has it, or what a new one begins with
 * @property {string} [notice]     a text to show above the form
 * @property {boolean} [isForAnswer]     whether it is to be given a further answer
 * @property {string} [stamp]      of the draft to continue
 * @property {Draft} [draft]       which keeps what the guide has changed since it began
 */

/**
 * @typedef {object} EntryState
 * @property {string} kind
 * @property {Schema} schema
 * @property {string} titleField
 * @property {boolean} isNew
 * @property {Entry} before      the entry as the guide has it, or what a new one begins with
 * @property {Entry} entry
 * @property {string} id
 * @property {boolean} hasOwnId  whether the id was typed rather than derived from the title
 * @property {boolean} isNamedByFirstWords     whether others name it by an id that its first title gave it
 * @property {string} detail     which detail of a new source is open: it goes along with the entry and not into it
 */

/**
 * Returns the state that a form begins with.
 *
 * @param {StartingPoint} start
 * @param {FormData} data
 * @param {boolean} isCompanion     whether its id is fixed, since another entry names it
 * @returns {EntryState}
 */
export function initialState({ kind, id, entry, draft }, data, isCompanion) {
  const { schema, titleField } = data.kinds[kind];
  const isNew = id === undefined;
  const before = { ...emptyEntry(schema, isNew), ...entry };
  const state = { kind, schema, titleField, isNew, before, entry: draft?.entry ?? before, id: draft?.id ?? id ?? "", hasOwnId: false, detail: draft?.detail ?? "" };
  return { ...state, isNamedByFirstWords: isCompanion && draft !== undefined && !draft.hasOwnId, hasOwnId: isCompanion || (state.id !== "" && state.id !== idFrom(titleText(state), kind)) };
}

/**
 * Returns a new entry with nothing in it; not even its fields for an entry that is to be changed.
 *
 * @param {Schema} schema
 * @param {boolean} isNew
 * @returns {Entry}
 */
export function emptyEntry(schema, isNew) {
  if (!isNew) return {};
  // Nothing is chosen beforehand: that is up to the author.
  return /** @type {Entry} */ (emptyValue(schema, schema));
}

/** Returns the state before anything was written. @param {EntryState} state @returns {EntryState} */
export function resetState(state) {
  return { ...state, entry: state.before, id: originOf(state) ?? "", hasOwnId: false, detail: "" };
}

/**
 * Returns the state with another value of a field; undefined removes the field. A new entry's id follows its title unless
 * somebody typed an id.
 *
 * @param {EntryState} state
 * @param {Path} path
 * @param {Value | undefined} value
 * @returns {EntryState}
 */
export function withField(state, path, value) {
  if (path === DETAIL_PATH) return { ...state, detail: String(value) };
  const entry = withListedSources(withValueAt(state.entry, path, value), state, path);
  const next = { ...state, entry: path[0] === "answers" && state.kind === "question" ? withAnswersInGroups(entry, state.entry) : entry };
  return next.isNew && !next.hasOwnId ? { ...next, id: idFrom(titleText(next), next.kind) } : next;
}

/**
 * Returns an entry in which the sources that were linked in a text stand among its own, as its page shows them.
 *
 * @param {Entry} entry
 * @param {EntryState} state     before the text was changed
 * @param {Path} path     of the text
 * @returns {Entry}
 */
function withListedSources(entry, { schema, entry: before }, path) {
  const list = schemaAt(schema, path)["x-prose"] ? sourcesPath(schema) : null;
  if (list === null) return entry;
  const [old, cited] = [before, entry].map((state) => citedSources(textAt(state, path)));
  const listed = listAt(entry, list);
  const added = cited.filter((id) => !old.includes(id) && !listed.includes(id));
  return added.length > 0 ? withValueAt(entry, list, [...listed.filter((id) => id !== ""), ...added]) : entry;
}

/** Returns the ids of the sources to which a text links, each once. @param {string} text */
function citedSources(text) {
  return [...new Set(linksIn(text).filter(({ kind }) => kind === "source").map(({ id }) => id))];
}

/** Returns where an entry lists its sources, itself or in a part; null for nowhere. @param {Schema} root @returns {Path | null} */
export function sourcesPath(root) {
  const listIn = (/** @type {Schema} */ { properties = {} }) => Object.keys(properties).find((name) => properties[name].items?.["x-ref"] === "sources");
  const own = listIn(root);
  if (own) return [own];
  const parts = Object.keys(root.properties ?? {}).map((name) => [name, listIn(schemaAt(root, [name])) ?? ""]);
  return parts.find(([, list]) => list !== "") ?? null;
}

/** Returns the state with an id as it was typed; an empty one leaves the id to the title. @param {EntryState} state @param {string} text @returns {EntryState} */
export function withId(state, text) {
  return { ...state, id: text.trim(), hasOwnId: text !== "" };
}

/**
 * Returns the state without what it says of answers that no longer exist.
 *
 * @param {EntryState} state
 * @param {FormData["answers"]} answers     of the questions that may have lost some
 * @returns {EntryState}
 */
export function withoutLostAnswers(state, answers) {
  const { entry, schema } = state;
  const lost = referencesIn(entry, schema, schema).filter(({ to, id, question }) =>
    to === "answers" && Object.hasOwn(answers, question) && !(id in answers[question]));
  return lost.length > 0 ? { ...state, entry: withoutReferences(entry, lost) } : state;
}

/**
 * Returns the state without naming an entry.
 *
 * @param {EntryState} state
 * @param {string} plural     of the kind of that entry
 * @param {string} id
 * @returns {EntryState}
 */
export function withoutEntry(state, plural, id) {
  const { entry, schema } = state;
  const names = referencesIn(entry, schema, schema).filter((reference) => reference.to === plural && reference.id === id);
  return { ...state, entry: withoutReferences(entry, names) };
}

/** Returns the id of the entry that is to be changed; null for a new one. @param {EntryState} state */
export function originOf({ isNew, id }) {
  return isNew ? null : id;
}

/** Returns what the entry is called so far. @param {Pick<EntryState, "entry" | "titleField">} state */
export function titleText({ entry, titleField }) {
  return textAt(entry, [titleField]);
}

/**
 * Whether a field belongs to something new: to a new entry, or to a part that was added to an entry of the guide, such as an
 * answer.
 *
 * @param {Pick<EntryState, "isNew" | "schema" | "before">} state
 * @param {Path} path
 */
export function isAdded({ isNew, schema, before }, [name, part]) {
  return isNew || (part !== undefined && hasNamedParts(schema, name) && !Object.hasOwn(mapAt(before, [name]), part));
}

/** Whether a field is a mapping whose names are the author's own. @param {Schema} root @param {string | number} name */
function hasNamedParts(root, name) {
  const schema = schemaAt(root, [name]);
  return kindOf(schema) === "map" && !schema["x-keys-ref"];
}

/** Returns the entry with what its empty fields start with; of one of the guide, those of added parts alone. @param {EntryState} state @param {FormData} data */
export function completedEntry(state, data) {
  const { isNew, entry, kind } = state;
  const whole = completed(entry, kind, data);
  if (isNew) return whole;
  return Object.fromEntries(Object.entries(entry).map(([name, value]) => {
    const parts = hasNamedParts(state.schema, name) ? Object.entries(mapAt(entry, [name])) : [];
    const added = parts.filter(([part]) => isAdded(state, [name, part])).map(([part]) => [part, mapAt(whole, [name])[part]]);
    return [name, added.length > 0 ? { ...mapAt(entry, [name]), ...Object.fromEntries(added) } : value];
  }));
}

/** Whether nothing was written yet: the entry is empty, or as the guide has it. @param {EntryState} state @param {FormData} data */
export function isUnchanged(state, data) {
  const entry = state.isNew ? emptyEntry(state.schema, true) : state.before;
  const [now, initial] = [state, { ...state, entry }].map((other) => JSON.stringify(filled(completedEntry(other, data))));
  return now === initial;
}

/** Returns which detail of a new source is open; an empty text where none is. @param {Pick<EntryState, "kind" | "isNew" | "entry" | "detail">} state */
export function openDetailOf(state) {
  return hasOpenDetail(state) ? state.detail.trim() : "";
}

/** Whether a new entry leaves the day empty on which somebody checked it. @param {EntryState} state */
export function isUnchecked({ schema, isNew, entry }) {
  const { required = [] } = schema;
  return isNew && required.some((name) => kindOf(schemaAt(schema, [name])) === "day" && textAt(entry, [name]) === "");
}

/** Whether a new source has an open detail. @param {Pick<EntryState, "kind" | "isNew" | "entry">} state */
export function hasOpenDetail({ kind, isNew, entry }) {
  return kind === "source" && isNew && entry.confidence === "medium";
}

/** Returns the names of the fields that the author has to fill in. @param {EntryState} state */
export function neededNames({ schema, isNew }) {
  const { required = [], properties = {} } = schema;
  return required.filter((name) => !(isNew && hasStart(properties[name], schema)));
}

/** Returns where an entry holds its signs, or null for one that has none. @param {Schema} schema */
export function signPathOf(schema) {
  const { properties = {} } = schema;
  const isSigns = (/** @type {string} */ name) => properties[name]["x-keys-ref"] === "questions" && kindOf(schemaAt(schema, [name, ""])) === "map";
  return Object.keys(properties).find(isSigns) ?? null;
}
