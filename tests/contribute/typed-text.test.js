/** What the form mends of what people type, and what a change is shown as that is no text. */

import assert from "node:assert/strict";
import test from "node:test";

import { choiceChanges } from "../../contribute/changes.js";
import { hasLoneBreaks, withLinesApart } from "../../contribute/clean-text.js";
import { fieldText } from "../../contribute/typed-text.js";

const doi = { pattern: "^10\\.\\d{4,9}/" };
const url = { pattern: "^https?://" };
const prose = { "x-prose": true };

test("a DOI is cut out of its address, however it was copied", () => {
  for (const typed of ["https://doi.org/10.1037/x", "doi.org/10.1037/x", "www.doi.org/10.1037/x", "DOI: 10.1037/x", "doi 10.1037/x", " 10.1037/x"]) {
    assert.equal(fieldText(typed, doi, ["doi"]), "10.1037/x", typed);
  }
  const ofPublishers = [
    "https://psycnet.apa.org/doi/10.1037/apl0000077", "https://onlinelibrary.wiley.com/doi/abs/10.1037/apl0000077", "https://doi.apa.org/doiLanding?doi=10.1037%2Fapl0000077",
    "https://journals.example.com/doi/10.1037/apl0000077/full/html?journal=x#top", "https://example.org/10.1037/apl0000077.pdf", "https://doi.org/10.1037/apl0000077",
  ];
  for (const typed of ofPublishers) assert.equal(fieldText(typed, doi, ["doi"]), "10.1037/apl0000077", typed);
  assert.equal(fieldText("https://doi.org/10.1016/S0140-6736(20)30183-5", doi, ["doi"]), "10.1016/S0140-6736(20)30183-5");
});

test("an address without its beginning gets one, and nothing else does", () => {
  assert.equal(fieldText("www.example.org/a?b", url, ["url"]), "https://www.example.org/a?b");
  assert.equal(fieldText("example.org", url, ["url"]), "https://example.org");
  for (const typed of ["https://example.org", "none", "see the page", ""]) assert.equal(fieldText(typed, url, ["url"]), typed);
});

test("words that the page says already are not said twice", () => {
  assert.equal(fieldText("from the day you got it", {}, ["deadline", "from"]), "the day you got it");
  assert.equal(fieldText("Counted from the day", {}, ["deadline", "from"]), "the day");
  assert.equal(fieldText("from the day", {}, ["deadline", "to"]), "from the day");
});

test("lines that are sentences become paragraphs, and what was wrapped or is a list stays", () => {
  assert.equal(fieldText("One is here.\nTwo is there.", prose, ["text"]), "One is here.\n\nTwo is there.");
  for (const typed of ["One is\nhere.\nTwo.", "One.\n\nTwo.", "- One.\n- Two.", "One.", "> One.\n> Two."]) assert.equal(fieldText(typed, prose, ["text"]), typed);
  assert.ok(hasLoneBreaks("One\ntwo"));
  assert.ok(!hasLoneBreaks("One\n\ntwo\n\n- a\n- b"));
  assert.equal(withLinesApart("One\nTwo\n\n- a\n- b"), "One\n\nTwo\n\n- a\n- b");
});

test("all that was chosen or counted otherwise is named, by what readers call it", () => {
  const schema = {
    properties: {
      title: { type: "string" }, level: { "x-ref": "levels" }, sure: { enum: ["high", "medium"] },
      sources: { items: { type: "string", "x-ref": "sources" } },
      steps: { items: { properties: { do: { type: "string" }, minutes: { type: "integer" } } } },
    },
  };
  const data = /** @type {any} */ ({ titles: { levels: { low: "Low", top: "Top" }, sources: { a: "Abel", b: "Baker" } }, words: { choices: { high: "all of it" } }, answers: {} });
  const before = { title: "A", level: "low", sources: ["a"], steps: [{ do: "Go.", minutes: "5" }] };
  const after = { title: "B", level: "top", sure: "high", sources: ["a", "b"], steps: [{ do: "Go.", minutes: "7" }] };
  assert.deepEqual(choiceChanges(before, after, schema, data), [
    { path: ["level"], before: ["Low"], after: ["Top"] },
    { path: ["sources"], before: [], after: ["Baker"] },
    { path: ["steps", 0, "minutes"], before: ["5"], after: ["7"] },
    { path: ["sure"], before: [], after: ["all of it"] },
  ]);
});

test("a length of time is read as minutes", () => {
  const minutes = (/** @type {string} */ text) => fieldText(text, { type: "integer" }, ["effort", "minutes"]);
  assert.deepEqual(["half an hour", "About 1 hour", "1.5 h", "20 min", "an hour", "45 minutes"].map(minutes), ["30", "60", "90", "20", "60", "45"]);
  for (const text of ["20", "a while", "20 to 30 minutes", "1.5 min", ""]) assert.equal(minutes(text), text);
});
