/**
 * The answers and what is kept beside them, here and on the device; all else is worked out from the answers.
 *
 * @module
 */

/** @import { ActionEntry, Answers, CauseEntry, Diagnosis, NextQuestion, Notice } from "../engine/types.js" */
/** @import { QuestionEntry, QuizModel, StopReason } from "../engine/types.js" */
/** @import { Kept, Saved } from "./storage.js" */

import { compile, diagnose, nextQuestion, stopReason, validAnswers } from "../engine/index.js";
import { load, save, savedFrom } from "./storage.js";
import { Words } from "./words.js";

/** @typedef {{answers: Answers, next: NextQuestion | null, stop: StopReason | null, diagnosis?: Diagnosis}} State */

export class Session extends Words {
  /** @type {Answers} */ answers = [];
  /** @type {ReadonlySet<string>} ids of the actions that are ticked off */ done = new Set();
  /** @type {readonly Kept[]} */ kept = [];
  /** @type {Map<string, string>} fills the blanks of messages; may name people, is never saved */ blanks = new Map();
  /** @type {readonly Notice[]} what the reader should know about the answers */ notices = [];
  keepGoing = false;
  /** when the answers were last changed */ at = new Date();
  canSave;
  /** @type {Map<string, State>} by the answers as text */ #states = new Map();

  /**
   * @param {QuizModel} model
   * @param {string} key      under which things are saved
   */
  constructor(model, key) {
    super(model);
    this.model = model;
    this.compiled = compile(model);
    this.key = key;
    this.causes = byId(model.causes);
    this.actions = byId(model.actions);
    this.questions = byId(model.questions);
    this.take(load(key));
    // Tried beside what is saved, which other windows would take for a change.
    this.canSave = save(`${key}?`, this.saved()) && save(`${key}?`, null);
  }

  /**
   * Takes up what was saved.
   *
   * @param {Saved} saved
   */
  take(saved) {
    const { answers, notices } = validAnswers(this.compiled, saved.answers ?? []);
    this.answers = answers;
    this.notices = notices;
    this.keepGoing = saved.keepGoing;
    this.done = new Set(saved.done.filter((id) => this.actions.has(id)));
    this.at = new Date(saved.at);
    this.kept = [];
    this.addKept(saved.kept);
  }

  /**
   * Adds kept debriefs, from the device or from a file, apart from those that are there already.
   *
   * @param {Saved["kept"]} kept
   */
  addKept(kept) {
    const known = new Set(this.kept.map(({ at }) => at));
    const others = kept.filter(({ at }) => !known.has(at));
    const checked = others.map(({ name, at, answers }) => ({ name, at, answers: validAnswers(this.compiled, answers).answers }));
    this.kept = [...this.kept, ...checked];
  }

  /** Returns all that is worth saving; what fills the blanks is not. */
  saved() {
    const { answers, done, keepGoing, at, kept } = this;
    return { answers, done: [...done], keepGoing, at: at.toISOString(), kept };
  }

  save() {
    this.canSave = save(this.key, this.saved());
  }

  /**
   * @param {Answers} answers
   * @param {readonly Notice[]} [notices]
   */
  setAnswers(answers, notices = []) {
    this.answers = answers;
    this.notices = notices;
    this.at = new Date();
    this.save();
  }

  /** Forgets everything, here and on the device. */
  clear() {
    this.take(savedFrom({}));
    this.blanks.clear();
    this.#states.clear();
    save(this.key, null);
  }

  get state() {
    return this.stateOf(this.answers);
  }

  /**
   * Returns what answers lead to, worked out once: most of it while the reader still looks at what they have chosen.
   *
   * @param {Answers} answers
   * @returns {State}
   */
  stateOf(answers) {
    const text = JSON.stringify(answers);
    let state = this.#states.get(text);
    if (!state) {
      const next = nextQuestion(this.compiled, answers);
      state = { answers, next, stop: stopReason(this.compiled, answers, next) };
      this.#states.set(text, state);
    }
    return state;
  }

  get diagnosis() {
    return (this.state.diagnosis ??= diagnose(this.compiled, this.answers));
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
