/**
 * Companions: other entries that are sent along with an entry. Those that are new have a form of their own below it; those of the
 * guide are changed where the entry itself asks for it.
 *
 * @module
 */

/** @import { StartingPoint } from "./entry-state.js" */
/** @import { Form } from "./form.js" */
/** @import { Companion } from "./drafts.js" */
/** @import { Diagnostic, FormData, Path, Schema } from "./types.js" */

import { button, h } from "../browser/dom.js";
import { citationOf } from "./citation.js";
import { removeButton } from "./controls.js";
import { emptyEntry, isUnchanged, isUnchecked, openDetailOf, titleText } from "./entry-state.js";
import { labelOf } from "./labels.js";
import { formFields } from "./layout.js";
import { newSigns } from "./new-signs.js";
import { linksIn, referencesIn } from "./references.js";
import { textsOf } from "./entry-texts.js";
import { isFilled, listAt, mapAt, resolved, schemaAt, textAt } from "./schema.js";

export class Companions {
  /** @type {readonly Form[]} */ forms = [];
  element = h("div", { class: "form-companions" });
  /** the questions among them, where the entry lists its signs */ signs = h("div");
  /** what shows again what the links of a text read, by the name of its field @type {Map<string, () => void>} */ readings = new Map();
  /** where each was asked for, by `kind/id` @type {Map<string, Path>} */ #places = new Map();

  /**
   * @param {Form} form     that of the entry that names them
   * @param {(start: StartingPoint) => Form} createForm
   */
  constructor(form, createForm) {
    this.form = form;
    this.createForm = createForm;
  }

  /** What is stored of them. @returns {Companion[]} */
  get data() {
    return this.forms.map(({ kind, id, entry, isNew, state }) => (
      { kind, id, entry, base: isNew ? null : state.before, detail: state.detail, hasOwnId: isNew && !state.isNamedByFirstWords }));
  }

  /** What is still open, of the entry itself too: details of new sources, and days on which nobody has checked anything. @returns {string[]} */
  get details() {
    const states = [this.form, ...this.forms].map(({ state }) => state);
    const unchecked = states.filter(isUnchecked).map((state) => this.form.t("unchecked", { title: titleText(state) || state.id || "…" }));
    return [...states.map(openDetailOf).filter(Boolean), ...unchecked];
  }

  /** Those that are new. */
  get added() {
    return this.forms.filter(({ isNew }) => isNew);
  }

  /** Those that the guide has. */
  get changed() {
    return this.forms.filter(({ isNew }) => !isNew);
  }

  /** @param {readonly Companion[]} companions */
  restore(companions) {
    this.forms = companions.flatMap((companion) => this.#formsOf(companion));
  }

  /** Whether a new entry of a kind can be proposed together with this one. @param {string} kind */
  canHave(kind) {
    const { data, root } = this.form;
    return root === this.form && Object.hasOwn(data.kinds, kind);
  }

  /** @param {string} id */
  has(id) {
    return this.forms.some((form) => form.id === id);
  }

  /** @param {Companion} companion @returns {Form[]} */
  #formsOf({ kind, id, entry, detail, hasOwnId, base = null }) {
    if (!this.canHave(kind)) return [];
    const draft = { kind, id, entry, detail, hasOwnId, origin: base && id, base, companions: [], at: "" };
    return [this.createForm(base ? { kind, id, entry: base, draft } : { kind, draft })];
  }

