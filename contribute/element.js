/**
 * `<afterview-contribution src="form.json" root="../">`: the form for contributions.
 *
 * The part of the address behind # says what to begin with: `#cause` is a new one, `#cause/too-long` a change to one
 * that is there, `#case=ANSWERS` a case with the answers of a debrief.
 *
 * @module
 */

/** @import { Entry, FormData } from "./types.js" */
/** @import { StartingPoint } from "./form.js" */

import { h, viewTitle } from "../quiz/ui/dom.js";
import { storageKey } from "../quiz/ui/storage.js";
import { caseFromFragment } from "./case-answers.js";
import { Form } from "./form.js";
import { asTexts } from "./schema.js";

export class ContributionElement extends HTMLElement {
  /** @type {FormData | undefined} */ #data;
  #onHashChange = () => void this.#show();

  async connectedCallback() {
    addEventListener("hashchange", this.#onHashChange);
    const src = this.getAttribute("src");
    if (this.#data || !src) return;
    const response = await fetch(new URL(src, document.baseURI));
    if (!response.ok) return;
    this.#data = await response.json();
    await this.#show({ isFirst: true });
  }

  disconnectedCallback() {
    removeEventListener("hashchange", this.#onHashChange);
  }

  /** Shows what the address asks for, unless it leads to a field or to another element of the page. */
  async #show({ isFirst = false } = {}) {
    const data = this.#data;
    if (!data || /^#(?:field\.|__)/.test(location.hash)) return;
    const start = await this.#startingPoint(data, location.hash.slice(1));
    const key = storageKey(new URL(this.getAttribute("src") ?? "", document.baseURI));
    const view = start ? new Form(data, start, key, () => (location.hash = "#")).view() : kindChoice(data);
    this.replaceChildren(view);
    // Whoever only opened the page should not be taken past what stands before the form.
    if (start || !isFirst) /** @type {HTMLElement | null} */ (this.querySelector("h2"))?.focus();
  }

  /**
   * Returns what the form begins with, or null for none where the address names no kind.
   *
   * @param {FormData} data
   * @param {string} hash     without the "#"
   * @returns {Promise<StartingPoint | null>}
   */
  async #startingPoint(data, hash) {
    const [, kind = "", separator = "", rest = ""] = /^(\w+)(?:([/=])(.*))?$/s.exec(hash) ?? [];
    if (!Object.hasOwn(data.kinds, kind)) return null;
    if (separator === "=") return { kind, entry: caseFromFragment(rest, data), notice: "from_debrief" };
    if (separator !== "/") return { kind };
    const entry = await this.#fetchEntry(data, kind, rest);
    return entry ? { kind, id: rest, entry } : { kind, notice: "not_found" };
  }

  /**
   * Returns an entry of the guide as the form holds it, or null where it can't be had.
   *
   * @param {FormData} data
   * @param {string} kind
   * @param {string} id
   * @returns {Promise<Entry | null>}
   */
  async #fetchEntry(data, kind, id) {
    if (!/^[a-z0-9-]+$/.test(id)) return null;
    const url = `${this.getAttribute("root") ?? ""}api/v1/${data.kinds[kind].plural}/${id}.json`;
    try {
      const response = await fetch(new URL(url, document.baseURI));
      return response.ok ? asTexts((await response.json()).entry) : null;
    } catch {
      return null;
    }
  }
}

/** Returns the list of what can be contributed. @param {FormData} data */
function kindChoice({ words, kinds }) {
  return h("div", { class: "form-choice" }, viewTitle(words.choose),
    h("ul", { class: "form-kinds" }, ...Object.entries(kinds).map(([kind, { label, about }]) =>
      h("li", h("a", { href: `#${kind}` }, label), h("p", about)))));
}

if (!customElements.get("afterview-contribution")) customElements.define("afterview-contribution", ContributionElement);
