/**
 * Making elements without markup in strings, so that no text can become markup.
 *
 * @module
 */

/** @typedef {Node | string | null | undefined | false} Child */
/** @typedef {Record<string, string | number | boolean | null | undefined | ((event: any) => void)>} Props */

// By then a slow phone has drawn the page.
const PAINTED_MILLISECONDS = 60;
/** @type {Record<string, string>} */
const SHAPES = { circle: "●", diamond: "◆", square: "■" };

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
  return value?.constructor === Object;
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
  const open = () => {
    append(node, build());
    build = () => [];
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
  void painted().then(() => node.isConnected && append(node, build()));
  return node;
}

/** Comes true once what is on the page now is on the screen. @returns {Promise<unknown>} */
export function painted() {
  return new Promise((done) => requestAnimationFrame(() => afterPaint(done)));
}

/** @param {(nothing?: unknown) => void} act */
export function afterPaint(act) {
  return setTimeout(act, PAINTED_MILLISECONDS);
}

/**
 * Returns the shape that stands for whose it was to change; the word has to stand beside it.
 *
 * @param {string} shape
 */
export function mark(shape) {
  return h(`span.mark.${shape}`, { "aria-hidden": "true" }, SHAPES[shape]);
}

/**
 * Returns bars, so many of them filled; the word of the band has to stand beside them.
 *
 * @param {number} filled
 * @param {number} all
 */
export function bars(filled, all) {
  return h("span.bars", { "aria-hidden": "true" }, Array.from({ length: all }, (_, at) => h(at < filled ? "i.full" : "i")));
}
