/**
 * The form for one entry: its fields, what is wrong with it, a preview, and how to submit it.
 *
 * @module
 */

/** @import { Entry, Diagnostic, FormData, Path, Schema, Value } from "./types.js" */

import { button, h, viewTitle } from "../quiz/ui/dom.js";
import { fillBlanks } from "../quiz/ui/strings.js";
import { diagnosticsOf, idErrorCode, idFrom } from "./check.js";
import { draftStorage } from "./draft-storage.js";
import { groupOf } from "./fields.js";
import { preview } from "./preview.js";
import { emptyValue, filled, valueAt, withValueAt } from "./schema.js";
import { submissionSection } from "./submission.js";
import { fileText, listedText } from "./yaml.js";

const TYPING_PAUSE_MILLISECONDS = 150;
// The id is no field of an entry, so its path is one that no field can have.
const ID_PATH = ["#id"];
const MAX_ID_LENGTH = 60;
// The fields that an entry can be called by; each kind has one of them.
const TITLE_FIELDS = ["title", "claim", "text"];

/**
 * What the form begins with. An entry with an id is one of the guide, which is to be changed.
 *
 * @typedef {object} StartingPoint
 * @property {string} kind
 * @property {string} [id]
 * @property {Entry} [entry]
 * @property {string} [notice]     key of a text to show above the form
 */

export class Form {
  /** @type {Set<string>} names of the fields that were left once */ #touchedFields = new Set();
  /** @type {Set<HTMLElement>} */ #messageContainers = new Set();
  /** @type {number | undefined} */ #refreshTimer;
  /** whether the id was typed, rather than derived from the title */ #hasOwnId = false;
  /** what the outcome shows, as JSON */ #outcomeState = "";

  /**
   * @param {FormData} data
   * @param {StartingPoint} start
   * @param {string} key        prefix of the keys under which drafts are stored
   * @param {() => void} leave  goes back to the choice of kinds
   */
  constructor(data, { kind, id, entry, notice }, key, leave) {
    this.data = data;
    this.kind = kind;
    /** @type {Schema} */
    this.schema = data.kinds[kind].schema;
    this.isNew = id === undefined;
    this.leave = leave;
    this.draftStorage = draftStorage(`${key}/${kind}/${id ?? ""}`);
    // What a debrief brings is not to be hidden by a draft.
    const draft = entry && this.isNew ? null : this.draftStorage.load();
    this.initialEntry = /** @type {Entry} */ ({ ...emptyEntry(this.schema, this.isNew), ...entry });
    this.id = id ?? draft?.id ?? "";
    this.entry = draft?.entry ?? this.initialEntry;
    this.notice = notice;
    this.status = h("p", { class: "form-status", role: "status" });
    this.outcome = h("div", { class: "form-outcome" });
    this.idInput = h("input", {
      type: "text", id: this.nameOf(ID_PATH), maxlength: MAX_ID_LENGTH, autocapitalize: "off", spellcheck: "false", value: this.id,
      "aria-describedby": `${this.nameOf(ID_PATH, "help")} ${this.nameOf(ID_PATH, "diagnostics")}`,
    });
    this.#hasOwnId = this.id !== "" && this.id !== idFrom(this.#titleText());
  }

  /**
   * Returns the text of a key with its blanks filled; the key itself where there is no such text.
   *
   * @param {string} key
   * @param {Record<string, string | number>} [blanks]
   */
  t(key, blanks = {}) {
    return fillBlanks(this.data.words[key] ?? key, (name) => blanks[name]);
  }

