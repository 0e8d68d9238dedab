/**
 * Gates: answers without which a cause is out of the question, or a question is not worth asking.
 *
 * @module
 */

/** @import { Gate, QuestionEntry } from "./types.js" */
/** @import { Statements } from "./statements.js" */

/**
 * Tells whether some question of the gate was answered with none of the answers that the gate lists. "Not sure" contradicts
 * nothing.
 *
 * @param {Gate} gate
 * @param {Statements} statements
 */
export function isContradicted(gate, statements) {
  return Object.entries(gate).some(([question, listed]) => {
    const about = statements.get(question);
    return about?.isComplete && !listed.some((option) => about.toldOptions.has(option));
  });
}

/**
 * Tells whether every question of the gate was answered, if only with "not sure", and none contradicts it. An answer that
 * the gate lists may also have been told elsewhere.
 *
 * @param {Gate} gate
 * @param {Statements} statements
 */
export function isOpen(gate, statements) {
  const isReached = (/** @type {[string, readonly string[]]} */ [question, listed]) => {
    const about = statements.get(question);
    return about && (about.isAnswered || listed.some((option) => about.toldOptions.has(option)));
  };
  return Object.entries(gate).every(isReached) && !isContradicted(gate, statements);
}

/**
 * Tells whether an answer of a question is offered: none that was given contradicts its gate.
 *
 * @param {Pick<QuestionEntry, "answers">} question
 * @param {string | null} option
 * @param {Statements} statements
 */
export function isOffered({ answers }, option, statements) {
  return !isContradicted(answers.find(({ id }) => id === option)?.gate ?? {}, statements);
}

/**
 * Tells whether one of the answers that the gate lists was told.
 *
 * @param {Gate} gate
 * @param {Statements} statements
 */
export function isMet(gate, statements) {
  return Object.entries(gate).some(([question, listed]) =>
    listed.some((option) => statements.get(question)?.toldOptions.has(option)),
  );
}

/**
 * Tells whether a step or a message fits what was told: an answer of each question in `onlyIf` was, and none in `notIf`.
 * Unlike with a gate, a question that was not answered is not enough: what makes sense only after a certain answer needs
 * that answer.
 *
 * @param {{onlyIf?: Gate, notIf?: Gate}} entry
 * @param {Statements} statements
 */
export function isFitting({ onlyIf = {}, notIf = {} }, statements) {
  return Object.entries(onlyIf).every(([question, listed]) => isMet({ [question]: listed }, statements)) && !isMet(notIf, statements);
}
