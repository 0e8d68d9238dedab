/** What is said of the length of a page to somebody who changes it. */

import assert from "node:assert/strict";
import test from "node:test";

import { ofAddedLength } from "../../contribute/added-length.js";

const prose = { type: "string", "x-prose": true };
const data = /** @type {any} */ ({ kinds: { cause: { schema: { properties: { story: prose, advice: prose } } } }, rules: { read: {} } });
const words = (/** @type {number} */ count) => "word ".repeat(count).trim();
const tooLong = { path: ["story"], code: "page-too-long", blanks: { count: 616, most: 560 }, isAdvice: true, isWhole: true };
const other = { path: ["story"], code: "raw-html" };
const said = (/** @type {number} */ story, /** @type {number} */ advice) => {
  const state = /** @type {any} */ ({ kind: "cause", before: { story: words(500), advice: words(50) }, entry: { story: words(story), advice: words(advice) } });
  return ofAddedLength([tooLong, other], state, data).map(({ path, code, isWhole }) => `${path} ${code} ${isWhole ?? false}`);
};

test("a little more on a page that was nearly full is named at its field and left to be", () =>
  assert.deepEqual(said(500, 66), ["advice added-length false", "story raw-html false"]));

test("much more is named at its field as too long", () =>
  assert.deepEqual(said(500, 266), ["advice page-too-long false", "story raw-html false"]));

test("of a page that is no longer than before nothing is said", () => assert.deepEqual(said(480, 70), ["story raw-html false"]));
