import assert from "node:assert/strict";
import { test } from "node:test";
import { fears } from "../../quiz/ui/result/fears.js";
import { Session } from "../../quiz/ui/session-store.js";
import { answered, breadWith } from "./bread.mjs";

/** Returns the state and the named cause of the fear that a cause was the reason. */
function said(cause, answers, change) {
  const { state, named } = fearOf(cause, answers, change);
  return [state, named];
}

/** Returns what is said of the fear that a cause was the reason. */
function fearOf(cause, answers, change = () => {}) {
  const session = new Session(breadWith((copy) => {
    copy.stages = { buying: { title: "Buying" }, baking: { title: "Baking" } };
    copy.howFar = { shape: { fine: "buying" } };
    const fear = { ...copy.questions[2], id: "fear", role: "fear", answers: [{ id: "it", text: "it", base: 0.1, signs: {}, standsFor: [cause].flat() }] };
    copy.questions.push(fear);
    change(copy);
  }), "bread");
  session.setAnswers([...answers, answered("fear", "it")]);
  return fears(session)[0];
}

test("of what nothing can rule out it is said first that the reason which comes first explains the end, if that rests on more than little", () => {
  const hidden = (boiling) => (copy) => {
    copy.causes[1].canBeHidden = true;
    copy.causes[0].prior = 0.6;
    copy.questions[1].signs = { "dead-yeast": [0.1, 0.9 - boiling, boiling] };
  };
  const told = [answered("water", "boiling")];
  assert.deepEqual(said("weak-flour", told, hidden(0.8)), ["explained", "dead-yeast"]);
  assert.deepEqual(said("weak-flour", told, hidden(0.3)), ["hidden", "dead-yeast"]);
});

test("a fear that is among the reasons names the one that it stands for", () => {
  assert.deepEqual(said("dead-yeast", [answered("water", "boiling")]), ["shown", "dead-yeast"]);
});

test("where it ended before what is feared could matter, that is said", () => {
  const gated = (copy) => (copy.causes[2].gate = { shape: ["flat"] });
  assert.deepEqual(said("proved-too-long", [answered("shape", "fine")], gated)[0], "unmet");
  assert.notDeepEqual(said("proved-too-long", [answered("shape", "flat")], gated)[0], "unmet");
  assert.notDeepEqual(said("proved-too-long", [answered("shape", "fine")])[0], "unmet");
});

/** Adds an answer that speaks against one cause. */
function springy(copy) {
  copy.questions[2].answers.push({ id: "springy", text: "springy", base: 0.5, signs: { "proved-too-long": 0.05 } });
}

test("what was told and speaks against a fear is said, as well as what was left out", () => {
  const against = (...options) => fearOf("proved-too-long", [answered("saw", ...options)], springy).against.map(({ option, ticked }) => [option, ticked]);
  assert.deepEqual(against("springy"), [["springy", true], ["collapsed", false]]);
  assert.equal(fearOf("proved-too-long", [answered("saw", "springy")], springy).state, "no");
});

test("what was left out says nothing against a fear that shows no signs", () => {
  const hidden = (copy) => {
    springy(copy);
    copy.causes[2].canBeHidden = true;
  };
  const { against } = fearOf("proved-too-long", [answered("saw", "springy")], hidden);
  assert.deepEqual(against.map(({ option }) => option), ["springy"]);
});

test("what speaks for another cause that a fear stands for does not count against it", () => {
  const both = (copy) => {
    copy.questions[2].answers.push({ id: "springy", text: "springy", base: 0.3, signs: { "proved-too-long": 0.02, "weak-flour": 0.9 } });
  };
  const against = (...causes) => fearOf(causes, [answered("saw", "springy")], both).against.map(({ option }) => option);
  assert.ok(against("proved-too-long").includes("springy"));
  assert.ok(!against("proved-too-long", "weak-flour").includes("springy"));
});

test("what a named cause rests on always stands beside a fear that it is nearest to", () => {
  const weak = (copy) => (copy.questions[1].signs = { "dead-yeast": [0.1, 0.6, 0.3] });
  const { state, facts } = fearOf("dead-yeast", [answered("shape", "flat"), answered("water", "boiling")], weak);
  assert.equal(state, "shown");
  assert.ok(facts.length > 0);
});
