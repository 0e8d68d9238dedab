/**
 * The beliefs as a reader sees them: each cause with its band and the evidence for it.
 *
 * @module
 */

/** @import { Answers, Diagnosis } from "./types.js" */
/** @import { Compiled } from "./model.js" */

import { infer } from "./beliefs.js";
import { likeliestFirst } from "./model.js";
import { controlOf } from "./verdict.js";
import { weightsOfEvidence } from "./weights.js";

/**
 * Returns every cause with its belief, its band and the evidence for it, likeliest first.
 *
 * Answers to questions that the model does not have are passed over.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 * @returns {Diagnosis}
 */
export function diagnose(compiled, answers) {
  const inference = infer(compiled, answers);
  const weights = weightsOfEvidence(compiled, inference);
  const { bands } = compiled.model;
  const causes = compiled.causes.map((entry, cause) => {
    const { id, prior } = entry;
    const belief = inference.belief[cause];
    const logOdds = inference.logOdds[cause];
    const band = (bands.find(({ least }) => belief >= least) ?? bands[bands.length - 1]).id;
    const control = controlOf(compiled.model, entry, inference.statements);
    return { id, control, possible: logOdds > -Infinity, prior, belief, logOdds, band, weights: weights[cause] };
  });
  return { causes: causes.sort(likeliestFirst) };
}
