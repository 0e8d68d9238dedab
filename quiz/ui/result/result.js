/**
 * The result: first the reason, what was told and one thing to do; all else comes once that is on the screen.
 *
 * @module
 */

/** @import { Debrief } from "../debrief.js" */

import { currentPlan } from "./current-plan.js";
import { cannotTell, namedCauses } from "./debrief-diagnosis.js";
import { appendChildren, h, viewTitle } from "../../../browser/dom.js";
import { factList } from "./fact-list.js";
import { quotedFacts } from "./facts.js";
import { firstActionSection } from "./first-action.js";
import { headline } from "./headline.js";
import { shapeIcon } from "../../../browser/icons.js";
import { RESULT_STYLE } from "./result-style.js";
import { applyStyle } from "../../../browser/style.js";

// Loaded together with this view, and not when it is shown. The result does without where it can't be had.
const loadingDetails = import("./result-details.js").catch(() => null);

/** @param {Debrief} debrief */
export function resultView(debrief) {
  applyStyle(RESULT_STYLE);
  const [firstAction] = currentPlan(debrief).main;
  const sheet = h("div.sheet", verdictSection(debrief), firstAction && firstActionSection(debrief, firstAction));
  void fill(debrief, sheet);
  return [debrief.noticeList(), sheet];
}

/**
 * Adds what comes after the first screen, all at once, so that nothing moves later.
 *
 * @param {Debrief} debrief
 * @param {HTMLElement} sheet
 */
async function fill(debrief, sheet) {
  await debrief.onScreen;
  const details = await loadingDetails;
  const sections = await details?.detailSections(debrief);
  if (sheet.isConnected && sections) appendChildren(sheet, sections);
}

/** Returns the reason and what was told. @param {Debrief} debrief */
function verdictSection(debrief) {
  const [leader] = namedCauses(debrief);
  if (cannotTell(debrief)) {
    return h("section.verdict",
      viewTitle(headline(debrief)),
      h("p", debrief.t("lead_cannot_tell")),
      h("h3", debrief.t("prevented_title")),
      h("p", debrief.t("prevented_unknown")));
  }
  const cause = debrief.cause(leader.id);
  const [before, after] = headline(debrief).split(cause.title);
  return h("section.verdict",
    viewTitle(before && h("small", before), cause.title, after),
    h("p.labels", controlName(debrief, leader.control), h("span.quiet", debrief.model.stages[cause.stage].title)),
    h("div.said", h("h3", debrief.t("you_told")), factList(debrief, quotedFacts(debrief, leader))),
    cause.whenItDecides && h("p", debrief.t("when_it_decides", { how: cause.whenItDecides })),
    h("p.quiet", debrief.t("lead")));
}

/** @param {Debrief} debrief @param {string} control     id */
function controlName(debrief, control) {
  const { mark, title } = debrief.model.controls[control];
  return h("span", shapeIcon(mark, mark), " ", title);
}
