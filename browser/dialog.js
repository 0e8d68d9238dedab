/**
 * Asking before something is deleted. The browser's own `confirm` says nothing in a sandboxed frame or inside another app.
 *
 * @module
 */

import { button, h } from "./dom.js";

const YES = "yes";

/**
 * Shows a question over the page and resolves to whether it was answered with yes.
 *
 * @param {Element} host                   what the question is in
 * @param {string} text
 * @param {{yes: string, no: string}} labels
 * @returns {Promise<boolean>}
 */
export function isConfirmed(host, text, { yes, no }) {
  return new Promise((resolve) => {
    const dialog = h("dialog.dialog", { role: "alertdialog", "aria-label": text },
      h("p", text),
      h("p.buttons", button(no, () => dialog.close()), button(yes, () => dialog.close(YES), "main")));
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === YES);
    });
    host.append(dialog);
    dialog.showModal();
  });
}
