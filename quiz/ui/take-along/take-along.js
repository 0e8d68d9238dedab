/**
 * Taking a debrief elsewhere: as a card, on paper, as a link, in files.
 *
 * @module
 */

/** @import { Debrief } from "../debrief.js" */

import { encodeAnswers } from "../../engine/index.js";
import { cardForm } from "./card.js";
import { currentPlan, planParts } from "../result/current-plan.js";
import { copyButton, downloadFile } from "../../../browser/copy-and-save.js";
import { button, disclosure, h } from "../../../browser/dom.js";
import { filePicker } from "./file-picker.js";
import { imprint, isoDayIn, toICalendar, toJson, toMarkdown } from "./take-along-formats.js";

const MAX_NAME_LENGTH = 60;

/** @param {Debrief} debrief */
export function takeAlongSection(debrief) {
  const fragment = encodeAnswers(debrief.compiled, debrief.answers);
  return h("section.wide.export",
    h("h3", debrief.t("take_title")),
    h("div.buttons",
      button(debrief.t("print_it"), () => printPage(debrief), "main"),
      copyOrShowButton(debrief, debrief.t("copy_link"), () => debrief.shareUrl(fragment))),
    h("p.quiet", debrief.t("take_lead")),
    disclosure(debrief.t("card"), () => cardForm(debrief)),
    disclosure(debrief.t("calendar"), () => calendarForm(debrief)),
    disclosure(debrief.t("files"), () => [
      h("div.buttons",
        button(debrief.t("save_text"), () => downloadFile(fileName(debrief, "md"), "text/markdown", toMarkdown(debrief))),
        button(debrief.t("save_json"), () => downloadFile(fileName(debrief, "json"), "application/json", toJson(debrief)))),
      copyOrShowButton(debrief, debrief.t("copy_plain_link"), () => debrief.shareUrl("")),
      h("h4", debrief.t("keep")),
      ...saveForm(debrief),
      h("h4", debrief.t("open_file")),
      filePicker(debrief),
    ]),
    h("p", h("a", { href: debrief.href(`contribute/#case=${fragment}`) }, debrief.t("share_case"))),
    h("p.buttons",
      button(debrief.t("your_answers"), () => debrief.navigate({ view: "answers" }), "link"),
      button(debrief.t("start_again"), () => debrief.restart(), "link"),
      button(debrief.t("forget"), () => debrief.forget(), "link")),
    h("p.imprint", imprint(debrief)));
}

/**
 * Returns a button that copies a text, and that shows it in a field where the browser does not let it.
 *
 * @param {Debrief} debrief
 * @param {string} label
 * @param {() => string} textOf
 */
function copyOrShowButton(debrief, label, textOf) {
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
  const today = new Date();
  // The days of a plan's parts are proposed a week apart; the reader can change them.
  const parts = planParts(debrief, currentPlan(debrief).main).map((part) =>
    ({ ...part, input: h("input", { type: "date", value: isoDayIn(today, part.order) }) }));
  const save = () => {
    const datedParts = parts.map(({ input, ...part }) => ({ ...part, day: input.value })).filter(({ day }) => day);
    const text = toICalendar(debrief, datedParts);
    if (text) downloadFile(fileName(debrief, "ics"), "text/calendar", text);
    else debrief.announce(debrief.t("calendar_nothing"));
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
  return `${name}-${isoDayIn(new Date(), 0)}.${extension}`;
}

/** Prints the page, where the browser can. @param {Debrief} debrief */
function printPage(debrief) {
  // Browsers inside other apps have no such function.
  if (typeof globalThis.print === "function") globalThis.print();
  else debrief.announce(debrief.t("print_missing"));
}
