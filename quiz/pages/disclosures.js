/**
 * What is folded opens for whoever comes to it by a link, and on paper.
 *
 * @module
 */

/** Opens what the address leads to, and all that it is folded into. */
export function openTarget() {
  const id = decoded(location.hash.slice(1));
  const target = id ? document.getElementById(id) : null;
  if (!target) return;
  /** @type {Element | null | undefined} */
  let details = target.closest("details");
  let isOpened = false;
  while (details instanceof HTMLDetailsElement) {
    isOpened ||= !details.open;
    details.open = true;
    details = details.parentElement?.closest("details");
  }
  if (isOpened) target.scrollIntoView();
}

/** Unfolds everything for the printer, and folds it again. */
export function openWhilePrinting() {
  /** @type {HTMLDetailsElement[]} */
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details")].filter((details) => !details.open);
    for (const details of folded) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of folded) details.open = false;
  });
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
