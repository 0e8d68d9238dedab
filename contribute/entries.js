/**
 * Entries as the form holds them: what a new one begins with, what it is called by.
 *
 * @module
 */

/** @import { Entry, Schema, Value } from "./types.js" */

import { emptyValue } from "./schema.js";

/**
 * Returns a new entry, reviewed today where it has a review; nothing for an entry that is to be changed.
 *
 * @param {Schema} schema
 * @param {boolean} isNew
 */
export function emptyEntry(schema, isNew) {
  if (!isNew) return {};
  const entry = /** @type {Entry} */ (emptyValue(schema, schema));
  if ("reviewed" in entry) entry.reviewed = new Date().toISOString().slice(0, 10);
  if ("origin" in entry && schema.properties?.origin?.enum) entry.origin = "reported";
  return entry;
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
