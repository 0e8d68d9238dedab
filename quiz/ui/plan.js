/**
 * What to do: by when, in the time that there is, with words that are ready to send.
 *
 * @module
 */

/** @import { ActionEntry, PlannedAction } from "../engine/types.js" */
/** @import { Debrief } from "./debrief.js" */

import { button, disclosure, h, hidden } from "./dom.js";
import { byWhen, causeTitles, copyButton, MOST_ACTIONS, planOf } from "./parts.js";
import { fill, pieces } from "./words.js";

const MOST_HELPED = 3;
const TIMES = [20, 60, 180, 480];

/**
 * @param {Debrief} debrief
 */
export function planSection(debrief) {
  const list = h("div.plan");
  const draw = (/** @type {number} */ minutes, most = MOST_ACTIONS) => {
    const plan = planOf(debrief, minutes);
    const groups = byWhen(debrief, plan, most);
    list.replaceChildren(...groups.flatMap(({ title, steps }) => [
      h("h4", title),
      h("ul", steps.map((step) => stepItem(debrief, step))),
    ]));
    if (plan.length === 0) list.append(h("p", debrief.t("plan_empty")));
    if (plan.length > most) list.append(button(debrief.count("plan_more", plan.length - most), () => {
      draw(minutes, plan.length);
      debrief.say(debrief.count("plan_count", plan.length));
      /** @type {HTMLElement | null} */ (list.querySelector("input"))?.focus();
    }, "link"));
    return Math.min(plan.length, most);
  };
  const select = h("select", {
    id: "quiz-time",
    onchange: () => debrief.say(debrief.count("plan_count", draw(Number(select.value)))),
  },
  h("option", { value: "Infinity" }, debrief.t("time_any")),
  TIMES.map((minutes) => h("option", { value: minutes }, debrief.duration(minutes))));
  draw(Infinity);
  return h("section",
    h("h3", debrief.t("plan_title")),
    h("p", debrief.t("plan_lead")),
    h("p.field", h("label", { for: "quiz-time" }, debrief.t("time_label")), select),
    list);
}

/**
 * @param {Debrief} debrief
 * @param {PlannedAction} step
 */
function stepItem(debrief, { action: id, causes }) {
  const action = debrief.action(id);
  const tick = h("input", {
    type: "checkbox",
    checked: debrief.done.has(id),
    onchange: () => {
      const others = [...debrief.done].filter((each) => each !== id);
      debrief.done = new Set(tick.checked ? [...others, id] : others);
      debrief.save();
    },
  });
  return h("li.step",
      h("label.tick", tick, h("span", action.title)),
    h("p", action.summary),
    h("p.quiet", debrief.duration(action.minutes), causes.length > 0 &&
      ` · ${debrief.t("helps_with", { cause: causeTitles(debrief, causes.slice(0, MOST_HELPED)) })}`),
    h("p.how", h("a", { href: debrief.href(action.url) }, debrief.t("how_to"), hidden(` ${action.title}`))),
    action.words.length > 0 && disclosure(debrief.t("message", { for: debrief.list(action.words.map((each) => each.for)) }), () =>
      action.words.flatMap((message) => [
        action.words.length > 1 && h("h5", message.for),
        ...messageForm(debrief, message),
      ])));
}

/**
 * @param {Debrief} debrief
 * @param {ActionEntry["words"][number]} message
 */
function messageForm(debrief, { text }) {
  const words = (/** @type {string} */ name) => name.replaceAll(/[_-]/g, " ");
  const filled = (/** @type {string} */ name) => debrief.blanks.get(name) || `[${words(name)}]`;
  const shown = h("p.message");
  const parts = pieces(text);
  const draw = () => shown.replaceChildren(...parts.map((part, at) => (at % 2 ? h("mark", filled(part)) : part)));
  draw();
  return [
    ...[...new Set(parts.filter((_, at) => at % 2))].map((name) => {
      const input = h("input", {
        value: debrief.blanks.get(name),
        autocomplete: "off",
        oninput: () => {
          debrief.blanks.set(name, input.value);
          draw();
        },
      });
      return h("label.field", h("span", words(name)), input);
    }),
    shown,
    copyButton(debrief, debrief.t("copy_message"), () => fill(text, filled)),
  ];
}
