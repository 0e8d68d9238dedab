/**
 * The draft that the form stores while somebody writes, and its place in the address.
 *
 * @module
 */

/** @import { Draft, DraftStorage } from "./drafts.js" */

import { addressOf, newStamp, withoutCarried } from "./drafts.js";

export class CurrentDraft {
  isStored = true;
  /** when the draft was last stored from here, as an ISO date */ #storedAt;

  /**
   * @param {DraftStorage} storage
   * @param {string} [stamp]     of a draft that was stored before
   * @param {string} [at]        when that was
   */
  constructor(storage, stamp, at = "") {
    this.storage = storage;
    this.stamp = stamp;
    this.#storedAt = at;
  }

  /**
   * Returns the other drafts for the same entry, by their stamps. Drafts of new entries have nothing to do with one another once one of
   * them is continued.
   *
   * @param {string} kind
   * @param {string | null} origin
   */
  alternatives(kind, origin) {
    if (this.stamp && origin === null) return [];
    return withoutCarried(this.storage.list()).filter(([stamp, draft]) => stamp !== this.stamp && draft.kind === kind && draft.origin === origin);
  }

  /**
   * Stores a draft. Where another tab has stored the same draft since, this one continues under a stamp of its own.
   *
   * @param {Omit<Draft, "at">} draft
   */
  store(draft) {
    const stored = this.stamp ? this.storage.load(this.stamp) : null;
    if (!this.stamp || (stored && stored.at !== this.#storedAt)) this.stamp = newStamp();
    const at = new Date().toISOString();
    this.isStored = this.storage.save(this.stamp, { ...draft, at, passedOn: stored?.passedOn ?? "" });
    this.#storedAt = at;
    if (this.isStored) history.replaceState(null, "", addressOf(draft.kind, draft.origin, this.stamp));
  }

  /** Remembers that what is stored was passed on. */
  passOn() {
    const stored = this.stamp ? this.storage.load(this.stamp) : null;
    if (this.stamp && stored) this.storage.save(this.stamp, { ...stored, passedOn: new Date().toISOString() });
  }

  /** Deletes what was stored. @param {string} kind @param {string | null} origin */
  clear(kind, origin) {
    if (this.stamp) this.storage.clear(this.stamp);
    this.stamp = undefined;
    this.#storedAt = "";
    history.replaceState(null, "", addressOf(kind, origin));
  }
}
