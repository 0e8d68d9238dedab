/**
 * Several saved debriefs side by side: what recurs says more than any one of them.
 *
 * @module
 */

/** @import { Debrief } from "./debrief.js" */
/** @import { SavedDebrief } from "./storage.js" */

import { diagnose } from "../engine/index.js";
import { bandLabel, causeLink, leadingCauses } from "./components.js";
import { button, h, viewTitle } from "./dom.js";

/**
 * @typedef {object} Column    one saved debrief in the comparison
 * @property {string} name
 * @property {ReadonlyMap<string, string>} bands     cause id -> band
 * @property {readonly string[]} leading             ids of its leading causes
 */

/** @param {Debrief} debrief */
export function savedDebriefsView(debrief) {
  const { savedDebriefs } = debrief;
  return [
    viewTitle(debrief.t("kept_title")),
    h("p.lead", debrief.t("kept_lead")),
    savedDebriefs.length > 1 && recurrenceSection(debrief),
    h("section",
      h("h3", debrief.t("kept_list")),
      savedDebriefs.length === 0 && h("p", debrief.t("kept_nothing")),
      h("ul.saved", savedDebriefs.map((saved) => savedItem(debrief, saved)))),
    h("p.buttons", button(debrief.t("back"), () => debrief.back())),
  ];
}

/** @param {Debrief} debrief */
function recurrenceSection(debrief) {
  const columns = debrief.savedDebriefs.map((saved) => columnOf(debrief, saved));
  const countOf = (/** @type {string} */ id) => columns.filter(({ leading }) => leading.includes(id)).length;
  const causes = [...new Set(columns.flatMap(({ leading }) => leading))].sort((a, b) => countOf(b) - countOf(a));
  return h("section",
    h("h3", debrief.t("recurs_title")),
    countOf(causes[0]) < 2 && h("p", debrief.t("recurs_nothing")),
    causes.flatMap((id) => [
      h("h4", causeLink(debrief, debrief.cause(id)), " ", debrief.count("recurs_times", countOf(id), { all: columns.length })),
      h("ul.beside", columns.map(({ name, bands }) => h("li", name, " ", bandLabel(debrief, bands.get(id) ?? "")))),
    ]));
}

/**
 * @param {Debrief} debrief
 * @param {SavedDebrief} saved
 * @returns {Column}
 */
function columnOf(debrief, { name, answers }) {
  const diagnosis = diagnose(debrief.compiled, answers);
  return {
    name,
    bands: new Map(diagnosis.causes.map(({ id, band }) => [id, band])),
    leading: leadingCauses(debrief, { diagnosis, isTellingOnly: true }).map(({ id }) => id),
  };
}

/**
 * @param {Debrief} debrief
 * @param {SavedDebrief} saved
 */
function savedItem(debrief, saved) {
  const { name, at, answers } = saved;
  const day = debrief.formatDate(new Date(at));
  return h("li",
    h("span", name, " ", name !== day && h("span.quiet", day)),
    button(debrief.t("kept_open"), () => debrief.offer({ answers, notices: [] }), "link", name),
    button(debrief.t("kept_delete"), () => remove(debrief, saved), "link", name));
}

/**
 * @param {Debrief} debrief
 * @param {SavedDebrief} saved
 */
function remove(debrief, saved) {
  debrief.savedDebriefs = debrief.savedDebriefs.filter((other) => other !== saved);
  debrief.store();
  debrief.render({ view: "saved" });
  debrief.announce(debrief.t("kept_deleted", { name: saved.name }));
}
