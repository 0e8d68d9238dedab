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

/**
 * Returns under which key to keep what belongs to a file: the same for all its states, whose names may hold a hash.
 *
 * @param {URL} address   of the file
 */
export const keyFor = ({ pathname }) => `afterview:${pathname.replace(/\.[0-9a-f]{8}(?=\.json$)/, "")}`;

/**
 * Returns what is saved, as far as it can be read.
 *
 * @param {string} key
 */
export function load(key) {
  return savedFrom(attempt(() => JSON.parse(localStorage.getItem(key) ?? "{}")));
}

/**
 * Tells whether it could be saved; nothing to save clears what was saved.
 *
 * @param {string} key
 * @param {Saved | null} saved
 */
export function save(key, saved) {
  return attempt(() => {
    if (saved) localStorage.setItem(key, JSON.stringify(saved));
    else localStorage.removeItem(key);
    return true;
  }) ?? false;
}

/**
 * Returns something that was saved or exported in the form that it should have.
 *
 * @param {unknown} found
 * @returns {Saved}
 */
export function savedFrom(found) {
  const { answers, done, keepGoing, at, kept } = Object(found);
  return {
    answers,
    done: listOf(done).filter(isText),
    keepGoing: keepGoing === true,
    at: isDate(at) ? at : new Date().toISOString(),
    kept: listOf(kept).map(Object).filter(({ name, at: day }) => isText(name) && isDate(day)),
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

/** @param {unknown} value @returns {any[]} */
const listOf = (value) => (Array.isArray(value) ? value : []);

/** @param {unknown} value @returns {value is string} */
const isText = (value) => typeof value === "string";

/** @param {unknown} value @returns {value is string} */
const isDate = (value) => isText(value) && !Number.isNaN(Date.parse(value));
