/**
 * `<afterview-debrief src="quiz.json" facts="facts.json" root="../">`: the quiz, on any page that loads this module.
 *
 * `src` is the model; `root` leads to the folder that the model's addresses are relative to. `facts`, which may be left
 * out, is what people say instead of the answers; it is fetched when somebody writes in their own words. What the element
 * contains at first, perhaps a worksheet, stays if the model can't be had.
 *
 * @module
 */

import { Debrief } from "./debrief.js";
import { nextPaint } from "../../browser/dom.js";
import { storageKey } from "../../browser/storage.js";

class DebriefElement extends HTMLElement {
  /** @type {Debrief | undefined} */
  #debrief;

  async connectedCallback() {
    const src = this.getAttribute("src");
    if (this.#debrief || !src) {
      this.#debrief?.listen();
      return;
    }
    const url = new URL(src, document.baseURI);
    this.setAttribute("aria-busy", "true");
    try {
      // What announces the quiz is on the screen before it is replaced, so that a reader never waits for the first words.
      const [response] = await Promise.all([fetch(url), nextPaint()]);
      if (!response.ok) throw new Error(`${url} ${response.status}`);
      this.#debrief = new Debrief(this, await response.json(), {
        root: this.getAttribute("root") ?? "",
        key: storageKey(url),
        facts: this.getAttribute("facts"),
      });
      await this.#debrief.open();
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
