/**
 * What the answers point to, what they don't tell, and what to do.
 *
 * @module
 */

/** @import { CauseBelief, Weight } from "../engine/types.js" */
/** @import { Debrief } from "./debrief.js" */

import { DECIBANS, whatWouldChange } from "../engine/index.js";
import { button, disclosure, h, later, title } from "./dom.js";
import {
  answerText, bandLabel, causeLink, causesTitle, causeTitles, controlLabel, headline, imprint, isUnclear, leadingCauses, noticeList,
  prevented, weightText,
} from "./parts.js";
import { planSection } from "./plan.js";
import { takeAlong } from "./take-along.js";

const NOTICEABLE_DECIBANS = 1;
const MOST_WEIGHTS = 3;

/** @param {Debrief} debrief */
export function resultView(debrief) {
  const { next, stop } = debrief.state;
  const causes = leadingCauses(debrief);
  const keepGoing = () => {
    debrief.keepGoing = true;
    debrief.proceed();
  };
  return [
    title(headline(debrief)),
    noticeList(debrief),
    h("p.lead", debrief.t(isUnclear(debrief) ? "lead_cannot_tell" : "lead")),
    h("p.quiet.stop", debrief.t(`stop_${stop ?? "reader"}`)),
    h("p.buttons",
      next && button(debrief.t("keep_going"), keepGoing),
      button(debrief.t("your_answers"), () => debrief.go("answers"), "link")),
    isUnclear(debrief) && h("section.card", h("h3", debrief.t("ask_title")), h("p", debrief.t("ask_text"))),
    causes.length > 0 && h("section",
      h("h3", causesTitle(debrief)),
      causes.length > 1 && h("p", debrief.t("several_hold")),
      causes.map((cause) => causeCard(debrief, cause))),
    // The headline and the causes are on the screen before the rest is made.
    later(h("div"), () => [
      whose(debrief),
      change(debrief),
      planSection(debrief),
      takeAlong(debrief),
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
  const explained = belief.weights.filter((each) => each.explainedBy.length > 0 && each.decibans < NOTICEABLE_DECIBANS);
  const others = belief.weights.filter((each) => !explained.includes(each));
  const list = (/** @type {string} */ key, /** @type {readonly Weight[]} */ weights) =>
    weights.length > 0 && [
      h("h5", debrief.t(key)),
      h("ul.weights", weights.slice(0, MOST_WEIGHTS).map((weight) => h("li",
        h("strong", weightText(debrief, weight)), " ",
        h("span.quiet", debrief.question(weight.question).text),
        key === "explained" && h("span", " ", debrief.t("explained_by", { cause: causeTitles(debrief, weight.explainedBy) }))))),
    ];
  return h("article.card",
      h("p.labels.quiet", bandLabel(debrief, belief.band), controlLabel(debrief, cause),
      h("span", debrief.model.stages[cause.stage].title)),
    h("h4", causeLink(debrief, cause)),
    h("p", cause.summary),
    list("points_to", others.filter(({ decibans }) => decibans >= NOTICEABLE_DECIBANS)),
    list("points_away", others.filter(({ decibans }) => decibans <= -NOTICEABLE_DECIBANS)),
    list("explained", explained),
    disclosure(debrief.t("sum_title"), () => [sum(debrief, belief)]));
}

/**
 * Returns the table of what adds up to the belief.
 *
 * @param {Debrief} debrief
 * @param {CauseBelief} belief
 */
function sum(debrief, { prior, logOdds, weights }) {
  const row = (/** @type {string} */ what, /** @type {number} */ decibans) =>
    h("tr", h("th", { scope: "row" }, what), h("td", debrief.signed(decibans)));
  return h("table",
      h("caption", debrief.t("sum_caption")),
    h("thead", h("tr", h("th", { scope: "col" }, debrief.t("sum_what")), h("th", { scope: "col" }, debrief.t("sum_decibans")))),
    h("tbody",
      row(debrief.t("sum_before"), DECIBANS * Math.log(prior / (1 - prior))),
      weights.map((each) => row(`${debrief.question(each.question).text} ${weightText(debrief, each)}`, each.decibans))),
    h("tfoot", row(debrief.t("sum_together"), DECIBANS * logOdds)));
}

/** @param {Debrief} debrief */
function whose(debrief) {
  const leading = leadingCauses(debrief, 2).map(({ id }) => debrief.cause(id));
  return h("section",
    h("h3", debrief.t("prevented_title")),
    h("p", prevented(debrief)),
    leading.length > 0 && h("ul.plain", leading.map((cause) => h("li",
      controlLabel(debrief, cause, "title"), ": ", cause.title))));
}

/** @param {Debrief} debrief */
function change(debrief) {
  const build = () => {
    const found = debrief.answers.length > 0 && whatWouldChange(debrief.compiled, debrief.answers);
    if (!found) return [h("p", debrief.t("change_nothing"))];
    const isOpen = !debrief.answers.some(({ question, chosen }) => question === found.question && chosen !== null);
    const text = debrief.t(isOpen ? "change_open" : "change_given", {
      question: debrief.question(found.question).text,
      answer: answerText(debrief, found.question, found.chosen),
      cause: debrief.cause(found.leads).title,
    });
    const answerIt = () => debrief.go("question", { question: found.question });
    return [h("p", text), isOpen && h("p.buttons", button(debrief.t("answer_it"), answerIt))];
  };
  return later(h("section.change", h("h3", debrief.t("change_title"))), build);
}
