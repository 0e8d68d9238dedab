/**
 * Shows the entries of the guide that a new one resembles, so that nobody writes an entry twice.
 *
 * @module
 */

/** @import { Entry, FormData } from "./types.js" */

import { appendChildren, h } from "../browser/dom.js";
import { fillBlanks } from "../browser/strings.js";
import { wordsOf } from "../search/words.js";
import { createLikeness } from "./likeness.js";
import { pageAddress } from "./page-address.js";
import { PHRASE_END } from "./search.js";
import { NO_SEARCH } from "./site-search.js";
import { answersOf } from "./titles.js";

const MOST_ALIKE = 4;

/** @typedef {{id: string, title: string, text: string, also: string, answer?: string}} Item     what is searched, of the entry or of one of its answers */

export class AlikeEntries {
  /** the ids of what is shown */ #ids = "";

  /**
   * @param {FormData} data
   * @param {string} kind
   */
  constructor(data, kind) {
    const { plural, idFields } = data.kinds[kind];
    const titles = Object.entries(data.titles[plural] ?? {});
    this.kind = kind;
    this.data = data;
    this.words = data.words;
    this.regions = data.regions[kind] ?? {};
    this.idFields = idFields.length > 1 ? idFields : [];
    /** @type {Item[]} */
    this.items = titles.flatMap(([id, title]) => [
      { id, title, text: title, also: data.alsoCalled[kind]?.[id] ?? "" },
      ...(kind === "question" ? answerItems(data, id, title) : []),
    ]);
    /** what the search was made with @type {FormData["siteSearch"] | null} */
    this.basis = null;
    this.none = h("p", data.words.alike_none);
    this.element = h("div", { class: "form-alike", role: "status" }, this.none);
  }

  /**
   * Shows the entries that an entry resembles, by the words of its title, or by author and year where those make up its name.
   * The first one and the number of the rest take a line each, so that nothing moves while somebody types.
   *
   * @param {string} title
   * @param {Entry} entry
   */
  show(title, entry) {
    const similar = this.matches(title, entry);
    const ids = similar.map(({ id, answer = "" }) => `${id} ${answer}`).join("; ");
    // Links that would stay the same are not replaced: a finger or a pointer may be on them.
    if (ids === this.#ids) return;
    this.#ids = ids;
    this.element.replaceChildren();
    appendChildren(this.element, similar.length === 0 ? [this.none] : this.#links(similar));
  }

  /**
   * Returns what an entry resembles, the nearest first.
   *
   * @param {string} title
   * @param {Entry} entry
   */
  matches(title, entry) {
    const all = [...this.#namesakes(entry), ...this.#search(title)];
    return all.filter(({ id }, at) => all.findIndex((other) => other.id === id) === at).slice(0, MOST_ALIKE);
  }

  /** @param {string} title */
  #search(title) {
    const { data, kind, basis } = this;
    if (basis === null || basis !== (data.siteSearch ?? NO_SEARCH)) {
      this.basis = data.siteSearch ?? NO_SEARCH;
      const phrasesOf = (/** @type {Item} */ { id, text, also, answer }) => {
        const known = answer ? undefined : this.basis?.pages[kind]?.[id]?.also;
        return [text, ...(known ?? also).split(PHRASE_END)];
      };
      this.find = createLikeness(data.language, this.items, phrasesOf, this.basis.synonyms);
    }
    return this.find?.(title) ?? [];
  }

  /** @param {readonly Item[]} similar */
  #links([first, ...rest]) {
    const more = fillBlanks(this.words.alike_more, () => rest.length);
    return [
      h("p", this.words.alike, " ", ...this.#link(first)),
      h("p", this.words[first.answer ? "alike_lead_answer" : "alike_lead"]),
      rest.length > 0 && h("details", h("summary", more),
        h("ul", ...rest.map((item) => h("li", ...this.#link(item))))),
    ];
  }

  /** Returns a link to the page of an item, and what or where the item is, where its name doesn't say it. @param {Item} item */
  #link({ id, title, also, answer }) {
    const what = answer ? fillBlanks(this.words.alike_answer, () => answer) : (this.regions[id] ?? (this.idFields.length > 0 ? also : ""));
    return [h("a", { href: pageAddress(this.data, this.kind, id), target: "_blank", rel: "noopener" }, title), what && h("small", ` ${what}`)];
  }

  /** Returns the items that have in their name what the entry is called by: the first author's last name and the year. @param {Entry} entry */
  #namesakes(entry) {
    const names = this.idFields.map((field) => String([entry[field] ?? ""].flat()[0] ?? "").split(",")[0]);
    if (names.length === 0 || names.some((name) => !name.trim())) return [];
    const wanted = names.flatMap((name) => wordsOf(name));
    return this.items.filter(({ text }) => {
      const words = wordsOf(text);
      return wanted.every((word) => words.includes(word));
    });
  }
}

/** Returns what is searched of the answers of a question. @param {FormData} data @param {string} id @param {string} title @returns {Item[]} */
function answerItems(data, id, title) {
  return Object.entries(answersOf(data, id)).map(([answer, text]) => (
    { id, title, text, also: data.alsoSaid[id]?.[answer] ?? "", answer: text }));
}
