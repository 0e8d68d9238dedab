/**
 * The quiz as it runs on a page: which view is shown, and what leads from one to another.
 *
 * @module
 */

/** @import { Answers, Fact, GivenAnswer, Notice, QuizModel } from "../engine/types.js" */
/** @import { Child } from "../../browser/dom.js" */
/** @import { Route } from "./routing.js" */

import { withAnswer, withNote } from "../engine/asking.js";
import { h, nextPaint, runAfterPaint } from "../../browser/dom.js";
import { questionView } from "./questions/question.js";
import { currentRoute, pageUrl, pushRoute, sharedFragment } from "./routing.js";
import { Session } from "./session-store.js";
import { startView } from "./start.js";
import { loadState } from "../../browser/storage.js";

/** @typedef {{answers: Answers, notices: readonly Notice[]}} OfferedAnswers   not taken over until the reader says so */
/** @typedef {{text: string, facts: readonly Fact[]}} NoteValue                  empty where nothing was written */
/** @typedef {{answers: Answers, notices?: readonly Notice[]}} Outcome            of a page that is answered */
/** @typedef {{route: Route, page: HTMLElement, tellOnScreen: () => void}} RoutePage   `tellOnScreen` is called once it is there */
/** @typedef {(debrief: Debrief, route: Route) => readonly (Child | readonly Child[])[]} View */

// Long enough to find and read two sentences.
const ANNOUNCEMENT_MILLISECONDS = 7_000;
// After so many pages the guide knows roughly what happened, and the reader's own words can tell which questions matter.
const PAGES_BEFORE_NOTE = 3;

/** @type {Readonly<Record<string, View>>} */
const VIEWS = Object.freeze({
  start: startView,
  question: questionView,
});

const furtherViews = () => import("./further-views.js");
/**
 * The views that are loaded once the first question is on the screen.
 *
 * @type {Readonly<Record<string, () => Promise<View>>>}
 */
const LATER_VIEWS = Object.freeze({
  result: async () => (await import("./result/result.js")).resultView,
  checklist: async () => (await furtherViews()).checklist,
  note: async () => (await furtherViews()).note,
  answers: async () => (await furtherViews()).answers,
  saved: async () => (await furtherViews()).saved,
});

let debriefCount = 0;

export class Debrief extends Session {
  /** @type {OfferedAnswers | null} what a link or a file brought */ offeredAnswers = null;
  #status = h("p.status", { role: "status" });
  #statusTimer = 0;
  /** @type {HTMLElement} */ #page = h("div.page");
  /** @type {Map<string, View>} */ #views = new Map(Object.entries(VIEWS));
  /** @type {Route | null} the one that was last asked for */ #route = null;
  #idPrefix = `quiz-${(debriefCount += 1)}`;
  /** @type {(() => void) | null} what is put off until the page is on the screen */ #pendingHistoryUpdate = null;
  /** @type {Promise<void>} once the page that is being made is on the screen */ onScreen = Promise.resolve();
  /** @type {(RoutePage & {answers: Answers}) | null} what some answers would lead to */ #pageAhead = null;
  #aheadTimer = 0;
  /** @type {(() => Outcome) | null} what the page leads to, while an answer that was given before is being changed */ changedOutcome = null;
  /** the title of the page that the quiz is on */ documentTitle = document.title;

  /**
   * @param {HTMLElement} host
   * @param {QuizModel} model
   * @param {{root: string, key: string, facts?: string | null}} place   `root` leads to the folder that the model's
   *   addresses start from, `facts` to what people say instead of the answers
   */
  constructor(host, model, { root, key, facts }) {
    super(model, key);
    this.host = host;
    this.root = root;
    this.factsUrl = facts;
    // A key that is held down would answer the next page as well.
    host.addEventListener("keydown", (event) => {
      const isWriting = /** @type {Element} */ (event.target).matches("textarea");
      if (!event.repeat || event.key !== "Enter" || isWriting) return;
      event.preventDefault();
      event.stopPropagation();
    }, { capture: true });
  }

