/**
 * Caches the site on the device, so that it can be read without a network.
 *
 * A version of the site is a list of files with their hashes, which the build puts in below. Each version has a cache of
 * its own. While a page is open it belongs to the version that it came from, and gets all its files from that one; a file
 * whose hash is not that of the version's list is never served. Where a page is not cached and the server has another
 * version of it, that page and its files come from the network.
 */

/// <reference lib="webworker" />

/**
 * @typedef {Readonly<Record<string, string>>} Hashes   by path below the site's root
 * @typedef {{version: string, core: Hashes, rest: Hashes, fill: boolean}} Site
 * @typedef {{version: string, at: number}} Pin   which version a page belongs to, and since when
 */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const SITE = /** @type {Site | null} */ (null);
const NETWORK = "network";
const AT_ONCE = 6;
// A page that is being opened or that the browser has frozen is no client; its version stays for so long.
const PIN_MILLISECONDS = 10 * 60_000;

const scope = worker.registration.scope;
const PREFIX = `afterview ${new URL(scope).pathname} `;
const PINS = `${PREFIX}pins`;
const LIST = `${scope}?files`;

/** @type {Map<string, string>} */ const pins = new Map();
/** @type {Map<string, Hashes>} */ const lists = new Map();

worker.addEventListener("install", (event) => {
  event.waitUntil(SITE ? install(SITE) : worker.skipWaiting());
});
worker.addEventListener("activate", (event) => {
  event.waitUntil(SITE ? tidy(SITE) : leave());
});
worker.addEventListener("message", (event) => {
  if (SITE?.fill && event.data === "fill") event.waitUntil(fill(SITE));
});
worker.addEventListener("fetch", (event) => {
  const { method, url, headers } = event.request;
  const isOurs = SITE && method === "GET" && url.startsWith(scope) && !headers.has("range");
  if (isOurs && !/^(?:api\/|sw\.js$)/.test(pathOf(url))) event.respondWith(answer(event, SITE));
});

// ---------------------------------------------------------------- versions

