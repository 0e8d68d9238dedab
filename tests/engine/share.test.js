import assert from "node:assert/strict";
import { test } from "node:test";
import { compile, decodeAnswers, diagnose, encodeAnswers, nextQuestion, validAnswers } from "../../quiz/engine/index.js";
import { randomAnswers, randomModel, oneOf, random, whole } from "./random_models.mjs";
import { answered, bread, breadWith } from "./bread.mjs";

const compiled = compile(bread);
const FRAGMENTS = 100_000;

test("a link gives back the answers, in their order, without a notice", () => {
  const draw = random(6);
  for (let at = 0; at < 200; at += 1) {
    const model = randomModel(draw, { causes: 5, questions: 12, any: 0.4, gates: 0.3 });
    const each = compile(model);
    const { answers } = validAnswers(each, randomAnswers(draw, model));
    assert.deepEqual(decodeAnswers(each, encodeAnswers(each, answers)), { answers, notices: [] });
  }
});

test("a link is readable, and made of characters that need no escape in an address", () => {
  const link = encodeAnswers(compiled, [answered("shape", "flat"), answered("water", null), answered("saw")]);
  assert.equal(link, "d1~b1~shape.flat~water._~saw.__");
});

test("any id survives a link, whatever characters it has", () => {
  const strange = ["_", "__", "a~b", "a.b", "%", "%41", "ü", "😀", "a b", "#", "constructor", "__proto__", "'()*!"];
  for (const id of strange) {
    const model = compile(breadWith((copy) => {
      copy.questions[0].id = id;
      copy.questions[0].answers[0].id = id;
      copy.questions[2].answers[0].id = id;
    }));
    const answers = [answered(id, id), answered("saw", id)];
    const link = encodeAnswers(model, answers);
    assert.match(link, /^[A-Za-z0-9~._%!'()*-]*$/);
    assert.deepEqual(decodeAnswers(model, link), { answers, notices: [] });
  }
});

test("a link of other content says so, and keeps what is still there", () => {
  const old = compile(breadWith((copy) => ((copy.version = "b0"), (copy.questions[1].id = "was"))));
  const link = encodeAnswers(old, [answered("shape", "flat"), answered("was", "boiling")]);
  assert.deepEqual(decodeAnswers(compiled, link), {
    answers: [answered("shape", "flat")],
    notices: [{ code: "older_content", detail: "b0" }, { code: "unknown_question", detail: "was" }],
  });
});

test("what is not a link is unreadable", () => {
  for (const text of ["", "#", "d2~b1~shape.flat", "section-3", "~", "d1", "%", "constructor"]) {
    assert.deepEqual(decodeAnswers(compiled, text), { answers: [], notices: [{ code: "unreadable", detail: "" }] });
  }
  assert.deepEqual(decodeAnswers(compiled, "d1~b1~shape").notices, [{ code: "unreadable", detail: "shape" }]);
});

test(`${FRAGMENTS} fragments of any kind give valid answers and beliefs that are numbers`, () => {
  const draw = random(2026);
  const model = breadWith((copy) => {
    copy.causes[2].gate = { water: ["cold"] };
    copy.questions[2].gate = { shape: ["flat"] };
  });
  const each = compile(model);
  const good = encodeAnswers(each, [answered("shape", "flat"), answered("water", "boiling"), answered("saw", "collapsed"), answered("how-hot", null)]);
  const words = [
    ..."~~~...__%#&=;,-\u0000\u202e\ud800é😀", "d1", "b1", "shape", "flat", "fine", "water", "cold", "boiling", "saw", "collapsed", "how-hot", "burnt",
    "__proto__", "constructor", "toString", "%F0%9F", "%00", "%7E", "null", "NaN", "1e999", "x".repeat(300),
  ];
  const noise = () => Array.from({ length: whole(draw, 30) }, () => String.fromCharCode(whole(draw, 0x10000))).join("");
  const soup = () => `d1~b1~${Array.from({ length: whole(draw, 16) }, () => oneOf(draw, words)).join("")}`;
  const damaged = () => {
    const at = whole(draw, good.length);
    return good.slice(0, at) + oneOf(draw, ["", "~", ...words]) + good.slice(at + whole(draw, 4));
  };
  const list = () => `d1~b1~${Array.from({ length: whole(draw, 6) }, () => `${oneOf(draw, words)}.${oneOf(draw, words)}`).join("~")}`;
  for (let at = 0; at < FRAGMENTS; at += 1) {
    const fragment = oneOf(draw, [noise, soup, damaged, list])();
    const { answers, notices } = decodeAnswers(each, fragment);
    assert.ok(notices.every(({ code, detail }) => typeof code === "string" && typeof detail === "string"));
    const again = validAnswers(each, answers);
    assert.ok(again.notices.length === 0 && again.answers.length === answers.length, fragment);
    if (answers.length === 0) continue;
    for (const { belief, weights } of diagnose(each, answers).causes) {
      assert.ok(belief >= 0 && belief < 1, fragment);
      assert.ok(weights.every(({ decibans, aloneDecibans }) => Number.isFinite(decibans) && Number.isFinite(aloneDecibans)), fragment);
    }
    const next = nextQuestion(each, answers);
    assert.ok(next === null || Number.isFinite(next.gainBits), fragment);
  }
});
