/**
 * The device's storage. It can be blocked, full or hold anything whatever: nothing in this module throws.
 *
 * @module
 */

/** @import { Answers } from "../quiz/engine/types.js" */

/**
 * @typedef {object} SavedDebrief
 * @property {string} name
 * @property {string} at        when it was saved, as an ISO date; identifies it
 * @property {Answers} answers
 */

/**
 * The format of what is stored and exported.
 *
 * @typedef {object} StoredState
 * @property {unknown} answers          to be validated by the engine
 * @property {readonly string[]} done   ids of the actions that are ticked off
 * @property {boolean} keepGoing        whether to ask on although enough was asked
 * @property {string} at                when the answers were last changed, as an ISO date
 * @property {readonly {name: string, at: string, answers: unknown}[]} kept     the saved debriefs; devices and files have this key
 */

/**
 * Returns the key for what belongs to a file: the same for all versions of the file, whose names may hold a hash.
 *
 * @param {URL} url   of the file
 */
export const storageKey = ({ pathname }) => `afterview:${pathname.replace(/\.[0-9a-f]{8}(?=\.json$)/, "")}`;

/**
 * Returns the key of what is ticked on the pages of the guide that the quiz belongs to.
 *
 * @param {string} key   of the quiz
 */
export const ticksKey = (key) => key.replace(/[^/]*$/, "ticks");

/**
 * Returns the state that is stored, as far as it can be read.
 *
 * @param {string} key
 */
export function loadState(key) {
  return toStoredState(readJson(key));
}

/**
 * Returns parsed JSON from storage, or undefined where there is none that can be read.
 *
 * @param {string} key
 * @returns {any}
 */
export function readJson(key) {
  return attempt(() => JSON.parse(localStorage.getItem(key) ?? "null")) ?? undefined;
}

/**
 * Stores a value as JSON; null removes what is stored. Returns whether that worked.
 *
 * @param {string} key
 * @param {object | null} value
 * @returns {boolean}
 */
export function writeJson(key, value) {
  const isWritten = attempt(() => {
    if (value) localStorage.setItem(key, JSON.stringify(value));
    else localStorage.removeItem(key);
    return true;
  });
  return isWritten ?? false;
}

/**
 * Returns the keys that begin with a prefix.
 *
 * @param {string} prefix
 * @returns {string[]}
 */
export function storedKeys(prefix) {
  return attempt(() => Object.keys(localStorage).filter((key) => key.startsWith(prefix))) ?? [];
}

/**
 * Returns something that was stored or exported with every property of the type that it should have.
 *
 * @param {unknown} value    parsed JSON
 * @returns {StoredState}
 */
export function toStoredState(value) {
  const { answers, done, keepGoing, at, kept: debriefs } = Object(value);
  return {
    answers,
    done: toArray(done).filter(isText),
    keepGoing: keepGoing === true,
    at: isDate(at) ? at : new Date().toISOString(),
    // oxlint-disable-next-line eslint/id-denylist -- The key on devices and in files.
    kept: toArray(debriefs).map(Object).filter((debrief) => isText(debrief.name) && isDate(debrief.at)),
  };
}

/**
 * Returns what an action returns, or undefined where it throws.
 *
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
const toArray = (value) => (Array.isArray(value) ? value : []);

/** @param {unknown} value @returns {value is string} */
const isText = (value) => typeof value === "string";

/** @param {unknown} value @returns {value is string} */
const isDate = (value) => isText(value) && !Number.isNaN(Date.parse(value));
