/**
 * Links to the drafts on this device.
 *
 * @module
 */

/** @import { Draft } from "./drafts.js" */
/** @import { FormData } from "./types.js" */

import { h } from "../browser/dom.js";
import { addressOf } from "./drafts.js";

/**
 * Returns links to drafts, with the titles of their entries and the times at which they were stored.
 *
 * @param {FormData} data
 * @param {readonly [stamp: string, draft: Draft][]} drafts
 * @param {"begun" | "begun_twice"} [lead]     what is said of them
 */
export function draftLinks({ words, kinds, language }, drafts, lead = "begun") {
  return h("div", { class: "form-notice" }, h("p", words[lead]),
    h("ul", ...drafts.map(([stamp, { kind, origin, id, entry, at, passedOn }]) => {
      const title = entry[kinds[kind].titleField] || id || kinds[kind].label;
      const day = at ? ` (${new Date(at).toLocaleString(language, { dateStyle: "medium", timeStyle: "short" })})` : "";
      const sent = passedOn && ` · ${words.passed_on} ${new Date(passedOn).toLocaleDateString(language, { dateStyle: "medium" })}`;
      const changed = passedOn && at > passedOn ? `, ${words.changed_since}` : "";
      return h("li", h("a", { href: addressOf(kind, origin, stamp) }, String(title)), day, sent, changed);
    })));
}
