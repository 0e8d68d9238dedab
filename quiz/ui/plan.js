/**
 * All steps after the first, by when to take them, in the time that there is.
 *
 * @module
 */

/** @import { PlannedAction } from "../engine/types.js" */
/** @import { Debrief } from "./debrief.js" */

import { leadingCauses } from "./components.js";
import { button, disclosure, h, visuallyHidden } from "./dom.js";
import { currentPlan, isInconclusive } from "./findings.js";
import { actionParts, doneBox } from "./first-step.js";
import { formatDuration } from "./numbers.js";
import { causeTitles, MAX_ACTIONS, planParts } from "./reasons.js";

const MAX_CAUSES_PER_STEP = 3;
const TIME_LIMITS_MINUTES = [20, 60, 180, 480];

/** Returns all other steps. @param {Debrief} debrief */
export function planSection(debrief) {
  const list = h("div.plan");
  const draw = (/** @type {number} */ minutes) => {
    const [first] = currentPlan(debrief);
    const steps = currentPlan(debrief, minutes).filter(({ action }) => action !== first?.action);
    drawPlan(debrief, list, steps, MAX_ACTIONS);
    if (steps.length === 0) list.append(h("p", debrief.t(minutes < Infinity ? "plan_empty" : "plan_nothing_more")));
    return Math.min(steps.length, MAX_ACTIONS);
  };
  const select = h("select", {
    id: debrief.id("time"),
    onchange: () => debrief.announce(debrief.count("plan_count", draw(Number(select.value)))),
  },
  h("option", { value: "Infinity" }, debrief.t("time_any")),
  TIME_LIMITS_MINUTES.map((minutes) => h("option", { value: minutes }, formatDuration(debrief.model.language, minutes))));
  const count = draw(Infinity);
  return h("section.wide",
    h("h3", debrief.t(isInconclusive(debrief) ? "plan_in_any_case" : "plan_title")),
    count > 0 && !isInconclusive(debrief) && h("p.field", h("label", { for: debrief.id("time") }, debrief.t("time_label")), select),
    list);
}

/**
 * Shows the first actions of a plan, and a button for the others.
 *
 * @param {Debrief} debrief
 * @param {HTMLElement} list
 * @param {readonly PlannedAction[]} plan
 * @param {number} maxActions
 */
function drawPlan(debrief, list, plan, maxActions) {
  list.replaceChildren(...planParts(debrief, plan.slice(0, maxActions)).map(({ title, steps }) =>
    h("div", h("h4", title), h("ul", steps.map((step) => stepItem(debrief, step))))));
  if (plan.length <= maxActions) return;
  const showAll = () => {
    drawPlan(debrief, list, plan, plan.length);
    debrief.announce(debrief.count("plan_count", plan.length));
    /** @type {HTMLElement | null} */ (list.querySelector("input"))?.focus();
  };
  list.append(h("p", button(debrief.count("plan_more", plan.length - maxActions), showAll, "link")));
}

/**
 * @param {Debrief} debrief
 * @param {PlannedAction} step
 */
function stepItem(debrief, { action: id, causes }) {
  const action = debrief.action(id);
  const [leader] = leadingCauses(debrief);
  // What is against the reason at the top needs no name.
  const otherCauses = causes.includes(leader?.id) ? [] : causes.slice(0, MAX_CAUSES_PER_STEP);
  return h("li.step",
    doneBox(debrief, action, action.title,
      h("small", formatDuration(debrief.model.language, action.minutes), otherCauses.length > 0 && ` · ${debrief.t("helps_with", { cause: causeTitles(debrief, otherCauses) })}`)),
    disclosure(visuallyHidden(`${debrief.t("how_to")} ${action.title}`), () => [
      h("p", action.summary),
      ...actionParts(debrief, action),
    ]));
}
