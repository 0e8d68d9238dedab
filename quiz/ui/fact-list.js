/**
 * Facts that were told, each on a line.
 *
 * @module
 */

/** @import { ToldFact } from "../engine/types.js" */
/** @import { Debrief } from "./debrief.js" */

import { h } from "./dom.js";
import { factSentence } from "./findings.js";

/** @param {Debrief} debrief @param {readonly ToldFact[]} facts */
export function factList(debrief, facts) {
  return h("ul.facts", facts.map((fact) => h("li", factSentence(debrief, fact))));
}
