/**
 * The sentences of an entry, for those who came to change one of them: where they stand, and how to find them.
 *
 * @module
 */

/** @import { Entry, Path, Schema } from "./types.js" */

import { unwrapped, withLists } from "./clean-text.js";
import { textsOf } from "./entry-texts.js";
import { filled, kindOf, resolved, valueAt } from "./schema.js";

// A sentence or a line, each with its marks at the end. Written without a look behind, which browsers of 2022 can't read.
const SENTENCE = /[^\n]+?(?:[.?!:]["”)*]*(?=\s)|(?=\n)|$)/g;
// A line that may have more characters holds a sentence; a shorter one is a name or an address.
const LONGEST_NAME = 120;

/** @typedef {{text: string, path: Path}} Sentence */

/** Whether a field holds sentences. @param {Schema} schema     with its reference followed */
export function isSentenceField(schema) {
  const kind = kindOf(schema);
  return kind === "text" || (kind === "line" && (schema.maxLength ?? 0) > LONGEST_NAME);
}

/**
 * Returns the paths of the texts that an entry has, apart from those in lists and mappings.
 *
 * @param {Entry} entry
 * @param {Schema} root
 * @param {Schema} [schema]     of what is at the path
 * @param {Path} [path]
 * @returns {Path[]}
 */
export function sentencePaths(entry, root, schema = root, path = []) {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const at = [...path, name];
    const own = resolved(field, root);
    if (filled(valueAt(entry, at) ?? "") === undefined) return [];
    if (kindOf(own) === "group") return sentencePaths(entry, root, own, at);
    return isSentenceField(own) ? [at] : [];
  });
}

/**
 * Returns the paths of the lists and mappings of an entry that hold texts, with how many parts each has.
 *
 * @param {Entry} entry
 * @param {Schema} root
 * @returns {{path: Path, count: number}[]}
 */
export function partPaths(entry, root) {
  return Object.entries(root.properties ?? {}).flatMap(([name, field]) => {
    const own = resolved(field, root);
    const value = filled(entry[name] ?? "");
    const isList = kindOf(own) === "list" || kindOf(own) === "map";
    if (!isList || typeof value !== "object" || !hasSentences(own, root)) return [];
    return [{ path: [name], count: Object.keys(value).length }];
  });
}

/** @param {Schema} schema @param {Schema} root @returns {boolean} */
function hasSentences(schema, root) {
  const own = resolved(schema, root);
  const inner = own.items ?? (typeof own.additionalProperties === "object" ? own.additionalProperties : null);
  if (inner) return hasSentences(inner, root);
  return own.properties ? Object.values(own.properties).some((field) => hasSentences(field, root)) : isSentenceField(own);
}

/**
 * Returns every sentence of an entry with the path of its field.
 *
 * @param {Entry} entry
 * @param {Schema} schema
 * @returns {Sentence[]}
 */
export function sentencesOf(entry, schema) {
  return textsOf(/** @type {Entry} */ (filled(entry) ?? {}), schema, schema, []).flatMap(({ path }) => {
    return sentencesIn(String(valueAt(entry, path))).map((text) => ({ text, path }));
  });
}

/** Returns the sentences and lines of a text. @param {string} text */
export function sentencesIn(text) {
  const parts = (unwrapped(withLists(text)).match(SENTENCE) ?? []).map((part) => part.trim());
  return parts.filter((part) => /\p{L}/u.test(part));
}
