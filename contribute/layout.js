/**
 * Which fields a form has, and in which order.
 *
 * @module
 */

/** @import { Form } from "./form.js" */
/** @import { Path } from "./types.js" */
/** @import { Child } from "../browser/dom.js" */

import { h } from "../browser/dom.js";
import { absentSentence } from "./absent-sentence.js";
import { askedNames, fieldOf, groupOf } from "./fields.js";
import { inputField } from "./inputs.js";
import { labelOf } from "./labels.js";
import { searchField } from "./picker.js";
import { isFilled, mapAt, schemaAt } from "./schema.js";
import { partPaths, sentencePaths, sentencesOf } from "./sentences.js";
import { hasStart } from "./starts.js";

/** Returns the fields of a form. @param {Form} form @returns {Child[]} */
export function formFields(form) {
  return form.isNew ? newFields(form, form.root === form ? form.idField.view() : null) : changeFields(form);
}

/**
 * Returns the fields of an entry that is to be changed: its sentences, with a disclosure for each
 * list of them, and one for everything else.
 *
 * @param {Form} form
 * @returns {Child[]}
 */
function changeFields(form) {
  const { schema, entry } = form;
  const sentences = sentencePaths(entry, schema);
  const parts = partPaths(entry, schema);
  const sentenceNames = [...sentences, ...parts.map(({ path }) => path)].map((path) => form.nameOf(path));
  /** @type {(path: Path) => boolean} */
  const isWanted = (path) => {
    const inner = Object.keys(schemaAt(form.schema, path).properties ?? {});
    return !sentenceNames.includes(form.nameOf(path)) && (inner.length === 0 || inner.some((name) => isWanted([...path, name])));
  };
  const field = (/** @type {Path} */ path) => inputField(form, { ...schemaAt(form.schema, path), title: labelOf(path, form) }, path, false, false);
  const choicesOf = () => sentencesOf(form.entry, schema).map(({ text, path }) => (
    { text, context: labelOf(path, form), choose: () => form.messages.goTo(path, text) }));
  const hasAdded = (/** @type {Path} */ path) => Object.keys(mapAt(entry, path)).some((name) => form.isAdded([...path, name]));
  const rest = groupOf(form, schema, [], isWanted);
  return [
    searchField(form, [], form.t("sentences"), choicesOf, (query, count) => absentSentence(form, query, count)),
    h("p", { class: "form-help" }, form.t("sentences_lead")),
    ...sentences.map(field),
    ...parts.map(({ path, count }) => h("details", { class: "form-more", open: hasAdded(path) },
      h("summary", form.t("parts", { name: labelOf(path, form), count })), fieldOf(form, schemaAt(form.schema, path), path, true))),
    h("details", { class: "form-more" }, h("summary", form.t("not_sentences")), ...rest),
  ];
}

/**
 * Returns the fields of a new entry: its title with the entries that resemble it below, those that its author has to fill in
 * or probably wants to, then in disclosures those that are optional, those that have something to start with, and the id,
 * which is left to others.
 *
 * @param {Form} form
 * @param {HTMLElement | null} idField
 * @returns {Child[]}
 */
function newFields(form, idField) {
  const { schema } = form;
  const { properties = {}, required = [] } = schema;
  const { titleField } = form.state;
  const build = (/** @type {string} */ name) => [
    fieldOf(form, properties[name], [name], required.includes(name)),
    ...(name === "answers" && form.shares ? [form.shares.element] : []),
  ];
  const placeOf = (/** @type {string} */ name) => {
    if (required.includes(name) && hasStart(properties[name], schema) && !properties[name]["x-asked"]) return "started";
    return required.includes(name) || properties[name]["x-asked"] ? "open" : "optional";
  };
  const namesOf = (/** @type {string} */ place) =>
    askedNames(schema).filter((name) => name !== titleField && placeOf(name) === place);
  const fold = (/** @type {string} */ place) => {
    // What is filled in is not hidden.
    const isOpen = place === "started" || namesOf(place).some((name) => isFilled(form.entry, [name]));
    const fields = namesOf(place).flatMap(build);
    return fields.length > 0 && h("details", { class: "form-more", open: isOpen }, h("summary", form.t(place)), ...fields);
  };
  return [
    ...build(titleField), form.alike && form.alike.element,
    ...namesOf("open").flatMap(build), fold("optional"), fold("started"),
    idField && h("details", { class: "form-more" }, h("summary", form.t("upkeep")), idField),
  ];
}
