/**
 * Advice on an entry by what is in it, beside the rules that are patterns.
 *
 * @module
 */

/** @import { EntryState } from "./entry-state.js" */
/** @import { Diagnostic, Entry, FormData, Path } from "./types.js" */

import { groupsOf } from "./answer-groups.js";
import { hasOpenDetail, openDetailOf } from "./entry-state.js";
import { filled, mapAt, textAt } from "./schema.js";

// An answer that denies all others, in English; `linting/rules/questions.py` has the same.
const NO = /^(?:no|none|neither|nothing|not at all|none of (?:these|them|the above))[.!]*$/i;
// One that denies what the groups ask about can be below them all; `linting/rules/questions.py` has the same.
const DENIAL_START = /^(?:no|none|neither|nothing|nobody|never)\b/i;

/**
 * Returns advice for a cause that has no sign, without which the debrief never names it.
 *
 * @param {Entry} entry
 * @param {string | null} signs     where the entry holds its signs, or null for one that has none
 * @returns {Diagnostic[]}
 */
export function signAdvice(entry, signs) {
  return signs === null || filled(entry[signs] ?? "") !== undefined ? [] : [{ path: [signs], code: "no-signs", isAdvice: true }];
}

/**
 * Returns what is odd about the answers of a question: there is only one, or one denies the others although several can
 * be ticked.
 *
 * @param {Entry} question
 * @param {FormData} data
 * @returns {Diagnostic[]}
 */
export function answerAdvice({ kind, groups = {}, answers = {} }, { language }) {
  const texts = Object.entries(/** @type {Record<string, {text?: string}>} */ (answers)).map(([id, { text = "" }]) => ({ id, text: text.trim() }));
  const alone = texts.length === 1 ? [{ path: ["answers"], code: "one-answer-alone" }] : [];
  const isTicked = kind === "pick-any" && language.startsWith("en");
  const denials = texts.filter(({ text }) => isTicked && NO.test(text)).map(({ id, text }) => (
    { path: ["answers", id, "text"], code: "bare-no", blanks: { text }, isAdvice: true }));
  return [...alone, ...denials, ...ungrouped({ groups, answers })];
}

/** Returns advice for the answers that are in no group of a question that has some. @param {Entry} question @returns {Diagnostic[]} */
function ungrouped(question) {
  const groups = groupsOf(question);
  const ids = Object.keys(mapAt(question, ["answers"])).filter((id) => !groups.some(([, members]) => members.includes(id)));
  if (groups.length === 0) return [];
  return ids.filter((id) => !DENIAL_START.test(textAt(question, ["answers", id, "text"]).trim())).map((id) => (
    { path: ["answers", id], code: "answer-without-group", isAdvice: true }));
}

/**
 * Returns advice for the new answers of a question that no cause names: until one does, the debrief learns nothing from them.
 *
 * @param {Entry} question
 * @param {Entry} before     the question as the guide has it
 * @param {readonly string[]} named     the answers that causes name which are sent along
 * @returns {Diagnostic[]}
 */
export function causelessAnswers({ role, answers = {} }, before, named) {
  if (!speaksForCauses(role)) return [];
  const known = [...Object.keys(before.answers ?? {}), ...named];
  return Object.keys(answers).filter((id) => !known.includes(id)).slice(0, 1).map((id) => (
    { path: ["answers", id], code: before.answers ? "answer-without-cause" : "question-without-cause", isAdvice: true }));
}

/** Whether the answers of a question speak for causes: those that choose the next question, or name a fear, don't. @param {unknown} role */
export function speaksForCauses(role) {
  return role !== "routing" && role !== "fear";
}

/**
 * Returns an error where a source has an open detail and nobody says which.
 *
 * @param {Pick<EntryState, "kind" | "isNew" | "entry" | "detail">} state
 * @param {Path} path     of the field that asks for it
 * @returns {Diagnostic[]}
 */
export function openDetail(state, path) {
  return hasOpenDetail(state) && openDetailOf(state) === "" ? [{ path, code: "open-detail" }] : [];
}
