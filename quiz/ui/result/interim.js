/**
 * What the answers point to while there is more to ask.
 *
 * @module
 */

/** @import { Debrief } from "../debrief.js" */

import { bandLabel } from "./components.js";
import { namedCauses } from "./debrief-diagnosis.js";
import { h } from "../../../browser/dom.js";

const MAX_INTERIM_CAUSES = 3;

/** @param {Debrief} debrief */
export function interimResult(debrief) {
  const causes = namedCauses(debrief).slice(0, MAX_INTERIM_CAUSES);
  if (causes.length === 0) return [h("p", debrief.t("so_far_nothing"))];
  return [
    h("ul.plain", causes.map(({ id, band }) => h("li", debrief.cause(id).title, " ", bandLabel(debrief, band)))),
    h("p.quiet", debrief.t("so_far_note")),
  ];
}
