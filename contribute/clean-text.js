/**
 * Cleaning of what keyboards, clipboards and word processors leave in a text.
 *
 * @module
 */

const UNUSUAL_SPACES = /[\u00a0\u1680\u2000-\u200a\u2028-\u202f\u205f\u3000]/gu;
// oxlint-disable-next-line no-misleading-character-class -- each character stands for itself
const ZERO_WIDTH = /[\u00ad\u034f\u061c\u180e\u200b\u2060-\u2064\u2066-\u206f\ufeff]/gu;
// oxlint-disable-next-line no-control-regex -- these are what it removes
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/gu;
const LONE_SURROGATES = /\p{Surrogate}/gu;

// By what most people copy a DOI.
const DOI_ADDRESS = /^(?:(?:https?:\/\/)?(?:www\.|dx\.)?doi\.org\/|doi(?:\s*:|\s)\s*)+(?=10\.)/i;
// A DOI in the address of a publisher's page, and what such an address adds to it.
const DOI_IN_ADDRESS = /^(?:https?:\/\/)?[\w.-]+\.[a-z]{2,}\/\S*?(10\.\d{4,9}(?:\/|%2f)[^\s?#]+)/i;
const VIEW_OF_PAPER = /(?:\/(?:abstract|abs|full|fulltext|full\/html|e?pdf|html|summary|meta)|\.pdf|[/.,;)\]])+$/i;
// An address as people say it, without what begins it in a link.
const ADDRESS_WITHOUT_SCHEME = /^(?:www\.)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?=[/?#]|$)\S*$/i;
// A line that ends as a sentence does, and one that begins as one does.
const SENTENCE_END = /[.?!:]["”’)*]*$/;
// What word processors put before the items of a list.
const BULLET = /^( *)[•●▪◦‣⁃·○■–—][ \t]*(?=\S)/u;
const ITEM = /^ *(?:-|\d+[.)]) +\S/;
// A line at the margin that begins a sentence: what goes on with an item begins further in, or with a small letter.
const NEW_SENTENCE = /^["“'*[]*\p{Lu}/u;

/**
 * Returns a text of several lines in which lists have Markdown's bullets, and an empty line before and after them.
 *
 * @param {string} text     cleaned
 */
export function withLists(text) {
  let isInList = false;
  return text.split("\n").flatMap((original, at, all) => {
    const line = original.replace(BULLET, "$1- ");
    const isItem = ITEM.test(line);
    const begins = isItem && !isInList && at > 0 && all[at - 1].trim() !== "";
    const ends = isInList && !isItem && NEW_SENTENCE.test(line);
    isInList = isItem || (isInList && !ends && line.trim() !== "");
    return begins || ends ? ["", line] : [line];
  }).join("\n");
}

/**
 * Returns a text with ordinary spaces and line ends, and without what can't be seen. Tabs between words stay: they are
 * the columns of a spreadsheet, which a rule reports.
 *
 * @param {string} text
 */
export function cleaned(text) {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/^[ \t]*\t[ \t]*/gm, (indent) => indent.replace(/\t/g, "  "))
    .replace(UNUSUAL_SPACES, " ")
    .replace(ZERO_WIDTH, "")
    .replace(LONE_SURROGATES, "\ufffd")
    .replace(CONTROL_CHARACTERS, "")
    .replace(/[ ]+$/gm, "")
    .trim();
}

/** Strips the web address from a DOI, including a publisher's. @param {string} text */
export function withoutDoiAddress(text) {
  const doi = text.trim().replace(DOI_ADDRESS, "");
  const [, ofPage] = DOI_IN_ADDRESS.exec(doi) ?? [];
  return ofPage ? ofPage.replace(/%2f/i, "/").replace(VIEW_OF_PAPER, "") : doi;
}

/** Returns an address with `https://` before it, where it was typed without. @param {string} text */
export function withScheme(text) {
  const address = text.trim();
  return ADDRESS_WITHOUT_SCHEME.test(address) ? `https://${address}` : text;
}

/**
 * Returns Markdown with an empty line between lines that are paragraphs: where each line ends a sentence and the next begins one,
 * whoever typed them meant that. A text that a mail program has wrapped stays.
 *
 * @param {string} text
 */
export function withParagraphs(text) {
  const lines = linesOf(text.replace(/\r\n?/g, "\n"));
  const breaks = loneBreaks(lines);
  const areSentences = breaks.every((at) => SENTENCE_END.test(lines[at - 1]) && NEW_SENTENCE.test(lines[at]));
  return areSentences && breaks.length > 0 ? withLinesApart(text) : text;
}

/** Whether lines of a text would be joined into one paragraph. @param {string} text */
export function hasLoneBreaks(text) {
  return loneBreaks(linesOf(text)).length > 0;
}

/** Returns a text with an empty line between all lines of its paragraphs. @param {string} text */
export function withLinesApart(text) {
  const lines = linesOf(text);
  const breaks = new Set(loneBreaks(lines));
  return lines.flatMap((line, at) => (breaks.has(at) ? ["", line] : [line])).join("\n");
}

/** @param {string} text */
function linesOf(text) {
  return withLists(text).split("\n").map((line) => line.trimEnd());
}

/** Returns the numbers of the lines that go on with the paragraph of the line before. @param {readonly string[]} lines */
function loneBreaks(lines) {
  return [...lines.keys()].filter((at) => at > 0 && isPlainLine(lines[at - 1]) && isPlainLine(lines[at]));
}

/** Whether a line is one of a paragraph, and no part of a list or a quotation. @param {string} line */
function isPlainLine(line) {
  return line.trim() !== "" && !/^\s*(?:[-*>]|\d+[.)]) |^\s/.test(line);
}

/**
 * Returns Markdown without the line breaks that nobody sees on the page: those inside a paragraph or an item.
 *
 * @param {string} text
 */
export function unwrapped(text) {
  return text.replace(/(\S)[ \t]*\n(?![ \t]*(?:\n|$|[-*>] |>|\d+[.)] ))[ \t]*/g, "$1 ");
}
