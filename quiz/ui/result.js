/**
 * What the answers point to, what they don't tell, and what to do.
 *
 * @module
 */

/** @import { CauseBelief, Weight } from "../engine/types.js" */
/** @import { Debrief } from "./debrief.js" */

import { whatWouldChange } from "../engine/explanation.js";
import { DECIBANS, logOddsOf, NOTICEABLE_DECIBANS } from "../engine/index.js";
import { answerText, noticeList } from "./answer-text.js";
import {
  bandLabel, causeLink, causesHeading, causeTitles, controlLabel, headline, imprint, isInconclusive, leadingCauses,
  preventabilityText, weightText,
} from "./components.js";
import { button, disclosure, fillAfterPaint, h, viewTitle } from "./dom.js";
import { exportSection } from "./export.js";
import { planSection } from "./plan.js";

const MAX_WEIGHTS = 3;

/** @param {Debrief} debrief */
export function resultView(debrief) {
  const { next, stop } = debrief.state;
  const causes = leadingCauses(debrief);
  const keepGoing = () => {
    debrief.keepGoing = true;
    debrief.proceed();
  };
  return [
    viewTitle(headline(debrief)),
    noticeList(debrief),
    h("p.lead", debrief.t(isInconclusive(debrief) ? "lead_cannot_tell" : "lead")),
    h("p.quiet.stop", debrief.t(`stop_${stop ?? "reader"}`)),
    h("p.buttons",
      next && button(debrief.t("keep_going"), keepGoing),
      button(debrief.t("your_answers"), () => debrief.navigate({ view: "answers" }), "link")),
    isInconclusive(debrief) && h("section.card", h("h3", debrief.t("ask_title")), h("p", debrief.t("ask_text"))),
    causes.length > 0 && h("section",
      h("h3", causesHeading(debrief)),
      causes.length > 1 && h("p", debrief.t("several_hold")),
      causes.map((cause) => causeCard(debrief, cause))),
    // The headline and the causes are on the screen before the rest is computed.
    fillAfterPaint(h("div"), () => [
      preventabilitySection(debrief),
      whatWouldChangeSection(debrief),
      planSection(debrief),
      exportSection(debrief),
      h("p.buttons",
        button(debrief.t("start_again"), () => debrief.restart()),
        button(debrief.t("forget"), () => debrief.forget(), "link")),
      h("p.imprint", imprint(debrief)),
    ]),
  ];
}

/**
 * @param {Debrief} debrief
 * @param {CauseBelief} belief
 */
function causeCard(debrief, belief) {
  const cause = debrief.cause(belief.id);
  const isExplained = (/** @type {Weight} */ { explainedBy, decibans }) =>
    explainedBy.length > 0 && decibans < NOTICEABLE_DECIBANS;
  const unexplained = belief.weights.filter((weight) => !isExplained(weight));
  return h("article.card",
    h("p.labels.quiet",
      bandLabel(debrief, belief.band), controlLabel(debrief, cause), h("span", debrief.model.stages[cause.stage].title)),
    h("h4", causeLink(debrief, cause)),
    h("p", cause.summary),
    weightList(debrief, "points_to", unexplained.filter(({ decibans }) => decibans >= NOTICEABLE_DECIBANS)),
    weightList(debrief, "points_away", unexplained.filter(({ decibans }) => decibans <= -NOTICEABLE_DECIBANS)),
    weightList(debrief, "explained", belief.weights.filter(isExplained)),
    disclosure(debrief.t("sum_title"), () => [evidenceTable(debrief, belief)]));
}

/**
 * Returns the strongest of some weights below a heading, or false where there are none.
 *
 * @param {Debrief} debrief
 * @param {"points_to" | "points_away" | "explained"} heading
 * @param {readonly Weight[]} weights
 */
function weightList(debrief, heading, weights) {
  const items = weights.slice(0, MAX_WEIGHTS).map((weight) => {
    const explanation = debrief.t("explained_by", { cause: causeTitles(debrief, weight.explainedBy) });
    return h("li",
      h("strong", weightText(debrief, weight)), " ",
      h("span.quiet", debrief.question(weight.question).text),
      heading === "explained" && h("span", " ", explanation));
  });
  return items.length > 0 && [h("h5", debrief.t(heading)), h("ul.weights", items)];
}

/**
 * Returns the table of what adds up to the belief, in decibans.
 *
 * @param {Debrief} debrief
 * @param {CauseBelief} belief
 */
function evidenceTable(debrief, { prior, logOdds, weights }) {
  const row = (/** @type {string} */ label, /** @type {number} */ decibans) =>
    h("tr", h("th", { scope: "row" }, label), h("td", debrief.formatSigned(decibans)));
  return h("table",
    h("caption", debrief.t("sum_caption")),
    h("thead", h("tr", h("th", { scope: "col" }, debrief.t("sum_what")), h("th", { scope: "col" }, debrief.t("sum_decibans")))),
    h("tbody",
      row(debrief.t("sum_before"), DECIBANS * logOddsOf(prior)),
      weights.map((weight) =>
        row(`${debrief.question(weight.question).text} ${weightText(debrief, weight)}`, weight.decibans))),
    h("tfoot", row(debrief.t("sum_together"), DECIBANS * logOdds)));
}

/** Returns whether it could have been prevented, and who could change each of the leading causes. @param {Debrief} debrief */
function preventabilitySection(debrief) {
  const causes = leadingCauses(debrief, { omittedBands: 2 }).map(({ id }) => debrief.cause(id));
  const items = causes.map((cause) => h("li", controlLabel(debrief, cause, "title"), ": ", cause.title));
  return h("section",
    h("h3", debrief.t("prevented_title")),
    h("p", preventabilityText(debrief)),
    items.length > 0 && h("ul.plain", items));
}

/** Returns which single answer would put another cause first. @param {Debrief} debrief */
function whatWouldChangeSection(debrief) {
  const build = () => {
    const change = debrief.answers.length > 0 && whatWouldChange(debrief.compiled, debrief.answers);
    if (!change) return [h("p", debrief.t("change_nothing"))];
    const { question, chosen, leads } = change;
    const isOpen = !debrief.answers.some((answer) => answer.question === question && answer.chosen !== null);
    const text = debrief.t(isOpen ? "change_open" : "change_given", {
      question: debrief.question(question).text,
      answer: answerText(debrief, question, chosen),
      cause: debrief.cause(leads).title,
    });
    const ask = () => debrief.navigate({ view: "question", question });
    return [h("p", text), isOpen && h("p.buttons", button(debrief.t("answer_it"), ask))];
  };
  return fillAfterPaint(h("section.change", h("h3", debrief.t("change_title"))), build);
}
