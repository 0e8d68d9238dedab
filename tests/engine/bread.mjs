/** A small model by hand: three reasons for flat bread. */

const question = (id, rest) => ({ id, text: id, help: null, why: id, role: "evidence", family: null, gate: {}, follows: {}, cost: 1, ...rest });
const choices = (...ids) => ids.map((id) => ({ id, text: id }));

export const bread = freeze({
  format: 1, version: "b1", name: "Bread", language: "en",
  causes: [
    cause("dead-yeast", "yours", 0.2, { "test-yeast": 0.6, "buy-fresh": 0.3 }),
    cause("weak-flour", "theirs", 0.2, { "other-flour": 0.6 }),
    cause("proved-too-long", "yours", 0.1, { "mark-bowl": 0.6 }),
  ],
  actions: [action("test-yeast", 10, 10), action("buy-fresh", 60, 90), action("other-flour", 30, 30), action("mark-bowl", 2, 2)],
  questions: [
    question("shape", {
      kind: "pick-one", answers: choices("flat", "fine"), base: [0.1, 0.9],
      signs: { "dead-yeast": [0.9, 0.1], "weak-flour": [0.9, 0.1], "proved-too-long": [0.5, 0.5] },
    }),
    question("water", { kind: "pick-one", answers: choices("cold", "warm", "boiling"), base: [0.5, 0.45, 0.05], signs: { "dead-yeast": [0.2, 0.2, 0.6] } }),
    question("saw", {
      kind: "pick-any",
      answers: [
        { id: "collapsed", text: "collapsed", base: 0.05, signs: { "proved-too-long": 0.7 } },
        { id: "nothing-linked", text: "nothing linked", base: 0.3, signs: {} },
      ],
    }),
    question("how-hot", { kind: "pick-one", answers: choices("burnt", "not"), base: [0.5, 0.5], gate: { water: ["boiling", "warm"] }, signs: { "dead-yeast": [0.8, 0.2] } }),
  ],
  opening: ["shape"], stopping: { pages: 15, least: 0, gain: 0.01, change: 0.2, clear: 1 }, telling: exactly(), familyDiscount: 0.7,
  roleShares: { evidence: 1, routing: 0.2, fear: 0, scenes: 1 },
  bands: [
    { id: "strong", label: "strong", least: 0.55 }, { id: "some", label: "some", least: 0.25 },
    { id: "weak", label: "weak", least: 0.1 }, { id: "none", label: "none", least: 0 },
  ],
  stages: { baking: { title: "Baking" } },
  controls: { yours: control(false), theirs: control(true) },
  howFar: {}, inAnyCase: [], blanks: {}, when: { now: "Now" }, strings: {},
});

/** Returns a copy of the model that `change` may change. */
export function breadWith(change) {
  const copy = structuredClone(bread);
  change(copy);
  return copy;
}

/** People who tell all that is true, and nothing else. */
export function exactly() {
  return { list: { told: 1, stray: 0 }, asked: { told: 1, stray: 0 }, firstScene: { told: 0.8, stray: 0.02 }, standingOut: null };
}

/** Returns an answer; without ids it is "none of these", with null "not sure". */
export function answered(id, ...chosen) {
  return { question: id, chosen: chosen[0] === null ? null : chosen };
}

function cause(id, control_, prior, actions) {
  return { id, title: id, summary: id, url: id, stage: "baking", control: control_, prior, gate: {}, notIf: {}, outsideIf: {}, actions, whenItDecides: null, canBeHidden: false };
}

function action(id, minutes, effort) {
  return { id, title: id, summary: id, url: id, when: "now", minutes, effort, steps: [], words: [] };
}

function control(outside) {
  return { title: "", label: "", mark: "", outside };
}

function freeze(value) {
  if (typeof value === "object" && value !== null) Object.values(value).forEach(freeze);
  return Object.freeze(value);
}
