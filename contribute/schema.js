/**
 * Reading the schema of an entry: the kind of each field, and values at paths below it.
 *
 * @module
 */

/** @import { Entry, Path, Schema, Value } from "./types.js" */

import { cleaned } from "./clean-text.js";

export const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** @typedef {"group" | "map" | "list" | "choice" | "reference" | "number" | "day" | "switch" | "text" | "line"} FieldKind */

/**
 * Returns a schema with its reference followed; of several ways to write a value, the last, which allows most.
 *
 * @param {Schema} schema
 * @param {Schema} root
 * @returns {Schema}
 */
export function resolved(schema, root) {
  if (schema.anyOf) return { ...schema, ...schema.anyOf.at(-1) };
  if (!schema.$ref) return schema;
  const { $ref, ...own } = schema;
  return { ...root.$defs?.[$ref.split("/").at(-1) ?? ""], ...own };
}

/**
 * @param {Schema} schema     with its reference followed
 * @returns {FieldKind}
 */
export function kindOf(schema) {
  if (schema.properties) return "group";
  if (typeof schema.additionalProperties === "object") return "map";
  if (schema.items) return "list";
  if (schema.enum) return "choice";
  if (schema["x-ref"]) return "reference";
  if (schema.type === "integer" || schema.type === "number") return "number";
  if ([schema.type].flat().includes("boolean")) return "switch";
  if (schema.format === "date") return "day";
  return schema["x-prose"] || schema["x-multiline"] ? "text" : "line";
}

/**
 * Returns the names of the fields that make most of an entry's length: longer texts that are needed or asked for, and
 * lists of what to do. What is too short or too long as a whole is changed there.
 *
 * @param {Schema} root
 * @returns {string[]}
 */
export function mainTexts(root) {
  const { properties = {}, required = [] } = root;
  return Object.keys(properties).filter((name) => {
    const own = resolved(properties[name], root);
    const item = resolved(own.items ?? {}, root);
    const isList = item.required?.some((part) => kindOf(resolved(item.properties?.[part] ?? {}, root)) === "line") ?? false;
    return (required.includes(name) || own["x-asked"] === true) && (own["x-prose"] === true || isList);
  });
}

/**
 * Returns the path of the innermost part around a field that may be left out as a whole, or null.
 *
 * @param {Path} path
 * @param {Schema} root
 * @returns {Path | null}
 */
export function optionalPartOf(path, root) {
  let schema = root;
  /** @type {Path | null} */
  let optional = null;
  path.slice(0, -1).forEach((step, depth) => {
    const isRequired = typeof step === "number" || !schema.properties || schema.required?.includes(step);
    schema = resolved(innerSchema(schema, step), root);
    // A part of a list or of a mapping was added by hand: it is begun.
    if (schema.properties) optional = isRequired ? optional : path.slice(0, depth + 1);
    else optional = null;
  });
  return optional;
}

/**
 * Returns the schema of what is under a name or an index.
 *
 * @param {Schema} schema     with its reference followed
 * @param {string | number} step
 * @returns {Schema}
 */
export function innerSchema({ properties, items, additionalProperties }, step) {
  if (properties) return properties[step] ?? {};
  return items ?? (typeof additionalProperties === "object" ? additionalProperties : {});
}

/** Returns the schema of what is at a path, with its reference followed. @param {Schema} root @param {Path} path */
export function schemaAt(root, path) {
  return path.reduce((schema, step) => resolved(innerSchema(schema, step), root), root);
}

/**
 * Returns what a field holds before anything is written in it.
 *
 * @param {Schema} schema
 * @param {Schema} root
 * @returns {Value}
 */
export function emptyValue(schema, root) {
  const own = resolved(schema, root);
  switch (kindOf(own)) {
    case "group":
      return Object.fromEntries(
        Object.entries(own.properties ?? {}).map(([name, field]) => [name, emptyValue(field, root)]),
      );
    case "map":
      return {};
    case "list":
      return [];
    default:
      return "";
  }
}

/**
 * Returns whether a text is a day of the calendar, written as year-month-day.
 *
 * @param {string} text
 */
