/**
 * The engine as a process that speaks JSON lines, so that tests in another language can call what ships.
 *
 * Reads {"do": name, ...arguments} per line and answers with one line each:
 *   compile   {model}                          keeps the model for the lines that follow
 *   diagnose  {answers}                        -> [{id, belief, logOdds, possible, weights}]
 *   beliefs   {answers: [answers, ...]}        -> {ids, beliefs: [[belief, ...], ...]}, in the model's order
 *   page      {answers}                        -> NextPage
 *   next      {answers}                        -> NextQuestion or null
 *   alone     {question}                       -> [{option, weights: {cause: [weight, ...]}}], by answer, in natural log units
 *   outcomes  {model, answers: [answers, ...], known}   -> hashes of all that the quiz's views ask for, up to the first that
 *                                              is not the one in `known`
 *   gains     {answers}                        -> [{question, gainBits}] of all eligible questions, most first
 */

import { createHash } from "node:crypto";
import { createInterface } from "node:readline";
import * as engine from "../../quiz/engine/index.js";
import { infer } from "../../quiz/engine/beliefs.js";
import { totalBits } from "../../quiz/engine/gain.js";
import { aloneWeight } from "../../quiz/engine/model.js";
import { questionOf } from "../../quiz/engine/questions.js";

const { compile, diagnose, eligibleQuestions, nextPage, nextQuestion } = engine;
let compiled;
const calls = {
  compile: ({ model }) => void (compiled = compile(model)),
  diagnose: ({ answers }) => diagnose(compiled, answers).causes,
  beliefs: ({ answers }) => ({
    ids: compiled.causes.map(({ id }) => id),
    beliefs: answers.map((each) => [...infer(compiled, each).belief]),
  }),
  page: ({ answers }) => nextPage(compiled, answers),
  next: ({ answers }) => nextQuestion(compiled, answers),
  alone: ({ question }) => {
    const { findings, share } = questionOf(compiled, question);
    return findings.map((finding) => ({
      option: finding.option,
      weights: Object.fromEntries(Array.from(finding.causes, (cause, link) => [
        compiled.causes[cause].id, Array.from(finding.base, (_, answer) => share * aloneWeight(finding, link, answer)),
      ])),
    }));
  },
  outcomes: ({ model, answers, known }) => {
    const hashes = [];
    try {
      const other = compile(model);
      for (const [at, events] of answers.entries()) {
        hashes.push(createHash("sha1").update(JSON.stringify(outcomeOf(other, events))).digest("hex"));
        if (known && hashes[at] !== known[at]) break;
      }
    } catch (error) {
      hashes.push(`${error}`);
    }
    return hashes;
  },
  gains: ({ answers }) => {
    const inference = infer(compiled, answers);
    const gains = eligibleQuestions(compiled, answers).map((id) => ({ question: id, gainBits: totalBits(compiled, inference, questionOf(compiled, id)) }));
    return gains.sort((one, other) => other.gainBits - one.gainBits);
  },
};

function outcomeOf(model, events) {
  const { answers } = engine.validAnswers(model, events);
  const diagnosis = diagnose(model, answers);
  const shown = { ...diagnosis, causes: engine.namedCauses(model, diagnosis) };
  const next = nextQuestion(model, answers);
  const { actions, questions } = model.model;
  return {
    link: engine.encodeAnswers(model, answers), diagnosis, next,
    named: [...shown.causes, ...engine.weakerCauses(model, diagnosis)].map((cause) => [cause, engine.particularWeights(model, cause)]),
    page: nextPage(model, answers), stop: engine.stopReason(model, answers, next),
    checklist: engine.checklistFacts(model, answers), offered: questions.map(({ id }) => engine.offeredAnswers(model, answers, id).map((answer) => answer.id)),
    plan: engine.planActions(model, shown, { answers, isClear: false }), inAnyCase: engine.actionsInAnyCase(model, answers),
    parts: actions.map(({ steps, words }) => [steps, words].map((parts) => engine.fitting(model, answers, parts).map((part) => parts.indexOf(part)))),
    verdict: engine.verdict(model, answers),
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  const { do: name, ...rest } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(calls[name](rest) ?? null)}\n`);
}
