/**
 * What the search of the site knows of the pages: what else they are called, the words of their texts, and what people say instead
 * of the guide's words. It comes after the form, which works without it.
 *
 * @module
 */

/** @import { SearchData } from "../search/engine.js" */
/** @import { FormData } from "./types.js" */
/** @import { Item } from "./search.js" */

import { KIND_WEIGHTS } from "../search/engine.js";

/**
 * @typedef {object} SiteSearch
 * @property {Readonly<Record<string, readonly string[]>>} synonyms     what people say, by what the guide says
 * @property {Readonly<Record<string, Readonly<Record<string, {also: string, words: string}>>>>} pages     by kind and id
 */

/** @type {SiteSearch} */
export const NO_SEARCH = { synonyms: {}, pages: {} };

// The last part of an address, or what is after its #.
const ID = /([a-z0-9-]+)\/?$/;

/** Returns what the search in the head of the page knows; nothing where there is none, or where it can't be loaded. @returns {Promise<SiteSearch>} */
export async function loadSiteSearch() {
  const src = document.querySelector("afterview-search")?.getAttribute("src");
  if (!src) return NO_SEARCH;
  try {
    const response = await fetch(new URL(src, document.baseURI));
    return response.ok ? siteSearchOf(await response.json()) : NO_SEARCH;
  } catch {
    return NO_SEARCH;
  }
}

/** Returns the data of the site's search by kinds and ids. @param {SearchData} data @returns {SiteSearch} */
export function siteSearchOf({ synonyms, pages }) {
  /** @type {Record<string, Record<string, {also: string, words: string}>>} */
  const byKind = {};
  for (const [address, kind, title, names, summary, words] of pages) {
    const id = ID.exec(address)?.[1] ?? "";
    (byKind[kind] ??= {})[id] = { also: [title, ...names, summary].join(". "), words };
  }
  return { synonyms, pages: byKind };
}

/**
 * Returns what an entry is searched by, beside what it is called.
 *
 * @param {Pick<FormData, "alsoCalled" | "siteSearch">} data
 * @param {string} kind
 * @param {string} id
 * @returns {Pick<Item, "also" | "words" | "weight">}
 */
export function searchedBy({ alsoCalled, siteSearch = NO_SEARCH }, kind, id) {
  const page = siteSearch.pages[kind]?.[id];
  const also = [alsoCalled[kind]?.[id], page?.also].filter(Boolean).join(". ");
  return { also, words: page?.words ?? "", weight: KIND_WEIGHTS[kind] ?? 1 };
}
