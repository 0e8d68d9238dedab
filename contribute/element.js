/**
 * `<afterview-contribution src="form.json" root="../">`: the form for contributions.
 *
 * The part of the address after # says what to begin with: `#cause` is a new one, `#cause/too-long` a change to one
 * that is there, `#case=ANSWERS` a case with the answers of a debrief; `~STAMP` after either continues a draft. `#answer` asks
 * to which question to add an answer, and `#answer/mood` asks for one to that question.
 *
 * @module
 */

/** @import { Entry, FormData } from "./types.js" */
/** @import { Companion, Draft, DraftStorage } from "./drafts.js" */
/** @import { StartingPoint } from "./entry-state.js" */

import { h, viewTitle } from "../browser/dom.js";
import { storageKey } from "../browser/storage.js";
import { fillBlanks } from "../browser/strings.js";
import { ANSWER_ADDRESS, answerChoice, questionOf } from "./answer-choice.js";
import { caseFromFragment } from "./case-answers.js";
import { addressOf, draftStorage, merged, newStamp, withoutCarried } from "./drafts.js";
import { draftLinks } from "./draft-links.js";
import { Form } from "./form.js";
import { asTexts } from "./schema.js";
import { loadSiteSearch } from "./site-search.js";

class ContributionElement extends HTMLElement {
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
    if (this.#data) this.#data.siteSearch = await loadSiteSearch();
  }

  disconnectedCallback() {
    removeEventListener("hashchange", this.#onHashChange);
  }

  /** Shows what the address asks for, unless it leads to a field or to another element of the page. */
  async #show({ isFirst = false } = {}) {
    const data = this.#data;
    if (!data || /^#(?:field\.|__)/.test(location.hash)) return;
    const drafts = draftStorage(storageKey(new URL(this.getAttribute("src") ?? "", document.baseURI)));
    drafts.adopt(Object.keys(data.kinds));
    const hash = location.hash.slice(1);
    const start = await this.#startingPoint(data, drafts, hash);
    if (start) {
      this.#open(data, start, drafts);
      return;
    }
    this.replaceChildren(hash === ANSWER_ADDRESS ? answerChoice(data) : kindChoice(data, drafts));
    // Somebody who has only opened the page should not be taken past the text above the form.
    if (hash === ANSWER_ADDRESS || !isFirst) this.#focusHeading();
  }

  /** @param {FormData} data @param {StartingPoint} start @param {DraftStorage} drafts */
  #open(data, start, drafts) {
    const form = new Form(data, start, {
      drafts, leave: () => (location.hash = "#"), fetchEntry: (kind, id) => this.#fetchEntry(data, kind, id),
      citeOn: (page, source, note) => void this.#citeOn(data, drafts, { page, source, note }),
    });
    this.replaceChildren(form.view());
    this.#focusHeading();
    if (start.isForAnswer) form.goToAnswers();
  }

