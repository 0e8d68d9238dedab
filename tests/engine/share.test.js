import assert from "node:assert/strict";
import { test } from "node:test";
import { compile, diagnose, nextQuestion, validAnswers } from "../../quiz/engine/index.js";
import { decodeAnswers, encodeAnswers } from "../../quiz/engine/share.js";
import { randomAnswers, randomModel, oneOf, random, whole } from "./random_models.mjs";
import { answered, bread, breadWith } from "./bread.mjs";

const compiled = compile(bread);
const FRAGMENTS = 100_000;
const sessionOf = (...events) => validAnswers(compiled, events).answers;
const sample = sessionOf(
  answered("shape", "flat"), answered("water", "boiling"), answered("saw", "nothing-linked"), answered("how-hot", null),
  { checklist: [{ question: "saw", option: "collapsed" }] },
);

test("a link gives back the answers, in their order, without a notice", () => {
  const draw = random(6);
  for (let at = 0; at < 200; at += 1) {
    const model = randomModel(draw, { causes: 5, questions: 12, any: 0.4, gates: 0.3 });
    const each = compile(model);
    const { answers } = validAnswers(each, randomAnswers(draw, model));
    assert.deepEqual(decodeAnswers(each, encodeAnswers(each, answers)), { answers, notices: [] });
  }
});

test("a link is made of characters that nothing on its way encodes, and ends with none that is punctuation", () => {
  const answers = sessionOf(
    answered("shape", "flat"), answered("water", null), answered("saw"), { checklist: [{ question: "saw", option: "collapsed" }] },
    { note: "It sank", facts: [{ question: "how-hot", option: "burnt" }] },
  );
  const link = encodeAnswers(compiled, answers);
  assert.match(link, /^d2_b1_5\.\w{7}_shape\.flat\.\w{3}_water\.~\.\w{3}_saw\.\w{3}_~c\.saw\.collapsed\.\w{3}_~f\.how-hot\.burnt\.\w{3}$/);
});

test("a link holds the facts of a note, and never its words", () => {
  const answers = sessionOf({ note: "My own words", facts: [{ question: "saw", option: "collapsed" }] }, { note: "More", facts: [] });
  assert.deepEqual(decodeAnswers(compiled, encodeAnswers(compiled, answers)), {
    answers: [{ note: "", facts: [{ question: "saw", option: "collapsed" }] }],
    notices: [],
  });
});

test("a link holds what was ticked on the checklist, and that nothing was", () => {
  for (const checklist of [[{ question: "saw", option: "collapsed" }, { question: "shape", option: "flat" }], []]) {
    const answers = sessionOf({ checklist });
    assert.deepEqual(decodeAnswers(compiled, encodeAnswers(compiled, answers)), { answers: [{ checklist }], notices: [] });
  }
});

test("a link survives what is appended to it and encoded of it on its way", () => {
  const link = encodeAnswers(compiled, sample);
  const intact = { answers: sample, notices: [] };
  for (const appended of ["&fbclid=IwAR0x_y-z", "&utm_source=a.b", "?x=1", ".", ",", ")", "_", "__", "...", "…", "!", "/", " and more", "%20", "\u201d", "%F0%9F"]) {
    assert.deepEqual(decodeAnswers(compiled, link + appended), intact, appended);
  }
  assert.deepEqual(decodeAnswers(compiled, link.replaceAll("~", "%7E").replaceAll("_", "%5F").replaceAll(".", "%2e")), intact);
});

test("of a link that was cut the intact answers open, with a notice of how many are lost", () => {
  const link = encodeAnswers(compiled, sample);
  const header = link.split("_").slice(0, 3).join("_").length;
  for (let length = header; length < link.length; length += 1) {
    const { answers, notices } = decodeAnswers(compiled, link.slice(0, length));
    assert.deepEqual(answers, sample.slice(0, answers.length));
    assert.deepEqual(notices, [{ code: "link_cut", detail: String(sample.length - answers.length) }]);
  }
});