  /** Returns the whole form. */
  view() {
    const { data, kind } = this;
    const heading = this.isNew
      ? this.t("adding", { kind: data.kinds[kind].label })
      : this.t("changing", { title: data.titles[data.kinds[kind].plural]?.[this.id] ?? this.id });
    const element = h("form", { class: "form", novalidate: true, onsubmit: (event) => event.preventDefault() },
      viewTitle(heading),
      h("p", button(this.t("other_kind"), this.leave, "link")),
      this.notice && h("p", { class: "form-notice" }, this.t(this.notice)),
      ...groupOf(this, this.schema, []),
      this.isNew && this.#idField(),
      this.status,
      this.outcome,
      h("p", button(this.t("start_again"), () => this.#startAgain(element), "link")));
    this.refresh();
    return element;
  }

  #idField() {
    this.idInput.addEventListener("input", () => {
      this.#hasOwnId = this.idInput.value !== "";
      this.id = this.idInput.value.trim();
      this.refresh();
    });
    this.idInput.addEventListener("blur", () => this.touch(ID_PATH));
    return h("div", { class: "form-field" },
      h("label", { for: this.idInput.id }, this.t("file_name")),
      h("p", { class: "form-help", id: this.nameOf(ID_PATH, "help") }, this.t("file_name_help")),
      this.idInput, this.messageContainer(ID_PATH));
  }

  /** @param {HTMLElement} element     the form as it is on the page */
  #startAgain(element) {
    this.draftStorage.clear();
    this.entry = this.initialEntry;
    this.id = this.isNew ? "" : this.id;
    this.idInput.value = this.id;
    this.#hasOwnId = false;
    this.#touchedFields.clear();
    this.#outcomeState = "";
    const newElement = this.view();
    element.replaceWith(newElement);
    /** @type {HTMLElement | null} */ (newElement.querySelector("h2"))?.focus();
  }

  /**
   * Sets the value of a field, or removes it; the form is refreshed once typing pauses.
   *
   * @param {Path} path
   * @param {Value | undefined} value
   */
  set(path, value) {
    this.entry = withValueAt(this.entry, path, value);
    if (this.isNew && !this.#hasOwnId) {
      this.id = idFrom(this.#titleText());
      this.idInput.value = this.id;
    }
    clearTimeout(this.#refreshTimer);
    this.#refreshTimer = setTimeout(() => this.refresh(), TYPING_PAUSE_MILLISECONDS);
  }

  /** Remembers that a field was left; from then on its diagnostics are shown. @param {Path} path */
  touch(path) {
    this.#touchedFields.add(this.nameOf(path));
    this.#showMessages(this.#diagnostics());
  }

  /** Stores the draft, and shows what is wrong, the preview and the file. */
  refresh() {
    const diagnostics = this.#diagnostics();
    const isStored = this.draftStorage.save({ id: this.id, entry: this.entry });
    this.status.textContent = `${this.#progress(diagnostics)} ${this.t(isStored ? "kept" : "not_kept")}`;
    this.#showMessages(diagnostics);
    // Elements that would say the same are not replaced: a finger or a pointer may be on them.
    const outcomeState = JSON.stringify([diagnostics, this.id, this.entry]);
    if (outcomeState === this.#outcomeState) return;
    this.#outcomeState = outcomeState;
    const isOpen = this.outcome.querySelector("details")?.open ?? true;
    this.outcome.replaceChildren(
      h("h3", this.t("problems")), this.#summary(diagnostics),
      h("details", { open: isOpen }, h("summary", this.t("preview")), preview(this.entry, this.schema, this.data)),
      h("h3", this.t("file")), ...submissionSection(this));
  }

  /** @returns {Diagnostic[]} */
  #diagnostics() {
    const known = Object.keys(this.data.titles[this.data.kinds[this.kind].plural] ?? {});
    const code = this.isNew ? idErrorCode(this.id, known) : null;
    const entryDiagnostics = diagnosticsOf(this.entry, this.kind, this.data);
    return code ? [...entryDiagnostics, { path: ID_PATH, code }] : entryDiagnostics;
  }

  /** @param {readonly Diagnostic[]} diagnostics */
  #progress(diagnostics) {
    const required = this.schema.required ?? [];
    const incomplete = new Set(diagnostics.filter(({ code }) => code === "missing-field").map(({ path }) => path[0]));
    const complete = required.filter((name) => !incomplete.has(name));
    return this.t("progress", { filled: complete.length, all: required.length });
  }

  /** @param {readonly Diagnostic[]} diagnostics */
  #showMessages(diagnostics) {
    for (const container of this.#messageContainers) {
      const field = container.dataset.field ?? "";
      const fieldDiagnostics = diagnostics.filter(({ path }) => this.nameOf(path) === field);
      // That a field is empty is not said before it was left.
      const isShown = fieldDiagnostics.length > 0 && (this.#touchedFields.has(field) || fieldDiagnostics[0].code !== "missing-field");
      container.replaceChildren(...(isShown ? fieldDiagnostics.map((diagnostic) => h("span", this.message(diagnostic))) : []));
      const control = document.getElementById(field);
      if (isShown && fieldDiagnostics.some(({ isAdvice }) => !isAdvice)) control?.setAttribute("aria-invalid", "true");
      else control?.removeAttribute("aria-invalid");
    }
  }

  /**
   * Returns a new element for the diagnostics of a field, in place of an earlier one.
   *
   * @param {Path} path
   */
  messageContainer(path) {
    const container = h("p", { class: "form-diagnostics", id: this.nameOf(path, "diagnostics"), "data-field": this.nameOf(path) });
    for (const earlier of this.#messageContainers) if (earlier.id === container.id) this.#messageContainers.delete(earlier);
    this.#messageContainers.add(container);
    return container;
  }

  /** @param {readonly Diagnostic[]} diagnostics */
  #summary(diagnostics) {
    if (diagnostics.length === 0) return h("p", this.t("no_problems"));
    return h("ul", { class: "form-summary" }, ...diagnostics.map((diagnostic) => {
      const onclick = (/** @type {Event} */ event) => {
        event.preventDefault();
        this.#goTo(diagnostic.path);
      };
      const field = this.schema.properties?.[diagnostic.path[0]]?.title ?? this.t("file_name");
      const suffix = diagnostic.isAdvice ? ` (${this.t("advice")})` : "";
      return h("li", h("a", { href: `#${this.nameOf(diagnostic.path)}`, onclick }, field), `: ${this.message(diagnostic)}${suffix}`);
    }));
  }

  /** Moves the focus to a field, or to the nearest group around it where it does not exist yet. @param {Path} path */
  #goTo(path) {
    const ancestry = path.map((_, depth) => path.slice(0, path.length - depth));
    const target = ancestry.map((ancestor) => document.getElementById(this.nameOf(ancestor))).find(Boolean);
    const details = target?.closest("details");
    if (details) details.open = true;
    target?.focus();
    this.#touchedFields.add(this.nameOf(path));
  }

  /** Returns a diagnostic in words: the guide's own, if it has any, or those of the rule. @param {Diagnostic} diagnostic */
  message({ code, blanks = {}, text = code }) {
    const { errors, rules } = /** @type {Record<string, Record<string, string>>} */ (/** @type {unknown} */ (this.data.words));
    return fillBlanks(errors[code.replaceAll("-", "_")] ?? rules[code] ?? text, (name) => blanks[name]);
  }

  /** Returns the text of the file, or of the part of it, that the entry would be. */
  fileText() {
    const entry = /** @type {Entry} */ (filled(this.entry) ?? {});
    return this.isList ? listedText(this.id || "x", entry, this.schema) : fileText(entry, this.schema, this.kind);
  }

  /** Whether all entries of the kind are in one file. */
  get isList() {
    return this.data.kinds[this.kind].path.endsWith(".yml");
  }

  /** The path of the file that the entry is in or will be in. */
  get path() {
    const { path } = this.data.kinds[this.kind];
    return this.isList ? path : `${path}/${this.id || "x"}.yml`;
  }

  #titleText() {
    const field = TITLE_FIELDS.find((name) => this.schema.properties?.[name]);
    return this.textAt([field ?? "title"]);
  }

