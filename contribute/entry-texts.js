/**
 * The texts of an entry, with their words and sentences.
 *
 * @module
 */

/** @import { Entry, FormData, Path, Schema, Scope, Value } from "./types.js" */

import { cleaned, withLists } from "./clean-text.js";
import { kindOf, resolved } from "./schema.js";

/** @typedef {{path: Path, text: string, isProse: boolean, genre: string}} Text */

const LETTER = /\p{L}/u;
const WORD = /\p{L}+(?:['’-]\p{L}+)*/gu;
const SENTENCE_END = /[.?!:]["”)*]*\s+|\n\s*(?:\n|- )/;

/**
 * Returns how many words the texts of an entry have together that are read as sentences.
 *
 * @param {Entry} entry
 * @param {string} kind
 * @param {FormData} data
 */
export function lengthOf(entry, kind, data) {
  return sumOfLengths(lengthsOf(entry, kind, data).values());
}

/**
 * Returns how many words an entry has that are read as sentences, by the field that they stand in.
 *
 * @param {Entry} entry
 * @param {string} kind
 * @param {FormData} data
 * @returns {Map<string, number>}
 */
export function lengthsOf(entry, kind, data) {
  const { schema } = data.kinds[kind];
  const lengths = new Map();
  for (const { path: [name], text } of passagesOf(textsOf(entry, schema, schema, []), kind, data)) {
    lengths.set(name, (lengths.get(name) ?? 0) + wordsOf(text).length);
  }
  return lengths;
}

/** @param {Iterable<number>} lengths */
function sumOfLengths(lengths) {
  return [...lengths].reduce((sum, length) => sum + length, 0);
}

/**
 * @param {readonly Text[]} texts
 * @param {string} kind
 * @param {FormData} data
 */
export function passagesOf(texts, kind, { rules, kinds }) {
  return texts
    .filter(({ text, genre }) => text.includes(" ") && isInScope(rules.read, genre, kind, kinds))
    .map((text) => ({ ...text, text: withoutTargets(text.text) }));
}

/** @param {readonly Text[]} passages */
export function countOf(passages) {
  return passages.reduce((sum, { text }) => sum + wordsOf(text).length, 0);
}

/**
 * Returns the texts of a value that authors write freely; what they choose and ids are none.
 *
 * @param {Value} value
 * @param {Schema} schema
 * @param {Schema} root
 * @param {Path} path
 * @returns {Text[]}
 */
export function textsOf(value, schema, root, path) {
  const own = resolved(schema, root);
  const fieldKind = kindOf(own);
  if (typeof value === "string") {
    const isText = fieldKind === "line" || fieldKind === "text";
    const isProse = own["x-prose"] === true;
    const text = isProse ? withLists(cleaned(value)) : cleaned(value);
    return isText && value !== "" ? [{ path, text, isProse, genre: genreOf(own) }] : [];
  }
  if (Array.isArray(value)) return value.flatMap((item, at) => textsOf(item, own.items ?? {}, root, [...path, at]));
  const inner = typeof own.additionalProperties === "object" ? own.additionalProperties : {};
  return Object.entries(value).flatMap(([name, field]) =>
    textsOf(field, own.properties?.[name] ?? inner, root, [...path, name]),
  );
}

/** Returns what the texts of a field are. @param {Schema} schema     with its reference followed */
export function genreOf(schema) {
  return schema["x-genre"] ?? "wording";
}

/**
 * Whether a rule of some scope looks at texts of a genre in entries of a kind.
 *
 * @param {Scope} scope
 * @param {string} genre
 * @param {string} kind
 * @param {FormData["kinds"]} dataByKind
 */
export function isInScope({ genres, voices, kinds }, genre, kind, dataByKind) {
  const { voice } = dataByKind[kind];
  return (genres?.includes(genre) ?? true) && (voices?.includes(voice) ?? true) && (kinds?.includes(kind) ?? true);
}

/** @param {string} text */
function withoutTargets(text) {
  return text.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");
}

/**
 * Returns the words of a text in small letters, without the marks between them.
 *
 * @param {string} text
 */
export function plainWords(text) {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** @param {string} text */
export function wordsOf(text) {
  return text.match(WORD) ?? [];
}

/** @param {string} text */
export function sentencesOf(text) {
  return text.split(SENTENCE_END).filter((sentence) => LETTER.test(sentence));
}
