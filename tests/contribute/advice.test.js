/** What is said of an entry besides the rules, and of people in a note or a title. */

import assert from "node:assert/strict";
import test from "node:test";

import { answerAdvice, causelessAnswers, openDetail, openEnds, signAdvice, takenOut } from "../../contribute/advice.js";
import { changedNumbers } from "../../contribute/changed-numbers.js";
import { peopleIn } from "../../contribute/person-name.js";
import { noteDiagnostics, titlePeople } from "../../contribute/people.js";

const data = /** @type {any} */ ({
  language: "en",
  kinds: { case: { voice: "witness", schema: { properties: { story: { type: "string", "x-genre": "prose" } } } } },
  rules: { personTitle: "(?:Frau|Ms)", all: [
    { code: "recognisable", pattern: "(\\p{Lu}\\p{Ll}+ \\p{Lu}\\.)", flags: "u", where: { genres: ["prose"], voices: ["witness"] } },
    { code: "named-person", pattern: "(Frau \\p{Lu}\\p{Ll}+)", flags: "u", where: { genres: ["prose"], voices: ["witness"] } },
    { code: "personal-data", pattern: "(\\d{8,})", flags: "u", where: { voices: ["witness"] } },
    { code: "loud", pattern: "(!!)", flags: "u" },
  ] },
});
const codesOf = (/** @type {readonly {code: string}[]} */ diagnostics) => diagnostics.map(({ code }) => code);

test("a cause without a sign is told that the debrief never names it", () => {
  assert.deepEqual(codesOf(signAdvice({ signs: { water: { warm: "" } } }, "signs")), ["no-signs"]);
  assert.deepEqual(codesOf(signAdvice({ signs: { water: { warm: "most" } } }, "signs")), []);
  assert.deepEqual(codesOf(signAdvice({}, null)), []);
});

test("a question has several answers, and none that denies the others where they can be ticked", () => {
  const answers = { yes: { text: "Yes" }, no: { text: "No" } };
  assert.deepEqual(codesOf(answerAdvice({ kind: "pick-one", answers }, data)), []);
  assert.deepEqual(codesOf(answerAdvice({ kind: "pick-any", answers }, data)), ["bare-no"]);
  assert.deepEqual(codesOf(answerAdvice({ kind: "pick-one", answers: { yes: { text: "Yes" } } }, data)), ["one-answer-alone"]);
  assert.deepEqual(codesOf(answerAdvice({}, data)), []);
});

test("whoever says that a detail is open says which", () => {
  const source = { kind: "source", isNew: true, detail: " ", entry: { confidence: "medium" } };
  assert.deepEqual(codesOf(openDetail(source, ["#detail"])), ["open-detail"]);
  for (const other of [{ detail: "The pages." }, { isNew: false }, { entry: {} }]) assert.deepEqual(openDetail({ ...source, ...other }, ["#detail"]), []);
});

test("two offices in one field are told from the name of one", () => {
  assert.deepEqual(peopleIn("CIPD and Omni RMS"), ["CIPD", "Omni RMS"]);
  for (const name of ["Department for Work and Pensions", "Health and Safety Executive", "HM Revenue and Customs", "CIPD"]) {
    assert.deepEqual(peopleIn(name), [], name);
  }
});

test("everybody in a note is named, and nothing that has to do with style or tells how to reach whoever wrote it", () => {
  const diagnostics = noteDiagnostics("Sandra K. and Petra L. called 0123456789!! Sandra K. too", ["#note"], data);
  assert.deepEqual(diagnostics.map(({ blanks }) => blanks?.fragment), ["Sandra K.", "Petra L."]);
  assert.ok(diagnostics.every(({ isAdvice }) => isAdvice));
});

test("a name of the story is found in the title and in the address", () => {
  const entry = { title: "Sandra waited", story: "Sandra K. waited." };
  const diagnostics = titlePeople(entry, "sandra-waited", { title: ["title"], id: ["#id"] }, data);
  assert.deepEqual(diagnostics.map(({ path }) => path[0]), ["title", "#id"]);
  assert.deepEqual(titlePeople({ ...entry, title: "A coach waited" }, "a-coach", { title: ["title"], id: ["#id"] }, data), []);
  const titled = titlePeople({ title: "Frau Kowalski waited", story: "Frau Kowalski waited." }, "frau-kowalski", { title: ["title"], id: ["#id"] }, data);
  assert.deepEqual(titled.map(({ blanks }) => blanks?.fragment), ["Frau Kowalski", "kowalski"]);
});

test("the new answers of a question without a cause are told that the debrief can't use them", () => {
  const before = { answers: { yes: { text: "Yes" } } };
  assert.deepEqual(causelessAnswers(before, before, []), []);
  const found = causelessAnswers({ answers: { yes: { text: "Yes" }, no: { text: "No" } } }, before, []);
  assert.deepEqual(found, [{ path: ["answers", "no"], code: "answer-without-cause", isAdvice: true }]);
  assert.deepEqual(causelessAnswers({ role: "routing", answers: { no: {} } }, {}, []), []);
  assert.deepEqual(codesOf(causelessAnswers({ answers: { no: {} } }, {}, [])), ["question-without-cause"]);
  assert.deepEqual(causelessAnswers({ answers: { no: {} } }, before, ["no"]), []);
});

test("a number that was changed in one field and stands in another is named there", () => {
  const schema = { properties: { title: { type: "string" }, rule: { type: "string", "x-prose": true } } };
  const before = { title: "Three months to claim", rule: "You have three months, and three weeks to appeal." };
  const find = (/** @type {string} */ title) => changedNumbers(before, { ...before, title }, schema, (path) => path.join());
  assert.deepEqual(find("Six months to claim"), [{ path: ["rule"], code: "number-elsewhere", blanks: { amount: "three months", field: "title" }, isAdvice: true }]);
  assert.deepEqual(find("Three whole years, or three months, to claim"), []);
  assert.deepEqual(find("Time to claim"), []);
  const digits = changedNumbers({ ...before, title: "3 months" }, { ...before, title: "6 months" }, schema, (path) => path.join());
  assert.deepEqual(digits.map(({ path }) => path), [["rule"]]);
});

const prose = /** @type {any} */ ({ properties: { text: { type: "string", "x-prose": true } } });

test("a text of which most was replaced by far less is pointed to, and a shorter way to say it is not", () => {
  const long = "The bread was on the shelf by the door, where the sun came in each morning, and nobody had seen that it was there until late in the day.";
  const advised = (/** @type {string} */ text) => takenOut({ text: `First. ${long} Last.` }, { text }, prose).map(({ code, blanks }) => [code, blanks?.rest]);
  assert.deepEqual(advised("First. X Last."), [["taken-out", 2]]);
  assert.deepEqual(advised("First. Last."), []);
  assert.deepEqual(advised("First. The bread was on the shelf, and nobody had seen it. Last."), []);
});

test("a paragraph that ends with a link has a full stop", () => {
  const open = (/** @type {string} */ text) => openEnds({ text }, prose).length;
  assert.deepEqual([open("It is so, and then see [this one](cause:a)"), open("It is so, and then (see [](cause:a))\n\nSo.")], [1, 1]);
  assert.deepEqual([open("It is so, and then see [this one](cause:a)."), open("- It is so, see [](cause:a)"), open("See [this](cause:a)")], [0, 0, 0]);
});
