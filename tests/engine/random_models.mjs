/**
 * Random models and answers for tests and benchmarks, reproducible from a seed.
 */

/** Returns a function that draws numbers from 0 up to 1 (mulberry32, Tommy Ettinger 2017; public domain). */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Returns an integer from 0 up to and without `below`. */
export const whole = (draw, below) => Math.floor(draw() * below);

/** Returns one of the list. */
export const oneOf = (draw, list) => list[whole(draw, list.length)];

/** Returns the list in another order. */
export function shuffled(draw, list) {
  const rest = [...list];
  return list.map(() => rest.splice(whole(draw, rest.length), 1)[0]);
}

/** Returns probabilities that add up to 1, none of them tiny. */
export function shares(draw, count) {
  const parts = Array.from({ length: count }, () => 0.05 + draw());
  const sum = parts.reduce((total, part) => total + part, 0);
  return parts.map((part) => part / sum);
}

const between = (draw, low, high) => low + (high - low) * draw();

/**
 * Returns a model with as many causes, questions and links as asked for. `any` is the part of pick-any questions,
 * `gates` that of gated questions and causes, `families` the number of families (0 for none).
 */
export function randomModel(draw, { causes, questions, answers = 4, links = 5, any = 0, gates = 0, families = 0, synonyms = 0, actions = 20 }) {
  const causeIds = Array.from({ length: causes }, (_, index) => `c${index}`);
  const sign = (id, value) => [id, value];
  const gate = (index, earlier) => {
    if (index === 0 || earlier.length === 0 || draw() >= gates) return {};
    const { id, answers: options } = oneOf(draw, earlier);
    return { [id]: shuffled(draw, options.map((option) => option.id)).slice(0, 1 + whole(draw, options.length)) };
  };
  const questionEntries = [];
  for (let index = 0; index < questions; index += 1) {
    const linked = shuffled(draw, causeIds).slice(0, links);
    const common = {
      id: `q${index}`, text: `q${index}`, help: null, why: "", role: "evidence", cost: 1, gate: gate(index, questionEntries), follows: {},
      family: families && draw() < 0.5 ? `f${whole(draw, families)}` : null,
    };
    const options = Array.from({ length: answers }, (_, answer) => ({
      id: `a${answer}`, text: `a${answer}`, synonym: synonyms && draw() < 0.3 ? `s${whole(draw, synonyms)}` : null,
    }));
    if (draw() < any) {
      const ticks = options.map((option) => ({
        ...option,
        base: between(draw, 0.02, 0.6),
        signs: Object.fromEntries(linked.filter(() => draw() < 0.5).map((id) => sign(id, between(draw, 0.02, 0.95)))),
      }));
      questionEntries.push({ ...common, kind: "pick-any", answers: ticks });
    } else {
      const signs = Object.fromEntries(linked.map((id) => sign(id, shares(draw, answers))));
      questionEntries.push({ ...common, kind: "pick-one", answers: options, base: shares(draw, answers), signs });
    }
  }
  const actionIds = Array.from({ length: actions }, (_, index) => `do${index}`);
  return {
    format: 1, version: "random", name: "random", language: "en", opening: questionEntries.slice(0, 1).map(({ id }) => id),
    causes: causeIds.map((id, index) => ({
      id, title: id, summary: "", url: "", stage: "s", control: index % 3 === 0 ? "theirs" : "mine",
      prior: oneOf(draw, [0.02, 0.05, 0.1, 0.2]), gate: gate(index + 1, questionEntries), notIf: {}, outsideIf: {},
      actions: Object.fromEntries(shuffled(draw, actionIds).slice(0, 2).map((action) => [action, between(draw, 0.1, 0.6)])),
    })),
    actions: actionIds.map((id) => {
      const minutes = 5 + whole(draw, 120);
      return { id, title: id, summary: "", url: "", when: "now", minutes, effort: minutes * oneOf(draw, [1, 1.5, 2.5]), words: [] };
    }),
    questions: questionEntries, stopping: { pages: 15, least: 0, gain: 0.01, change: 0.2, clear: 1 }, familyDiscount: 0.7,
    roleShares: { evidence: 1, routing: 0.2, fear: 0, scenes: 1 },
    telling: { list: { told: 0.8, stray: 0.03 }, asked: { told: 0.97, stray: 0.02 }, firstScene: { told: 0.5, stray: 0.02 }, standingOut: null },
    bands: [
      { id: "strong", label: "", least: 0.55 }, { id: "some", label: "", least: 0.25 },
      { id: "weak", label: "", least: 0.1 }, { id: "none", label: "", least: 0 },
    ],
    stages: { s: { title: "" } },
    controls: { mine: { title: "", label: "", mark: "", outside: false }, theirs: { title: "", label: "", mark: "", outside: true } },
    howFar: {}, inAnyCase: [], blanks: {}, when: { now: "" }, strings: {},
  };
}

/** Returns answers to a random part of a model's questions, some "not sure", regardless of gates. */
export function randomAnswers(draw, model, part = 0.7) {
  const asked = shuffled(draw, model.questions).filter(() => draw() < part);
  return asked.map(({ id, kind, answers }) => {
    const ids = answers.map((answer) => answer.id);
    if (draw() < 0.15) return { question: id, chosen: null };
    return { question: id, chosen: kind === "pick-one" ? [oneOf(draw, ids)] : ids.filter(() => draw() < 0.4) };
  });
}
