/**
 * How far the answers speak for the causes on the page, and how each answer moved them.
 *
 * @module
 */

/** @import { CauseBelief, Weight } from "../../engine/types.js" */
/** @import { Debrief } from "../debrief.js" */

import { DECIBANS, logOddsOf, NOTICEABLE_DECIBANS } from "../../engine/index.js";
import { bandLabel, causeLink } from "./components.js";
import { cannotTell, namedCauses } from "./debrief-diagnosis.js";
import { disclosure, h } from "../../../browser/dom.js";
import { questionLabel } from "../questions/answer-text.js";
import { factLine } from "./fact-list.js";
import { quotedFacts, weightText } from "./facts.js";
import { isWide } from "./folded-section.js";
import { causesHeading } from "./headline.js";
import { shapeIcon } from "../../../browser/icons.js";
import { formatSigned } from "../../../browser/formats.js";
import { bandScale, moveScale } from "./pictures.js";

const MAX_MOVES = 6;
/** From how many decibans on a weight is called so, the largest first. @type {readonly (readonly [number, string])[]} */
const SIZES = [[10, "much"], [4, "clearly"], [0, "a_little"]];

/**
 * Returns the causes on the page as marks on the scale of bands.
 *
 * @param {Debrief} debrief
 * @param {readonly CauseBelief[]} causes
 */
export function ladderSection(debrief, causes) {
  const { bands, controls } = debrief.model;
  return h("section",
    h("h3", causesHeading(debrief)),
    h("ul.ladder", causes.map((belief, rank) => {
      const cause = debrief.cause(belief.id);
      const { mark } = controls[belief.control];
      const isTold = rank > 0 || cannotTell(debrief);
      return h("li",
        h("p.between", h("span", shapeIcon(mark, mark), " ", causeLink(debrief, cause)), bandLabel(debrief, belief.band)),
        bandScale(bands, belief.belief, mark),
        isTold && factLine(debrief, quotedFacts(debrief, belief)),
        isTold && cause.whenItDecides && h("p.quiet", debrief.t("when_it_decides", { how: cause.whenItDecides })));
    })),
    h("p.ends", { "aria-hidden": "true" }, bands.map(({ label }) => h("span", label))),
    causes.length > 1 && h("p.quiet", debrief.t("several_hold")));
}

/**
 * Returns for each cause how the answers add up.
 *
 * @param {Debrief} debrief
 * @param {readonly CauseBelief[]} causes
 * @param {boolean} hasNeighbour     whether something is beside it
 */
export function reasonsSection(debrief, causes, hasNeighbour) {
  return h(hasNeighbour ? "section.reasons" : "section.reasons.wide",
    h("h3", debrief.t("reasons_title")),
    causes.map((belief, rank) => {
      const details = disclosure(debrief.cause(belief.id).title, () => [
        movesTable(debrief, belief),
        disclosure(debrief.t("sum_title"), () => [evidenceTable(debrief, belief)]),
      ]);
      details.open = rank === 0 && isWide();
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
  const answers = weights.filter((weight) => !isSilent(weight));
  const unticked = weights.filter(isSilent).reduce((sum, { decibans }) => sum + decibans, 0);
  const rows = answers.slice(0, MAX_MOVES).map((weight) => ({
    decibans: weight.decibans,
    label: questionLabel(debrief, weight.question),
    text: weightText(debrief, weight),
    words: explanationText(debrief, weight) ?? moveText(debrief, weight.decibans),
  }));
  // One by one, what was left unticked reads like an answer that nobody gave.
  const moves = Math.abs(unticked) < NOTICEABLE_DECIBANS ? rows
    : [...rows, { decibans: unticked, label: "", text: debrief.t("moves_unticked"), words: moveText(debrief, unticked) }];
  const places = moves.reduce((sums, { decibans }) => [...sums, sums[sums.length - 1] + decibans / DECIBANS], [logOddsOf(prior)]);
  const low = Math.min(...places, threshold) - 0.5;
  const high = Math.max(...places, threshold) + 0.5;
  const row = (/** @type {string} */ label, /** @type {string} */ text, /** @type {number} */ at, /** @type {string} */ words) =>
    h("tr",
      h("th", { scope: "row" }, text, label && h("small", label)),
      h("td", { "aria-hidden": "true" }, moveScale({ from: places[Math.max(at - 1, 0)], to: places[at], threshold, range: [low, high] })),
      h("td", words));
  return h("table.moves",
    h("caption.quiet", debrief.t("moves_lead", { band: debrief.model.bands[0].label })),
    h("tbody",
      row("", debrief.t("sum_before"), 0, debrief.t("moved_start")),
      moves.map(({ label, text, words }, at) => row(label, text, at + 1, words))),
    answers.length > MAX_MOVES && h("tfoot", h("tr", h("td", { colspan: 3 }, debrief.count("moves_more", answers.length - MAX_MOVES)))));
}

/**
 * Returns in words which other cause on the page accounts for what a fact would say, or null where none does.
 *
 * @param {Debrief} debrief
 * @param {Weight} weight
 */
function explanationText(debrief, weight) {
  if (!isExplained(weight)) return null;
  const named = new Set(namedCauses(debrief).map(({ id }) => id));
  const cause = weight.explainedBy.find((id) => named.has(id));
  return cause === undefined ? null : debrief.t("explained_by", { cause: debrief.cause(cause).title });
}

/** Returns in words how far a weight moved a cause. @param {Debrief} debrief @param {number} decibans */
function moveText(debrief, decibans) {
  const size = Math.abs(decibans);
  const [, name] = SIZES.find(([least]) => size >= least) ?? SIZES[2];
  return debrief.t(`moved_${name}_${decibans < 0 ? "away" : "towards"}`);
}

/** Tells whether another cause accounts for what a fact would say. @param {Weight} weight */
function isExplained({ explainedBy, decibans }) {
  return explainedBy.length > 0 && decibans < NOTICEABLE_DECIBANS;
}

/** Tells whether a weight comes from an option that was left unticked. @param {Weight} weight */
function isSilent({ ticked, option }) {
  return !ticked && option !== null;
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
      weights.map((weight) => row(`${questionLabel(debrief, weight.question)}: ${weightText(debrief, weight)}`, weight.decibans))),
    h("tfoot", row(debrief.t("sum_together"), DECIBANS * logOdds)));
}