  /** Returns the form of an entry of the guide that is changed along. @param {Companion} companion     as the guide has it */
  formFor(companion) {
    const { kind, id, entry } = companion;
    const isIt = (/** @type {Form} */ form) => form.kind === kind && form.id === id;
    if (!this.forms.some(isIt)) this.forms = [...this.forms, ...this.#formsOf({ kind, id, entry, base: entry })];
    return this.forms.find(isIt);
  }

  /** Leaves out those of the guide that are as they were. */
  leaveOutUnchanged() {
    this.forms = this.forms.filter(({ isNew, state, data }) => isNew || !isUnchanged(state, data));
  }

  /**
   * @param {string} kind
   * @param {string} id
   * @param {string} title
   * @param {Path} place     where it was asked for
   */
  add(kind, id, title, place) {
    this.#places.set(`${kind}/${id}`, place);
    const { schema, titleField } = this.form.data.kinds[kind];
    this.forms = [...this.forms, ...this.#formsOf({ kind, id, entry: { ...emptyEntry(schema, true), [titleField]: title } })];
    this.show();
  }

  /** @param {Form} form */
  remove(form) {
    this.forms = this.forms.filter((companion) => companion !== form);
  }

  /** Shows their forms. */
  show() {
    this.element.replaceChildren(...this.added.map((form) => {
      const title = this.titleOf(form);
      const section = h("section", { class: "form-companion", "aria-label": title },
        h("h3", { id: form.nameOf([]), tabindex: -1 }, title), this.#place(form), form.lengthLine.element, ...formFields(form));
      section.append(removeButton(this.form, section, () => titleText(form.state), () => void this.form.leaveOut(form)));
      form.refresh();
      return section;
    }));
    this.#showElsewhere();
  }

  /** Moves the focus to where one of them is described. @param {string} kind @param {string} id */
  goTo(kind, id) {
    this.forms.find((form) => form.kind === kind && form.id === id)?.messages.goTo([]);
  }

  /** Returns where one of them is, with the way back to the field that names it. @param {Form} companion */
  #place(companion) {
    const { form } = this;
    const path = this.#placeOf(companion);
    if (path === null) return false;
    const back = button(form.t("back_to", { field: labelOf(path, form) }), () => form.messages.goTo(path), "link");
    return h("p", form.t("stands_below"), " ", back);
  }

  /** Returns where one of them was asked for, or else the text that links to it, or the field that names it. @param {Form} companion */
  #placeOf({ kind, id }) {
    const { entry, schema, data, signPath } = this.form;
    const text = textsOf(entry, schema, schema, []).find((other) => linksIn(other.text).some((link) => link.kind === kind && link.id === id));
    const name = kind === "question" ? signPath : fieldNaming(schema, data.kinds[kind].plural);
    return this.#places.get(`${kind}/${id}`) ?? text?.path ?? (name === null ? null : [name]);
  }

  /** Shows again what depends on what is written in them, in their own forms and where others name them. */
  refresh() {
    for (const form of this.forms) form.refresh();
    this.#showElsewhere();
  }

  /** Shows what is written in them in the list of signs, and below texts that link to them. */
  #showElsewhere() {
    this.signs.replaceChildren(...newSigns(this.form, this.added));
    for (const show of this.readings.values()) show();
  }

  /** Returns what is above one of them. @param {Form} form */
  titleOf(form) {
    return this.form.t("brought_along", { kind: this.form.data.kinds[form.kind].label });
  }

  /**
   * Returns an error for each question that is sent along and has no sign among its answers.
   *
   * @param {string | null} signs     where the entry holds its signs
   * @returns {Diagnostic[]}
   */
  unattached(signs) {
    if (signs === null) return [];
    return this.added.filter(({ kind }) => kind === "question")
      // Before it has an answer, there is nothing to choose.
      .filter((form) => Object.keys(mapAt(form.entry, ["answers"])).length > 0 && !isFilled(this.form.entry, [signs, form.id]))
      .map(({ id }) => ({ path: [signs, id], code: "unattached" }));
  }

  /** Returns advice for each of the others to which nothing in the entry leads. @returns {Diagnostic[]} */
  unnamed() {
    const { entry, schema, data, state } = this.form;
    const named = referencesIn(entry, schema, schema).map(({ to, id }) => `${to}/${id}`);
    const linked = textsOf(entry, schema, schema, []).flatMap(({ text }) => linksIn(text)).map(({ kind, id }) => `${data.kinds[kind]?.plural}/${id}`);
    return this.added
      .filter(({ kind, id }) => kind !== "question" && ![...named, ...linked].includes(`${data.kinds[kind].plural}/${id}`))
      .map((form) => ({ path: placeToName(schema, data.kinds[form.kind].plural) ?? [state.titleField], code: "unnamed", blanks: { title: titleText(form.state) }, isAdvice: true }));
  }

