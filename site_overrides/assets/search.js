/**
 * The search's worker: loads the theme's own, rewrites the queries to it and sorts its results.
 *
 * The theme matches every word as the beginning of longer ones, and ranks a match in a title highest. "I" is the beginning
 * of a great many words, so "I was nervous" would find whatever begins with i. Here common words are dropped unless there
 * are no others, short words have to match whole, and pages with all of the words come first.
 *
 * The documents of the index are large, so a finished site has them in a file of their own, which the index names. It is
 * fetched at the first query. If that fails, nothing is found, and the next query tries again.
 *
 * The address of the theme's worker follows the question mark in that of this one. Zensical's worker understands the same
 * messages, but its queries are objects, and its pages have fetched the documents.
 */

/// <reference lib="webworker" />

/**
 * @typedef {{title: string, tags?: readonly string[], terms?: Readonly<Record<string, boolean>>}} Found   a part of a
 *   page: its title, what people call the page, and which words are in it
 * @typedef {(word: string) => unknown} Filter   returns a word unless it is a stop word
 */

const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];
// Words from this length on may match as the beginning of longer ones.
const PREFIX_LENGTH = 4;
// What ends a word. The theme would leave a full stop on it.
const SEPARATOR = "[\\s\\-.,;:!?…()\\[\\]{}\"'“”„«»‘’/|&#%*_=+<>–—·]+";

/** @type {{config: {later?: string}, docs: unknown[]} | undefined} */ let setup;
let isMaterial = false;
/** @type {readonly string[]} */ let languages = ["en"];
/** @type {readonly string[]} the words of the latest query, common ones included */ let asked = [];
/** @type {Promise<void> | undefined} */ let loading;
/** @type {(() => void) | undefined} */ let onLoaded;
let latest = 0;

/** @param {unknown} data */
const sendToTheme = (data) => dispatchEvent(new MessageEvent("message", { data }));
const sendToPage = postMessage.bind(self);

// The theme sends READY once it has read the documents; the page got one before.
self.postMessage = (/** @type {any} */ message) => {
  if (message.type === READY && onLoaded) onLoaded();
  else if (message.type === RESULT && isMaterial)
    sendToPage({ ...message, data: { ...message.data, items: ranked(message.data.items) } });
  else sendToPage(message);
};

addEventListener("message", (event) => {
  const { type, data } = event.data ?? {};
  if (!event.isTrusted) return;
  if (type === SETUP) languages = data.config.lang ?? languages;
  if (type === SETUP && data.config.later) {
    setup = data;
    event.stopImmediatePropagation();
    sendToPage({ type: READY });
  } else if (type === QUERY && typeof data === "string") {
    event.stopImmediatePropagation();
    isMaterial = true;
    void query(data);
  } else if (type === QUERY) {
    event.stopImmediatePropagation();
    sendToTheme({ type, data: { ...data, input: withoutSingleLetters(data.input) } });
  }
});

/** @param {string} text */
function withoutSingleLetters(text) {
  const words = text.split(/\s+/).filter((word) => word.length > 1);
  return words.join(" ") || text;
}

/**
 * Returns the query for the theme; one that is written as an expression stays as it is.
 *
 * @param {string} text
 */
function rewritten(text) {
  asked = wordsOf(text);
  if (/"|(?:^|\s)[+-]|[~^*:]/.test(text)) return text;
  const distinctive = asked.filter((word) => word.length > 1 && !isCommon(word));
  const words = (distinctive.length ? distinctive : asked).map((word) => word.replace(/'.*$/, ""));
  return words.map((word) => (word.length < PREFIX_LENGTH ? `${word}^1` : word)).join(" ") || text;
}

/**
 * Returns the words of a text or of HTML in lower case, with one kind of apostrophe.
 *
 * @param {string} text
 */
function wordsOf(text) {
  const plain = text.replace(/<[^>]*>/g, "").replace(/&#(?:x27|39);|[’`´]/g, "'");
  return plain.toLowerCase().split(/[^\p{L}\p{N}\p{M}']+/u).filter((word) => /[^']/.test(word));
}

/**
 * Tells whether a word is a stop word, "wasn't" and "wasnt" as well as "was".
 *
 * @param {string} word
 */
function isCommon(word) {
  const { lunr } = /** @type {any} */ (self);
  /** @type {Filter[]} */
  const filters = languages.map((code) => (code === "en" ? lunr?.stopWordFilter : lunr?.[code]?.stopWordFilter));
  const forms = [word, word.replace(/'.*$/, ""), word.replace(/n'?t$/, ""), word.replace(/'?t$/, "")];
  return filters.some((filter) => filter && forms.some((form) => form && !filter(form)));
}

/** Returns a word without its apostrophe, which many leave out. @param {string} word */
function withoutApostrophe(word) {
  return word.replaceAll("'", "");
}

/**
 * Returns pages with those first that have more of the words anywhere, and of these the ones that people call by more of
 * what was asked, common words and all: "too old" is more than "old". The theme has each page in a list of its parts.
 *
 * @param {readonly (readonly Found[])[]} pages
 */
function ranked(pages) {
  const ranks = pages.map((page) => {
    const terms = new Set(page.flatMap(({ terms = {} }) => Object.keys(terms).filter((term) => terms[term])));
    const names = page.flatMap(({ title, tags = [] }) => [title, ...tags]).map((name) => wordsOf(name).map(withoutApostrophe));
    const matching = names.filter((name) => name.some((word) => [...terms].some((term) => word.startsWith(term))));
    const named = matching.map((name) => asked.filter((word) => name.includes(withoutApostrophe(word))).length);
    return { page, has: terms.size, named: Math.max(0, ...named) };
  });
  return ranks.sort((a, b) => b.has - a.has || b.named - a.named).map(({ page }) => page);
}

/** @param {string} text */
async function query(text) {
  const turn = (latest += 1);
  try {
    if (setup && text.trim()) await (loading ??= load(setup));
    if (turn !== latest) return;
    if (!setup || loading) return void sendToTheme({ type: QUERY, data: rewritten(text) });
  } catch {
    loading = undefined;
  }
  sendToPage({ type: RESULT, data: { items: [] } });
}

/** Fetches the documents, and waits until the theme has read them. @param {NonNullable<typeof setup>} data */
async function load(data) {
  const response = await fetch(new URL(data.config.later ?? "", location.href));
  if (!response.ok) throw new Error(`${response.status}`);
  const docs = await response.json();
  const read = new Promise((resolve) => (onLoaded = () => resolve(undefined)));
  sendToTheme({ type: SETUP, data: { ...data, config: { ...data.config, separator: SEPARATOR }, docs } });
  await read;
}

importScripts(new URL(decodeURIComponent(location.search.slice(1)), location.href).href);
