/** What a new entry says where its author leaves a field empty, and what a change is shown as. */

import assert from "node:assert/strict";
import test from "node:test";

import { roughly } from "../../contribute/titles.js";
import { textChanges } from "../../contribute/changes.js";
import { diagnosticsOf, unmetGates } from "../../contribute/check.js";
import { lastNameFirst, peopleIn } from "../../contribute/person-name.js";
import { lengthOf } from "../../contribute/entry-texts.js";
import { completed, hasStart } from "../../contribute/starts.js";

const shares = { all: 0.93, most: 0.7, half: 0.5, some: 0.35, few: 0.1, none: 0.02 };
const share = { type: "string", "x-ref": "how_many", "x-start": "few" };
const cause = {
  required: ["title", "common", "proof"],
  properties: {
    title: { type: "string" }, common: { "x-ref": "how_common", "x-start": "rare" }, later: { ...share },
    proof: { required: ["says"], properties: { says: { type: "string", "x-prose": true, "x-genre": "prose", "x-start": "We looked for none." } } },
    signs: { "x-keys-ref": "questions", additionalProperties: { additionalProperties: share } },
    sound: { required: ["say"], properties: { say: { type: "string", "x-start": "So." } } },
  },
};
const question = {
  required: ["kind", "answers"],
  properties: {
    kind: { enum: ["pick-one", "pick-any"] },
    answers: { additionalProperties: { required: ["text", "base"], properties: { text: { type: "string" }, base: share } } },
  },
};
const data = /** @type {any} */ ({
  kinds: { cause: { schema: cause }, question: { schema: question } }, shares, language: "en",
  rules: { all: [], style: { page_words: {} }, read: { genres: ["prose"] }, tolerance: 0.1, leastWords: 100 },
});

test("what is needed and left empty has its start, and nothing that was not begun", () => {
  const empty = { title: "", common: "", later: "", proof: { says: "" }, signs: {}, sound: { say: "" } };
  assert.deepEqual(completed(empty, "cause", data), { ...empty, common: "rare", proof: { says: "We looked for none." } });
  const begun = { title: "A", common: "often", signs: { water: { warm: "", cold: "most" } } };
  assert.deepEqual(completed(begun, "cause", data).signs, { water: { warm: "few", cold: "most" } });
  assert.equal(completed(begun, "cause", data).common, "often");
  assert.ok(hasStart(cause.properties.proof, cause));
  assert.ok(!hasStart(cause.properties.title, cause));
});

test("shares of answers of which people give one add up to about all, whatever their number and whichever are chosen", () => {
  for (let count = 2; count <= 9; count += 1) {
    for (const chosen of [undefined, "few", "half"]) {
      const ids = Array.from({ length: count }, (_, at) => `a${at}`);
      const answers = Object.fromEntries(ids.map((id, at) => [id, { text: id, base: at === 0 && chosen ? chosen : "" }]));
      const whole = /** @type {any} */ (completed({ kind: "pick-one", answers }, "question", data));
      const sum = ids.reduce((total, id) => total + shares[/** @type {keyof typeof shares} */ (whole.answers[id].base)], 0);
      assert.ok(Math.abs(sum - 1) <= 0.2, `${count} ${chosen}: ${sum}`);
      if (chosen) assert.equal(whole.answers.a0.base, chosen);
    }
  }
  const any = /** @type {any} */ (completed({ kind: "pick-any", answers: { a: { text: "a", base: "" } } }, "question", data));
  assert.equal(any.answers.a.base, "few");
});

test("a share is said as so many of so many", () => {
  const said = { 0.93: [9, 10], 0.5: [5, 10], 0.35: [1, 3], 0.1: [1, 10], 0.02: [1, 50] };
  for (const [part, words] of Object.entries(said)) assert.deepEqual(roughly(Number(part)), words);
});

test("a change is shown as the sentences from the first to the last that differ", () => {
  const entry = (/** @type {string} */ says) => ({ title: "A", proof: { says } });
  assert.deepEqual(textChanges(entry("One is. Two is. Three is."), entry("One is. Both are. Three is."), cause),
    [{ path: ["proof", "says"], before: ["Two is."], after: ["Both are."] }]);
  assert.deepEqual(textChanges(entry("One is."), entry("One is. Two is."), cause), [{ path: ["proof", "says"], before: [], after: ["Two is."] }]);
  assert.deepEqual(textChanges(entry("One is."), entry(""), cause), [{ path: ["proof", "says"], before: ["One is."], after: [] }]);
  assert.deepEqual(textChanges(entry("One\nis."), entry("One is."), cause), []);
});

