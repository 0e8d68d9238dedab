/**
 * What several views show: how much points to a cause, and where its page is.
 *
 * @module
 */

/** @import { CauseEntry } from "../../engine/types.js" */
/** @import { Debrief } from "../debrief.js" */

import { h } from "../../../browser/dom.js";
import { MARKS_STYLE } from "./marks-style.js";
import { applyStyle } from "../../../browser/style.js";

applyStyle(MARKS_STYLE);

/**
 * @param {Debrief} debrief
 * @param {string} band     id
 */
export function bandLabel(debrief, band) {
  const { bands } = debrief.model;
  const rank = bands.findIndex(({ id }) => id === band);
  return h("span.band", bandMeter(bands.length - 1 - rank, bands.length - 1), bands[rank].label);
}

/**
 * @param {Debrief} debrief
 * @param {CauseEntry} cause
 */
export function causeLink(debrief, { url, title }) {
  return h("a", { href: debrief.href(url) }, title);
}

/**
 * Returns a row of bars of which some are filled; the word of the band has to stand beside it.
 *
 * @param {number} filledCount
 * @param {number} count
 */
function bandMeter(filledCount, count) {
  const bars = Array.from({ length: count }, (_, index) => h(index < filledCount ? "i.full" : "i"));
  return h("span.bars", { "aria-hidden": "true" }, bars);
}
