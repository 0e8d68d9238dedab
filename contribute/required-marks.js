/**
 * The marks of required fields. In a part that can be left out as a whole they appear once the part is begun.
 *
 * @module
 */

/** @import { Entry, Path, Schema } from "./types.js" */

import { isFilled, optionalPartOf } from "./schema.js";

/**
 * The mark of a required field, and its control where it has one.
 *
 * @typedef {{path: Path, element: HTMLElement, control?: HTMLElement}} Mark
 */

export class RequiredMarks {
  /** @type {Map<string, Mark>} by the path of the field */ #marks = new Map();

  /** @param {Schema} schema     of the entry */
  constructor(schema) {
    this.schema = schema;
  }

  /** Adds the mark of a field, replacing an earlier one. @param {Mark} mark @param {Entry} entry */
  add(mark, entry) {
    this.#marks.set(JSON.stringify(mark.path), mark);
    this.#showMark(mark, entry);
  }

  /** @param {Entry} entry */
  show(entry) {
    for (const mark of this.#marks.values()) this.#showMark(mark, entry);
  }

  /** @param {Mark} mark @param {Entry} entry */
  #showMark({ path, element, control }, entry) {
    const part = optionalPartOf(path, this.schema);
    const isRequired = part === null || isFilled(entry, part);
    element.hidden = !isRequired;
    if (isRequired) control?.setAttribute("aria-required", "true");
    else control?.removeAttribute("aria-required");
  }
}
