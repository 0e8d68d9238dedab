/**
 * How far it went.
 *
 * @module
 */

/** @import { Debrief } from "../debrief.js" */

import { toldFacts } from "../../engine/index.js";

/**
 * Returns what was told about the stage at which it ended, and the stage, or undefined where that was not told.
 *
 * @param {Debrief} debrief
 */
export function reachedStage({ model, compiled, answers }) {
  const facts = toldFacts(compiled, answers);
  return facts.map((fact) => ({ fact, stage: model.howFar[fact.question]?.[fact.option] })).find(({ stage }) => stage);
}
