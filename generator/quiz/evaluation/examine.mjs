/**
 * Examines a quiz with the very engine that ships: over simulated people, over cases, and by its tables.
 *
 * Reads {model, cases, people, seed, part} as JSON from standard input. Writes JSON lines: {"progress": share} while it
 * works, then {"examination": …}; or {"sample": …} alone where `part` is "sample". Random numbers come from the seed
 * alone, and each cause has its own, so the same input gives the same output however many threads there are.
 */

import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

const { engineUrl, ...input } = isMainThread ? { engineUrl: process.argv[2], ...JSON.parse(readFileSync(0, "utf8")) } : workerData;
const engine = await import(engineUrl);

const DECIBANS = 10 / Math.LN10;
const TELLING_DECIBANS = 3;
const USELESS_DECIBANS = 1;
// How often ticks are drawn anew where they rule out the very cause that a person has.
const MOST_TRIES = 50;

/** Return a generator of numbers in [0, 1), always the same for the same seed (mulberry32). */
function randomNumbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Return an index drawn with the given weights, which need not add up to 1. */
function drawn(weights, random) {
  let rest = random() * weights.reduce((sum, weight) => sum + weight, 0);
  for (let index = 0; index < weights.length; index++) {
    rest -= weights[index];
    if (rest < 0) return index;
  }
  return weights.length - 1;
}

/** Return the weight of each answer to a pick-one question for someone to whom the given causes apply. */
function answerWeights(question, causes) {
  return question.answers.map((answer, index) => {
    if (causes.some(({ gate }) => gate[question.id] && !gate[question.id].includes(answer.id))) return 0;
    const base = question.base[index];
    return causes.reduce((weight, { id }) => weight * ((question.signs[id]?.[index] ?? base) / base), base);
  });
}

/** Return the probability that someone to whom the given causes apply ticks an option. */
function tickProbability(option, causes) {
  let yes = option.base;
  let no = 1 - option.base;
  for (const { id } of causes) {
    const sign = option.signs[id] ?? option.base;
    yes *= sign / option.base;
    no *= (1 - sign) / (1 - option.base);
  }
  return yes / (yes + no);
}

/** Return whether ticks go with the gates of the given causes. */
function fits({ id }, ticked, causes) {
  return causes.every(({ gate }) => !gate[id] || ticked.some((answer) => gate[id].includes(answer)));
}

/** Return ticks with those added without which the given causes would be out of the question: the likeliest of each gate. */
function admitted(question, ticked, causes) {
  const chosen = new Set(ticked);
  for (const { gate } of causes) {
    const open = question.answers.filter(({ id }) => gate[question.id]?.includes(id));
    if (open.length && !open.some(({ id }) => chosen.has(id)))
      chosen.add(open.reduce((best, each) => (tickProbability(each, causes) > tickProbability(best, causes) ? each : best)).id);
  }
  return question.answers.map(({ id }) => id).filter((id) => chosen.has(id));
}

/** Return how someone to whom the given causes apply answers questions, by chance. */
function person(causes, random) {
  return (question) => {
    if (question.kind === "pick-one") return [question.answers[drawn(answerWeights(question, causes), random)].id];
    let ticked = [];
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      ticked = question.answers.filter((option) => random() < tickProbability(option, causes)).map(({ id }) => id);
      if (fits(question, ticked, causes)) return ticked;
    }
    return admitted(question, ticked, causes);
  };
}

/** Return how someone answers who always gives the likeliest answer. */
function typicalPerson(causes) {
  return (question) => {
    if (question.kind === "pick-any") {
      const ticked = question.answers.filter((option) => tickProbability(option, causes) > 0.5).map(({ id }) => id);
      return admitted(question, ticked, causes);
    }
    const weights = answerWeights(question, causes);
    return [question.answers[weights.indexOf(Math.max(...weights))].id];
  };
}

/** Return the answers of a whole sitting, up to where the quiz would stop. */
function sitting(compiled, questions, answer) {
  let answers = [];
  for (;;) {
    const next = engine.nextQuestion(compiled, answers);
    if (!next || engine.stopReason(compiled, answers, next)) return answers;
    answers = engine.withAnswer(compiled, answers, { question: next.question, chosen: answer(questions.get(next.question)) });
  }
}

