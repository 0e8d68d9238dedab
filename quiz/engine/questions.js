/**
 * Which question to ask next: the opening ones, then the one that is expected to tell most for its length.
 *
 * @module
 */

/** @import { Answers, Gate, NextQuestion } from "./types.js" */
/** @import { Inference } from "./beliefs.js" */
/** @import { Compiled, Question } from "./model.js" */
/** @import { Statements } from "./statements.js" */

import { chanceOf, chancesOf, noneOf } from "./answers.js";
import { infer, inferBeforeScenes } from "./beliefs.js";
import { informationBits, roughGain, totalBits } from "./gain.js";
import { isMet, isOffered, isOpen } from "./gates.js";
import { chancesOfChange } from "./outlook.js";
import { asksForScenes, likeliestScenes, openScenes, possibleScenes } from "./scenes.js";

// For how many questions the expected information is computed, after a rough comparison of all of them.
const MAX_COMPUTED = 40;
const MAX_SEPARATED = 3;
const MAX_BEST = 3;
// A page on which nothing applies costs patience besides its time.
const EMPTY_PAGE_COST = 1;
// Only this many of the questions that tell most are tried for whether an answer could put another cause first.
const MAX_DECISIVE = 10;
// A cause is named as one that a question tells about if it gets this part of what the first one gets.
const MIN_PART = 0.2;

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
  const { statements } = infer(compiled, answers);
  return [...compiled.questions.values()].filter((question) => isEligible(question, statements)).map(({ id }) => id);
}

/**
 * Returns the answers of a question that may apply: those told already, and those that no other answer speaks against. Of
 * scenes these are the ones of the causes that were possible when their page came.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 * @param {string} id
 */
export function offeredAnswers(compiled, answers, id) {
  const question = questionOf(compiled, id);
  if (asksForScenes(question)) {
    const possible = possibleScenes(inferBeforeScenes(compiled, answers), question);
    return question.answers.filter((answer) => possible.has(answer.id));
  }
  const { statements } = infer(compiled, answers);
  const toldOptions = statements.get(id)?.toldOptions;
  return question.answers.filter((answer) => toldOptions?.has(answer.id) || isOffered(question, answer.id, statements));
}

/**
 * Returns the ids of the answers that stand foremost on a page and not below a label of their own: all, but of scenes those of
 * the likeliest causes.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 * @param {string} id
 * @returns {ReadonlySet<string | null>}
 */
export function foremostAnswers(compiled, answers, id) {
  const question = questionOf(compiled, id);
  if (asksForScenes(question)) return likeliestScenes(inferBeforeScenes(compiled, answers), question);
  return new Set(offeredAnswers(compiled, answers, id).map((answer) => answer.id));
}

/**
 * @param {{id: string, gate: Gate}} question
 * @param {Statements} statements
 */
function isEligible({ id, gate }, statements) {
  return !statements.get(id)?.isAnswered && isOpen(gate, statements);
}

/**
 * Returns the question to ask next, or null when none is left: an opening one, one about what was just told, or the one that
 * tells most. Where that one is hardly worth its page, it is instead the one whose answer could well put another cause first.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 * @returns {NextQuestion | null}
 */
export function nextQuestion(compiled, answers) {
  const inference = infer(compiled, answers);
  const opening = compiled.model.opening.flatMap((id) => compiled.questions.get(id) ?? []);
  const first = opening.find((question) => isEligible(question, inference.statements)) ?? followUp(compiled, inference);
  const ranking = first ? [prospectOf(compiled, inference, first)] : rankedQuestions(compiled, answers);
  if (ranking.length === 0) return null;
  const isWorthAsking = first || ranking[0].gainBits >= worthwhileBits(compiled);
  const decisive = isWorthAsking ? null : decisiveProspect(compiled, inference, ranking);
  const prospect = decisive ?? ranking[0];
  return {
    ...prospect,
    isDecisive: decisive !== null,
    isInAnyCase: first !== undefined,
    separates: separatedCauses(compiled, inference, questionOf(compiled, prospect.question)),
    best: ranking.slice(0, MAX_BEST).map(({ question: id }) => id),
  };
}

/**
 * Returns the page that asks for scenes, whatever it tells, or null where it was answered or the guide has none.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 * @returns {NextQuestion | null}
 */
export function scenesPage(compiled, answers) {
  const question = openScenes(compiled, answers);
  if (!question) return null;
  const inference = infer(compiled, answers);
  const separates = separatedCauses(compiled, inference, question);
  return { ...prospectOf(compiled, inference, question), isDecisive: false, isInAnyCase: true, separates, best: [question.id] };
}

