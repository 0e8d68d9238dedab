/**
 * What is wrong with an entry, as `afterview check` would find it, as far as one entry can show it.
 *
 * @module
 */

/** @import { Diagnostic, Entry, FormData, Path, Schema, Value } from "./types.js" */

import { ruleDiagnostics } from "./rules.js";
import { ID, filled, isDay, kindOf, resolved } from "./schema.js";
import { cleaned } from "./clean-text.js";

const LONGEST_ID = 60;

/**
 * Returns what is wrong with an entry; what `check` would only warn of is marked as advice.
 *
 * @param {Entry} entry
 * @param {string} kind
 * @param {FormData} data
 * @param {Date} [today]     from which the age of a review is counted
 * @returns {Diagnostic[]}
 */
export function diagnosticsOf(entry, kind, data, today = new Date()) {
  const { schema } = data.kinds[kind];
  const written = /** @type {Entry} */ (filled(entry) ?? {});
  const inFields = fieldDiagnostics(written, schema, schema, [], data);
  const isComplete = inFields.every(({ code }) => code !== "missing-field");
  return [...inFields, ...ruleDiagnostics(written, kind, data, isComplete, today)];
}

/**
 * Returns the code of what is wrong with the id of a new entry, or null.
 *
 * @param {string} id
 * @param {readonly string[]} known
 */
export function idErrorCode(id, known) {
  if (!id) return "missing-field";
  if (!ID.test(id) || id.length > LONGEST_ID) return "bad-id";
  return known.includes(id) ? "taken-id" : null;
}

/**
 * Returns the id that is nearest to a title.
 *
 * @param {string} title
 */
export function idFrom(title) {
  const plain = title.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const words = plain.replace(/['’]/g, "").split(/[^a-z0-9]+/).filter(Boolean);
  return words.reduce((id, word) => (id.length + word.length < LONGEST_ID ? `${id}-${word}` : id), "").slice(1);
}

/**
 * @param {Value | undefined} value
 * @param {Schema} schema
 * @param {Schema} root
 * @param {Path} path
 * @param {FormData} data
 * @returns {Diagnostic[]}
 */
function fieldDiagnostics(value, schema, root, path, data) {
  const own = resolved(schema, root);
  if (value === undefined) return [{ path, code: "missing-field" }];
  if (typeof value === "string") return textDiagnostics(cleaned(value), own, path, data);
  if (Array.isArray(value)) {
    return value.flatMap((item, at) => fieldDiagnostics(item, own.items ?? {}, root, [...path, at], data));
  }
  if (kindOf(own) === "map") {
    const inner = typeof own.additionalProperties === "object" ? own.additionalProperties : {};
    return Object.entries(value).flatMap(([name, field]) => [
      ...(ID.test(name) ? [] : [{ path: [...path, name], code: "bad-id" }]),
      ...fieldDiagnostics(field, inner, root, [...path, name], data),
    ]);
  }
  return Object.entries(own.properties ?? {}).flatMap(([name, field]) =>
    name in value || own.required?.includes(name) ? fieldDiagnostics(value[name], field, root, [...path, name], data) : [],
  );
}

/**
 * @param {string} text
 * @param {Schema} schema
 * @param {Path} path
 * @param {FormData} data
 * @returns {Diagnostic[]}
 */
function textDiagnostics(text, schema, path, data) {
  const diagnostic = (/** @type {string} */ code, /** @type {Diagnostic["blanks"]} */ blanks = {}) => [{ path, code, blanks }];
  switch (kindOf(schema)) {
    case "choice":
      return schema.enum?.includes(text) ? [] : diagnostic("unknown-word", { word: text });
    case "reference":
      return ID.test(text) || text in data.shares ? [] : diagnostic("bad-id");
    case "number": {
      if (!/^\d+$/.test(text)) return diagnostic("not-a-number");
      const { minimum: least = 0, maximum: most = Infinity } = schema;
      return Number(text) >= least && Number(text) <= most ? [] : diagnostic("out-of-range", { least, most: schema.maximum ?? "" });
    }
    case "day":
      return isDay(text) ? [] : diagnostic("bad-date");
  }
  const most = schema.maxLength ?? Infinity;
  const isBad = kindOf(schema) === "line" && schema.pattern && !new RegExp(schema.pattern, "u").test(text.replace(/\n/g, " "));
  return [
    ...(text.length > most ? diagnostic("too-long", { most, count: text.length }) : []),
    ...(isBad ? diagnostic("bad-format") : []),
  ];
}
