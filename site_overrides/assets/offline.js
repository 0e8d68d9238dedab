/** Starts the service worker of the site in which this script stands, once the page is there. */

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

  // Where a browser refuses, the site is as good as ever, but for the way without a network.
  if ("serviceWorker" in navigator) addEventListener("load", () => later(() => void start().catch(() => {})));
}
