/**
 * How long the engine takes on a large random model, or on a real one.
 *
 *   node bench/engine.mjs [MODEL.json] [--json FILE]
 *
 * MODEL.json is a compiled model (quiz.json); without one, 1,000 causes × 500 questions × 5 answers with 30 links
 * each are drawn at random. Everything runs on one core.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { compile, diagnose, nextQuestion, pagesLeft, planActions, stopReason, whatWouldChange, withAnswer } from "../quiz/engine/index.js";
import { infer } from "../quiz/engine/beliefs.js";
import { randomModel, random } from "../tests/engine/random_models.mjs";

const REPEATS = 60;
const ANSWERED = 15;
const GOALS = { nextMs: 1, updateMs: 5, ratioToDense: 0.1 };

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: "string" } } });
const isRandom = positionals.length === 0;
const large = { causes: 1000, questions: 500, answers: 5, links: 30 };
const model = isRandom ? randomModel(random(0), large) : JSON.parse(readFileSync(positionals[0], "utf8"));
const compiled = compile(model);

/** Answers as somebody might give them who has one cause: drawn from its table where it is linked. */
function answersOfSomebody(seed) {
  const draw = random(seed);
  const { id } = model.causes[Math.floor(draw() * model.causes.length)];
  let answers = [];
  for (let page = 0; page < ANSWERED; page += 1) {
    const next = nextQuestion(compiled, answers);
    if (next === null) break;
    const entry = model.questions.find((question) => question.id === next.question);
    answers = withAnswer(compiled, answers, { question: entry.id, chosen: chosenBy(draw, entry, id) });
  }
  return answers;
}

function chosenBy(draw, entry, cause) {
  if (entry.kind === "pick-any") {
    return entry.answers.filter(({ base, signs }) => draw() < (signs[cause] ?? base)).map(({ id }) => id);
  }
  let left = draw();
  const table = entry.signs[cause] ?? entry.base;
  const picked = table.findIndex((share) => (left -= share) < 0);
  return [entry.answers[picked < 0 ? table.length - 1 : picked].id];
}

/** Milliseconds of each of many runs, after warming up; `make` is not timed. */
function timed(make, run) {
  const times = [];
  for (let repeat = -REPEATS; repeat < REPEATS; repeat += 1) {
    const input = make(Math.abs(repeat));
    const start = performance.now();
    run(input);
    if (repeat >= 0) times.push(performance.now() - start);
  }
  times.sort((one, other) => one - other);
  return { median: times[Math.floor(times.length / 2)], p95: times[Math.floor(times.length * 0.95)] };
}

/**
 * The loop that an adaptive quiz usually runs: one cause at a time, a full table for every question, expected
 * entropy of the posterior over causes for every answer.
 */
function denseNaiveBayes(prior, tables) {
  let best = -1;
  let leastEntropy = Infinity;
  const { causes, questions, answers, shares } = tables;
  for (let question = 0; question < questions; question += 1) {
    let expected = 0;
    for (let answer = 0; answer < answers; answer += 1) {
      const at = (question * answers + answer) * causes;
      let chance = 0;
      let entropy = 0;
      for (let cause = 0; cause < causes; cause += 1) {
        const joint = prior[cause] * shares[at + cause];
        chance += joint;
        entropy -= joint * Math.log2(joint);
      }
      expected += entropy + chance * Math.log2(chance);
    }
    if (expected < leastEntropy) [best, leastEntropy] = [question, expected];
  }
  return best;
}

function denseTables() {
  const causes = model.causes.length;
  const findings = [...compiled.questions.values()].flatMap((question) => question.findings);
  const answers = Math.max(...findings.map(({ base }) => base.length));
  const shares = new Float64Array(findings.length * answers * causes).fill(1e-9);
  findings.forEach((finding, row) => {
    finding.base.forEach((base, answer) => {
      const at = (row * answers + answer) * causes;
      shares.fill(base, at, at + causes);
      finding.causes.forEach((cause, link) => {
        shares[at + cause] = finding.table[link * finding.base.length + answer];
      });
    });
  });
  return { causes, questions: findings.length, answers, shares };
}

const people = Array.from({ length: REPEATS + 1 }, (_, seed) => answersOfSomebody(seed));
const fresh = (seed) => Object.freeze([...people[seed]]);
const halfway = people.map((answers) => Object.freeze(answers.slice(0, 9)));
const known = (list) => (seed) => {
  infer(compiled, list[seed]);
  return list[seed];
};
const tables = denseTables();
const prior = model.causes.map((cause) => cause.prior);
const sum = prior.reduce((total, probability) => total + probability, 0);
const dense = timed(() => Float64Array.from(prior, (probability) => probability / sum), (shares) => denseNaiveBayes(shares, tables));
const next = timed(known(people), (answers) => nextQuestion(compiled, answers));
const figures = {
  model: { causes: model.causes.length, questions: model.questions.length, findings: tables.questions, answered: ANSWERED },
  node: process.version,
  ms: {
    "next question, beliefs known": next,
    "next question, from the answers": timed(fresh, (answers) => nextQuestion(compiled, answers)),
    "update of 15 answers: beliefs": timed(fresh, (answers) => infer(compiled, answers)),
    "update of 15 answers: diagnosis with weights": timed(fresh, (answers) => diagnose(compiled, answers)),
    "next question and stop reason after 9 answers": timed(known(halfway), (answers) => stopReason(compiled, answers, nextQuestion(compiled, answers))),
    "pages left after 9 answers": timed(known(halfway), (answers) => pagesLeft(compiled, answers)),
    "plan": timed((seed) => diagnose(compiled, people[seed]), (diagnosis) => planActions(compiled, diagnosis, {})),
    "what would change": timed(known(people), (answers) => whatWouldChange(compiled, answers)),
    "compile": timed(() => model, compile),
    "dense naive Bayes information gain": dense,
  },
  ratioToDense: next.median / dense.median,
  goals: GOALS,
};

console.log(`${figures.model.causes} causes, ${figures.model.questions} questions, ${figures.model.findings} findings; Node ${process.version}\n`);
console.log(`${"milliseconds, one core".padEnd(48)}  median     95%`);
for (const [name, { median, p95 }] of Object.entries(figures.ms)) {
  console.log(`${name.padEnd(48)}${median.toFixed(3).padStart(8)}${p95.toFixed(3).padStart(8)}`);
}
console.log(`\n${"next question / dense loop".padEnd(48)}${figures.ratioToDense.toFixed(4).padStart(8)}  ${isRandom ? `(goal ≤ ${GOALS.ratioToDense})` : ""}`);
if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
