/**
 * The quiz as it runs on a page: which view is shown, and what leads from one to another.
 *
 * @module
 */

/** @import { Answers, GivenAnswer, Notice, QuizModel } from "../engine/types.js" */
/** @import { Route } from "./routing.js" */

import { decodeAnswers, withAnswer } from "../engine/index.js";
import { answerListView } from "./answer-list.js";
import { h, runAfterPaint } from "./dom.js";
import { questionView } from "./question.js";
import { resultView } from "./result.js";
import { currentRoute, pageUrl, pushRoute, sharedFragment } from "./routing.js";
import { savedDebriefsView } from "./saved-debriefs.js";
import { Session } from "./session.js";
import { startView } from "./start.js";
import { loadState } from "./storage.js";

/** @typedef {{answers: Answers, notices: readonly Notice[]}} OfferedAnswers   not taken over until the reader says so */

// Long enough to find and read two sentences.
const ANNOUNCEMENT_MILLISECONDS = 7_000;
const VIEWS = Object.freeze({
  start: startView,
  question: questionView,
  answers: answerListView,
  result: resultView,
  saved: savedDebriefsView,
});

export class Debrief extends Session {
  /** @type {OfferedAnswers | null} what a link or a file brought */ offeredAnswers = null;
  #status = h("p.status", { role: "status" });
  #statusTimer = 0;
  #page = h("div.page");
  /** @type {(() => void) | null} what is put off until the page is on the screen */ #pendingHistoryUpdate = null;
  /** the title of the page that the quiz stands on */ documentTitle = document.title;

  /**
   * @param {HTMLElement} host
   * @param {QuizModel} model
   * @param {{root: string, key: string}} place   `root` leads to the folder that the model's addresses start from
   */
  constructor(host, model, { root, key }) {
    super(model, key);
    this.host = host;
    this.root = root;
    this.readFragment();
    host.classList.add("quiz");
    host.replaceChildren(this.#status, this.#page);
    this.render(this.offeredAnswers ? { view: "start" } : currentRoute(), { movesFocus: false });
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
  handleEvent(event) {
    if (event.type === "popstate") {
      const isLink = this.readFragment();
      if (isLink) this.render({ view: "start" });
      else if (!location.hash) this.render(currentRoute());
    } else if (event.key === this.key) {
      this.restore(loadState(this.key));
      this.render(currentRoute(), { movesFocus: false });
      this.announce(this.t("changed_elsewhere"));
    }
  }

  /** Reads the answers that the address holds. Returns whether it holds any. */
  readFragment() {
    const fragment = sharedFragment();
    this.offeredAnswers = decodeAnswers(this.compiled, fragment);
    return this.offeredAnswers !== null;
  }

  /** Returns what an answer would lead to. @param {GivenAnswer} answer */
  stateAfter(answer) {
    return this.stateOf(withAnswer(this.compiled, this.answers, answer));
  }

  /**
   * @param {GivenAnswer} answer
   * @param {boolean} isChange     whether the reader came from the list of answers
   */
  submit(answer, isChange) {
    const { answers } = this.stateAfter(answer);
    const removed = this.answers.flatMap(({ question }) => question ?? []).filter((id) => !answers.some(({ question }) => question === id));
    this.setAnswers(answers, removed.map((question) => ({ code: "no_longer_applies", detail: question })));
    if (isChange) this.navigate({ view: "answers" });
    else this.proceed();
  }

  /** Goes on to the next question, or to the result if enough was asked. */
  proceed() {
    const { next, stop } = this.state;
    if (next && (!stop || this.keepGoing)) this.navigate({ view: "question", question: next.question });
    else this.navigate({ view: "result" });
  }

  /** Starts over, with nothing answered. */
  restart() {
    if (this.answers.length > 0 && !confirm(this.t("start_again_sure"))) return;
    this.keepGoing = false;
    this.doneActions = new Set();
    this.setAnswers([]);
    this.proceed();
  }

  /** Forgets everything, in this window and on the device. */
  forget() {
    if (!confirm(this.t("forget_sure"))) return;
    this.clear();
    this.navigate({ view: "start" });
    this.announce(this.t("forgotten"));
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
  render(route, { movesFocus = true, addsHistoryEntry = false } = {}) {
    const view = this.#canShow(route) ? route.view : "start";
    const page = h(`div.page.page-${view}`, VIEWS[view](this, route));
    const heading = /** @type {HTMLElement} */ (page.querySelector("h2"));
    // The old page goes once the focus has left it: to lose and find it takes a slow phone twice as long as to move it.
    this.#page.before(page);
    if (movesFocus) heading.focus({ preventScroll: true });
    this.#page.remove();
    this.#page = page;
    this.announce("");
    const { top } = this.host.getBoundingClientRect();
    if (movesFocus && (top < 0 || top > innerHeight / 2)) this.host.scrollIntoView();
    // To add a history entry takes a browser as long as to draw a page, so the page comes first.
    this.#pendingHistoryUpdate = () => {
      if (addsHistoryEntry) pushRoute(route);
      document.title = view === "start" ? this.documentTitle : `${heading.textContent} · ${this.documentTitle}`;
    };
    runAfterPaint(() => this.finishNavigation());
  }

  /** Tells whether a route, which may come from an older session, leads to a view. @param {Route} route */
  #canShow({ view, question = "" }) {
    return Object.hasOwn(VIEWS, view) && (view !== "question" || this.questions.has(question));
  }

  /** Makes the history and the title those of the current page now, before anything else happens to it. */
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

  /** Returns the absolute address of a page of the guide. @param {string} url   relative to the site's root */
  href(url) {
    return new URL(this.root + url, document.baseURI).href;
  }

  /** Returns the address of this page with the answers in it, or without. @param {string} fragment   "" for none */
  shareUrl(fragment) {
    return fragment ? `${pageUrl()}#${fragment}` : pageUrl();
  }
}
