/**
 * The page of short lines: before it ends, the debrief asks about a few options by themselves, yes or no. People forget to
 * tick what is true of them, and some pages are never shown.
 *
 * @module
 */

/** @import { Answers, Fact } from "./types.js" */
/** @import { Compiled, Finding, Question } from "./model.js" */
/** @import { Inference } from "./beliefs.js" */
/** @import { Proposal } from "./proposals.js" */

import { expectationOf } from "./answers.js";
import { infer } from "./beliefs.js";
import { informationOf } from "./gain.js";
import { isContradicted, isOpen } from "./gates.js";
import { likeliestThree } from "./outlook.js";
import { isProposable, mostTelling } from "./proposals.js";

const MOST_LINES = 8;
// A cause counts as near the first one from half its odds on, in logs.
const NEAR_LOG_ODDS = Math.LN2;
/** The causes to ask about. @typedef {{leaders: ReadonlySet<number>, leastLogOdds: number}} Focus */

/**
 * Returns the lines that are expected to change the result most, the best first, and what they tell together, in bits.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 * @returns {{lines: readonly Fact[], gainBits: number}}
 */
export function usefulLines(compiled, answers) {
  const inference = infer(compiled, answers);
  const focus = focusOf(inference);
  const proposals = [...compiled.questions.values()].flatMap((question) => proposalsOf(compiled, inference, focus, question));
  const { facts, gainBits } = mostTelling(proposals, MOST_LINES);
  return { lines: facts, gainBits };
}

/**
 * Returns the causes that lead, and the log odds that a cause needs to be near the first of them.
 *
 * @param {Inference} inference
 * @returns {Focus}
 */
function focusOf(inference) {
  const leaders = likeliestThree(inference);
  return { leaders: new Set(leaders), leastLogOdds: inference.logOdds[leaders[0]] - NEAR_LOG_ODDS };
}

/**
 * Returns the options of a question that nothing was said of, unless an answer rules the question out.
 *
 * @param {Compiled} compiled
 * @param {Inference} inference
 * @param {Focus} focus
 * @param {Question} question
 * @returns {readonly Proposal[]}
 */
function proposalsOf(compiled, inference, focus, question) {
  const about = inference.statements.get(question.id);
  const isAskable = about?.isAnswered ? !isContradicted(question.gate, inference.statements) : isOpen(question.gate, inference.statements);
  if (!isAskable || question.role !== "evidence") return [];
  const findings = about?.isComplete ? question.askedAgain : question.asked;
  return findings.flatMap((finding) => {
    const option = finding.option ?? "";
    if (finding.causes.length === 0 || !isProposable(inference, question, finding)) return [];
    const bits = focussedBits(compiled, inference, focus, finding);
    return bits.size > 0 ? [{ fact: { question: question.id, option }, bits }] : [];
  });
}

/**
 * Returns the information in "yes" or "no" about each of the causes that lead, and of those that could well lead after a
 * "yes". It is worked out as for questions.
 *
 * @param {Compiled} compiled
 * @param {Inference} inference
 * @param {Focus} focus
 * @param {Finding} finding
 */
function focussedBits(compiled, inference, { leaders, leastLogOdds }, finding) {
  const expectation = expectationOf(compiled, inference, finding);
  const bits = new Map();
  finding.causes.forEach((cause, link) => {
    const yes = Math.log(expectation.with[2 * link] / expectation.without[2 * link]);
    if (leaders.has(cause) || inference.logOdds[cause] + yes >= leastLogOdds) bits.set(cause, 0);
  });
  informationOf(inference, finding, (cause, ofCause) => {
    if (cause !== null && bits.has(cause)) bits.set(cause, bits.get(cause) + ofCause);
  });
  return bits;
}
