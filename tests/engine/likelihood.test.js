import assert from "node:assert/strict";
import { test } from "node:test";
import { MOST_EXACT, predict, rank, workspace } from "../../quiz/engine/likelihood.js";
import { random, shares } from "./random_models.mjs";

/** Returns a finding about `links` causes, as `compile` makes it. */
function madeUpFinding(draw, links, answers) {
  const base = shares(draw, answers);
  const ratio = Array.from({ length: links }, () => shares(draw, answers).map((share, at) => share / base[at])).flat();
  return { option: null, causes: Int32Array.from({ length: links }, (_, at) => at), base: Float64Array.from(base), ratio: Float64Array.from(ratio) };
}

/** Returns P(answer | the link holds or not), by summing over all sets of the others. */
function enumerated({ base, ratio, causes }, beliefs, link, holds) {
  const sums = Array.from(base, () => 0);
  for (let set = 0; set < 1 << causes.length; set += 1) {
    if (((set >> link) & 1) !== holds) continue;
    let chance = 1;
    const weights = [...base];
    for (const cause of causes) {
      const held = (set >> cause) & 1;
      if (cause !== link) chance *= held ? beliefs[cause] : 1 - beliefs[cause];
      if (held) weights.forEach((weight, at) => (weights[at] = weight * ratio[cause * base.length + at]));
    }
    const sum = weights.reduce((total, weight) => total + weight, 0);
    weights.forEach((weight, at) => (sums[at] += (chance * weight) / sum));
  }
  return sums;
}

function predicted(finding, beliefs, exact = MOST_EXACT) {
  const answers = finding.base.length;
  const links = finding.causes.length;
  const work = workspace(links, answers);
  work.beliefs.set(beliefs);
  rank(work.order, work.beliefs, links, exact);
  predict(work, finding, work.order, exact, 0, answers);
  return work;
}

test("averages over sets of up to six causes are exact, also where some are certain or impossible", () => {
  const draw = random(1);
  for (let at = 0; at < 200; at += 1) {
    const [links, answers] = [1 + (at % MOST_EXACT), 2 + (at % 4)];
    const finding = madeUpFinding(draw, links, answers);
    const beliefs = Array.from({ length: links }, () => (draw() < 0.2 ? Math.round(draw()) : draw()));
    const work = predicted(finding, beliefs);
    for (const link of finding.causes) {
      for (const [holds, result] of [[0, work.without], [1, work.with]]) {
        enumerated(finding, beliefs, link, holds).forEach((exact, answer) => {
          assert.ok(Math.abs(result[link * answers + answer] - exact) < 1e-12);
        });
      }
    }
  }
});

test("with more causes the averages add up to 1 and are much nearer than without exact sums", () => {
  const draw = random(2);
  const errors = { [MOST_EXACT]: 0, 1: 0 };
  for (let at = 0; at < 40; at += 1) {
    const finding = madeUpFinding(draw, 11, 4);
    const beliefs = Array.from(finding.causes, () => 0.3 * draw());
    for (const exact of [MOST_EXACT, 1]) {
      const work = predicted(finding, beliefs, exact);
      for (const link of finding.causes) {
        const row = work.with.slice(link * 4, link * 4 + 4);
        assert.ok(Math.abs(row.reduce((sum, each) => sum + each, 0) - 1) < 1e-12);
        enumerated(finding, beliefs, link, 1).forEach((share, answer) => (errors[exact] += Math.abs(row[answer] - share)));
      }
    }
  }
  assert.ok(errors[MOST_EXACT] < errors[1] / 2, JSON.stringify(errors));
});

test("the likeliest causes come first in the order, as many as are asked for", () => {
  const beliefs = Float64Array.from([0.1, 0.9, 0.5, 0.7, 0.3]);
  const order = new Int32Array(5);
  rank(order, beliefs, 5, 3);
  assert.deepEqual([...order.slice(0, 3)], [1, 3, 2]);
  assert.deepEqual([...order].sort(), [0, 1, 2, 3, 4]);
});

test("a cause of belief 0 counts for nothing in what the others do", () => {
  const finding = madeUpFinding(random(3), 8, 3);
  const beliefs = [0.3, 0, 0.2, 0.4, 0, 0.1, 0.6, 0.2];
  const other = { ...finding, ratio: finding.ratio.map((each, at) => ([1, 4].includes(Math.floor(at / 3)) ? 1 : each)) };
  const [work, unlinked] = [predicted(finding, beliefs), predicted(other, beliefs)];
  for (const link of [0, 2, 3, 5, 6, 7]) {
    for (let answer = 0; answer < 3; answer += 1) {
      assert.ok(Math.abs(work.with[link * 3 + answer] - unlinked.with[link * 3 + answer]) < 1e-12);
    }
  }
});
