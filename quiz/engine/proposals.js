/**
 * Which options to ask about by themselves, away from the rest of their page.
 *
 * @module
 */

/** @import { Fact } from "./types.js" */
/** @import { Inference } from "./beliefs.js" */
/** @import { Finding, Question } from "./model.js" */

import { isToldElsewhere } from "./gain.js";
import { isOffered } from "./gates.js";
import { total } from "./model.js";

// What a further option about the same cause, or of the same page, is worth, as a share of the one before.
const REPEAT_SHARE = 0.5;

/**
 * @typedef {object} Proposal
 * @property {Fact} fact
 * @property {ReadonlyMap<number, number>} bits      expected information about each cause that it is to tell about
 */

/**
 * Returns the facts that are expected to tell most, the best first. Each further one about the same cause, or of the same page,
 * is worth less.
 *
 * @param {readonly Proposal[]} proposals
 * @param {number} most        how many facts at most
 * @returns {readonly Fact[]}
 */
export function mostTelling(proposals, most) {
  /** @type {Map<number, number>} */
  const causeShares = new Map();
  /** @type {Map<string, number>} */
  const pageShares = new Map();
  const valueOf = (/** @type {Proposal} */ { fact, bits }) =>
    (pageShares.get(fact.question) ?? 1) * total([...bits].map(([cause, ofCause]) => (causeShares.get(cause) ?? 1) * ofCause));
  const remaining = new Set(proposals);
  const facts = [];
  while (facts.length < most) {
    let [best, bestValue] = [/** @type {Proposal | null} */ (null), 0];
    for (const proposal of remaining) {
      const value = valueOf(proposal);
      if (value > bestValue) [best, bestValue] = [proposal, value];
    }
    if (!best) break;
    facts.push(best.fact);
    remaining.delete(best);
    for (const cause of best.bits.keys()) causeShares.set(cause, (causeShares.get(cause) ?? 1) * REPEAT_SHARE);
    pageShares.set(best.fact.question, (pageShares.get(best.fact.question) ?? 1) * REPEAT_SHARE);
  }
  return facts;
}

/**
 * Tells whether an option may be asked about: it was not told, nor one that says the same, and no answer rules it out.
 *
 * @param {Inference} inference
 * @param {Question} question
 * @param {Finding} finding     of the option
 */
export function isProposable(inference, question, finding) {
  const { statements } = inference;
  const isTold = statements.get(question.id)?.toldOptions.has(finding.option ?? "") || isToldElsewhere(inference, finding);
  return !isTold && isOffered(question, finding.option, statements);
}
