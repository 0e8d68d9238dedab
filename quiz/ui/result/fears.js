/**
 * What the reader feared, and how it looks in the light of the answers.
 *
 * @module
 */

/** @import { CauseBelief, Fact, Weight } from "../../engine/types.js" */
/** @import { Debrief } from "../debrief.js" */

import { isPointedTo, isSameFact, NOTICEABLE_DECIBANS, particularWeights, supportOf, toldFacts } from "../../engine/index.js";
import { diagnosisOf, isClear, namedCauses, restsOnLittle, weakerCauses } from "./debrief-diagnosis.js";
import { distinct, factsOf, TELLING_DECIBANS } from "./facts.js";
import { reachedStage } from "./reached-stage.js";

const MAX_FEAR_FACTS = 2;
// One circumstance that many people share, or one question about it, points to nothing yet.
const FEWEST_QUESTIONS = 2;
// What one fact has to weigh for it to be named where nothing can be ruled out: it is then five times as likely.
const SERIOUS_DECIBANS = 7;

/**
 * What the reader feared, and how it looks in the light of the answers.
 *
 * @typedef {object} Fear
 * @property {string} text
 * @property {"shown" | "weaker" | "early" | "explained" | "hidden" | "little" | "no" | "untold" | "unmet" | "unneeded"} state   `weaker`: among those
 *   that less points to; `hidden`: nothing much points there, but nothing can rule it out; `early`: likewise, and the reason
 *   that comes first can decide before anybody looks; `explained`: likewise, and that reason rests on more than little; `unmet`: it
 *   ended before this could matter; `untold`: nothing that was told speaks for it or against it;
 *   `unneeded`: likewise, and another cause explains the end
 * @property {CauseBelief} belief                      of the likeliest cause that it stands for
 * @property {string} named                            id of the cause to name: that one, where it is among the reasons, or the first
 * @property {readonly Fact[]} facts               what was told and speaks for it
 * @property {readonly Weight[]} against
 */

/** Returns what the reader feared. @param {Debrief} debrief @returns {readonly Fear[]} */
export function fears(debrief) {
  return toldFacts(debrief.compiled, debrief.answers).flatMap((fact) => {
    const answer = debrief.question(fact.question).answers.find(({ id }) => id === fact.option);
    const beliefs = diagnosisOf(debrief).causes.filter(({ id }) => answer?.standsFor?.includes(id));
    const [meant] = answer?.standsFor ?? [];
    return answer && beliefs.length > 0 ? [{ text: answer.text, ...answerTo(debrief, beliefs, meant) }] : [];
  });
}

/**
 * Returns how a fear looks that stands for some causes. To say of a trifle that it points to what is feared would feed the
 * fear, so that only facts that tell something by themselves are named, and below the reasons only where there are several.
 *
 * @param {Debrief} debrief
 * @param {readonly CauseBelief[]} beliefs    the likeliest first
 * @param {string} meant       the cause that it stands for above all
 * @returns {Omit<Fear, "text">}
 */
function answerTo(debrief, beliefs, meant) {
  const isNamed = (/** @type {readonly CauseBelief[]} */ causes) => (/** @type {CauseBelief} */ { id }) => causes.some((cause) => cause.id === id);
  const fear = (/** @type {Fear["state"]} */ state, /** @type {CauseBelief} */ belief, /** @type {readonly Weight[]} */ support = []) => ({
    state,
    belief,
    named: state === "shown" ? belief.id : (namedCauses(debrief)[0] ?? belief).id,
    facts: distinct(factsOf(debrief, support)).slice(0, MAX_FEAR_FACTS),
    against: weightsAgainst(debrief, beliefs, meant).slice(0, MAX_FEAR_FACTS),
  });
  if (endedBefore(debrief, beliefs)) return fear("unmet", beliefs[0]);
  const named = beliefs.find(isNamed(namedCauses(debrief)));
  // Readers see for themselves whether what it rests on is what they feared, so it is never left out.
  if (named) return fear("shown", named, supportOf(debrief.compiled, named));
  const pointed = beliefs.filter((belief) => isPointedTo(belief) && isToldSeveralTimes(telling(debrief, belief)));
  const weaker = pointed.find(isNamed(weakerCauses(debrief)));
  if (weaker) return fear("weaker", weaker, telling(debrief, weaker));
  const hidden = beliefs.find(({ id }) => debrief.cause(id).canBeHidden);
  if (hidden) {
    // What it also stands for may rest on something else: on a remark about age, where the fear is of an accent.
    const support = hidden.id === meant ? telling(debrief, hidden).filter(({ decibans }) => decibans >= SERIOUS_DECIBANS) : [];
    return fear(stateOfHidden(debrief, beliefs, support.length > 0), hidden, support);
  }
  if (pointed.length > 0) return fear("little", pointed[0], telling(debrief, pointed[0]));
  if (weightsAgainst(debrief, beliefs, meant).length > 0) return fear("no", beliefs[0]);
  return fear(isClear(debrief) ? "unneeded" : "untold", beliefs[0]);
}

