/**
 * What "undo" goes back to.
 *
 * @module
 */

/** @import { Companion } from "./drafts.js" */
/** @import { EntryState } from "./entry-state.js" */

/** @typedef {{state: EntryState, companions: readonly Companion[], note: string}} Snapshot */

export class Snapshots {
  /** @type {Snapshot[]} */ #past = [];
  /** where the last change was: typing on in one field is one change */ #lastPlace = "";

  /** How many changes can be undone. */
  get count() {
    return this.#past.length;
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
    this.#lastPlace = place;
  }

  /** Returns the last snapshot, once. */
  pop() {
    return this.#past.pop();
  }

  /** Lets the next change be one of its own, wherever it is. */
  endChange() {
    this.#lastPlace = "";
  }

  clear() {
    this.#past = [];
  }
}
