/**
 * What comes after the first screen of a result: the journey, what was feared, whose it was, what else was told.
 *
 * @module
 */

/** @import { CauseBelief } from "../../engine/types.js" */
/** @import { Debrief } from "../debrief.js" */
/** @import { Fear } from "./fears.js" */

import { fitting, whatWouldChange } from "../../engine/index.js";
import { changeSection, unlikelySection, weakerSection } from "./alternatives.js";
import { controlColumns, preventabilityText } from "./control.js";
import { DETAILS_STYLE } from "./details-style.js";
import { cannotTell, controlOf, namedCauses, weakerCauses } from "./debrief-diagnosis.js";
import { h, nextPaint, visuallyHidden } from "../../../browser/dom.js";
import { factLine, factList } from "./fact-list.js";
import { factSentence, factText, weightText } from "./facts.js";
import { fears } from "./fears.js";
import { foldedSection } from "./folded-section.js";
import { shapeIcon } from "../../../browser/icons.js";
import { stageMarks } from "./pictures.js";
import { planSection } from "./plan-section.js";
import { reachedStage } from "./reached-stage.js";
import { applyStyle } from "../../../browser/style.js";
import { ownWords, unquotedFacts } from "./unquoted-facts.js";
import { ladderSection, reasonsSection } from "./weighing.js";

const LINKED_ACTIONS = 2;
// Loaded together with this part. The result does without where it can't be had.
const loadingTakeAlong = import("../take-along/take-along.js").catch(() => null);

/**
 * Returns the sections in their order, once everything that takes long is there.
 *
 * @param {Debrief} debrief
 */
export async function detailSections(debrief) {
  applyStyle(DETAILS_STYLE);
  const change = debrief.answers.length > 0 ? whatWouldChange(debrief.compiled, debrief.answers) : null;
  const [takeAlong] = await Promise.all([loadingTakeAlong, nextPaint()]);
  const causes = namedCauses(debrief);
  const isOpen = cannotTell(debrief);
  const questions = isOpen && [askSection(debrief), changeSection(debrief, change)];
  const fearSections = fears(debrief).map((fear) => fearSection(debrief, fear));
  const contrast = [weakerSection(debrief), !isOpen && changeSection(debrief, change), unlikelySection(debrief)];
  // Where nothing was feared, what would stand beside the reasons goes beside the causes.
  const hasFears = fearSections.length > 0;
  const sections = causes.length > 0
    ? [
      h("div.aside", ladderSection(debrief, causes), questions),
      h("div.aside", hasFears ? fearSections : contrast),
      !isOpen && handsSection(debrief),
      reasonsSection(debrief, causes, hasFears),
      hasFears && h("div.aside", contrast),
    ]
    : [h("div.aside.wide", fearSections, questions), h("div.aside.wide", contrast)];
  return [
    journeySection(debrief, causes),
    ...sections,
    planSection(debrief),
    toldSection(debrief, causes),
    takeAlong?.takeAlongSection(debrief),
  ];
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
    const markOf = (/** @type {{id: string}} */ { id: ofCause }) => controls[controlOf(debrief, ofCause)].mark;
    const marks = ofStage.map((cause) => ({ shape: markOf(cause), isLit: lit.has(cause.id) }));
    marks.sort((a, b) => Number(b.isLit) - Number(a.isLit));
    const classes = [litCauses.length > 0 || id === reached ? ".lit" : "", id === reached ? ".reached" : ""].join("");
    return h(/** @type {"li"} */ (`li${classes}`),
      h("span.stop", title, visuallyHidden(`: ${debrief.count("journey_marks", litCauses.length, { all: ofStage.length })}`)),
      stageMarks(marks),
      h("div.names",
        litCauses.map((cause) => h("div", shapeIcon(markOf(cause), markOf(cause)), " ", cause.title)),
        id === reached && h("div.end", debrief.t("journey_end"))));
  });
  return h("section.wide",
    h("h3", debrief.t("journey_title")),
    fact && h("p", debrief.t("journey_reached", { answer: factText(debrief, fact) })),
    h("p.quiet.journey-lead", debrief.t(lit.size > 0 ? "journey_lead" : "journey_lead_none")),
    h("ol.journey", items));
}

/** @param {Debrief} debrief @param {Fear} fear */
function fearSection(debrief, { text, state, belief, named, facts, against }) {
  const cause = debrief.cause(belief.id);
  const strongestFirst = Object.entries(cause.actions).sort(([, a], [, b]) => b - a).map(([id]) => debrief.action(id));
  const actions = fitting(debrief.compiled, debrief.answers, strongestFirst).slice(0, LINKED_ACTIONS);
  return h("section.fear",
    h("h3", debrief.t("fear_title", { fear: text })),
    h("p", debrief.t(`fear_${state}`, { cause: debrief.cause(named).title })),
    h("ul.plain",
      facts.map((fact) => h("li", shapeIcon("plus"), h("span", factSentence(debrief, fact), visuallyHidden(` ${debrief.t("points_to")}`)))),
      state !== "shown" && against.map((weight) =>
        h("li", shapeIcon("minus"), h("span", weightText(debrief, weight), visuallyHidden(` ${debrief.t("points_away")}`))))),
    (state === "hidden" || state === "early") && actions.length > 0 && h("p",
      debrief.t("fear_actions"), " ",
      actions.flatMap(({ url, title }, at) => [at > 0 && " · ", h("a", { href: debrief.href(url) }, title)])));
}

/** Returns what to ask somebody who knows more. @param {Debrief} debrief */
function askSection(debrief) {
  return h("section", h("h3", debrief.t("ask_title")), h("p", debrief.t("ask_text")));
}

/** Returns in columns what was whose. @param {Debrief} debrief */
function handsSection(debrief) {
  const parts = controlColumns(debrief);
  // A single column of causes only repeats what is above, and takes room where there is little.
  const isKnown = parts.filter(({ causes }) => causes.length > 0).length === 1 && parts.every(({ facts }) => facts.length === 0);
  const columns = parts.map(({ control, causes, facts }) =>
    h(/** @type {"div"} */ (causes.length + facts.length > 0 ? `div.${control.mark}` : `div.${control.mark}.empty`),
      h("h4", shapeIcon(control.mark), " ", control.title),
      causes.map(({ id }) => h("p", debrief.cause(id).title)),
      factLine(debrief, facts),
      causes.length + facts.length === 0 && h("p.quiet", debrief.t("hands_nothing"))));
  return h("section.wide",
    h("h3", debrief.t("prevented_title")),
    h("p", preventabilityText(debrief)),
    h(isKnown ? "div.hands.known" : "div.hands", columns));
}

/**
 * Returns what was told besides the facts that the causes rest on, in the guide's words and in the reader's.
 *
 * @param {Debrief} debrief
 * @param {readonly CauseBelief[]} causes
 */
function toldSection(debrief, causes) {
  const facts = unquotedFacts(debrief, [...causes, ...weakerCauses(debrief)]);
  const notes = ownWords(debrief);
  return facts.length + notes.length > 0 && h("div.wide.aside",
    notes.length > 0 && h("section", h("h3", debrief.t("own_words_title")), notes.map((note) => h("blockquote", note))),
    facts.length > 0 && foldedSection(debrief.count("also_told", facts.length), factList(debrief, facts)));
}
