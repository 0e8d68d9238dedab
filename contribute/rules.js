/**
 * The rules of the guide, as `afterview check` holds entries against them. They come with form.json: those over one text
 * are patterns, and to each of the others there is a function here.
 *
 * @module
 */

/** @import { Text } from "./entry-texts.js" */
/** @import { Diagnostic, Entry, FormData, Path, Rule, Value } from "./types.js" */

import { countOf, isInScope, passagesOf, plainWords, sentencesOf, textsOf, wordsOf } from "./entry-texts.js";
import { linksIn } from "./references.js";
import { ID, filled, isDay, mainTexts } from "./schema.js";

/** @typedef {{path: Path, blanks?: Diagnostic["blanks"], isWhole?: boolean, variant?: string}} Finding */

/**
 * What rules look at. Passages are the texts that are read as sentences, without the targets of their links.
 *
 * @typedef {object} Subject
 * @property {Entry} entry
 * @property {string} kind
 * @property {FormData} data
 * @property {readonly Text[]} texts
 * @property {readonly Text[]} passages
 * @property {boolean} isComplete     whether no needed field is missing
 * @property {Date} today
 */

const MILLISECONDS_OF_DAY = 86_400_000;
const DAY_OR_PART = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/;
const FINDING = /(?:^|[^A-Za-z])((?:[Ss]tudies|[Rr]esearch) (?:shows?|proves?|found|finds?))(?![A-Za-z])(?! no)/;

/**
 * Returns what rules find in an entry.
 *
 * @param {Entry} entry
 * @param {string} kind
 * @param {FormData} data
 * @param {boolean} isComplete
 * @param {Date} today
 * @returns {Diagnostic[]}
 */
export function ruleDiagnostics(entry, kind, data, isComplete, today) {
  const { schema } = data.kinds[kind];
  const texts = textsOf(entry, schema, schema, []);
  const passages = passagesOf(texts, kind, data);
  const subject = { entry, kind, data, texts, passages, isComplete, today };
  return data.rules.all.flatMap((rule) => {
    const findings = rule.pattern === undefined ? (CHECKS[rule.code]?.(subject) ?? []) : patternFindings(rule, subject);
    const { code, isAdvice, message, hint } = rule;
    return findings.map(({ path, blanks = {}, isWhole = false, variant }) => (
      { path, code, variant, blanks: { ...blanks, instead: hint }, isAdvice, isWhole, text: `${asSentence(message)} ${asSentence(hint)}` }));
  });
}

/**
 * Returns what a rule says as a sentence for people: with a capital letter, a full stop and quotation marks.
 *
 * @param {string} [words]
 */
function asSentence(words = "") {
  const text = words.replace(/`([^`]*)`/g, "“$1”");
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}${/[.?!]$/.test(text) ? "" : "."}`;
}

/**
 * Returns the matches of a pattern in each text that it looks at.
 *
 * @param {Rule} rule
 * @param {Subject} subject
 * @returns {Finding[]}
 */
function patternFindings({ pattern = "", flags, texts = [], where = {}, isPlain, unless }, subject) {
  if (unless && subject.entry[unless]) return [];
  const regex = new RegExp(pattern, `g${flags}`);
  return (isPlain ? subject.passages : subject.texts)
    .filter(({ isProse, genre }) => texts.includes(isProse ? "prose" : "line") && isInScope(where, genre, subject.kind, subject.data.kinds))
    .flatMap(({ path, text }) => allMatches(regex, text).map((blanks) => ({ path, blanks })));
}

/**
 * Returns the fragments that a pattern points to, each once, with the blanks that they fill. A match of a pattern with groups
 * in which no group takes part is something to be skipped.
 *
 * @param {RegExp} regex     a global one
 * @param {string} text
 * @returns {{fragment: string, [blank: string]: string}[]}
 */
