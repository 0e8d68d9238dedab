/**
 * Which view is shown: one entry in the browser's history for each, so that the browser's own buttons work.
 *
 * The address stays the same. Answers come into it only when a link is asked for.
 *
 * @module
 */

/**
 * @typedef {object} Route
 * @property {"start" | "question" | "checklist" | "note" | "answers" | "result" | "saved"} view
 * @property {string} [question]            id
 * @property {boolean} [change]             whether the reader came from the list of answers, and goes back to it
 */

/**
 * Returns the route that the current entry in the browser's history has for a debrief.
 *
 * @param {string} key      the debrief's; there may be another on the page
 * @returns {Route}
 */
export function currentRoute(key) {
  return history.state?.[key] ?? { view: "start" };
}

/**
 * @param {string} key
 * @param {Route} route
 */
export function pushRoute(key, route) {
  history.pushState({ ...history.state, [key]: route }, "", pageUrl());
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
