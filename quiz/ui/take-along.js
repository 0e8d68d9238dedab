/**
 * Taking a debrief along: link, print, files, and the way back from a file.
 *
 * @module
 */

/** @import { Debrief } from "./debrief.js" */

import { encodeAnswers, validAnswers } from "../engine/index.js";
import { button, disclosure, h } from "./dom.js";
import { calendarText, dayOf, markdownText } from "./files.js";
import { byWhen, copyButton, planOf } from "./parts.js";
import { savedFrom } from "./storage.js";

// A week from each part of a plan to the next, which the reader can change.
const WEEK_MILLISECONDS = 7 * 24 * 60 * 60 * 1000;
const LARGEST_FILE = 1_000_000;

/** @param {Debrief} debrief */
export function takeAlong(debrief) {
  const fragment = encodeAnswers(debrief.compiled, debrief.answers);
  return h("section.take",
      h("h3", debrief.t("take_title")),
    h("p", debrief.t("take_lead")),
    h("div.buttons",
      copyButton(debrief, debrief.t("copy_link"), () => debrief.link(fragment)),
      copyButton(debrief, debrief.t("copy_plain_link"), () => debrief.link("")),
      button(debrief.t("print_it"), () => print()),
      button(debrief.t("save_text"), () => download(debrief, "md", "text/markdown", markdownText(debrief))),
      button(debrief.t("save_json"), () => download(debrief, "json", "application/json", exported(debrief)))),
    h("p", h("a", { href: debrief.href(`contribute/#case=${fragment}`) }, debrief.t("share_case"))),
    disclosure(debrief.t("calendar"), () => calendar(debrief)),
    disclosure(debrief.t("keep"), () => keep(debrief)),
    filePicker(debrief));
}

/** @param {Debrief} debrief */
function calendar(debrief) {
  const groups = byWhen(debrief, planOf(debrief));
  const inputs = groups.map(({ order }) => {
    return h("input", { type: "date", value: dayOf(new Date(Date.now() + order * WEEK_MILLISECONDS)) });
  });
  return [
    h("p", debrief.t("calendar_lead")),
    ...groups.map(({ title }, at) => h("label.field", h("span", title), inputs[at])),
    button(debrief.t("calendar_save"), () => {
      const dated = groups.map((group, at) => ({ ...group, day: inputs[at].value })).filter(({ day }) => day);
      download(debrief, "ics", "text/calendar", calendarText(debrief, dated));
    }),
  ];
}

/** @param {Debrief} debrief */
function keep(debrief) {
  const input = h("input", { maxlength: 60 });
  return [
    h("p", debrief.t("keep_lead")),
    h("label.field", h("span", debrief.t("keep_name")), input),
    h("p.buttons",
      button(debrief.t("keep_save"), () => {
        const kept = { name: input.value || debrief.date(new Date()), at: new Date().toISOString(), answers: debrief.answers };
        debrief.kept = [...debrief.kept, kept];
        debrief.save();
        debrief.go("kept");
      }),
      debrief.kept.length > 0 && button(debrief.t("compare"), () => debrief.go("kept"), "link")),
  ];
}

/** Returns everything that is worth keeping, as JSON. @param {Debrief} debrief */
function exported(debrief) {
  return JSON.stringify({ format: 1, version: debrief.model.version, ...debrief.saved() }, null, 1);
}

/**
 * @param {Debrief} debrief
 * @param {string} ending
 * @param {string} type
 * @param {string} text
 */
function download(debrief, ending, type, text) {
  // Nothing tells when it has been read, so it goes with the page.
  const href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const name = debrief.model.name.toLowerCase().replaceAll(" ", "-");
  h("a", { href, download: `${name}-${dayOf(new Date())}.${ending}` }).click();
}

/**
 * Returns a way to open what was exported. It is shown like a link with answers, before anything is replaced.
 *
 * @param {Debrief} debrief
 */
export function filePicker(debrief) {
  const open = async (/** @type {File} */ file) => {
    try {
      const { answers, kept } = savedFrom(JSON.parse(await file.slice(0, LARGEST_FILE).text()));
      if (!Array.isArray(answers) && kept.length === 0) throw new TypeError();
      debrief.addKept(kept);
      if (kept.length > 0) debrief.save();
      debrief.go("start", {}, validAnswers(debrief.compiled, answers ?? []));
    } catch {
      debrief.say(debrief.t("file_unreadable"));
    }
  };
  return disclosure(debrief.t("open_file"), () => [
    h("label.field",
      h("span", debrief.t("open_file_label")),
      h("input", { type: "file", accept: ".json,application/json", onchange: (event) => open(event.target.files[0]) })),
  ]);
}
