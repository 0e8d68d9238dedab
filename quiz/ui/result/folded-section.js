/**
 * A section that is open where there is room, and elsewhere a title to open it by.
 *
 * @module
 */

/** @import { Child } from "../../../browser/dom.js" */

import { h } from "../../../browser/dom.js";

const WIDE = "(min-width: 60em)";

/** Tells whether there is room for two columns. */
export const isWide = () => matchMedia(WIDE).matches;

/**
 * @param {string} title
 * @param {...(Child | readonly Child[])} children
 */
export function foldedSection(title, ...children) {
  return h("section.fold", h("details", { open: isWide() }, h("summary", h("h3", title)), ...children));
}
