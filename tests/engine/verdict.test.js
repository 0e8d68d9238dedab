import assert from "node:assert/strict";
import { test } from "node:test";
import { compile, verdict } from "../../quiz/engine/index.js";
import { answered, bread } from "./bread.mjs";

test("whose it was follows from the odds of the causes that decide, and is open where none does", () => {
  const clear = verdict(compile(bread), [answered("shape", "flat"), answered("water", "boiling"), answered("how-hot", "burnt")]);
  assert.equal(clear.leads, "yours");
  assert.ok(Math.abs(clear.controls.yours + clear.controls.theirs - 1) < 1e-12);
  assert.deepEqual(verdict(compile(bread), []), { leads: null, controls: { yours: 0, theirs: 0 } });
});
