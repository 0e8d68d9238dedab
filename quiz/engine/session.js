/**
 * The session: the answers in the order in which they were given. All else is derived from them.
 *
 * @module
 */

/** @import { Answered, Answers, Notice } from "./types.js" */
/** @import { Compiled } from "./model.js" */

import { chosenOf, isOpen } from "./gates.js";

// What comes from outside may be anything: nobody reads more notices, and no notice is longer than a line.
const MOST_NOTICES = 20;
const LONGEST_DETAIL = 60;

/**
 * Returns the answers with one more, or with one in place of the earlier answer to its question, and without those
 * whose question's gate no longer holds. An answer that the model does not know changes nothing.
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 * @param {Answered} answered
 * @returns {Answers}
 */
export function withAnswer(compiled, answers, answered) {
  if (validAnswers(compiled, [answered]).notices.some(({ code }) => code !== "no_longer_applies")) return answers;
  // A map keeps a changed answer in its place.
  const given = new Map(answers.map((each) => [each.question, each])).set(answered.question, answered);
  return validAnswers(compiled, [...given.values()]).answers;
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
 * Returns what is valid in something that should be answers, and what the reader should know about the rest.
 *
 * The codes of the notices: "unreadable", "unknown_question", "unknown_answer", and "no_longer_applies" for an
 * answer to a question that would not be asked after the other answers.
 *
 * @param {Compiled} compiled
 * @param {unknown} unknown               parsed JSON, from storage or a file
 * @param {readonly Notice[]} [first]     notices that come before
 * @returns {{answers: Answers, notices: readonly Notice[]}}
 */
export function validAnswers(compiled, unknown, first = []) {
  /** @type {Map<string, Answered>} */
  const valid = new Map();
  /** @type {Map<string, Notice>} */
  const notices = new Map();
  const note = (/** @type {string} */ code, /** @type {unknown} */ about) => {
    const detail = typeof about === "string" ? about.slice(0, LONGEST_DETAIL) : "";
    if (notices.size < MOST_NOTICES) notices.set(`${code} ${detail}`, { code, detail });
  };
  for (const { code, detail } of first) note(code, detail);
  for (const each of Array.isArray(unknown) ? unknown : [null]) {
    const { question, chosen } = Object(each);
    const entry = compiled.questions.get(question);
    if (typeof question !== "string" || !isChosen(chosen)) note("unreadable", question);
    else if (!entry) note("unknown_question", question);
    else {
      const { answers, kind } = entry;
      const known = chosen && answers.map(({ id }) => id).filter((id) => chosen.includes(id));
      const lost = chosen?.filter((id) => !known?.includes(id)) ?? [];
      for (const id of lost) note("unknown_answer", id);
      // A list all of whose ticks were lost is not "none of these", and one lost answer of two is not the other.
      const isOne = kind === "pick-one";
      if (!known || (isOne ? known.length === 1 && chosen.length === 1 : known.length >= Math.min(chosen.length, 1))) {
        valid.set(question, Object.freeze({ question, chosen: known && Object.freeze(known) }));
      } else if (!lost.length) note("unreadable", question);
    }
  }
  // An answer that goes can take others along.
  let answers = [...valid.values()];
  for (let before = -1; before !== answers.length; ) {
    before = answers.length;
    const given = chosenOf(answers);
    answers = answers.filter(({ question }) => {
      const stays = isOpen(compiled.questions.get(question)?.gate ?? {}, given);
      if (!stays) note("no_longer_applies", question);
      return stays;
    });
  }
  return { answers: Object.freeze(answers), notices: [...notices.values()] };
}

/**
 * @param {unknown} value
 * @returns {value is string[] | null}
 */
function isChosen(value) {
  return value === null || (Array.isArray(value) && value.every((each) => typeof each === "string"));
}
