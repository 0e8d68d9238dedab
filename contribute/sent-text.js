/**
 * What is sent: the files of a proposal, and the note above them.
 *
 * @module
 */

/** @import { ChangeItem } from "./changes.js" */
/** @import { File } from "./entry-file.js" */
/** @import { Texts } from "./texts.js" */
/** @import { FormData } from "./types.js" */

import { cleaned } from "./clean-text.js";

/**
 * What is sent, as it is at the moment.
 *
 * @typedef {object} Proposal
 * @property {string} kind                 of the entry itself
 * @property {readonly File[]} files       that of the entry itself last
 * @property {string} note
 * @property {{details: readonly string[]}} companions     which details of new sources are open
 * @property {readonly ChangeItem[]} changes     what is changed of an entry of the guide
 * @property {FormData} data
 * @property {Texts} t
 * @property {{passOn: () => void}} draft
 * @property {HTMLElement} sendingStatus   where to say what became of it
 */

/**
 * Returns a word to those who look after the guide as a comment above what is sent. Its lines are indented further than
 * those that name files, so that nobody can mistake one for the other.
 *
 * @param {string} title     what is above it
 * @param {string} note
 */
export function commentOf(title, note) {
  const lines = cleaned(note).trim().split("\n").map((line) => `#   ${line}`.trimEnd());
  return note.trim() ? `# ${title}:\n${lines.join("\n")}\n\n` : "";
}

/** Returns what is sent in every way: what is changed and the note as comments, and each file below its path. @param {Proposal} proposal */
export function sentText(proposal) {
  return `${sentWords(proposal)}${fileTexts(proposal)}`;
}

/** Returns what people read of a proposal without its files: what is changed, before and after, and the note. @param {Proposal} proposal */
export function sentWords(proposal) {
  const { t, changes, files } = proposal;
  const words = changes.map(({ name, before, after }) => [
    name, before && `${t(after ? "before" : "taken_out")}: ${before}`, after && `${t(before ? "after" : "put_in")}: ${after}`,
  ].filter(Boolean).join("\n"));
  return commentOf(t("changes_of", { title: files.at(-1)?.title ?? "" }), words.join("\n\n")) + noteComment(proposal);
}

/** @param {Proposal} proposal */
function fileTexts(proposal) {
  return proposal.files.map(({ path, text }) => `# File: ${path}\n${text}`).join("\n");
}

/** Returns the text of one file with the note above it, to be put in its place at the code host. @param {Proposal} proposal */
export function fileTextWithNote(proposal) {
  return noteComment(proposal) + (proposal.files.at(-1)?.text ?? "");
}

/** @param {Proposal} proposal */
function noteComment(proposal) {
  const { t, note, companions: { details } } = proposal;
  return commentOf(t("note_label"), [note.trim(), ...details.map((detail) => `${t("open_detail_label")}: ${detail}`)].filter(Boolean).join("\n"));
}