export function allMatches(regex, text) {
  const matches = Array.from(text.matchAll(regex)).flatMap((match) => {
    const fragment = match.length === 1 ? match[0] : match.slice(1).find((group) => group !== undefined);
    return fragment === undefined ? [] : [{ fragment, ...match.groups }];
  });
  return matches.filter(({ fragment }, at) => matches.findIndex((other) => other.fragment === fragment) === at);
}

/** @type {Record<string, (subject: Subject) => Finding[]>} */
const CHECKS = {
  "shares-do-not-add-up": ({ entry, kind, data }) =>
    kind === "question" ? baseShareFindings(entry, data) : signShareFindings(entry, data),

  "one-answer": ({ entry, kind, data }) =>
    kind === "case"
      ? namedValues(entry.answers)
          .map(([id, answers]) => ({ id, count: [answers].flat().length }))
          .filter(({ id, count }) => data.pickOne.includes(id) && count !== 1)
          .map((blanks) => ({ path: ["answers", blanks.id], blanks }))
      : [],

  "no-source": ({ entry, texts }) => {
    const { strength = "none", sources } = Object.fromEntries(namedValues(entry.evidence));
    const isMissing = strength !== "none" && !namesAny(sources) && !citesAny(texts);
    return isMissing ? [{ path: ["evidence", "sources"], blanks: { strength: String(strength) } }] : [];
  },

  "figure-without-source": ({ entry }) => {
    const { strength, says = "" } = Object.fromEntries(namedValues(entry.evidence));
    const finding = strength === "none" ? FINDING.exec(String(says)) : null;
    return finding ? [{ path: ["evidence", "says"], blanks: { fragment: finding[1] } }] : [];
  },

  "unlisted-source": ({ entry, data }) => {
    const { says = "", sources = [] } = Object.fromEntries(namedValues(entry.evidence));
    const listed = [sources].flat().map(String);
    const cited = [...new Set(Array.from(String(says).matchAll(/\]\(source:([a-z0-9-]+)\)/g), ([, id]) => id))];
    return cited
      .filter((id) => !listed.includes(id))
      .map((id) => ({ path: ["evidence", "sources"], blanks: { title: data.titles.sources?.[id] ?? id } }));
  },

  "verdict-without-source": ({ entry, kind, data, texts }) => {
    const { verdict, sources, references } = entry;
    // Of several, the last of the scale claims nothing.
    const [claimless] = Object.keys(data.titles.verdicts ?? {}).slice(1).slice(-1);
    const isClaim = kind === "myth" && typeof verdict === "string" && verdict !== claimless;
    const isMissing = isClaim && !namesAny(sources) && !namesAny(references) && !citesAny(texts);
    return isMissing ? [{ path: ["sources"], blanks: { verdict } }] : [];
  },

  "minutes-do-not-add-up": ({ entry, kind }) => {
    const { minutes: whole } = Object.fromEntries(namedValues(entry.effort));
    if (kind !== "action" || !whole || !Array.isArray(entry.steps)) return [];
    const minutes = entry.steps.map((step) => Number(Object.fromEntries(namedValues(step)).minutes ?? 0));
    const total = minutes.reduce((sum, minute) => sum + minute, 0);
    const isWrong = minutes.every(Boolean) ? total !== Number(whole) : total > Number(whole);
    return isWrong ? [{ path: ["effort", "minutes"], blanks: { total, whole: Number(whole) } }] : [];
  },

  "listed-twice": ({ entry }) => {
    const { main, also = [] } = Object.fromEntries(namedValues(entry.turned_out));
    const again = [also].flat().flatMap((id, at) => (id === main ? [{ path: ["turned_out", "also", at], blanks: { id: String(id) } }] : []));
    return [...repeatedIds(entry, []), ...again];
  },

  "future-date": ({ entry: { reviewed }, today }) => {
    const tomorrow = isoDay(new Date(today.getTime() + MILLISECONDS_OF_DAY));
    const isPast = typeof reviewed !== "string" || !isDay(reviewed) || reviewed <= tomorrow;
    return isPast ? [] : [{ path: ["reviewed"], blanks: { date: reviewed, today: isoDay(today) } }];
  },

  "future-text": ({ entry, today }) => {
    const tomorrow = isoDay(new Date(today.getTime() + MILLISECONDS_OF_DAY));
    const latest = { as_of: tomorrow, year: String(today.getUTCFullYear() + 1) };
    return Object.entries(latest).flatMap(([field, last]) => {
      const written = entry[field];
      const isLater = typeof written === "string" && DAY_OR_PART.test(written) && written > last.slice(0, written.length);
      return isLater ? [{ path: [field], blanks: { date: written, field, today: today.getUTCFullYear() } }] : [];
    });
  },

  "old-review": ({ entry: { reviewed }, kind, data, today }) => {
    const most = data.rules.style.review_months[kind];
    if (!most || typeof reviewed !== "string" || !isDay(reviewed)) return [];
    const [year, month, day] = reviewed.split("-").map(Number);
    const begun = today.getUTCDate() < day ? 1 : 0;
    const months = (today.getUTCFullYear() - year) * 12 + today.getUTCMonth() + 1 - month - begun;
    return months >= most ? [{ path: ["reviewed"], blanks: { months } }] : [];
  },

  "same-answer": ({ entry, kind }) => {
    const hasText = (/** @type {Value} */ answer) => namedValues(answer).some(([name]) => name === "text");
    const answers = kind === "question" ? namedValues(entry.answers).filter(([, answer]) => hasText(answer)) : [];
    const said = ["text", "also_said"].flatMap((field) => answers.flatMap(([id, answer]) =>
      [Object.fromEntries(namedValues(answer))[field] ?? []].flat().map((words, at) =>
        ({ id, path: field === "text" ? [field] : [field, at], words: plainWords(String(words)) }))));
    return said.flatMap(({ id, path, words }) => {
      const first = said.find((other) => other.words === words);
      return first && first.id !== id ? [{ path: ["answers", id, ...path], blanks: { id: first.id } }] : [];
    });
  },

  "long-sentence": ({ passages, kind, data }) => {
    const isOne = data.rules.style.summary_sentences?.[kind] === 1;
    const most = data.rules.style.sentence_words ?? Infinity;
    return passages.flatMap(({ path, text }) => {
      const long = sentencesOf(text).find((sentence) => wordsOf(sentence).length > most);
      if (!long) return [];
      const variant = isOne && path[0] === "summary" ? "long-sentence-alone" : undefined;
      return [{ path, variant, blanks: { count: wordsOf(long).length, start: long.trim().split(/\s+/, 3).join(" "), most } }];
    });
  },

  "page-too-short": (subject) => lengthFindings(subject, (count, [least]) => count < least),
  "page-too-long": (subject) => lengthFindings(subject, (count, [, most]) => count > most),

  "hard-to-read": ({ kind, passages, data, isComplete }) => {
    const least = data.rules.style.reading_ease ?? null;
    const prose = passages.filter(({ isProse }) => isProse).map(({ text }) => text);
    const words = prose.flatMap(wordsOf);
    if (least === null || !data.language.startsWith("en") || !isComplete || words.length < data.rules.leastWords) return [];
    const ease = readingEase(words, prose.flatMap(sentencesOf).length);
    return ease < least ? [{ ...wholeOf(kind, data), blanks: { ease: Math.round(ease), least: Math.round(least) } }] : [];
  },
};

