/** The opening of a text; `test_pages.py` holds the generator against the same examples. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { parted } from "../../contribute/opening.js";

const examples = JSON.parse(readFileSync(new URL("../fixtures/openings.json", import.meta.url), "utf8"));

test("a text is parted where its page folds it", () => {
  for (const { text, most, opening } of examples) assert.deepEqual(parted(text, most), { opening, rest: text.slice(opening.length).trim() });
});
