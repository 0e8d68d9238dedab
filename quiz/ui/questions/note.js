/**
 * A page for the reader's own words, early on: what decided it is often said in them before any question asks about it.
 *
 * @module
 */

/** @import { Debrief } from "../debrief.js" */

import { h, viewTitle } from "../../../browser/dom.js";
import { formPage } from "./form-page.js";
import { NoteField } from "./note-field.js";

/** @param {Debrief} debrief */
export function noteView(debrief) {
  const note = new NoteField(debrief);
  const { answers } = debrief;
  void debrief.onScreen.then(() => debrief.lookAhead(() => ({ answers })));
  return formPage(debrief, {
    number: null,
    onsubmit: () => debrief.submit({ answers }, note.value),
    onleave: () => void (!note.isEmpty && debrief.keep({ answers }, note.value)),
    fields: [viewTitle(debrief.t("note_title")), h("p.quiet", debrief.t("note_lead")), note.element()],
    reasons: [h("p", debrief.t("note_why"))],
  });
}
