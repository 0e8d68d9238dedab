/**
 * Which view is shown: one entry in the browser's history for each, so that the browser's own buttons work.
 *
 * The address stays the same. Answers come into it only when a link is asked for.
 *
 * @module
 */

/**
 * @typedef {object} Route
 * @property {"start" | "question" | "answers" | "result" | "saved"} view
 * @property {string} [question]    id
 * @property {boolean} [change]     whether the reader came from the list of answers, and goes back to it
 */

const HISTORY_KEY = "afterview";

/** Returns the route of the current entry in the browser's history. @returns {Route} */
export function currentRoute() {
  return history.state?.[HISTORY_KEY] ?? { view: "start" };
}

/** @param {Route} route */
export function pushRoute(route) {
  history.pushState({ [HISTORY_KEY]: route }, "", pageUrl());
}

/** Returns the fragment of the address, or "" where there is none or it leads to an element of the page. */
export function sharedFragment() {
  const fragment = location.hash.slice(1);
  return fragment && !document.getElementById(fragment) ? fragment : "";
}

/** Returns the page's address without a fragment. */
export function pageUrl() {
  return location.href.split("#")[0];
}
