/**
 * The engine as a process that speaks JSON lines, so that tests in another language can call what ships.
 *
 * Reads {"do": name, ...arguments} per line and answers with one line each:
 *   compile   {model}                          keeps the model for the lines that follow
 *   diagnose  {answers}                        -> [{id, belief, logOdds, possible, weights}]
 *   beliefs   {answers: [answers, ...]}        -> {ids, beliefs: [[belief, ...], ...]}, in the model's order
 *   next      {answers}                        -> NextQuestion or null
 *   gains     {answers}                        -> [{question, gainBits}] of all eligible questions
 */

import { createInterface } from "node:readline";
import { compile, diagnose, nextQuestion } from "../../quiz/engine/index.js";
import { infer } from "../../quiz/engine/beliefs.js";
import { rankedQuestions } from "../../quiz/engine/questions.js";

let compiled;
const calls = {
  compile: ({ model }) => void (compiled = compile(model)),
  diagnose: ({ answers }) => diagnose(compiled, answers).causes,
  beliefs: ({ answers }) => ({
    ids: compiled.causes.map(({ id }) => id),
    beliefs: answers.map((each) => [...infer(compiled, each).belief]),
  }),
  next: ({ answers }) => nextQuestion(compiled, answers),
  gains: ({ answers }) => rankedQuestions(compiled, answers, Infinity).map(({ question, gainBits }) => ({ question, gainBits })),
};

for await (const line of createInterface({ input: process.stdin })) {
  const { do: name, ...rest } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(calls[name](rest) ?? null)}\n`);
}