/**
 * Returns the state of a fear that nothing can rule out: first of all, whether the reason that comes first explains the end.
 *
 * @param {Debrief} debrief
 * @param {readonly CauseBelief[]} beliefs
 * @param {boolean} isSerious      whether a fact that was told clearly points to it
 */
function stateOfHidden(debrief, beliefs, isSerious) {
  if (comesEarlier(debrief, beliefs)) return "early";
  return !isSerious && isClear(debrief) && !restsOnLittle(debrief) ? "explained" : "hidden";
}

/** Returns the weights of what was told and by itself says something for a cause. @param {Debrief} debrief @param {CauseBelief} belief */
function telling(debrief, belief) {
  return supportOf(debrief.compiled, belief).filter(({ decibans }) => decibans >= TELLING_DECIBANS);
}

/** @param {readonly Weight[]} support */
function isToldSeveralTimes(support) {
  return new Set(support.map(({ question }) => question)).size >= FEWEST_QUESTIONS;
}

/**
 * Returns what speaks against what is feared, told or left out: against the cause that it stands for above all, and for none of
 * the others, or it would be about something else. A scene is the guide's telling and not the reader's.
 *
 * @param {Debrief} debrief
 * @param {readonly CauseBelief[]} beliefs
 * @param {string} meant       the cause that it stands for above all
 */
function weightsAgainst(debrief, beliefs, meant) {
  const weightsOf = (/** @type {CauseBelief} */ belief) =>
    particularWeights(debrief.compiled, belief).filter(({ question }) => debrief.question(question).role !== "scenes");
  const [ofMeant, ofOthers] = [true, false].map((isMeant) => beliefs.filter(({ id }) => (id === meant) === isMeant).flatMap(weightsOf));
  const isFor = (/** @type {Weight} */ weight) => ofOthers.some((other) => isSameFact(weight, other) && other.decibans >= NOTICEABLE_DECIBANS);
  // A box left unticked never weighs much, and says nothing against what shows no signs.
  const leastUnticked = debrief.cause(meant).canBeHidden ? Infinity : NOTICEABLE_DECIBANS;
  const isTelling = (/** @type {Weight} */ { ticked, decibans }) => decibans <= -(ticked ? TELLING_DECIBANS : leastUnticked);
  return ofMeant.filter((weight) => isTelling(weight) && !isFor(weight));
}

/**
 * Tells whether all that a fear stands for comes later than the stage at which it ended, and is ruled out by it.
 *
 * @param {Debrief} debrief
 * @param {readonly CauseBelief[]} beliefs
 */
function endedBefore(debrief, beliefs) {
  const { stage = "", fact = null } = reachedStage(debrief) ?? {};
  const order = Object.keys(debrief.model.stages);
  return beliefs.every(({ id }) => {
    const { gate, stage: itsStage } = debrief.cause(id);
    const allowed = fact && gate[fact.question];
    return allowed && !allowed.includes(fact.option) && order.indexOf(stage) < order.indexOf(itsStage);
  });
}

/**
 * Tells whether the reason that comes first was out of the reader's hands and can decide before anybody there has looked, while
 * what is feared comes later.
 *
 * @param {Debrief} debrief
 * @param {readonly CauseBelief[]} beliefs
 */
function comesEarlier(debrief, beliefs) {
  if (!isClear(debrief)) return false;
  const { stages, controls, howFar } = debrief.model;
  const order = Object.keys(stages);
  const placeOf = (/** @type {CauseBelief} */ { id }) => order.indexOf(debrief.cause(id).stage);
  const [leader] = namedCauses(debrief);
  const [first] = Object.values(howFar).flatMap((stageOf) => Object.values(stageOf));
  return controls[leader.control].outside && placeOf(leader) <= order.indexOf(first)
    && beliefs.every((belief) => placeOf(leader) < placeOf(belief));
}
