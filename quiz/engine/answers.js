/**
 * Answers that nobody gave yet, and how likely they are.
 *
 * @module
 */

/** @import { Inference } from "./beliefs.js" */
/** @import { Compiled, Finding } from "./model.js" */

import { predict, rank } from "./likelihood.js";

// How many causes are summed over exactly. Three do: these are expectations, and what they are for is to compare.
const EXACT = 3;

/**
 * Returns the answers to try for a question, each with its chance. For a pick-any question these are the lists that
 * differ in one tick from what was chosen or, if nothing was, the empty list and those with one tick; the chance of
 * a list takes its options as independent.
 *
 * @param {Compiled} compiled
 * @param {Inference} inference
 * @param {number} index
 * @param {readonly string[] | null} given    what was chosen, and is therefore not among the answers to try
 * @returns {readonly {chosen: readonly string[], chance: number}[]}
 */
export function possibleAnswers(compiled, inference, index, given) {
  const { answers, kind } = compiled.questions[index];
  const ids = answers.map(({ id }) => id);
  const chances = ids.map((id) => chanceOf(compiled, inference, index, [id]));
  if (kind === "pick-one") {
    return ids.flatMap((id, at) => (given?.includes(id) ? [] : [{ chosen: [id], chance: chances[at] }]));
  }
  const changes = given === null ? [null, ...ids] : ids;
  return changes.map((change) => {
    const chosen = ids.filter((id) => (id === change) !== (given ?? []).includes(id));
    const chance = chances.reduce((all, ticked, at) => all * (chosen.includes(ids[at]) ? ticked : 1 - ticked), 1);
    return { chosen, chance };
  });
}

/**
 * Returns the chance that the answer to a question is one of those listed, or has one of them ticked.
 *
 * @param {Compiled} compiled
 * @param {Inference} inference
 * @param {number} index
 * @param {readonly string[]} listed    answer ids
 */
export function chanceOf(compiled, inference, index, listed) {
  const { answers, kind } = compiled.questions[index];
  if (kind === "pick-one") {
    const chances = chancesOf(compiled, inference, compiled.findings[index][0]);
    return answers.reduce((sum, { id }, answer) => (listed.includes(id) ? sum + chances[answer] : sum), 0);
  }
  const ticked = compiled.findings[index].filter(({ option }) => option !== null && listed.includes(option));
  return 1 - ticked.reduce((none, finding) => none * chancesOf(compiled, inference, finding)[1], 1);
}

/**
 * Returns the chance of each answer of a finding.
 *
 * @param {Compiled} compiled
 * @param {Inference} inference
 * @param {Finding} finding
 */
function chancesOf(compiled, inference, finding) {
  if (finding.causes.length === 0) return finding.base;
  expect(compiled, inference, finding);
  const belief = inference.belief[finding.causes[0]];
  return finding.base.map((_, answer) => belief * compiled.work.with[answer] + (1 - belief) * compiled.work.without[answer]);
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
  rank(work.order, work.beliefs, finding.causes.length, EXACT);
  predict(work, finding, work.order, EXACT, 0, finding.base.length);
}
