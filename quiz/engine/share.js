/**
 * The answers as text that fits after the # of an address, and that survives what happens to addresses on their way.
 *
 *   d2_VERSION_4.1x9kq2f_how-far.half-way.7qe_water.~.0b2_~c.saw.steam.k31_~f.shape.flat.w0r
 *
 * is format 2, the version of the content, how many parts follow with a checksum of all, and the parts: a page with
 * what was chosen (nothing for "none of these", `~` for "not sure"), what was ticked on the checklist (`~c`), and
 * the facts that were told in notes (`~f`). Each part ends with a checksum of its own, so that the rest can still be
 * read where one was cut off or damaged. The characters are those that nothing on the way encodes (RFC 3986, section
 * 2.3), but for `~`, which some do. A link ends with a letter or a digit, so that nothing is taken for punctuation.
 * `~l` is read, not written (former-lines.js).
 *
 *   d1~VERSION~how-far.half-way~water._~saw.__
 *
 * is format 1, which had pages alone: `_` stands for "not sure" and `__` for "none of these". It is read, not written.
 *
 * @module
 */

/** @import { Answers, Fact, Notice } from "./types.js" */
/** @import { Compiled } from "./model.js" */
/** @import { SessionEvent } from "./session.js" */

import { noteOfLines } from "./former-lines.js";
import { validAnswers } from "./session.js";

const NOT_SURE = "~";
const CHECKLIST = "~c";
const FACTS = "~f";
const FORMER_LINES = "~l";
const PART_CHECK_LENGTH = 3;
const WHOLE_CHECK_LENGTH = 7;

/**
 * What a fragment holds, whether or not any model knows it. Where it could not be read, `events` has something that is no
 * event. `lost` is how many parts are missing at the end, `isIntact` whether the whole is as it was written.
 *
 * @typedef {{version: string, events: readonly unknown[], lost: number, isIntact: boolean}} Shared
 */

/**
 * Returns the answers as a URL fragment, without the leading "#".
 *
 * @param {Compiled} compiled
 * @param {Answers} answers
 * @returns {string}
 */
export function encodeAnswers(compiled, answers) {
  const parts = answers.flatMap((event) => {
    const tokens = tokensOf(event);
    return tokens ? [withCheck(tokens.join("."))] : [];
  });
  const version = encodeId(compiled.model.version);
  return ["d2", version, `${parts.length}.${wholeCheck(version, parts)}`, ...parts].join("_");
}

/**
 * Returns the answers that a fragment holds, as far as the model knows them, and what the reader should know; null for
 * a fragment that no debrief wrote.
 *
 * It never throws, whatever the text. Besides the codes of `validAnswers` there are "older_content", for a link
 * that was made with other content, "link_cut" and "link_damaged".
 *
 * @param {Compiled} compiled
 * @param {string} fragment      without the leading "#"
 * @returns {{answers: Answers, notices: readonly Notice[]} | null}
 */
export function decodeAnswers(compiled, fragment) {
  if (!isShareFragment(fragment)) return null;
  const shared = parseFragment(fragment);
  if (!shared) return validAnswers(compiled, null);
  /** @type {Notice[]} */
  const notices = [];
  if (shared.version !== compiled.model.version) notices.push({ code: "older_content", detail: shared.version });
  if (shared.lost > 0) notices.push({ code: "link_cut", detail: String(shared.lost) });
  else if (!shared.isIntact) notices.push({ code: "link_damaged", detail: "" });
  return validAnswers(compiled, shared.events, notices);
}

/** Tells whether a fragment is a link with answers, and no other part of a page's address. @param {string} fragment */
function isShareFragment(fragment) {
  return /^d\d+(?:[_~]|%7e|%5f)/i.test(fragment);
}

/**
 * Returns what a fragment says, whether or not any model knows it; null for one that cannot be read. It never throws.
 *
 * @param {string} fragment      without the leading "#"
 * @returns {Shared | null}
 */
