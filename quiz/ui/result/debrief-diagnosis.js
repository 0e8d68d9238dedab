/**
 * What the answers of a debrief lead to. The diagnosis is computed once; the other functions ask those of the engine that have
 * the same names what it says.
 *
 * @module
 */

/** @import { Debrief } from "../debrief.js" */

import * as engine from "../../engine/index.js";

/** Returns the diagnosis that the answers lead to. @param {Debrief} debrief */
export function diagnosisOf({ compiled, state }) {
  return (state.diagnosis ??= engine.diagnose(compiled, state.answers));
}

/** Returns the causes that the result names, the likeliest first. @param {Debrief} debrief */
export function namedCauses(debrief) {
  return engine.namedCauses(debrief.compiled, diagnosisOf(debrief));
}

/** Returns the causes in a weaker band that are named after them. @param {Debrief} debrief */
export function weakerCauses(debrief) {
  return engine.weakerCauses(debrief.compiled, diagnosisOf(debrief));
}

/** Tells whether the answers say too little to name a cause. @param {Debrief} debrief */
export function cannotTell(debrief) {
  return engine.cannotTell(debrief.compiled, diagnosisOf(debrief));
}

/** Tells whether the first cause that is named rests on little of what was told. @param {Debrief} debrief */
export function restsOnLittle(debrief) {
  return engine.restsOnLittle(debrief.compiled, namedCauses(debrief)[0]);
}

/** Tells whether a cause has come into the strongest band. @param {Debrief} debrief */
export function isClear(debrief) {
  return namedCauses(debrief)[0]?.band === debrief.model.bands[0].id;
}

/** Returns whose a cause was, as far as was told. @param {Debrief} debrief @param {string} id */
export function controlOf(debrief, id) {
  return diagnosisOf(debrief).causes.find((cause) => cause.id === id)?.control ?? debrief.cause(id).control;
}
