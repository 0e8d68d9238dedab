/**
 * The search's worker: stands before the theme's own, and hands on what is worth looking for.
 *
 * The theme looks for every word as the beginning of a longer one, and shows first what has one of them in its title.
 * "I" is the beginning of a great many, and so "I was nervous" would find what begins with i. Words that stand in every
 * sentence are left out, unless there is nothing else; short ones have to be there as they are; and what has all of the
 * words comes first.
 *
 * What is looked through is large, so a finished site has it in a file apart, which the index names. It is fetched when
 * there is something to look for. Where it can't be, nothing is found, and the next query tries again.
 *
 * The theme's worker stands in the address behind the question mark. Zensical's understands the same messages, but its
 * queries are more than a text, and its pages have fetched what is looked through.
 */

/// <reference lib="webworker" />

/**
 * @typedef {{title: string, tags?: readonly string[], terms?: Readonly<Record<string, boolean>>}} Found   a part of a
 *   page: its title, what people call the page, and which words are in it
 * @typedef {(word: string) => unknown} Filter   gives back a word that says something
 */

const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];
// From this length on a word may be the beginning of a longer one.
const BEGINS = 4;
// Where a word ends. The theme would leave a full stop on it.
const SEPARATOR = "[\\s\\-.,;:!?…()\\[\\]{}\"'“”„«»‘’/|&#%*_=+<>–—·]+";

/** @type {{config: {later?: string}, docs: unknown[]} | undefined} what to begin with */ let setup;
let isMaterial = false;
/** @type {readonly string[]} */ let languages = ["en"];
/** @type {readonly string[]} the words of the latest query, common ones and all */ let asked = [];
/** @type {Promise<void> | undefined} */ let beginning;
/** @type {(() => void) | undefined} */ let begun;
let latest = 0;

/** @param {unknown} data */
const handOn = (data) => dispatchEvent(new MessageEvent("message", { data }));
const say = postMessage.bind(self);

// The theme says that it is ready once it has read all; a page has heard it by then.
self.postMessage = (/** @type {any} */ message) => {
  if (message.type === READY && begun) begun();
  else if (message.type === RESULT && isMaterial) say({ ...message, data: { ...message.data, items: ranked(message.data.items) } });
  else say(message);
};

addEventListener("message", (event) => {
  const { type, data } = event.data ?? {};
  if (!event.isTrusted) return;
  if (type === SETUP) languages = data.config.lang ?? languages;
  if (type === SETUP && data.config.later) {
    setup = data;
    event.stopImmediatePropagation();
    say({ type: READY });
  } else if (type === QUERY && typeof data === "string") {
    event.stopImmediatePropagation();
    isMaterial = true;
    void query(data);
  } else if (type === QUERY) {
    event.stopImmediatePropagation();
    handOn({ type, data: { ...data, input: withoutLetters(data.input) } });
  }
});

/** @param {string} text */
function withoutLetters(text) {
  const words = text.split(/\s+/).filter((word) => word.length > 1);
  return words.join(" ") || text;
}

/**
 * Returns what is to be looked for; what somebody wrote as an expression stays one.
 *
 * @param {string} text
 */
function worthwhile(text) {
  asked = wordsOf(text);
  if (/"|(?:^|\s)[+-]|[~^*:]/.test(text)) return text;
  const telling = asked.filter((word) => word.length > 1 && !isCommon(word));
  const words = (telling.length ? telling : asked).map((word) => word.replace(/'.*$/, ""));
  return words.map((word) => (word.length < BEGINS ? `${word}^1` : word)).join(" ") || text;
}

/**
 * Returns the words of a text or of HTML in small letters, with one kind of apostrophe.
 *
 * @param {string} text
 */
function wordsOf(text) {
  const plain = text.replace(/<[^>]*>/g, "").replace(/&#(?:x27|39);|[’`´]/g, "'");
  return plain.toLowerCase().split(/[^\p{L}\p{N}\p{M}']+/u).filter((word) => /[^']/.test(word));
}

/**
 * Tells whether a word stands in every sentence, "wasn't" and "wasnt" as well as "was".
 *
 * @param {string} word
 */
function isCommon(word) {
  const { lunr } = /** @type {any} */ (self);
  /** @type {Filter[]} */
  const filters = languages.map((each) => (each === "en" ? lunr?.stopWordFilter : lunr?.[each]?.stopWordFilter));
  const forms = [word, word.replace(/'.*$/, ""), word.replace(/n'?t$/, ""), word.replace(/'?t$/, "")];
  return filters.some((filter) => filter && forms.some((form) => form && !filter(form)));
}

/** Returns a word as those write it who leave its apostrophe out. @param {string} word */
function bare(word) {
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
    const names = page.flatMap(({ title, tags = [] }) => [title, ...tags]).map((name) => wordsOf(name).map(bare));
    const telling = names.filter((name) => name.some((word) => [...terms].some((term) => word.startsWith(term))));
    const named = telling.map((name) => asked.filter((word) => name.includes(bare(word))).length);
    return { page, has: terms.size, named: Math.max(0, ...named) };
  });
  return ranks.sort((a, b) => b.has - a.has || b.named - a.named).map(({ page }) => page);
}

/** @param {string} text */
async function query(text) {
  const turn = (latest += 1);
  try {
    if (setup && text.trim()) await (beginning ??= begin(setup));
    if (turn !== latest) return;
    if (!setup || beginning) return void handOn({ type: QUERY, data: worthwhile(text) });
  } catch {
    beginning = undefined;
  }
  say({ type: RESULT, data: { items: [] } });
}

/** Fetches what is to be looked through, and waits until the theme has read it. @param {NonNullable<typeof setup>} data */
async function begin(data) {
  const response = await fetch(new URL(data.config.later ?? "", location.href));
  if (!response.ok) throw new Error(`${response.status}`);
  const docs = await response.json();
  const read = new Promise((done) => (begun = () => done(undefined)));
  handOn({ type: SETUP, data: { ...data, config: { ...data.config, separator: SEPARATOR }, docs } });
  await read;
}

importScripts(new URL(decodeURIComponent(location.search.slice(1)), location.href).href);
