/**
 * Entries as the form holds them: what a new one begins with.
 *
 * @module
 */

/** @import { Entry, Schema } from "./types.js" */

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
