/**
 * Where the reader is: one entry in the browser's history for each page, so that its own buttons work.
 *
 * The address stays the same, and answers come into it only when a link is asked for.
 *
 * @module
 */

/**
 * @typedef {object} Route
 * @property {"start" | "question" | "answers" | "result" | "kept"} view
 * @property {string} [question]
 * @property {boolean} [change]     whether the reader came from the list of answers, and goes back to it
 */

const KEY = "afterview";

/** Returns where the browser's history says that we are. @returns {Route} */
export function currentRoute() {
  return history.state?.[KEY] ?? { view: "start" };
}

/** @param {Route} route */
export function enter(route) {
  history.pushState({ [KEY]: route }, "", withoutFragment());
}

/** Returns the fragment of the address, unless it leads to a place on the page. */
export function sharedFragment() {
  const fragment = location.hash.slice(1);
  return fragment && !document.getElementById(fragment) ? fragment : "";
}

/** Returns the page's own address. */
export function withoutFragment() {
  return location.href.split("#")[0];
}
