/**
 * What several views show: an answer in words, whose a cause was, how much points to it.
 *
 * @module
 */

/** @import { CauseBelief, CauseEntry, Diagnosis, PlannedAction, Weight } from "../engine/types.js" */
/** @import { Debrief } from "./debrief.js" */

import { cannotTell, isPointedTo, outsideShare, planActions } from "../engine/index.js";
import { bars, button, h, mark } from "./dom.js";

/** How many actions are shown at first. */
export const MOST_ACTIONS = 8;

const MOST_CAUSES = 5;
// From which share of the evidence outside one's control which words are said.
const SHARES = /** @type {const} */ ([[0.65, "outside"], [0.35, "half"], [0.1, "some"], [0, "little"]]);

/**
 * Returns in words what was chosen.
 *
 * @param {Debrief} debrief
 * @param {string} question
 * @param {readonly string[] | null} chosen
 */
export function answerText(debrief, question, chosen) {
  if (!chosen) return debrief.t("not_sure");
  if (chosen.length === 0) return debrief.t("none_of_these");
  const texts = new Map(debrief.questions.get(question)?.answers.map(({ id, text }) => [id, text]));
  return debrief.list(chosen.map((id) => texts.get(id) ?? id));
}

/**
 * Returns in words the answer that a weight comes from.
 *
 * @param {Debrief} debrief
 * @param {Weight} weight
 */
export function weightText(debrief, { question, option, ticked }) {
  const given = debrief.answers.find((each) => each.question === question)?.chosen ?? null;
  const text = answerText(debrief, question, option === null ? given : [option]);
  return ticked ? text : debrief.t("not_ticked", { option: text });
}

/**
 * @param {Debrief} debrief
 * @param {CauseEntry} cause
 * @param {"label" | "title"} [name]   whether in short or in full
 */
export function controlLabel(debrief, { control }, name = "label") {
  const { [name]: words, mark: shape } = debrief.model.controls[control];
  return h("span", mark(shape), words);
}

/**
 * @param {Debrief} debrief
 * @param {string} band
 */
export function bandLabel(debrief, band) {
  const { bands } = debrief.model;
  const rank = bands.findIndex(({ id }) => id === band);
  return h("span.band", bars(bands.length - 1 - rank, bands.length - 1), bands[rank].label);
}

/**
 * Returns the causes that the answers point to, the likeliest first.
 *
 * @param {Debrief} debrief
 * @param {number} [leaveOut]     how many of the lowest bands are left out
 * @param {Diagnosis} [diagnosis]
 * @returns {readonly CauseBelief[]}
 */
export function leadingCauses(debrief, leaveOut = 1, { causes } = debrief.diagnosis) {
  const shown = debrief.model.bands.slice(0, -leaveOut).map(({ id }) => id);
  return causes.filter((cause) => shown.includes(cause.band) && isPointedTo(cause)).slice(0, MOST_CAUSES);
}

/**
 * @param {Debrief} debrief
 * @param {CauseEntry} cause
 */
export function causeLink(debrief, { url, title }) {
  return h("a", { href: debrief.href(url) }, title);
}

/**
 * Returns what the reader should know about the answers, those that were brought along first, or nothing.
 *
 * @param {Debrief} debrief
 */
export function noticeList(debrief) {
  const { notices } = debrief.shared ?? debrief;
  const texts = notices.map(({ code, detail }) =>
    debrief.t(`notice_${code}`, { detail: debrief.questions.get(detail)?.text ?? detail }),
  );
  if (!debrief.canSave) texts.push(debrief.t("not_saved"));
  return texts.length > 0 && h("ul.notices", texts.map((text) => h("li", text)));
}

/**
 * @param {Debrief} debrief
 * @param {readonly string[]} ids
 */
export function causeTitles(debrief, ids) {
  return debrief.list(ids.map((id) => debrief.cause(id).title));
}

/** Tells whether the answers say too little to name a cause. @param {Debrief} debrief */
export function isUnclear({ compiled, diagnosis }) {
  return cannotTell(compiled, diagnosis);
}

/** @param {Debrief} debrief */
export function headline(debrief) {
  if (isUnclear(debrief)) return debrief.t("headline_cannot_tell");
  const [first] = leadingCauses(debrief);
  const key = first.band === debrief.model.bands[0].id ? "headline" : "headline_some";
  return debrief.t(key, { cause: debrief.cause(first.id).title });
}

/** Returns the heading over the causes. @param {Debrief} debrief */
export function causesTitle(debrief) {
  return debrief.t(isUnclear(debrief) ? "hints_title" : "causes_title");
}

/**
 * Returns what can be said about whether it could have been prevented: by the causes that are shown, since the many
 * unlikely ones would blur it.
 *
 * @param {Debrief} debrief
 */
export function prevented(debrief) {
  const share = outsideShare(debrief.compiled, { causes: leadingCauses(debrief) });
  return debrief.t(`prevented_${isUnclear(debrief) ? "unknown" : SHARES.find(([least]) => share >= least)?.[1]}`);
}

/**
 * Returns the first steps of a plan by when to take them, in the order of the guide.
 *
 * @param {Debrief} debrief
 * @param {readonly PlannedAction[]} plan
 * @param {number} [most]
 */
export function byWhen(debrief, plan, most = MOST_ACTIONS) {
  return Object.entries(debrief.model.when)
    .map(([id, title], order) => {
      const steps = plan.slice(0, most).filter(({ action }) => debrief.action(action).when === id);
      return { id, title, order, steps };
    })
    .filter(({ steps }) => steps.length > 0);
}

/** Returns what says on paper and in a file where it comes from. @param {Debrief} debrief */
export function imprint(debrief) {
  return `${debrief.model.name}, ${debrief.date(new Date())}, ${debrief.link("")}`;
}

/**
 * Returns the steps against the causes that are shown. Where none is, they are a few that often help, and no cause
 * is named beside them.
 *
 * @param {Debrief} debrief
 * @param {number} [minutes]    the time there is for all steps together
 * @returns {readonly PlannedAction[]}
 */
export function planOf(debrief, minutes) {
  const causes = leadingCauses(debrief);
  if (causes.length > 0) return planActions(debrief.compiled, { causes }, { minutes });
  const common = planActions(debrief.compiled, debrief.diagnosis, { minutes }).slice(0, MOST_ACTIONS);
  return common.map((step) => ({ ...step, causes: [] }));
}

/**
 * @param {Debrief} debrief
 * @param {string} label
 * @param {() => string} text
 */
export function copyButton(debrief, label, text) {
  const node = button(label, async () => {
    try {
      await navigator.clipboard.writeText(text());
      debrief.say(debrief.t("copied"));
    } catch {
      const field = h("textarea", { readonly: true, "aria-label": label }, text());
      node.after(field);
      field.select();
      debrief.say(debrief.t("copy_by_hand"));
    }
  });
  return node;
}
