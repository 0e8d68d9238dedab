/**
 * What to do: by when, in the time that there is, with messages that are ready to send.
 *
 * @module
 */

/** @import { ActionEntry, PlannedAction } from "../engine/types.js" */
/** @import { Debrief } from "./debrief.js" */

import { causeTitles, currentPlan, MAX_ACTIONS, planParts } from "./components.js";
import { button, disclosure, h, visuallyHidden } from "./dom.js";
import { copyOrShowButton } from "./export.js";
import { fillBlanks, splitBlanks } from "./strings.js";

const MAX_CAUSES_PER_STEP = 3;
const TIME_LIMITS_MINUTES = [20, 60, 180, 480];

/** @param {Debrief} debrief */
export function planSection(debrief) {
  const list = h("div.plan");
  const draw = (/** @type {number} */ minutes) => {
    const plan = currentPlan(debrief, minutes);
    drawPlan(debrief, list, plan, MAX_ACTIONS);
    return Math.min(plan.length, MAX_ACTIONS);
  };
  const select = h("select", {
    id: "quiz-time",
    onchange: () => debrief.announce(debrief.count("plan_count", draw(Number(select.value)))),
  },
  h("option", { value: "Infinity" }, debrief.t("time_any")),
  TIME_LIMITS_MINUTES.map((minutes) => h("option", { value: minutes }, debrief.formatDuration(minutes))));
  draw(Infinity);
  return h("section",
    h("h3", debrief.t("plan_title")),
    h("p", debrief.t("plan_lead")),
    h("p.field", h("label", { for: "quiz-time" }, debrief.t("time_label")), select),
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
  list.replaceChildren(...planParts(debrief, plan, maxActions).flatMap(({ title, steps }) => [
    h("h4", title),
    h("ul", steps.map((step) => stepItem(debrief, step))),
  ]));
  if (plan.length === 0) list.append(h("p", debrief.t("plan_empty")));
  if (plan.length <= maxActions) return;
  const showAll = () => {
    drawPlan(debrief, list, plan, plan.length);
    debrief.announce(debrief.count("plan_count", plan.length));
    /** @type {HTMLElement | null} */ (list.querySelector("input"))?.focus();
  };
  list.append(button(debrief.count("plan_more", plan.length - maxActions), showAll, "link"));
}

/**
 * @param {Debrief} debrief
 * @param {PlannedAction} step
 */
function stepItem(debrief, { action: id, causes }) {
  const action = debrief.action(id);
  const checkbox = h("input", {
    type: "checkbox",
    checked: debrief.doneActions.has(id),
    onchange: () => {
      const otherActions = [...debrief.doneActions].filter((other) => other !== id);
      debrief.doneActions = new Set(checkbox.checked ? [...otherActions, id] : otherActions);
      debrief.store();
    },
  });
  const causesText = causeTitles(debrief, causes.slice(0, MAX_CAUSES_PER_STEP));
  return h("li.step",
    h("label.tick", checkbox, h("span", action.title)),
    h("p", action.summary),
    h("p.quiet",
      debrief.formatDuration(action.minutes),
      causes.length > 0 && ` · ${debrief.t("helps_with", { cause: causesText })}`),
    h("p.how", h("a", { href: debrief.href(action.url) }, debrief.t("how_to"), visuallyHidden(` ${action.title}`))),
    action.words.length > 0 && messagesDisclosure(debrief, action.words));
}

/**
 * @param {Debrief} debrief
 * @param {ActionEntry["words"]} messages
 */
function messagesDisclosure(debrief, messages) {
  const purposes = debrief.formatList(messages.map((message) => message.for));
  return disclosure(debrief.t("message", { for: purposes }), () =>
    messages.flatMap((message) => [
      messages.length > 1 && h("h5", message.for),
      ...messageForm(debrief, message.text),
    ]));
}

/**
 * Returns a message with an input for each of its {blanks}, and what copies it.
 *
 * @param {Debrief} debrief
 * @param {string} text
 */
function messageForm(debrief, text) {
  const { blankValues } = debrief;
  const labelOf = (/** @type {string} */ blank) => blank.replaceAll(/[_-]/g, " ");
  const valueOf = (/** @type {string} */ blank) => blankValues.get(blank) || `[${labelOf(blank)}]`;
  const isBlank = (/** @type {number} */ index) => index % 2 === 1;
  const segments = splitBlanks(text);
  const blanks = [...new Set(segments.filter((_, index) => isBlank(index)))];
  const message = h("p.message");
  const draw = () => {
    message.replaceChildren(...segments.map((segment, index) => (isBlank(index) ? h("mark", valueOf(segment)) : segment)));
  };
  draw();
  const inputs = blanks.map((blank) => {
    const input = h("input", {
      value: blankValues.get(blank),
      autocomplete: "off",
      oninput: () => {
        blankValues.set(blank, input.value);
        draw();
      },
    });
    return h("label.field", h("span", labelOf(blank)), input);
  });
  return [...inputs, message, copyOrShowButton(debrief, debrief.t("copy_message"), () => fillBlanks(text, valueOf))];
}
