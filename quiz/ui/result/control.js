/**
 * Whose it was, and whether it could have been prevented.
 *
 * @module
 */

/** @import { Fact, QuestionEntry } from "../../engine/types.js" */
/** @import { Debrief } from "../debrief.js" */

import { supportOf, verdict } from "../../engine/index.js";
import { cannotTell, controlOf, isClear, namedCauses, restsOnLittle, weakerCauses } from "./debrief-diagnosis.js";
import { distinct, factsOf, keyOf, TELLING_DECIBANS } from "./facts.js";

const MAX_FACTS = 3;
/** What is said from which share of what decides lies outside the reader's control. @type {readonly (readonly [number, string])[]} */
const OUTSIDE_SHARES = [[0.65, "prevented_outside"], [0.35, "prevented_half"], [0.1, "prevented_some"], [0, "prevented_little"]];

/**
 * Returns what was whose: for each control the named causes that have it; for what is outside the reader's control also the
 * facts that clearly speak for such causes that are told below, and tell most of a cause of that kind.
 *
 * @param {Debrief} debrief
 */
export function controlColumns(debrief) {
  const causes = namedCauses(debrief);
  const quoted = new Set(causes.flatMap((cause) => factsOf(debrief, supportOf(debrief.compiled, cause))).map(keyOf));
  return Object.entries(debrief.model.controls).map(([id, control]) => {
    const isOfControl = (/** @type {{id: string}} */ cause) => controlOf(debrief, cause.id) === id;
    const below = control.outside ? weakerCauses(debrief).filter(isOfControl) : [];
    const weights = below.flatMap((cause) => supportOf(debrief.compiled, cause));
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
 * Tells whether the causes of which a fact tells most are all of one kind: what is a slighter sign of other causes as well says
 * nothing for their kind.
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

/**
 * Returns whether it could have been prevented, by what decides. That it could not is said only where the first cause rests on
 * more than little, no cause beside it lies in the reader's hands, and nothing is in their own words that no answer was
 * picked for: it may say otherwise.
 *
 * @param {Debrief} debrief
 */
export function preventabilityText(debrief) {
  if (cannotTell(debrief)) return debrief.t("prevented_unknown");
  const { leads, controls: shares } = verdict(debrief.compiled, debrief.answers);
  const { controls } = debrief.model;
  const causes = namedCauses(debrief);
  const isOutside = (/** @type {string} */ control) => controls[control].outside;
  const areOutside = causes.map(({ control }) => isOutside(control));
  if (leads && isOutside(leads) && areOutside[0]) {
    if (!isClear(debrief)) return debrief.t("prevented_few_signs");
    if (restsOnLittle(debrief)) return debrief.t("prevented_light");
    if (hasUnmatchedWords(debrief)) return debrief.t("prevented_own_words");
    if (!areOutside.includes(false)) return debrief.t("prevented_not_yours");
  }
  const share = Object.keys(shares).filter(isOutside).reduce((sum, control) => sum + shares[control], 0);
  const [, key] = OUTSIDE_SHARES.find(([least]) => share >= least) ?? OUTSIDE_SHARES[0];
  return debrief.t(key);
}

/** Tells whether something is in the reader's own words that no answer was picked for. @param {Debrief} debrief */
function hasUnmatchedWords({ answers }) {
  return answers.some((event) => "note" in event && event.note && event.facts.length === 0);
}
