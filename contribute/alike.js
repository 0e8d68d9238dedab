/**
 * Shows the entries of the guide that a new one resembles, so that nobody writes what is there.
 *
 * @module
 */

/** @import { FormData } from "./types.js" */

import { h } from "../quiz/ui/dom.js";
import { createSearch } from "./search.js";

const MOST_ALIKE = 4;

export class Alike {
  #search;
  /** the ids of the entries that are shown */ #ids = "";

  /**
   * @param {FormData} data
   * @param {string} kind
   * @param {string} heading
   */
  constructor(data, kind, heading) {
    const titles = Object.entries(data.titles[data.kinds[kind].plural] ?? {});
    this.kind = kind;
    this.heading = heading;
    this.element = h("div", { class: "form-alike", role: "status" });
    this.#search = createSearch(data.language, titles.map(([id, text]) => ({ id, text, also: data.alsoCalled[kind]?.[id] ?? "" })));
  }

  /** Shows what a title resembles. @param {string} title */
  show(title) {
    const similar = /** @type {{id: string, text: string}[]} */ (this.#search(title, { isStrict: true })).slice(0, MOST_ALIKE);
    const ids = similar.map(({ id }) => id).join(" ");
    // Links that would stay the same are not replaced: a finger or a pointer may be on them.
    if (ids === this.#ids) return;
    this.#ids = ids;
    this.element.replaceChildren(...(similar.length === 0 ? [] : [
      h("p", this.heading),
      h("ul", ...similar.map(({ id, text }) => h("li", h("a", { href: `#${this.kind}/${id}` }, text)))),
    ]));
  }
}
