/**
 * Examines a quiz with the engine that ships: by simulated people, by cases, and by its tables.
 *
 * Reads {model, cases, sheets, people, seed, part} as JSON from standard input. Writes JSON lines: {"progress": share} while it
 * works, then {"examination": …}; or only {"sample": …} or {"sittings": …} if that is the `part`. Random numbers depend on the seed alone,
 * and each cause has a generator of its own, so the output does not depend on the number of threads.
 */

import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

const { engineUrl, ...input } = isMainThread ? { engineUrl: process.argv[2], ...JSON.parse(readFileSync(0, "utf8")) } : workerData;
const engine = await import(engineUrl);

const DECIBANS = 10 / Math.LN10;
const TELLING_DECIBANS = 3;
const IDLE_DECIBANS = 1;
// Ticks that rule out a cause which the person has are drawn again, at most this often.
const MAX_DRAWS = 50;

// How simulated people tell what is true of them. On purpose not what guide.yml takes them to, so that the quiz is tried on
// people who are not as it expects: of ten true things they tick six.
const HABITS = { list: { told: 0.6, stray: 0.03 }, misread: 0.08, trifle: 0.1, unsure: 0.05 };

/** Return a generator of numbers in [0, 1) that depends on the seed alone (mulberry32). */
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
function drawIndex(weights, random) {
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
    if (isRuledOut(question, answer.id, causes)) return 0;
    const base = question.base[index];
    return causes.reduce((weight, { id }) => weight * ((question.signs[id]?.[index] ?? base) / base), base);
  });
}

