/**
 * Writing an entry as YAML that people like to read, and that says the same to every reader of YAML.
 *
 * @module
 */

/** @import { Entry, Schema, Value } from "./types.js" */

import { ID, filled, kindOf, resolved } from "./schema.js";
import { cleaned } from "./text.js";

const WIDTH = 118;
// What may stand between brackets as it is.
const WORD = /^[\p{L}\d][\p{L}\d '’-]*$/u;
const PLAIN = /^[\p{L}(][^\n]*$/u;
// What a reader of YAML takes for something other than text, or for a sign of its own.
const SPECIAL = /: |:$| #|^(?:true|false|yes|no|on|off|null|y|n|\.nan|\.inf)$/iu;

/**
 * Returns the text of a file that holds one entry.
 *
 * @param {Entry} entry
 * @param {Schema} schema
 * @param {string} kind
 */
export function fileText(entry, schema, kind) {
  return `# yaml-language-server: $schema=../.schema/${kind}.json\n${entryText(entry, schema)}`;
}

/**
 * Returns an entry's fields in the order of its schema; what the schema doesn't know follows them.
 *
 * @param {Entry} entry
 * @param {Schema} schema
 */
export function entryText(entry, schema) {
  return `${lines(filled(entry) ?? {}, schema, schema).join("\n")}\n`;
}

/**
 * Returns an entry as a part of a file that holds many, below its id.
 *
 * @param {string} id
 * @param {Entry} entry
 * @param {Schema} schema
 */
export function listedText(id, entry, schema) {
  return [`${scalar(id)}:`, ...lines(filled(entry) ?? {}, schema, schema).map((line) => (line ? `  ${line}` : ""))]
    .join("\n")
    .concat("\n");
}

/**
 * @param {Value} value
 * @param {Schema} schema
 * @param {Schema} root
 * @returns {string[]}
 */
function lines(value, schema, root) {
  const own = resolved(schema, root);
  if (Array.isArray(value)) {
    return value.flatMap((item) => {
      const [first, ...rest] = lines(item, own.items ?? {}, root);
      return [`- ${first}`, ...rest.map((line) => (line ? `  ${line}` : ""))];
    });
  }
  if (typeof value === "string") return textLines(cleaned(value), own);
  return inOrder(Object.keys(value), Object.keys(own.properties ?? {})).flatMap((name) => {
    const field = own.properties?.[name] ?? (typeof own.additionalProperties === "object" ? own.additionalProperties : {});
    const short = inline(value[name]);
    if (short !== null && short.length + name.length <= WIDTH) return [`${scalar(name)}: ${short}`];
    const [first, ...rest] = lines(value[name], field, root);
    if (typeof value[name] === "object") return [`${scalar(name)}:`, ...[first, ...rest].map((line) => (line ? `  ${line}` : ""))];
    return [`${scalar(name)}: ${first}`, ...rest.map((line) => (line ? `  ${line}` : ""))];
  });
}

/**
 * Returns a list or mapping of plain words as one line in brackets, or null for anything else.
 *
 * @param {Value} value
 * @returns {string | null}
 */
function inline(value) {
  const word = (/** @type {Value} */ each) => (typeof each === "string" && WORD.test(each) && isPlain(each) ? each : null);
  if (typeof value === "string") return null;
  if (Array.isArray(value)) {
    const words = value.map(word);
    return words.includes(null) ? null : `[${words.join(", ")}]`;
  }
  const parts = Object.entries(value).map(([name, each]) => [name, word(each) ?? (Array.isArray(each) ? inline(each) : null)]);
  const isWords = parts.every(([name, each]) => each !== null && ID.test(String(name)) && isPlain(String(name)));
  return isWords ? `{${parts.map(([name, each]) => `${name}: ${each}`).join(", ")}}` : null;
}

/**
 * @param {readonly string[]} names
 * @param {readonly string[]} known
 */
function inOrder(names, known) {
  const place = (/** @type {string} */ name) => (known.includes(name) ? known.indexOf(name) : known.length);
  return [...names].sort((one, other) => place(one) - place(other));
}

/**
 * Returns a text as one line, or as a block below `|`: its first line stands behind the name, the others below it.
 *
 * @param {string} text
 * @param {Schema} schema
 */
function textLines(text, schema) {
  const kind = kindOf(schema);
  if ((kind === "day" || kind === "number") && /^[\d-]+$/.test(text)) return [text];
  const isText = kind === "text";
  if (!text.includes("\n") && (!isText || text.length <= WIDTH)) return [scalar(text)];
  if (!isText) return [scalar(text.replace(/\s*\n\s*/g, " "))];
  return ["|", ...text.split("\n").flatMap((line) => (schema["x-prose"] ? wrapped(line) : [line]))];
}

/**
 * Returns a line of prose as lines of no more than WIDTH, none of which begins with a sign that means something.
 *
 * @param {string} line
 */
function wrapped(line) {
  const indent = /^(\s*)((?:- |\* |> |\d+[.)] )?)/.exec(line);
  const hanging = `${indent?.[1] ?? ""}${indent?.[2].startsWith("> ") ? "> " : " ".repeat(indent?.[2].length ?? 0)}`;
  const [first, ...words] = line.trimStart().split(" ");
  const made = [];
  let current = (indent?.[1] ?? "") + first;
  for (const word of words) {
    const fits = current.length + word.length < WIDTH || !/^[\p{L}(“‘]/u.test(word);
    if (!fits) made.push(current);
    current = fits ? `${current} ${word}` : hanging + word;
  }
  return [...made, current];
}

/**
 * Returns a text of one line as YAML: as it stands where that is safe, otherwise in quotation marks.
 *
 * @param {string} text
 */
function scalar(text) {
  return isPlain(text) ? text : JSON.stringify(text);
}

/** @param {string} text */
function isPlain(text) {
  return PLAIN.test(text) && !SPECIAL.test(text) && text === text.trim();
}
