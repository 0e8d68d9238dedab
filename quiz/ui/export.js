/**
 * Taking a debrief elsewhere: as a link, on paper, in files, and back from a file.
 *
 * @module
 */

/** @import { Debrief } from "./debrief.js" */

import { encodeAnswers } from "../engine/share.js";
import { currentPlan, planParts } from "./components.js";
import { copyButton, downloadFile } from "./device.js";
import { button, disclosure, h } from "./dom.js";
import { isoDay, toICalendar, toJson, toMarkdown } from "./export-formats.js";
import { filePicker } from "./file-picker.js";

// The days of a plan's parts are proposed a week apart; the reader can change them.
const WEEK_MILLISECONDS = 7 * 24 * 60 * 60 * 1000;
const MAX_NAME_LENGTH = 60;

/** @param {Debrief} debrief */
export function exportSection(debrief) {
  const fragment = encodeAnswers(debrief.compiled, debrief.answers);
  return h("section.export",
    h("h3", debrief.t("take_title")),
    h("p", debrief.t("take_lead")),
    h("div.buttons",
      copyOrShowButton(debrief, debrief.t("copy_link"), () => debrief.shareUrl(fragment)),
      copyOrShowButton(debrief, debrief.t("copy_plain_link"), () => debrief.shareUrl("")),
      button(debrief.t("print_it"), () => debrief.print()),
      button(debrief.t("save_text"), () => downloadFile(fileName(debrief, "md"), "text/markdown", toMarkdown(debrief))),
      button(debrief.t("save_json"), () => downloadFile(fileName(debrief, "json"), "application/json", toJson(debrief)))),
    h("p", h("a", { href: debrief.href(`contribute/#case=${fragment}`) }, debrief.t("share_case"))),
    disclosure(debrief.t("calendar"), () => calendarForm(debrief)),
    disclosure(debrief.t("keep"), () => saveForm(debrief)),
    disclosure(debrief.t("open_file"), () => [filePicker(debrief)]));
}

/**
 * Returns a button that copies a text, and that shows it in a field where the browser does not let it.
 *
 * @param {Debrief} debrief
 * @param {string} label
 * @param {() => string} textOf
 */
export function copyOrShowButton(debrief, label, textOf) {
  const showField = () => {
    const field = h("textarea", { readonly: true, "aria-label": label }, textOf());
    node.after(field);
    return field;
  };
  const announce = (/** @type {boolean} */ isCopied) => debrief.announce(debrief.t(isCopied ? "copied" : "copy_by_hand"));
  const node = copyButton(label, textOf, showField, announce);
  return node;
}

/** @param {Debrief} debrief */
function calendarForm(debrief) {
  const parts = planParts(debrief, currentPlan(debrief)).map((part) => {
    const proposedDay = isoDay(new Date(Date.now() + part.order * WEEK_MILLISECONDS));
    return { ...part, input: h("input", { type: "date", value: proposedDay }) };
  });
  const save = () => {
    const datedParts = parts.map(({ input, ...part }) => ({ ...part, day: input.value })).filter(({ day }) => day);
    downloadFile(fileName(debrief, "ics"), "text/calendar", toICalendar(debrief, datedParts));
  };
  return [
    h("p", debrief.t("calendar_lead")),
    ...parts.map(({ title, input }) => h("label.field", h("span", title), input)),
    button(debrief.t("calendar_save"), save),
  ];
}

/** @param {Debrief} debrief */
function saveForm(debrief) {
  const input = h("input", { maxlength: MAX_NAME_LENGTH });
  const save = () => {
    const date = new Date();
    const name = input.value || debrief.formatDate(date);
    debrief.savedDebriefs = [...debrief.savedDebriefs, { name, at: date.toISOString(), answers: debrief.answers }];
    debrief.store();
    debrief.navigate({ view: "saved" });
  };
  return [
    h("p", debrief.t("keep_lead")),
    h("label.field", h("span", debrief.t("keep_name")), input),
    h("p.buttons",
      button(debrief.t("keep_save"), save),
      debrief.savedDebriefs.length > 0 && button(debrief.t("compare"), () => debrief.navigate({ view: "saved" }), "link")),
  ];
}

/**
 * @param {Debrief} debrief
 * @param {string} extension
 */
function fileName(debrief, extension) {
  const name = debrief.model.name.toLowerCase().replaceAll(" ", "-");
  return `${name}-${isoDay(new Date())}.${extension}`;
}
