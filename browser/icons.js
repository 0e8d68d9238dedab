/**
 * Shapes as large as the text around them. There is always a word beside one, so screen readers skip it.
 *
 * @module
 */

/** @type {Readonly<Record<string, string>>} */
export const SHAPES = {
  circle: "M1.5 8a6.5 6.5 0 1 1 13 0 6.5 6.5 0 1 1-13 0Z",
  diamond: "M8 .8 15.2 8 8 15.2.8 8Z",
  square: "M2 2h12v12H2Z",
  check: "m2 9 4 4 8-10",
  plus: "M8 2v12M2 8h12",
  minus: "M2 8h12",
};

/**
 * Returns an SVG element.
 *
 * @param {string} tag
 * @param {Readonly<Record<string, string | number>>} attributes
 * @param {...Node} children
 */
export function svg(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/**
 * Returns a shape as large as the text around it.
 *
 * @param {string} shape      key of the shapes
 * @param {string} [variant]  further classes, without the prefix
 */
export function shapeIcon(shape, variant = "") {
  const classes = ["icon", shape, ...variant.split(" ")].filter(Boolean).map((name) => `quiz-${name}`);
  return svg("svg", { "aria-hidden": "true", viewBox: "0 0 16 16", class: classes.join(" ") }, svg("path", { d: SHAPES[shape] }));
}
