/**
 * From answers to one belief for each cause.
 *
 * Every answered finding sends each cause that it is linked to a message, the log of how much likelier the answer
 * is with the cause than without it, while the other causes are weighed by what all the other findings say of them
 * (belief propagation; Pearl 1988). A cause's log odds are those of its prior plus the sum of its messages, so the
 * evidence can be shown as weights that add up (Good 1985; Spiegelhalter & Knill-Jones 1984).
 *
 * @module
 */

/** @import { Answers } from "./types.js" */
/** @import { Expectation } from "./answers.js" */
/** @import { Compiled, Finding, Question } from "./model.js" */
/** @import { Statements, AboutQuestion } from "./statements.js" */

import { isContradicted, isMet, isOffered } from "./gates.js";
import { predict } from "./likelihood.js";
import { aloneWeight, logistic } from "./model.js";
import { asksForScenes, likeliestScenes } from "./scenes.js";
import { statementsOf, synonymsOf } from "./statements.js";

// After the free sweeps, if a sweep changes almost as much as the one before, the next makes half of each change, so that
// messages that swing to and fro settle.
const FREE_SWEEPS = 3;
const HARDLY_LESS = 0.9;
const DAMPING = 0.5;
const SETTLED = 1e-11;
// The chance that a cause does not hold is divided by, so it stays above 0.
const MOST_BELIEF = 1 - 1e-12;

/**
 * One finding that was observed.
 *
 * @typedef {object} Observation
 * @property {string} question            its id
 * @property {Finding} finding
 * @property {number} answer               index into the finding's answers
 * @property {string} group                answers of one group are ways to tell one thing: a family, or the question
 * @property {string | null} synonym       of what was told; answers with the same one say the same
 * @property {number} share                what it counts at most, by the role of its question
 * @property {boolean} isSilent            true for an option that was left unticked
 * @property {Float64Array} discounts      for each link, what its message counts, below 1 where another told the same
 * @property {Float64Array} messages       for each link, in natural log units, before the discount
 */

/**
 * @typedef {object} Inference
 * @property {Statements} statements
 * @property {ReadonlySet<string>} synonyms   of what was told
 * @property {Float64Array} logOdds        −∞ where an answer rules the cause out
 * @property {Float64Array} belief
 * @property {Float64Array} odds
 * @property {number} oddsSum
 * @property {Map<Finding, Expectation>} expectations   of answers that are still to come, as far as they were worked out
 * @property {readonly number[]} [ranking]              likewise: the causes that are possible, likeliest first
 * @property {ReadonlySet<string | null>} [scenes]      likewise: the scenes of the likeliest of them
 * @property {Map<Question, number>} gains              likewise: what the answer to a question is expected to tell, in bits
 * @property {readonly Observation[]} observations   by question id, so that the order of the answers never matters
 */

/**
 * Returns the beliefs that the answers lead to, with the messages that make them up.
 *
 * It always starts from the priors: the same set of answers gives the same numbers to the last bit, whatever was
 * answered, changed or taken back on the way. Their order matters for scenes alone, since what was answered before their
 * page says which it showed. What frozen answers lead to is worked out once.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 * @returns {Inference}
 */
