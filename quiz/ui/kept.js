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
  const { kept, compiled, words: { t, count, date } } = debrief;
  const columns = kept.map(({ answers }) => {
    const diagnosis = diagnose(compiled, answers);
    return {
      bands: new Map(diagnosis.causes.map(({ id, band }) => [id, band])),
      found: leadingCauses(debrief, diagnosis).map(({ id }) => id),
      leading: leadingCauses(debrief, diagnosis, 2).map(({ id }) => id),
    };
  });
  const timesOf = (/** @type {string} */ id) => columns.filter(({ leading }) => leading.includes(id)).length;
  const shown = [...new Set(columns.flatMap(({ found }) => found))].sort((one, other) => timesOf(other) - timesOf(one));
  const recurring = shown.filter((id) => timesOf(id) > 1);
  return [
    title(t("kept_title")),
    h("p.lead", t("kept_lead")),
    kept.length > 1 && h("section",
      h("h3", t("recurs_title")),
      recurring.length === 0
        ? h("p", t("recurs_nothing"))
        : h("ul", recurring.map((id) => h("li",
            causeLink(debrief, debrief.cause(id)), " ", count("recurs_times", timesOf(id), { all: kept.length })))),
      h("div.scroll", { role: "region", tabindex: 0, "aria-label": t("side_by_side") },
        h("table",
          h("caption", t("side_by_side")),
          h("thead", h("tr", h("td", null), kept.map(({ name }) => h("th", { scope: "col" }, name)))),
          h("tbody", shown.map((id) => h("tr",
            h("th", { scope: "row" }, debrief.cause(id).title),
            columns.map(({ bands }) => h("td", bandLabel(debrief, bands.get(id) ?? ""))))))))),
    h("section",
      h("h3", t("kept_list")),
      kept.length === 0 && h("p", t("kept_nothing")),
      h("ul.kept", kept.map((each) => h("li",
        h("span", each.name, " ", h("span.quiet", date(new Date(each.at)))),
        button(t("kept_open"), () => open(debrief, each), "link", each.name),
        button(t("kept_delete"), () => remove(debrief, each), "link", each.name))))),
    h("p.buttons", button(t("back"), () => history.back())),
  ];
}

/**
 * Offers a kept debrief like a link with answers, before anything is replaced.
 *
 * @param {Debrief} debrief
 * @param {Kept} kept
 */
function open(debrief, { answers }) {
  debrief.go({ view: "start" }, { answers, notices: [] });
}

/**
 * @param {Debrief} debrief
 * @param {Kept} kept
 */
function remove(debrief, kept) {
  debrief.kept = debrief.kept.filter((each) => each !== kept);
  debrief.save();
  debrief.show({ view: "kept" });
  debrief.say(debrief.words.t("kept_deleted", { name: kept.name }));
}
