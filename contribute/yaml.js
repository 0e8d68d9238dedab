/**
 * Writes entries as YAML that people like to read, and that every YAML parser reads alike.
 *
 * @module
 */

/** @import { Entry, Schema, Value } from "./types.js" */

import { ID, filled, kindOf, resolved } from "./schema.js";
import { cleaned, withLists } from "./clean-text.js";

const MAX_WIDTH = 118;
// Safe in a flow collection without quotation marks.
const FLOW_WORD = /^[\p{L}\d][\p{L}\d '’-]*$/u;
const PLAIN_SCALAR = /^[\p{L}(][^\n\t]*$/u;
// What a YAML parser takes for syntax, or for something other than text.
const SPECIAL = /: |:$| #|^(?:true|false|yes|no|on|off|null|y|n|\.nan|\.inf)$/iu;

/**
 * Returns the text of a file that holds one entry.
 *
 * @param {Entry} entry
 * @param {Schema} schema
 * @param {string} kind
 * @param {Entry} [before]     the entry that is changed
 */
export function fileText(entry, schema, kind, before) {
  return `# yaml-language-server: $schema=../.schema/${kind}.json\n${entryText(entry, schema, before)}`;
}

/**
 * Returns an entry's fields in the order of its schema; what the schema doesn't know follows them.
 *
 * @param {Entry} entry
 * @param {Schema} schema
 * @param {Entry} [before]     the entry that is changed
 */
export function entryText(entry, schema, before) {
  return `${valueLines(filled(entry, before) ?? {}, schema, schema).join("\n")}\n`;
}

/**
 * Returns an entry as a part of a file that holds many, below its id.
 *
 * @param {string} id
 * @param {Entry} entry
 * @param {Schema} schema
 * @param {Entry} [before]     the entry that is changed
 */
export function listedText(id, entry, schema, before) {
  const lines = [`${scalar(id)}:`, ...indented(valueLines(filled(entry, before) ?? {}, schema, schema))];
  return `${lines.join("\n")}\n`;
}

/**
 * Returns the lines of a value, the first of which may follow a name or a dash.
 *
 * @param {Value} value
 * @param {Schema} schema
 * @param {Schema} root
 * @returns {string[]}
 */
function valueLines(value, schema, root) {
  const field = resolved(schema, root);
  if (typeof value === "string") return textLines(field["x-prose"] ? withLists(cleaned(value)) : cleaned(value), field);
  if (Array.isArray(value)) {
    return value.flatMap((item) => {
      const [first, ...rest] = valueLines(item, field.items ?? {}, root);
      return [`- ${first}`, ...indented(rest)];
    });
  }
  const { properties = {}, additionalProperties } = field;
  const mapSchema = typeof additionalProperties === "object" ? additionalProperties : {};
  return inOrder(Object.keys(value), Object.keys(properties)).flatMap((name) =>
    memberLines(name, value[name], properties[name] ?? mapSchema, root),
  );
}

/**
 * Returns the lines of a member of a mapping: in one line where that is short, else its value below its name.
 *
 * @param {string} name
 * @param {Value} value
 * @param {Schema} schema
 * @param {Schema} root
 */
function memberLines(name, value, schema, root) {
  const flow = flowText(value);
  if (flow !== null && flow.length + name.length <= MAX_WIDTH) return [`${scalar(name)}: ${flow}`];
  const lines = valueLines(value, schema, root);
  if (typeof value === "object") return [`${scalar(name)}:`, ...indented(lines)];
  return [`${scalar(name)}: ${lines[0]}`, ...indented(lines.slice(1))];
}

/** @param {readonly string[]} lines */
function indented(lines) {
  return lines.map((line) => (line ? `  ${line}` : ""));
}

/**
 * Returns a list or mapping of plain words as a flow collection on one line, or null for anything else.
 *
 * @param {Value} value
 * @returns {string | null}
 */
function flowText(value) {
  if (typeof value === "string") return null;
  if (Array.isArray(value)) return value.every(isFlowWord) ? `[${value.join(", ")}]` : null;
  const members = Object.entries(value).map(([name, member]) => {
    const text = Array.isArray(member) ? flowText(member) : isFlowWord(member) && member;
    return text && ID.test(name) && isPlain(name) ? `${name}: ${text}` : null;
  });
  return members.includes(null) ? null : `{${members.join(", ")}}`;
}

/**
 * @param {Value} value
 * @returns {value is string}
 */
function isFlowWord(value) {
  return typeof value === "string" && FLOW_WORD.test(value) && isPlain(value);
}

/**
 * Returns the names in the order in which others list them; those that are not listed follow.
 *
 * @param {readonly string[]} names
 * @param {readonly string[]} order
 */
function inOrder(names, order) {
  const rank = (/** @type {string} */ name) => (order.includes(name) ? order.indexOf(name) : order.length);
  return [...names].sort((a, b) => rank(a) - rank(b));
}

/**
 * Returns a text as one line, or as a block scalar: `|` is after the name, the lines of the text below it.
 *
 * @param {string} text
 * @param {Schema} schema
 */
function textLines(text, schema) {
  const kind = kindOf(schema);
  if (kind === "switch") return [text];
  if ((kind === "day" || kind === "number") && /^[\d-]+$/.test(text)) return [text];
  if (kind !== "text") return [scalar(text.replace(/\s*[\n\t]\s*/g, " "))];
  if (!text.includes("\n") && text.length <= MAX_WIDTH) return [scalar(text)];
  const lines = text.split("\n");
  return ["|", ...(schema["x-prose"] ? lines.flatMap(wrapped) : lines)];
}

/**
 * Returns a line of prose as lines of no more than MAX_WIDTH, none of which begins with what Markdown takes for markup.
 *
 * @param {string} line
 */
function wrapped(line) {
  const [, indent = "", marker = ""] = /^(\s*)((?:- |\* |> |\d+[.)] )?)/.exec(line) ?? [];
  const hangingIndent = indent + (marker === "> " ? marker : " ".repeat(marker.length));
  const [firstWord, ...words] = line.trimStart().split(" ");
  const lines = [indent + firstWord];
  for (const word of words) {
    const last = lines.length - 1;
    const canBeginLine = /^[\p{L}(“‘]/u.test(word);
    if (lines[last].length + word.length < MAX_WIDTH || !canBeginLine) lines[last] += ` ${word}`;
    else lines.push(hangingIndent + word);
  }
  return lines;
}

/**
 * Returns a text of one line as a YAML scalar: plain where that is safe, otherwise in quotation marks.
 *
 * @param {string} text
 */
function scalar(text) {
  return isPlain(text) ? text : JSON.stringify(text);
}

/** @param {string} text */
function isPlain(text) {
  return PLAIN_SCALAR.test(text) && !SPECIAL.test(text) && text === text.trim();
}