export function infer(compiled, answers) {
  const memoized = compiled.memo.get(answers);
  if (memoized) return memoized;
  const statements = statementsOf(compiled.questions, answers);
  const start = compiled.priorLogOdds.map((prior, cause) => {
    const { gate, notIf } = compiled.causes[cause];
    return isContradicted(gate, statements) || isMet(notIf, statements) ? -Infinity : prior;
  });
  const logOdds = start.slice();
  const synonyms = synonymsOf(compiled.questions, statements);
  const observations = observe(compiled, statements, synonyms, foremostWhenAnswered(compiled, answers));
  let step = 1;
  let before = Infinity;
  for (let sweep = 1; sweep <= compiled.sweeps && before > SETTLED; sweep += 1) {
    let change = 0;
    for (const observation of observations) change = Math.max(change, listen(compiled, observation, logOdds, step));
    step = sweep > FREE_SWEEPS && change > HARDLY_LESS * before ? DAMPING : 1;
    before = change;
  }
  // Anew, so that the log odds are the sum of the messages as they stand and carry no rounding from the sweeps.
  logOdds.set(start);
  for (const { finding, discounts, messages } of observations) {
    finding.causes.forEach((cause, link) => (logOdds[cause] += discounts[link] * messages[link]));
  }
  const belief = logOdds.map((sum) => Math.min(logistic(sum), 1 - Number.EPSILON));
  const odds = belief.map((chance) => chance / (1 - chance));
  const oddsSum = odds.reduce((sum, ofCause) => sum + ofCause, 0);
  /** @type {Inference} */
  const inference = { statements, synonyms, logOdds, belief, odds, oddsSum, observations, expectations: new Map(), gains: new Map() };
  if (Object.isFrozen(answers)) compiled.memo.set(answers, inference);
  return inference;
}

/**
 * Returns the beliefs as they were when the page of scenes came, or as they are where it has not come.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 */
export function inferBeforeScenes(compiled, answers) {
  const place = placeOfScenes(compiled, answers);
  return infer(compiled, place < 0 ? answers : Object.freeze(answers.slice(0, place)));
}

/**
 * Returns the scenes that stood foremost on their page, as ids of answers; none where it has not come.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 * @returns {ReadonlySet<string | null>}
 */
function foremostWhenAnswered(compiled, answers) {
  const { question = "" } = answers[placeOfScenes(compiled, answers)] ?? {};
  const page = compiled.questions.get(question);
  return page ? likeliestScenes(inferBeforeScenes(compiled, answers), page) : new Set();
}

/** Returns where in the answers the page of scenes stands, or −1. @param {Compiled} compiled @param {Answers} answers */
function placeOfScenes({ questions }, answers) {
  return answers.findIndex(({ question = "" }) => questions.get(question)?.role === "scenes");
}

/**
 * Returns the observed findings, by question id.
 *
 * @param {Compiled} compiled
 * @param {Statements} statements
 * @param {ReadonlySet<string>} synonyms
 * @param {ReadonlySet<string | null>} scenes      those that stood foremost on their page
 * @returns {readonly Observation[]}
 */
function observe({ model, questions }, statements, synonyms, scenes) {
  const observations = [...questions.values()].flatMap((question) => {
    const about = statements.get(question.id);
    if (!about) return [];
    const group = question.family ?? question.id;
    return countedFindings(question, about).flatMap((finding) => {
      const { option } = finding;
      const isTold = option !== null && about.toldOptions.has(option);
      if (!isTold && !isOffered(question, option, statements)) return [];
      const answer = answerIndex(question, about, finding);
      if (answer < 0) return [];
      const isSilent = option !== null && !isTold;
      // To leave unticked what was told elsewhere takes nothing back. A scene that stood foremost speaks against its cause where
      // another one came closer; whoever chose none did as the page asks where none comes close.
      const isIncomparable = asksForScenes(question) && (about.toldOptions.size === 0 || !scenes.has(option));
      if (isSilent && (isIncomparable || (finding.synonym && synonyms.has(finding.synonym)))) return [];
      const synonym = synonymTold(question, finding, answer);
      const discounts = new Float64Array(finding.causes.length);
      const messages = discounts.slice();
      return [{ question: question.id, group, share: question.share, finding, answer, isSilent, synonym, discounts, messages }];
    });
  });
  discountRepeats(observations, model.familyDiscount);
  return observations;
}

/**
 * Returns the findings of a question as they count: of scenes, the one that was chosen before all others counts more.
 *
 * @param {Question} question
 * @param {AboutQuestion} about
 */
function countedFindings({ findings, firsts }, { toldOptions }) {
  const [first] = toldOptions;
  return firsts.length > 0 ? findings.map((finding, place) => (finding.option === first ? firsts[place] : finding)) : findings;
}