/** Whether a list names anything; an item that is still to be filled in names nothing. @param {Value} [list] */
function namesAny(list) {
  return Array.isArray(list) && filled(list) !== undefined;
}

/** Whether texts cite a source. @param {readonly Text[]} texts */
function citesAny(texts) {
  return texts.some(({ text, isProse }) => isProse && linksIn(text).some(({ kind }) => kind === "source"));
}

/**
 * @param {Entry} entry
 * @param {FormData} data
 * @returns {Finding[]}
 */
function signShareFindings({ signs }, { answers, pickOne, shares, rules: { tolerance } }) {
  return namedValues(signs).flatMap(([question, words]) => {
    const sum = sumOf(namedValues(words).map(([, word]) => word), shares);
    const isWhole = namedValues(words).length === Object.keys(answers[question] ?? {}).length;
    const isWrong = sum && (sum.total > 1 + tolerance || (isWhole && sum.total < 1 - 2 * tolerance));
    return isWrong && pickOne.includes(question) ? [{ path: ["signs", question], blanks: sum.blanks }] : [];
  });
}

/**
 * @param {Entry} entry
 * @param {FormData} data
 * @returns {Finding[]}
 */
function baseShareFindings({ kind, answers }, { shares, rules: { tolerance } }) {
  const bases = namedValues(answers).map(([, answer]) => Object.fromEntries(namedValues(answer)).base);
  const sum = kind === "pick-one" ? sumOf(bases, shares) : null;
  return sum && Math.abs(sum.total - 1) > 2 * tolerance ? [{ path: ["answers"], blanks: sum.blanks }] : [];
}

