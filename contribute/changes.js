/**
 * What a proposal changes of an entry: its sentences as they were and as they are.
 *
 * @module
 */

/** @import { Form } from "./form.js" */
/** @import { Entry, Path, Schema } from "./types.js" */

import { h } from "../quiz/ui/dom.js";
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
 * @param {Form} form
 * @returns {HTMLElement[]}
 */
export function changesSection(form) {
  const { entry, schema, state: { before: initialEntry } } = form;
  const changes = textChanges(initialEntry, entry, schema);
  const names = Object.keys(schema.properties ?? {}).filter((name) =>
    !changes.some(({ path }) => path[0] === name) && JSON.stringify(filled(initialEntry[name] ?? "")) !== JSON.stringify(filled(entry[name] ?? "")));
  return [
    h("h3", form.t("changes")),
    ...changes.map(({ path, before, after }) => h("dl", { class: "form-change" },
      h("dt", labelOf(path, form)),
      before.length > 0 && h("dd", h("small", form.t("before")), h("del", { dir: "auto" }, before.join(" "))),
      after.length > 0 && h("dd", h("small", form.t("after")), h("ins", { dir: "auto" }, after.join(" "))))),
    ...(names.length > 0 ? [h("p", form.t("also_changed", { fields: names.map((name) => labelOf([name], form)).join("; ") }))] : []),
  ];
}
