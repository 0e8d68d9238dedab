/**
 * Gates: answers without which a cause is out of the question, or a question is not worth asking.
 *
 * @module
 */

/** @import { Answers, Gate } from "./types.js" */

/**
 * What was chosen, by question id; null for "not sure".
 *
 * @typedef {ReadonlyMap<string, readonly string[] | null>} Chosen
 */

/**
 * Returns what was chosen for each question; where one is answered twice, the later answer counts.
 *
 * @param {Answers} answers
 * @returns {Chosen}
 */
export function chosenOf(answers) {
  return new Map(answers.map(({ question, chosen }) => [question, chosen]));
}

/**
 * Tells whether some question of the gate was answered with none of the answers that the gate lists.
 * "Not sure" contradicts nothing.
 *
 * @param {Gate} gate
 * @param {Chosen} chosen
 */
export function isContradicted(gate, chosen) {
  return Object.entries(gate).some(([question, listed]) => {
    const answer = chosen.get(question);
    return answer && !answer.some((id) => listed.includes(id));
  });
}

/**
 * Tells whether every question of the gate was answered, if only with "not sure", and none contradicts it.
 *
 * @param {Gate} gate
 * @param {Chosen} chosen
 */
export function isOpen(gate, chosen) {
  return Object.keys(gate).every((question) => chosen.has(question)) && !isContradicted(gate, chosen);
}
