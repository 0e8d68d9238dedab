/**
 * The search's worker: stands before the theme's own, and hands on what is worth looking for.
 *
 * The theme looks for every word as the beginning of a longer one. "I" is the beginning of a great many, and so "I was
 * nervous" would find what begins with i. Words of one letter are left out, unless there is nothing else.
 *
 * What is looked through is large, so a finished site has it in a file apart, which the index names. It is fetched when
 * there is something to look for. Where it can't be, nothing is found, and the next query tries again.
 *
 * The theme's worker stands in the address behind the question mark. Zensical's understands the same messages, but its
 * queries are more than a text, and its pages have fetched what is looked through.
 */

/// <reference lib="webworker" />

const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];

/** @type {{config: {later?: string}, docs: unknown[]} | undefined} what to begin with */ let setup;
/** @type {Promise<void> | undefined} */ let beginning;
/** @type {(() => void) | undefined} */ let begun;
let latest = 0;

/** @param {unknown} data */
const handOn = (data) => dispatchEvent(new MessageEvent("message", { data }));
const say = postMessage.bind(self);

// The theme says that it is ready once it has read all; a page has heard it by then.
self.postMessage = (/** @type {any} */ message) => {
  if (message.type === READY && begun) begun();
  else say(message);
};

addEventListener("message", (event) => {
  const { type, data } = event.data ?? {};
  if (!event.isTrusted) return;
  if (type === SETUP && data.config.later) {
    setup = data;
    event.stopImmediatePropagation();
    say({ type: READY });
  } else if (type === QUERY && typeof data === "string") {
    event.stopImmediatePropagation();
    void query(data);
  } else if (type === QUERY) {
    event.stopImmediatePropagation();
    handOn({ type, data: { ...data, input: worthwhile(data.input) } });
  }
});

/** @param {string} text */
function worthwhile(text) {
  const words = text.split(/\s+/).filter((word) => word.length > 1);
  return words.join(" ") || text;
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
  handOn({ type: SETUP, data: { ...data, docs } });
  await read;
}

importScripts(new URL(decodeURIComponent(location.search.slice(1)), location.href).href);