/** Return the place of a cause in a diagnosis, from 1. */
const placeOf = (diagnosis, id) => diagnosis.causes.findIndex((cause) => cause.id === id) + 1;

/** Return for each linked cause of a question the decibans that each answer weighs for it, were it the only one. */
function tables(question) {
  if (question.kind === "pick-one")
    return Object.entries(question.signs).map(([cause, sign]) => ({
      cause,
      answers: sign.map((share, index) => ({
        answer: question.answers[index].id,
        decibans: DECIBANS * Math.log(share / question.base[index]),
      })),
    }));
  const causes = new Set(question.answers.flatMap(({ signs }) => Object.keys(signs)));
  return [...causes].map((cause) => ({
    cause,
    answers: question.answers
      .filter(({ signs }) => cause in signs)
      .map(({ id, base, signs }) => ({ answer: id, decibans: DECIBANS * Math.log(signs[cause] / base) })),
  }));
}

/** Return how far a question tells two causes apart: the expected weight of evidence between them, in decibans. */
function separation(question, one, other) {
  const between = (p, q) => (p - q) * Math.log(p / q);
  if (question.kind === "pick-one") {
    const share = (id, index) => question.signs[id]?.[index] ?? question.base[index];
    return DECIBANS * question.answers.reduce((sum, _, index) => sum + between(share(one, index), share(other, index)), 0);
  }
  return DECIBANS * question.answers.reduce((sum, { base, signs }) => {
    const [p, q] = [signs[one] ?? base, signs[other] ?? base];
    return sum + between(p, q) + between(1 - p, 1 - q);
  }, 0);
}

/** Return the answers that speak most for a cause, gates first, as far as they can be given together. */
function mostFavourable(compiled, model, cause) {
  const own = model.questions.filter((question) => tables(question).some((table) => table.cause === cause.id));
  const questions = new Map(model.questions.map((question) => [question.id, question]));
  let answers = [];
  for (let again = true; again; ) {
    again = false;
    for (const id of engine.eligibleQuestions(compiled, answers)) {
      const question = questions.get(id);
      if (question.kind === "pick-any") {
        const ticked = question.answers.filter(({ base, signs }) => (signs[cause.id] ?? base) > base).map((each) => each.id);
        const chosen = admitted(question, ticked, [cause]);
        answers = engine.withAnswer(compiled, answers, { question: id, chosen });
      } else {
        const ratio = (index) => (question.signs[cause.id]?.[index] ?? question.base[index]) / question.base[index];
        const allowed = question.answers.map((_, index) => index);
        const open = allowed.filter((index) => cause.gate[id]?.includes(question.answers[index].id) ?? true);
        // Between answers that say the same of the cause, the one that opens the way to more of its questions.
        const ways = (index) => own.filter(({ gate }) => gate[id]?.includes(question.answers[index].id)).length;
        const worth = (index) => Math.log(ratio(index)) + ways(index);
        const best = open.reduce((one, other) => (worth(other) > worth(one) + 1e-9 ? other : one));
        answers = engine.withAnswer(compiled, answers, { question: id, chosen: [question.answers[best].id] });
      }
      again = true;
      break;
    }
  }
  return answers;
}

