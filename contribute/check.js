/**
 * What is wrong with an entry, as `afterview check` would find it, as far as one entry can show it.
 *
 * @module
 */

/** @import { Entry, Fault, FormData, Path, Schema, Value } from "./types.js" */

import { proseFaults } from "./prose.js";
import { ID, filled, kindOf, resolved } from "./schema.js";
import { cleaned } from "./clean-text.js";

const LONGEST_ID = 60;
// Words for shares are rough, so shares that should add up to one may miss it by this much.
const TOLERANCE = 0.1;
const PERSONAL = /[\w.+-]+@[\w-]+\.\w+|(?:^|[^\w/.-])\+?\d[\d ()/-]{7,}\d(?![\w-])|(?:^|\W)@\w{3,}/;

/**
 * Returns the faults of an entry, those that `check` would let pass with a warning marked as advice.
 *
 * @param {Entry} entry
 * @param {string} kind
 * @param {FormData} data
 * @returns {Fault[]}
 */
export function faultsOf(entry, kind, data) {
  const { schema } = data.kinds[kind];
  const found = [...fieldFaults(filled(entry) ?? {}, schema, schema, [], data), ...shareFaults(entry, data)];
  return kind === "case" ? [...found, ...personalFaults(entry)] : found;
}

/**
 * Returns the faults of an id that a new entry is to have.
 *
 * @param {string} id
 * @param {readonly string[]} known
 * @returns {string | null}   the code of the fault
 */
export function idFault(id, known) {
  if (!id) return "needed";
  if (!ID.test(id) || id.length > LONGEST_ID) return "bad_id";
  return known.includes(id) ? "taken" : null;
}

/**
 * Returns an id that is as near as can be to a title.
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
 * @returns {Fault[]}
 */
function fieldFaults(value, schema, root, path, data) {
  const own = resolved(schema, root);
  const kind = kindOf(own);
  if (value === undefined) return [{ path, code: "needed" }];
  if (typeof value === "string") return textFaults(cleaned(value), own, path, data);
  if (Array.isArray(value)) {
    return value.flatMap((item, at) => fieldFaults(item, own.items ?? {}, root, [...path, at], data));
  }
  if (kind === "map") {
    const inner = typeof own.additionalProperties === "object" ? own.additionalProperties : {};
    return Object.entries(value).flatMap(([name, each]) => [
      ...(ID.test(name) ? [] : [{ path: [...path, name], code: "bad_id" }]),
      ...fieldFaults(each, inner, root, [...path, name], data),
    ]);
  }
  return Object.entries(own.properties ?? {}).flatMap(([name, each]) =>
    name in value || own.required?.includes(name) ? fieldFaults(value[name], each, root, [...path, name], data) : [],
  );
}

/**
 * @param {string} text
 * @param {Schema} schema
 * @param {Path} path
 * @param {FormData} data
 * @returns {Fault[]}
 */
function textFaults(text, schema, path, data) {
  const fault = (/** @type {string} */ code, /** @type {Fault["blanks"]} */ blanks = {}) => [{ path, code, blanks }];
  const most = schema.maxLength ?? Infinity;
  switch (kindOf(schema)) {
    case "choice":
      return schema.enum?.includes(text) ? [] : fault("unknown_word", { word: text });
    case "reference":
      return ID.test(text) || text in data.shares ? [] : fault("bad_id");
    case "number":
      if (!/^\d+$/.test(text)) return fault("not_a_number");
      return Number(text) >= (schema.minimum ?? 0) && Number(text) <= (schema.maximum ?? Infinity)
        ? []
        : fault("out_of_range", { least: schema.minimum ?? 0, most: schema.maximum ?? "" });
    case "day":
      return isDay(text) ? [] : fault("bad_date");
  }
  const found = proseFaults(text, schema["x-prose"] === true ? data.links : null).flatMap(({ code, fragment }) => fault(code, { fragment }));
  if (text.length > most) found.push(...fault("too_long", { most, count: text.length }));
  if (kindOf(schema) === "line" && schema.pattern && !new RegExp(schema.pattern, "u").test(text.replace(/\n/g, " "))) {
    found.push(...fault("bad_format"));
  }
  return [...found, ...adviceOn(text, path, data)];
}

/**
 * @param {string} text
 * @param {Path} path
 * @param {FormData} data
 * @returns {Fault[]}
 */
function adviceOn(text, path, { avoid, sentenceWords }) {
  const plain = text.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");
  const avoided = Object.entries(avoid).filter(([phrase]) =>
    new RegExp(`(?:^|[^\\p{L}])${phrase.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?!\\p{L})`, "iu").test(plain),
  );
  const longest = plain
    .replace(/([.?!:]["”)*]*)\s+/g, "$1\n\n")
    .split(/\n\s*(?:\n|- )/)
    .find((sentence) => sentenceWords && (sentence.match(/\p{L}+(?:['’-]\p{L}+)*/gu) ?? []).length > sentenceWords);
  return [
    ...avoided.map(([phrase, instead]) => ({ path, code: "avoided", blanks: { phrase, instead }, isAdvice: true })),
    ...(longest ? [{ path, code: "long_sentence", blanks: { start: longest.split(" ", 4).join(" "), most: sentenceWords ?? 0 }, isAdvice: true }] : []),
  ];
}

/** @param {string} text */
function isDay(text) {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/**
 * @param {Entry} entry
 * @param {FormData} data
 * @returns {Fault[]}
 */
function shareFaults(entry, { pickOne, shares }) {
  const signs = typeof entry.signs === "object" && !Array.isArray(entry.signs) ? entry.signs : {};
  return pickOne.flatMap((question) => {
    const words = Object.values(signs[question] ?? {}).filter((word) => typeof word === "string");
    const total = words.reduce((sum, word) => sum + (shares[String(word)] ?? 0), 0);
    const percent = Math.round(total * 100);
    return total > 1 + TOLERANCE ? [{ path: ["signs", question], code: "too_many", blanks: { percent } }] : [];
  });
}

/**
 * @param {Entry} entry
 * @returns {Fault[]}
 */
function personalFaults(entry) {
  return ["title", "story", "how_known"].flatMap((name) => {
    const found = PERSONAL.exec(String(entry[name] ?? ""));
    return found ? [{ path: [name], code: "personal", blanks: { fragment: found[0].trim() } }] : [];
  });
}