/** Return whether an answer rules out one of the given causes by being told. */
function isRuledOut({ id }, answer, causes) {
  return causes.some(({ notIf }) => notIf[id]?.includes(answer));
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

/** Return whether ticks leave all of the given causes possible. */
function passesGates({ id }, ticked, causes) {
  return causes.every(({ gate }) => !gate[id] || ticked.some((answer) => gate[id].includes(answer)));
}

/**
 * Return ticks that leave all of the given causes possible: with the likeliest answer of each gate that is closed, and
 * without what rules a cause out.
 */
function withGatesOpened(question, ticked, causes) {
  const chosen = new Set(ticked);
  const likelier = (one, other) => (tickProbability(other, causes) > tickProbability(one, causes) ? other : one);
  for (const { gate } of causes) {
    const admitting = question.answers.filter(({ id }) => gate[question.id]?.includes(id));
    if (admitting.length && !admitting.some(({ id }) => chosen.has(id))) chosen.add(admitting.reduce(likelier).id);
  }
  return question.answers.map(({ id }) => id).filter((id) => chosen.has(id) && !isRuledOut(question, id, causes));
}

/** Return the ids of the options of a pick-any question that are true of someone to whom the given causes apply. */
function drawTruths(question, causes, random) {
  let truths = [];
  for (let draws = 0; draws < MAX_DRAWS; draws++) {
    const isTrue = (option) => random() < tickProbability(option, causes) && !isRuledOut(question, option.id, causes);
    truths = question.answers.filter(isTrue).map(({ id }) => id);
    if (passesGates(question, truths, causes)) return truths;
  }
  return withGatesOpened(question, truths, causes);
}

/**
 * Return someone to whom the given causes apply and who answers as people do: who forgets to tick, ticks what is not so,
 * adds a trifle, takes the answer beside the right one, is not sure. `randomOf` gives the numbers for a question.
 */
function simulatedPerson(causes, randomOf) {
  const truths = new Map();
  const truthsOf = (question, random) => {
    if (!truths.has(question.id)) truths.set(question.id, drawTruths(question, causes, random));
    return truths.get(question.id);
  };
  const pickOne = (question, random) => {
    const weights = answerWeights(question, causes);
    const right = drawIndex(weights, random);
    const beside = right + (random() < 0.5 ? 1 : -1);
    const isMisread = random() < HABITS.misread && weights[beside] > 0;
    return [question.answers[isMisread ? beside : right].id];
  };
  const pickAny = (question, random) => {
    const isTrue = new Set(truthsOf(question, random));
    // The shares of scenes already are of those who choose them.
    if (question.role === "scenes") return [...isTrue];
    const trifle = random() < HABITS.trifle ? question.answers[Math.floor(random() * question.answers.length)].id : null;
    const isTicked = ({ id }) => id === trifle || random() < (isTrue.has(id) ? HABITS.list.told : HABITS.list.stray);
    const ticked = question.answers.filter(isTicked).map(({ id }) => id);
    // Whoever would rule out what they have by what they forgot is no test of anything: the gates ask for plain facts.
    return withGatesOpened(question, ticked, causes);
  };
  return {
    answer: (question) => {
      const random = randomOf(question.id);
      if (random() < HABITS.unsure) return null;
      return question.kind === "pick-one" ? pickOne(question, random) : pickAny(question, random);
    },
    ticks: (question, option) => {
      const isTrue = truthsOf(question, randomOf(question.id)).includes(option) && !isRuledOut(question, option, causes);
      return randomOf(`${question.id} ${option} ticked`)() < (isTrue ? HABITS.list.told : HABITS.list.stray);
    },
  };
}

/** Return someone to whom the given causes apply and who always gives the likeliest answer. */
function typicalPerson(causes) {
  const isLikely = (option) => tickProbability(option, causes) > 0.5;
  return {
    answer: (question) => {
      if (question.kind === "pick-any") return withGatesOpened(question, question.answers.filter(isLikely).map(({ id }) => id), causes);
      const weights = answerWeights(question, causes);
      return [question.answers[weights.indexOf(Math.max(...weights))].id];
    },
    ticks: (question, option) => isLikely(question.answers.find(({ id }) => id === option)),
  };
}

/** Return someone who answers by a sheet: what each question was answered with, or null for "not sure". */
function personOnSheet(answers) {
  const chosenOn = ({ id, kind, answers: options }) => {
    const chosen = answers[id]?.filter((option) => options.some((known) => known.id === option)) ?? null;
    const isLost = kind === "pick-one" ? chosen?.length !== 1 : chosen?.length === 0 && answers[id].length > 0;
    return isLost ? null : chosen;
  };
  return { answer: chosenOn, ticks: (question, option) => Boolean(chosenOn(question)?.includes(option)) };
}

/** Return all answers of someone who takes the quiz until it stops. */
function takeQuiz(compiled, questions, person) {
  let answers = [];
  for (;;) {
    const page = engine.nextPage(compiled, answers);
    if (!page) return answers;
    if (page.kind === "checklist") {
      const isTicked = ({ question, option }) => person.ticks(questions.get(question), option);
      answers = engine.withChecklist(compiled, answers, engine.checklistFacts(compiled, answers).filter(isTicked));
    } else {
      const question = questions.get(page.question);
      const chosen = person.answer(question);
      // Only a few of the scenes are shown.
      const isShown = (option) => engine.offeredAnswers(compiled, answers, question.id).some(({ id }) => id === option);
      answers = engine.withAnswer(compiled, answers, {
        question: question.id,
        chosen: question.role === "scenes" ? (chosen?.filter(isShown) ?? null) : chosen,
      });
    }
  }
}

/** Return the place of a cause in a diagnosis, counted from 1. */
const placeOf = (diagnosis, id) => diagnosis.causes.findIndex((cause) => cause.id === id) + 1;

/** Return, for each cause with signs for a question, the decibans of each answer for it, as if it were the only cause. */
function signTables(question) {
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

/** Return the expected weight of evidence between two causes that a question gives, in decibans. */
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

/**
 * Return the answers that speak most for a cause, among those that can be given together: of a pick-any question at most
 * `most` options, since what speaks a little for the cause may speak more for another.
 */
function mostFavourableAnswers(compiled, model, cause, most) {
  const relevant = model.questions.filter((question) => signTables(question).some((table) => table.cause === cause.id));
  const questions = new Map(model.questions.map((question) => [question.id, question]));
  let answers = [];
  for (;;) {
    const [id] = engine.eligibleQuestions(compiled, answers);
    if (id === undefined) return answers;
    const question = questions.get(id);
    if (question.kind === "pick-any") {
      const ratioOf = ({ base, signs }) => (signs[cause.id] ?? base) / base;
      const favourable = question.answers.filter((option) => ratioOf(option) > 1);
      favourable.sort((one, other) => ratioOf(other) - ratioOf(one));
      const ticked = favourable.slice(0, most).map((option) => option.id);
      const chosen = withGatesOpened(question, ticked, [cause]);
      answers = engine.withAnswer(compiled, answers, { question: id, chosen });
      continue;
    }
    const ratio = (index) => (question.signs[cause.id]?.[index] ?? question.base[index]) / question.base[index];
    const indices = question.answers.map((_, index) => index);
    const possible = indices.filter((index) => cause.gate[id]?.includes(question.answers[index].id) ?? true);
    // Of answers with the same ratio, prefer the one that leads to more of the cause's questions.
    const followUps = (index) => relevant.filter(({ gate }) => gate[id]?.includes(question.answers[index].id)).length;
    const worth = (index) => Math.log(ratio(index)) + followUps(index);
    const best = possible.reduce((one, other) => (worth(other) > worth(one) + 1e-9 ? other : one));
    answers = engine.withAnswer(compiled, answers, { question: id, chosen: [question.answers[best].id] });
  }
}

/** Return what the tables alone tell: causes that can't come forward or rest on one question, and odd answers. */
function examineTables(compiled, model) {
  const weights = new Map(model.causes.map(({ id }) => [id, []]));
  for (const question of model.questions) {
    for (const { cause, answers } of signTables(question))
      for (const weight of answers) weights.get(cause).push({ question: question.id, ...weight });
  }
  const reachable = (model.bands[1] ?? model.bands[0]).least;
  const unreachable = [];
  const oneQuestion = [];
  const overwhelming = [];
  for (const cause of model.causes) {
    const beliefs = [1, Infinity].map((most) => {
      const diagnosis = engine.diagnose(compiled, mostFavourableAnswers(compiled, model, cause, most));
      return diagnosis.causes.find(({ id }) => id === cause.id).belief;
    });
    if (Math.max(...beliefs) < reachable) unreachable.push(cause.id);
    const ofCause = weights.get(cause.id);
    const telling = new Set(ofCause.filter(({ decibans }) => decibans >= TELLING_DECIBANS).map(({ question }) => question));
    if (telling.size < 2) oneQuestion.push(cause.id);
    for (const weight of ofCause)
      if (Math.abs(weight.decibans) > Math.max(opposition(cause, weight, ofCause), 10)) overwhelming.push({ cause: cause.id, ...weight });
  }
  return { unreachable, oneQuestion, idleAnswers: idleAnswers(model), overwhelming };
}

/** Return the answers to questions with signs that say next to nothing of any cause, and that no gate names. */
function idleAnswers(model) {
  const gates = [...model.questions, ...model.causes].flatMap(({ gate }) =>
    Object.entries(gate).flatMap(([question, answers]) => answers.map((answer) => `${question} ${answer}`)),
  );
  return model.questions.flatMap((question) => {
    const weights = signTables(question).flatMap(({ answers }) => answers);
    const isIdle = ({ id }) => weights.every(({ answer, decibans }) => answer !== id || Math.abs(decibans) < IDLE_DECIBANS);
    const idle = question.answers.filter((answer) => isIdle(answer) && !gates.includes(`${question.id} ${answer.id}`));
    return weights.length ? idle.map(({ id }) => ({ question: question.id, answer: id })) : [];
  });
}

/** Return the most that prior and other questions can weigh against one answer's weight for a cause, in decibans. */
function opposition(cause, weight, ofCause) {
  const against = new Map();
  for (const other of ofCause)
    if (other.question !== weight.question && Math.sign(other.decibans) !== Math.sign(weight.decibans))
      against.set(other.question, Math.max(against.get(other.question) ?? 0, Math.abs(other.decibans)));
  const prior = DECIBANS * Math.log(cause.prior / (1 - cause.prior));
  const questions = [...against.values()].reduce((sum, decibans) => sum + decibans, 0);
  return questions + (weight.decibans > 0 ? Math.max(0, -prior) : 0);
}

/** Return how people with one cause fare. */
function examinePeople(compiled, model, people, seed, causeIndex) {
  const questions = new Map(model.questions.map((question) => [question.id, question]));
  const cause = model.causes[causeIndex];
  const random = randomNumbers(seed + causeIndex);
  const rivals = new Map();
  let first = 0;
  let inThree = 0;
  let pages = 0;
  for (let person = 0; person < people; person++) {
    const answers = takeQuiz(compiled, questions, simulatedPerson([cause], () => random));
    const diagnosis = engine.diagnose(compiled, answers);
    const place = placeOf(diagnosis, cause.id);
    first += place === 1 ? 1 : 0;
    inThree += place <= 3 ? 1 : 0;
    pages += answers.length;
    if (place > 1) rivals.set(diagnosis.causes[0].id, (rivals.get(diagnosis.causes[0].id) ?? 0) + 1);
  }
  const typical = engine.diagnose(compiled, takeQuiz(compiled, questions, typicalPerson([cause])));
  const byCount = [...rivals].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
  const [rival, rivalCount] = byCount[0] ?? [null, 0];
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
    rivalFirst: rivalCount / people,
    apart,
  };
}

/** Return how well beliefs are calibrated over people drawn from the model's own priors, several causes at once included. */
function examineCalibration(compiled, model, people, seed) {
  const questions = new Map(model.questions.map((question) => [question.id, question]));
  const random = randomNumbers(seed);
  const bins = Array.from({ length: 10 }, () => ({ people: 0, belief: 0, true: 0 }));
  const bands = model.bands.map(({ id, least }) => ({ band: id, least, people: 0, true: 0 }));
  let brier = 0;
  let logLoss = 0;
  let count = 0;
  for (let person = 0; person < people; person++) {
    const drawn = model.causes.filter(({ prior }) => random() < prior);
    const causes = drawn.filter((cause) => drawn.every((other) => compatible(cause, other)));
    const diagnosis = engine.diagnose(compiled, takeQuiz(compiled, questions, simulatedPerson(causes, () => random)));
    const truth = new Set(causes.map(({ id }) => id));
    for (const { id, belief, possible } of diagnosis.causes) {
      if (!possible) continue;
      const holds = truth.has(id) ? 1 : 0;
      const bin = bins[Math.min(9, Math.floor(belief * 10))];
      bin.people += 1;
      bin.belief += belief;
      bin.true += holds;
      // Bands stand from the highest to the lowest, which takes the rest.
      const band = bands.find(({ least }) => belief >= least) ?? bands[bands.length - 1];
      band.people += 1;
      band.true += holds;
      brier += (belief - holds) ** 2;
      logLoss -= Math.log(holds ? belief : 1 - belief);
      count += 1;
    }
  }
  const error = bins.reduce((sum, bin) => sum + Math.abs(bin.belief - bin.true), 0) / count;
  const mean = (sum, bin) => (bin.people ? sum / bin.people : null);
  return {
    people,
    brier: brier / count,
    expectedCalibrationError: error,
    logLoss: logLoss / count,
    bins: bins.map((bin) => ({ people: bin.people, belief: mean(bin.belief, bin), true: mean(bin.true, bin) })),
    bands: bands.map((band) => ({ band: band.band, people: band.people, true: mean(band.true, band) })),
  };
}

/** Return whether two causes can be possible together. */
function compatible(one, other) {
  return Object.entries(one.gate).every(([question, answers]) => !other.gate[question] || answers.some((answer) => other.gate[question].includes(answer)));
}

/** Return where the true cause of each case ends up. */
function examineCases(compiled, model, cases) {
  const questions = new Map(model.questions.map((question) => [question.id, question]));
  return cases.map(({ id: caseId, answers: known, main }) => {
    const answers = takeQuiz(compiled, questions, personOnSheet(known));
    const diagnosis = engine.diagnose(compiled, answers);
    return {
      case: caseId,
      cause: main,
      place: placeOf(diagnosis, main),
      pages: answers.length,
      firstThree: diagnosis.causes.slice(0, 3).map(({ id, belief }) => ({ id, belief })),
    };
  });
}

/** Return how the debrief fares with people who answer by sheets; a page is empty where nothing on it was chosen. */
function examineSheets(compiled, model, sheets) {
  const questions = new Map(model.questions.map((question) => [question.id, question]));
  const isKnown = (id, option) => questions.get(id)?.answers.some((answer) => answer.id === option);
  return sheets.map(({ id, answers: onSheet }) => {
    const answers = takeQuiz(compiled, questions, personOnSheet(onSheet));
    const diagnosis = engine.diagnose(compiled, answers);
    const isEmpty = ({ chosen, checklist, lines }) => !(lines?.filter(({ said }) => said === "yes") ?? checklist ?? chosen)?.length;
    return {
      id,
      causes: diagnosis.causes.map((cause) => cause.id),
      bands: Object.fromEntries(diagnosis.causes.filter(({ possible }) => possible).map((cause) => [cause.id, cause.band])),
      verdict: engine.verdict(compiled, answers).leads,
      cannotTell: engine.cannotTell(compiled, diagnosis),
      pages: answers.length,
      emptyPages: answers.filter(isEmpty).length,
      unasked: answers.flatMap(({ question }) => (question && !(question in onSheet) ? [question] : [])),
      unknown: Object.entries(onSheet).flatMap(([question, chosen]) =>
        (chosen ?? []).filter((option) => !isKnown(question, option)).map((option) => `${question} ${option}`),
      ),
    };
  });
}

/** Return a seed that depends on a text alone (FNV-1a), so that a person stays the same when causes come and go. */
function seedOf(text) {
  return [...text].reduce((seed, character) => Math.imul(seed ^ character.codePointAt(0), 16777619) >>> 0, 2166136261);
}

/** Return the first three causes for a few people of each cause; each answer depends on person and question alone. */
function samplePeople(compiled, model, people, seed) {
  const questions = new Map(model.questions.map((question) => [question.id, question]));
  return model.causes.map((cause) => ({
    cause: cause.id,
    firstThree: Array.from({ length: people }, (_, number) => {
      const randomOf = (key) => randomNumbers(seedOf(`${seed} ${cause.id} ${number} ${key}`));
      const diagnosis = engine.diagnose(compiled, takeQuiz(compiled, questions, simulatedPerson([cause], randomOf)));
      return diagnosis.causes.slice(0, 3).map(({ id }) => id);
    }),
  }));
}

const { model, cases, sheets, people, seed, part } = input;
const compiled = engine.compile(model);
const writeLine = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);

