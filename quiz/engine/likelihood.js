/**
 * How likely each answer of a finding is, with and without each linked cause.
 *
 * For a set S of linked causes that hold, P(answer | S) is proportional to base(answer) · ∏ ratio(answer) over S,
 * and is normalised for every S by itself: a leaky product model, which unlike noisy-or also takes answers that
 * speak against a cause. For one cause, the others are averaged over: the likeliest exactly, over all subsets of
 * them; each of the rest enters as the factor 1 − belief + belief · ratio inside every subset.
 *
 * Cf. Heckerman 1989 (quickscore), Jaakkola & Jordan 1999 (treating only the likeliest exactly).
 *
 * @module
 */

/** @import { Finding } from "./model.js" */

/** The most causes of one finding that are summed over exactly: a cause and the five likeliest others. */
export const MOST_EXACT = 6;
// Far below any real product, far above the least number: products of hundreds of factors stay above 0.
const LEAST_PRODUCT = 1e-200;

/**
 * Room for the sums of one finding, as large as the model's largest finding needs.
 *
 * @typedef {object} Workspace
 * @property {Int32Array} order            room for an order of the links
 * @property {Float64Array} weights        probability of each subset of the core, the likeliest links
 * @property {Float64Array} products       base · ∏ ratio, at [subset of the core * answers + answer]
 * @property {Float64Array} rest           what the causes outside the core do to each answer
 * @property {Float64Array} others         the same without one of them
 * @property {Float64Array} both           and with the cause that is looked at
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
    order: new Int32Array(links),
    weights: room(1 << (MOST_EXACT - 1)),
    products: room(answers << (MOST_EXACT - 1)),
    rest: room(answers),
    others: room(answers),
    both: room(answers),
    beliefs: room(links),
    without: room(links * answers),
    with: room(links * answers),
  };
}

/**
 * Puts the links into the order that `predict` takes: the likeliest first, as many as it sums over exactly.
 *
 * @param {Int32Array} order
 * @param {Float64Array} beliefs
 * @param {number} links
 * @param {number} exact
 */
export function rank(order, beliefs, links, exact) {
  for (let link = 0; link < links; link += 1) order[link] = link;
  for (let place = 0; place < exact; place += 1) {
    for (let other = place + 1; other < links; other += 1) {
      const link = order[other];
      if (beliefs[link] > beliefs[order[place]]) {
        order[other] = order[place];
        order[place] = link;
      }
    }
  }
}

/**
 * Fills `work.with` and `work.without` for every link, for the answers first ≤ answer < end.
 *
 * The beliefs, `work.beliefs[link]`, are those of the causes without regard to this finding; 0 takes a cause out
 * of every sum of the others. The result is exact where the finding has `exact` links or fewer.
 *
 * @param {Workspace} work
 * @param {Finding} finding
 * @param {Int32Array} order     from `rank`, for the same `exact`; the same again after the call
 * @param {number} exact         how many causes are summed over exactly, from 1 to MOST_EXACT
 * @param {number} first
 * @param {number} end
 */
export function predict(work, finding, order, exact, first, end) {
  const links = finding.causes.length;
  const core = Math.min(exact, links) - 1;
  if (core < 0) return;
  multiplyRest(work, finding, order, core);
  multiplyCore(work, finding, order, core);
  for (let place = core; place < links; place += 1) {
    average(work, finding, core, order[place], order[place], first, end);
  }
  // The causes of the core have the likeliest cause outside it among their own likeliest others.
  const next = order[core];
  for (let place = 0; place < core; place += 1) {
    const link = order[place];
    order[place] = next;
    multiplyCore(work, finding, order, core);
    average(work, finding, core, link, next, first, end);
    order[place] = link;
  }
}

/**
 * Multiplies the factors of all causes outside the core.
 *
 * @param {Workspace} work
 * @param {Finding} finding
 * @param {Int32Array} order
 * @param {number} core
 */
function multiplyRest({ beliefs, rest }, { causes, base, ratio }, order, core) {
  const answers = base.length;
  rest.fill(1, 0, answers);
  for (let place = core; place < causes.length; place += 1) {
    const link = order[place];
    const belief = beliefs[link];
    let sum = 0;
    for (let answer = 0; answer < answers; answer += 1) {
      rest[answer] *= 1 - belief + belief * ratio[link * answers + answer];
      sum += rest[answer];
    }
    const scale = 1 / sum;
    for (let answer = 0; answer < answers; answer += 1) rest[answer] = Math.max(rest[answer] * scale, LEAST_PRODUCT);
  }
}

/**
 * Multiplies out every subset of the core: its probability, and what it does to each answer.
 *
 * @param {Workspace} work
 * @param {Finding} finding
 * @param {Int32Array} order
 * @param {number} core
 */
function multiplyCore({ beliefs, weights, products }, { base, ratio }, order, core) {
  const answers = base.length;
  weights[0] = 1;
  for (let answer = 0; answer < answers; answer += 1) products[answer] = base[answer];
  for (let place = 0, size = 1; place < core; place += 1, size *= 2) {
    const link = order[place];
    for (let subset = 0; subset < size; subset += 1) {
      weights[size + subset] = weights[subset] * beliefs[link];
      weights[subset] *= 1 - beliefs[link];
      for (let answer = 0; answer < answers; answer += 1) {
        products[(size + subset) * answers + answer] = products[subset * answers + answer] * ratio[link * answers + answer];
      }
    }
  }
}

/**
 * Averages P(answer | subset, link) and P(answer | subset, not link) over the subsets of the core.
 *
 * @param {Workspace} work
 * @param {Finding} finding
 * @param {number} core
 * @param {number} link
 * @param {number} leftOut   the link outside the core that is not one of the rest: this one, or one now in the core
 * @param {number} first
 * @param {number} end
 */
function average(work, { base, ratio }, core, link, leftOut, first, end) {
  const { beliefs, weights, products, rest, others, both, without, with: held } = work;
  const answers = base.length;
  const own = link * answers;
  for (let answer = 0; answer < answers; answer += 1) {
    others[answer] = rest[answer] / (1 - beliefs[leftOut] + beliefs[leftOut] * ratio[leftOut * answers + answer]);
    both[answer] = others[answer] * ratio[own + answer];
  }
  without.fill(0, own + first, own + end);
  held.fill(0, own + first, own + end);
  for (let subset = 0, at = 0; subset < 1 << core; subset += 1, at += answers) {
    let totalWithout = 0;
    let totalHeld = 0;
    for (let answer = 0; answer < answers; answer += 1) {
      const product = products[at + answer];
      totalWithout += product * others[answer];
      totalHeld += product * both[answer];
    }
    totalWithout = weights[subset] / totalWithout;
    totalHeld = weights[subset] / totalHeld;
    for (let answer = first; answer < end; answer += 1) {
      const product = products[at + answer];
      without[own + answer] += product * totalWithout;
      held[own + answer] += product * totalHeld;
    }
  }
  for (let answer = first; answer < end; answer += 1) {
    without[own + answer] *= others[answer];
    held[own + answer] *= both[answer];
  }
}
