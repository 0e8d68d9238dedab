/**
 * Facts that were told, each on a line or all on one.
 *
 * @module
 */

/** @import { Fact } from "../../engine/types.js" */
/** @import { Debrief } from "../debrief.js" */

import { h } from "../../../browser/dom.js";
import { factSentence } from "./facts.js";

/** @param {Debrief} debrief @param {readonly Fact[]} facts */
export function factList(debrief, facts) {
  return h("ul.facts", facts.map((fact) => h("li", factSentence(debrief, fact))));
}

/** Returns the facts on one line, or false where there are none. @param {Debrief} debrief @param {readonly Fact[]} facts */
export function factLine(debrief, facts) {
  return facts.length > 0 && h("p.quiet", debrief.t("told_line", { facts: facts.map((fact) => factSentence(debrief, fact)).join(" · ") }));
}