// Tasks are independent of order and thread. The longest come first, so that no thread is left with one at the end. A
// task that is not named here is the index of a cause, whose people it simulates.
const NAMED_TASKS = {
  calibration: () => examineCalibration(compiled, model, Math.max(200, people * 4), seed + 1e6),
  tables: () => examineTables(compiled, model),
  cases: () => examineCases(compiled, model, cases),
};
const runTask = (task) => NAMED_TASKS[task]?.() ?? examinePeople(compiled, model, people, seed, task);

/** Run tasks on all cores and return their results in order; `progress` is called with the share that is done. */
async function runTasks(tasks, progress) {
  const results = [];
  let next = 0;
  let done = 0;
  const threads = Array.from({ length: Math.min(availableParallelism(), tasks.length) }, () => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { engineUrl, ...input } });
    let current = -1;
    const startNext = () => {
      if (next === tasks.length) {
        worker.terminate();
        return;
      }
      current = next++;
      worker.postMessage(tasks[current]);
    };
    startNext();
    return new Promise((resolve, reject) => {
      worker.on("error", reject);
      worker.on("exit", resolve);
      worker.on("message", (result) => {
        results[current] = result;
        progress(++done / tasks.length);
        startNext();
      });
    });
  });
  await Promise.all(threads);
  return results;
}

async function examine() {
  const tasks = [...Object.keys(NAMED_TASKS), ...model.causes.keys()];
  const [calibration, tables, ofCases, ...ofCauses] = await runTasks(tasks, (progress) => writeLine({ progress }));
  return { people, ...tables, cases: ofCases, causes: ofCauses, calibration };
}

const sample = () => ({ cases: examineCases(compiled, model, cases), people: samplePeople(compiled, model, people, seed) });

const PARTS = { sample, examination: examine, sittings: () => examineSheets(compiled, model, sheets) };

if (isMainThread) writeLine({ [part]: await PARTS[part]() });
else parentPort.on("message", (task) => parentPort.postMessage(runTask(task)));
