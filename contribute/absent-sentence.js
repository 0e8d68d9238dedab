/**
 * The hint for readers who look for a sentence that isn't in an entry: where else it may be.
 *
 * @module
 */

/** @import { Texts } from "./texts.js" */
/** @import { Entry, FormData, Schema } from "./types.js" */
/** @import { Remarks } from "./picker.js" */

import { h } from "../browser/dom.js";
import { linksIn, referencesIn } from "./references.js";
import { plainWords, textsOf } from "./entry-texts.js";

// Fewer words may be anywhere.
const LEAST_WORDS = 3;
const MOST_ENTRIES = 8;

/** @typedef {{kind: string, id: string, title: string}} Named */

/** @typedef {{data: FormData, kind: string, id: string, entry: Entry, schema: Schema, t: Texts}} Owner     the entry and its texts */

/**
 * Returns the hints around the search results; none where the entry has the very words of the query. What resembles the words
 * comes before the pages that may have them.
 *
 * @param {Owner} form
 * @param {string} query
 * @param {number} count     how many sentences resemble the query
 * @returns {Remarks}
 */
export function absentSentence(form, query, count) {
  const words = plainWords(query);
  const texts = textsOf(form.entry, form.schema, form.schema, []).map(({ text }) => plainWords(text.replace(/\]\([^)]*\)/g, "")));
  if (words.split(" ").length < LEAST_WORDS || texts.some((text) => text.includes(words))) return {};
  const named = namedEntries(form);
  const exact = entriesWith(form, words);
  const listed = (exact.length > 0 ? exact : named).slice(0, MOST_ENTRIES);
  const hint = [
    h("p", lead(form, exact.length, named.length)),
    listed.length > 0 && h("ul", ...listed.map(({ kind, id, title }) => h("li", h("a", { href: `#${kind}/${id}` }, title)))),
  ];
  const isElsewhere = exact.length > 0 || count === 0;
  return { before: [...(isElsewhere ? hint : []), count > 0 && h("p", form.t("nearest"))], after: isElsewhere ? [] : hint };
}

/** @param {Owner} form @param {number} exact @param {number} named */
function lead(form, exact, named) {
  if (exact > 0) return form.t("sentence_elsewhere");
  return form.t(named > 0 ? "sentence_absent" : "sentence_nowhere");
}

/** Returns the entries whose titles or summaries have some words, as far as the form knows them. @param {Owner} form @param {string} words @returns {Named[]} */
function entriesWith({ data, kind: ownKind, id: ownId }, words) {
  return Object.entries(data.kinds).flatMap(([kind, { plural }]) =>
    Object.entries(data.titles[plural] ?? {})
      .filter(([id, title]) => (kind !== ownKind || id !== ownId) && plainWords(`${title} ${data.alsoCalled[kind]?.[id] ?? ""}`).includes(words))
      .map(([id, title]) => ({ kind, id, title })));
}

/**
 * Returns the entries that an entry names or links to, from which its page takes words; of a source it takes the title alone.
 *
 * @param {Owner} form
 * @returns {Named[]}
 */
function namedEntries({ data, entry, schema }) {
  const kindOfPlural = Object.fromEntries(Object.entries(data.kinds).map(([kind, { plural }]) => [plural, kind]));
  const fields = referencesIn(entry, schema, schema).map(({ to, id }) => ({ kind: kindOfPlural[to], id }));
  const links = textsOf(entry, schema, schema, []).flatMap(({ text }) => linksIn(text));
  const titles = new Map([...fields, ...links].flatMap(({ kind, id }) => {
    const title = kind === "source" ? "" : data.titles[data.kinds[kind]?.plural ?? ""]?.[id];
    return title ? [/** @type {[string, Named]} */ ([`${kind}/${id}`, { kind, id, title }])] : [];
  }));
  return [...titles.values()];
}
