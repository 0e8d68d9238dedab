/**
 * Advice on an entry by what is in it, beside the rules that are patterns.
 *
 * @module
 */

/** @import { EntryState } from "./entry-state.js" */
/** @import { Diagnostic, Entry, FormData, Path, Schema } from "./types.js" */

import { groupsOf } from "./answer-groups.js";
import { textChanges } from "./changes.js";
import { textsOf, wordsOf } from "./entry-texts.js";
import { hasOpenDetail, openDetailOf } from "./entry-state.js";
import { filled, mapAt, textAt } from "./schema.js";

// An answer that denies all others, in English; `linting/rules/questions.py` has the same.
const NO = /^(?:no|none|neither|nothing|not at all|none of (?:these|them|the above))[.!]*$/i;
// One that denies what the groups ask about can be below them all; `linting/rules/questions.py` has the same.
const DENIAL_START = /^(?:no|none|neither|nothing|nobody|never)\b/i;

// Fewer words are taken out on purpose.
const LEAST_WORDS = 20;
// What has so small a part of its words left is hardly a shorter way to say the same.
const LEAST_LEFT = 0.25;
const PARAGRAPH_END = /\n\s*\n/;
// Words, and no list or quotation, up to a link and the bracket around it.
const LINK_AT_END = /^(?!\s*(?:[-*>]|\d+[.)]) )\s*(?:[^\s[]+\s+){3}[\s\S]*\]\([^()\s]*\)\)?\s*$/;

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
 * Returns advice for texts of which most was replaced by far less, as happens when more was selected than meant.
 *
 * @param {Entry} before     the entry as the guide has it
 * @param {Entry} entry
 * @param {Schema} schema
 * @returns {Diagnostic[]}
 */
export function takenOut(before, entry, schema) {
  return textChanges(before, entry, schema).flatMap(({ path, before: old, after }) => {
    const [words, rest] = [old, after].map((sentences) => wordsOf(sentences.join(" ")).map((word) => word.toLowerCase()));
    const left = words.filter((word) => rest.includes(word)).length;
    const isLoss = words.length >= LEAST_WORDS && rest.length > 0 && Math.max(left, rest.length) < LEAST_LEFT * words.length;
    return isLoss ? [{ path, code: "taken-out", blanks: { count: words.length, rest: rest.length }, isAdvice: true }] : [];
  });
}

/**
 * Returns advice for paragraphs that end with a link and without a full stop.
 *
 * @param {Entry} entry
 * @param {Schema} schema
 * @returns {Diagnostic[]}
 */
export function openEnds(entry, schema) {
  return textsOf(/** @type {Entry} */ (filled(entry) ?? {}), schema, schema, [])
    .filter(({ text, isProse }) => isProse && text.split(PARAGRAPH_END).some((paragraph) => LINK_AT_END.test(paragraph)))
    .map(({ path }) => ({ path, code: "open-end", isAdvice: true }));
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