/**
 * Returns the ids of the causes that a question tells most about, three at the most.
 *
 * @param {Compiled} compiled
 * @param {Inference} inference
 * @param {Question} question
 */
function separatedCauses(compiled, inference, question) {
  const bits = informationBits(compiled, inference, question);
  const separated = [...bits.keys()].sort((a, b) => bits[b] - bits[a]).slice(0, MAX_SEPARATED);
  const isNamed = (/** @type {number} */ cause) => bits[cause] > MIN_PART * bits[separated[0]];
  return separated.filter(isNamed).map((cause) => compiled.causes[cause].id);
}

/**
 * Returns the question that tells most of those that may be asked and are about something that was told, if there is one. Those
 * that a single answer opens, such as how the presentation went, come before those for many.
 *
 * @param {Compiled} compiled
 * @param {Inference} inference
 */
function followUp(compiled, inference) {
  const { statements } = inference;
  const isNext = (/** @type {Question} */ question) => isMet(question.follows, statements) && isEligible(question, statements);
  const bitsOf = (/** @type {Question} */ question) => totalBits(compiled, inference, question);
  const isForOne = (/** @type {Question} */ { gate }) => Object.values(gate).some(({ length }) => length === 1);
  return [...compiled.questions.values()].filter(isNext)
    .sort((a, b) => Number(isForOne(b)) - Number(isForOne(a)) || bitsOf(b) - bitsOf(a)).at(0);
}

/**
 * Returns the question whose answer is likeliest to put another cause first, or null where none could well do so.
 *
 * @param {Compiled} compiled
 * @param {Inference} inference
 * @param {readonly Prospect[]} ranking
 * @returns {Prospect | null}
 */
function decisiveProspect(compiled, inference, ranking) {
  let [best, bestChance] = [/** @type {Prospect | null} */ (null), compiled.model.stopping.change];
  for (const prospect of ranking.slice(0, MAX_DECISIVE)) {
    const { first } = chancesOfChange(compiled, inference, questionOf(compiled, prospect.question));
    if (first >= bestChance) [best, bestChance] = [prospect, first];
  }
  return best;
}

/**
 * Returns the least information for which a page is worth asking, in bits: a share of what there is to learn at the start,
 * the entropy of which cause it was.
 *
 * @param {Compiled} compiled
 */
export function worthwhileBits({ model, entropyBits }) {
  return model.stopping.gain * entropyBits;
}

/**
 * Returns the eligible questions that tell most, the best first; ties stand as the rough comparison has them, then by id.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 * @param {number} maxComputed     for how many the expected information is computed
 * @returns {readonly Prospect[]}
 */
export function rankedQuestions(compiled, answers, maxComputed = MAX_COMPUTED) {
  const inference = infer(compiled, answers);
  const spread = inference.belief.map((belief) => belief * (1 - belief));
  return [...compiled.questions.values()]
    .filter((question) => isEligible(question, inference.statements) && !asksForScenes(question))
    .map((question) => ({ question, perPage: roughGain(question, spread) / question.cost }))
    .sort((a, b) => b.perPage - a.perPage)
    .slice(0, maxComputed)
    .map(({ question }) => prospectOf(compiled, inference, question))
    .sort((a, b) => b.gainBits - a.gainBits);
}

/**
 * Returns what a question is worth by itself or, if that is more per page, together with one that it may open.
 *
 * @param {Compiled} compiled
 * @param {Inference} inference
 * @param {Question} question
 * @returns {Prospect}
 */
function prospectOf(compiled, inference, question) {
  const { id } = question;
  const cost = costOf(compiled, inference, question);
  const bits = totalBits(compiled, inference, question);
  let gainBits = bits / cost;
  for (const opened of question.opens) {
    const { [id]: allowed, ...restOfGate } = opened.gate;
    if (inference.statements.get(opened.id)?.isAnswered || !isOpen(restOfGate, inference.statements)) continue;
    const chance = chanceOf(compiled, inference, question, allowed);
    const bitsTogether = bits + chance * totalBits(compiled, inference, questionOf(compiled, opened.id));
    gainBits = Math.max(gainBits, bitsTogether / (cost + chance * costOf(compiled, inference, questionOf(compiled, opened.id))));
  }
  return { question: id, gainBits };
}

/**
 * Returns what a question costs, in ordinary pages: more, the likelier it is that nothing on it applies.
 *
 * @param {Compiled} compiled
 * @param {Inference} inference
 * @param {Question} question
 */
function costOf(compiled, inference, question) {
  const { cost, kind } = question;
  return kind === "pick-one" ? cost : cost * (1 + EMPTY_PAGE_COST * noneOf(chancesOf(compiled, inference, question)));
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
