/** Registers the service worker of this script's site once the page is loaded. */

/// <reference lib="dom" />

{
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const address = new URL("../sw.js", script.src);
  /** @type {{saveData?: boolean, effectiveType?: string} | undefined} */
  const connection = /** @type {any} */ (navigator).connection;
  const isSparing = connection?.saveData || /2g/.test(connection?.effectiveType ?? "");
  const later = globalThis.requestIdleCallback ?? setTimeout;

  const start = async () => {
    await navigator.serviceWorker.register(address, { updateViaCache: "none" });
    const { active } = await navigator.serviceWorker.ready;
    if (!isSparing) later(() => active?.postMessage("fill"));
  };

  // Where a browser refuses, the site only can't be read offline.
  if ("serviceWorker" in navigator) addEventListener("load", () => later(() => void start().catch(() => {})));
}
