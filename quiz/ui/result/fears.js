/**
 * What the reader feared, and how it looks in the light of the answers.
 *
 * @module
 */

/** @import { CauseBelief, Fact, Weight } from "../../engine/types.js" */
/** @import { Debrief } from "../debrief.js" */

import { NOTICEABLE_DECIBANS, particularWeights, supportOf, toldFacts } from "../../engine/index.js";
import { diagnosisOf, isClear, namedCauses, weakerCauses } from "./debrief-diagnosis.js";
import { distinct, factsOf, TELLING_DECIBANS } from "./facts.js";

const MAX_FEAR_FACTS = 2;

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
