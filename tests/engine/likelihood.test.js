import assert from "node:assert/strict";
import { test } from "node:test";
import { predict, workspace } from "../../quiz/engine/likelihood.js";
import { random, shares } from "./random_models.mjs";

// Quadrature with eight nodes integrates polynomials up to the degree 15 exactly.
const MOST_EXACT = 16;
const NEARLY_CERTAIN = 1 - 1e-12;

/** Returns a finding about `links` causes, as `compile` makes it. */
function madeUpFinding(draw, links, answers) {
  const table = Array.from({ length: links }, () => shares(draw, answers)).flat();
  const causes = Int32Array.from({ length: links }, (_, link) => link);
  return { option: null, causes, base: Float64Array.from(shares(draw, answers)), table: Float64Array.from(table) };
}

/** Returns P(answer | the link holds or not), by summing over all sets of the others. */
function enumerated({ base, table, causes }, beliefs, link, holds) {
  const sums = Array.from(base, () => 0);
  for (let set = 0; set < 1 << causes.length; set += 1) {
    if (((set >> link) & 1) !== holds) continue;
    const holding = [...causes].filter((cause) => (set >> cause) & 1);
    let chance = 1;
    for (const cause of causes) {
      if (cause !== link) chance *= holding.includes(cause) ? beliefs[cause] : 1 - beliefs[cause];
    }
    sums.forEach((_, answer) => {
      const shared = holding.reduce((sum, cause) => sum + table[cause * base.length + answer], 0) / holding.length;
      sums[answer] += chance * (holding.length > 0 ? shared : base[answer]);
    });
  }
  return sums;
}

function predicted(finding, beliefs) {
  const answers = finding.base.length;
  const work = workspace(finding.causes.length, answers);
  work.beliefs.set(beliefs);
  predict(work, finding, 0, answers);
  return work;
}

/** Returns the greatest difference between what `predict` says and the sum over all sets. */
function greatestError(finding, beliefs) {
  const work = predicted(finding, beliefs);
  const errors = [...finding.causes].flatMap((link) =>
    [work.without, work.with].flatMap((result, holds) =>
      enumerated(finding, beliefs, link, holds).map((exact, answer) => Math.abs(result[link * finding.base.length + answer] - exact)),
    ),
  );
  return Math.max(...errors);
}

test("averages over sets of causes are exact, also where some are nearly certain or impossible", () => {
  const draw = random(1);
  for (let round = 0; round < 100; round += 1) {
    const finding = madeUpFinding(draw, 1 + (round % 10), 2 + (round % 4));
    const beliefs = Array.from(finding.causes, () => (draw() < 0.2 ? NEARLY_CERTAIN * Math.round(draw()) : draw()));
    assert.ok(greatestError(finding, beliefs) < 1e-11);
  }
});

test("they are exact up to as many causes as the quadrature is", () => {
  const finding = madeUpFinding(random(2), MOST_EXACT, 2);
  assert.ok(greatestError(finding, Array.from(finding.causes, () => 0.5)) < 1e-12);
});

test("with many more causes the averages still add up to 1", () => {
  const draw = random(3);
  const finding = madeUpFinding(draw, 60, 4);
  const work = predicted(finding, Array.from(finding.causes, () => 0.2 * draw()));
  for (const link of finding.causes) {
    for (const result of [work.with, work.without]) {
      const sum = result.slice(link * 4, link * 4 + 4).reduce((total, share) => total + share, 0);
      assert.ok(Math.abs(sum - 1) < 1e-6, String(sum));
    }
  }
});

test("a cause of belief 0 counts for nothing in what the others do", () => {
  const finding = madeUpFinding(random(4), 8, 3);
  const beliefs = [0.3, 0, 0.2, 0.4, 0, 0.1, 0.6, 0.2];
  const table = finding.table.map((share, at) => ([1, 4].includes(Math.floor(at / 3)) ? 0.1 : share));
  const [work, changed] = [predicted(finding, beliefs), predicted({ ...finding, table }, beliefs)];
  for (const link of [0, 2, 3, 5, 6, 7]) {
    for (let answer = 0; answer < 3; answer += 1) {
      assert.ok(Math.abs(work.with[link * 3 + answer] - changed.with[link * 3 + answer]) < 1e-12);
    }
  }
});
