/**
 * The session: its events in the order in which they came. All else is derived from them.
 *
 * @module
 */

/** @import { AnsweredChecklist, AnsweredLines, Answers, Fact, GivenAnswer, Line, Note, Notice } from "./types.js" */
/** @import { Compiled, Question } from "./model.js" */

import { isContradicted, isOpen } from "./gates.js";
import { statementsOf } from "./statements.js";

// What comes from outside may be anything: nobody reads more notices, and no notice is longer than a line.
const MAX_NOTICES = 20;
const MAX_DETAIL_LENGTH = 60;
const MAX_NOTE_LENGTH = 5_000;
const SAYINGS = ["yes", "no", "unsure"];

/** @typedef {GivenAnswer | AnsweredChecklist | AnsweredLines | Note} SessionEvent */

/**
 * Returns the answers with one more, or with one instead of the earlier answer to its question, and without those
 * whose question's gate no longer holds. An answer that the model does not know changes nothing.
 *
 * A page that is answered again replaces what was said of its options when they were asked about one by one.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 * @param {GivenAnswer} answer
 * @returns {Answers}
 */
export function withAnswer(compiled, answers, answer) {
  const { notices } = validAnswers(compiled, [answer]);
  if (notices.some(({ code }) => code !== "no_longer_applies")) return answers;
  const { question } = answer;
  if (!answers.some((event) => event.question === question)) return validAnswers(compiled, [...answers, answer]).answers;
  const revised = answers.map((event) => {
    if (event.lines) return { lines: event.lines.filter((line) => line.question !== question) };
    return event.question === question ? answer : event;
  });
  return validAnswers(compiled, revised).answers;
}

/**
 * Returns the answers with a page that asks about many questions, instead of the earlier one of its kind.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 * @param {AnsweredChecklist | AnsweredLines} page     with what was ticked on the checklist, or said to the lines
 * @returns {Answers}
 */
export function withPage(compiled, answers, page) {
  const isSameKind = (/** @type {SessionEvent} */ event) => (page.lines ? event.lines : event.checklist) !== undefined;
  const events = answers.some(isSameKind) ? answers.map((event) => (isSameKind(event) ? page : event)) : [...answers, page];
  return validAnswers(compiled, events).answers;
}

/**
 * Returns the answers with the person's own words and the facts that they picked for them.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 * @param {{text: string, facts: readonly Fact[]}} note
 * @returns {Answers}
 */
export function withNote(compiled, answers, { text, facts }) {
  return validAnswers(compiled, [...answers, { note: text, facts }]).answers;
}

/**
 * Returns what is valid in something that should be answers, and what the reader should know about the rest. The
 * answers are frozen; where a question is answered twice, the later answer counts.
 *
 * The codes of the notices: "unreadable", "unknown_question", "unknown_answer", and "no_longer_applies" for an
 * answer to a question that would not be asked after the other answers.
 *
 * @param {Compiled} compiled
 * @param {unknown} values                         parsed JSON, from storage, a file or a link
 * @param {readonly Notice[]} [precedingNotices]   notices that come before
 * @returns {{answers: Answers, notices: readonly Notice[]}}
 */
export function validAnswers(compiled, values, precedingNotices = []) {
  const list = Array.isArray(values) ? values : [null];
  const readings = list.map((value) => readEvent(compiled, value));
  /** @type {Map<unknown, SessionEvent>} */
  const events = new Map();
  // Only pages have a question; a map keeps one that is answered again in its place.
  for (const { event } of readings) if (event) events.set(event.question ?? event, event);
  const { answers, removed } = withoutContradicted(compiled, [...events.values()]);
  const notices = [
    ...precedingNotices,
    ...readings.flatMap((reading) => reading.notices),
    ...removed.map((question) => ({ code: "no_longer_applies", detail: question })),
  ];
  return { answers: Object.freeze(answers), notices: distinctNotices(notices) };
}

/**
 * Returns the event that a value holds, as far as it is valid, or null.
 *
 * @param {Compiled} compiled
 * @param {unknown} value
 * @returns {{event: SessionEvent | null, notices: readonly Notice[]}}
 */
function readEvent(compiled, value) {
  const { checklist, lines, note, facts } = Object(value);
  const [kind] = Object.entries({ checklist, lines }).find(([, list]) => Array.isArray(list)) ?? ["note"];
  if (kind === "note" && typeof note !== "string") return readPage(compiled, value);
  const list = [checklist, lines, facts].find(Array.isArray) ?? [];
  const readings = list.map((/** @type {unknown} */ fact) => readFact(compiled, fact, kind === "lines"));
  const valid = readings.flatMap(({ fact }) => fact ?? []);
  const event = kind === "note" ? { note: note.slice(0, MAX_NOTE_LENGTH), facts: valid } : { [kind]: valid };
  return { event: frozen(/** @type {any} */ (event)), notices: readings.flatMap(({ notices }) => notices) };
}