  /** @param {Path} path */
  textAt(path) {
    const value = valueAt(this.entry, path);
    return typeof value === "string" ? value : "";
  }

  /** @param {Path} path @returns {Value[]} */
  listAt(path) {
    const value = valueAt(this.entry, path);
    if (typeof value === "string" && value) return [value];
    return Array.isArray(value) ? value : [];
  }

  /** @param {Path} path @returns {Entry} */
  mapAt(path) {
    const value = valueAt(this.entry, path);
    return typeof value === "object" && !Array.isArray(value) ? value : {};
  }

  /** @param {Path} path */
  isFilled(path) {
    return filled(valueAt(this.entry, path) ?? "") !== undefined;
  }

  /**
   * Returns what the names or values of a field can be: id -> title.
   *
   * @param {string | undefined} target     what they refer to
   * @param {Path} path     of the field that holds them, whose last part may be a question
   * @returns {Record<string, string>}
   */
  titlesFor(target, path) {
    if (target === "answers") return this.data.answers[String(path.at(-1))] ?? {};
    return this.data.titles[target ?? ""] ?? {};
  }

  /**
   * Returns the title of a field, or the number of an item in a list.
   *
   * @param {Schema} schema
   * @param {Path} path
   */
  titleOf(schema, path) {
    const last = path.at(-1);
    return typeof last === "number" ? this.t("item", { number: last + 1 }) : (schema.title ?? String(last));
  }

  /**
   * Returns the id of the element for a field, or for something that belongs to it.
   *
   * @param {Path} path
   * @param {"" | "help" | "diagnostics"} [part]
   */
  nameOf(path, part = "") {
    return ["field", ...path, ...(part ? ["", part] : [])].join(".");
  }
}

/**
 * Returns a new entry, reviewed today where it has a review; nothing for an entry that is to be changed.
 *
 * @param {Schema} schema
 * @param {boolean} isNew
 */
function emptyEntry(schema, isNew) {
  if (!isNew) return {};
  const entry = /** @type {Entry} */ (emptyValue(schema, schema));
  if ("reviewed" in entry) entry.reviewed = new Date().toISOString().slice(0, 10);
  if ("origin" in entry && schema.properties?.origin?.enum) entry.origin = "reported";
  return entry;
}