export function isDay(text) {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/**
 * Returns a value without its empty parts, or undefined where nothing is left. A list that was empty before stays: to choose
 * none of several is an answer.
 *
 * @param {Value} value
 * @param {Value} [before]     what stood in its place
 * @returns {Value | undefined}
 */
export function filled(value, before) {
  if (typeof value === "string") return cleaned(value) === "" ? undefined : value;
  if (Array.isArray(value)) {
    const items = value.map((item) => filled(item)).filter((item) => item !== undefined);
    return items.length > 0 || isEmptyList(before) ? items : undefined;
  }
  const membersBefore = /** @type {Record<string, Value>} */ (typeof before === "object" && !Array.isArray(before) ? before : {});
  const fields = Object.entries(value)
    .map(([name, field]) => [name, filled(field, membersBefore[name])])
    .filter(([, field]) => field !== undefined);
  return fields.length > 0 ? Object.fromEntries(fields) : undefined;
}

/** @param {Value} [value] */
function isEmptyList(value) {
  return Array.isArray(value) && value.length === 0;
}

/**
 * Returns a value without its empty parts, as `filled` does, except that what somebody added to a list or a mapping stays,
 * in its place: a text as an empty one, a part as one without fields.
 *
 * @param {Value} value
 * @param {Schema} schema
 * @param {Schema} root
 * @returns {Value | undefined}
 */
export function filledWithItems(value, schema, root) {
  if (typeof value === "string") return filled(value);
  const own = resolved(schema, root);
  const isMap = kindOf(own) === "map";
  if (Array.isArray(value)) return value.length > 0 ? value.map((item) => filledWithItems(item, own.items ?? {}, root) ?? emptyItem(item)) : undefined;
  const fields = Object.entries(value).flatMap(([name, field]) => {
    const rest = filledWithItems(field, innerSchema(own, name), root) ?? (isMap && !Array.isArray(field) ? emptyItem(field) : undefined);
    return rest === undefined ? [] : [[name, rest]];
  });
  return fields.length > 0 ? Object.fromEntries(fields) : undefined;
}

/** @param {Value} item @returns {Value} */
function emptyItem(item) {
  return typeof item === "string" ? "" : {};
}

/**
 * Returns what is at a path, or undefined.
 *
 * @param {Value | undefined} value
 * @param {Path} path
 * @returns {Value | undefined}
 */
export function valueAt(value, path) {
  return path.reduce(
    (/** @type {any} */ inner, step) => (inner && Object.hasOwn(inner, step) ? inner[step] : undefined),
    value,
  );
}

/** Returns the text at a path, or an empty one. @param {Value} value @param {Path} path */
export function textAt(value, path) {
  const text = valueAt(value, path);
  return typeof text === "string" ? text : "";
}

/** Returns the items at a path; a text alone is one. @param {Value} value @param {Path} path @returns {Value[]} */
export function listAt(value, path) {
  const items = valueAt(value, path);
  if (typeof items === "string" && items) return [items];
  return Array.isArray(items) ? items : [];
}

/** Returns the fields at a path, by their names. @param {Value} value @param {Path} path @returns {Entry} */
export function mapAt(value, path) {
  const fields = valueAt(value, path);
  return typeof fields === "object" && !Array.isArray(fields) ? fields : {};
}

/** Whether anything is written at a path. @param {Value} value @param {Path} path */
export function isFilled(value, path) {
  return filled(valueAt(value, path) ?? "") !== undefined;
}

/**
 * Returns a value with something else at a path; undefined removes what is there.
 *
 * @param {Value | undefined} value
 * @param {Path} path
 * @param {Value | undefined} next
 * @returns {any}
 */
export function withValueAt(value, path, next) {
  const [step, ...rest] = path;
  if (step === undefined) return next;
  const inner = withValueAt(valueAt(value, [step]), rest, next);
  if (typeof step === "number") {
    const items = Array.isArray(value) ? [...value] : [];
    if (inner === undefined) items.splice(step, 1);
    else items[step] = inner;
    return items;
  }
  const named = /** @type {Record<string, Value>} */ (value ?? {});
  if (inner !== undefined) return { ...named, [step]: inner };
  const { [step]: _, ...remaining } = named;
  return remaining;
}

/**
 * Returns a value with its numbers and the like as texts, as somebody would type them.
 *
 * @param {any} value
 * @returns {any}
 */
export function asTexts(value) {
  if (Array.isArray(value)) return value.map(asTexts);
  if (typeof value !== "object" || value === null) return String(value ?? "");
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, asTexts(field)]));
}
