/**
 * What a proposal changes of an entry: its sentences as they were and as they are.
 *
 * @module
 */

/** @import { Form } from "./form.js" */
/** @import { Entry, Path, Schema } from "./types.js" */

import { h } from "../quiz/ui/browser/dom.js";
import { labelOf } from "./labels.js";
import { textsOf } from "./rules.js";
import { filled, valueAt } from "./schema.js";
import { sentencesIn } from "./sentences.js";

/** @typedef {{path: Path, before: readonly string[], after: readonly string[]}} Change */

/**
 * Returns the texts that differ between two states of an entry: of each, the sentences from the first to the last that
 * do.
 *
 * @param {Entry} before
 * @param {Entry} after
 * @param {Schema} schema
 * @returns {Change[]}
 */
export function textChanges(before, after, schema) {
  const paths = [before, after].flatMap((entry) => textsOf(/** @type {Entry} */ (filled(entry) ?? {}), schema, schema, []).map(({ path }) => path));
  const distinct = new Map(paths.map((path) => [JSON.stringify(path), path]));
  return [...distinct.values()].flatMap((path) => {
    const [old, current] = [before, after].map((entry) => sentencesIn(String(valueAt(entry, path) ?? "")));
    const change = changedPart(old, current);
    return change.before.length + change.after.length > 0 ? [{ path, ...change }] : [];
  });
}

/**
 * @param {readonly string[]} before
 * @param {readonly string[]} after
 */
function changedPart(before, after) {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return { before: before.slice(start, before.length - end), after: after.slice(start, after.length - end) };
}

/**
 * Returns what a form changes of its entry, in words.
 *
 * @param {Pick<Form, "state" | "t" | "wholeData">} form
 * @returns {HTMLElement[]}
 */
export function changesSection({ state, t, wholeData }) {
  const { before: initial, entry, schema } = state;
  const label = (/** @type {Path} */ path) => labelOf(path, { entry, schema, wholeData });
  const changes = textChanges(initial, entry, schema);
  const names = Object.keys(schema.properties ?? {}).filter((name) =>
    !changes.some(({ path }) => path[0] === name) && JSON.stringify(filled(initial[name] ?? "")) !== JSON.stringify(filled(entry[name] ?? "")));
  return [
    h("h3", t("changes")),
    ...changes.map(({ path, before, after }) => h("dl", { class: "form-change" },
      h("dt", label(path)),
      before.length > 0 && h("dd", h("small", t("before")), h("del", { dir: "auto" }, before.join(" "))),
      after.length > 0 && h("dd", h("small", t("after")), h("ins", { dir: "auto" }, after.join(" "))))),
    ...(names.length > 0 ? [h("p", t("also_changed", { fields: names.map((name) => label([name])).join("; ") }))] : []),
  ];
}
