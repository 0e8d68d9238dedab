/**
 * One entry being written: its fields, what is wrong with it, how it will read, and how to send it.
 *
 * @module
 */

/** @import { Entry, Fault, FormData, Path, Schema, Value } from "./types.js" */

import { button, h, title } from "../quiz/ui/dom.js";
import { fill } from "../quiz/ui/words.js";
import { faultsOf, idFault, idFrom } from "./check.js";
import { draftAt } from "./draft.js";
import { groupOf } from "./fields.js";
import { preview } from "./preview.js";
import { emptyValue, filled, valueAt, withValueAt } from "./schema.js";
import { sending } from "./sending.js";
import { fileText, listedText } from "./yaml.js";

const PAUSE_MILLISECONDS = 150;
const ID_PATH = ["#id"];

/**
 * What the form begins with: an entry that is there already has an id and a file.
 *
 * @typedef {object} Beginning
 * @property {string} kind
 * @property {string} [id]
 * @property {Entry} [entry]
 * @property {string} [notice]     the word of something to say above the form
 */

export class Form {
  /** @type {Set<string>} */ #touched = new Set();
  /** @type {number | undefined} */ #timer;
  #hasOwnId = false;
  #shown = "";

  /**
   * @param {FormData} data
   * @param {Beginning} beginning
   * @param {string} key        under which drafts are kept
   * @param {() => void} leave  goes back to the choice of kinds
   */
  constructor(data, { kind, id, entry, notice }, key, leave) {
    this.data = data;
    this.kind = kind;
    /** @type {Schema} */
    this.schema = data.kinds[kind].schema;
    this.isNew = id === undefined;
    this.leave = leave;
    this.storage = draftAt(`${key}/${kind}/${id ?? ""}`);
    const begun = /** @type {Entry} */ ({ ...emptyEntry(this.schema, this.isNew), ...entry });
    const kept = entry && this.isNew ? null : this.storage.load();
    this.begun = begun;
    this.id = id ?? kept?.id ?? "";
    this.entry = kept?.entry ?? begun;
    this.notice = notice;
    this.status = h("p", { class: "form-status", role: "status" });
    this.outcome = h("div", { class: "form-outcome" });
    this.idInput = h("input", { type: "text", id: this.nameOf(ID_PATH), maxlength: 60, autocapitalize: "off",
      spellcheck: "false", value: this.id, "aria-describedby": `${this.nameOf(ID_PATH, "help")} ${this.nameOf(ID_PATH, "faults")}` });
    this.#hasOwnId = this.id !== "" && this.id !== idFrom(this.#titleText());
  }

  /**
   * @param {string} key
   * @param {Record<string, string | number>} [blanks]
   */
  t(key, blanks = {}) {
    return fill(this.data.words[key] ?? key, (name) => (name in blanks ? String(blanks[name]) : undefined));
  }

  /** Returns the whole form. */
  view() {
    const { data, kind } = this;
    const heading = this.isNew
      ? this.t("adding", { kind: data.kinds[kind].label })
      : this.t("changing", { title: data.titles[data.kinds[kind].plural]?.[this.id] ?? this.id });
    const node = h("form", { class: "form", novalidate: true, onsubmit: (/** @type {Event} */ event) => event.preventDefault() },
      title(heading),
      h("p", button(this.t("other_kind"), this.leave, "link")),
      this.notice && h("p", { class: "form-notice" }, this.t(this.notice)),
      ...groupOf(this, this.schema, []),
      this.isNew && this.#idField(),
      this.status,
      this.outcome,
      h("p", button(this.t("start_again"), () => this.#startAgain(node), "link")));
    this.refresh();
    return node;
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
      this.idInput, this.placeForFaults(ID_PATH));
  }

  /** @param {HTMLElement} node */
  #startAgain(node) {
    this.storage.clear();
    this.entry = this.begun;
    this.id = this.isNew ? "" : this.id;
    this.idInput.value = this.id;
    this.#hasOwnId = false;
    this.#touched.clear();
    this.#shown = "";
    const fresh = this.view();
    node.replaceWith(fresh);
    /** @type {HTMLElement | null} */ (fresh.querySelector("h2"))?.focus();
  }

  /**
   * Puts a value in its place, or takes away what stands there; shows soon what comes of it.
   *
   * @param {Path} path
   * @param {Value | undefined} value
   */
  set(path, value) {
    this.entry = withValueAt(this.entry, path, value);
    if (this.isNew && !this.#hasOwnId) this.idInput.value = this.id = idFrom(this.#titleText());
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.refresh(), PAUSE_MILLISECONDS);
  }

  /** Remembers that a field was left, from when on its faults are shown. @param {Path} path */
  touch(path) {
    this.#touched.add(this.nameOf(path));
    this.#showFaults(this.#faults());
  }

  /** Shows what is wrong, how it reads and what would be sent; keeps the draft. */
  refresh() {
    const faults = this.#faults();
    const canKeep = this.storage.save({ id: this.id, entry: this.entry });
    this.status.textContent = `${this.#progress(faults)} ${this.t(canKeep ? "kept" : "not_kept")}`;
    this.#showFaults(faults);
    // What is below must stay as it is while it says the same: a finger or a pointer may be on it.
    const shown = JSON.stringify([faults, this.id, this.entry]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    const isOpen = this.outcome.querySelector("details")?.open ?? true;
    this.outcome.replaceChildren(
      h("h3", this.t("problems")), this.#summary(faults),
      h("details", { open: isOpen }, h("summary", this.t("preview")), preview(this.entry, this.schema, this.data)),
      h("h3", this.t("file")), ...sending(this));
  }

  /** @returns {Fault[]} */
  #faults() {
    const known = Object.keys(this.data.titles[this.data.kinds[this.kind].plural] ?? {});
    const code = this.isNew ? idFault(this.id, known) : null;
    const found = faultsOf(this.entry, this.kind, this.data);
    return code ? [...found, { path: ID_PATH, code }] : found;
  }

  /** @param {readonly Fault[]} faults */
  #progress(faults) {
    const needed = this.schema.required ?? [];
    const missing = new Set(faults.filter(({ code }) => code === "needed").map(({ path }) => path[0]));
    const left = needed.filter((name) => missing.has(name)).length;
    return this.t("progress", { filled: needed.length - left, all: needed.length });
  }

