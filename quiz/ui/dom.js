/**
 * Making elements without markup in strings, so that no text can become markup.
 *
 * @module
 */

/** @typedef {Node | string | null | undefined | false} Child */
/** @typedef {Record<string, string | number | boolean | null | undefined | ((event: any) => void)>} Props */

// By then a slow phone has drawn the page.
const PAINTED_MILLISECONDS = 60;
const SVG = "http://www.w3.org/2000/svg";
const SHAPES = new Map([
  ["circle", "M6 .8a5.2 5.2 0 1 0 0 10.4A5.2 5.2 0 1 0 6 .8z"],
  ["diamond", "M6 0l6 6-6 6-6-6z"],
  ["square", "M1 1h10v10H1z"],
]);

/**
 * Returns a new element. The classes behind its name get the prefix that all classes of the quiz have. Props that
 * are functions listen to the event that their name has after "on"; false, null and undefined leave a prop or a
 * child out.
 *
 * @template {string} S
 * @param {S} selector      such as "p" or "p.lead"
 * @param {Props | Child | readonly Child[]} [props]
 * @param {...(Child | readonly Child[])} children
 * @returns {S extends `${infer K extends keyof HTMLElementTagNameMap}.${string}` ? HTMLElementTagNameMap[K] :
 *   S extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[S] : never}
 */
export function h(selector, props, ...children) {
  const [tag, ...classes] = selector.split(".");
  const node = document.createElement(tag);
  if (classes.length > 0) node.className = classes.map((name) => `quiz-${name}`).join(" ");
  if (isProps(props)) {
    for (const [name, value] of Object.entries(props)) {
      if (typeof value === "function") node.addEventListener(name.slice(2), value);
      else if (value != null && value !== false) node.setAttribute(name, value === true ? "" : String(value));
    }
  } else children.unshift(props);
  append(node, children.flat());
  return /** @type {any} */ (node);
}

/**
 * @param {unknown} value
 * @returns {value is Props}
 */
function isProps(value) {
  return Object.getPrototypeOf(value ?? "") === Object.prototype;
}

/**
 * Appends those children that are there.
 *
 * @param {Element} node
 * @param {readonly Child[]} children
 */
export function append(node, children) {
  for (const child of children) if (child) node.append(child);
}

/**
 * Returns the heading of a view, which takes the focus when the view appears.
 *
 * @param {...Child} children
 */
export function title(...children) {
  return h("h2.title", { tabindex: -1 }, ...children);
}

/**
 * @param {string} label
 * @param {(event: any) => void} onclick
 * @param {string} [look]      "main" or "link"
 * @param {string} [more]      what only screen readers say after the label
 */
export function button(label, onclick, look = "", more = "") {
  return h(`button.button${look && `.${look}`}`, { type: "button", onclick }, label, more && hidden(` ${more}`));
}

/** @param {string} text */
export function hidden(text) {
  return h("span.hidden", text);
}

/**
 * Returns a disclosure whose content is made when it is first opened.
 *
 * @param {string | Node} summary
 * @param {() => readonly Child[]} build
 */
export function disclosure(summary, build) {
  let isBuilt = false;
  const open = () => {
    if (!isBuilt) append(node, build());
    isBuilt = true;
  };
  const node = h("details.more", { ontoggle: open }, h("summary", summary));
  return node;
}

/**
 * Fills an element once the page is on the screen, for what takes longer than a reader should wait.
 *
 * @template {HTMLElement} T
 * @param {T} node
 * @param {() => readonly Child[]} build
 */
export function later(node, build) {
  setTimeout(() => node.isConnected && append(node, build()), PAINTED_MILLISECONDS);
  return node;
}

/**
 * Returns the shape that stands for whose it was to change; the word has to stand beside it.
 *
 * @param {string} shape
 */
export function mark(shape) {
  return drawing(`quiz-mark quiz-${shape}`, 12, [[SHAPES.get(shape) ?? "", ""]]);
}

/**
 * Returns rising bars, so many of them filled; the word of the band has to stand beside them.
 *
 * @param {number} filled
 * @param {number} all
 */
export function bars(filled, all) {
  const bar = (/** @type {number} */ at) => {
    const height = 4 + (8 * (at + 1)) / all;
    return [`M${at * 5 + 0.5} ${12.5 - height}h3v${height - 1}h-3z`, at < filled ? "" : "quiz-empty"];
  };
  return drawing("quiz-bars", all * 5, Array.from({ length: all }, (_, at) => bar(at)));
}

/**
 * @param {string} look
 * @param {number} width
 * @param {readonly string[][]} paths
 */
function drawing(look, width, paths) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", look);
  svg.setAttribute("viewBox", `0 0 ${width} 12`);
  svg.setAttribute("aria-hidden", "true");
  for (const [d, kind] of paths) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", d);
    if (kind) path.setAttribute("class", kind);
    svg.append(path);
  }
  return svg;
}
