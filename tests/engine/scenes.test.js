import assert from "node:assert/strict";
import { test } from "node:test";
import { compile, diagnose, foremostAnswers, nextPage, offeredAnswers, pagesLeft, withAnswer } from "../../quiz/engine/index.js";
import { infer } from "../../quiz/engine/beliefs.js";
import { totalBits } from "../../quiz/engine/gain.js";
import { possibleAnswers } from "../../quiz/engine/answers.js";
import { whatWouldChange } from "../../quiz/engine/decisive-answer.js";
import { random, randomAnswers, randomModel } from "./random_models.mjs";
import { answered, breadWith } from "./bread.mjs";

const SCENES = "_scenes";

/** A question with a scene for every cause of a model. */
const scenesOf = ({ causes }, cost = 4) => ({
  id: SCENES, text: "Which?", help: null, why: "", label: null, role: "scenes", family: null, gate: {}, follows: {}, groups: {},
  cost, kind: "pick-any", told: null,
  answers: causes.map(({ id }) => ({ id, text: `A scene of ${id}`, base: 0.03, signs: { [id]: 0.7 }, gate: {}, synonym: null, standsFor: [] })),
});
const withScenes = (change = () => {}) => compile(breadWith((copy) => {
  copy.questions.push(scenesOf(copy));
  change(copy);
}));
const largeModel = (draw) => {
  const model = randomModel(draw, { causes: 20, questions: 12, any: 0.6, gates: 0.4 });
  model.questions.push(scenesOf(model));
  return compile(model);
};

test("all scenes of causes that are possible are offered, and those of the likeliest eight stand foremost", () => {
  const draw = random(7);
  for (let at = 0; at < 30; at += 1) {
    const compiled = largeModel(draw);
    let answers = [];
    for (const answer of randomAnswers(draw, compiled.model, 0.3)) if (answer.question !== SCENES) answers = withAnswer(compiled, answers, answer);
    const possible = diagnose(compiled, answers).causes.filter(({ belief }) => belief > 0);
    const ids = possible.map(({ id }) => id);
    assert.deepEqual(offeredAnswers(compiled, answers, SCENES).map(({ id }) => id), compiled.causes.map(({ id }) => id).filter((id) => ids.includes(id)));
    const foremost = foremostAnswers(compiled, answers, SCENES);
    const beliefsOf = (isWanted) => possible.filter(({ id }) => foremost.has(id) === isWanted).map(({ belief }) => belief);
    assert.equal(foremost.size, Math.min(8, possible.length));
    assert.ok(Math.min(...beliefsOf(true)) >= Math.max(0, ...beliefsOf(false)));
  }
});

test("on any other page all answers that are offered stand foremost", () => {
  const compiled = withScenes();
  assert.deepEqual([...foremostAnswers(compiled, [], "saw")], offeredAnswers(compiled, [], "saw").map(({ id }) => id));
});

test("once answered, the page shows what it showed when it came, whatever is answered later", () => {
  const draw = random(8);
  const compiled = largeModel(draw);
  const shownAfter = (given) => [offeredAnswers(compiled, given, SCENES), foremostAnswers(compiled, given, SCENES)];
  const before = shownAfter([]);
  let answers = withAnswer(compiled, [], { question: SCENES, chosen: [before[0][0].id] });
  for (const answer of randomAnswers(draw, compiled.model, 0.2)) if (answer.question !== SCENES) answers = withAnswer(compiled, answers, answer);
  assert.deepEqual(shownAfter(answers), before);
});

test("a scene speaks for its cause by the shares of those who choose it, and against it by those who choose another", () => {
  const compiled = withScenes();
  const [{ id: first }, ...others] = compiled.causes;
  const weightOf = (answers, cause) => [answers, []].map((given) => infer(compiled, given).logOdds[compiled.causeIndex.get(cause)])
    .reduce((after, before) => after - before);
  const assertWeight = (answers, cause, expected) => assert.ok(Math.abs(weightOf(answers, cause) - expected) < 1e-9, cause);
  const [chosen, left, before] = [Math.log(0.7 / 0.03), Math.log(0.3 / 0.97), Math.log(0.8 / 0.02)];
  for (const { id } of compiled.causes) assertWeight([answered(SCENES)], id, 0);
  assertWeight([answered(SCENES, first)], first, before);
  for (const { id } of others) {
    assertWeight([answered(SCENES, first, id)], first, before);
    assertWeight([answered(SCENES, first, id)], id, chosen);
    assertWeight([answered(SCENES, id, first)], id, before);
  }
  for (const { id } of others) assertWeight([answered(SCENES, first)], id, left);
  for (const { id } of compiled.causes) assertWeight([{ question: SCENES, chosen: null }], id, 0);
});

test("a scene that was left says nothing unless it stood foremost", () => {
  const draw = random(9);
  const compiled = largeModel(draw);
  const [first, ...others] = foremostAnswers(compiled, [], SCENES);
  const [before, after] = [[], [answered(SCENES, first)]].map((answers) => infer(compiled, answers).logOdds);
  const lowered = compiled.causes.filter((_, cause) => after[cause] < before[cause]).map(({ id }) => id);
  assert.deepEqual(new Set(lowered), new Set(others));
});

test("the scenes are asked for once in every debrief, after the opening questions and before all others", () => {
  const compiled = withScenes();
  let answers = [];
  const pages = [];
  for (;;) {
    const page = nextPage(compiled, answers);
    if (!page) break;
    pages.push(page.question ?? page.kind);
    if (page.kind === "checklist") answers = [...answers, { checklist: [] }];
    else answers = withAnswer(compiled, answers, { question: page.question, chosen: null });
  }
  const { opening } = compiled.model;
  assert.deepEqual(pages.filter((page) => opening.includes(page) || page === SCENES), [...opening, SCENES]);
  assert.equal(pages[opening.length], SCENES);
});

test("what scenes are expected to tell is counted over those that would stand foremost", () => {
  const draw = random(9);
  const compiled = largeModel(draw);
  const inference = infer(compiled, []);
  const question = compiled.questions.get(SCENES);
  const shown = foremostAnswers(compiled, [], SCENES);
  assert.ok(shown.size === 8 && totalBits(compiled, inference, question) > 0);
  for (const { chosen, chance } of possibleAnswers(compiled, inference, question)) {
    assert.ok(chosen.every((id) => shown.has(id)) || chance === 0);
  }
});

test("a page of scenes that is still to come is counted among the pages left", () => {
  const compiled = withScenes((copy) => (copy.stopping = { ...copy.stopping, pages: 1, least: 1 }));
  assert.equal(pagesLeft(compiled, [answered("shape", "flat")]), 1);
});

test("that another scene had been closer is never told as what would change the result", () => {
  const draw = random(10);
  for (let at = 0; at < 10; at += 1) {
    const compiled = largeModel(draw);
    assert.notEqual(whatWouldChange(compiled, [answered(SCENES, compiled.causes[0].id)])?.question, SCENES);
  }
});

test("what follows from an answer waits until the scenes were asked for", () => {
  const compiled = withScenes((copy) => {
    const opening = copy.questions.find(({ id }) => copy.opening.includes(id));
    for (const question of copy.questions) if (question.role === "evidence" && question !== opening) question.follows = { [opening.id]: opening.answers.map(({ id }) => id) };
  });
  assert.equal(nextPage(compiled, [answered("shape", "flat")])?.question, SCENES);
});