test("the length of an entry is counted in the texts that are read", () => {
  assert.equal(lengthOf({ title: "Not a word", proof: { says: "Three words [here](cause:a)." } }, "cause", data), 3);
});

test("a name has its last name first, with what belongs to it, unless it seems to be no name of a person", () => {
  const names = { "Ada Lovelace": "Lovelace, A.", "Ludwig van Beethoven": "van Beethoven, L.", "Jean-Luc Nancy": "Nancy, J.", "É. Zola": "Zola, É." };
  for (const [name, turned] of Object.entries(names)) assert.equal(lastNameFirst(name), turned);
  for (const name of ["", "Ada", "Lovelace, Ada", "Lovelace A.", "Office for Weather", "3 Men"]) assert.equal(lastNameFirst(name), null, name);
});

test("an organisation is no person whose last name goes first", () => {
  const names = [
    "The Washington Post", "The Atlantic", "New York Times", "Sky News", "Bakers Institute", "Oxford University", "Home Office", "Bread GmbH", "Loaf Ltd", "Talent Inc.",
    "European Commission", "NHS Employers", "Talent Board", "Morgan Legal", "People's Daily",
  ];
  for (const name of names) assert.equal(lastNameFirst(name), null, name);
  assert.equal(lastNameFirst("Emily Post-Weber"), "Post-Weber, E.");
});

test("several people in one text are told from one person, and from an office", () => {
  const texts = [
    "Nora Baker, Carl Cook and Max Abel", "Baker, N., Cook, C., & Abel, M.", "Baker, N., Carl Cook, and Max Abel",
    "Baker, N.; Cook, C.; Abel, M.", "Nora Baker, Carl Cook, Max Abel",
  ];
  for (const text of texts) assert.deepEqual(peopleIn(text), ["Baker, N.", "Cook, C.", "Abel, M."], text);
  const names = ["", "Abel, M.", "Abel, M. N.", "Nora Baker", "Garcia Marquez, Gabriel Jose", "King, M. L., Jr.", "Office for Bread and Butter", "Baking and Roasting Service"];
  for (const text of names) assert.deepEqual(peopleIn(text), [], text);
});

test("what was added to a list or a mapping and is empty is missing, in its place; what was not begun is not", () => {
  const schema = {
    properties: {
      authors: { items: { type: "string", "x-person": true } }, also: { items: { "x-ref": "causes" } },
      steps: { items: { required: ["do"], properties: { do: { type: "string" }, minutes: { type: "integer" } } } },
      answers: { additionalProperties: { required: ["text"], properties: { text: { type: "string" } } } },
      ticks: { additionalProperties: { items: { type: "string" } } },
      sound: { required: ["say"], properties: { say: { type: "string" } } },
    },
  };
  const listed = { ...data, kinds: { list: { schema } } };
  const entry = {
    authors: ["", "Nora Baker and Max Abel"], also: [" "], steps: [{ do: "", minutes: "" }, { do: "Go.", minutes: "x" }],
    answers: { yes: { text: "" } }, ticks: { mood: [] }, sound: { say: "" },
  };
  assert.deepEqual(diagnosticsOf(entry, "list", listed).map(({ path, code }) => [path.join("."), code]), [
    ["authors.0", "missing-field"], ["also.0", "missing-field"], ["steps.0.do", "missing-field"],
    ["steps.1.minutes", "not-a-number"], ["answers.yes.text", "missing-field"],
  ]);
});

test("an answer that is missing is said once, however many it holds back", () => {
  const askIf = { oven: { baked: ["yes"] }, crust: { baked: ["yes"] } };
  assert.deepEqual(unmetGates("oven", { baked: ["no"] }, askIf), [{ question: "baked", wanted: ["yes"] }]);
  assert.deepEqual(unmetGates("oven", { baked: "yes" }, askIf), []);
  const cases = { ...data, askIf, conditions: {}, titles: {}, answers: {}, kinds: { case: { schema: { properties: { answers: question.properties.answers } } } } };
  const answers = { oven: "hot", crust: "thin" };
  assert.deepEqual(diagnosticsOf({ answers }, "case", cases).filter(({ code }) => code === "not-asked").map(({ path }) => path), [["answers", "oven"]]);
});
