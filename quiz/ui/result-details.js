/**
 * What a result rests on, whose it was, what was feared, and what would change it.
 *
 * @module
 */

/** @import { CauseBelief, ToldFact, Weight } from "../engine/types.js" */
/** @import { Debrief } from "./debrief.js" */
/** @import { Child } from "./dom.js" */
/** @import { Fear } from "./reasons.js" */

import { DECIBANS, logOddsOf, whatWouldChange } from "../engine/index.js";
import { answerText } from "./answer-text.js";
import { bandLabel, causeLink, leadingCauses } from "./components.js";
import { DETAILS_STYLE } from "./details-style.js";
import { button, disclosure, h, nextPaint, visuallyHidden } from "./dom.js";
import { factList } from "./fact-list.js";
import { factSentence, factText, isInconclusive, quotedFacts } from "./findings.js";
import { shapeIcon } from "./icons.js";
import { formatSigned } from "./numbers.js";
import { bandScale, moveScale, stageMarks } from "./pictures.js";
import { planSection } from "./plan.js";
import {
  causesHeading, causeTitles, controlColumns, fears, isExplained, moveText, otherFacts, ownWords, preventabilityText,
  reachedStage, unlikelyCauses, weightText,
} from "./reasons.js";
import { applyStyle } from "./style.js";

const MAX_MOVES = 6;
const LINKED_ACTIONS = 2;
const WIDE = "(min-width: 60em)";
// Loaded together with this part. The result does without where it can't be had.
const loadingTakeAlong = import("./take-along.js").catch(() => null);

/**
 * Returns the sections in their order, once all is there that takes long.
 *
 * @param {Debrief} debrief
 */
export async function detailSections(debrief) {
  applyStyle(DETAILS_STYLE);
  const change = debrief.answers.length > 0 ? whatWouldChange(debrief.compiled, debrief.answers) : null;
  const [takeAlong] = await Promise.all([loadingTakeAlong, nextPaint()]);
  const causes = leadingCauses(debrief);
  return [
    journeySection(debrief, causes),
    causes.length > 0 && ladderSection(debrief, causes),
    h(causes.length > 0 ? "div.aside" : "div.aside.wide",
      fears(debrief).map((fear) => fearSection(debrief, fear)),
      isInconclusive(debrief) && [askSection(debrief), changeSection(debrief, change)]),
    handsSection(debrief),
    causes.length > 0 && reasonsSection(debrief, causes),
    h(causes.length > 0 ? "div.aside" : "div.aside.wide",
      !isInconclusive(debrief) && changeSection(debrief, change),
      unlikelySection(debrief)),
    planSection(debrief),
    toldSection(debrief, causes),
    takeAlong?.takeAlongSection(debrief),
  ];
}

/** Returns the facts on one line. @param {Debrief} debrief @param {readonly ToldFact[]} facts */
function factLine(debrief, facts) {
  return facts.length > 0 && h("p.quiet", debrief.t("told_line", { facts: facts.map((fact) => factSentence(debrief, fact)).join(" · ") }));
}

/**
 * Returns the journey with the causes on the page lit, and how far it went where that was told.
 *
 * @param {Debrief} debrief
 * @param {readonly CauseBelief[]} causes
 */
function journeySection(debrief, causes) {
  const { stages, controls, causes: allCauses } = debrief.model;
  const lit = new Set(causes.map(({ id }) => id));
  const { stage: reached, fact } = reachedStage(debrief) ?? {};
  const items = Object.entries(stages).map(([id, { title }]) => {
    const ofStage = allCauses.filter(({ stage }) => stage === id);
    const litCauses = ofStage.filter((cause) => lit.has(cause.id));
    const marks = ofStage.map((cause) => ({ shape: controls[cause.control].mark, isLit: lit.has(cause.id) }));
    marks.sort((a, b) => Number(b.isLit) - Number(a.isLit));
    const classes = [litCauses.length > 0 || id === reached ? ".lit" : "", id === reached ? ".reached" : ""].join("");
    return h(/** @type {"li"} */ (`li${classes}`),
      h("span.stop", title, visuallyHidden(`: ${debrief.count("journey_marks", litCauses.length, { all: ofStage.length })}`)),
      stageMarks(marks),
      h("div.names",
        litCauses.map((cause) => h("div", shapeIcon(controls[cause.control].mark, controls[cause.control].mark), " ", cause.title)),
        id === reached && h("div.end", debrief.t("journey_end"))));
  });
  return h("section.wide",
    h("h3", debrief.t("journey_title")),
    fact && h("p", debrief.t("journey_reached", { answer: factText(debrief, fact) })),
    h("p.quiet.journey-lead", debrief.t(lit.size > 0 ? "journey_lead" : "journey_lead_none")),
    h("ol.journey", items));
}

/**
 * Returns the causes on the page as marks on the scale of bands.
 *
 * @param {Debrief} debrief
 * @param {readonly CauseBelief[]} causes
 */