/** Caches all of a version's core, or fails; files that are cached by then stay for the next try. @param {Site} site */
async function install(site) {
  const cache = await caches.open(PREFIX + site.version);
  await cache.put(LIST, new Response(JSON.stringify({ ...site.core, ...site.rest })));
  const waiting = Object.entries(site.core);
  const work = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if (!(await fileOf(site.version, ...next))) throw new Error(`${next[0]} is not of version ${site.version}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await worker.skipWaiting();
}

/** Fetches the pages that nobody has opened yet, one after the other. @param {Site} site */
async function fill(site) {
  await tidy(site);
  const cache = await caches.open(PREFIX + site.version);
  const cached = new Set((await cache.keys()).map(({ url }) => url));
  for (const [path, hash] of Object.entries(site.rest)) {
    if (path.endsWith(".html") && !cached.has(scope + path) && !(await fileOf(site.version, path, hash))) return;
  }
}

/** Deletes the versions of which no page is open. @param {Site} site */
async function tidy(site) {
  const open = new Set((await worker.clients.matchAll({ includeUncontrolled: true, type: "all" })).map(({ id }) => id));
  const used = new Set([PINS, PREFIX + site.version]);
  const cache = await caches.open(PINS);
  for (const key of await cache.keys()) {
    const id = new URL(key.url).searchParams.get("pin") ?? "";
    const stored = /** @type {Pin} */ (await (await cache.match(key))?.json());
    if (open.has(id) || Date.now() - stored.at < PIN_MILLISECONDS) used.add(PREFIX + stored.version);
    else await cache.delete(key);
  }
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && !used.has(name)) await caches.delete(name);
  }
}

/** Unregisters this worker: the site is served without its list of files, as `mkdocs serve` does. */
async function leave() {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX)) await caches.delete(name);
  await worker.registration.unregister();
}

/**
 * Returns the files of a version.
 *
 * @param {string} version
 * @returns {Promise<Hashes>}
 */
async function listOf(version) {
  if (SITE?.version === version) return { ...SITE.core, ...SITE.rest };
  const known = lists.get(version) ?? (await (await (await caches.open(PREFIX + version)).match(LIST))?.json());
  if (known) lists.set(version, known);
  return known ?? {};
}

// ---------------------------------------------------------------- pages and what they ask for

/**
 * @param {FetchEvent} event
 * @param {Site} site
 * @returns {Promise<Response>}
 */
function answer(event, site) {
  return event.request.mode === "navigate" ? pageFor(event, site) : partFor(event, site);
}

/**
 * Returns a page, from the network where the site doesn't have it.
 *
 * @param {FetchEvent} event
 * @param {Site} site
 * @returns {Promise<Response>}
 */
async function pageFor({ request, resultingClientId }, { version }) {
  const list = await listOf(version);
  const path = pathOf(request.url);
  const isListed = Object.hasOwn(list, path);
  if (!isListed && Object.hasOwn(list, `${path}/index.html`)) return Response.redirect(`${scope}${path}/`);
  const response = isListed ? await fileOf(version, path, list[path]) : null;
  if (resultingClientId) await pin(resultingClientId, response ? version : NETWORK);
  if (!response) void worker.registration.update().catch(() => {});
  return response ?? fetch(request);
}

/**
 * Returns what a page asks for, of the version of the page; from the network only what that version doesn't list.
 *
 * @param {FetchEvent} event
 * @param {Site} site
 * @returns {Promise<Response>}
 */
async function partFor({ request, clientId, resultingClientId }, site) {
  const version = await versionOf(clientId, site);
  const list = version === NETWORK ? {} : await listOf(version);
  const path = pathOf(request.url);
  const isListed = Object.hasOwn(list, path);
  const response = isListed ? await fileOf(version, path, list[path]) : null;
  // A page's own workers are clients too, and belong to the version of the page.
  if (resultingClientId) await pin(resultingClientId, version);
  return response ?? (isListed ? Response.error() : fetch(request));
}

/**
 * @param {string} client
 * @param {Site} site
 */
async function versionOf(client, site) {
  const known = pins.get(client);
  if (known) return known;
  const stored = await (await caches.open(PINS)).match(keyOf(client));
  const { version } = stored ? /** @type {Pin} */ (await stored.json()) : site;
  pins.set(client, version);
  return version;
}

/**
 * @param {string} client
 * @param {string} version
 */
async function pin(client, version) {
  pins.set(client, version);
  const text = JSON.stringify({ version, at: Date.now() });
  await (await caches.open(PINS)).put(keyOf(client), new Response(text)).catch(() => {});
}

/** @param {string} client */
const keyOf = (client) => `${scope}?pin=${encodeURIComponent(client)}`;

/**
 * Returns the path of a file by its address, below the site's root.
 *
 * @param {string} url
 */
function pathOf(url) {
  const path = decodeURI(new URL(url).pathname.slice(new URL(scope).pathname.length));
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}

// ---------------------------------------------------------------- files

/**
 * Returns a file of a version, and caches it: from its cache, from that of another version, or from the server; null
 * where the server's has another hash.
 *
 * @param {string} version
 * @param {string} path
 * @param {string} hash
 * @returns {Promise<Response | null>}
 */
async function fileOf(version, path, hash) {
  const cache = await caches.open(PREFIX + version);
  const own = await checked(await cache.match(scope + path), hash);
  if (own) return own;
  const response = (await fromOtherVersions(path, hash)) ?? (await fromServer(path, hash));
  if (response) await cache.put(scope + path, response.clone()).catch(() => {});
  return response;
}

/**
 * @param {string} path
 * @param {string} hash
 */
async function fromOtherVersions(path, hash) {
  for (const name of await caches.keys()) {
    if (!name.startsWith(PREFIX) || name === PINS) continue;
    const response = await checked(await (await caches.open(name)).match(scope + path), hash);
    if (response) return response;
  }
  return null;
}

/**
 * @param {string} path
 * @param {string} hash
 */
async function fromServer(path, hash) {
  const address = scope + path.replace(/(^|\/)index\.html$/, "$1");
  for (const cache of /** @type {const} */ (["default", "reload"])) {
    const response = await checked(await fetch(address, { cache, credentials: "same-origin" }), hash);
    if (response) return response;
  }
  return null;
}

/**
 * Returns a response with its whole body, if that has the hash.
 *
 * @param {Response | undefined} response
 * @param {string} hash   the first 16 digits of its SHA-256
 * @returns {Promise<Response | null>}
 */
async function checked(response, hash) {
  if (!response?.ok) return null;
  const bytes = await response.arrayBuffer().catch(() => null);
  if (!bytes) return null;
  const digest = [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).subarray(0, 8)];
  if (digest.map((byte) => byte.toString(16).padStart(2, "0")).join("") !== hash) return null;
  const headers = new Headers(response.headers);
  for (const name of ["content-encoding", "content-length"]) headers.delete(name); // those of the transfer
  return new Response(bytes, { headers });
}