function examineTables(compiled, model) {
  const weights = new Map(model.causes.map(({ id }) => [id, []]));
  const idle = [];
  const gates = [...model.questions, ...model.causes].flatMap(({ gate }) =>
    Object.entries(gate).flatMap(([question, answers]) => answers.map((answer) => `${question} ${answer}`)),
  );
  for (const question of model.questions) {
    const found = tables(question);
    for (const { cause, answers } of found) for (const each of answers) weights.get(cause).push({ question: question.id, ...each });
    for (const { id } of question.answers) {
      const most = Math.max(0, ...found.flatMap(({ answers }) => answers.filter((each) => each.answer === id).map(({ decibans }) => Math.abs(decibans))));
      if (found.length && most < USELESS_DECIBANS && !gates.includes(`${question.id} ${id}`)) idle.push({ question: question.id, answer: id });
    }
  }
  const reachable = (model.bands[1] ?? model.bands[0]).least;
  const unreachable = [];
  const oneQuestion = [];
  const overwhelming = [];
  for (const cause of model.causes) {
    const diagnosis = engine.diagnose(compiled, mostFavourable(compiled, model, cause));
    if (diagnosis.causes.find(({ id }) => id === cause.id).belief < reachable) unreachable.push(cause.id);
    const own = weights.get(cause.id);
    const telling = new Set(own.filter(({ decibans }) => decibans >= TELLING_DECIBANS).map(({ question }) => question));
    if (telling.size < 2) oneQuestion.push(cause.id);
    for (const weight of own) {
      const against = new Map();
      for (const other of own)
        if (other.question !== weight.question && Math.sign(other.decibans) !== Math.sign(weight.decibans))
          against.set(other.question, Math.max(against.get(other.question) ?? 0, Math.abs(other.decibans)));
      const prior = DECIBANS * Math.log(cause.prior / (1 - cause.prior));
      const opposed = [...against.values()].reduce((sum, each) => sum + each, 0) + (weight.decibans > 0 ? Math.max(0, -prior) : 0);
      if (Math.abs(weight.decibans) > Math.max(opposed, 10)) overwhelming.push({ cause: cause.id, ...weight });
    }
  }
  return { unreachable, oneQuestion, idleAnswers: idle, overwhelming };
}

/** Return how people with one cause fare; they have random numbers of their own. */
function examinePeople(compiled, model, people, seed, number) {
  const questions = new Map(model.questions.map((question) => [question.id, question]));
  const cause = model.causes[number];
  const random = randomNumbers(seed + number);
  const rivals = new Map();
  let first = 0;
  let inThree = 0;
  let pages = 0;
  for (let count = 0; count < people; count++) {
    const answers = sitting(compiled, questions, person([cause], random));
    const diagnosis = engine.diagnose(compiled, answers);
    const place = placeOf(diagnosis, cause.id);
    first += place === 1 ? 1 : 0;
    inThree += place <= 3 ? 1 : 0;
    pages += answers.length;
    if (place > 1) rivals.set(diagnosis.causes[0].id, (rivals.get(diagnosis.causes[0].id) ?? 0) + 1);
  }
  const typical = engine.diagnose(compiled, sitting(compiled, questions, typicalPerson([cause])));
  const [rival, taken] = [...rivals].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))[0] ?? [null, 0];
  const apart = rival
    ? model.questions
        .map((question) => ({ question: question.id, decibans: separation(question, cause.id, rival) }))
        .sort((one, other) => other.decibans - one.decibans)
        .slice(0, 3)
    : [];
  return {
    cause: cause.id,
    first: first / people,
    inThree: inThree / people,
    typicalPlace: placeOf(typical, cause.id),
    pages: pages / people,
    rival,
    rivalFirst: taken / people,
    apart,
  };
}

/** Return how true the beliefs are over people drawn from the model's own priors, several causes at once included. */
function examineCalibration(compiled, model, people, seed) {
  const questions = new Map(model.questions.map((question) => [question.id, question]));
  const random = randomNumbers(seed);
  const bins = Array.from({ length: 10 }, () => ({ people: 0, belief: 0, true: 0 }));
  let brier = 0;
  let logLoss = 0;
  let count = 0;
  for (let number = 0; number < people; number++) {
    const holding = model.causes.filter(({ prior }) => random() < prior);
    const able = holding.filter((cause) => holding.every((other) => compatible(cause, other)));
    const diagnosis = engine.diagnose(compiled, sitting(compiled, questions, person(able, random)));
    const truth = new Set(able.map(({ id }) => id));
    for (const { id, belief, possible } of diagnosis.causes) {
      if (!possible) continue;
      const holds = truth.has(id) ? 1 : 0;
      const bin = bins[Math.min(9, Math.floor(belief * 10))];
      bin.people += 1;
      bin.belief += belief;
      bin.true += holds;
      brier += (belief - holds) ** 2;
      logLoss -= Math.log(holds ? belief : 1 - belief);
      count += 1;
    }
  }
  const error = bins.reduce((sum, bin) => sum + Math.abs(bin.belief - bin.true), 0) / count;
  return {
    people,
    brier: brier / count,
    expectedCalibrationError: error,
    logLoss: logLoss / count,
    bins: bins.map((bin) => ({ people: bin.people, belief: bin.people ? bin.belief / bin.people : null, true: bin.people ? bin.true / bin.people : null })),
  };
}

