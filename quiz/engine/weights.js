/**
 * Weights of evidence: what each answer says about each cause, in decibans, and which other causes explain it.
 *
 * One deciban is about the smallest difference in evidence that a person notices (Good 1985, after Turing); ten
 * multiply the odds by ten.
 *
 * @module
 */

/** @import { Weight } from "./types.js" */
/** @import { Inference, Observation } from "./beliefs.js" */
/** @import { Compiled } from "./model.js" */

import { predict } from "./likelihood.js";
import { aloneWeight, likeliestFirst, logistic } from "./model.js";

export const DECIBANS = 10 / Math.LN10;
export const NOTICEABLE_DECIBANS = 1;
// A cause accounts for what is missing from a weight if, without the cause, the weight would regain this part of
// what it would without the cause that accounts for most.
const MIN_PART = 0.2;
const MIN_BELIEF = 0.1;
const MAX_TRIED_CAUSES = 3;

/**
 * Returns for each cause its weights, strongest first; ties stand by question id.
 *
 * The weights of a cause add up to its change in log odds, since they are the very messages that made it.
 *
 * @param {Compiled} compiled
 * @param {Inference} inference
 * @returns {readonly (readonly Weight[])[]}
 */
export function weightsOfEvidence(compiled, inference) {
  /** @type {Weight[][]} */
  const weights = compiled.causes.map(() => []);
  for (const observation of inference.observations) {
    const { question, finding, answer, discounts, messages } = observation;
    const alone = messages.map((_, link) => aloneWeight(finding, link, answer));
    const explainedBy = explanations(compiled, inference, observation, alone);
    finding.causes.forEach((cause, link) => {
      if (inference.logOdds[cause] === -Infinity) return;
      weights[cause].push(
        {
          question,
          option: finding.option,
          ticked: finding.option === null || answer === 0,
          decibans: DECIBANS * discounts[link] * messages[link],
          aloneDecibans: DECIBANS * discounts[link] * alone[link],
          explainedBy: explainedBy[link],
        },
      );
    });
  }
  for (const ofCause of weights) ofCause.sort((a, b) => Math.abs(b.decibans) - Math.abs(a.decibans));
  return weights;
}

/**
 * Returns for each link the ids of the other causes that have taken its evidence over, likeliest first.
 *
 * A weight has been taken over where it is noticeably less than the cause alone would give it. Which causes did so
 * is found by taking each likely one out of the question and looking at how much the weight regains.
 *
 * @param {Compiled} compiled
 * @param {Inference} inference
 * @param {Observation} observation
 * @param {Float64Array} alone
 * @returns {readonly (readonly string[])[]}
 */
function explanations({ causes, work }, { logOdds }, { finding, answer, discounts, messages }, alone) {
  const answers = finding.base.length;
  const missing = messages.map((message, link) => DECIBANS * discounts[link] * (alone[link] - message) * Math.sign(alone[link]));
  const beliefs = messages.map((message, link) => logistic(logOdds[finding.causes[link]] - discounts[link] * message));
  /** @type {{id: string, belief: number, regained: number}[][]} */
  const explanationsByLink = Array.from(messages, () => []);
  const isMissing = missing.some((decibans) => decibans >= NOTICEABLE_DECIBANS);
  const likely = [...beliefs.keys()].filter((link) => isMissing && beliefs[link] >= MIN_BELIEF);
  const pull = (/** @type {number} */ link) => beliefs[link] * Math.abs(alone[link]);
  likely.sort((a, b) => pull(b) - pull(a));
  for (const other of likely.slice(0, MAX_TRIED_CAUSES)) {
    work.beliefs.set(beliefs);
    work.beliefs[other] = 0;
    predict(work, finding, answer, answer + 1);
    for (const link of messages.keys()) {
      const at = link * answers + answer;
      const regained = (Math.log(work.with[at] / work.without[at]) - messages[link]) * Math.sign(alone[link]);
      if (missing[link] >= NOTICEABLE_DECIBANS && link !== other && regained > 0) {
        explanationsByLink[link].push({ id: causes[finding.causes[other]].id, belief: beliefs[other], regained });
      }
    }
  }
  return explanationsByLink.map((ofLink) => {
    const most = Math.max(...ofLink.map(({ regained }) => regained));
    const main = ofLink.filter(({ regained }) => regained >= MIN_PART * most);
    return main.sort(likeliestFirst).map(({ id }) => id);
  });
}
