/**
 * Which question to ask next: the opening ones, then the one that is expected to tell most for its length.
 *
 * @module
 */

/** @import { Answers, Gate, NextQuestion } from "./types.js" */
/** @import { Chosen } from "./gates.js" */
/** @import { Inference } from "./beliefs.js" */
/** @import { Compiled } from "./model.js" */

import { chanceOf } from "./answers.js";
import { infer } from "./beliefs.js";
import { informationBits, screen, totalBits } from "./gain.js";
import { isOpen } from "./gates.js";

// How many questions are looked at closely, after a first look at all of them without logarithms.
const MOST_CLOSE = 40;
const MOST_SEPARATED = 3;
// A cause is named as one that a question tells about if it gets this part of what the first one gets.
const LEAST_PART = 0.2;

/**
 * @typedef {object} Prospect
 * @property {number} index       of the question
 * @property {string} question
 * @property {number} gainBits    expected information, in bits per ordinary page
 */

/**
 * Returns the ids of the questions that may be asked: unanswered, every question of their gate answered, and none
 * of those answers against it.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 * @returns {readonly string[]}
 */
export function eligibleQuestions(compiled, answers) {
  const { chosen } = infer(compiled, answers);
  return compiled.questions.filter((question) => isEligible(question, chosen)).map(({ id }) => id);
}

/**
 * @param {{id: string, gate: Gate}} question
 * @param {Chosen} chosen
 */
function isEligible({ id, gate }, chosen) {
  return !chosen.has(id) && isOpen(gate, chosen);
}

/**
 * Returns the question to ask next, or null when none is left.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 * @returns {NextQuestion | null}
 */
export function nextQuestion(compiled, answers) {
  const inference = infer(compiled, answers);
  const opening = compiled.model.opening
    .map((id) => compiled.questionIndex.get(id) ?? -1)
    .find((index) => index >= 0 && isEligible(compiled.questions[index], inference.chosen));
  const best = opening === undefined ? rankedQuestions(compiled, answers)[0] : prospect(compiled, inference, opening);
  if (!best) return null;
  const bits = [...informationBits(compiled, inference, best.index)].sort(
    ([one, oneBits], [other, otherBits]) => otherBits - oneBits || one - other,
  );
  const separates = bits
    .filter(([, each]) => each > LEAST_PART * bits[0][1])
    .map(([cause]) => compiled.causes[cause].id);
  return {
    question: best.question,
    gainBits: best.gainBits,
    separates: separates.slice(0, MOST_SEPARATED),
  };
}

/**
 * Returns the eligible questions that look most telling, the best first; ties stand as the first look has them, then by id.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 * @param {number} most     how many are looked at closely
 * @returns {readonly Prospect[]}
 */
export function rankedQuestions(compiled, answers, most = MOST_CLOSE) {
  const inference = infer(compiled, answers);
  const spread = inference.belief.map((belief) => belief * (1 - belief));
  return compiled.questions
    .flatMap((question, index) =>
      isEligible(question, inference.chosen) ? [{ index, perPage: screen(compiled, spread, index) / question.cost }] : [],
    )
    .sort((one, other) => other.perPage - one.perPage)
    .slice(0, most)
    .map(({ index }) => prospect(compiled, inference, index))
    .sort((one, other) => other.gainBits - one.gainBits);
}

/**
 * Returns what a question is worth by itself or, if that is more per page, together with one that it may open.
 *
 * @param {Compiled} compiled
 * @param {Inference} inference
 * @param {number} index
 * @returns {Prospect}
 */
function prospect(compiled, inference, index) {
  const { id, cost } = compiled.questions[index];
  const own = totalBits(compiled, inference, index);
  let gainBits = own / cost;
  for (const opened of compiled.gatedQuestions[index]) {
    const { id: openedId, gate, cost: openedCost } = compiled.questions[opened];
    const { [id]: listed, ...others } = gate;
    if (inference.chosen.has(openedId) || !isOpen(others, inference.chosen)) continue;
    const chance = chanceOf(compiled, inference, index, listed);
    const both = own + chance * totalBits(compiled, inference, opened);
    gainBits = Math.max(gainBits, both / (cost + chance * openedCost));
  }
  return { index, question: id, gainBits };
}
