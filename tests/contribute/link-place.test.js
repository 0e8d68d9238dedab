/** Where a link goes in a text. */

import assert from "node:assert/strict";
import test from "node:test";

import { withLink, wordsBefore } from "../../contribute/link-place.js";

/** Returns a text with a link where `|` stands, or around what stands between two of them; `|` is behind the link then. */
const linked = (/** @type {string} */ marked, target = "source:abel-2020") => {
  const [before, inside, rest] = marked.split("|");
  const after = rest ?? inside;
  const words = rest === undefined ? "" : inside;
  const { text, end } = withLink(before + words + after, { start: before.length, end: before.length + words.length }, target);
  return `${text.slice(0, end)}|${text.slice(end)}`;
};

test("a source goes into brackets before the end of the sentence behind which the cursor is", () => {
  assert.equal(linked("It helps.| It is rare."), "It helps ([](source:abel-2020))|. It is rare.");
  assert.equal(linked("It helps. |It is rare."), "It helps ([](source:abel-2020))|. It is rare.");
  assert.equal(linked("It helps.\n\nIt is rare.\n|"), "It helps.\n\nIt is rare ([](source:abel-2020))|.\n");
  assert.equal(linked("It said “no.”|"), "It said “no ([](source:abel-2020))|.”");
});

test("within a sentence a source stays at the cursor, and never splits a word", () => {
  assert.equal(linked("It helps| some, and not all."), "It helps ([](source:abel-2020))| some, and not all.");
  assert.equal(linked("It he|lps some."), "It helps ([](source:abel-2020))| some.");
});

test("a source at the beginning of a paragraph backs its first sentence", () => {
  assert.equal(linked("|It helps. It is rare."), "It helps ([](source:abel-2020))|. It is rare.");
  assert.equal(linked("It helps.\n\n|It is rare. So."), "It helps.\n\nIt is rare ([](source:abel-2020))|. So.");
  assert.equal(linked("|"), "([](source:abel-2020))|");
});

test("a second source joins the first in its brackets", () => {
  assert.equal(linked("It helps ([](source:a-2001))|."), "It helps ([](source:a-2001), [](source:abel-2020)|).");
  assert.equal(linked("It helps ([](source:a-2001)).|"), "It helps ([](source:a-2001), [](source:abel-2020)|).");
});

test("a selection is what a source backs, and what a page is called", () => {
  assert.equal(linked("|It helps.| It is rare."), "It helps ([](source:abel-2020))|. It is rare.");
  assert.equal(linked("Look at |the other one|.", "cause:too-long"), "Look at [the other one](cause:too-long)|.");
  assert.equal(linked("|Look there.| So.", "cause:too-long"), "Look there. [](cause:too-long)| So.");
});

test("a page stands where the cursor is", () => {
  assert.equal(linked("Look at |there.", "cause:too-long"), "Look at [](cause:too-long)| there.");
  assert.equal(linked("Look at (|).", "cause:too-long"), "Look at ([](cause:too-long)|).");
});

test("the place of a link is told by the words before it", () => {
  assert.equal(wordsBefore("One two three four five six. Seven.", { start: 28, end: 28 }), "… two three four five six");
  assert.equal(wordsBefore("It helps [](source:a-2001) some.", { start: 32, end: 32 }), "It helps some");
  assert.equal(wordsBefore("", { start: 0, end: 0 }), "");
});

test("a link reads as its page's title, and what ends the sentence stays behind it", () => {
  const after = (/** @type {string} */ text, start = text.length) => withLink(text, { start, end: text.length }, "cause:a", "You were late").text;
  assert.equal(after("It may be"), "It may be [You were late](cause:a)");
  assert.equal(after("Look there."), "Look there [You were late](cause:a).");
  assert.equal(after("Look there. "), "Look there. [You were late](cause:a)");
  assert.equal(after("Look there.", 5), "Look [there](cause:a).");
  assert.equal(withLink("So", { start: 2, end: 2 }, "cause:a", "A [b]").text, "So [](cause:a)");
});

test("a sentence is led to the page that is linked, unless its last word leads there", () => {
  const leads = { inside: "(see {link})", alone: "See {link}." };
  const put = (/** @type {string} */ marked) => {
    const [before, after] = marked.split("|");
    return withLink(before + after, { start: before.length, end: before.length }, "cause:a", "You were late", leads).text;
  };
  const link = "[You were late](cause:a)";
  assert.equal(put("Check that first|."), `Check that first (see ${link}).`);
  assert.equal(put("Check that first.|"), `Check that first (see ${link}).`);
  assert.equal(put("If you came| late, check that."), `If you came (see ${link}) late, check that.`);
  assert.equal(put("For that, see |."), `For that, see ${link}.`);
  assert.equal(put("Check that first: |"), `Check that first: ${link}`);
  assert.equal(put("Check that first. |"), `Check that first. See ${link}.`);
  assert.equal(put("Check that first. |Then go."), `Check that first. See ${link}. Then go.`);
  assert.equal(put("- First.\n- |"), `- First.\n- See ${link}.`);
  assert.equal(put("|"), `See ${link}.`);
});
