/**
 * The answers that a question may get, and how likely they are.
 *
 * @module
 */

/** @import { Inference } from "./beliefs.js" */
/** @import { Compiled, Finding, Question } from "./model.js" */

import { predict } from "./likelihood.js";
import { total } from "./model.js";

/**
 * Returns the answers to try for a question, each with its chance. For a pick-any question these are the lists that
 * differ in one tick from what was chosen or, if nothing was, the empty list and those with one tick; the chance of
 * a list takes its options as independent.
 *
 * @param {Compiled} compiled
 * @param {Inference} inference
 * @param {Question} question
 * @param {readonly string[] | null} current    what is chosen now, and is therefore not among the answers to try
 * @returns {readonly {chosen: readonly string[], chance: number}[]}
 */
export function possibleAnswers(compiled, inference, question, current) {
  const ids = question.answers.map(({ id }) => id);
  const chances = chancesOf(compiled, inference, question);
  if (question.kind === "pick-one") {
    const options = ids.map((id, index) => ({ chosen: [id], chance: chances[index] }));
    return options.filter((option) => !current?.includes(option.chosen[0]));
  }
  const changes = current === null ? [null, ...ids] : ids;
  return changes.map((change) => {
    const chosen = ids.filter((id) => (id === change) !== (current ?? []).includes(id));
    const chance = ids.reduce((product, id, index) => {
      const ticked = chances[index];
      return product * (chosen.includes(id) ? ticked : 1 - ticked);
    }, 1);
    return { chosen, chance };
  });
}

/**
 * Returns the chance that the answer to a question is one of those listed, or has one of them ticked.
 *
 * @param {Compiled} compiled
 * @param {Inference} inference
 * @param {Question} question
 * @param {readonly string[]} listed    answer ids
 */
export function chanceOf(compiled, inference, question, listed) {
  const chances = chancesOf(compiled, inference, question).filter((_, at) => listed.includes(question.answers[at].id));
  return question.kind === "pick-one" ? total(chances) : 1 - chances.reduce((none, ticked) => none * (1 - ticked), 1);
}

/**
 * Returns the chance of each answer of a pick-one question, or of a tick at each option of a pick-any question.
 *
 * @param {Compiled} compiled
 * @param {Inference} inference
 * @param {Question} question
 * @returns {readonly number[]}
 */
function chancesOf(compiled, inference, { kind, findings }) {
  const ofFindings = findings.map((finding) => {
    if (finding.causes.length === 0) return [...finding.base];
    expect(compiled, inference, finding);
    const belief = inference.belief[finding.causes[0]];
    const { with: held, without } = compiled.work;
    return Array.from(finding.base, (_, answer) => belief * held[answer] + (1 - belief) * without[answer]);
  });
  return kind === "pick-one" ? ofFindings[0] : ofFindings.map(([ticked]) => ticked);
}

/**
 * Fills the workspace with how likely each answer of a finding is, with and without each of its causes.
 *
 * @param {Compiled} compiled
 * @param {Inference} inference
 * @param {Finding} finding
 */
export function expect({ work }, { belief }, finding) {
  for (let link = 0; link < finding.causes.length; link += 1) work.beliefs[link] = belief[finding.causes[link]];
  predict(work, finding, 0, finding.base.length);
}
