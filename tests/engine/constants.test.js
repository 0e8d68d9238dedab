/** A number of the engine is in no quiz.json: where it changes, so does the result of the same answers, under the same version. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const ENGINE = new URL("../../quiz/engine/", import.meta.url);

const NUMBERS = {
  "action-order.js": { STARTING_EFFORT_MINUTES: "10", MIN_HELP: "0.04", SUITS_NEARLY_ALL: "0.5", CONCERNS_MANY: "0.2" },
  "beliefs.js": { FREE_SWEEPS: "3", HARDLY_LESS: "0.9", DAMPING: "0.5", SETTLED: "1e-11", MOST_BELIEF: "1 - 1e-12" },
  "model.js": { MIN_PROBABILITY: "1e-9", MOST_CHI_SQUARE: "3", MOST_SWEEPS: "12", TRIAL_SWEEPS: "2", WEAK_BANDS: "2", LEVEL_RATIO: "10" },
  "named-causes.js": { MAX_CAUSES: "5", MERE_HINT_DECIBANS: "5", MUCH_DECIBANS: "10", TELLING_DECIBANS: "4", DISTINCT_DECIBANS: "7" },
  "plan.js": { MIN_PART: "0.1" },
  "verdict.js": { CLEAR_SHARE: "0.5", MOST_ODDS: "50" },
};

test("the numbers of the engine that change results are these: a change is told in CHANGELOG.md, as the version stays", () => {
  const files = readdirSync(ENGINE).filter((file) => file in NUMBERS);
  const numbers = files.map((file) => {
    const matches = readFileSync(new URL(file, ENGINE), "utf8").matchAll(/^(?:export )?const ([A-Z_]+) = ([^A-Z[{]+);$/gm);
    return [file, Object.fromEntries(Array.from(matches, ([, name, value]) => [name, value]))];
  });
  assert.deepEqual(Object.fromEntries(numbers), NUMBERS);
});
