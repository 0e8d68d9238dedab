import assert from "node:assert/strict";
import { test } from "node:test";
import { compile, nextPage } from "../../quiz/engine/index.js";
import { answered, bread, breadWith } from "./bread.mjs";

test("the first page is a question", () => {
  const { kind, question } = nextPage(compile(bread), []);
  assert.deepEqual([kind, question], ["question", "shape"]);
});

test("where a guide has no scenes, nothing comes after the last question", () => {
  const compiled = compile(breadWith((copy) => (copy.stopping.pages = 1)));
  assert.equal(nextPage(compiled, [answered("shape", "flat")]), null);
});
