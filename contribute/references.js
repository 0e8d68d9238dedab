/**
 * What an entry names: entries of the guide, answers of questions, and the targets of links in its texts.
 *
 * @module
 */

/** @import { Diagnostic, Entry, FormData, Path, Schema, Value } from "./types.js" */

import { innerSchema, resolved, withValueAt } from "./schema.js";

/**
 * Something that an entry names in a field: an entry by its kind in the plural, or an answer, with its question.
 *
 * @typedef {{path: Path, to: string, id: string, question: string}} Reference
 */

/** @typedef {{target: string, kind: string, id: string}} Link */

// A link to an entry of the guide, in a text.
const LINK = /\]\((([a-z]+):([a-z0-9-]+))\)/g;

/**
 * Returns what a value names, outermost first.
 *
 * @param {Value} value
 * @param {Schema} schema
 * @param {Schema} root
 * @param {Path} [path]
 * @param {string} [question]     whose answers are named
 * @returns {Reference[]}
 */
export function referencesIn(value, schema, root, path = [], question = "") {
  const own = resolved(schema, root);
  if (typeof value === "string") {
    const to = own["x-ref"];
    return to && value !== "" ? [{ path, to, id: value, question }] : [];
  }
  if (Array.isArray(value)) return value.flatMap((item, at) => referencesIn(item, innerSchema(own, at), root, [...path, at], question));
  const to = own["x-keys-ref"];
  return Object.entries(value).flatMap(([name, part]) => [
    ...(to ? [{ path: [...path, name], to, id: name, question }] : []),
    ...referencesIn(part, innerSchema(own, name), root, [...path, name], to === "questions" ? name : question),
  ]);
}

/**
 * Returns a value without some of what it names.
 *
 * @param {Entry} entry
 * @param {readonly Reference[]} references     in the order in which they stand
 * @returns {Entry}
 */
export function withoutReferences(entry, references) {
  // From the last on, since what follows in a list moves up.
  return references.reduceRight((rest, { path }) => withValueAt(rest, path, undefined), entry);
}

/** Returns the links to entries of the guide that a text holds. @param {string} text @returns {Link[]} */
export function linksIn(text) {
  return Array.from(text.matchAll(LINK), ([, target, kind, id]) => ({ target, kind, id }));
}

/**
 * Returns a text whose links lead to other names.
 *
 * @param {string} text
 * @param {(kind: string, id: string) => string} nameOf
 */
export function withRenamedLinks(text, nameOf) {
  return text.replace(LINK, (_, _target, kind, id) => `](${kind}:${nameOf(kind, id)})`);
}

/**
 * Returns what an entry names that isn't there.
 *
 * @param {Entry} entry
 * @param {Schema} schema
 * @param {FormData} data
 * @returns {Diagnostic[]}
 */
export function unknownReferences(entry, schema, data) {
  return referencesIn(entry, schema, schema).flatMap(({ path, to, id, question }) => {
    if (to === "answers") return id in (data.answers[question] ?? { [id]: "" }) ? [] : [{ path, code: "unknown-answer" }];
    const isEntry = Object.values(data.kinds).some(({ plural }) => plural === to);
    return isEntry && !(id in (data.titles[to] ?? {})) ? [{ path, code: "unknown-entry", blanks: { id } }] : [];
  });
}

/**
 * Returns the links of texts that lead nowhere.
 *
 * @param {readonly {path: Path, text: string, isProse: boolean}[]} texts
 * @param {FormData} data
 * @returns {Diagnostic[]}
 */
export function unknownLinks(texts, { kinds, titles, linkTargets }) {
  return texts.filter(({ isProse }) => isProse).flatMap(({ path, text }) =>
    linksIn(text)
      .filter(({ kind, id }) => {
        const known = kind in kinds ? Object.keys(titles[kinds[kind].plural] ?? {}) : linkTargets[kind];
        return known && !known.includes(id);
      })
      .map(({ target }) => ({ path, code: "unknown-link", blanks: { target } })));
}
