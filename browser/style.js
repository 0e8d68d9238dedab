/**
 * Styles that come with the view that needs them, as a style sheet made by the script: a strict policy allows it, and no page
 * has to name it.
 *
 * @module
 */

/** @type {Set<string>} */
const applied = new Set();

/** Adds a style to the page, once. @param {string} style */
export function applyStyle(style) {
  if (applied.has(style)) return;
  applied.add(style);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
