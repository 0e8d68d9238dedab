/**
 * What a question does not need, loaded once the first one is on the screen: the other views apart from the result, and
 * what opens on demand.
 *
 * @module
 */

import { FURTHER_STYLE } from "./further-style.js";
import { applyStyle } from "../../browser/style.js";

export { decodeAnswers } from "../engine/index.js";
export { answerListView as answers, latestItems } from "./questions/answer-list.js";
export { checklistView as checklist } from "./questions/checklist-view.js";
export { filePicker } from "./take-along/file-picker.js";
export { interimResult } from "./result/interim.js";
export { noteView as note } from "./questions/note.js";
export { NoteField } from "./questions/note-field.js";
export { forget, restart } from "./starting-over.js";
export { savedDebriefsView as saved } from "./take-along/saved-debriefs.js";

applyStyle(FURTHER_STYLE);
