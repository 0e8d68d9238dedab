/**
 * The one thing to do first, with its words; and what every action of a plan consists of.
 *
 * @module
 */

/** @import { ActionEntry, PlannedAction } from "../../engine/types.js" */
/** @import { Debrief } from "../debrief.js" */

import { fitting } from "../../engine/index.js";
import { disclosure, h, visuallyHidden } from "../../../browser/dom.js";
import { messageFigure } from "../../../browser/message.js";
import { splitBlanks } from "../../../browser/strings.js";
import { effortText } from "./current-plan.js";

/**
 * Returns the one thing to do first, with its words.
 *
 * @param {Debrief} debrief
 * @param {PlannedAction} planned
 */
export function firstActionSection(debrief, { action: id }) {
  const action = debrief.action(id);
  const message = firstMessage(debrief, action);
  return h("section.first",
    h("p", debrief.t("first_title"), " · ", effortText(debrief, action), " · ", debrief.model.when[action.when]),
    h("h3", action.title),
    h("p", action.summary),
    message && messageForm(debrief, message),
    disclosure(debrief.count("show_steps", stepsOf(debrief, action).length), () => actionParts(debrief, action, message)),
    doneBox(debrief, action, debrief.t("done")));
}

/**
 * Returns the message that an action offers: a template to fill in if there is one, otherwise an example.
 *
 * @param {Debrief} debrief
 * @param {ActionEntry} action
 */
function firstMessage({ compiled, answers }, { words }) {
  const messages = fitting(compiled, answers, words);
  return messages.find(({ text }) => text.includes("{")) ?? messages[0];
}

/**
 * Returns a box to tick off an action.
 *
 * @param {Debrief} debrief
 * @param {ActionEntry} action
 * @param {string} label
 * @param {...Node} details
 */
export function doneBox(debrief, { id, title }, label, ...details) {
  const checkbox = h("input", {
    type: "checkbox",
    checked: debrief.doneActions.has(id),
    onchange: () => {
      const otherActions = [...debrief.doneActions].filter((other) => other !== id);
      debrief.doneActions = new Set(checkbox.checked ? [...otherActions, id] : otherActions);
      debrief.store();
    },
  });
  return h("label.tick", checkbox, h("span", label, label !== title && visuallyHidden(` ${title}`), ...details));
}

/**
 * Returns the steps of an action that fit, its messages but for one, and the way to its page.
 *
 * @param {Debrief} debrief
 * @param {ActionEntry} action
 * @param {ActionEntry["words"][number]} [omitted]     the message that is elsewhere
 */
export function actionParts(debrief, action, omitted) {
  const messages = fitting(debrief.compiled, debrief.answers, action.words).filter((message) => message !== omitted);
  return [
    h("ol.steps", stepsOf(debrief, action).map((step) => h("li", step.do))),
    ...messages.map((message) => messageForm(debrief, message)),
    h("p.how", h("a", { href: debrief.href(action.url) }, debrief.t("how_to"), visuallyHidden(` ${action.title}`))),
  ];
}

/** @param {Debrief} debrief @param {ActionEntry} action */
function stepsOf({ compiled, answers }, { steps }) {
  return fitting(compiled, answers, steps);
}

/**
 * Returns a message whose blanks are filled in where they stand.
 *
 * @param {Debrief} debrief
 * @param {ActionEntry["words"][number]} message
 */
function messageForm(debrief, { for: purpose, text }) {
  const { blankValues } = debrief;
  const blanks = splitBlanks(text).filter((_, index) => index % 2 === 1);
  const values = Object.fromEntries(blanks.map((name) => [name, blankValues.get(name) ?? knownBlank(debrief, name) ?? ""]));
  const labels = {
    copy: debrief.t("copy_message"), copied: debrief.t("copied"), left: debrief.t("blanks_left"), byHand: debrief.t("copy_selected"),
  };
  return messageFigure({ text, values, for: debrief.t("message", { for: purpose }) }, labels, (name, value) => blankValues.set(name, value));
}

/**
 * Returns what the answers say about a blank, or undefined.
 *
 * @param {Debrief} debrief
 * @param {string} name
 */
function knownBlank({ model, answers }, name) {
  for (const [question, words] of Object.entries(model.blanks[name] ?? {})) {
    for (const event of answers) {
      if ("question" in event && event.question === question && event.chosen?.[0]) return words[event.chosen[0]];
    }
  }
  return undefined;
}
