/**
 * Elements made without markup in strings, so that no text can become markup.
 *
 * @module
 */

/** @typedef {Node | string | null | undefined | false} Child */
/** @typedef {Record<string, string | number | boolean | null | undefined | ((event: any) => void)>} Props */

// By then a slow phone has drawn the page.
const PAINT_MILLISECONDS = 60;

/**
 * Returns a new element. The classes in the selector get the prefix `quiz-`, as all have in our styles. Props that
 * are functions listen to the event whose name follows "on"; false, null and undefined leave a prop or a child out.
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
  const element = document.createElement(tag);
  if (classes.length > 0) element.className = classes.map((name) => `quiz-${name}`).join(" ");
  if (isProps(props)) setProps(element, props);
  else children.unshift(props);
  appendChildren(element, children.flat());
  return /** @type {any} */ (element);
}

/**
 * @param {unknown} value
 * @returns {value is Props}
 */
function isProps(value) {
  return value?.constructor === Object;
}

/**
 * @param {Element} element
 * @param {Props} props
 */
function setProps(element, props) {
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === "function") element.addEventListener(name.slice("on".length), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value));
  }
}

/**
 * Appends the children that are not left out.
 *
 * @param {Element} element
 * @param {readonly Child[]} children
 */
export function appendChildren(element, children) {
  for (const child of children) if (child) element.append(child);
}

/**
 * Returns the heading of a view, which takes the focus when the view appears.
 *
 * @param {...Child} children
 */
export function viewTitle(...children) {
  return h("h2.title", { tabindex: -1 }, ...children);
}

/**
 * @param {string} label
 * @param {(event: any) => void} onclick
 * @param {"" | "main" | "link" | "back"} [variant]
 * @param {string} [context]      what only screen readers say after the label, to tell equal labels apart
 */
export function button(label, onclick, variant = "", context = "") {
  const classes = ["button", variant].filter(Boolean).join(".");
  return h(`button.${classes}`, { type: "button", onclick }, label, context && visuallyHidden(` ${context}`));
}

/** Returns a text for screen readers alone. @param {string} text */
export function visuallyHidden(text) {
  return h("span.hidden", text);
}

/**
 * Returns a disclosure whose content is built, and may be loaded, when it is first opened.
 *
 * @param {string | Node} summary
 * @param {() => readonly Child[] | Promise<readonly Child[]>} build
 */
export function disclosure(summary, build) {
  const element = h("details.more", h("summary", summary));
  element.addEventListener("toggle", async () => appendChildren(element, await build()), { once: true });
  return element;
}

/** Resolves once what is on the page now is on the screen. @returns {Promise<unknown>} */
export function nextPaint() {
  return new Promise((resolve) => requestAnimationFrame(() => void runAfterPaint(resolve)));
}

/**
 * Runs a callback once a slow phone has drawn the page. Returns what `clearTimeout` takes.
 *
 * @param {(nothing?: unknown) => void} callback
 */
export function runAfterPaint(callback) {
  return setTimeout(callback, PAINT_MILLISECONDS);
}
