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
 *   gains     {answers}                        -> [{question, gainBits}] of all eligible questions, most first
 */

import { createInterface } from "node:readline";
import { compile, diagnose, eligibleQuestions, nextPage, nextQuestion } from "../../quiz/engine/index.js";
import { infer } from "../../quiz/engine/beliefs.js";
import { totalBits } from "../../quiz/engine/gain.js";
import { aloneWeight } from "../../quiz/engine/model.js";
import { questionOf } from "../../quiz/engine/questions.js";

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
  gains: ({ answers }) => {
    const inference = infer(compiled, answers);
    const gains = eligibleQuestions(compiled, answers).map((id) => ({ question: id, gainBits: totalBits(compiled, inference, questionOf(compiled, id)) }));
    return gains.sort((one, other) => other.gainBits - one.gainBits);
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const { do: name, ...rest } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(calls[name](rest) ?? null)}\n`);
}
