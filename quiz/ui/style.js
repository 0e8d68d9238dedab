/**
 * Styles that come with the view that needs them: as a style sheet of the script's, which a strict policy allows and which
 * no page has to name.
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
