/**
 * Several debriefs side by side: what keeps coming back says more than any one of them.
 *
 * @module
 */

/** @import { Debrief } from "./debrief.js" */
/** @import { Kept } from "./storage.js" */

import { diagnose } from "../engine/index.js";
import { button, h, title } from "./dom.js";
import { bandLabel, causeLink, leadingCauses } from "./parts.js";

/** @param {Debrief} debrief */
export function keptView(debrief) {
  const kept = debrief.kept.map(({ name, answers }) => {
    const diagnosis = diagnose(debrief.compiled, answers);
    const bands = new Map(diagnosis.causes.map(({ id, band }) => [id, band]));
    return { name, bands, found: leadingCauses(debrief, 2, diagnosis).map(({ id }) => id) };
  });
  const timesOf = (/** @type {string} */ id) => kept.filter(({ found }) => found.includes(id)).length;
  const causes = [...new Set(kept.flatMap(({ found }) => found))].sort((one, other) => timesOf(other) - timesOf(one));
  return [
    title(debrief.t("kept_title")),
    h("p.lead", debrief.t("kept_lead")),
    debrief.kept.length > 1 && h("section",
      h("h3", debrief.t("recurs_title")),
      timesOf(causes[0]) < 2 && h("p", debrief.t("recurs_nothing")),
      causes.map((id) => [
        h("h4", causeLink(debrief, debrief.cause(id)), " ", debrief.count("recurs_times", timesOf(id), { all: kept.length })),
        h("ul.beside", kept.map(({ name, bands }) => h("li", name, " ", bandLabel(debrief, bands.get(id) ?? "")))),
      ]).flat()),
    h("section",
      h("h3", debrief.t("kept_list")),
      debrief.kept.length === 0 && h("p", debrief.t("kept_nothing")),
      h("ul.kept", debrief.kept.map((each) => {
        const day = debrief.date(new Date(each.at));
        return h("li",
          h("span", each.name, " ", each.name !== day && h("span.quiet", day)),
          button(debrief.t("kept_open"), () => open(debrief, each), "link", each.name),
          button(debrief.t("kept_delete"), () => remove(debrief, each), "link", each.name));
      }))),
    h("p.buttons", button(debrief.t("back"), () => debrief.back())),
  ];
}

/**
 * Offers a kept debrief like a link with answers, before anything is replaced.
 *
 * @param {Debrief} debrief
 * @param {Kept} kept
 */
function open(debrief, { answers }) {
  debrief.go("start", {}, { answers, notices: [] });
}

/**
 * @param {Debrief} debrief
 * @param {Kept} kept
 */
function remove(debrief, kept) {
  debrief.kept = debrief.kept.filter((each) => each !== kept);
  debrief.save();
  debrief.show({ view: "kept" });
  debrief.say(debrief.t("kept_deleted", { name: kept.name }));
}
