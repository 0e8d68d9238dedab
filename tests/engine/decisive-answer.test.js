import assert from "node:assert/strict";
import { test } from "node:test";
import { compile, diagnose, eligibleQuestions, whatWouldChange, withAnswer, withNote } from "../../quiz/engine/index.js";
import { isPointedTo } from "../../quiz/engine/named-causes.js";
import { randomAnswers, randomModel, random } from "./random_models.mjs";
import { validAnswers } from "../../quiz/engine/session.js";
import { answered, bread, breadWith } from "./bread.mjs";

const compiled = compile(bread);

test("the answer that would change the diagnosis does change it, and speaks for what then leads", () => {
  const draw = random(4);
  let flips = 0;
  for (let at = 0; at < 40; at += 1) {
    const model = randomModel(draw, { causes: 10, questions: 10, any: 0.3, gates: 0.2 });
    const each = compile(model);
    const { answers } = validAnswers(each, randomAnswers(draw, model, 0.5));
    const change = whatWouldChange(each, answers);
    if (change === null) continue;
    flips += 1;
    const { question, chosen, leads } = change;
    const first = (given) => diagnose(each, given).causes.find(isPointedTo)?.id;
    assert.equal(first(withAnswer(each, answers, { question, chosen })), leads);
    assert.notEqual(leads, first(answers));
    const logOdds = (given) => diagnose(each, given).causes.find(({ id }) => id === leads).logOdds;
    assert.ok(logOdds(withAnswer(each, answers, { question, chosen })) > logOdds(answers));
    const isUnsure = answers.some((given) => given.question === question && given.chosen === null);
    assert.ok(isUnsure || eligibleQuestions(each, answers).includes(question));
  }
  assert.ok(flips > 20);
});

test("what was told in a note is not suggested as what would change the diagnosis", () => {
  const draw = random(5);
  let told = 0;
  for (let at = 0; at < 40; at += 1) {
    const model = randomModel(draw, { causes: 10, questions: 10, any: 0.8, gates: 0.1 });
    const each = compile(model);
    let { answers } = validAnswers(each, randomAnswers(draw, model, 0.3));
    for (let change = whatWouldChange(each, answers); change; change = whatWouldChange(each, answers)) {
      const { question, chosen } = change;
      const earlier = answers.find((event) => event.question === question)?.chosen ?? [];
      const facts = chosen.filter((option) => !earlier.includes(option)).map((option) => ({ question, option }));
      const isKnown = answers.some((event) => event.facts?.some((fact) => facts.some(({ option }) => fact.question === question && fact.option === option)));
      assert.ok(!isKnown);
      if (facts.length === 0 || model.questions.find(({ id }) => id === question).kind === "pick-one") break;
      told += 1;
      answers = withNote(each, answers, { text: "so it was", facts });
    }
  }
  assert.ok(told > 20);
});

test("what is not known yet is suggested, and no other answer to what was answered", () => {
  const change = whatWouldChange(compiled, [answered("shape", "flat"), answered("water", null)]);
  assert.ok(["water", "saw", "how-hot"].includes(change.question));
  const all = [answered("shape", "flat"), answered("water", "boiling"), answered("saw"), answered("how-hot", "burnt")];
  assert.equal(whatWouldChange(compiled, all), null);
});

test("what was told in words that say the same is not suggested", () => {
  const suggested = (synonym) => whatWouldChange(compile(breadWith((copy) => {
    const sank = { ...copy.questions[2].answers[0], synonym };
    copy.questions[2].answers = [sank];
    copy.questions.push({ ...copy.questions[2], id: "heard", answers: [{ ...sank, id: "it-sank", signs: {}, synonym: "sank" }] });
  })), [answered("shape", "flat"), answered("heard", "it-sank"), answered("water", "cold"), answered("how-hot", "burnt")])?.question;
  assert.equal(suggested(null), "saw");
  assert.notEqual(suggested("sank"), "saw");
});

test("no other answer to an opening question is suggested, not even where it was left unsure or is still to come", () => {
  const model = compile(breadWith((copy) => (copy.opening = ["water", "how-hot"])));
  for (const chosen of [null, "cold", "warm"]) {
    const change = whatWouldChange(model, [answered("shape", "flat"), answered("water", chosen)]);
    assert.ok(!model.model.opening.includes(change?.question));
  }
});

test("nothing would change a diagnosis of one possible cause", () => {
  assert.equal(whatWouldChange(compile(breadWith((model) => model.causes.splice(1))), [answered("shape", "flat")]), null);
  assert.equal(whatWouldChange(compile(breadWith((model) => model.causes.splice(0))), []), null);
});
