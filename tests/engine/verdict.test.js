import assert from "node:assert/strict";
import { test } from "node:test";
import { compile, diagnose, verdict } from "../../quiz/engine/index.js";
import { answered, bread, breadWith } from "./bread.mjs";

test("whose it was follows from the odds of the causes that decide, and is open where none does", () => {
  const clear = verdict(compile(bread), [answered("shape", "flat"), answered("water", "boiling"), answered("how-hot", "burnt")]);
  assert.equal(clear.leads, "yours");
  assert.ok(Math.abs(clear.controls.yours + clear.controls.theirs - 1) < 1e-12);
  assert.deepEqual(verdict(compile(bread), []), { leads: null, controls: { yours: 0, theirs: 0 } });
});

test("a cause is in others' hands where something was told that shows it", () => {
  const flat = [answered("shape", "flat"), answered("water", "boiling")];
  const model = breadWith((copy) => copy.causes.forEach((cause) => (cause.outsideIf = { saw: ["collapsed"] })));
  const controlsAfter = (answers) => diagnose(compile(model), answers).causes.map(({ control }) => control);
  assert.ok(controlsAfter(flat).includes("yours"));
  assert.deepEqual(new Set(controlsAfter([...flat, answered("saw", "collapsed")])), new Set(["theirs"]));
  assert.equal(verdict(compile(model), flat).leads, "yours");
  assert.equal(verdict(compile(model), [...flat, answered("saw", "collapsed")]).leads, "theirs");
});
