/** What an entry names: that it is there, and how it is taken out. */

import assert from "node:assert/strict";
import test from "node:test";

import { linksIn, referencesIn, unknownLinks, unknownReferences, withoutReferences } from "../../contribute/references.js";

const schema = {
  properties: {
    signs: { "x-keys-ref": "questions", additionalProperties: { "x-keys-ref": "answers", additionalProperties: { "x-ref": "how_many" } } },
    not_if: { "x-keys-ref": "questions", additionalProperties: { items: { "x-ref": "answers" } } },
    sources: { items: { "x-ref": "sources" } },
  },
};
const data = /** @type {any} */ ({
  kinds: { question: { plural: "questions" }, source: { plural: "sources" } }, linkTargets: { page: ["evidence"] },
  titles: { questions: { water: "Warm?" }, sources: { baker: "Baker" } }, answers: { water: { warm: "Warm" } },
});
const entry = { signs: { water: { warm: "most", cold: "few" }, gone: {} }, not_if: { water: ["cold", "warm", "hot"] }, sources: ["baker", "none"] };

test("what an entry names is told from what it chooses", () => {
  const paths = referencesIn(entry, schema, schema).filter(({ to }) => to === "answers").map(({ path }) => path.join("."));
  assert.deepEqual(paths, ["signs.water.warm", "signs.water.cold", "not_if.water.0", "not_if.water.1", "not_if.water.2"]);
});

test("what is named and isn't there is said at its place", () => {
  const codes = unknownReferences(entry, schema, data).map(({ path, code }) => `${path.join(".")} ${code}`);
  assert.deepEqual(codes, [
    "signs.water.cold unknown-answer", "signs.gone unknown-entry", "not_if.water.0 unknown-answer", "not_if.water.2 unknown-answer",
    "sources.1 unknown-entry",
  ]);
});

test("several that are named can be taken out at once", () => {
  const lost = referencesIn(entry, schema, schema).filter(({ id }) => ["cold", "hot"].includes(id));
  assert.deepEqual(withoutReferences(entry, lost), { ...entry, signs: { water: { warm: "most" }, gone: {} }, not_if: { water: ["warm"] } });
});

test("a link has to lead to an entry or to a page", () => {
  assert.deepEqual(linksIn("a [b](source:an-id) [](https://e.org)").map(({ target }) => target), ["source:an-id"]);
  const texts = [{ path: ["a"], isProse: true, text: "[](source:baker) [](source:an-id) [](page:evidence) [](page:none) [](cause:x)" }];
  assert.deepEqual(unknownLinks(texts, data).map(({ blanks }) => blanks?.target), ["source:an-id", "page:none"]);
});
