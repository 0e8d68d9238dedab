/**
 * What the new entries of a proposal and their answers are called when it is handed over. While somebody writes, each keeps the name
 * that its first words gave it; what is handed over is called by its last words, wherever it is named.
 *
 * @module
 */

/** @import { EntryState } from "./entry-state.js" */
/** @import { Entry, FormData, Schema, Value } from "./types.js" */

import { titleText } from "./entry-state.js";
import { idFrom, uniqueId } from "./ids.js";
import { withRenamedLinks } from "./references.js";
import { innerSchema, mapAt, resolved, textAt } from "./schema.js";

/** @typedef {Readonly<Record<string, string>>} Names     the last name by the first */

/**
 * The names that change.
 *
 * @typedef {object} Renaming
 * @property {Readonly<Record<string, Names>>} entries     by kind in the plural
 * @property {Readonly<Record<string, Names>>} answers     by the first name of their question
 */

/**
 * Returns the states of a proposal with the names under which they are handed over.
 *
 * @param {readonly EntryState[]} states
 * @param {FormData} data
 * @returns {EntryState[]}
 */
export function withFinalNames(states, data) {
  const renaming = { entries: entryNames(states, data), answers: answerNames(states) };
  return states.map((state) => {
    const { kind, schema, isNew } = state;
    const names = renaming.entries[data.kinds[kind].plural] ?? {};
    const own = isNew && kind === "question" ? withOwnAnswers(state.entry, renaming.answers[state.id] ?? {}) : state.entry;
    const entry = /** @type {Entry} */ (renamed(own, schema, { root: schema, data, ...renaming }));
    return { ...state, id: isNew ? (names[state.id] ?? state.id) : state.id, entry };
  });
}

/**
 * Returns the last names of new entries by their first, by kind in the plural. A name that somebody typed stays.
 *
 * @param {readonly EntryState[]} states
 * @param {FormData} data
 */
function entryNames(states, { kinds, titles }) {
  /** @type {Record<string, Record<string, string>>} */
  const names = {};
  const added = states.filter(({ isNew, isNamedByFirstWords }) => isNew && isNamedByFirstWords);
  for (const state of added) {
    const { kind, id } = state;
    const { plural } = kinds[kind];
    const taken = states.filter((other) => other.kind === kind && other !== state).map((other) => names[plural]?.[other.id] ?? other.id);
    const name = idFrom(titleText(state), kind);
    (names[plural] ??= {})[id] = name === "" ? id : uniqueId(name, [...Object.keys(titles[plural] ?? {}), ...taken]);
  }
  return names;
}

/** Returns the last names of the answers of new questions by their first, by question. @param {readonly EntryState[]} states @returns {Record<string, Names>} */
function answerNames(states) {
  const questions = states.filter(({ isNew, kind }) => isNew && kind === "question");
  return Object.fromEntries(questions.map(({ id: question, entry }) => {
    /** @type {Record<string, string>} */
    const names = {};
    const ids = Object.keys(mapAt(entry, ["answers"]));
    for (const id of ids) {
      const taken = ids.filter((other) => other !== id).map((other) => names[other] ?? other);
      const name = idFrom(textAt(entry, ["answers", id, "text"]), "answer");
      names[id] = name === "" ? id : uniqueId(name, taken);
    }
    return [question, names];
  }));
}

/** Returns a new question with its answers under other names. @param {Entry} question @param {Names} names @returns {Entry} */
function withOwnAnswers(question, names) {
  const nameOf = (/** @type {Value} */ id) => names[String(id)] ?? String(id);
  const answers = Object.entries(mapAt(question, ["answers"])).map(([id, answer]) => [nameOf(id), answer]);
  const groups = Object.entries(mapAt(question, ["groups"])).map(([label, ids]) => [label, Array.isArray(ids) ? ids.map(nameOf) : ids]);
  return {
    ...question,
    ...(answers.length > 0 ? { answers: Object.fromEntries(answers) } : {}),
    ...(groups.length > 0 ? { groups: Object.fromEntries(groups) } : {}),
  };
}

/**
 * Returns a value that names entries and answers by their last names.
 *
 * @param {Value} value
 * @param {Schema} schema
 * @param {Renaming & {root: Schema, data: FormData}} context
 * @param {string} [question]     whose answers are named
 * @returns {Value}
 */
function renamed(value, schema, context, question = "") {
  const { root, data, entries, answers } = context;
  const own = resolved(schema, root);
  const nameOf = (/** @type {string | undefined} */ to, /** @type {string} */ id) =>
    (to === "answers" ? answers[question] : entries[to ?? ""])?.[id] ?? id;
  if (typeof value === "string") {
    return own["x-prose"] ? withRenamedLinks(value, (kind, id) => nameOf(data.kinds[kind]?.plural, id)) : nameOf(own["x-ref"], value);
  }
  if (Array.isArray(value)) return value.map((item, at) => renamed(item, innerSchema(own, at), context, question));
  const to = own["x-keys-ref"];
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [
    nameOf(to, name), renamed(part, innerSchema(own, name), context, to === "questions" ? name : question),
  ]));
}
