/**
 * All actions after the first, by when to take them, in the time that there is.
 *
 * @module
 */

/** @import { PlannedAction } from "../../engine/types.js" */
/** @import { Debrief } from "../debrief.js" */

import { currentPlan, effortText, planParts } from "./current-plan.js";
import { cannotTell, namedCauses } from "./debrief-diagnosis.js";
import { button, disclosure, h, visuallyHidden } from "../../../browser/dom.js";
import { actionParts, doneBox } from "./first-action.js";
import { formatDuration, formatList } from "../../../browser/formats.js";

const MAX_CAUSES_PER_ACTION = 3;
const TIME_LIMITS_MINUTES = [20, 60, 180, 480];

/** Returns all other actions. @param {Debrief} debrief */
export function planSection(debrief) {
  const list = h("div.plan");
  const [first] = currentPlan(debrief).main;
  const draw = (/** @type {number} */ minutes) => {
    const { main, further } = currentPlan(debrief, minutes);
    const [mainActions, furtherActions] = [main, further].map((actions) => actions.filter(({ action }) => action !== first?.action));
    drawPlan(debrief, list, mainActions, furtherActions);
    if (mainActions.length === 0) list.prepend(h("p", debrief.t(emptyPlanText(minutes, furtherActions))));
    return mainActions.length;
  };
  const select = h("select", {
    id: debrief.id("time"),
    onchange: () => debrief.announce(debrief.count("plan_count", draw(Number(select.value)))),
  },
  h("option", { value: "Infinity" }, debrief.t("time_any")),
  TIME_LIMITS_MINUTES.map((minutes) => h("option", { value: minutes }, formatDuration(debrief.model.language, minutes))));
  const count = draw(Infinity);
  return h("section.wide",
    h("h3", debrief.t(cannotTell(debrief) ? "plan_in_any_case" : "plan_title")),
    count > 0 && !cannotTell(debrief) && h("p.field", h("label", { for: debrief.id("time") }, debrief.t("time_label")), select),
    list);
}

/**
 * Returns the key of what is said where no other main action is in the plan.
 *
 * @param {number} minutes
 * @param {readonly PlannedAction[]} furtherActions
 */
function emptyPlanText(minutes, furtherActions) {
  return minutes < Infinity && furtherActions.length === 0 ? "plan_empty" : "plan_nothing_more";
}

/**
 * Shows the main actions, and a button for the further ones.
 *
 * @param {Debrief} debrief
 * @param {HTMLElement} list
 * @param {readonly PlannedAction[]} main
 * @param {readonly PlannedAction[]} further
 */
function drawPlan(debrief, list, main, further) {
  list.replaceChildren(...planParts(debrief, main).map(({ title, actions }) =>
    h("div", h("h4", title), h("ul", actions.map((action) => actionItem(debrief, action))))));
  if (further.length === 0) return;
  const showAll = () => {
    drawPlan(debrief, list, [...main, ...further], []);
    debrief.announce(debrief.count("plan_count", main.length + further.length));
    /** @type {HTMLElement | null} */ (list.querySelector("input"))?.focus();
  };
  list.append(h("p", button(debrief.count("plan_more", further.length), showAll, "link")));
}

/**
 * @param {Debrief} debrief
 * @param {PlannedAction} planned
 */
function actionItem(debrief, { action: id, causes }) {
  const action = debrief.action(id);
  const [leader] = namedCauses(debrief);
  // What is against the reason at the top needs no name.
  const titles = causes.includes(leader?.id) ? [] : causes.slice(0, MAX_CAUSES_PER_ACTION).map((cause) => debrief.cause(cause).title);
  return h("li.action",
    doneBox(debrief, action, action.title,
      h("small", effortText(debrief, action), titles.length > 0 && ` · ${debrief.t("helps_with", { cause: formatList(debrief.model.language, titles) })}`)),
    disclosure(visuallyHidden(`${debrief.t("how_to")} ${action.title}`), () => [
      h("p", action.summary),
      ...actionParts(debrief, action),
    ]));
}
