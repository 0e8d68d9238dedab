/**
 * What stays on the device. Storage can be blocked, full or hold anything whatever: nothing here throws.
 *
 * @module
 */

/** @import { Answers } from "../engine/types.js" */

/**
 * @typedef {object} Kept
 * @property {string} name
 * @property {string} at        when, as an ISO date
 * @property {Answers} answers
 *
 * @typedef {object} Saved
 * @property {unknown} answers          to be checked by the engine
 * @property {readonly string[]} done   ids of the actions that are ticked off
 * @property {boolean} keepGoing
 * @property {string} at                when, as an ISO date
 * @property {readonly {name: string, at: string, answers: unknown}[]} kept
 */

/** @param {string} key */
export function storageAt(key) {
  return {
    key,

    /** Returns what is saved, as far as it can be read. @returns {Saved} */
    load() {
      const found = attempt(() => JSON.parse(localStorage.getItem(key) ?? "{}"));
      return savedFrom(found);
    },

    /**
     * Tells whether it could be saved.
     *
     * @param {Saved} saved
     */
    save: (saved) =>
      attempt(() => {
        localStorage.setItem(key, JSON.stringify(saved));
        return true;
      }) === true,

    clear: () => attempt(() => localStorage.removeItem(key)),
  };
}

/**
 * Returns something that was saved or exported in the form that it should have.
 *
 * @param {unknown} found
 * @returns {Saved}
 */
export function savedFrom(found) {
  const { answers, done, keepGoing, at, kept } = /** @type {Record<string, unknown>} */ (isRecord(found) ? found : {});
  return {
    answers: Array.isArray(found) ? found : (answers ?? []),
    done: listOf(done).filter(isText),
    keepGoing: keepGoing === true,
    at: isDate(at) ? at : new Date().toISOString(),
    kept: listOf(kept)
      .filter(isRecord)
      .flatMap((each) => (isText(each.name) && isDate(each.at) ? [{ name: each.name, at: each.at, answers: each.answers }] : [])),
  };
}

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

/** @param {unknown} value */
const listOf = (value) => /** @type {unknown[]} */ (Array.isArray(value) ? value : []);

/**
 * @param {unknown} value
 * @returns {value is string}
 */
const isText = (value) => typeof value === "string";

/**
 * @param {unknown} value
 * @returns {value is string}
 */
const isDate = (value) => isText(value) && !Number.isNaN(Date.parse(value));

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
const isRecord = (value) => typeof value === "object" && value !== null;
