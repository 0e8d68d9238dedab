/**
 * Drafts of entries, kept on the device: each under a stamp of its own, so that no draft replaces another.
 *
 * @module
 */

/** @import { Entry } from "./types.js" */

import { readJson, storedKeys, writeJson } from "../browser/storage.js";

/**
 * An entry that somebody has begun to write.
 *
 * @typedef {object} Draft
 * @property {string} kind
 * @property {string | null} origin      the id of the entry that it changes; null for a new one
 * @property {string} id                 of the entry
 * @property {Entry} entry
 * @property {Entry | null} base         the entry as it was when the draft began; null if unknown
 * @property {readonly Companion[]} companions
 * @property {string} [note]             a word to those who look after the guide
 * @property {string} [detail]           which detail of a source is open
 * @property {boolean} [hasOwnId]        whether somebody typed the id of an entry that is sent along
 * @property {readonly string[]} [dismissed]     the suggestions that were dismissed, as `Messages` knows them
 * @property {string} at                 when it was stored, as an ISO date
 * @property {string} [passedOn]         when it was copied to be sent, or a link to send it by was followed
 */

/**
 * Another entry that is proposed together with an entry: a new one that the entry names, or one of the guide that is changed along,
 * which has the `base` that it began with.
 *
 * @typedef {{kind: string, id: string, entry: Entry, base?: Entry | null, detail?: string, hasOwnId?: boolean}} Companion
 */

/** @typedef {ReturnType<typeof draftStorage>} DraftStorage */

/**
 * Returns access to the drafts whose keys begin with a prefix. Nothing in it throws.
 *
 * @param {string} prefix
 */
export function draftStorage(prefix) {
  const keyOf = (/** @type {string} */ stamp) => `${prefix}/draft/${stamp}`;
  const load = (/** @type {string} */ stamp) => toDraft(readJson(keyOf(stamp)));
  return Object.freeze({
    load,

    /** Returns every draft by its stamp, the newest first. @returns {[stamp: string, draft: Draft][]} */
    list() {
      const stamps = storedKeys(keyOf("")).map((key) => key.slice(keyOf("").length));
      return stamps
        .flatMap((stamp) => {
          const draft = load(stamp);
          return draft ? [/** @type {[string, Draft]} */ ([stamp, draft])] : [];
        })
        .sort(([, one], [, other]) => (one.at < other.at ? 1 : -1));
    },

    /** Returns whether the draft could be stored. @param {string} stamp @param {Draft} draft */
    save: (stamp, draft) => writeJson(keyOf(stamp), draft),

    /** @param {string} stamp */
    clear: (stamp) => writeJson(keyOf(stamp), null),

    /** Gives stamps to the drafts of new entries that were stored under their kind, one a kind. @param {readonly string[]} kinds */
    adopt(kinds) {
      for (const kind of kinds) {
        const key = `${prefix}/${kind}/`;
        const draft = toDraft({ ...Object(readJson(key)), kind });
        if (draft && draft.id && writeJson(keyOf(newStamp()), draft)) writeJson(key, null);
      }
    },
  });
}

/** Returns the fragment of the address for a new entry of a kind, for a change to one, or for a draft of either. @param {string} kind @param {string | null} origin @param {string} [stamp] */
export function addressOf(kind, origin, stamp = "") {
  return `#${kind}${origin === null ? "" : `/${origin}`}${stamp && `~${stamp}`}`;
}

/** Returns a stamp that no other draft has. */
export function newStamp() {
  return crypto.getRandomValues(new Uint32Array(2)).reduce((stamp, number) => stamp + number.toString(36), "");
}

/**
 * Returns an entry with the changes of a draft, keeping what has changed in the guide since the draft began; and the
 * fields that changed on both sides, which are as in the draft.
 *
 * @param {Pick<Draft, "entry" | "base">} draft
 * @param {Entry} current     the entry as it is now
 * @returns {{entry: Entry, conflicts: string[]}}
 */
export function merged({ entry, base }, current) {
  if (!base) return { entry, conflicts: [] };
  const isSame = (/** @type {unknown} */ one, /** @type {unknown} */ other) => JSON.stringify(one) === JSON.stringify(other);
  const names = [...new Set([...Object.keys(current), ...Object.keys(entry)])];
  const changed = names.filter((name) => !isSame(entry[name], base[name]));
  const fields = names.map((name) => [name, changed.includes(name) ? entry[name] : current[name]]);
  return {
    entry: Object.fromEntries(fields.filter(([, value]) => value !== undefined)),
    conflicts: changed.filter((name) => !isSame(current[name], base[name]) && !isSame(current[name], entry[name])),
  };
}

/** Returns the drafts without those of new entries that another one sends along. @param {readonly [stamp: string, draft: Draft][]} drafts */
export function withoutCarried(drafts) {
  const carried = drafts.flatMap(([, { companions }]) => companions.map(({ kind, id }) => `${kind}/${id}`));
  return drafts.filter(([, { kind, id, origin }]) => origin !== null || !carried.includes(`${kind}/${id}`));
}

/** @param {unknown} value @returns {Draft | null} */
function toDraft(value) {
  const { kind, origin, id, entry, base, companions, note, detail, dismissed, at, passedOn } = Object(value);
  if (typeof kind !== "string" || typeof id !== "string" || !isEntry(entry)) return null;
  return {
    kind, id, entry,
    origin: typeof origin === "string" ? origin : null,
    base: isEntry(base) ? base : null,
    companions: Array.isArray(companions) ? companions.filter((companion) => isEntry(companion?.entry)) : [],
    note: typeof note === "string" ? note : "",
    detail: typeof detail === "string" ? detail : "",
    dismissed: Array.isArray(dismissed) ? dismissed.filter((key) => typeof key === "string") : [],
    at: typeof at === "string" ? at : "",
    passedOn: typeof passedOn === "string" ? passedOn : "",
  };
}

/** @param {any} value */
function isEntry(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
