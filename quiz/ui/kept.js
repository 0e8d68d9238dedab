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
  const columns = debrief.kept.map(({ answers }) => {
    const diagnosis = diagnose(debrief.compiled, answers);
    return {
      bands: new Map(diagnosis.causes.map(({ id, band }) => [id, band])),
      found: leadingCauses(debrief, 1, diagnosis).map(({ id }) => id),
      leading: leadingCauses(debrief, 2, diagnosis).map(({ id }) => id),
    };
  });
  const timesOf = (/** @type {string} */ id) => columns.filter(({ leading }) => leading.includes(id)).length;
  const shown = [...new Set(columns.flatMap(({ found }) => found))].sort((one, other) => timesOf(other) - timesOf(one));
  const recurring = shown.filter((id) => timesOf(id) > 1);
  return [
    title(debrief.t("kept_title")),
    h("p.lead", debrief.t("kept_lead")),
    debrief.kept.length > 1 && h("section",
      h("h3", debrief.t("recurs_title")),
      recurring.length === 0
        ? h("p", debrief.t("recurs_nothing"))
        : h("ul", recurring.map((id) => h("li",
            causeLink(debrief, debrief.cause(id)), " ", debrief.count("recurs_times", timesOf(id), { all: debrief.kept.length })))),
      h("div.scroll", { role: "region", tabindex: 0, "aria-label": debrief.t("side_by_side") },
        h("table",
          h("caption", debrief.t("side_by_side")),
          h("thead", h("tr", h("td", null), debrief.kept.map(({ name }) => h("th", { scope: "col" }, name)))),
          h("tbody", shown.map((id) => h("tr",
            h("th", { scope: "row" }, debrief.cause(id).title),
            columns.map(({ bands }) => h("td", bandLabel(debrief, bands.get(id) ?? ""))))))))),
    h("section",
      h("h3", debrief.t("kept_list")),
      debrief.kept.length === 0 && h("p", debrief.t("kept_nothing")),
      h("ul.kept", debrief.kept.map((each) => h("li",
        h("span", each.name, " ", h("span.quiet", debrief.date(new Date(each.at)))),
        button(debrief.t("kept_open"), () => open(debrief, each), "link", each.name),
        button(debrief.t("kept_delete"), () => remove(debrief, each), "link", each.name))))),
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
