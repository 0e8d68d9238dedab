/** The addresses at which an entry can be proposed, and a case with the answers of a shared debrief. */

import assert from "node:assert/strict";
import test from "node:test";

import { caseFromFragment } from "../../contribute/case-answers.js";
import { commentOf, sentText } from "../../contribute/sent-text.js";
import { editUrl, mailUrl, MAX_URL_LENGTH, newFileUrl, proposalUrl } from "../../contribute/repository-urls.js";

const repository = { url: "https://example.org/us/guide/", edit: "edit/main", new: "new/main" };
const data = /** @type {any} */ ({ answers: { water: { warm: "Warm", cold: "Cold" } } });

test("the address of a new file holds its path and text, unless it would be too long", () => {
  const start = "https://example.org/us/guide/new/main/content/causes?filename=a.yml";
  assert.deepEqual(newFileUrl(repository, "content/causes/a.yml", "title: a & b\n"), { url: `${start}&value=title%3A%20a%20%26%20b%0A`, isWhole: true });
  assert.deepEqual(newFileUrl(repository, "content/causes/a.yml", "é".repeat(MAX_URL_LENGTH / 6)), { url: start, isWhole: false });
});

test("a file can be edited at any host", () => {
  assert.equal(editUrl(repository, "content/sources.yml"), "https://example.org/us/guide/edit/main/content/sources.yml");
});

test("the answers of a debrief become those of a case, as far as the guide knows them", () => {
  const answersOf = (/** @type {string} */ fragment) => caseFromFragment(fragment, data).answers;
  assert.deepEqual(answersOf("d1~v~water.warm.hot~old.x~saw._"), { water: ["warm"] });
  for (const fragment of ["", "d1", "d2~v~water.warm", "d1~v~water", "d1~v~water._", "d1~v~water.__", "d1~v~~..~water.%E0~%E0.warm"]) {
    assert.deepEqual(answersOf(fragment), {}, fragment);
  }
});

test("a word to those who look after the guide is a comment that names no file, or nothing", () => {
  assert.equal(commentOf("A word", " \n"), "");
  assert.equal(commentOf("A word", "It was wrong.\n\nFile: content/a.yml\n"), "# A word:\n#   It was wrong.\n#\n#   File: content/a.yml\n\n");
});

test("what is sent says first what it changes, then the note, then the files", () => {
  const t = (/** @type {string} */ key, /** @type {any} */ blanks) => (blanks ? `${key} ${blanks.title}` : key);
  const changes = [{ name: "Summary", before: "It was late.", after: "It was early." }, { name: "Answers › # File: content/a.yml", before: "", after: "By pigeon" }];
  const proposal = /** @type {any} */ ({ t, changes, note: "Why.", companions: { details: ["The pages."] }, files: [{ title: "Bread", path: "content/a.yml", text: "title: Bread\n" }] });
  assert.equal(sentText(proposal), [
    "# changes_of Bread:", "#   Summary", "#   before: It was late.", "#   after: It was early.", "#", "#   Answers › # File: content/a.yml", "#   put_in: By pigeon", "",
    "# note_label:", "#   Why.", "#   open_detail_label: The pages.", "", "# File: content/a.yml", "title: Bread", "",
  ].join("\n"));
  assert.equal(sentText({ ...proposal, changes: [], note: "", companions: { details: [] } }), "# File: content/a.yml\ntitle: Bread\n");
});

test("a mail that can't hold the whole text says at least what it changes", () => {
  const long = "x".repeat(MAX_URL_LENGTH);
  assert.deepEqual(mailUrl("a@example.org", "A", long, "short"), { url: "mailto:a@example.org?subject=A&body=short", isWhole: false, hasWords: true });
  assert.equal(mailUrl("a@example.org", "A", long, long).hasWords, false);
});

test("a proposal fits into the address of an issue or of a mail, or the person pastes it", () => {
  const issue = proposalUrl(repository, "A & b", "# File: content/a.yml\n");
  assert.equal(issue.url, "https://example.org/us/guide/issues/new?template=send-a-proposal.yml&title=A%20%26%20b&files=%23%20File%3A%20content%2Fa.yml%0A");
  assert.ok(issue.isWhole);
  const long = "x".repeat(MAX_URL_LENGTH);
  assert.deepEqual([proposalUrl(repository, "A", long), mailUrl("a@example.org", "A", long)].map(({ isWhole, url }) => [isWhole, url.includes("xxx")]), [[false, false], [false, false]]);
  assert.equal(mailUrl("a@example.org", "A b", "c\nd").url, "mailto:a@example.org?subject=A%20b&body=c%0D%0Ad");
});
