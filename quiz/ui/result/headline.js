/**
 * The heading of a result.
 *
 * @module
 */

/** @import { Debrief } from "../debrief.js" */

import { cannotTell, isClear, namedCauses } from "./debrief-diagnosis.js";

/** Returns the result in one sentence. @param {Debrief} debrief */
export function headline(debrief) {
  if (cannotTell(debrief)) return debrief.t("headline_cannot_tell");
  const [leader] = namedCauses(debrief);
  const band = debrief.model.bands[0].label;
  return debrief.t(isClear(debrief) ? "headline" : "headline_some", { band, cause: debrief.cause(leader.id).title });
}

/** Returns the heading over the causes. @param {Debrief} debrief */
export function causesHeading(debrief) {
  return debrief.t(cannotTell(debrief) ? "hints_title" : "causes_title");
}
