import assert from "node:assert/strict";
import { test } from "node:test";
import { compile, diagnose, withAnswer } from "../../quiz/engine/index.js";
import { infer } from "../../quiz/engine/beliefs.js";
import { randomAnswers, randomModel, random, shuffled } from "./random_models.mjs";
import { answered, bread, breadWith } from "./bread.mjs";

const DECIBANS = 10 / Math.LN10;
const logit = (probability) => Math.log(probability / (1 - probability));
const of = (diagnosis, id) => diagnosis.causes.find((cause) => cause.id === id);
const beliefs = (model, ...answers) => diagnose(compile(model), answers);

function* networks(count, shape) {
  const draw = random(20260101);
  for (let at = 0; at < count; at += 1) {
    const model = randomModel(draw, { causes: 12, questions: 10, links: 9, any: 0.3, gates: 0.3, families: 3, synonyms: 3, ...shape });
    yield { draw, model, compiled: compile(model), answers: randomAnswers(draw, model) };
  }
}

test("without answers every belief is its prior and nothing speaks for or against it", () => {
  for (const { id, prior } of bread.causes) {
    const cause = of(beliefs(bread), id);
    assert.ok(Math.abs(cause.belief - prior) < 1e-12);
    assert.deepEqual(cause.weights, []);
  }
});

test("one answer about one cause follows Bayes' rule", () => {
  const { base, signs } = bread.questions.find(({ id }) => id === "water");
  const cause = of(beliefs(bread, answered("water", "boiling")), "dead-yeast");
  const odds = (cause.prior / (1 - cause.prior)) * (signs["dead-yeast"][2] / base[2]);
  assert.ok(Math.abs(cause.belief - odds / (1 + odds)) < 1e-12);
});

test("'not sure' changes no belief", () => {
  for (const { compiled, answers } of networks(30)) {
    const sure = answers.filter(({ chosen }) => chosen !== null);
    assert.deepEqual(infer(compiled, sure).belief, infer(compiled, answers).belief);
  }
});

test("the order of the answers changes nothing, to the last bit", () => {
  for (const { draw, compiled, answers } of networks(60)) {
    assert.deepEqual(diagnose(compiled, shuffled(draw, answers)), diagnose(compiled, answers));
  }
});

test("an option that is left unticked is evidence too", () => {
  const cause = of(beliefs(bread, answered("saw")), "proved-too-long");
  assert.ok(cause.belief < cause.prior);
  assert.deepEqual(cause.weights.map(({ option, ticked }) => [option, ticked]), [["collapsed", false]]);
});

test("a gate that an answer contradicts makes the cause impossible and takes it out of every sum", () => {
  const gated = breadWith((model) => (model.causes[2].gate = { water: ["cold"] }));
  const without = breadWith((model) => model.causes.splice(2, 1));
  const answers = [answered("water", "boiling"), answered("shape", "flat")];
  const impossible = of(beliefs(gated, ...answers), "proved-too-long");
  assert.deepEqual([impossible.possible, impossible.belief, impossible.weights], [false, 0, []]);
  for (const id of ["dead-yeast", "weak-flour"]) {
    assert.equal(of(beliefs(gated, ...answers), id).belief, of(beliefs(without, ...answers), id).belief);
  }
});

test("'not sure' contradicts no gate", () => {
  const gated = breadWith((model) => (model.causes[2].gate = { water: ["cold"] }));
  assert.equal(of(beliefs(gated, answered("water", null)), "proved-too-long").possible, true);
});

test("of two answers of a family the weaker counts for less, whichever was given first", () => {
  const family = breadWith((model) => model.questions.forEach((question) => (question.family = "same")));
  const [first, second] = [answered("shape", "flat"), answered("water", "boiling")];
  const weight = (diagnosis, question) => of(diagnosis, "dead-yeast").weights.find((each) => each.question === question).aloneDecibans;
  for (const answers of [[first, second], [second, first]]) {
    const [apart, together] = [beliefs(bread, ...answers), beliefs(family, ...answers)];
    const [stronger, weaker] = ["shape", "water"].sort((one, other) => weight(apart, other) - weight(apart, one));
    assert.equal(weight(together, stronger), weight(apart, stronger));
    assert.ok(Math.abs(weight(together, weaker) - 0.7 * weight(apart, weaker)) < 1e-9);
  }
});

const withSynonyms = (...places) => breadWith((model) => {
  for (const [question, answer] of places) {
    model.questions.find(({ id }) => id === question).answers.find(({ id }) => id === answer).synonym = "same";
  }
});

