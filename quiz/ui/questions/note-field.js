/**
 * A field for what happened in the reader's own words, with facts of the guide that fit them to tick.
 *
 * @module
 */

/** @import { Fact } from "../../engine/types.js" */
/** @import { ChoiceList } from "./choices.js" */
/** @import { Debrief } from "../debrief.js" */
/** @import { AlsoSaid, FactSearch } from "./fact-search.js" */

import { isSameFact } from "../../engine/asking.js";
import { answerText, questionLabel } from "./answer-text.js";
import { h } from "../../../browser/dom.js";
import { suggestionLink } from "./form-page.js";

const MAX_SUGGESTIONS = 5;
const MAX_NOTE_LENGTH = 2_000;
// A pause in writing; also the time that a screen reader needs to say one count before the next.
const PAUSE_MILLISECONDS = 200;

export class NoteField {
  #debrief;
  #choices;
  /** @type {readonly Fact[]} */ #pickedFacts = [];
  /** @type {FactSearch | null} */ #search = null;
  #timer = 0;
  #status = h("p.quiet", { "aria-live": "polite" });
  #list = h("div");
  #textarea;

  /**
   * @param {Debrief} debrief
   * @param {ChoiceList} [choices]     of the page that it is on
   */
  constructor(debrief, choices) {
    this.#debrief = debrief;
    this.#choices = choices;
    this.#textarea = h("textarea", {
      rows: 3,
      maxlength: MAX_NOTE_LENGTH,
      "aria-describedby": debrief.id("note-help"),
      onfocus: () => void this.#load(),
      oninput: () => {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => void this.#suggest(), PAUSE_MILLISECONDS);
      },
    });
  }

  get value() {
    return { text: this.#textarea.value.trim(), facts: this.#pickedFacts };
  }

  get isEmpty() {
    return this.value.text === "" && this.#pickedFacts.length === 0;
  }

  element() {
    return h("div.note",
      h("label", h("span", this.#debrief.t("note_label")), this.#textarea),
      h("p.quiet", { id: this.#debrief.id("note-help") }, this.#debrief.t("note_help")),
      this.#status,
      this.#list);
  }

  /** Loads the search and its data, unless they are there. */
  async #load() {
    const { createFactSearch } = await import("./fact-search.js");
    this.#search ??= createFactSearch(this.#debrief.model, await alsoSaidAt(this.#debrief.factsUrl));
    return this.#search;
  }

  async #suggest() {
    const { text } = this.value;
    let facts = /** @type {readonly Fact[]} */ ([]);
    try {
      const search = await this.#load();
      facts = search(text);
    } catch {
      // Without the search the words are kept all the same.
    }
    if (text === this.value.text) this.#show(facts);
  }

  /** Shows the facts that were picked, and the first of those that fit. @param {readonly Fact[]} facts */
  #show(facts) {
    const isPicked = (/** @type {Fact} */ fact) => this.#pickedFacts.some((picked) => isSameFact(picked, fact));
    const suggestions = facts.filter((fact) => !isPicked(fact)).slice(0, MAX_SUGGESTIONS);
    const shownFacts = [...this.#pickedFacts, ...suggestions];
    const questions = [...new Set(shownFacts.map(({ question }) => question))];
    this.#list.replaceChildren(...questions.map((question, index) => {
      const heading = h("h3.quiet", { id: this.#debrief.id(`note-group-${index}`) }, questionLabel(this.#debrief, question));
      const rows = shownFacts.filter((fact) => fact.question === question).map((fact) => this.#row(fact, isPicked(fact)));
      return h("div", { role: "group", "aria-labelledby": heading.id }, heading, h("div.options", rows));
    }));
    const { text } = this.value;
    if (text && shownFacts.length === 0) this.#list.append(suggestionLink(this.#debrief, "fact_lacking"));
    if (shownFacts.length > 0) this.#status.textContent = this.#debrief.count("note_facts", shownFacts.length);
    else this.#status.textContent = text && this.#debrief.t("note_no_facts");
  }

  /**
   * @param {Fact} fact
   * @param {boolean} isPicked
   */
  #row(fact, isPicked) {
    // What the page itself asks about is ticked there.
    const pageInput = this.#choices?.inputOf(fact);
    const isTold = this.#debrief.isTold(fact);
    const checkbox = h("input", {
      type: "checkbox",
      checked: pageInput ? pageInput.checked : isPicked || isTold,
      disabled: !pageInput && isTold,
      onchange: () => {
        if (pageInput) {
          pageInput.click();
          checkbox.checked = pageInput.checked;
        } else {
          const otherFacts = this.#pickedFacts.filter((picked) => !isSameFact(picked, fact));
          this.#pickedFacts = checkbox.checked ? [...otherFacts, fact] : otherFacts;
        }
      },
    });
    return h("label.choice", checkbox, h("span", answerText(this.#debrief, fact.question, [fact.option])));
  }
}

/**
 * Returns what people say instead of the answers; nothing where that can't be had.
 *
 * @param {string | null | undefined} url
 * @returns {Promise<AlsoSaid>}
 */
async function alsoSaidAt(url) {
  if (!url) return {};
  const response = await fetch(new URL(url, document.baseURI));
  return response.ok ? (await response.json()).alsoSaid : {};
}
