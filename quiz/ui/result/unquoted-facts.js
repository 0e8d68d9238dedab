/**
 * What was told besides the facts that a result quotes: further facts, and the reader's own words.
 *
 * @module
 */

/** @import { CauseBelief } from "../../engine/types.js" */
/** @import { Debrief } from "../debrief.js" */

import { toldFacts } from "../../engine/index.js";
import { keyOf, quotedFacts } from "./facts.js";
import { fears } from "./fears.js";
import { reachedStage } from "./reached-stage.js";

/**
 * Returns the facts that were told and stand nowhere else: neither with a cause on the page or a fear, nor as how far it went.
 *
 * @param {Debrief} debrief
 * @param {readonly CauseBelief[]} causes     those on the page
 */
export function unquotedFacts(debrief, causes) {
  const reached = reachedStage(debrief);
  const factsOnPage = [
    ...causes.flatMap((cause) => quotedFacts(debrief, cause)),
    ...fears(debrief).flatMap(({ facts }) => facts),
    ...(reached ? [reached.fact] : []),
  ];
  const quoted = new Set(factsOnPage.map(keyOf));
  return toldFacts(debrief.compiled, debrief.answers).filter((fact) =>
    debrief.question(fact.question).role !== "fear" && !quoted.has(keyOf(fact)));
}

/** Returns the reader's own words. @param {Debrief} debrief @returns {readonly string[]} */
export function ownWords({ answers }) {
  return answers.flatMap((event) => ("note" in event && event.note ? [event.note] : []));
}
