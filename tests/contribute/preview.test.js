/** What the preview shows of an entry beside what its author wrote. */

import assert from "node:assert/strict";
import test from "node:test";

import { withCited } from "../../contribute/preview.js";

const sources = { items: { "x-ref": "sources" } };
const evidence = { properties: { says: { "x-prose": true }, sources } };
const schema = /** @type {any} */ ({ properties: { text: { "x-prose": true }, evidence } });

test("a source that a text cites is listed among the sources, once", () => {
  const entry = { text: "So ([](source:b-2002)).", evidence: { says: "As [](source:a-2001).", sources: ["a-2001"] } };
  assert.deepEqual(withCited(entry, schema), { ...entry, evidence: { ...entry.evidence, sources: ["a-2001", "b-2002"] } });
});

test("where no source is cited nothing is listed", () => {
  const entry = { text: "So [](cause:b).", evidence: { says: "As." } };
  assert.equal(withCited(entry, schema), entry);
});
