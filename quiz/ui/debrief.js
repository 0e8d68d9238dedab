/**
 * The quiz as it runs on a page: where the reader is, and what is drawn for it.
 *
 * @module
 */

/** @import { Answered, Answers, Notice, QuizModel } from "../engine/types.js" */
/** @import { Route } from "./routing.js" */

import { decodeAnswers, withAnswer } from "../engine/index.js";
import { afterPaint, h } from "./dom.js";
import { keptView } from "./kept.js";
import { questionView } from "./question.js";
import { resultView } from "./result.js";
import { currentRoute, enter, sharedFragment, withoutFragment } from "./routing.js";
import { Session } from "./session.js";
import { startView } from "./start.js";
import { load } from "./storage.js";
import { answersView } from "./your-answers.js";

// Long enough to find and read two sentences.
const SAID_MILLISECONDS = 7_000;
const VIEWS = { start: startView, question: questionView, answers: answersView, result: resultView, kept: keptView };

export class Debrief extends Session {
  /** @type {{answers: Answers, notices: readonly Notice[]} | null} what a link or a file brought */ shared = null;
  #status = h("p.status", { role: "status" });
  #silence = 0;
  page = h("div.page");
  pageTitle = document.title;
  /** @type {(() => void) | null} what is left to do once the page is on the screen */ #rest = null;

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
    host.replaceChildren(this.#status, this.page);
    this.show(this.shared ? { view: "start" } : currentRoute(), false);
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
      if (isLink || !location.hash) this.show(isLink ? { view: "start" } : currentRoute());
    } else if (event.key === this.key) {
      this.take(load(this.key));
      this.show(currentRoute(), false);
      this.say(this.t("changed_elsewhere"));
    }
  }

  /** Takes up what the address brings after its "#". Tells whether there was anything. */
  readFragment() {
    const fragment = sharedFragment();
    this.shared = fragment ? decodeAnswers(this.compiled, fragment) : null;
    return fragment !== "";
  }

  /** Returns what an answer would lead to. @param {Answered} answered */
  ifAnswered(answered) {
    return this.stateOf(withAnswer(this.compiled, this.answers, answered));
  }

  /**
   * @param {Answered} answered
   * @param {boolean} isChange     whether the reader came from the list of answers
   */
  answer(answered, isChange) {
    const { answers } = this.ifAnswered(answered);
    const gone = this.answers.filter(({ question }) => !answers.some((each) => each.question === question));
    this.setAnswers(answers, gone.map(({ question }) => ({ code: "no_longer_applies", detail: question })));
    if (isChange) this.go("answers");
    else this.proceed();
  }

  /** Goes on to the next question, or to the result if enough was asked. */
  proceed() {
    const { next, stop } = this.state;
    if (next && (!stop || this.keepGoing)) this.go("question", { question: next.question });
    else this.go("result");
  }

  /** Starts over, with nothing answered. */
  restart() {
    if (this.answers.length > 0 && !confirm(this.t("start_again_sure"))) return;
    this.keepGoing = false;
    this.done = new Set();
    this.setAnswers([]);
    this.proceed();
  }

  /** Forgets everything, here and on the device. */
  forget() {
    if (!confirm(this.t("forget_sure"))) return;
    this.clear();
    this.go("start");
    this.say(this.t("forgotten"));
  }

  /**
   * @param {Route["view"]} view
   * @param {Omit<Route, "view">} [more]
   * @param {Debrief["shared"]} [shared]   answers to offer on the first page
   */
  go(view, more, shared = null) {
    this.settle();
    this.shared = shared;
    this.show({ view, ...more }, true, true);
  }

  /**
   * @param {Route} route
   * @param {boolean} [moveFocus]
   * @param {boolean} [isStep]      whether the browser's history should have it as a new step
   */
  show(route, moveFocus = true, isStep = false) {
    const isAsked = route.view !== "question" || this.questions.has(route.question ?? "");
    const isKnown = Object.hasOwn(VIEWS, route.view) && isAsked;
    const view = isKnown ? route.view : "start";
    const page = h(`div.page.page-${view}`, VIEWS[view](this, route));
    const heading = /** @type {HTMLElement} */ (page.querySelector("h2"));
    // The old page goes once the focus has left it: to lose and find it takes a slow phone twice as long as to move it.
    this.page.before(page);
    if (moveFocus) heading.focus({ preventScroll: true });
    this.page.remove();
    this.page = page;
    this.say("");
    const { top } = this.host.getBoundingClientRect();
    if (moveFocus && (top < 0 || top > innerHeight / 2)) this.host.scrollIntoView();
    // To note a step takes a browser as long as to draw a page, so the page comes first.
    this.#rest = () => {
      if (isStep) enter(route);
      document.title = view === "start" ? this.pageTitle : `${heading.textContent} · ${this.pageTitle}`;
    };
    afterPaint(() => this.settle());
  }

  /** Does what is left to do for the page, before anything else happens to it. */
  settle() {
    this.#rest?.();
    this.#rest = null;
  }

  back() {
    this.settle();
    history.back();
  }

  /**
   * Says something where the reader is, and for screen readers. It stands for some seconds, or until the next page.
   *
   * @param {string} text
   */
  say(text) {
    this.#status.textContent = text;
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => (this.#status.textContent = ""), SAID_MILLISECONDS);
  }

  /** @param {string} url   relative to the site's root */
  href(url) {
    return new URL(this.root + url, document.baseURI).href;
  }

  /** Returns the address of this page with the answers in it, or without. @param {string} fragment */
  link(fragment) {
    return withoutFragment() + (fragment && `#${fragment}`);
  }
}
