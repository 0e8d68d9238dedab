/**
 * The session: the answers in the order in which they were given. All else is derived from them.
 *
 * @module
 */

/** @import { Answers, GivenAnswer, Notice } from "./types.js" */
/** @import { Compiled, Question } from "./model.js" */

import { chosenOf, isOpen } from "./gates.js";

// What comes from outside may be anything: nobody reads more notices, and no notice is longer than a line.
const MAX_NOTICES = 20;
const MAX_DETAIL_LENGTH = 60;

/**
 * Returns the answers with one more, or with one in place of the earlier answer to its question, and without those
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
  // A map keeps a changed answer in its place.
  const byQuestion = new Map(answers.map((earlier) => [earlier.question, earlier])).set(answer.question, answer);
  return validAnswers(compiled, [...byQuestion.values()]).answers;
}

/**
 * Returns the answers without the one given last.
 *
 * @param {Answers} answers
 * @returns {Answers}
 */
export function withoutLast(answers) {
  return Object.freeze(answers.slice(0, -1));
}

/**
 * Returns what is valid in something that should be answers, and what the reader should know about the rest. The
 * answers are frozen; where a question is answered twice, the later answer counts.
 *
 * The codes of the notices: "unreadable", "unknown_question", "unknown_answer", and "no_longer_applies" for an
 * answer to a question that would not be asked after the other answers.
 *
 * @param {Compiled} compiled
 * @param {unknown} values                         parsed JSON, from storage or a file
 * @param {readonly Notice[]} [precedingNotices]   notices that come before
 * @returns {{answers: Answers, notices: readonly Notice[]}}
 */
export function validAnswers(compiled, values, precedingNotices = []) {
  const list = Array.isArray(values) ? values : [null];
  const readings = list.map((value) => readAnswer(compiled, value));
  const byQuestion = new Map(readings.flatMap(({ answer }) => (answer ? [[answer.question, answer]] : [])));
  const { answers, removed } = withoutContradicted(compiled, [...byQuestion.values()]);
  const notices = [
    ...precedingNotices,
    ...readings.flatMap((reading) => reading.notices),
    ...removed.map(({ question }) => ({ code: "no_longer_applies", detail: question })),
  ];
  return { answers: Object.freeze(answers), notices: distinctNotices(notices) };
}

/**
 * Returns the answer that a value holds, with the options in the model's order, or null for none that is valid.
 *
 * @param {Compiled} compiled
 * @param {unknown} value
 * @returns {{answer: GivenAnswer | null, notices: readonly Notice[]}}
 */
function readAnswer({ questions }, value) {
  const { question: id, chosen } = Object(value);
  const question = questions.get(id);
  if (typeof id !== "string" || !isChosen(chosen)) return { answer: null, notices: [notice("unreadable", id)] };
  if (!question) return { answer: null, notices: [notice("unknown_question", id)] };
  if (chosen === null) return { answer: Object.freeze({ question: id, chosen }), notices: [] };
  const knownOptions = question.answers.map((option) => option.id).filter((option) => chosen.includes(option));
  const unknownOptions = chosen.filter((option) => !knownOptions.includes(option));
  const notices = unknownOptions.map((option) => notice("unknown_answer", option));
  if (isAnswerTo(question, chosen, knownOptions)) {
    return { answer: Object.freeze({ question: id, chosen: Object.freeze(knownOptions) }), notices };
  }
  return { answer: null, notices: notices.length > 0 ? notices : [notice("unreadable", id)] };
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
 * Returns the answers whose question's gate holds, and those that had to go. One that goes can take others along.
 *
 * @param {Compiled} compiled
 * @param {readonly GivenAnswer[]} answers
 * @returns {{answers: GivenAnswer[], removed: readonly GivenAnswer[]}}
 */
function withoutContradicted(compiled, answers) {
  const chosen = chosenOf(answers);
  const isAsked = (/** @type {GivenAnswer} */ { question }) => isOpen(compiled.questions.get(question)?.gate ?? {}, chosen);
  const remaining = answers.filter(isAsked);
  if (remaining.length === answers.length) return { answers: remaining, removed: [] };
  const rest = withoutContradicted(compiled, remaining);
  return { answers: rest.answers, removed: [...answers.filter((answer) => !isAsked(answer)), ...rest.removed] };
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
