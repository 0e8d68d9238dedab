/**
 * The reader's answers and what is stored beside them; all else is derived from the answers.
 *
 * @module
 */

/** @import { ActionEntry, Answers, CauseEntry, Diagnosis, Fact, GivenAnswer, NextPage, NextQuestion } from "../engine/types.js" */
/** @import { Notice, QuestionEntry, QuizModel, StopReason } from "../engine/types.js" */
/** @import { Route } from "./routing.js" */
/** @import { SavedDebrief, StoredState } from "../../browser/storage.js" */

import { compile, isSameFact, nextPage, nextQuestion, pagesLeft, stopReason, toldFacts, validAnswers } from "../engine/asking.js";
import { loadState, ticksKey, toStoredState, writeJson } from "../../browser/storage.js";
import { Strings } from "../../browser/strings.js";

// Where too many pages are left to say how many: so large a part of the most that there can be, and never fewer than so many.
const USUAL_PART_OF_PAGES = 0.8;
const LEAST_UNKNOWN_PAGES = 4;

/**
 * What some answers lead to.
 *
 * @typedef {object} DerivedState
 * @property {Answers} answers
 * @property {NextPage} page                null where enough was asked
 * @property {NextQuestion | null} next     null where no question is left
 * @property {StopReason | null} stop       null where the next question is worth asking
 * @property {Diagnosis} [diagnosis]        once it was asked for
 * @property {number} [pagesLeft]           likewise
 */

export class Session extends Strings {
  /** @type {Answers} */ answers = [];
  /** @type {ReadonlySet<string>} ids of the actions that are ticked off */ doneActions = new Set();
  /** @type {readonly SavedDebrief[]} */ savedDebriefs = [];
  /** @type {Map<string, string>} fills the blanks of messages; may name people, is never stored */ blankValues = new Map();
  /** @type {readonly Notice[]} what the reader should know about the answers */ notices = [];
  /** whether to ask on although enough was asked */ keepGoing = false;
  /** when the answers were last changed */ changedAt = new Date();
  /** @type {boolean} */ canStore;
  /** @type {Map<string, DerivedState>} by the answers as text */ #states = new Map();

  /**
   * @param {QuizModel} model
   * @param {string} key      under which the session is stored
   */
  constructor(model, key) {
    super(model);
    this.model = model;
    this.compiled = compile(model);
    this.key = key;
    this.causes = byId(model.causes);
    this.actions = byId(model.actions);
    this.questions = byId(model.questions);
    this.restore(loadState(key));
    // Tried under another key, since other windows would take a write under this one for a change.
    this.canStore = writeJson(`${key}?`, this.snapshot()) && writeJson(`${key}?`, null);
  }

  /** @param {StoredState} stored */
  restore(stored) {
    const { answers, notices } = validAnswers(this.compiled, stored.answers ?? []);
    this.answers = answers;
    this.notices = notices;
    this.keepGoing = stored.keepGoing;
    this.doneActions = new Set(stored.done.filter((id) => this.actions.has(id)));
    this.changedAt = new Date(stored.at);
    this.savedDebriefs = [];
    this.addSavedDebriefs(stored.kept);
  }

  /**
   * Adds saved debriefs, from the device or from a file, apart from those that are there already.
   *
   * @param {StoredState["kept"]} debriefs
   */
  addSavedDebriefs(debriefs) {
    const presentDates = new Set(this.savedDebriefs.map(({ at }) => at));
    const additions = debriefs
      .filter(({ at }) => !presentDates.has(at))
      .map(({ name, at, answers }) => ({ name, at, answers: validAnswers(this.compiled, answers).answers }));
    this.savedDebriefs = [...this.savedDebriefs, ...additions];
  }