function ladderSection(debrief, causes) {
  const { bands, controls } = debrief.model;
  return h("section",
    h("h3", causesHeading(debrief)),
    
    h("ul.ladder", causes.map((belief, rank) => {
      const cause = debrief.cause(belief.id);
      const isTold = rank > 0 || isInconclusive(debrief);
      return h("li",
        h("p.between", h("span", shapeIcon(controls[cause.control].mark, controls[cause.control].mark), " ", causeLink(debrief, cause)), bandLabel(debrief, belief.band)),
        bandScale(bands, belief.belief, controls[cause.control].mark),
        isTold && factLine(debrief, quotedFacts(debrief, belief)),
        isTold && cause.whenItDecides && h("p.quiet", debrief.t("when_it_decides", { how: cause.whenItDecides })));
    })),
    h("p.ends", { "aria-hidden": "true" }, bands.map(({ label }) => h("span", label))),
    causes.length > 1 && h("p.quiet", debrief.t("several_hold")));
}

/**
 * Returns a section that is open where there is room, and elsewhere its title to open it by.
 *
 * @param {string} title
 * @param {...(Child | readonly Child[])} children
 */
function foldedSection(title, ...children) {
  return h("section.fold", h("details", { open: matchMedia(WIDE).matches }, h("summary", h("h3", title)), ...children));
}

/** @param {Debrief} debrief @param {Fear} fear */
function fearSection(debrief, { text, state, belief, facts, against }) {
  const cause = debrief.cause(belief.id);
  const actions = Object.entries(cause.actions).sort(([, a], [, b]) => b - a).slice(0, LINKED_ACTIONS).map(([id]) => debrief.action(id));
  return h("section.fear",
    h("h3", debrief.t("fear_title", { fear: text })),
    h("p", debrief.t(`fear_${state}`)),
    h("ul.plain",
      facts.map((fact) => h("li", shapeIcon("plus"), h("span", factSentence(debrief, fact), visuallyHidden(` ${debrief.t("points_to")}`)))),
      state !== "shown" && against.map((weight) =>
        h("li", shapeIcon("minus"), h("span", weightText(debrief, weight), visuallyHidden(` ${debrief.t("points_away")}`))))),
    state === "hidden" && actions.length > 0 && h("p",
      debrief.t("fear_actions"), " ",
      actions.flatMap(({ url, title }, at) => [at > 0 && " · ", h("a", { href: debrief.href(url) }, title)])));
}

/** Returns what to ask somebody who knows more. @param {Debrief} debrief */
function askSection(debrief) {
  return h("section", h("h3", debrief.t("ask_title")), h("p", debrief.t("ask_text")));
}

/** Returns in columns what was whose. @param {Debrief} debrief */
function handsSection(debrief) {
  const columns = isInconclusive(debrief) ? [] : controlColumns(debrief).map(({ control, causes, facts }) =>
    h(/** @type {"div"} */ (causes.length + facts.length > 0 ? `div.${control.mark}` : `div.${control.mark}.empty`),
      h("h4", shapeIcon(control.mark), " ", control.title),
      causes.map(({ id }) => h("p", debrief.cause(id).title)),
      factLine(debrief, facts),
      causes.length + facts.length === 0 && h("p.quiet", debrief.t("hands_nothing"))));
  return h("section.wide",
    h("h3", debrief.t("prevented_title")),
    h("p", preventabilityText(debrief)),
    columns.length > 0 && h("div.hands", columns));
}

/**
 * Returns for each cause how the answers add up.
 *
 * @param {Debrief} debrief
 * @param {readonly CauseBelief[]} causes
 */
function reasonsSection(debrief, causes) {
  return h("section.reasons",
    h("h3", debrief.t("reasons_title")),
    causes.map((belief, rank) => {
      const details = disclosure(debrief.cause(belief.id).title, () => [
        movesTable(debrief, belief),
        disclosure(debrief.t("sum_title"), () => [evidenceTable(debrief, belief)]),
      ]);
      details.open = rank === 0 && matchMedia(WIDE).matches;
      return details;
    }));
}

/**
 * Returns how each answer moved a cause, the strongest first.
 *
 * @param {Debrief} debrief
 * @param {CauseBelief} belief
 */
