/**
 * Opens what was saved as a file.
 *
 * @module
 */

/** @import { Debrief } from "../debrief.js" */

import { validAnswers } from "../../engine/asking.js";
import { h } from "../../../browser/dom.js";
import { toStoredState } from "../../../browser/storage.js";

const MAX_FILE_BYTES = 1_000_000;

/**
 * Returns a control that opens what was exported. It is offered like a link with answers, before anything is replaced.
 *
 * @param {Debrief} debrief
 */
export function filePicker(debrief) {
  const openFile = async (/** @type {File} */ file) => {
    if (file.size > MAX_FILE_BYTES) return debrief.announce(debrief.t("file_too_large"));
    try {
      const { answers, kept: debriefs } = toStoredState(JSON.parse(await file.text()));
      if (!Array.isArray(answers) && debriefs.length === 0) return debrief.announce(debrief.t("file_unreadable"));
      debrief.addSavedDebriefs(debriefs);
      if (debriefs.length > 0) debrief.store();
      debrief.offer(validAnswers(debrief.compiled, answers ?? []));
    } catch {
      debrief.announce(debrief.t("file_unreadable"));
    }
  };
  const input = h("input", {
    type: "file",
    accept: ".json,application/json",
    onchange: () => {
      const [file] = input.files ?? [];
      if (file) void openFile(file);
      // A browser says nothing of a file that is chosen a second time.
      input.value = "";
    },
  });
  return h("label.field", h("span", debrief.t("open_file_label")), input);
}
