/**
 * What has been written so far, kept on the device. Storage can be blocked, full or hold anything: nothing here throws.
 *
 * @module
 */

/** @import { Entry } from "./types.js" */

/** @typedef {{id: string, entry: Entry}} Draft */

/** @param {string} key */
export function draftAt(key) {
  return {
    /** Returns what was kept, or null. @returns {Draft | null} */
    load() {
      const found = attempt(() => JSON.parse(localStorage.getItem(key) ?? "null"));
      const isDraft = found && typeof found.id === "string" && isRecord(found.entry);
      return isDraft ? { id: found.id, entry: found.entry } : null;
    },

    /** Tells whether it could be kept. @param {Draft} draft */
    save: (draft) =>
      attempt(() => {
        localStorage.setItem(key, JSON.stringify(draft));
        return true;
      }) === true,

    clear: () => attempt(() => localStorage.removeItem(key)),
  };
}

/** @param {unknown} value */
const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * @template T
 * @param {() => T} action
 */
function attempt(action) {
  try {
    return action();
  } catch {
    return undefined;
  }
}