/** Return whether the gates of two causes leave a way for both. */
function compatible(one, other) {
  return Object.entries(one.gate).every(([question, answers]) => !other.gate[question] || answers.some((answer) => other.gate[question].includes(answer)));
}

function examineCases(compiled, model, cases) {
  const questions = new Map(model.questions.map((question) => [question.id, question]));
  return cases.map((each) => {
    const answers = sitting(compiled, questions, (question) => each.answers[question.id] ?? null);
    const diagnosis = engine.diagnose(compiled, answers);
    return {
      case: each.id,
      cause: each.main,
      place: placeOf(diagnosis, each.main),
      pages: answers.length,
      firstThree: diagnosis.causes.slice(0, 3).map(({ id, belief }) => ({ id, belief })),
    };
  });
}

/** Return a seed made of a text (FNV-1a), so that someone stays the same when others come and go. */
function seedOf(text) {
  return [...text].reduce((seed, sign) => Math.imul(seed ^ sign.codePointAt(0), 16777619) >>> 0, 2166136261);
}

/** Return the first three causes for a few people of each cause, whose answers depend on nobody and no order. */
function samplePeople(compiled, model, people, seed) {
  const questions = new Map(model.questions.map((question) => [question.id, question]));
  return model.causes.map((cause) => ({
    cause: cause.id,
    firstThree: Array.from({ length: people }, (_, number) => {
      const answer = (question) => person([cause], randomNumbers(seedOf(`${seed} ${cause.id} ${number} ${question.id}`)))(question);
      const diagnosis = engine.diagnose(compiled, sitting(compiled, questions, answer));
      return diagnosis.causes.slice(0, 3).map(({ id }) => id);
    }),
  }));
}

const { model, cases, people, seed, part } = input;
const compiled = engine.compile(model);
const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);

// What can be done in any order and on any thread, the longest first, so that none is left with it at the end; besides
// these, the number of each cause stands for its people.
const JOBS = {
  calibration: () => examineCalibration(compiled, model, Math.max(200, people * 4), seed + 1e6),
  tables: () => examineTables(compiled, model),
  cases: () => examineCases(compiled, model, cases),
};
const work = (job) => JOBS[job]?.() ?? examinePeople(compiled, model, people, seed, job);

/** Return what each job comes to, in their order; each thread takes the next one as it is done with one. */
async function sharedOut(jobs, progress) {
  const found = new Array(jobs.length);
  let next = 0;
  let done = 0;
  const threads = Array.from({ length: Math.min(availableParallelism(), jobs.length) }, () => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { engineUrl, ...input } });
    let at = -1;
    const give = () => (next < jobs.length ? worker.postMessage(jobs[(at = next++)]) : worker.terminate());
    give();
    return new Promise((ended, failed) => {
      worker.on("error", failed);
      worker.on("exit", ended);
      worker.on("message", (result) => {
        found[at] = result;
        progress(++done / jobs.length);
        give();
      });
    });
  });
  await Promise.all(threads);
  return found;
}

async function examination() {
  const jobs = [...Object.keys(JOBS), ...model.causes.keys()];
  const [calibration, tables, found, ...causes] = await sharedOut(jobs, (progress) => say({ progress }));
  return { people, ...tables, cases: found, causes, calibration };
}

const sample = () => ({ cases: examineCases(compiled, model, cases), people: samplePeople(compiled, model, people, seed) });

if (isMainThread) say({ [part]: await (part === "sample" ? sample() : examination()) });
else parentPort.on("message", (job) => parentPort.postMessage(work(job)));
