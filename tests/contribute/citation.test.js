/** What a work is called where it is cited; `Source.citation` of the model says the same. */

import assert from "node:assert/strict";
import test from "node:test";

import { citationOf } from "../../contribute/citation.js";

test("a work is called by its authors and its year", () => {
  assert.equal(citationOf({ authors: ["Abel, M."], year: "2020" }), "Abel, 2020");
  assert.equal(citationOf({ authors: ["Abel, M.", "Burns, R."], year: "2020" }), "Abel and Burns, 2020");
  assert.equal(citationOf({ authors: ["Swider, B. W.", "Barrick, M. R.", "Harris, T. B."], year: "2016" }), "Swider and others, 2016");
  assert.equal(citationOf({ authors: ["Office (OECD)"], year: "n.d." }), "Office, n.d.");
});

test("a work without an author or a year has no such name yet", () => {
  assert.equal(citationOf({ authors: [""], year: "2020" }), "");
  assert.equal(citationOf({ authors: ["Abel, M."], year: "" }), "");
});
