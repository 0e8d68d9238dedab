/**
 * From answers to one belief for each cause.
 *
 * Every answered finding sends each cause that it is linked to a message, the log of how much likelier the answer
 * is with the cause than without it, while the other causes are weighed by what all the other findings say of them
 * (belief propagation; Pearl 1988). A cause's log odds are those of its prior plus the sum of its messages, so the
 * evidence can be shown as weights that add up (Good 1985; Spiegelhalter & Knill-Jones 1984).
 *
 * @module
 */

/** @import { Answers, Diagnosis } from "./types.js" */
/** @import { Chosen } from "./gates.js" */
/** @import { Compiled, Finding } from "./model.js" */

import { chosenOf, isContradicted } from "./gates.js";
import { MOST_EXACT, predict, rank } from "./likelihood.js";
import { likeliestFirst, logistic } from "./model.js";
import { weightsOfEvidence } from "./weights.js";

const MOST_SWEEPS = 12;
// After these it stands which causes of a finding are summed over exactly, so that two that are about as likely do
// not take turns for ever. And where a sweep changes hardly less than the one before did, only half of each change
// is made in the next: messages that overshoot come to rest, and the others are not slowed down.
const FREE_SWEEPS = 3;
const HARDLY_LESS = 0.9;
const DAMPING = 0.5;
const SETTLED = 1e-11;

/**
 * One finding that was observed.
 *
 * @typedef {object} Observation
 * @property {string} question            its id
 * @property {Finding} finding
 * @property {number} answer               index into the finding's answers
 * @property {number} discount             what its messages count, below 1 where another question said much the same
 * @property {Int32Array} order            the links, those that are summed over exactly first
 * @property {Float64Array} messages       for each link, in natural log units, before the discount
 */

/**
 * @typedef {object} Inference
 * @property {Chosen} chosen
 * @property {Float64Array} logOdds        −∞ where a gate rules the cause out
 * @property {Float64Array} belief
 * @property {readonly Observation[]} observations   by question id, so that the order of the answers never matters
 */

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
  const causes = compiled.causes.map(({ id, prior }, cause) => {
    const belief = inference.belief[cause];
    const logOdds = inference.logOdds[cause];
    const band = (bands.find(({ least }) => belief >= least) ?? bands[bands.length - 1]).id;
    return { id, possible: logOdds > -Infinity, prior, belief, logOdds, band, weights: weights[cause] };
  });
  return { causes: causes.sort(likeliestFirst) };
}

/**
 * Returns the beliefs that the answers lead to, with the messages that make them up.
 *
 * It always starts from the priors: the same set of answers gives the same numbers to the last bit, whatever was
 * answered, changed or taken back on the way. What frozen answers lead to is worked out once.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 * @param {number} [sweeps]   how many at most; only with all of them may the answers be frozen
 * @returns {Inference}
 */
export function infer(compiled, answers, sweeps = MOST_SWEEPS) {
  const memoized = compiled.memo.get(answers);
  if (memoized) return memoized;
  const chosen = chosenOf(answers);
  const start = compiled.priorLogOdds.map((prior, cause) =>
    isContradicted(compiled.causes[cause].gate, chosen) ? -Infinity : prior,
  );
  const logOdds = start.slice();
  const observations = observe(compiled, chosen);
  let step = 1;
  let before = Infinity;
  for (let sweep = 1; sweep <= sweeps && before > SETTLED; sweep += 1) {
    let change = 0;
    for (const each of observations) change = Math.max(change, listen(compiled, each, logOdds, sweep <= FREE_SWEEPS, step));
    step = sweep > FREE_SWEEPS && change > HARDLY_LESS * before ? DAMPING : 1;
    before = change;
  }
  // Anew, so that the log odds are the sum of the messages as they stand and carry no rounding from the sweeps.
  logOdds.set(start);
  for (const { finding, discount, messages } of observations) {
    finding.causes.forEach((cause, link) => (logOdds[cause] += discount * messages[link]));
  }
  const belief = logOdds.map((sum) => Math.min(logistic(sum), 1 - Number.EPSILON));
  const inference = { chosen, logOdds, belief, observations };
  if (Object.isFrozen(answers)) compiled.memo.set(answers, inference);
  return inference;
}

/**
 * Returns the observed findings. The first answered question of a family, by id, counts in full, the others less.
 *
 * @param {Compiled} compiled
 * @param {Chosen} chosen
 * @returns {readonly Observation[]}
 */
function observe({ model, questions }, chosen) {
  const families = new Set();
  return [...questions.values()].flatMap(({ id: question, family, answers, findings }) => {
    const ids = chosen.get(question);
    if (!ids) return [];
    const discount = family !== null && families.has(family) ? model.familyDiscount : 1;
    families.add(family);
    return findings.flatMap((finding) => {
      const { option, causes } = finding;
      const answer = option === null ? answers.findIndex(({ id }) => id === ids[0]) : Number(!ids.includes(option));
      const order = new Int32Array(causes.length);
      const messages = new Float64Array(causes.length);
      return answer < 0 ? [] : [{ question, finding, answer, discount, order, messages }];
    });
  });
}

/**
 * Brings the messages of one finding up to date, and the log odds with them; returns the largest change due.
 *
 * @param {Compiled} compiled
 * @param {Observation} observation
 * @param {Float64Array} logOdds
 * @param {boolean} isFree    whether to choose anew which causes are summed over exactly
 * @param {number} step       how much of each change is made
 */
function listen({ work }, { finding, answer, discount, order, messages }, logOdds, isFree, step) {
  const { causes, base } = finding;
  for (let link = 0; link < causes.length; link += 1) {
    work.beliefs[link] = logistic(logOdds[causes[link]] - discount * messages[link]);
  }
  if (isFree) rank(order, work.beliefs, causes.length, MOST_EXACT);
  predict(work, finding, order, MOST_EXACT, answer, answer + 1);
  let largestChange = 0;
  for (let link = 0; link < causes.length; link += 1) {
    const at = link * base.length + answer;
    const change = Math.log(work.with[at] / work.without[at]) - messages[link];
    messages[link] += step * change;
    logOdds[causes[link]] += discount * step * change;
    largestChange = Math.max(largestChange, Math.abs(change));
  }
  return largestChange;
}
