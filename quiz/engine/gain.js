/**
 * What the answer to a question is expected to tell, before it is given.
 *
 * It is the mutual information of the answer and each cause, in bits, added up over the causes (cf. Heckerman,
 * Breese & Rommelse 1995; Zheng, Rish & Beygelzimer 2005): over the causes one by one and not jointly, since what
 * the reader gets is a belief for each cause.
 *
 * @module
 */

/** @import { Expectation } from "./answers.js" */
/** @import { Inference } from "./beliefs.js" */
/** @import { Compiled, Finding, Question } from "./model.js" */

import { chanceOf, expectationOf } from "./answers.js";
import { entropyBits, roleShare } from "./model.js";

/**
 * Returns a rough measure of the expected information, without logarithms and as if each cause stood alone: for small
 * differences between tables, information is proportional to belief · (1 − belief) · χ².
 *
 * @param {Question} question
 * @param {Float64Array} spread    belief · (1 − belief) of each cause
 */
export function roughGain({ findings, decides, opens }, spread) {
  let sum = 0;
  for (const { causes, chiSquare } of findings) {
    for (let link = 0; link < causes.length; link += 1) sum += spread[causes[link]] * chiSquare[link];
  }
  // What it opens or rules out may be worth as much as any other question, so it always ranks high.
  return sum + decides.length + opens.length;
}

/**
 * Returns what the answer to a question is expected to tell about all causes, in bits.
 *
 * @param {Compiled} compiled
 * @param {Inference} inference
 * @param {Question} question
 */
export function totalBits(compiled, inference, question) {
  const { gains } = inference;
  const known = gains.get(question);
  if (known !== undefined) return known;
  let bits = 0;
  addInformation(compiled, inference, question, (_, ofCause) => (bits += ofCause));
  gains.set(question, bits);
  return bits;
}

/**
 * Returns what the answer to a question is expected to tell about each cause, in bits.
 *
 * @param {Compiled} compiled
 * @param {Inference} inference
 * @param {Question} question
 * @returns {Float64Array}    by cause
 */
export function informationBits(compiled, inference, question) {
  const bits = new Float64Array(compiled.causes.length);
  addInformation(compiled, inference, question, (cause, ofCause) => (bits[cause] += ofCause));
  return bits;
}

/**
 * Calls a function with each cause that the answer to a question tells about and how much, in bits.
 *
 * For a pick-any question it is the sum over its options. That counts twice what two options both tell, so it is
 * a little more than the information of the whole list; the exact figure needs a sum over all lists.
 * For a cause that an answer can rule out it is also the entropy that goes when it does.
 *
 * @param {Compiled} compiled
 * @param {Inference} inference
 * @param {Question} question
 * @param {(cause: number, bits: number) => void} add
 */
function addInformation(compiled, inference, question, add) {
  const { belief } = inference;
  const share = roleShare(question.role);
  for (const finding of question.findings) {
    const expectation = expectationOf(compiled, inference, finding);
    finding.causes.forEach((cause, link) => add(cause, share * mutualBits(expectation, finding, link, belief[cause])));
  }
  const chance = (/** @type {readonly string[]} */ listed) => chanceOf(compiled, inference, question, listed);
  for (const cause of question.decides) {
    const { gate, notIf } = compiled.causes[cause];
    const ruledOut = (gate[question.id] ? 1 - chance(gate[question.id]) : 0) + chance(notIf[question.id] ?? []);
    add(cause, Math.min(ruledOut, 1) * entropyBits(belief[cause]));
  }
}

/**
 * Returns the mutual information of a finding and one of its causes, in bits.
 *
 * @param {Expectation} expectation
 * @param {Finding} finding
 * @param {number} link
 * @param {number} belief
 */
export function mutualBits(expectation, { base }, link, belief) {
  let nats = 0;
  for (let answer = 0; answer < base.length; answer += 1) {
    const withCause = expectation.with[link * base.length + answer];
    const withoutCause = expectation.without[link * base.length + answer];
    const marginal = belief * withCause + (1 - belief) * withoutCause;
    nats +=
      belief * withCause * Math.log(withCause / marginal) + (1 - belief) * withoutCause * Math.log(withoutCause / marginal);
  }
  return nats / Math.LN2;
}
