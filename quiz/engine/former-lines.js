/**
 * Debriefs once had a page of short lines to answer with yes, no or "not sure". What was saved or shared then is still read: what
 * was said yes to, as facts of a note without words.
 *
 * @module
 */

/** @import { Fact, Note } from "./types.js" */

// As saved debriefs and links write it.
const YES = ["yes", "y"];

/**
 * Returns the note that stands for the lines, with the facts as they were written, valid or not.
 *
 * @param {readonly unknown[]} lines
 * @returns {Note}
 */
export function noteOfLines(lines) {
  const facts = lines.map((line) => /** @type {Fact & {said: string}} */ (Object(line))).filter(({ said }) => YES.includes(said));
  return { note: "", facts: facts.map(({ question, option }) => ({ question, option })) };
}
