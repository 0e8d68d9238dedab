/**
 * Where a link goes in a text: a page where the cursor is, as words of the sentence, and a source into brackets at the end of the sentence that rests on it.
 *
 * @module
 */

import { LEADING_WORDS } from "./english.js";

/** @typedef {{start: number, end: number}} Selection */
/** @typedef {{inside: string, alone: string}} Leads     how a sentence goes on to a {link}, and how one begins that only leads there */

/** @type {Leads} */
const NO_LEADS = { inside: "{link}", alone: "{link}" };

const SOURCE = /^source:/;
// What ends a sentence, with the quotation marks and brackets after it.
const SENTENCE_END = /[.?!:]["”’)*]*$/;
const FIRST_END = /^[^\n]*?(?=[.?!]["”’)*]*(?:\s|$)|\n|$)/;
// Sources that a sentence has already, before its end.
const CITED = /(\[\]\(source:[\w-]+\))\)$/;
// Where a sentence begins, or an item of a list.
const BEGINNING = /(?:^|[.?!]["”’)*]*\s|\n)\s*(?:[-*]\s+)?$|[.?!]["”’)*]*$/;
const BRACKET = /[[\]]/;
const LONGEST_WORDS = 60;
const WORDS_SHOWN = 5;

/**
 * Returns a text with a link in it, and the place after the link. Words that are selected become its words, or else the title of
 * the page, which the sentence is led to unless its last word does so; of a source, which follows what rests on it, they don't,
 * and neither do whole sentences. What ends a sentence stays after the link.
 *
 * @param {string} text
 * @param {Selection} selection
 * @param {string} target     such as `source:abel-2020`
 * @param {string} [title]     of the page
 * @param {Leads} [leads]
 * @returns {{text: string, end: number}}
 */
export function withLink(text, { start, end: last }, target, title = "", leads = NO_LEADS) {
  if (SOURCE.test(target)) return withCitation(text, endOfSentence(text, last), target);
  const isSentence = /(?:^|[.?!\n])\s*$/.test(text.slice(0, start));
  const end = isSentence ? last : start + withoutEnd(text.slice(start, last)).length;
  const words = text.slice(start, end);
  const isLabel = words.trim() !== "" && words.length <= LONGEST_WORDS && !/[.?!\n]/.test(words);
  if (isLabel) return replaced(text, start, end, `[${words}](${target})`);
  const word = endOfWord(text, end);
  const place = start < last ? word : withoutEnd(text.slice(0, word)).length;
  const [before, after] = [text.slice(0, place), text.slice(place)];
  return replaced(text, place, place, leadTo(linkOf(title, target), before, leads), /\S$/.test(before) && !/[(“"]$/.test(before) ? " " : "", /^[\p{L}\p{N}]/u.test(after) ? " " : "");
}

/** Returns a link that reads as a title, or one without words where the title has brackets of its own. @param {string} title @param {string} target */
function linkOf(title, target) {
  return `[${BRACKET.test(title) ? "" : title}](${target})`;
}

/**
 * Returns a link with the words that lead to it from what stands before.
 *
 * @param {string} link
 * @param {string} before
 * @param {Leads} leads
 */
function leadTo(link, before, { inside, alone }) {
  if (BEGINNING.test(before)) return alone.replace("{link}", link);
  const word = /[\p{L}'’]+(?=\s*$)/u.exec(before)?.[0].toLowerCase() ?? "";
  const leading = [...LEADING_WORDS, ...inside.toLowerCase().split(/[^\p{L}]+/u)];
  return /[(“":,;–-]\s*$/.test(before) || leading.includes(word) ? link : inside.replace("{link}", link);
}

/**
 * Returns the last words before the place at which a link would stand.
 *
 * @param {string} text
 * @param {Selection} selection
 */
export function wordsBefore(text, { end }) {
  const words = text.slice(0, endOfSentence(text, end)).replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").split(/\s+/).filter(Boolean);
  return `${words.length > WORDS_SHOWN ? "… " : ""}${words.slice(-WORDS_SHOWN).join(" ")}`;
}

/** @param {string} text @param {number} place @param {string} target */
function withCitation(text, place, target) {
  const cited = CITED.exec(text.slice(0, place));
  if (cited) return replaced(text, place - 1, place - 1, `, [](${target})`);
  return replaced(text, place, place, `([](${target}))`, /\S$/.test(text.slice(0, place)) ? " " : "", /^[\p{L}\p{N}]/u.test(text.slice(place)) ? " " : "");
}

/**
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @param {string} link
 * @param {string} [before]
 * @param {string} [after]
 */
function replaced(text, start, end, link, before = "", after = "") {
  return { text: `${text.slice(0, start)}${before}${link}${after}${text.slice(end)}`, end: start + before.length + link.length };
}

/** Returns a text without the mark that ends its last sentence. @param {string} text */
function withoutEnd(text) {
  return text.replace(/[.?!]$/, "");
}

/** Returns the end of the word in which a place is. @param {string} text @param {number} place */
function endOfWord(text, place) {
  const isInside = /[\p{L}\p{N}'’-]$/u.test(text.slice(0, place));
  return isInside ? place + (/^[\p{L}\p{N}'’-]*/u.exec(text.slice(place))?.[0].length ?? 0) : place;
}

/**
 * Returns where a source goes that was put at a place: before the mark that ends the sentence, if that is right before it, or
 * before the end of the first sentence where no words stand before it.
 *
 * @param {string} text
 * @param {number} place
 */
function endOfSentence(text, place) {
  const before = text.slice(0, endOfWord(text, place)).trimEnd();
  const paragraph = before === "" || /\n\s*\n/.test(text.slice(before.length, place));
  if (paragraph) return text.length - text.slice(place).trimStart().length + (FIRST_END.exec(text.slice(place).trimStart())?.[0].length ?? 0);
  const end = SENTENCE_END.exec(before);
  // A bracket before the mark belongs to the sentence; one after it closes what the sentence is in.
  return end ? end.index : before.length;
}
