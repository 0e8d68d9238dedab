/**
 * The search's worker: hands on to the theme's own what is worth looking for.
 *
 * The theme looks for every word as the beginning of a longer one. "I" is the beginning of a great many, and so "I was
 * nervous" would find what begins with i. Words of one letter are left out, unless there is nothing else.
 *
 * The theme's worker stands in the address behind the question mark.
 */

/// <reference lib="webworker" />

const QUERY = 2;

addEventListener("message", ({ data }) => {
  if (data?.type !== QUERY || typeof data.data !== "string") return;
  const words = data.data.split(/\s+/).filter((/** @type {string} */ word) => word.length > 1);
  if (words.length > 0) data.data = words.join(" ");
});

importScripts(new URL(decodeURIComponent(location.search.slice(1)), location.href).href);
