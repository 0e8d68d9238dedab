/**
 * The field for the note: a word to those who look after the guide, which goes along with an entry and not into it.
 *
 * @module
 */

/** @import { Form } from "./form.js" */

import { h } from "../browser/dom.js";
import { NOTE_PATH } from "./labels.js";

const LONGEST_NOTE = 1000;

/** @param {Form} form */
export function noteField(form) {
  const id = form.nameOf(NOTE_PATH);
  const helpId = form.nameOf(NOTE_PATH, "help");
  const { repository } = form.data;
  const publicly = repository ? ` ${form.t("note_public", { host: new URL(repository.url).host })}` : "";
  return h("div", { class: "form-field" },
    h("label", { for: id }, form.t("note")),
    h("p", { class: "form-help", id: helpId }, form.t("note_help") + publicly),
    noteInput(form, id, `${helpId} ${form.nameOf(NOTE_PATH, "diagnostics")}`),
    form.messages.container(NOTE_PATH));
}

/** Adds a line to the note. @param {Form} form @param {string} line */
export function addToNote(form, line) {
  const id = form.nameOf(NOTE_PATH);
  form.setNote([form.note.trim(), line].filter(Boolean).join("\n"), id);
  const field = document.getElementById(id);
  if (field instanceof HTMLTextAreaElement) field.value = form.note;
}

/**
 * @param {Form} form
 * @param {string} id
 * @param {string} described     the ids of what describes it
 */
function noteInput(form, id, described) {
  const textarea = h("textarea", {
    id, class: "form-note", rows: 2, dir: "auto", maxlength: LONGEST_NOTE, "aria-describedby": described, oninput: () => form.setNote(textarea.value, id),
  });
  textarea.value = form.note;
  return textarea;
}