export function parseFragment(fragment) {
  if (/^d1(?:~|%7e)/i.test(fragment)) return parseFirstFormat(fragment);
  const text = fragment.replace(/%(?:7e|5f|2e|2d)/gi, decodeURIComponent);
  // What was appended begins with a character that no link has, or is punctuation.
  const [own] = /^[\w.~-]*/.exec(text) ?? [""];
  const [format, version, header = "", ...parts] = own.replace(/[._~-]+$/, "").split("_");
  const [count, check] = header.split(".");
  if (format !== "d2" || version === undefined) return null;
  const total = /^\d{1,4}$/.test(count) ? Number(count) : parts.length;
  const written = parts.slice(0, total);
  const isWhole = (/** @type {string} */ part) => withCheck(part.slice(0, -PART_CHECK_LENGTH - 1)) === part;
  const whole = written.filter(isWhole);
  const lost = written.slice(0, whole.length).every(isWhole) ? total - whole.length : 0;
  return {
    version: decodeId(version) ?? "",
    events: whole.map((part) => eventOf(part.split(".").slice(0, -1))),
    lost,
    isIntact: check === wholeCheck(version, written) && whole.length === total,
  };
}

/**
 * Returns what an event becomes in a link, or null for one of which nothing is shared.
 *
 * @param {SessionEvent} event
 * @returns {readonly string[] | null}
 */
function tokensOf(event) {
  if (event.checklist) return [CHECKLIST, ...factTokens(event.checklist)];
  if (event.facts) return event.facts.length > 0 ? [FACTS, ...factTokens(event.facts)] : null;
  return [encodeId(event.question), ...(event.chosen?.map(encodeId) ?? [NOT_SURE])];
}

/** @param {readonly Fact[]} facts */
function factTokens(facts) {
  return facts.flatMap(({ question, option }) => [encodeId(question), encodeId(option)]);
}

/**
 * Returns the event that the tokens of a part stand for.
 *
 * @param {readonly string[]} tokens
 */
function eventOf([first, ...rest]) {
  if (first === FORMER_LINES) {
    const lines = chunks(rest, 3).map(([question, option, said]) => ({ question: decodeId(question), option: decodeId(option), said }));
    return noteOfLines(lines);
  }
  if (first === CHECKLIST || first === FACTS) {
    const facts = chunks(rest, 2).map(([question, option]) => ({ question: decodeId(question), option: decodeId(option) }));
    return first === CHECKLIST ? { checklist: facts } : { note: "", facts };
  }
  return { question: decodeId(first), chosen: rest[0] === NOT_SURE ? null : rest.map(decodeId) };
}

/**
 * Returns a list in pieces of the same length; the last may be shorter.
 *
 * @param {readonly string[]} list
 * @param {number} length
 */
function chunks(list, length) {
  return Array.from({ length: Math.ceil(list.length / length) }, (_, at) => list.slice(at * length, (at + 1) * length));
}

/** Returns a part with the checksum of its own. @param {string} part */
function withCheck(part) {
  return `${part}.${checksum(part, PART_CHECK_LENGTH)}`;
}

/**
 * @param {string} version
 * @param {readonly string[]} parts
 */
function wholeCheck(version, parts) {
  return checksum([version, parts.length, ...parts].join("_"), WHOLE_CHECK_LENGTH);
}

/**
 * Returns the last digits, to the base 36, of a hash of 32 bits (FNV-1a, mixed as MurmurHash3 does in the end).
 *
 * @param {string} text
 * @param {number} length
 */
function checksum(text, length) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0).toString(36).padStart(length, "0").slice(-length);
}

/**
 * Returns what a fragment of format 1 says. It has no checksum: what an address was given on its way is cut off, and a
 * last part without an answer is one that lost its "not sure".
 *
 * @param {string} fragment
 * @returns {Shared | null}
 */
function parseFirstFormat(fragment) {
  const text = fragment.replace(/%7e/gi, "~").replace(/[&?].*$/s, "").replace(/[)\].,;:!?'"\u2026]+$/, "");
  const [, version, ...parts] = text.split("~");
  if (version === undefined) return null;
  const events = parts.map((part) => {
    const [question, ...options] = part.split(".");
    return { question: decoded(question), chosen: firstFormatChosen(options) };
  });
  return { version: decoded(version) ?? "", events, lost: 0, isIntact: true };
}

/** @param {readonly string[]} options */
function firstFormatChosen(options) {
  if (options[0] === "_") return null;
  if (options[0] === "__") return [];
  return options.length > 0 ? options.map(decoded) : undefined;
}

/**
 * Returns the id in letters, digits and hyphens; any other byte of it is `~` and two hexadecimal digits.
 *
 * @param {string} id
 */
function encodeId(id) {
  const escaped = encodeURIComponent(id).replace(/[~._!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
  return escaped.replaceAll("%", "~");
}

/** Returns the id, or undefined where the text encodes none. @param {string | undefined} text */
function decodeId(text = "~") {
  return decoded(text.replaceAll("~", "%"));
}

/** Returns the text without percent-encoding, or undefined where it is not valid. @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