/** Returns the synonym of an answer, if it affirms anything. @param {Question} question @param {Finding} finding @param {number} answer */
function synonymTold({ answers }, { option, synonym }, answer) {
  if (option === null) return answers[answer].synonym ?? null;
  return answer === 0 ? synonym : null;
}

/**
 * Returns which answer of a finding was given, or −1 for none that says anything.
 *
 * @param {Question} question
 * @param {AboutQuestion} about
 * @param {Finding} finding
 */
function answerIndex({ answers }, { isComplete, toldOptions }, { option }) {
  if (option === null) return answers.findIndex(({ id }) => toldOptions.has(id));
  if (toldOptions.has(option)) return 0;
  return isComplete ? 1 : -1;
}

/**
 * Sets what each observation counts for each cause. The options of a page, and all answers of a family, are ways to
 * tell one thing: of those that point the same way the strongest counts in full, and each further one by the discount
 * less than the one before. Where one was told that speaks for a cause, those that were left unticked count nothing
 * for it. Of answers that say the same, wherever they stand, only the strongest counts.
 *
 * @param {readonly Observation[]} observations
 * @param {number} discount
 */
function discountRepeats(observations, discount) {
  /** @typedef {{observation: Observation, link: number, weight: number, saying: string | null}} Repeat */
  /** @type {Map<string, Map<number, Repeat[]>>} */
  const repeats = new Map();
  /** @type {Map<string | null, Repeat>} what counts most of what was said in several places about a cause */
  const strongest = new Map();
  const sizeOf = (/** @type {Repeat | undefined} */ repeat) => (repeat ? repeat.observation.share * Math.abs(repeat.weight) : -1);
  for (const observation of observations) {
    const { group, synonym, finding, answer } = observation;
    const ofGroup = repeats.get(group) ?? new Map();
    repeats.set(group, ofGroup);
    finding.causes.forEach((cause, link) => {
      const saying = synonym && `${synonym} ${cause}`;
      const repeat = { observation, link, weight: aloneWeight(finding, link, answer), saying };
      const ofCause = ofGroup.get(cause);
      if (ofCause) ofCause.push(repeat);
      else ofGroup.set(cause, [repeat]);
      if (saying && sizeOf(repeat) > sizeOf(strongest.get(saying))) strongest.set(saying, repeat);
    });
  }
  for (const telling of [...repeats.values()].flatMap((ofGroup) => [...ofGroup.values()])) {
    const isSpokenFor = telling.some(({ observation, weight }) => !observation.isSilent && weight > 0);
    const isCounted = (/** @type {Repeat} */ repeat) =>
      repeat.saying ? strongest.get(repeat.saying) === repeat : !repeat.observation.isSilent || !isSpokenFor;
    const counted = telling.filter(isCounted);
    for (const sign of [-1, 1]) {
      const alike = counted.filter(({ weight }) => (weight < 0 ? -1 : 1) === sign);
      alike.sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight));
      alike.forEach(({ observation, link }, rank) => (observation.discounts[link] = observation.share * discount ** rank));
    }
  }
}

/**
 * Brings the messages of one finding up to date, and the log odds with them; returns the largest change due.
 *
 * @param {Compiled} compiled
 * @param {Observation} observation
 * @param {Float64Array} logOdds
 * @param {number} step       how much of each change is made
 */
function listen({ work }, { finding, answer, discounts, messages }, logOdds, step) {
  const { causes, base } = finding;
  for (let link = 0; link < causes.length; link += 1) {
    const without = logOdds[causes[link]] - discounts[link] * messages[link];
    work.beliefs[link] = Math.min(logistic(without), MOST_BELIEF);
  }
  predict(work, finding, answer, answer + 1);
  let largestChange = 0;
  for (let link = 0; link < causes.length; link += 1) {
    const at = link * base.length + answer;
    const change = Math.log(work.with[at] / work.without[at]) - messages[link];
    messages[link] += step * change;
    logOdds[causes[link]] += discounts[link] * step * change;
    largestChange = Math.max(largestChange, Math.abs(change));
  }
  return largestChange;
}