  /** @param {readonly Fault[]} faults */
  #showFaults(faults) {
    for (const place of this.#places) {
      const own = faults.filter(({ path }) => this.nameOf(path, "faults") === place.id);
      const isShown = own.length > 0 && (this.#touched.has(place.dataset.field ?? "") || own[0].code !== "needed");
      place.replaceChildren(...(isShown ? own.map((fault) => h("span", this.message(fault))) : []));
      const control = document.getElementById(place.dataset.field ?? "");
      if (isShown && own.some(({ isAdvice }) => !isAdvice)) control?.setAttribute("aria-invalid", "true");
      else control?.removeAttribute("aria-invalid");
    }
  }

  /** @type {Set<HTMLElement>} */ #places = new Set();

  /**
   * Returns where the faults of a field are shown.
   *
   * @param {Path} path
   */
  placeForFaults(path) {
    const place = h("p", { class: "form-faults", id: this.nameOf(path, "faults"), "data-field": this.nameOf(path) });
    this.#places.forEach((other) => other.id === place.id && this.#places.delete(other));
    this.#places.add(place);
    return place;
  }

  /** @param {readonly Fault[]} faults */
  #summary(faults) {
    if (faults.length === 0) return h("p", this.t("no_problems"));
    return h("ul", { class: "form-summary" }, ...faults.map((fault) => {
      const goThere = (/** @type {Event} */ event) => {
        event.preventDefault();
        this.#goTo(fault.path);
      };
      const field = this.schema.properties?.[fault.path[0]]?.title ?? this.t("file_name");
      const more = fault.isAdvice ? ` (${this.t("advice")})` : "";
      return h("li", h("a", { href: `#${this.nameOf(fault.path)}`, onclick: goThere }, field), `: ${this.message(fault)}${more}`);
    }));
  }

  /** Goes to a field, or to what is around it where it is not there yet. @param {Path} path */
  #goTo(path) {
    const paths = path.map((_, at) => path.slice(0, path.length - at));
    const target = paths.map((each) => document.getElementById(this.nameOf(each))).find((node) => node !== null);
    const details = target?.closest("details");
    if (details) details.open = true;
    target?.focus();
    this.#touched.add(this.nameOf(path));
  }

  /** @param {Fault} fault */
  message({ code, blanks = {} }) {
    const words = /** @type {Record<string, string>} */ (/** @type {unknown} */ (this.data.words.faults));
    return fill(words[code] ?? code, (name) => (name in blanks ? String(blanks[name]) : undefined));
  }

  /** Returns what would be sent. */
  text() {
    const entry = /** @type {Entry} */ (filled(this.entry) ?? {});
    return this.isList ? listedText(this.id || "x", entry, this.schema) : fileText(entry, this.schema, this.kind);
  }

  /** Whether entries of this kind stand in one file. */
  get isList() {
    return this.data.kinds[this.kind].path.endsWith(".yml");
  }

  /** The file in which the entry stands or will stand. */
  get path() {
    const { path } = this.data.kinds[this.kind];
    return this.isList ? path : `${path}/${this.id || "x"}.yml`;
  }

  #titleText() {
    const name = ["title", "claim", "text"].find((each) => this.schema.properties?.[each]);
    return this.textAt([name ?? "title"]);
  }

  /** @param {Path} path */
  textAt(path) {
    const found = valueAt(this.entry, path);
    return typeof found === "string" ? found : "";
  }

  /** @param {Path} path @returns {Value[]} */
  listAt(path) {
    const found = valueAt(this.entry, path);
    return Array.isArray(found) ? found : typeof found === "string" && found ? [found] : [];
  }

  /** @param {Path} path @returns {Entry} */
  mapAt(path) {
    const found = valueAt(this.entry, path);
    return typeof found === "object" && !Array.isArray(found) ? found : {};
  }

  /** @param {Path} path */
  isFilled(path) {
    return filled(valueAt(this.entry, path) ?? "") !== undefined;
  }

  /**
   * Returns what the names or values of a field can be, by id.
   *
   * @param {string | undefined} to
   * @param {Path} path     of the field that holds them, whose last step may be a question
   * @returns {Record<string, string>}
   */
  titlesFor(to, path) {
    if (to === "answers") return this.data.answers[String(path.at(-1))] ?? {};
    return this.data.titles[to ?? ""] ?? {};
  }

  /**
   * @param {Schema} schema
   * @param {Path} path
   */
  titleOf(schema, path) {
    const last = path.at(-1);
    return typeof last === "number" ? this.t("item", { number: last + 1 }) : (schema.title ?? String(last));
  }

  /**
   * Returns the id of what stands for a path on the page.
   *
   * @param {Path} path
   * @param {string} [part]
   */
  nameOf(path, part = "") {
    return ["field", ...path, ...(part ? ["", part] : [])].join(".");
  }
}

/**
 * Returns a new entry, with today as the day of its review where it has one.
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
