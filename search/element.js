/**
 * `<afterview-search src="index.json">`: the search of the site, in the dialog that stands in it
 * (site_overrides/partials/search.html). The addresses of its results are relative to the folder above that of `src`.
 *
 * The engine and its data are fetched when the dialog opens. Whatever changes the field is taken, be it typed, pasted or dictated.
 *
 * @module
 */

/** @import { Result, Search } from "./engine.js" */

const MOST_RESULTS = 30;

class SearchElement extends HTMLElement {
  /** @type {Promise<Search> | undefined} */ #search;
  #turn = 0;

  connectedCallback() {
    const { opener, form, field, closer, dialog } = this.#parts;
    opener.hidden = false;
    opener.addEventListener("click", () => this.open());
    closer.addEventListener("click", () => dialog.close());
    // A click beside the dialog is one on its backdrop.
    dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
    dialog.addEventListener("keydown", (event) => this.#handleKey(event));
    field.addEventListener("input", () => void this.#show());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#show().then(() => this.#parts.list.querySelector("a")?.click());
    });
    addEventListener("keydown", (event) => this.#openByKey(event));
    const query = new URLSearchParams(location.search).get("q");
    if (query) this.open(query);
  }

  /** Opens the dialog, with a query if there is one. @param {string} [query] */
  open(query) {
    const { field, dialog, opener } = this.#parts;
    // What has the focus gets it back.
    if (document.activeElement === document.body) opener.focus();
    if (!dialog.open) dialog.showModal();
    if (query !== undefined) field.value = query;
    field.select();
    void this.#show();
  }

  get #parts() {
    const part = (/** @type {string} */ selector) => /** @type {any} */ (this.querySelector(selector));
    return {
      opener: /** @type {HTMLButtonElement} */ (part(".av-search-open")),
      dialog: /** @type {HTMLDialogElement} */ (part("dialog")),
      form: /** @type {HTMLFormElement} */ (part("form")),
      field: /** @type {HTMLInputElement} */ (part("input")),
      closer: /** @type {HTMLButtonElement} */ (part(".av-search__close")),
      status: /** @type {HTMLElement} */ (part("[role=status]")),
      nothing: /** @type {HTMLElement} */ (part(".av-nothing")),
      list: /** @type {HTMLOListElement} */ (part("ol")),
    };
  }

  /** Returns the links to results, or where nothing was found those that lead on. */
  get #links() {
    const { list, nothing } = this.#parts;
    return [...(nothing.hidden ? list : nothing).querySelectorAll("a")];
  }

  /** Shows what the query in the field finds, unless it has changed by then. */
  async #show() {
    const { field, status, nothing, list } = this.#parts;
    const turn = (this.#turn += 1);
    const query = field.value;
    /** @type {Result[] | undefined} */ let results;
    try {
      results = (await (this.#search ??= this.#load()))(query);
    } catch {
      this.#search = undefined;
    }
    if (turn !== this.#turn) return;
    const isAsked = /[\p{L}\p{N}]/u.test(query);
    nothing.hidden = !isAsked || !results || results.length > 0;
    list.replaceChildren(...(results ?? []).slice(0, MOST_RESULTS).map((result) => this.#item(result)));
    status.textContent = this.#statusOf(isAsked, results?.length);
  }

  /** @param {boolean} isAsked   whether there is a query @param {number | undefined} count   of results, if it could be looked for */
  #statusOf(isAsked, count) {
    const { one = "", many = "", more = "", failed = "" } = this.#parts.status.dataset;
    if (!isAsked || count === 0) return "";
    if (count === undefined) return failed;
    if (count === 1) return one;
    return (count > MOST_RESULTS ? more : many).replace("{n}", `${count}`).replace("{first}", `${MOST_RESULTS}`);
  }

  /** @returns {Promise<Search>} */
  async #load() {
    const [response, { createSearch }] = await Promise.all([fetch(this.#source), import("./engine.js")]);
    if (!response.ok) throw new Error(`${response.status}`);
    return createSearch(await response.json());
  }

  get #source() {
    return new URL(this.getAttribute("src") ?? "", document.baseURI);
  }

  /** @param {Result} result */
  #item({ address, title, summary }) {
    const link = document.createElement("a");
    link.href = new URL(`../${address}`, this.#source).href;
    const name = document.createElement("strong");
    name.textContent = title;
    const sentence = document.createElement("span");
    sentence.textContent = summary;
    link.append(name, " ", sentence);
    const item = document.createElement("li");
    item.append(link);
    return item;
  }

  /** Closes the dialog, or moves the focus between the field and the results. @param {KeyboardEvent} event */
  #handleKey(event) {
    const { field, dialog } = this.#parts;
    if (event.key === "Escape" && !event.isComposing) {
      // By itself it would empty the field first.
      event.preventDefault();
      dialog.close();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.isComposing) return;
    const stops = [field, ...this.#links];
    const current = stops.indexOf(/** @type {any} */ (document.activeElement));
    if (current < 0) return;
    event.preventDefault();
    stops[Math.min(Math.max(current + step, 0), stops.length - 1)]?.focus();
  }

  /** Opens by "/" outside of fields, or by Ctrl or Cmd and K. @param {KeyboardEvent} event */
  #openByKey(event) {
    const { target, key, ctrlKey, metaKey, altKey } = event;
    const isInField = target instanceof Element && target.matches("input, textarea, select, [contenteditable]");
    const isShortcut = ctrlKey || metaKey ? key.toLowerCase() === "k" : key === "/" && !isInField;
    if (!isShortcut || altKey || event.defaultPrevented || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    this.open();
  }
}

customElements.define("afterview-search", SearchElement);
