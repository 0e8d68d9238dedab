/**
 * What is sent: the files of a proposal, and the note above them.
 *
 * @module
 */

/** @import { Form } from "./form.js" */

import { cleaned } from "./clean-text.js";

/**
 * Returns a word to those who look after the guide as a comment above what is sent. Its lines stand further in than those
 * that name files, for which nobody can then take them.
 *
 * @param {string} title     what stands above it
 * @param {string} note
 */
export function commentOf(title, note) {
  const lines = cleaned(note).trim().split("\n").map((line) => `#   ${line}`.trimEnd());
  return note.trim() ? `# ${title}:\n${lines.join("\n")}\n\n` : "";
}

/** Returns what is sent in every way: the note as a comment, and each file below its path. @param {Form} form */
export function sentText(form) {
  return noteComment(form) + form.files.map(({ path, text }) => `# File: ${path}\n${text}`).join("\n");
}

/** Returns the text of one file with the note above it, to be put in its place at the code host. @param {Form} form */
export function fileTextWithNote(form) {
  return noteComment(form) + form.fileText();
}

/** @param {Form} form */
function noteComment(form) {
  return commentOf(form.t("note_label"), form.note);
}
