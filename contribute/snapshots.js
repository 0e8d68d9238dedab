/**
 * What "undo" goes back to, and "redo" forward to.
 *
 * @module
 */

/** @import { Companion } from "./drafts.js" */
/** @import { EntryState } from "./entry-state.js" */

/** @typedef {{state: EntryState, companions: readonly Companion[], note: string}} Snapshot */

export class Snapshots {
  /** @type {Snapshot[]} */ #past = [];
  /** what was undone, the first of it last @type {Snapshot[]} */ #undone = [];
  /** where the last change was: typing on in one field is one change */ #lastPlace = "";

  /** How many changes can be undone. */
  get count() {
    return this.#past.length;
  }

  /** Whether anything was undone since the last change. */
  get canRedo() {
    return this.#undone.length > 0;
  }

  /**
   * Remembers the form as it is before a change.
   *
   * @param {string} place     what is changed
   * @param {() => Snapshot} take
   */
  remember(place, take) {
    if (this.#lastPlace === place && this.count > 0) return;
    this.#past.push(take());
    this.#undone = [];
    this.#lastPlace = place;
  }

  /** Returns the form as it was before the last change. @param {Snapshot} current     as it is @returns {Snapshot | undefined} */
  undo(current) {
    return this.#moved(this.#past, this.#undone, current);
  }

  /** Returns the form as it was before the last change was undone. @param {Snapshot} current     as it is @returns {Snapshot | undefined} */
  redo(current) {
    return this.#moved(this.#undone, this.#past, current);
  }

  /** @param {Snapshot[]} from @param {Snapshot[]} to @param {Snapshot} current */
  #moved(from, to, current) {
    const snapshot = from.pop();
    if (snapshot) to.push(current);
    return snapshot;
  }

  /** Lets the next change be one of its own, wherever it is. */
  endChange() {
    this.#lastPlace = "";
  }

  clear() {
    this.#past = [];
    this.#undone = [];
  }
}