/**
 * Returns the fact that a value holds, with what was said of it if something has to be, or null for none that is valid.
 *
 * @param {Compiled} compiled
 * @param {unknown} value
 * @param {boolean} isLine     whether something has to be said of it
 * @returns {{fact: any, notices: readonly Notice[]}}
 */
function readFact({ questions }, value, isLine) {
  const { question: id, option, said } = Object(value);
  const question = questions.get(id);
  const isReadable = typeof id === "string" && typeof option === "string" && (!isLine || SAYINGS.includes(said));
  if (!isReadable) return { fact: null, notices: [notice("unreadable", id)] };
  if (!question) return { fact: null, notices: [notice("unknown_question", id)] };
  if (!question.answers.some((answer) => answer.id === option)) return { fact: null, notices: [notice("unknown_answer", option)] };
  // Whoever denies one of several answers that exclude each other has not said which it is.
  if (isLine && question.kind === "pick-one") return { fact: null, notices: [notice("unreadable", id)] };
  return { fact: isLine ? { question: id, option, said } : { question: id, option }, notices: [] };
}

/**
 * Returns the answered page that a value holds, with the options in the model's order, or null for none that is valid.
 *
 * @param {Compiled} compiled
 * @param {unknown} value
 * @returns {{event: GivenAnswer | null, notices: readonly Notice[]}}
 */
function readPage({ questions }, value) {
  const { question: id, chosen } = Object(value);
  const question = questions.get(id);
  if (typeof id !== "string" || !isChosen(chosen)) return { event: null, notices: [notice("unreadable", id)] };
  if (!question) return { event: null, notices: [notice("unknown_question", id)] };
  if (chosen === null) return { event: frozen({ question: id, chosen }), notices: [] };
  const knownOptions = question.answers.map((option) => option.id).filter((option) => chosen.includes(option));
  const unknownOptions = chosen.filter((option) => !knownOptions.includes(option));
  const notices = unknownOptions.map((option) => notice("unknown_answer", option));
  if (isAnswerTo(question, chosen, knownOptions)) return { event: frozen({ question: id, chosen: knownOptions }), notices };
  return { event: null, notices: notices.length > 0 ? notices : [notice("unreadable", id)] };
}

/**
 * Tells whether the known ones of the chosen options are still what was answered. A list all of whose ticks are
 * unknown is not "none of these", and one unknown answer of two is not the other.
 *
 * @param {Question} question
 * @param {readonly string[]} chosen
 * @param {readonly string[]} knownOptions
 */
function isAnswerTo({ kind }, chosen, knownOptions) {
  if (kind === "pick-one") return knownOptions.length === 1 && chosen.length === 1;
  return knownOptions.length > 0 || chosen.length === 0;
}

/**
 * Returns the events without the pages whose gate does not hold and the lines whose gate is contradicted, and the
 * questions of those. One that goes can take others with it. Notes and what was ticked on the checklist stay: nobody asked for them.
 *
 * @param {Compiled} compiled
 * @param {readonly SessionEvent[]} events
 * @returns {{answers: SessionEvent[], removed: readonly string[]}}
 */
function withoutContradicted({ questions }, events) {
  /** @type {string[]} */
  const removed = [];
  let answers = [...events];
  for (let count = -1; count !== removed.length;) {
    count = removed.length;
    const statements = statementsOf(questions, answers);
    const gateOf = (/** @type {string} */ question) => questions.get(question)?.gate ?? {};
    answers = answers.flatMap((event) => {
      if (event.checklist || event.facts) return event;
      if (event.lines) {
        const isMoot = (/** @type {Line} */ { question }) => isContradicted(gateOf(question), statements);
        const moot = event.lines.filter(isMoot);
        removed.push(...moot.map(({ question }) => question));
        return moot.length > 0 ? frozen({ lines: event.lines.filter((line) => !isMoot(line)) }) : event;
      }
      if (isOpen(gateOf(event.question), statements)) return event;
      removed.push(event.question);
      return [];
    });
  }
  return { answers, removed };
}

/**
 * Returns the value, frozen with all that it holds.
 *
 * @template T
 * @param {T} value
 * @returns {T}
 */
function frozen(value) {
  if (typeof value === "object" && value !== null) Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

/**
 * @param {string} code
 * @param {unknown} subject     of any type, if it comes from outside
 * @returns {Notice}
 */
function notice(code, subject) {
  return { code, detail: typeof subject === "string" ? subject : "" };
}

/**
 * Returns the first notices without repetitions, each no longer than a line.
 *
 * @param {readonly Notice[]} notices
 */
function distinctNotices(notices) {
  /** @type {Map<string, Notice>} */
  const distinct = new Map();
  for (const { code, detail: fullDetail } of notices) {
    const detail = fullDetail.slice(0, MAX_DETAIL_LENGTH);
    if (distinct.size < MAX_NOTICES) distinct.set(`${code} ${detail}`, { code, detail });
  }
  return [...distinct.values()];
}

/**
 * @param {unknown} value
 * @returns {value is string[] | null}
 */
function isChosen(value) {
  return value === null || (Array.isArray(value) && value.every((option) => typeof option === "string"));
}
