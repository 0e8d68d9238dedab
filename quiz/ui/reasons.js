/**
 * What the rest of a result says, as data: what is feared, whose it was, what moved a cause, what is unlikely.
 *
 * @module
 */

/** @import { CauseBelief, CauseEntry, Fact, PlannedAction, QuestionEntry, Weight } from "../engine/types.js" */
/** @import { Debrief } from "./debrief.js" */

import { DECIBANS, logOddsOf, NOTICEABLE_DECIBANS, particularWeights, supportOf, toldFacts, verdict } from "../engine/index.js";
import { cannotTell, diagnosisOf, isClear, namedCauses, weakerCauses } from "./diagnosis.js";
import { distinct, factsOf, factText, keyOf, quotedFacts } from "./findings.js";

const MAX_FACTS = 3;
const MAX_FEAR_FACTS = 2;
const MAX_UNLIKELY_CAUSES = 4;
// From how many decibans on a fact says something by itself.
const TELLING_DECIBANS = 4;
// What the answers together have to weigh against a cause for it to be named as unlikely.
const UNLIKELY_DECIBANS = 3;
/** From how many decibans on a weight is called so, the largest first. @type {readonly (readonly [number, string])[]} */
const SIZES = [[10, "much"], [4, "clearly"], [0, "a_little"]];
/** What is said from which share of what decides lies outside the reader's control. @type {readonly (readonly [number, string])[]} */
const OUTSIDE_SHARES = [[0.65, "prevented_outside"], [0.35, "prevented_half"], [0.1, "prevented_some"], [0, "prevented_little"]];

/** Returns the heading over the causes. @param {Debrief} debrief */
export function causesHeading(debrief) {
  return debrief.t(cannotTell(debrief) ? "hints_title" : "causes_title");
}