test("of two answers that say the same only the stronger counts, whichever was given first", () => {
  const model = withSynonyms(["shape", "flat"], ["water", "boiling"]);
  const [first, second] = [answered("shape", "flat"), answered("water", "boiling")];
  const [weaker, stronger] = [first, second].sort((one, other) => of(beliefs(bread, one), "dead-yeast").belief - of(beliefs(bread, other), "dead-yeast").belief);
  for (const answers of [[first, second], [second, first]]) {
    const { weights } = of(beliefs(model, ...answers), "dead-yeast");
    const counted = weights.filter(({ decibans }) => decibans !== 0).map(({ question }) => question);
    assert.deepEqual(counted, [stronger.question], `${weaker.question} counts nothing`);
  }
  assert.equal(of(beliefs(model, answered("water", "cold"), first), "dead-yeast").belief, of(beliefs(bread, answered("water", "cold"), first), "dead-yeast").belief);
});

test("to leave unticked what was told elsewhere takes nothing back", () => {
  const model = withSynonyms(["shape", "flat"], ["saw", "collapsed"]);
  const told = [answered("shape", "flat")];
  assert.equal(of(beliefs(model, ...told, answered("saw")), "proved-too-long").belief, of(beliefs(model, ...told), "proved-too-long").belief);
  assert.ok(of(beliefs(bread, ...told, answered("saw")), "proved-too-long").belief < of(beliefs(bread, ...told), "proved-too-long").belief);
});

test("weights add up to the change in log odds", () => {
  for (const { compiled, answers } of networks(60, { links: 12 })) {
    for (const { possible, prior, logOdds, weights } of diagnose(compiled, answers).causes) {
      const sum = weights.reduce((total, { decibans }) => total + decibans, 0);
      if (possible) assert.ok(Math.abs(sum - DECIBANS * (logOdds - logit(prior))) < 1e-9);
    }
  }
});

test("weights stand strongest first, and are what the answer says where no other cause is linked", () => {
  for (const { weights } of beliefs(bread, answered("shape", "flat"), answered("water", "boiling"), answered("saw")).causes) {
    const sizes = weights.map(({ decibans }) => Math.abs(decibans));
    assert.deepEqual(sizes, [...sizes].sort((one, other) => other - one));
    for (const { question, decibans, aloneDecibans, explainedBy } of weights.filter((each) => each.question === "water")) {
      assert.equal(question, "water");
      assert.ok(Math.abs(decibans - aloneDecibans) < 1e-9);
      assert.deepEqual(explainedBy, []);
    }
  }
});

test("an answer that another cause has explained weighs less, and the other cause is named", () => {
  const before = of(beliefs(bread, answered("shape", "flat")), "weak-flour");
  const after = of(beliefs(bread, answered("shape", "flat"), answered("water", "boiling")), "weak-flour");
  assert.ok(after.belief < before.belief, "explaining away");
  const weight = after.weights.find(({ question }) => question === "shape");
  assert.ok(weight.decibans < weight.aloneDecibans - 1);
  assert.deepEqual(weight.explainedBy, ["dead-yeast"]);
});

test("causes stand likeliest first, in the band that their belief reaches", () => {
  const { causes } = beliefs(bread, answered("water", "boiling"));
  assert.equal(causes[0].id, "dead-yeast");
  for (const { belief, band } of causes) {
    assert.equal(band, bread.bands.find(({ least }) => belief >= least).id);
  }
});

test("beliefs stay strictly between 0 and 1, with any number of answers that all say the same", () => {
  const draw = random(5);
  const model = randomModel(draw, { causes: 3, questions: 120, links: 1 });
  const answers = model.questions.map(({ id, base, signs }) => {
    const [table] = Object.values(signs);
    return { question: id, chosen: [`a${base.map((share, at) => table[at] / share).reduce((best, each, at, all) => (each > all[best] ? at : best), 0)}`] };
  });
  for (const { belief } of beliefs(model, ...answers).causes) assert.ok(belief > 0 && belief < 1);
});

test("a model of another format is refused", () => {
  assert.throws(() => compile({ ...bread, format: 2 }), /format 2/);
});

test("ids that are names of built-in properties are ids like any other", () => {
  const text = JSON.stringify(bread).replaceAll("dead-yeast", "__proto__").replaceAll("weak-flour", "constructor").replaceAll('"water"', '"toString"');
  const compiled = compile(JSON.parse(text));
  const answers = withAnswer(compiled, [], answered("toString", "boiling"));
  assert.equal(diagnose(compiled, answers).causes[0].id, "__proto__");
  assert.equal({}.polluted, undefined);
});

