/**
 * The one answer that would change the result.
 *
 * @module
 */

/** @import { Answers } from "./types.js" */
/** @import { Compiled } from "./model.js" */

import { possibleAnswers } from "./answers.js";
import { infer } from "./beliefs.js";
import { likeliestFirst } from "./model.js";
import { isPointedTo } from "./named-causes.js";
import { likeliestThree, turnsOf } from "./outlook.js";
import { questionOf, rankedQuestions } from "./questions.js";
import { asksForScenes } from "./scenes.js";
import { withAnswer } from "./session.js";
import { statementsOf, withSynonyms } from "./statements.js";

// How many questions that are not answered yet are tried.
const MAX_OPEN_QUESTIONS = 10;
// How many of the answers that could make a difference are worked out, the likeliest first.
const MAX_CHECKED = 12;
// To be told of an answer that hardly anybody in the reader's place could give would help nobody.
const LEAST_CHANCE = 0.08;

/**
 * Returns the single answer to a question that is open or was answered "not sure" that would put another cause first by speaking
 * for it, or null where none is likely to: the likeliest in the light of all others. What was answered already is not
 * supposed to have been otherwise: to its reader it came out of the blue.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 * @returns {{question: string, chosen: readonly string[], leads: string} | null}
 */
export function whatWouldChange(compiled, answers) {
  const unsure = answers.flatMap((event) => (event.question && !event.chosen ? [event] : []));
  const open = rankedQuestions(compiled, answers).slice(0, MAX_OPEN_QUESTIONS);
  return likeliestChange(compiled, answers, [...unsure, ...open]);
}

/**
 * Returns the likeliest answer to one of some questions that would put another cause first, or null.
 *
 * What an answer would do is estimated first; only what could make a difference is worked out.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 * @param {readonly {question: string}[]} questions
 */
function likeliestChange(compiled, answers, questions) {
  const leader = leadingCause(compiled, answers)?.id;
  const changes = questions.flatMap(({ question }) => likelyChanges(compiled, answers, question));
  changes.sort((one, other) => other.chance - one.chance);
  for (const { question, chosen } of changes.slice(0, MAX_CHECKED)) {
    const leads = leadingCause(compiled, withAnswer(compiled, answers, { question, chosen }));
    const logOddsNow = leads && infer(compiled, answers).logOdds[leads.index];
    if (leads && leads.id !== leader && leads.logOdds > logOddsNow) return { question, chosen, leads: leads.id };
  }
  return null;
}

/**
 * Returns the answers to a question after which another cause is likely to lead, each with its chance.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 * @param {string} id
 */
function likelyChanges(compiled, answers, id) {
  const question = questionOf(compiled, id);
  // The opening questions ask for plain facts, and a scene is the whole: to be told "if that had been otherwise" would help nobody.
  if (compiled.model.opening.includes(id) || asksForScenes(question)) return [];
  const inference = infer(compiled, answers);
  const [leader] = likeliestThree(inference);
  const turns = new Map(turnsOf(compiled, inference, question).map((turn) => [turn.option, turn]));
  const trials = possibleAnswers(compiled, inference, question);
  // What was told elsewhere, on the checklist or in a note or in words that say the same, is no longer open.
  const known = withSynonyms(compiled.questions, statementsOf(compiled.questions, answers)).get(id)?.toldOptions;
  const isLikely = (/** @type {string} */ option) => !known?.has(option) && (turns.get(option)?.chance ?? 0) >= LEAST_CHANCE;
  return trials.filter(({ chosen }) => chosen.every(isLikely)).flatMap(({ chosen, chance }) => {
    const shifts = new Map();
    for (const option of chosen) turns.get(option)?.shifts.forEach((shift, cause) => shifts.set(cause, (shifts.get(cause) ?? 0) + shift));
    const [first] = likeliestThree(inference, { option: "", chance, shifts });
    return first === leader ? [] : [{ question: id, chosen, chance }];
  });
}

/**
 * Returns the likeliest cause that the answers point to; ties by id.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 */
function leadingCause(compiled, answers) {
  const { belief, logOdds } = infer(compiled, answers);
  const causes = compiled.causes.map(({ id, prior }, cause) => {
    return { id, index: cause, prior, belief: belief[cause], logOdds: logOdds[cause] };
  });
  return causes.filter(isPointedTo).sort(likeliestFirst)[0];
}
