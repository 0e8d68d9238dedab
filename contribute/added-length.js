/**
 * That a page is too long, as it is said to somebody who changes one: of the field that was made longer, and as nothing to
 * correct where only a little was added.
 *
 * @module
 */

/** @import { EntryState } from "./entry-state.js" */
/** @import { Diagnostic, FormData } from "./types.js" */

import { lengthsOf } from "./entry-texts.js";
import { filled } from "./schema.js";

// Whoever adds no more than so many words has not made a page too long that had room: it was nearly full before.
const FEW_WORDS = 100;

/**
 * Returns diagnostics of a changed entry, in which what is said of its length is about what was added; nothing where it was
 * as long before.
 *
 * @param {readonly Diagnostic[]} diagnostics
 * @param {EntryState} state
 * @param {FormData} data
 * @returns {Diagnostic[]}
 */
export function ofAddedLength(diagnostics, { before, entry, kind }, data) {
  const [old, current] = [before, entry].map((state) => lengthsOf(/** @type {any} */ (filled(state) ?? {}), kind, data));
  const names = [...new Set([...old.keys(), ...current.keys()])];
  const additions = names.map((name) => ({ name, count: (current.get(name) ?? 0) - (old.get(name) ?? 0) }));
  const total = additions.reduce((sum, { count }) => sum + count, 0);
  const [longest] = additions.sort((one, other) => other.count - one.count);
  return diagnostics.flatMap((diagnostic) => {
    if (diagnostic.code !== "page-too-long") return [diagnostic];
    if (total <= 0) return [];
    const place = { ...diagnostic, path: [longest.name], isWhole: false };
    return [total <= FEW_WORDS ? { ...place, code: "added-length", variant: undefined } : place];
  });
}
