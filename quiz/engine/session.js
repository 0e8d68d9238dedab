/**
 * The session: its events in the order in which they came. All else is derived from them.
 *
 * @module
 */

/** @import { AnsweredChecklist, Answers, Fact, GivenAnswer, Note, Notice } from "./types.js" */
/** @import { Compiled, Question } from "./model.js" */

import { noteOfLines } from "./former-lines.js";
import { isOpen } from "./gates.js";
import { asksForScenes } from "./scenes.js";
import { statementsOf } from "./statements.js";

// What comes from outside may be anything: nobody reads more notices, and no notice is longer than a line.
const MAX_NOTICES = 20;
const MAX_DETAIL_LENGTH = 60;
const MAX_NOTE_LENGTH = 5_000;

/** @typedef {GivenAnswer | AnsweredChecklist | Note} SessionEvent */

/**
 * Returns the answers with one more, or with one instead of the earlier answer to its question, and without those
 * whose question's gate no longer holds. An answer that the model does not know changes nothing.
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
  return validAnswers(compiled, answers.map((event) => (event.question === question ? answer : event))).answers;
}

/**
 * Returns the answers with the checklist, instead of an earlier one.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 * @param {readonly Fact[]} checklist     what was ticked
 * @returns {Answers}
 */
export function withChecklist(compiled, answers, checklist) {
  const isPresent = answers.some((event) => event.checklist);
  const events = isPresent ? answers.map((event) => (event.checklist ? { checklist } : event)) : [...answers, { checklist }];
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
 * Returns the event that a value holds, as far as it is valid, or null; a note that says nothing is none.
 *
 * @param {Compiled} compiled
 * @param {unknown} value
 * @returns {{event: SessionEvent | null, notices: readonly Notice[]}}
 */
function readEvent(compiled, value) {
  const { checklist, lines, note, facts } = Object(value);
  if (Array.isArray(lines)) return readEvent(compiled, noteOfLines(lines));
  if (Array.isArray(checklist)) {
    const ticked = readFacts(compiled, checklist);
    return { event: frozen({ checklist: ticked.facts }), notices: ticked.notices };
  }
  if (typeof note !== "string") return readPage(compiled, value);
  const picked = readFacts(compiled, Array.isArray(facts) ? facts : []);
  const isEmpty = note === "" && picked.facts.length === 0;
  return { event: isEmpty ? null : frozen({ note: note.slice(0, MAX_NOTE_LENGTH), facts: picked.facts }), notices: picked.notices };
}

/**
 * Returns the facts that values hold, as far as they are valid.
 *
 * @param {Compiled} compiled
 * @param {readonly unknown[]} values
 * @returns {{facts: readonly Fact[], notices: readonly Notice[]}}
 */
function readFacts(compiled, values) {
  const readings = values.map((value) => readFact(compiled, value));
  return { facts: readings.flatMap(({ fact }) => fact ?? []), notices: readings.flatMap(({ notices }) => notices) };
}

/**
 * Returns the fact that a value holds, or null for none that is valid.
 *
 * @param {Compiled} compiled
 * @param {unknown} value
 * @returns {{fact: Fact | null, notices: readonly Notice[]}}
 */
function readFact({ questions }, value) {
  const { question: id, option } = Object(value);
  const question = questions.get(id);
  if (typeof id !== "string" || typeof option !== "string") return { fact: null, notices: [notice("unreadable", id)] };
  if (!question) return { fact: null, notices: [notice("unknown_question", id)] };
  if (!question.answers.some((answer) => answer.id === option)) return { fact: null, notices: [notice("unknown_answer", option)] };
  return { fact: { question: id, option }, notices: [] };
}

/**
 * Returns the answered page that a value holds, with the options in the model's order, scenes in that of choice, or null for none
 * that is valid.
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
  const options = question.answers.map((option) => option.id);
  // Which scene was chosen first says something.
  const knownOptions = asksForScenes(question)
    ? [...new Set(chosen)].filter((option) => options.includes(option))
    : options.filter((option) => chosen.includes(option));
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
 * Returns the events without the pages whose gate does not hold, and the questions of those. One that goes can take others
 * with it. Notes and what was ticked on the checklist stay: nobody asked for them.
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
