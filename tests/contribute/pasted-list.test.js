/** Lists that were pasted: into a field for one item, and into a longer text. */

import assert from "node:assert/strict";
import test from "node:test";

import { unwrapped, withLists } from "../../contribute/clean-text.js";
import { itemsIn } from "../../contribute/pasted-list.js";

test("a pasted list is told from a text, with its lines or without", () => {
  const items = ["Write it down.", "Say it.", "Send it."];
  for (const text of [
    "1. Write it down.\n2. Say it.\n3. Send it.", "• Write it down.\n•\tSay it.\n\n• Send it.", "- Write it\ndown.\n- Say it.\n- Send it.",
    "1) Write it down. 2) Say it. 3) Send it.", "• Write it down. • Say it. • Send it.",
  ]) assert.deepEqual(itemsIn(text), items, text);
});

test("what is no list stays one item", () => {
  for (const text of ["", "Write it down.", "Write 1. and 3. down.", "Two lines\nof one text", "1. Only this", "At 2. or so, then 3. again"]) {
    assert.deepEqual(itemsIn(text), [], text);
  }
});

test("a line without a bullet begins a paragraph after a list, unless it goes on with an item", () => {
  assert.equal(unwrapped(withLists("They saw:\n• one\n• two\nThen they left.")), "They saw:\n\n- one\n- two\n\nThen they left.");
  assert.equal(unwrapped(withLists("- one thing\nand more\n- two\n  Things")), "- one thing and more\n- two Things");
});