  /** Returns the form's data with their titles, and with the answers of the questions that are written. @returns {FormData} */
  get wholeData() {
    const { data } = this.form;
    if (this.#questions.length === 0 && this.added.length === 0) return data;
    const pickOne = this.added.filter(({ kind }) => kind === "question").filter(({ entry }) => textAt(entry, ["kind"]) === "pick-one").map(({ id }) => id);
    return {
      ...data,
      titles: this.#titles(),
      alsoCalled: this.#alsoCalled(),
      answers: { ...data.answers, ...this.answers },
      pickOne: [...data.pickOne, ...pickOne],
    };
  }

  /** The forms of questions: those that are new among them, and the form that they belong to, where it changes one. */
  get #questions() {
    const { form, added } = this;
    return [...added, ...(form.isNew ? [] : [form])].filter(({ kind }) => kind === "question");
  }

  /** The answers of the questions that are written. @returns {FormData["answers"]} */
  get answers() {
    return Object.fromEntries(this.#questions.map(({ id: question, entry }) => {
      const texts = Object.keys(mapAt(entry, ["answers"])).map((id) => [id, textAt(entry, ["answers", id, "text"])]);
      return [question, Object.fromEntries(texts)];
    }));
  }

  /** Returns what entries are searched by, of these all that was written. @returns {FormData["alsoCalled"]} */
  #alsoCalled() {
    return this.added.reduce((all, form) => ({ ...all, [form.kind]: { ...all[form.kind], [form.id]: otherWords(form) } }), this.form.data.alsoCalled);
  }

  /** @returns {FormData["titles"]} */
  #titles() {
    const { kinds, titles } = this.form.data;
    return this.added.reduce((all, form) => {
      const { plural } = kinds[form.kind];
      return { ...all, [plural]: { ...all[plural], [form.id]: linkText(form) } };
    }, titles);
  }
}

/**
 * Returns the words of an entry beside what a link to it reads. A source is listed with them, so of one they are its title, or its
 * authors as long as it goes by its title.
 *
 * @param {Form} form
 */
function otherWords({ kind, entry, schema, state }) {
  if (kind !== "source") return textsOf(entry, schema, schema, []).map(({ text }) => text).join(" ");
  return citationOf(entry) ? titleText(state) : listAt(entry, ["authors"]).map(String).filter(Boolean).join("; ");
}

/**
 * Returns where an entry that is sent along can be named: a text that can link to it, first of all one beside a list of entries of
 * its kind; for want of one the field that names such entries. Null where neither is.
 *
 * @param {Schema} root
 * @param {string} plural     of its kind
 * @returns {Path | null}
 */
function placeToName(root, plural) {
  const lists = (/** @type {Schema} */ { properties = {} }) => Object.values(properties).some(({ items }) => items?.["x-ref"] === plural);
  const textIn = (/** @type {Schema} */ { properties = {}, required = [] }) => Object.keys(properties).find((name) => required.includes(name) && properties[name]["x-prose"]);
  const parts = Object.keys(root.properties ?? {}).map((name) => ({ name, part: schemaAt(root, [name]) }));
  const beside = parts.find(({ part }) => lists(part) && textIn(part));
  if (beside) return [beside.name, textIn(beside.part) ?? ""];
  const naming = fieldNaming(root, plural);
  const text = textIn(root);
  if (text && (naming === null || lists(root))) return [text];
  return naming === null ? null : [naming];
}

/** Returns what a link to an entry reads that its author gave no words. @param {Form} form */
function linkText({ kind, state, entry }) {
  return (kind === "source" && citationOf(entry)) || titleText(state);
}

/**
 * Returns the field that names entries of a kind, itself or in a part of it; null for none.
 *
 * @param {Schema} root
 * @param {string} plural     of the kind
 */
function fieldNaming(root, plural) {
  const isNamed = (/** @type {Schema} */ schema) => {
    const own = resolved(schema, root);
    const inner = [...Object.values(own.properties ?? {}), own.items, own.additionalProperties].filter((part) => typeof part === "object");
    return own["x-ref"] === plural || own["x-keys-ref"] === plural || inner.some(isNamed);
  };
  return Object.keys(root.properties ?? {}).find((name) => isNamed(root.properties?.[name] ?? {})) ?? null;
}
