/**
 * Drafts of entries, kept on the device.
 *
 * @module
 */

/** @import { Entry } from "./types.js" */

import { readJson, writeJson } from "../quiz/ui/storage.js";

/** @typedef {{id: string, entry: Entry}} Draft */

/**
 * Returns access to the draft that is stored under a key. Nothing in it throws.
 *
 * @param {string} key
 */
export function draftStorage(key) {
  return Object.freeze({
    /** Returns the draft, or null for none that can be read. @returns {Draft | null} */
    load() {
      const { id, entry } = Object(readJson(key));
      const isEntry = typeof entry === "object" && entry !== null && !Array.isArray(entry);
      return typeof id === "string" && isEntry ? { id, entry } : null;
    },

    /** Returns whether the draft could be stored. @param {Draft} draft */
    save: (draft) => writeJson(key, draft),

    clear: () => writeJson(key, null),
  });
}