test("a link of the first format still opens, also with what was appended to it or encoded of it", () => {
  const answers = [answered("shape", "flat"), answered("water", null), answered("saw")];
  const link = "d1~b1~shape.flat~water._~saw.__";
  for (const text of [link, link.replaceAll("~", "%7E"), `${link}&fbclid=x`, `${link})`, `${link}.`]) {
    assert.deepEqual(decodeAnswers(compiled, text), { answers, notices: [] }, text);
  }
});

test("other fragments are none of ours", () => {
  for (const text of ["", "#", "section-3", "~", "d1", "d2", "d", "%", "constructor", "fbclid=x", "/settings", "!/a", ":~:text=d2_", "data_x"]) {
    assert.equal(decodeAnswers(compiled, text), null, text);
  }
});

test(`of ${FRAGMENTS} damaged links none changes an answer without a word, and hardly one at all`, () => {
  const draw = random(21);
  const link = encodeAnswers(compiled, sample);
  const said = new Map(sample.map((event) => [event.question ?? "checklist", JSON.stringify(event)]));
  const characters = [..."abcdefghijklmnopqrstuvwxyz0123456789-._~%&=/ "];
  const damages = [
    (text, at) => text.slice(0, at) + oneOf(draw, characters) + text.slice(at + 1),
    (text, at) => text.slice(0, at) + oneOf(draw, characters) + text.slice(at),
    (text, at) => text.slice(0, at) + text.slice(at + 1 + whole(draw, 12)),
    (text, at) => text.slice(0, at),
    (text, at) => text.slice(0, at) + text.slice(at, at + 9).toUpperCase() + text.slice(at + 9),
    (text, at) => text.slice(at) + text.slice(0, at),
    (text, at) => text.slice(0, at) + text.slice(at + 1, at + 2) + text.slice(at, at + 1) + text.slice(at + 2),
    (text, at) => `${text.slice(0, at)}%${text.slice(at)}`,
  ];
  let changed = 0;
  for (let at = 0; at < FRAGMENTS; at += 1) {
    let text = link;
    for (let times = whole(draw, 3); times >= 0; times -= 1) text = oneOf(draw, damages)(text, whole(draw, text.length + 1));
    const opened = decodeAnswers(compiled, text);
    if (!opened) continue;
    const isChanged = opened.answers.some((event) => JSON.stringify(event) !== said.get(event.question ?? "checklist"));
    const isSilent = opened.notices.length === 0;
    assert.ok(!isSilent || JSON.stringify(opened.answers) === JSON.stringify(sample), text);
    changed += Number(isChanged);
  }
  assert.ok(changed <= FRAGMENTS / 10_000, `${changed} were changed, with a notice`);
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
    assert.match(link, /^[A-Za-z0-9~._-]*$/);
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

test("a link that cannot be read says so", () => {
  for (const text of ["d3_b1_0.x", "d2_", "d2~b1~shape.flat"]) {
    assert.deepEqual(decodeAnswers(compiled, text), { answers: [], notices: [{ code: "unreadable", detail: "" }] }, text);
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
  const soup = () => `${oneOf(draw, ["d1~b1~", "d2_b1_3.0000000_"])}${Array.from({ length: whole(draw, 16) }, () => oneOf(draw, words)).join("")}`;
  const damaged = () => {
    const at = whole(draw, good.length);
    return good.slice(0, at) + oneOf(draw, ["", "~", ...words]) + good.slice(at + whole(draw, 4));
  };
  const list = () => `d1~b1~${Array.from({ length: whole(draw, 6) }, () => `${oneOf(draw, words)}.${oneOf(draw, words)}`).join("~")}`;
  for (let at = 0; at < FRAGMENTS; at += 1) {
    const fragment = oneOf(draw, [noise, soup, damaged, list])();
    const opened = decodeAnswers(each, fragment);
    if (!opened) continue;
    const { answers, notices } = opened;
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
