import assert from "node:assert/strict";
import { test } from "node:test";
import { compile, validAnswers } from "../../quiz/engine/index.js";
import { decodeAnswers, encodeAnswers } from "../../quiz/engine/share.js";
import { answered, bread } from "./bread.mjs";

const compiled = compile(bread);
const line = (option, said) => ({ question: "saw", option, said });
const note = { note: "", facts: [{ question: "saw", option: "collapsed" }] };

test("of lines that were saved what was said yes to is a fact that was told, and the rest is dropped", () => {
  const saved = [answered("shape", "flat"), { lines: [line("collapsed", "yes"), line("nothing-linked", "no"), line("collapsed", "unsure")] }];
  assert.deepEqual(validAnswers(compiled, saved), { answers: [answered("shape", "flat"), note], notices: [] });
  for (const lines of [[], [line("collapsed", "no")], [line("gone", "unsure"), 3, null]]) {
    assert.deepEqual(validAnswers(compiled, [{ lines }]), { answers: [], notices: [] });
  }
});

test("of lines in a link likewise", () => {
  const opened = decodeAnswers(compiled, "d2_b1_2.0jgpahw_shape.flat.4sc_~l.saw.collapsed.y.saw.nothing-linked.n.7zg");
  assert.deepEqual(opened, { answers: [answered("shape", "flat"), note], notices: [] });
  assert.match(encodeAnswers(compiled, opened.answers), /_~f\.saw\.collapsed\.\w{3}$/);
  const withoutYes = decodeAnswers(compiled, "d2_b1_2.1m6etuk_shape.flat.4sc_~l.saw.collapsed.n.saw.nothing-linked.u.3oe");
  assert.deepEqual(withoutYes, { answers: [answered("shape", "flat")], notices: [] });
});

test("a line that the guide no longer has is told of as any fact is", () => {
  const { answers, notices } = validAnswers(compiled, [{ lines: [line("gone", "yes"), line("collapsed", "yes")] }]);
  assert.deepEqual(answers, [note]);
  assert.deepEqual(notices, [{ code: "unknown_answer", detail: "gone" }]);
});
