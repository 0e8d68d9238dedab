/**
 * Pictures made from data. None of them says anything that does not stand in words beside it, so they are hidden from
 * screen readers.
 *
 * @module
 */

import { h } from "../../../browser/dom.js";
import { shapeIcon, SHAPES, svg } from "../../../browser/icons.js";

const BAND_WIDTH_PERCENT = 99;

/**
 * Returns a mark on a scale of bands, all equally wide, the lowest first.
 *
 * @param {readonly {least: number}[]} bands    highest first
 * @param {number} belief
 * @param {string} shape
 */
export function bandScale(bands, belief, shape) {
  const rank = bands.findIndex(({ least }) => belief >= least);
  const at = bands.length - 1 - rank;
  const { least } = bands[rank];
  const end = bands[rank - 1]?.least ?? 1;
  const width = 100 / bands.length;
  const x = `${(at + (belief - least) / (end - least)) * width}%`;
  const zones = bands.map((_, zone) =>
    svg("rect", { class: `quiz-zone${zone}`, x: `${zone * width}%`, y: 6, width: `${(width * BAND_WIDTH_PERCENT) / 100}%`, height: 12 }));
  // A mark has its own coordinates, since a path can't be placed in percent.
  const mark = svg("svg", { x, y: 12, overflow: "visible" }, svg("path", { d: SHAPES[shape], transform: "translate(-8 -8)" }));
  return svg("svg", { "aria-hidden": "true", class: `quiz-scale quiz-${shape}` },
    ...zones, svg("line", { x1: 0, x2: x, y1: 12, y2: 12 }), mark);
}

/**
 * Returns how far one answer moved a belief, on a scale on which the highest band is marked.
 *
 * @param {{from: number, to: number, threshold: number, range: readonly [number, number]}} move    in log odds
 */
export function moveScale({ from, to, threshold, range: [low, high] }) {
  const share = (/** @type {number} */ logOdds) => Math.min(Math.max((logOdds - low) / (high - low), 0), 1) * 100;
  const [x1, x2, limit] = [from, to, threshold].map((logOdds) => `${share(logOdds)}%`);
  return svg("svg", { "aria-hidden": "true", class: "quiz-move" },
    svg("rect", { class: "quiz-zone0", y: 4, width: "100%", height: 16 }),
    svg("rect", { class: "quiz-zone3", x: limit, y: 4, width: `${100 - share(threshold)}%`, height: 16 }),
    svg("line", { class: "quiz-limit", x1: limit, x2: limit, y1: 0, y2: 24 }),
    svg("line", { class: to < from ? "quiz-away" : "quiz-towards", x1, x2, y1: 12, y2: 12 }),
    svg("circle", { cx: x2, cy: 12, r: 5 }));
}

/**
 * Returns the marks of one stage of the journey, those that are lit first.
 *
 * @param {readonly {shape: string, isLit: boolean}[]} marks
 */
export function stageMarks(marks) {
  return h("span.marks", { "aria-hidden": "true" }, marks.map(({ shape, isLit }) => shapeIcon(shape, isLit ? "lit" : "")));
}
