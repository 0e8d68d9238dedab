/**
 * `<afterview-debrief src="quiz.json" root="../">`: the quiz, on any page that loads this module.
 *
 * `src` is the model, the only thing that is asked for; `root` leads to the folder that the model's addresses are
 * relative to. What the element holds before, a worksheet perhaps, stays if the model can't be had.
 *
 * @module
 */

import { Debrief } from "./debrief.js";
import { painted } from "./dom.js";
import { keyFor } from "./storage.js";

export class DebriefElement extends HTMLElement {
  /** @type {Debrief | undefined} */
  #debrief;

  async connectedCallback() {
    const src = this.getAttribute("src");
    if (this.#debrief || !src) return this.#debrief?.listen();
    const address = new URL(src, document.baseURI);
    this.setAttribute("aria-busy", "true");
    try {
      // What says here what is coming is on the screen before it goes, so that a reader never waits for the first words.
      const [response] = await Promise.all([fetch(address), painted()]);
      if (!response.ok) throw new Error(`${address} ${response.status}`);
      this.#debrief = new Debrief(this, await response.json(), {
        root: this.getAttribute("root") ?? "",
        key: keyFor(address),
      });
      if (this.isConnected) this.#debrief.listen();
    } finally {
      this.removeAttribute("aria-busy");
    }
  }

  disconnectedCallback() {
    this.#debrief?.stopListening();
  }
}

if (!customElements.get("afterview-debrief")) customElements.define("afterview-debrief", DebriefElement);