  /** Shows the first view instead of what the element contains. */
  async open() {
    await this.readFragment();
    this.host.classList.add("quiz");
    this.host.replaceChildren(this.#status, this.#page);
    this.render(this.offeredAnswers ? { view: "start" } : this.currentRoute, { movesFocus: false });
  }

  get currentRoute() {
    return currentRoute(this.key);
  }

  /** Returns an ID that no other debrief on the page has. @param {string} name */
  id(name) {
    return `${this.#idPrefix}-${name}`;
  }

  listen() {
    addEventListener("popstate", this);
    addEventListener("storage", this);
  }

  stopListening() {
    removeEventListener("popstate", this);
    removeEventListener("storage", this);
  }

  /** @param {Event & {key?: string | null}} event   of the browser's history, or of its storage */
  async handleEvent(event) {
    if (event.type === "popstate") {
      const isLink = await this.readFragment();
      if (isLink) this.render({ view: "start" });
      else if (!location.hash) this.#leave();
    } else if (event.key === this.key) {
      this.restore(loadState(this.key));
      this.render(this.currentRoute, { movesFocus: false });
      this.announce(this.t("changed_elsewhere"));
    }
  }

  /** Goes where the browser's history leads; an answer that was being changed stays changed. */
  #leave() {
    if (this.changedOutcome) {
      const { answers, notices } = this.changedOutcome();
      this.setAnswers(answers, notices);
    }
    this.render(this.currentRoute);
  }

  /** Reads the answers that the address holds. Returns whether it holds any. */
  async readFragment() {
    const fragment = sharedFragment();
    this.offeredAnswers = null;
    if (fragment) this.offeredAnswers = (await furtherViews()).decodeAnswers(this.compiled, fragment);
    return this.offeredAnswers !== null;
  }

  /** Returns what an answer would lead to. @param {GivenAnswer} answer @returns {Outcome} */
  outcomeOf(answer) {
    const { answers } = this.stateOf(withAnswer(this.compiled, this.answers, answer));
    const removed = this.answers.flatMap(({ question }) => question ?? []).filter((id) => !answers.some(({ question }) => question === id));
    return { answers, notices: removed.map((question) => ({ code: "no_longer_applies", detail: question })) };
  }

