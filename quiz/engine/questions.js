/**
 * Which question to ask next: the opening ones, then the one that is expected to tell most for its length.
 *
 * @module
 */

/** @import { Answers, Gate, NextQuestion } from "./types.js" */
/** @import { Chosen } from "./gates.js" */
/** @import { Inference } from "./beliefs.js" */
/** @import { Compiled, Question } from "./model.js" */

import { chanceOf } from "./answers.js";
import { infer } from "./beliefs.js";
import { informationBits, screen, totalBits } from "./gain.js";
import { isOpen } from "./gates.js";

// How many questions are looked at closely, after a first look at all of them without logarithms.
const MOST_CLOSE = 40;
const MOST_SEPARATED = 3;
const MOST_BEST = 3;
// A cause is named as one that a question tells about if it gets this part of what the first one gets.
const LEAST_PART = 0.2;

/**
 * @typedef {object} Prospect
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
  return [...compiled.questions.values()].filter((question) => isEligible(question, chosen)).map(({ id }) => id);
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
  const opening = compiled.model.opening.flatMap((id) => compiled.questions.get(id) ?? []);
  const first = opening.find((question) => isEligible(question, inference.chosen));
  const ranking = first ? [prospect(compiled, inference, first)] : rankedQuestions(compiled, answers);
  if (ranking.length === 0) return null;
  const [{ question, gainBits }] = ranking;
  const bits = informationBits(compiled, inference, questionOf(compiled, question));
  const told = [...bits.keys()].sort((one, other) => bits[other] - bits[one]).slice(0, MOST_SEPARATED);
  return {
    question,
    gainBits,
    separates: told.filter((cause) => bits[cause] > LEAST_PART * bits[told[0]]).map((cause) => compiled.causes[cause].id),
    best: ranking.slice(0, MOST_BEST).map((each) => each.question),
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
  return [...compiled.questions.values()]
    .filter((question) => isEligible(question, inference.chosen))
    .map((question) => ({ question, perPage: screen(question, spread) / question.cost }))
    .sort((one, other) => other.perPage - one.perPage)
    .slice(0, most)
    .map(({ question }) => prospect(compiled, inference, question))
    .sort((one, other) => other.gainBits - one.gainBits);
}

/**
 * Returns what a question is worth by itself or, if that is more per page, together with one that it may open.
 *
 * @param {Compiled} compiled
 * @param {Inference} inference
 * @param {Question} question
 * @returns {Prospect}
 */
function prospect(compiled, inference, question) {
  const { id, cost } = question;
  const own = totalBits(compiled, inference, question);
  let gainBits = own / cost;
  for (const opened of question.opens) {
    const { [id]: listed, ...others } = opened.gate;
    if (inference.chosen.has(opened.id) || !isOpen(others, inference.chosen)) continue;
    const chance = chanceOf(compiled, inference, question, listed);
    const both = own + chance * totalBits(compiled, inference, questionOf(compiled, opened.id));
    gainBits = Math.max(gainBits, both / (cost + chance * opened.cost));
  }
  return { question: id, gainBits };
}

/**
 * Returns a question that the model is known to have.
 *
 * @param {Compiled} compiled
 * @param {string} id
 */
export function questionOf({ questions }, id) {
  return /** @type {Question} */ (questions.get(id));
}
