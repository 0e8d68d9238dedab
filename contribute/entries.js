/**
 * Entries as the form holds them: what a new one begins with, what it is called by.
 *
 * @module
 */

/** @import { Entry, Schema, Value } from "./types.js" */

import { emptyValue } from "./schema.js";

/**
 * Returns a new entry with nothing in it; not even its fields for an entry that is to be changed.
 *
 * @param {Schema} schema
 * @param {boolean} isNew
 */
export function emptyEntry(schema, isNew) {
  if (!isNew) return {};
  // Nothing is chosen beforehand: what is so, the author says.
  return /** @type {Entry} */ (emptyValue(schema, schema));
}

/**
 * Returns a value without what stands below a name, at any depth.
 *
 * @param {Value} value
 * @param {string} name
 * @returns {Value}
 */
export function withoutName(value, name) {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map((item) => withoutName(item, name));
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== name).map(([key, field]) => [key, withoutName(field, name)]));
}
