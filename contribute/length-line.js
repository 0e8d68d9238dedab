/**
 * How long the texts of an entry are together, and how long they should be.
 *
 * @module
 */

/** @import { Entry, FormData } from "./types.js" */

import { h } from "../browser/dom.js";
import { lengthOf } from "./entry-texts.js";
import { createTexts } from "./texts.js";

export class LengthLine {
  element = h("p", { class: "form-help" });

  /** @param {FormData} data @param {string} kind */
  constructor(data, kind) {
    this.data = data;
    this.kind = kind;
    this.t = createTexts(data);
  }

  /** @param {Entry} entry @param {() => Entry} completed     the entry with what its empty fields say */
  show(entry, completed) {
    const limits = this.data.rules.style.page_words[this.kind];
    this.element.hidden = !limits;
    if (!limits) return;
    const [least, most] = limits;
    // What empty fields say counts once something was written.
    const count = lengthOf(entry, this.kind, this.data) > 0 ? lengthOf(completed(), this.kind, this.data) : 0;
    this.element.textContent = this.t("length", { least, most, count });
  }
}
