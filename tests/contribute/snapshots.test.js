/** What "undo" goes back to. */

import assert from "node:assert/strict";
import test from "node:test";

import { Snapshots } from "../../contribute/snapshots.js";

const form = (/** @type {string} */ note) => /** @type {any} */ ({ note });

test("typing on in one field is one change, and one that was ended is not", () => {
  const snapshots = new Snapshots();
  snapshots.remember("text", () => form("a"));
  snapshots.remember("text", () => form("ab"));
  snapshots.endChange();
  snapshots.remember("text", () => form("abc"));
  assert.deepEqual([snapshots.undo(form("abcd")), snapshots.undo(form("abc")), snapshots.undo(form("a"))], [form("abc"), form("a"), undefined]);
});

test("what was undone can be done again until something else changes", () => {
  const snapshots = new Snapshots();
  snapshots.remember("text", () => form("a"));
  assert.equal(snapshots.canRedo, false);
  snapshots.undo(form("b"));
  assert.deepEqual(snapshots.redo(form("a")), form("b"));
  assert.deepEqual(snapshots.undo(form("b")), form("a"));
  snapshots.endChange();
  snapshots.remember("text", () => form("a"));
  assert.equal(snapshots.canRedo, false);
});
