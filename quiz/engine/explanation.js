/**
 * What the reader may ask about a diagnosis as a whole: what would change it, how much of it lies outside their
 * control, and whether it says anything at all.
 *
 * @module
 */

/** @import { Answers, Diagnosis, QuizModel } from "./types.js" */
/** @import { Compiled } from "./model.js" */

import { possibleAnswers } from "./answers.js";
import { infer } from "./beliefs.js";
import { likeliestFirst, total } from "./model.js";
import { questionOf, rankedQuestions } from "./questions.js";
import { withAnswer } from "./session.js";

const MOST_TRIED = 10;
// The bands at the bottom in which a cause has too little behind it to be named as a finding.
const WEAK_BANDS = 2;
const NOTICEABLE_DECIBANS = 1;

/**
 * Returns the single answer that would put another cause first, or null where none would.
 *
 * Questions that are open or were answered "not sure" come before answers that would have to be different ones;
 * among them it is the answer that is likeliest in the light of all others. For pick-any questions, lists are
 * tried that differ in one tick.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 * @returns {{question: string, chosen: readonly string[], leads: string} | null}
 */
export function whatWouldChange(compiled, answers) {
  const leader = leading(compiled, answers);
  if (leader === null) return null;
  const unsure = answers.filter(({ chosen }) => !chosen);
  const open = rankedQuestions(compiled, answers).slice(0, MOST_TRIED);
  // The opening questions are about plain facts: "if that had been otherwise" would help nobody.
  const given = answers.filter(({ question, chosen }) => chosen && !compiled.model.opening.includes(question));
  return likeliestFlip(compiled, answers, leader, [...unsure, ...open]) ?? likeliestFlip(compiled, answers, leader, given);
}

/**
 * @param {Compiled} compiled
 * @param {Answers} answers
 * @param {string} leader
 * @param {readonly {question: string}[]} questions
 */
function likeliestFlip(compiled, answers, leader, questions) {
  let best = null;
  let bestChance = 0;
  for (const { question } of questions) {
    const given = answers.find((each) => each.question === question)?.chosen ?? null;
    const others = infer(compiled, answers.filter((each) => each.question !== question));
    for (const { chosen, chance } of possibleAnswers(compiled, others, questionOf(compiled, question), given)) {
      if (chance <= bestChance) continue;
      const leads = leading(compiled, withAnswer(compiled, answers, { question, chosen }));
      if (leads === null || leads === leader) continue;
      best = { question, chosen, leads };
      bestChance = chance;
    }
  }
  return best;
}

/**
 * Returns the id of the likeliest cause; ties by id.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 */
function leading(compiled, answers) {
  const { belief } = infer(compiled, answers);
  const [first] = compiled.causes.map(({ id }, cause) => ({ id, belief: belief[cause] })).sort(likeliestFirst);
  return first?.belief > 0 ? first.id : null;
}

/**
 * Returns how much of the belief in all causes is belief in causes outside the reader's control, from 0 to 1.
 *
 * @param {Compiled} compiled
 * @param {Diagnosis} diagnosis
 * @returns {number}
 */
export function outsideShare({ causes, causeIndex, model }, diagnosis) {
  let all = 0;
  let outside = 0;
  for (const { id, belief } of diagnosis.causes) {
    all += belief;
    if (model.controls[causes[causeIndex.get(id) ?? -1].control]?.outside) outside += belief;
  }
  return all > 0 ? outside / all : 0;
}

/**
 * Tells whether the diagnosis says too little to name a cause: none has come into a band above the two weakest
 * through the answers.
 *
 * @param {Compiled} compiled
 * @param {Diagnosis} diagnosis
 * @returns {boolean}
 */
export function cannotTell({ model }, { causes }) {
  return !causes.some(
    ({ belief, weights }) =>
      isTelling(model, belief) && total(weights.map(({ decibans }) => decibans)) >= NOTICEABLE_DECIBANS,
  );
}

/**
 * Tells whether a belief is in a band above the two weakest.
 *
 * @param {QuizModel} model
 * @param {number} belief
 */
export function isTelling({ bands }, belief) {
  const lowest = Math.max(bands.length - 1 - WEAK_BANDS, 0);
  return belief >= bands[lowest].least;
}
