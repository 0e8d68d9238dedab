/**
 * How likely each answer of a finding is, with and without each linked cause.
 *
 * Where a set S of linked causes holds, each of them has the same chance of being the one that shaped the answer:
 * P(answer | S) is the mean of P(answer | c) over S, and the base rate where S is empty. For one cause, the others are
 * averaged over: for a set of independent causes of which K hold, E[1 / (1 + K)] is the integral from 0 to 1 of the
 * generating function ∏ (1 − belief + belief · t), a polynomial that Gauss-Legendre quadrature integrates exactly up
 * to the degree 2 · NODES − 1, and closely beyond it. No sum over subsets is needed, however many causes are linked.
 *
 * The mean was chosen against the product of the causes' ratios by its accuracy on networks that others made; see
 * docs/decisions/how-causes-combine.md.
 *
 * @module
 */

/** @import { Finding } from "./model.js" */

// Abscissas and weights of Gauss-Legendre quadrature with eight nodes, moved from [−1, 1] to [0, 1]
// (Abramowitz & Stegun 1964, table 25.4).
const HALF_ABSCISSAS = [0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975363];
const HALF_WEIGHTS = [0.362683783378362, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763];
const ABSCISSAS = Float64Array.from(HALF_ABSCISSAS.flatMap((x) => [(1 - x) / 2, (1 + x) / 2]));
const WEIGHTS = Float64Array.from(HALF_WEIGHTS.flatMap((weight) => [weight / 2, weight / 2]));
const NODES = ABSCISSAS.length;

/**
 * Room for the sums of one finding, as large as the model's largest finding needs.
 *
 * @typedef {object} Workspace
 * @property {Float64Array} factors        1 − belief + belief · t, at [link * NODES + node]
 * @property {Float64Array} products       of the factors of all links, by node
 * @property {Float64Array} mixture        sum of belief · P(answer | cause) / factor over the links, by node
 * @property {Float64Array} beliefs        of the linked causes: filled in by the caller of `predict`
 * @property {Float64Array} without        result: P(answer | the cause does not hold), at [link * answers + answer]
 * @property {Float64Array} with           result: P(answer | the cause holds), likewise
 */

/**
 * @param {number} links     the most links of a finding
 * @param {number} answers   the most answers of a finding
 * @returns {Workspace}
 */
export function workspace(links, answers) {
  const room = (/** @type {number} */ length) => new Float64Array(length);
  return {
    factors: room(links * NODES),
    products: room(NODES),
    mixture: room(NODES),
    beliefs: room(links),
    without: room(links * answers),
    with: room(links * answers),
  };
}

/**
 * Fills `work.with` and `work.without` for every link, for the answers first ≤ answer < end.
 *
 * The beliefs, `work.beliefs[link]`, are those of the causes without regard to this finding, below 1; 0 takes a cause
 * out of every average of the others.
 *
 * @param {Workspace} work
 * @param {Finding} finding
 * @param {number} first
 * @param {number} end
 */
export function predict(work, { causes, base, table }, first, end) {
  const links = causes.length;
  const answers = base.length;
  const { beliefs, factors, products, mixture, without, with: held } = work;
  let noneHolds = 1;
  products.fill(1);
  for (let link = 0; link < links; link += 1) {
    const belief = beliefs[link];
    noneHolds *= 1 - belief;
    for (let node = 0; node < NODES; node += 1) {
      const factor = 1 - belief + belief * ABSCISSAS[node];
      factors[link * NODES + node] = factor;
      products[node] *= factor;
    }
  }
  for (let answer = first; answer < end; answer += 1) {
    mixture.fill(0);
    for (let link = 0; link < links; link += 1) {
      const share = beliefs[link] * table[link * answers + answer];
      if (share === 0) continue;
      for (let node = 0; node < NODES; node += 1) mixture[node] += share / factors[link * NODES + node];
    }
    for (let link = 0; link < links; link += 1) {
      const at = link * answers + answer;
      let withCause = 0;
      let withoutCause = 0;
      for (let node = 0; node < NODES; node += 1) {
        const factor = factors[link * NODES + node];
        const remaining = (WEIGHTS[node] * products[node]) / factor;
        const mixed = mixture[node] - (beliefs[link] * table[at]) / factor;
        withCause += remaining * (table[at] + ABSCISSAS[node] * mixed);
        withoutCause += remaining * mixed;
      }
      held[at] = withCause;
      without[at] = withoutCause + (base[answer] * noneHolds) / (1 - beliefs[link]);
    }
  }
}