test("an answer that a cause is ruled out by makes it impossible, and no other way of answering does", () => {
  const model = compile(breadWith((copy) => (copy.causes[2].notIf = { saw: ["nothing-linked"] })));
  const possible = (...events) => diagnose(model, events).causes.find(({ id }) => id === "proved-too-long").possible;
  assert.equal(possible(answered("saw", "nothing-linked")), false);
  assert.equal(possible({ note: "", facts: [{ question: "saw", option: "nothing-linked" }] }), false);
  assert.equal(possible(answered("saw", "collapsed")), true);
});

test("a tick and a box left unticked weigh as their shares of telling say", () => {
  const { told, stray } = { told: 0.7, stray: 0.03 };
  const model = compile(breadWith((copy) => (copy.telling.list = { told, stray })));
  const weight = (...events) => {
    const { logOdds, prior } = diagnose(model, events).causes.find(({ id }) => id === "proved-too-long");
    return Math.exp(logOdds - Math.log(prior / (1 - prior)));
  };
  const [held, base] = [0.7, 0.05].map((share) => told * share + stray * (1 - share));
  const near = (actual, expected) => assert.ok(Math.abs(actual / expected - 1) < 1e-9, `${actual} ${expected}`);
  near(weight(answered("saw", "collapsed")), held / base);
  near(weight(answered("saw")), (1 - held) / (1 - base));
  near(weight({ note: "", facts: [{ question: "saw", option: "nothing-linked" }] }), 1);
});

test("a question that leads to others weighs a fifth, and a fear nothing", () => {
  const change = (role) => {
    const model = compile(breadWith((copy) => (copy.questions[1].role = role)));
    const { logOdds, prior } = diagnose(model, [answered("water", "boiling")]).causes.find(({ id }) => id === "dead-yeast");
    return logOdds - Math.log(prior / (1 - prior));
  };
  assert.ok(Math.abs(change("routing") - 0.2 * change("evidence")) < 1e-9);
  assert.ok(Math.abs(change("fear")) < 1e-12);
});

test("where fewer tell what applies to them, a blank weighs less, and a tick as much as elsewhere", () => {
  const telling = { list: { told: 0.8, stray: 0.02 }, asked: { told: 0.95, stray: 0.02 }, firstScene: { told: 0.5, stray: 0.02 } };
  const weightOf = (told, answer) => {
    const model = breadWith((copy) => {
      copy.telling = telling;
      copy.questions.find(({ id }) => id === "saw").told = told;
    });
    const { causes } = diagnose(compile(model), [answered("saw", ...answer)]);
    const { logOdds, prior } = causes.find(({ id }) => id === "proved-too-long");
    return logOdds - logit(prior);
  };
  const [rarely, usually] = [0.1, null].map((told) => weightOf(told, []));
  assert.ok(usually < rarely && rarely < 0);
  assert.ok(Math.abs(weightOf(0.1, ["collapsed"]) - weightOf(null, ["collapsed"])) < 1e-9);
});

test("what a cause brought about is told more readily than what is so for anyone, and so a tick at it weighs more", () => {
  const telling = { list: { told: 0.4, stray: 0.003 }, asked: { told: 0.95, stray: 0.005 }, firstScene: { told: 0.5, stray: 0.02 } };
  const weightOf = (standingOut, told, ...answer) => {
    const model = breadWith((copy) => {
      copy.telling = { ...telling, standingOut };
      copy.questions.find(({ id }) => id === "saw").told = told;
    });
    const { logOdds, prior } = diagnose(compile(model), answer).causes.find(({ id }) => id === "proved-too-long");
    return Math.exp(logOdds - logit(prior));
  };
  // Of those with the cause .7 saw it collapse, and .05 of all others.
  for (const ordinary of [0.4, 0.1]) {
    const stray = (0.003 * ordinary) / 0.4;
    const held = ordinary * 0.05 + ((ordinary + 0.67) / 2) * 0.65 + stray * 0.3;
    const base = ordinary * 0.05 + stray * 0.95;
    const ticked = weightOf(0.67, ordinary, answered("saw", "collapsed"));
    assert.ok(Math.abs(ticked / (held / base) - 1) < 1e-9);
    assert.ok(Math.abs(weightOf(0.67, ordinary, answered("saw")) / ((1 - held) / (1 - base)) - 1) < 1e-9);
    assert.ok(ticked > weightOf(null, ordinary, answered("saw", "collapsed")));
  }
});
