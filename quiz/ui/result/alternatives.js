/**
 * What else it could have been: which answer would change the result, and what the answers speak against.
 *
 * @module
 */

/** @import { whatWouldChange } from "../../engine/index.js" */
/** @import { Debrief } from "../debrief.js" */

import { answerText } from "../questions/answer-text.js";
import { causeLink } from "./components.js";
import { cannotTell, weakerCauses } from "./debrief-diagnosis.js";
import { button, h } from "../../../browser/dom.js";
import { factLine } from "./fact-list.js";
import { quotedFacts } from "./facts.js";
import { foldedSection } from "./folded-section.js";
import { shapeIcon } from "../../../browser/icons.js";
import { unlikelyCauses } from "./unlikely-causes.js";

/** @typedef {ReturnType<typeof whatWouldChange>} Change */

/**
 * Returns what would change the result, and the ways on.
 *
 * @param {Debrief} debrief
 * @param {Change} change
 */
export function changeSection(debrief, change) {
  const { next, stop } = debrief.state;
  const question = questionThatTellsMost(debrief, change);
  const isUnknown = question && cannotTell(debrief);
  const keepGoing = () => {
    debrief.keepGoing = true;
    debrief.proceed();
  };
  const title = debrief.t(isUnknown ? "tells_most_title" : "change_title");
  const parts = [
    h("p", isUnknown ? debrief.question(question).text : changeText(debrief, change)),
    h("p.quiet", debrief.t(`stop_${stop ?? "reader"}`)),
    h("p.buttons",
      question && button(debrief.t("answer_it"), () => debrief.navigate({ view: "question", question })),
      next && button(debrief.t("keep_going"), keepGoing, question ? "link" : "")),
  ];
  return stop && !isUnknown ? foldedSection(title, parts) : h("section.change", h("h3", title), parts);
}

/** Returns the causes that something told fits as well, and that less points to. @param {Debrief} debrief */
export function weakerSection(debrief) {
  const causes = weakerCauses(debrief);
  return causes.length > 0 && foldedSection(debrief.t("weaker_title"),
    h("p.quiet", debrief.t("weaker_lead")),
    h("ul.plain", causes.map((cause) =>
      h("li", h("div", causeLink(debrief, debrief.cause(cause.id)), factLine(debrief, quotedFacts(debrief, cause)))))));
}

/** Returns common causes that the answers speak against. @param {Debrief} debrief */
export function unlikelySection(debrief) {
  const causes = unlikelyCauses(debrief);
  return causes.length > 1 && foldedSection(debrief.t("unlikely_title"),
    h("p.quiet", debrief.t("unlikely_lead")),
    h("ul.plain", causes.map(({ title }) => h("li", shapeIcon("check"), h("span", title)))));
}

/**
 * Returns the id of the open question that would tell most, or "": the one that would put another cause first or, where
 * nothing can be said, the next one.
 *
 * @param {Debrief} debrief
 * @param {Change} change
 */
function questionThatTellsMost(debrief, change) {
  return change?.question || (cannotTell(debrief) && debrief.state.next?.question) || "";
}

/**
 * Returns in words which single answer would put another cause first.
 *
 * @param {Debrief} debrief
 * @param {Change} change
 */
function changeText(debrief, change) {
  if (!change) return debrief.t("change_nothing");
  const { question, chosen, leads } = change;
  const { kind, text } = debrief.question(question);
  const [answer, cause] = [answerText(debrief, question, chosen), debrief.cause(leads).title];
  return debrief.t(kind === "pick-any" && chosen.length > 0 ? "change_with" : "change_open", { question: text, answer, cause });
}
