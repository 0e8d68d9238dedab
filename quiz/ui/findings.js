/**
 * What the first screen of a result says, as data: the reason, the facts that it rests on, the plan.
 *
 * @module
 */

/** @import { CauseBelief, Fact, PlannedAction, Weight } from "../engine/types.js" */
/** @import { Debrief } from "./debrief.js" */

import { actionsInAnyCase, planActions, supportOf, toldFacts } from "../engine/index.js";
import { answerText } from "./answer-text.js";
import { cannotTell, diagnosisOf, isClear, namedCauses } from "./diagnosis.js";

const ACTIONS_IN_ANY_CASE = 4;
const MAX_MAIN_STEPS = 5;
const MAX_FACTS = 3;

/** Returns the result in one sentence. @param {Debrief} debrief */
export function headline(debrief) {
  if (cannotTell(debrief)) return debrief.t("headline_cannot_tell");
  const [leader] = namedCauses(debrief);
  return debrief.t(isClear(debrief) ? "headline" : "headline_some", { cause: debrief.cause(leader.id).title });
}

/** Returns a fact in words. @param {Debrief} debrief @param {{question: string, option: string}} fact */
export function factText(debrief, { question, option }) {
  return answerText(debrief, question, [option]);
}

/**
 * Returns a fact as it can stand by itself. The answers to a question with a short name are sentences; others need their
 * question.
 *
 * @param {Debrief} debrief
 * @param {{question: string, option: string}} fact
 */
export function factSentence(debrief, fact) {
  const { label, text } = debrief.question(fact.question);
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

/** Returns the facts beside a cause, the strongest first. @param {Debrief} debrief @param {CauseBelief} cause */
export function quotedFacts(debrief, cause) {
  return factsOf(debrief, supportOf(debrief.compiled, cause)).slice(0, MAX_FACTS);
}

/**
 * Returns the steps against the causes that the result names, if more than hints point to them: first the main ones, and then those to
 * look at on request. Where there is no such cause, the steps are those that are worth taking in any case, and no cause is
 * named beside them.
 *
 * @param {Debrief} debrief
 * @param {number} [minutes]    the time there is for all steps together
 * @returns {{main: readonly PlannedAction[], further: readonly PlannedAction[]}}
 */
export function currentPlan(debrief, minutes = Infinity) {
  const { compiled, answers } = debrief;
  const causes = cannotTell(debrief) ? [] : namedCauses(debrief);
  const plan = planActions(compiled, { causes }, { minutes, answers });
  if (plan.length > 0 || minutes < Infinity) {
    const main = plan.filter(({ isMain }) => isMain).slice(0, MAX_MAIN_STEPS);
    return { main, further: plan.filter((step) => !main.includes(step)) };
  }
  const ids = actionsInAnyCase(compiled, answers);
  const helpful = ids.length > 0 ? [] : planActions(compiled, diagnosisOf(debrief), { answers }).map(({ action }) => action);
  const inAnyCase = [...ids, ...helpful].slice(0, ACTIONS_IN_ANY_CASE);
  return { main: inAnyCase.map((action) => ({ action, help: 0, causes: [], isMain: true })), further: [] };
}

/** @param {{question: string, option: string}} fact */
export function keyOf({ question, option }) {
  return `${question} ${option}`;
}

/** @param {readonly Fact[]} facts */
export function distinct(facts) {
  return [...new Map(facts.map((fact) => [keyOf(fact), fact])).values()];
}
