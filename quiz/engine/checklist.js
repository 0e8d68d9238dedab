/**
 * The checklist: once the opening questions are answered, the facts that tell most of all pages that were not shown, on one
 * page. No debrief is long enough for every page, and what decided is easily on one that never comes up.
 *
 * @module
 */

/** @import { Answers, Fact } from "./types.js" */
/** @import { Compiled, Finding, Question } from "./model.js" */
/** @import { Inference } from "./beliefs.js" */
/** @import { Proposal } from "./proposals.js" */

import { infer } from "./beliefs.js";
import { informationOf } from "./gain.js";
import { isContradicted } from "./gates.js";
import { aloneWeight } from "./model.js";
import { isProposable, mostTelling } from "./proposals.js";
import { isSameFact } from "./statements.js";

const MOST_FACTS = 24;
// Fewer are asked about sooner on their own pages.
const FEWEST_FACTS = 10;
// What may have decided stands out: it is seven times as common with one of its causes as without.
const LEAST_WEIGHT = Math.log(7);

/**
 * Returns the facts on the checklist: those that tell most as things stood when it came, if it did, and those that were
 * ticked on it. Those of the same page stand together. There are none where their own pages can ask about them, and none of
 * a page that was answered since.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 * @returns {readonly Fact[]}
 */
export function checklistFacts(compiled, answers) {
  const place = answers.findIndex((event) => event.checklist);
  const ticked = answers[place]?.checklist ?? [];
  const inference = infer(compiled, place < 0 ? answers : Object.freeze(answers.slice(0, place)));
  const proposals = [...compiled.questions.values()].flatMap((question) => proposalsOf(inference, question));
  const facts = mostTelling(proposals, MOST_FACTS);
  if (place < 0 && facts.length < FEWEST_FACTS) return [];
  const isAnswered = (/** @type {Fact} */ { question }) => answers.some((event) => event.question === question);
  const further = ticked.filter((fact) => !facts.some((listed) => isSameFact(fact, listed)));
  return byPage([...facts, ...further]).filter((fact) => !isAnswered(fact));
}

/**
 * Returns the options of a question whose page was not answered, unless an answer rules the question out.
 *
 * @param {Inference} inference
 * @param {Question} question
 * @returns {readonly Proposal[]}
 */
function proposalsOf(inference, question) {
  const { statements } = inference;
  const about = statements.get(question.id);
  if (question.role !== "evidence" || about?.isAnswered || isContradicted(question.gate, statements)) return [];
  return question.asked.flatMap((finding) => {
    const option = finding.option ?? "";
    if (!isProposable(inference, question, finding) || !standsOut(finding)) return [];
    const bits = new Map();
    informationOf(inference, finding, (cause, ofCause) => {
      if (cause !== null && ofCause > 0) bits.set(cause, ofCause);
    });
    return [{ fact: { question: question.id, option }, bits }];
  });
}

/** Tells whether it speaks clearly for one of its causes that a fact is so. @param {Finding} finding */
function standsOut(finding) {
  return finding.causes.some((_, link) => aloneWeight(finding, link, 0) >= LEAST_WEIGHT);
}

/** Returns the facts page by page, in the order in which the pages come first. @param {readonly Fact[]} facts */
function byPage(facts) {
  const pages = [...new Set(facts.map(({ question }) => question))];
  return pages.flatMap((page) => facts.filter(({ question }) => question === page));
}