  /**
   * Opens the form for a page of the guide, with a new source to be cited on it and sent along.
   *
   * @param {FormData} data
   * @param {DraftStorage} drafts
   * @param {{page: {kind: string, id: string}, source: Companion, note: string}} citation
   */
  async #citeOn(data, drafts, { page: { kind, id }, source, note }) {
    const entry = await this.#fetchEntry(data, kind, id);
    if (!entry) return;
    const stamp = newStamp();
    const draft = { kind, id, origin: id, entry, base: entry, companions: [source], note, at: new Date().toISOString() };
    if (drafts.save(stamp, draft)) location.hash = addressOf(kind, id, stamp);
    else this.#open(data, { kind, id, entry, draft }, drafts);
  }

  #focusHeading() {
    /** @type {HTMLElement | null} */ (this.querySelector("h2"))?.focus();
  }

  /**
   * Returns what the form begins with, or null for none where the address names no kind.
   *
   * @param {FormData} data
   * @param {DraftStorage} drafts
   * @param {string} hash     without the "#"
   * @returns {Promise<StartingPoint | null>}
   */
  async #startingPoint(data, drafts, hash) {
    const { words } = data;
    const question = questionOf(hash);
    if (question !== null) return forAnswer(await this.#draftOrEntry(data, drafts, "question", `question/${question}`), words);
    const [, kind = "", answers] = /^(\w+)(?:=(.*))?/s.exec(hash) ?? [];
    if (!Object.hasOwn(data.kinds, kind)) return null;
    if (answers !== undefined) return { kind, entry: caseFromFragment(answers, data), notice: words.from_debrief };
    return this.#draftOrEntry(data, drafts, kind, hash);
  }

  /**
   * Returns what the form begins with for `kind`, `kind/id`, `kind~stamp` or `kind/id~stamp`.
   *
   * @param {FormData} data
   * @param {DraftStorage} drafts
   * @param {string} kind
   * @param {string} hash
   * @returns {Promise<StartingPoint>}
   */
  async #draftOrEntry(data, drafts, kind, hash) {
    const [, id, stamp = ""] = /^\w+(?:\/([^~]*))?(?:~(\w+))?$/.exec(hash) ?? [];
    const stored = drafts.load(stamp);
    const draft = stored?.kind === kind && stored.origin === (id ?? null) ? { stamp, draft: stored } : null;
    if (id === undefined) return { kind, ...draft };
    const entry = await this.#fetchEntry(data, kind, id);
    // A draft outlives the entry that it was meant to change.
    if (!entry) return draft ? { kind, ...draft } : { kind, notice: data.words.not_found };
    if (!draft) return { kind, id, entry };
    const companions = await Promise.all(draft.draft.companions.map((companion) => this.#asItIsNow(data, companion)));
    return { ...draftOfChange(data, { ...draft.draft, companions }, entry), stamp };
  }

  /** Returns an entry that is sent along with what the guide has changed in it since. @param {FormData} data @param {Companion} companion */
  async #asItIsNow(data, companion) {
    const { kind, id, base } = companion;
    const current = base ? await this.#fetchEntry(data, kind, id) : null;
    return current ? { kind, id, entry: merged({ entry: companion.entry, base: base ?? null }, current).entry, base: current } : companion;
  }

  /**
   * Returns an entry of the guide as the form holds it, or null if it can't be loaded.
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

/** Returns a starting point from which the form asks for a further answer, unless its question isn't there. @param {StartingPoint} start @param {FormData["words"]} words @returns {StartingPoint} */
function forAnswer(start, words) {
  return start.id ? { ...start, notice: words.further_answer_lead, isForAnswer: true } : start;
}

/**
 * Returns the starting point for a draft that changes an entry; the entry may have changed since.
 *
 * @param {FormData} data
 * @param {Draft} draft
 * @param {Entry} current     the entry as it is now
 * @returns {StartingPoint}
 */
function draftOfChange({ words, kinds }, draft, current) {
  const { entry, conflicts } = merged(draft, current);
  const titles = conflicts.map((name) => kinds[draft.kind].schema.properties?.[name]?.title ?? name);
  const notice = titles.length > 0 ? fillBlanks(words.changed_meanwhile, () => titles.join(", ")) : undefined;
  return { kind: draft.kind, id: draft.id, entry: current, draft: { ...draft, entry }, notice };
}

/**
 * Returns the list of what can be contributed, below the drafts on this device.
 *
 * @param {FormData} data
 * @param {DraftStorage} drafts
 */
function kindChoice(data, drafts) {
  const { words, kinds } = data;
  const begun = withoutCarried(drafts.list()).filter(([, { kind }]) => Object.hasOwn(kinds, kind));
  return h("div", { class: "form-choice" }, viewTitle(words.choose),
    begun.length > 0 && draftLinks(data, begun),
    h("ul", { class: "form-kinds" }, ...Object.entries(kinds).flatMap(([kind, { label, about }]) => [
      kindItem(`#${kind}`, label, about),
      ...(kind === "question" ? [kindItem(`#${ANSWER_ADDRESS}`, words.further_answer, words.further_answer_about)] : []),
    ])));
}

/** @param {string} href @param {string} label @param {string} about */
function kindItem(href, label, about) {
  return h("li", h("a", { href }, label), h("p", about));
}

if (!customElements.get("afterview-contribution")) customElements.define("afterview-contribution", ContributionElement);