  /**
   * Returns all that is worth storing; what fills the blanks of messages is not.
   *
   * @returns {StoredState}
   */
  snapshot() {
    const { answers, doneActions, keepGoing, changedAt, savedDebriefs } = this;
    // oxlint-disable-next-line eslint/id-denylist -- The key on devices and in files.
    return { answers, done: [...doneActions], keepGoing, at: changedAt.toISOString(), kept: savedDebriefs };
  }

  store() {
    this.canStore = writeJson(this.key, this.snapshot());
  }

  /**
   * @param {Answers} answers
   * @param {readonly Notice[]} [notices]
   */
  setAnswers(answers, notices = []) {
    this.answers = answers;
    this.notices = notices;
    this.changedAt = new Date();
    this.store();
  }

  /** Forgets everything, in this window and on the device. */
  clear() {
    this.restore(toStoredState({}));
    this.blankValues.clear();
    this.#states.clear();
    writeJson(this.key, null);
    writeJson(ticksKey(this.key), null);
  }

  get state() {
    return this.stateOf(this.answers);
  }

  /**
   * Returns what answers lead to. It is computed once, for the most part while the reader still looks at what they chose.
   *
   * @param {Answers} answers
   * @returns {DerivedState}
   */
  stateOf(answers) {
    const text = JSON.stringify(answers);
    let state = this.#states.get(text);
    if (!state) {
      const page = nextPage(this.compiled, answers);
      const isQuestion = page?.kind === "question";
      const next = isQuestion ? page : nextQuestion(this.compiled, answers);
      state = { answers, page, next, stop: isQuestion ? null : stopReason(this.compiled, answers, next) };
      this.#states.set(text, state);
    }
    return state;
  }

  /** What to show next. @returns {Route} */
  get nextRoute() {
    const { page, next } = this.state;
    if (page?.kind === "checklist") return { view: "checklist" };
    if (page) return { view: "question", question: page.question };
    return next && this.keepGoing ? { view: "question", question: next.question } : { view: "result" };
  }

  /** The pages that were answered; the reader's own words are none. */
  get #pages() {
    return this.answers.filter(({ facts }) => !facts);
  }

  get pageCount() {
    return this.#pages.length;
  }

  /** How many pages there will have been in the end, as far as can be told. */
  get pageTotal() {
    this.state.pagesLeft ??= this.#pagesLeft();
    return this.pageCount + this.state.pagesLeft;
  }

  #pagesLeft() {
    const { page, next } = this.state;
    if (!page) return this.keepGoing && next ? 1 : 0;
    const usual = Math.round(USUAL_PART_OF_PAGES * this.model.stopping.pages) - this.pageCount;
    return pagesLeft(this.compiled, this.answers) ?? Math.max(usual, LEAST_UNKNOWN_PAGES);
  }

  /** Returns the number of a page among those that were answered, or of the next one, from 1. @param {(event: Answers[number]) => unknown} isPage */
  numberOf(isPage) {
    const index = this.#pages.findIndex(isPage);
    return (index < 0 ? this.pageCount : index) + 1;
  }

  /** Returns the answer to a question's page. @param {string} id @returns {GivenAnswer | undefined} */
  answerTo(id) {
    for (const event of this.answers) if (event.question === id) return event;
    return undefined;
  }

  /** Tells whether a fact was told, on whatever page. @param {Fact} fact */
  isTold(fact) {
    return toldFacts(this.compiled, this.answers).some((other) => isSameFact(other, fact));
  }

  /** @param {string} id */
  cause(id) {
    return /** @type {CauseEntry} */ (this.causes.get(id));
  }

  /** @param {string} id */
  action(id) {
    return /** @type {ActionEntry} */ (this.actions.get(id));
  }

  /** @param {string} id */
  question(id) {
    return /** @type {QuestionEntry} */ (this.questions.get(id));
  }
}

/**
 * @template {{id: string}} T
 * @param {readonly T[]} entries
 * @returns {ReadonlyMap<string, T>}
 */
function byId(entries) {
  return new Map(entries.map((entry) => [entry.id, entry]));
}
