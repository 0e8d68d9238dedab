/**
 * The facts that were told, in words, and which of them weights rest on.
 *
 * @module
 */

/** @import { CauseBelief, Fact, Weight } from "../../engine/types.js" */
/** @import { Debrief } from "../debrief.js" */

import { supportOf, toldFacts } from "../../engine/index.js";
import { answerText } from "../questions/answer-text.js";

const MAX_FACTS = 3;
/** From how many decibans on a fact says something by itself. */
export const TELLING_DECIBANS = 4;

/** Returns a fact in words. @param {Debrief} debrief @param {{question: string, option: string}} fact */
export function factText(debrief, { question, option }) {
  return answerText(debrief, question, [option]);
}

/**
 * Returns a fact as it can be by itself. The answers to a question with a short name are sentences; others need their
 * question.
 *
 * @param {Debrief} debrief
 * @param {{question: string, option: string}} fact
 */
export function factSentence(debrief, fact) {
  const { label, role, text } = debrief.question(fact.question);
  if (role === "scenes") return debrief.t("scene_told", { scene: factText(debrief, fact) });
  return label ? factText(debrief, fact) : `${text} ${factText(debrief, fact)}`;
}

/**
 * Returns the facts of the reader's that some weights rest on, each once.
 *
 * @param {Debrief} debrief
 * @param {readonly Weight[]} weights
 * @returns {readonly Fact[]}
 */
export function factsOf(debrief, weights) {
  const facts = toldFacts(debrief.compiled, debrief.answers);
  return weights.flatMap(({ question, option }) =>
    facts.filter((fact) => fact.question === question && (option === null || fact.option === option)));
}

/**
 * Returns the facts beside a cause, the strongest first; a scene, which is the guide's telling and not the reader's, comes last.
 *
 * @param {Debrief} debrief
 * @param {CauseBelief} cause
 */
export function quotedFacts(debrief, cause) {
  const facts = factsOf(debrief, supportOf(debrief.compiled, cause));
  const scenes = facts.filter(({ question }) => debrief.question(question).role === "scenes");
  const ownFacts = facts.filter((fact) => !scenes.includes(fact));
  return [...ownFacts.slice(0, MAX_FACTS - scenes.length), ...scenes];
}

/**
 * Returns in words the answer that a weight comes from.
 *
 * @param {Debrief} debrief
 * @param {Weight} weight
 */
export function weightText(debrief, weight) {
  if (!weight.ticked && weight.option !== null) return debrief.t("not_ticked", { option: factText(debrief, /** @type {any} */ (weight)) });
  const [fact] = factsOf(debrief, [weight]);
  return fact ? factText(debrief, fact) : debrief.t("none_of_these");
}

/** @param {{question: string, option: string}} fact */
export function keyOf({ question, option }) {
  return `${question} ${option}`;
}

/** @param {readonly Fact[]} facts */
export function distinct(facts) {
  return [...new Map(facts.map((fact) => [keyOf(fact), fact])).values()];
}
