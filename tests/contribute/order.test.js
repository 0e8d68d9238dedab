/** The order of the parts of a mapping. */

import assert from "node:assert/strict";
import test from "node:test";

import { withMoved } from "../../contribute/order.js";

const order = (/** @type {any} */ parts) => Object.keys(parts).join(" ");
const parts = { a: "", b: "", c: "" };

test("a part moves up and down by its place, and no further than the ends", () => {
  assert.equal(order(withMoved(parts, "c", -1)), "a c b");
  assert.equal(order(withMoved(parts, "a", 1)), "b a c");
  assert.equal(order(withMoved(parts, "a", -1)), "a b c");
  assert.equal(order(withMoved(parts, "c", 1)), "a b c");
  assert.equal(order(withMoved(parts, "x", 1)), "a b c");
});