  /**
   * Makes the page that comes next while the reader looks at this one, so that it is there when they go on.
   *
   * @param {() => Outcome} outcomeOfPage
   * @param {boolean} [isChange]
   */
  lookAhead(outcomeOfPage, isChange) {
    clearTimeout(this.#aheadTimer);
    this.#aheadTimer = runAfterPaint(() => {
      const { answers, notices } = this;
      const outcome = outcomeOfPage();
      try {
        Object.assign(this, { notices: [], ...outcome });
        const route = this.#routeOnward(isChange);
        const build = this.#views.get(route.view);
        this.#pageAhead = build ? { ...this.#make(route.view, build, route), answers: outcome.answers } : null;
      } finally {
        Object.assign(this, { answers, notices });
      }
    });
  }

  /**
   * Keeps what was answered on a page, and what was written beside it. Returns whether anything was written.
   *
   * @param {Outcome} outcome
   * @param {NoteValue} note
   */
  keep({ answers, notices }, note) {
    const isNoted = note.text !== "" || note.facts.length > 0;
    this.setAnswers(isNoted ? withNote(this.compiled, answers, note) : answers, notices);
    return isNoted;
  }

  /**
   * Takes a page that was answered, and goes on.
   *
   * @param {Outcome} outcome
   * @param {NoteValue} note
   * @param {boolean} [isChange]     whether the reader came from the list of answers
   */
  submit(outcome, note, isChange) {
    const isNoted = this.keep(outcome, note);
    const ahead = this.#pageAhead;
    this.navigate(this.canStore && ahead?.answers === this.answers ? ahead.route : this.#routeOnward(isChange, !isNoted));
  }

  /**
   * Returns what follows a page that was answered.
   *
   * @param {boolean} [isChange]     whether the reader came from the list of answers, and goes back to it
   * @param {boolean} [mayAskForNote]
   * @returns {Route}
   */
  #routeOnward(isChange, mayAskForNote = true) {
    if (isChange) return { view: "answers" };
    // Whoever wrote something earlier may have more to say by now; whoever did so on this page has said it.
    const isTimeForNote = this.pageCount === PAGES_BEFORE_NOTE && this.#route?.view === "question";
    return isTimeForNote && mayAskForNote ? { view: "note" } : this.nextRoute;
  }

  /** Goes on to the next page, or to the result if enough was asked. */
  proceed() {
    this.navigate(this.nextRoute);
  }

  async restart() {
    await (await furtherViews()).restart(this);
  }

  async forget() {
    await (await furtherViews()).forget(this);
  }

  /** @param {OfferedAnswers} answers */
  offer(answers) {
    this.navigate({ view: "start" }, answers);
  }

  /**
   * Shows a view as a new step in the browser's history.
   *
   * @param {Route} route
   * @param {OfferedAnswers | null} [offeredAnswers]
   */
  navigate(route, offeredAnswers = null) {
    this.finishNavigation();
    this.offeredAnswers = offeredAnswers;
    this.render(route, { addsHistoryEntry: true });
  }

  /**
   * @param {Route} route
   * @param {{movesFocus?: boolean, addsHistoryEntry?: boolean}} [options]
   */
  render(route, options = {}) {
    const view = this.#canShow(route) ? route.view : "start";
    this.#route = route;
    const build = this.#views.get(view);
    if (build) this.#show(view, build, route, options);
    else void this.#load(view).then((isLoaded) => {
      if (this.#route !== route) return;
      if (isLoaded) this.render(route, options);
      else this.announce(this.t("not_loaded"));
    });
  }

  /**
   * Loads a view that is a file of its own. Resolves to whether it is there.
   *
   * @param {string} view
   */
  async #load(view) {
    try {
      this.#views.set(view, await LATER_VIEWS[view]());
      return true;
    } catch {
      return false;
    }
  }

  /** @param {Route["view"]} view @param {View} build @param {Route} route @returns {RoutePage} */
  #make(view, build, route) {
    let tellOnScreen = () => {};
    this.onScreen = new Promise((resolve) => (tellOnScreen = resolve));
    return { route, page: h(`div.page.page-${view}`, build(this, route).flat()), tellOnScreen };
  }

  /**
   * @param {Route["view"]} view
   * @param {View} build
   * @param {Route} route
   * @param {{movesFocus?: boolean, addsHistoryEntry?: boolean}} options
   */
  #show(view, build, route, { movesFocus = true, addsHistoryEntry = false }) {
    const { page, tellOnScreen } = this.#pageAhead?.route === route ? this.#pageAhead : this.#make(view, build, route);
    clearTimeout(this.#aheadTimer);
    this.#pageAhead = null;
    this.changedOutcome = null;
    const heading = /** @type {HTMLElement} */ (page.querySelector("h2"));
    // The old page goes only when the focus has left it: to lose the focus and set it again takes a slow phone twice as long.
    this.#page.before(page);
    if (movesFocus) heading.focus({ preventScroll: true });
    this.#page.remove();
    this.#page = page;
    this.announce("");
    const { top } = this.host.getBoundingClientRect();
    if (movesFocus && (top < 0 || top > innerHeight / 2)) this.host.scrollIntoView();
    // To add a history entry takes a browser as long as to draw a page, so the page comes first.
    this.#pendingHistoryUpdate = () => {
      if (addsHistoryEntry) pushRoute(this.key, route);
      document.title = view === "start" ? this.documentTitle : `${heading.textContent} · ${this.documentTitle}`;
    };
    void nextPaint().then(tellOnScreen);
    runAfterPaint(() => {
      this.finishNavigation();
      if (view !== "start") this.#loadAhead();
    });
  }

  /** Loads all other views, so that they are there before they are asked for. */
  #loadAhead() {
    for (const view of Object.keys(LATER_VIEWS)) if (!this.#views.has(view)) void this.#load(view);
  }

  /** Tells whether a route, which may come from an older session, leads to a view. @param {Route} route */
  #canShow({ view, question = "" }) {
    if (view === "question") return this.questions.has(question);
    return Object.hasOwn(VIEWS, view) || Object.hasOwn(LATER_VIEWS, view);
  }

  /** Brings history and title up to date with the current page at once, before anything else happens to it. */
  finishNavigation() {
    this.#pendingHistoryUpdate?.();
    this.#pendingHistoryUpdate = null;
  }

  back() {
    this.finishNavigation();
    history.back();
  }

  /**
   * Shows a message where the reader is, also to screen readers, for some seconds or until the next view.
   *
   * @param {string} text
   */
  announce(text) {
    this.#status.textContent = text;
    clearTimeout(this.#statusTimer);
    this.#statusTimer = setTimeout(() => (this.#status.textContent = ""), ANNOUNCEMENT_MILLISECONDS);
  }

  /** Returns what the reader should know about the answers, those on offer before their own, or false for nothing. */
  noticeList() {
    const { notices } = this.offeredAnswers ?? this;
    const texts = notices.map(({ code, detail }) => this.t(`notice_${code}`, { detail: this.questions.get(detail)?.text ?? detail }));
    if (!this.canStore) texts.push(this.t("not_saved"));
    return texts.length > 0 && h("ul.notices", texts.map((text) => h("li", text)));
  }

  /** Returns the address of this page with the answers in it, or without. @param {string} fragment   "" for none */
  shareUrl(fragment) {
    return fragment ? `${pageUrl()}#${fragment}` : pageUrl();
  }

  /** Returns the absolute address of a page of the guide. @param {string} url   relative to the site's root */
  href(url) {
    return new URL(this.root + url, document.baseURI).href;
  }
}