function movesTable(debrief, { prior, weights }) {
  const threshold = logOddsOf(debrief.model.bands[0].least);
  const moves = weights.slice(0, MAX_MOVES);
  const places = moves.reduce((sums, { decibans }) => [...sums, sums[sums.length - 1] + decibans / DECIBANS], [logOddsOf(prior)]);
  const low = Math.min(...places, threshold) - 0.5;
  const high = Math.max(...places, threshold) + 0.5;
  const row = (/** @type {string} */ label, /** @type {string} */ text, /** @type {number} */ at, /** @type {string} */ words) =>
    h("tr",
      h("th", { scope: "row" }, text, label && h("small", label)),
      h("td", { "aria-hidden": "true" }, moveScale({ from: places[Math.max(at - 1, 0)], to: places[at], threshold, range: [low, high] })),
      h("td", words));
  const wordsOf = (/** @type {Weight} */ weight) => isExplained(weight)
    ? debrief.t("explained_by", { cause: causeTitles(debrief, weight.explainedBy) })
    : moveText(debrief, weight.decibans);
  return h("table.moves",
    h("caption.quiet", debrief.t("moves_lead", { band: debrief.model.bands[0].label })),
    h("tbody",
      row("", debrief.t("sum_before"), 0, debrief.t("moved_start")),
      moves.map((weight, at) => row(debrief.labelOf(weight.question), weightText(debrief, weight), at + 1, wordsOf(weight)))),
    weights.length > MAX_MOVES && h("tfoot", h("tr", h("td", { colspan: 3 }, debrief.count("moves_more", weights.length - MAX_MOVES)))));
}

/**
 * Returns the table of what adds up to the belief, in decibans.
 *
 * @param {Debrief} debrief
 * @param {CauseBelief} belief
 */
function evidenceTable(debrief, { prior, logOdds, weights }) {
  const row = (/** @type {string} */ label, /** @type {number} */ decibans) =>
    h("tr", h("th", { scope: "row" }, label), h("td", formatSigned(debrief.model.language, decibans)));
  return h("table",
    h("caption", debrief.t("sum_caption")),
    h("thead", h("tr", h("th", { scope: "col" }, debrief.t("sum_what")), h("th", { scope: "col" }, debrief.t("sum_decibans")))),
    h("tbody",
      row(debrief.t("sum_before"), DECIBANS * logOddsOf(prior)),
      weights.map((weight) => row(`${debrief.labelOf(weight.question)}: ${weightText(debrief, weight)}`, weight.decibans))),
    h("tfoot", row(debrief.t("sum_together"), DECIBANS * logOdds)));
}

/** Returns common causes that the answers speak against. @param {Debrief} debrief */
function unlikelySection(debrief) {
  const causes = unlikelyCauses(debrief);
  return causes.length > 1 && foldedSection(debrief.t("unlikely_title"),
    h("p.quiet", debrief.t("unlikely_lead")),
    h("ul.plain", causes.map(({ title }) => h("li", shapeIcon("check"), h("span", title)))));
}

/**
 * Returns what would change the result, and the ways on.
 *
 * @param {Debrief} debrief
 * @param {ReturnType<typeof whatWouldChange>} change
 */
function changeSection(debrief, change) {
  const { next, stop } = debrief.state;
  const question = questionThatTellsMost(debrief, change);
  const isUnknown = question && isInconclusive(debrief);
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

/**
 * Returns the id of the open question that would tell most, or "": the one that would put another cause first, and where
 * nothing can be said any.
 *
 * @param {Debrief} debrief
 * @param {ReturnType<typeof whatWouldChange>} change
 */
function questionThatTellsMost(debrief, change) {
  if (change && !chosenFor(debrief, change.question)) return change.question;
  return (isInconclusive(debrief) && debrief.state.next?.question) || "";
}

/**
 * Returns in words which single answer would put another cause first.
 *
 * @param {Debrief} debrief
 * @param {ReturnType<typeof whatWouldChange>} change
 */
function changeText(debrief, change) {
  if (!change) return debrief.t("change_nothing");
  const { question, chosen, leads } = change;
  const { kind, text } = debrief.question(question);
  const current = chosenFor(debrief, question);
  const cause = debrief.cause(leads).title;
  const added = chosen.filter((option) => !current?.includes(option));
  const removed = current?.filter((option) => !chosen.includes(option)) ?? [];
  if (kind === "pick-any" && added.length > 0) return debrief.t("change_with", { answer: answerText(debrief, question, added), cause });
  if (kind === "pick-any" && removed.length > 0) return debrief.t("change_without", { answer: answerText(debrief, question, removed), cause });
  return debrief.t(current ? "change_given" : "change_open", { question: text, answer: answerText(debrief, question, chosen), cause });
}

/** Returns what was chosen on a page, or null. @param {Debrief} debrief @param {string} question */
function chosenFor({ answers }, question) {
  return answers.find((event) => event.question === question)?.chosen ?? null;
}

/**
 * Returns what was told beside what the causes rest on, in the guide's words and in the reader's.
 *
 * @param {Debrief} debrief
 * @param {readonly CauseBelief[]} causes
 */
function toldSection(debrief, causes) {
  const facts = otherFacts(debrief, causes);
  const notes = ownWords(debrief);
  return facts.length + notes.length > 0 && h("div.wide.aside",
    notes.length > 0 && h("section", h("h3", debrief.t("own_words_title")), notes.map((note) => h("blockquote", note))),
    facts.length > 0 && foldedSection(debrief.count("also_told", facts.length), factList(debrief, facts)));
}
