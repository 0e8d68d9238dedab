/**
 * `<afterview-contribution src="form.json" root="../">`: the form for contributions.
 *
 * The part of the address behind # says what to begin with: `#cause` is a new one, `#cause/too-long` a change to one
 * that is there, `#case=ANSWERS` a case with the answers of a debrief.
 *
 * @module
 */

/** @import { Entry, FormData } from "./types.js" */
/** @import { Beginning } from "./form.js" */

import { h, title } from "../quiz/ui/dom.js";
import { keyFor } from "../quiz/ui/storage.js";
import { answersIn } from "./answers.js";
import { Form } from "./form.js";
import { asTexts } from "./schema.js";

export class ContributionElement extends HTMLElement {
  /** @type {FormData | undefined} */ #data;
  #onHash = () => void this.#show();

  async connectedCallback() {
    addEventListener("hashchange", this.#onHash);
    const src = this.getAttribute("src");
    if (this.#data || !src) return;
    const response = await fetch(new URL(src, document.baseURI));
    if (!response.ok) return;
    this.#data = await response.json();
    await this.#show(false);
  }

  disconnectedCallback() {
    removeEventListener("hashchange", this.#onHash);
  }

  async #show(isAsked = true) {
    const data = this.#data;
    if (!data || /^#(?:field\.|__)/.test(location.hash)) return;
    const beginning = await this.#beginning(data, location.hash.slice(1));
    const key = keyFor(new URL(this.getAttribute("src") ?? "", document.baseURI));
    const view = beginning
      ? new Form(data, beginning, key, () => (location.hash = "#")).view()
      : choice(data);
    this.replaceChildren(view);
    if (isAsked || beginning) /** @type {HTMLElement | null} */ (this.querySelector("h2"))?.focus();
  }

  /**
   * @param {FormData} data
   * @param {string} hash
   * @returns {Promise<Beginning | null>}
   */
  async #beginning(data, hash) {
    const [, kind = "", sign = "", rest = ""] = /^(\w+)(?:([/=])(.*))?$/s.exec(hash) ?? [];
    if (!Object.hasOwn(data.kinds, kind)) return null;
    if (sign === "=") return { kind, entry: answersIn(rest, data), notice: "from_debrief" };
    if (sign !== "/") return { kind };
    const entry = await this.#entry(data, kind, rest);
    return entry ? { kind, id: rest, entry } : { kind, notice: "not_found" };
  }

  /**
   * @param {FormData} data
   * @param {string} kind
   * @param {string} id
   * @returns {Promise<Entry | null>}
   */
  async #entry(data, kind, id) {
    if (!/^[a-z0-9-]+$/.test(id)) return null;
    const address = `${this.getAttribute("root") ?? ""}api/v1/${data.kinds[kind].plural}/${id}.json`;
    try {
      const response = await fetch(new URL(address, document.baseURI));
      return response.ok ? asTexts((await response.json()).entry) : null;
    } catch {
      return null;
    }
  }
}

/** @param {FormData} data */
function choice({ words, kinds }) {
  return h("div", { class: "form-choice" }, title(words.choose),
    h("ul", { class: "form-kinds" }, ...Object.entries(kinds).map(([kind, { label, about }]) =>
      h("li", h("a", { href: `#${kind}` }, label), h("p", about)))));
}

if (!customElements.get("afterview-contribution")) customElements.define("afterview-contribution", ContributionElement);
