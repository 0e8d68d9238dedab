import assert from "node:assert/strict";
import { test } from "node:test";
import { preventabilityText } from "../../quiz/ui/result/control.js";
import { Session } from "../../quiz/ui/session-store.js";
import { answered, breadWith } from "./bread.mjs";

const flour = [answered("shape", "flat")];

/** Returns whose it was, as the key of its text, where what was seen speaks for a cause outside the reader's control. */
function said(answers, { share = 0.9, prior = 0.4, change = () => {} } = {}) {
  const session = new Session(breadWith((copy) => {
    copy.causes[1].prior = prior;
    copy.questions[0].base = [0.05, 0.95];
    copy.questions[0].signs = { "weak-flour": [share, 1 - share] };
    change(copy);
  }), "bread");
  session.setAnswers(answers);
  return preventabilityText(session);
}

test("that nothing could have prevented it is said only where the first cause rests on more than one light sign", () => {
  assert.equal(said(flour), "prevented_not_yours");
  assert.equal(said(flour, { share: 0.2 }), "prevented_light");
});

test("what was written in the reader's own words, and has no answer of ours, may say otherwise", () => {
  assert.equal(said([...flour, { note: "It sank.", facts: [] }]), "prevented_own_words");
  assert.equal(said([...flour, { note: "It sank.", facts: [{ question: "saw", option: "nothing-linked" }] }]), "prevented_not_yours");
});

test("where a cause of the reader's own stands beside it, it is not said either", () => {
  const beside = (copy) => (copy.causes[2].prior = 0.4);
  assert.equal(said(flour, { change: beside }), "prevented_not_yours");
  assert.equal(said([...flour, answered("saw", "collapsed")], { change: beside }), "prevented_half");
});