/**
 * Returns the sum of shares in words, or null where one of the words is not there (yet).
 *
 * @param {readonly Value[]} words
 * @param {FormData["shares"]} shares
 */
function sumOf(words, shares) {
  const known = words.map(String).filter((word) => word in shares);
  if (known.length < words.length || known.length === 0) return null;
  const total = known.reduce((sum, word) => sum + shares[word], 0);
  const percent = Math.round(total * 100);
  return { total, blanks: { percent, words: known.map((word) => `${word} (${Math.round(shares[word] * 100)})`).join(" + ") } };
}

/**
 * @param {Value} value
 * @param {Path} path
 * @returns {Finding[]}
 */
function repeatedIds(value, path) {
  if (typeof value === "string") return [];
  if (!Array.isArray(value)) return namedValues(value).flatMap(([name, field]) => repeatedIds(field, [...path, name]));
  return value.flatMap((item, at) => {
    if (typeof item !== "string") return repeatedIds(item, [...path, at]);
    return ID.test(item) && value.indexOf(item) < at ? [{ path: [...path, at], blanks: { id: item } }] : [];
  });
}

/**
 * @param {Subject} subject
 * @param {(count: number, limits: readonly [number, number]) => boolean} isWrong
 * @returns {Finding[]}
 */
function lengthFindings({ kind, passages, data, isComplete }, isWrong) {
  const limits = data.rules.style.page_words[kind];
  const count = countOf(passages);
  if (!limits || !isComplete || !isWrong(count, limits)) return [];
  return [{ ...wholeOf(kind, data), blanks: { count, least: limits[0], most: limits[1] } }];
}

/**
 * Returns where something is that is said of all texts of an entry: at the first of those that can be made longer.
 *
 * @param {string} kind
 * @param {FormData} data
 * @returns {{path: Path, isWhole: true}}
 */
function wholeOf(kind, { kinds }) {
  const { schema, titleField } = kinds[kind];
  return { path: [mainTexts(schema)[0] ?? titleField], isWhole: true };
}

/**
 * Returns Flesch's reading ease of an English text; see the generator's `style.py`.
 *
 * @param {readonly string[]} words
 * @param {number} sentences
 */
function readingEase(words, sentences) {
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 206.835 - (1.015 * words.length) / sentences - (84.6 * syllables) / words.length;
}

/** @param {string} word */
function syllablesOf(word) {
  const lower = word.toLowerCase().replaceAll("'", "");
  const groups = (lower.match(/[aeiouy]+/g) ?? []).length;
  const isSilent = groups > 1 && /[^lei]e$|[^td]ed$/.test(lower);
  return Math.max(1, groups - (isSilent ? 1 : 0));
}

/** @param {Date} day */
function isoDay(day) {
  return day.toISOString().slice(0, 10);
}

/**
 * Returns the values of a value that has names for them, or none where it has no names.
 *
 * @param {Value | undefined} value
 * @returns {[string, Value][]}
 */
function namedValues(value) {
  return typeof value === "object" && !Array.isArray(value) ? Object.entries(value) : [];
}
