/**
 * What the browser does with a text besides showing it: copying it, and saving it as a file.
 *
 * @module
 */

import { button, h } from "./dom.js";

/**
 * Returns a button that copies a text, or where the browser won't let it, shows the text selected.
 *
 * @param {string} label
 * @param {() => string} textOf
 * @param {() => HTMLTextAreaElement} fieldOf      returns a field on the page that holds the text, to copy it by hand
 * @param {(isCopied: boolean) => void} announce
 */
export function copyButton(label, textOf, fieldOf, announce) {
  return button(label, async () => {
    try {
      await navigator.clipboard.writeText(textOf());
      announce(true);
    } catch {
      const field = fieldOf();
      field.focus();
      field.select();
      announce(false);
    }
  });
}

/**
 * Offers a text to the reader as a file to save.
 *
 * @param {string} name
 * @param {string} mediaType
 * @param {string} text
 */
export function downloadFile(name, mediaType, text) {
  // Nothing says when the browser has read it, so the address lives as long as the page.
  const href = URL.createObjectURL(new Blob([text], { type: `${mediaType};charset=utf-8` }));
  h("a", { href, download: name }).click();
}