/** Returns the titles of causes as one text. @param {Debrief} debrief @param {readonly string[]} ids */
export function causeTitles(debrief, ids) {
  return debrief.formatList(ids.map((id) => debrief.cause(id).title));
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

/** Returns in words how far a weight moved a cause. @param {Debrief} debrief @param {number} decibans */
export function moveText(debrief, decibans) {
  const size = Math.abs(decibans);
  const [, name] = SIZES.find(([least]) => size >= least) ?? SIZES[2];
  return debrief.t(`moved_${name}_${decibans < 0 ? "away" : "towards"}`);
}

/** Tells whether another cause accounts for what a fact would say. @param {Weight} weight */
export function isExplained({ explainedBy, decibans }) {
  return explainedBy.length > 0 && decibans < NOTICEABLE_DECIBANS;
}

/**
 * Returns the facts that were told and stand nowhere else: neither with a cause on the page or a fear, nor as how far it went.
 *
 * @param {Debrief} debrief
 * @param {readonly CauseBelief[]} causes     those on the page
 */
export function otherFacts(debrief, causes) {
  const reached = reachedStage(debrief);
  const factsOnPage = [
    ...causes.flatMap((cause) => quotedFacts(debrief, cause)),
    ...fears(debrief).flatMap(({ facts }) => facts),
    ...(reached ? [reached.fact] : []),
  ];
  const quoted = new Set(factsOnPage.map(keyOf));
  return toldFacts(debrief.compiled, debrief.answers).filter((fact) =>
    debrief.question(fact.question).role !== "fear" && !quoted.has(keyOf(fact)));
}

/** Returns the reader's own words. @param {Debrief} debrief @returns {readonly string[]} */
export function ownWords({ answers }) {
  return answers.flatMap((event) => ("note" in event && event.note ? [event.note] : []));
}

/**
 * What the reader feared, and how it looks in the light of the answers.
 *
 * @typedef {object} Fear
 * @property {string} text
 * @property {"shown" | "weaker" | "hidden" | "little" | "no" | "untold" | "unneeded"} state   `weaker`: among those that
 *   less points to; `hidden`: nothing much points there, but nothing can rule it out;
 *   `untold`: nothing that was told speaks for it or against it; `unneeded`: likewise, and another cause explains the end
 * @property {CauseBelief} belief                      of the likeliest cause that it stands for
 * @property {readonly Fact[]} facts               what was told and speaks for it
 * @property {readonly Weight[]} against
 */

/** Returns what the reader feared. @param {Debrief} debrief @returns {readonly Fear[]} */
export function fears(debrief) {
  const ranks = new Map([
    ...namedCauses(debrief).map(({ id }) => /** @type {const} */ ([id, "shown"])),
    ...weakerCauses(debrief).map(({ id }) => /** @type {const} */ ([id, "weaker"])),
  ]);
  return toldFacts(debrief.compiled, debrief.answers).flatMap((fact) => {
    const answer = debrief.question(fact.question).answers.find(({ id }) => id === fact.option);
    const beliefs = diagnosisOf(debrief).causes.filter(({ id }) => answer?.standsFor?.includes(id));
    if (!answer || beliefs.length === 0) return [];
    const belief = beliefs.find(({ id }) => ranks.has(id)) ?? beliefs[0];
    // To say of a trifle that it points to what is feared would feed the fear.
    const support = beliefs.flatMap((cause) => supportOf(debrief.compiled, cause)).filter(({ decibans }) => decibans >= TELLING_DECIBANS);
    const against = particularWeights(debrief.compiled, belief).filter(({ decibans }) => decibans <= -NOTICEABLE_DECIBANS);
    const canBeHidden = beliefs.some(({ id }) => debrief.cause(id).canBeHidden);
    const otherState = canBeHidden ? "hidden" : fearState(debrief, support, against);
    return [{
      text: answer.text,
      state: /** @type {Fear["state"]} */ (ranks.get(belief.id) ?? otherState),
      belief,
      facts: distinct(factsOf(debrief, support)).slice(0, MAX_FEAR_FACTS),
      against: against.filter(({ ticked }) => !ticked).slice(0, MAX_FEAR_FACTS),
    }];
  });
}

/**
 * Tells how a fear looks that some weights support and some speak against.
 *
 * @param {Debrief} debrief
 * @param {readonly Weight[]} support
 * @param {readonly Weight[]} against
 */
function fearState(debrief, support, against) {
  if (support.length > 0) return "little";
  if (against.length > 0) return "no";
  return isClear(debrief) ? "unneeded" : "untold";
}

/**
 * Returns what was whose: for each control the causes on the page that have it; for what is outside the reader's control
 * also the facts that clearly speak for other such causes, if the answers at least hint at these, and tell most of a cause
 * of that kind.
 *
 * @param {Debrief} debrief
 */
export function controlColumns(debrief) {
  const causes = namedCauses(debrief);
  const quoted = new Set(causes.flatMap((cause) => factsOf(debrief, supportOf(debrief.compiled, cause))).map(keyOf));
  const { id: lowestBand } = debrief.model.bands[debrief.model.bands.length - 1];
  return Object.entries(debrief.model.controls).map(([id, control]) => {
    const isOfControl = (/** @type {{id: string}} */ cause) => debrief.cause(cause.id).control === id;
    const hinted = control.outside ? diagnosisOf(debrief).causes.filter((cause) => isOfControl(cause) && cause.band !== lowestBand) : [];
    const weights = hinted.flatMap((cause) => supportOf(debrief.compiled, cause));
    const clear = weights.filter(({ decibans }) => decibans >= TELLING_DECIBANS);
    const facts = distinct(factsOf(debrief, clear)).filter((fact) => !quoted.has(keyOf(fact)) && tellsMostOf(debrief, fact, isOfControl));
    return {
      control,
      causes: causes.filter(isOfControl),
      facts: facts.slice(0, MAX_FACTS),
    };
  });
}

/**
 * Tells whether the causes of which a fact tells most are all of one kind: a wish about pay, which also goes with an offer
 * that fell through, tells more of the wish.
 *
 * @param {Debrief} debrief
 * @param {Fact} fact
 * @param {(cause: {id: string}) => boolean} isOfKind
 */
function tellsMostOf(debrief, { question, option }, isOfKind) {
  const shares = sharesOf(debrief.question(question), option);
  const most = Math.max(...Object.values(shares));
  return Object.entries(shares).every(([cause, share]) => share < most || isOfKind({ id: cause }));
}

/**
 * Returns the share of people of whom an answer is true, by cause.
 *
 * @param {QuestionEntry} question
 * @param {string} id
 * @returns {Readonly<Record<string, number>>}
 */
function sharesOf(question, id) {
  if (question.kind === "pick-any") return question.answers.find((answer) => answer.id === id)?.signs ?? {};
  const at = question.answers.findIndex((answer) => answer.id === id);
  return Object.fromEntries(Object.entries(question.signs).map(([cause, shares]) => [cause, shares[at]]));
}

/** Returns whether it could have been prevented, by what decides. @param {Debrief} debrief */
export function preventabilityText(debrief) {
  if (cannotTell(debrief)) return debrief.t("prevented_unknown");
  const { leads, controls: shares } = verdict(debrief.compiled, debrief.answers);
  const { controls } = debrief.model;
  const [leader] = namedCauses(debrief);
  const isOutside = (/** @type {string} */ control) => controls[control].outside;
  if (leads && isOutside(leads) && isOutside(debrief.cause(leader.id).control)) {
    return debrief.t(isClear(debrief) ? "prevented_not_yours" : "prevented_few_signs");
  }
  const share = Object.keys(shares).filter(isOutside).reduce((sum, control) => sum + shares[control], 0);
  const [, key] = OUTSIDE_SHARES.find(([least]) => share >= least) ?? OUTSIDE_SHARES[0];
  return debrief.t(key);
}

/**
 * Returns what was told about the stage at which it ended, and the stage, or undefined where that was not told.
 *
 * @param {Debrief} debrief
 */
export function reachedStage({ model, compiled, answers }) {
  const facts = toldFacts(compiled, answers);
  return facts.map((fact) => ({ fact, stage: model.howFar[fact.question]?.[fact.option] })).find(({ stage }) => stage);
}

/**
 * Returns common causes that the answers speak against, the commonest first. Somebody who was not sure about what would
 * tell most of a cause has said nothing against it, and one that a fact clearly speaks for is not called unlikely, since
 * the same fact may stand above for another that says nearly the same.
 *
 * @param {Debrief} debrief
 * @returns {readonly CauseEntry[]}
 */
export function unlikelyCauses(debrief) {
  const unsure = new Set(debrief.answers.flatMap(({ question, chosen }) => (question && !chosen ? [question] : [])));
  const isOpen = (/** @type {string} */ cause) => [...unsure].some((question) => hasSign(debrief.question(question), cause));
  const weightOf = (/** @type {CauseBelief} */ { prior, logOdds }) => DECIBANS * (logOdds - logOddsOf(prior));
  return diagnosisOf(debrief).causes
    .filter((belief) => belief.possible && weightOf(belief) <= -UNLIKELY_DECIBANS
      && !debrief.cause(belief.id).canBeHidden && !isOpen(belief.id)
      && supportOf(debrief.compiled, belief).every(({ decibans }) => decibans < TELLING_DECIBANS))
    .sort((a, b) => b.prior - a.prior || weightOf(a) - weightOf(b))
    .slice(0, MAX_UNLIKELY_CAUSES)
    .map(({ id }) => debrief.cause(id));
}

/** Tells whether a question can tell something of a cause. @param {QuestionEntry} question @param {string} cause */
function hasSign(question, cause) {
  if (question.kind === "pick-one") return Object.hasOwn(question.signs, cause);
  return question.answers.some(({ signs }) => Object.hasOwn(signs, cause));
}

/**
 * One part of a plan: the steps to take at one time.
 *
 * @typedef {object} PlanPart
 * @property {string} id        key of the model's `when`
 * @property {string} title
 * @property {number} order     the place of the time in the model
 * @property {readonly PlannedAction[]} steps
 */

/**
 * Returns the parts of a plan in the order of the model's times, without empty ones.
 *
 * @param {Debrief} debrief
 * @param {readonly PlannedAction[]} steps
 * @returns {readonly PlanPart[]}
 */
export function planParts(debrief, steps) {
  const stepsAt = (/** @type {string} */ when) => steps.filter(({ action }) => debrief.action(action).when === when);
  return Object.entries(debrief.model.when)
    .map(([id, title], order) => ({ id, title, order, steps: stepsAt(id) }))
    .filter((part) => part.steps.length > 0);
}

/** Returns what says on paper and in a file where it comes from. @param {Debrief} debrief */
export function imprint(debrief) {
  return `${debrief.model.name}, ${debrief.formatDate(new Date())}, ${debrief.shareUrl("")}`;
}
