import assert from "node:assert/strict";
import { test } from "node:test";
import { compile, nextPage, verdict, withAnswer, withPage } from "../../quiz/engine/index.js";
import { infer } from "../../quiz/engine/beliefs.js";
import { totalBits } from "../../quiz/engine/gain.js";
import { usefulLines } from "../../quiz/engine/lines.js";
import { oneOf, random, randomAnswers, randomModel } from "./random_models.mjs";
import { answered, bread, breadWith } from "./bread.mjs";

const telling = { list: { told: 0.7, stray: 0.03 }, asked: { told: 0.95, stray: 0.02 } };
const forgetful = (change = () => {}) => compile(breadWith((copy) => {
  copy.telling = telling;
  change(copy);
}));

test("the lines are options that nothing was said of, each once, eight at the most, of questions that may be asked", () => {
  const draw = random(5);
  for (let at = 0; at < 40; at += 1) {
    const model = randomModel(draw, { causes: 12, questions: 20, any: 0.7, gates: 0.4 });
    const compiled = compile(model);
    let answers = [];
    for (const answer of randomAnswers(draw, model, 0.4)) answers = withAnswer(compiled, answers, answer);
    const { lines, gainBits } = usefulLines(compiled, answers);
    assert.ok(lines.length <= 8 && gainBits >= 0);
    assert.equal(new Set(lines.map(({ question, option }) => `${question} ${option}`)).size, lines.length);
    for (const { question, option } of lines) {
      const page = answers.find((event) => event.question === question);
      assert.ok(!page?.chosen?.includes(option));
    }
    const said = withPage(compiled, answers, { lines: lines.map((line) => ({ ...line, said: oneOf(draw, ["yes", "no", "unsure"]) })) });
    assert.deepEqual(said.at(-1).lines.length, lines.length);
    assert.deepEqual(usefulLines(compiled, said).lines.filter((line) => lines.some((other) => other.question === line.question && other.option === line.option)), []);
  }
});

test("an option that was left unticked may be asked about, one that was told may not", () => {
  const options = (...answers) => usefulLines(forgetful(), answers).lines.map(({ option }) => option);
  assert.deepEqual(options(answered("shape", "flat"), answered("saw")), ["collapsed"]);
  assert.deepEqual(options(answered("shape", "flat"), answered("saw", "collapsed")), []);
});

test("an option that says the same as what was told elsewhere is not asked about, and its page is expected to tell nothing", () => {
  const compiled = forgetful((model) => {
    for (const [question, answer] of [["water", "boiling"], ["saw", "collapsed"]]) {
      model.questions.find(({ id }) => id === question).answers.find(({ id }) => id === answer).synonym = "same";
    }
  });
  const gainOf = (...answers) => totalBits(compiled, infer(compiled, answers), compiled.questions.get("saw"));
  assert.deepEqual(usefulLines(compiled, [answered("water", "boiling"), answered("saw")]).lines, []);
  assert.equal(gainOf(answered("water", "boiling")), 0);
  assert.ok(gainOf(answered("water", "cold")) > 0);
});

test("the lines follow the last question, and only once", () => {
  const compiled = forgetful((copy) => copy.stopping.pages = 1);
  const answers = [answered("shape", "flat")];
  const page = nextPage(compiled, answers);
  assert.deepEqual(page, { kind: "lines", lines: [{ question: "saw", option: "collapsed" }] });
  const after = withPage(compiled, answers, { lines: [{ question: "saw", option: "collapsed", said: "unsure" }] });
  assert.equal(nextPage(compiled, after), null);
});

test("the first page is a question", () => {
  const { kind, question } = nextPage(compile(bread), []);
  assert.deepEqual([kind, question], ["question", "shape"]);
});

test("whose it was follows from the odds of the causes that decide, and is open where none does", () => {
  const clear = verdict(compile(bread), [answered("shape", "flat"), answered("water", "boiling"), answered("how-hot", "burnt")]);
  assert.equal(clear.leads, "yours");
  assert.ok(Math.abs(clear.controls.yours + clear.controls.theirs - 1) < 1e-12);
  assert.deepEqual(verdict(compile(bread), []), { leads: null, controls: { yours: 0, theirs: 0 } });
});
