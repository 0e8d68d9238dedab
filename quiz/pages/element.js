/**
 * What pages of the guide do besides showing their text: all of it can be read and followed without this.
 *
 * @module
 */

import { enableMessage } from "../../browser/message.js";
import { openTarget, openWhilePrinting } from "./disclosures.js";
import { enableFilter } from "./filter.js";
import { enableSigns } from "./signs.js";

for (const figure of document.querySelectorAll("figure.av-words")) {
  if (figure instanceof HTMLElement) enableMessage(figure);
}
for (const form of document.querySelectorAll("form")) {
  if (form.matches(".av-signs")) enableSigns(form);
  if (form.matches(".av-filter")) enableFilter(form);
}
openWhilePrinting();
openTarget();
addEventListener("hashchange", openTarget);
