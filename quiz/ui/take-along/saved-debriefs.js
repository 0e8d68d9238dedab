/**
 * Several saved debriefs side by side: what recurs says more than any one of them.
 *
 * @module
 */

/** @import { CauseBelief } from "../../engine/types.js" */
/** @import { Debrief } from "../debrief.js" */
/** @import { SavedDebrief } from "../../../browser/storage.js" */

import { cannotTell, diagnose, namedCauses } from "../../engine/index.js";
import { bandLabel, causeLink } from "../result/components.js";
import { button, h, viewTitle } from "../../../browser/dom.js";
import { formatList } from "../../../browser/formats.js";

/**
 * @typedef {object} Comparison    a saved debrief with what it points to
 * @property {SavedDebrief} saved
 * @property {readonly CauseBelief[]} leading     its leading causes, the likeliest first
 */

/** @param {Debrief} debrief */
export function savedDebriefsView(debrief) {
  const comparisons = debrief.savedDebriefs.map((saved) => comparisonOf(debrief, saved));
  return [
    viewTitle(debrief.t("kept_title")),
    h("p.lead", debrief.t("kept_lead")),
    comparisons.length > 1 && recurrenceSection(debrief, comparisons),
    h("section",
      h("h3", debrief.t("kept_list")),
      comparisons.length === 0 && h("p", debrief.t("kept_nothing")),
      h("ul.saved", comparisons.map((comparison) => savedItem(debrief, comparison)))),
    h("p.buttons", button(debrief.t("back"), () => debrief.back())),
  ];
}

/**
 * @param {Debrief} debrief
 * @param {SavedDebrief} saved
 * @returns {Comparison}
 */
function comparisonOf(debrief, saved) {
  const diagnosis = diagnose(debrief.compiled, saved.answers);
  return { saved, leading: cannotTell(debrief.compiled, diagnosis) ? [] : namedCauses(debrief.compiled, diagnosis) };
}

/**
 * Returns the causes that lead in more than one debrief, the most frequent first, with the names of those debriefs.
 *
 * @param {Debrief} debrief
 * @param {readonly Comparison[]} comparisons
 */
function recurrenceSection(debrief, comparisons) {
  const namesOf = (/** @type {string} */ cause) =>
    comparisons.filter(({ leading }) => leading.some(({ id }) => id === cause)).map(({ saved }) => saved.name);
  const recurrences = [...new Set(comparisons.flatMap(({ leading }) => leading.map(({ id }) => id)))]
    .map((cause) => ({ cause, names: namesOf(cause) }))
    .filter(({ names }) => names.length > 1)
    .sort((a, b) => b.names.length - a.names.length);
  const all = comparisons.length;
  return h("section",
    h("h3", debrief.t("recurs_title")),
    recurrences.length === 0 && h("p", debrief.t("recurs_nothing")),
    h("ul.saved", recurrences.map(({ cause, names }) => h("li",
      h("strong", causeLink(debrief, debrief.cause(cause)), " ", debrief.count("recurs_times", names.length, { all })),
      h("p", formatList(debrief.model.language, names))))));
}

/**
 * @param {Debrief} debrief
 * @param {Comparison} comparison
 */
function savedItem(debrief, { saved, leading }) {
  const { name, at, answers } = saved;
  const day = debrief.formatDate(new Date(at));
  return h("li",
    h("strong", name), " ", name !== day && h("span.quiet", day),
    leading.length === 0 && h("p", debrief.t("headline_cannot_tell")),
    leading.map(({ id, band }) => h("p", causeLink(debrief, debrief.cause(id)), " ", bandLabel(debrief, band))),
    h("p.buttons",
      button(debrief.t("kept_open"), () => debrief.offer({ answers, notices: [] }), "link", name),
      button(debrief.t("kept_delete"), () => remove(debrief, saved), "link", name)));
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
