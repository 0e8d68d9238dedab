/**
 * What a question does not need, loaded once the first one is on the screen: the other views apart from the result, and
 * what opens on demand.
 *
 * @module
 */

import { FURTHER_STYLE } from "./further-style.js";
import { applyStyle } from "./style.js";

export { decodeAnswers } from "../engine/index.js";
export { answerListView as answers, latestItems } from "./answer-list.js";
export { checklistView as checklist } from "./checklist.js";
export { isConfirmed } from "./dialog.js";
export { filePicker } from "./file-picker.js";
export { interimResult } from "./interim.js";
export { linesView as lines } from "./lines.js";
export { noteView as note } from "./note.js";
export { NoteField } from "./note-field.js";
export { savedDebriefsView as saved } from "./saved-debriefs.js";

applyStyle(FURTHER_STYLE);
