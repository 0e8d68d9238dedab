/**
 * The form for one entry: its fields, what is wrong with it, a preview, and how to submit it.
 *
 * @module
 */

/** @import { Companion, Draft, DraftStorage } from "./drafts.js" */
/** @import { Snapshot } from "./snapshots.js" */
/** @import { Entry, Diagnostic, FormData, Path, Schema, Value } from "./types.js" */

import { isConfirmed } from "../quiz/ui/dialog.js";
import { button, h, viewTitle } from "../quiz/ui/dom.js";
import { fillBlanks } from "../quiz/ui/strings.js";
import { Alike } from "./alike.js";
import { diagnosticsOf, idErrorCode } from "./check.js";
import { draftLinks } from "./draft-links.js";
import { newStamp } from "./drafts.js";
import { emptyEntry, withoutName } from "./entries.js";
import { changeFields, groupOf } from "./fields.js";
import { LONGEST_ID, idFrom } from "./ids.js";
import { preview } from "./preview.js";
import { Messages } from "./messages.js";
import { signFields } from "./picker.js";
import { filled, innerSchema, optionalPartOf, resolved, valueAt, withValueAt } from "./schema.js";
import { Snapshots } from "./snapshots.js";
import { submissionSection } from "./submission.js";
import { fileText, listedText } from "./yaml.js";

const TYPING_PAUSE_MILLISECONDS = 150;
// A message that came while a click elsewhere is under way would move what is clicked on.
const CLICK_MILLISECONDS = 250;
// The id is no field of an entry, so its path is one that no field can have.
const ID_PATH = ["#id"];

/**
 * What the form begins with. An entry with an id is one of the guide, which is to be changed.
 *
 * @typedef {object} StartingPoint
 * @property {string} kind
 * @property {string} [id]
 * @property {Entry} [entry]       the entry as the guide has it, or what a new one begins with
 * @property {string} [notice]     a text to show above the form
 * @property {string} [stamp]      of the draft that is gone on with
 * @property {Draft} [draft]       in which nothing is taken back that was changed since
 */

/**
 * What a form works with.
 *
 * @typedef {object} Context
 * @property {DraftStorage} drafts
 * @property {() => void} leave     goes back to the choice of kinds
 * @property {Form} [root]          of a form for an entry that is brought along: the form that brings it
 */

/**
 * The mark of a required field, and its control where it has one.
 *
 * @typedef {{path: Path, mark: HTMLElement, control?: HTMLElement}} Mark
 */

/** @typedef {{kind: string, path: string, text: string, isList: boolean, isNew: boolean, title: string}} File */

export class Form {
  /** @type {number | undefined} */ #refreshTimer;
  /** whether the id was typed, rather than derived from the title */ #hasOwnId = false;
  /** what the outcome shows, as JSON */ #outcomeState = "";
  /** @type {Form[]} forms for new entries of other kinds that this one names */ #companions = [];
  /** @type {Mark[]} */ #marks = [];
  /** where the answers of a question that is sent along become signs */ #signArea = h("div");
  /** what it shows, as JSON */ #signState = "";
  #snapshots = new Snapshots();
  /** when the draft was last stored from here, as an ISO date */ #storedAt = "";
  #isStored = true;
  /** @type {HTMLElement | undefined} */ #element;

  /**
   * @param {FormData} data
   * @param {StartingPoint} start
   * @param {Context} context
   */
  constructor(data, start, context) {
    const { kind, id, notice, stamp } = start;
    const { root } = context;
    const draft = start.draft ?? { id: id ?? "", entry: undefined, companions: [], at: "" };
    this.data = data;
    this.kind = kind;
    this.messages = new Messages(this);
    /** @type {Schema} */
    this.schema = data.kinds[kind].schema;
    this.origin = id;
    this.isNew = id === undefined;
    this.context = context;
    this.drafts = context.drafts;
    /** @type {Form} */
    this.root = root ?? this;
    this.stamp = stamp;
    this.#storedAt = draft.at;
    this.initialEntry = /** @type {Entry} */ ({ ...emptyEntry(this.schema, this.isNew), ...start.entry });
    this.id = draft.id;
    this.prefix = root ? `field.@${kind}.${draft.id}` : "field";
    this.entry = draft.entry ?? this.initialEntry;
    this.notice = notice;
    this.status = h("p", { class: "form-status", role: "status" });
    // What became of the text, beside the buttons that copy and save it.
    this.sendingStatus = h("p", { class: "form-sent", role: "status" });
    this.outcome = h("div", { class: "form-outcome" });
    this.alike = this.isNew && new Alike(data, kind);
    this.companionArea = h("div", { class: "form-companions" });
    this.undoButton = button(this.t("undo"), () => this.#undo(), "link");
    this.idInput = h("input", {
      type: "text", id: this.nameOf(ID_PATH), maxlength: LONGEST_ID, autocapitalize: "off", spellcheck: "false", value: this.id,
      "aria-describedby": `${this.nameOf(ID_PATH, "help")} ${this.nameOf(ID_PATH, "diagnostics")}`,
    });
    this.#hasOwnId = root !== undefined || (this.id !== "" && this.id !== idFrom(this.titleText(), kind));
    this.#companions = draft.companions.flatMap((companion) => this.#companionForm(companion));
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
      h("p", button(this.t("other_kind"), this.context.leave, "link")),
      this.notice && h("p", { class: "form-notice" }, this.notice),
      this.#draftList(),
      ...this.#fields(),
      this.companionArea,
      this.status,
      h("p", { class: "form-tools" }, this.undoButton, button(this.t("start_again"), () => void this.#startAgain(), "link")),
      this.outcome);
    this.#element = element;
    this.#showCompanions();
    this.refresh();
    return element;
  }

  /** Returns the fields, the one that the entry is called by first, since below it stands what resembles the entry. */
  #fields() {
    if (!this.isNew) return changeFields(this);
    const fields = groupOf(this, this.schema, []);
    const isTitle = (/** @type {unknown} */ field) =>
      field instanceof HTMLElement && field.querySelector(`#${CSS.escape(this.nameOf([this.#titleField]))}`) !== null;
    return [...fields.filter(isTitle), this.alike && this.alike.element, ...fields.filter((field) => !isTitle(field)),
      this.isNew && this.root === this && this.#idField()];
  }

  #idField() {
    this.idInput.addEventListener("input", () => {
      this.remember(this.nameOf(ID_PATH));
      this.#hasOwnId = this.idInput.value !== "";
      this.id = this.idInput.value.trim();
      this.#changed();
    });
    this.idInput.addEventListener("blur", () => this.touch(ID_PATH));
    return h("details", { class: "form-more" }, h("summary", this.t("file_name")),
      h("div", { class: "form-field" },
        h("label", { for: this.idInput.id }, this.t("file_name")),
        h("p", { class: "form-help", id: this.nameOf(ID_PATH, "help") }, this.t("file_name_help")),
        this.idInput, this.messages.container(ID_PATH)));
  }

  /** Returns links to what was begun on this device for the same entry, or nothing. */
  #draftList() {
    if (this.stamp) return false;
    const drafts = this.drafts.list().filter(([, { kind, origin }]) => kind === this.kind && origin === (this.origin ?? null));
    return drafts.length > 0 && draftLinks(this.data, drafts);
  }

  /**
   * Asks over the page. Resolves to whether the answer was yes.
   *
   * @param {string} question
   * @param {string} yes
   */
  isConfirmed(question, yes) {
    return isConfirmed(this.root.#element ?? document.body, question, { yes, no: this.t("keep_it") });
  }

  async #startAgain() {
    if (this.#snapshots.count > 0 || this.stamp) {
      if (!(await this.isConfirmed(this.t("start_again_question"), this.t("start_again")))) return;
    }
    if (this.stamp) this.drafts.clear(this.stamp);
    this.stamp = undefined;
    this.#storedAt = "";
    this.#snapshots.clear();
    this.notice = undefined;
    history.replaceState(null, "", `#${this.kind}${this.origin === undefined ? "" : `/${this.origin}`}`);
    this.#restore({ entry: this.initialEntry, id: this.origin ?? "", hasOwnId: false, companions: [] });
  }

  /** @returns {Snapshot} */
  #snapshot() {
    return { entry: this.entry, id: this.id, hasOwnId: this.#hasOwnId, companions: this.#companionData() };
  }

  /** @param {Snapshot} snapshot */
  #restore({ entry, id, hasOwnId, companions }) {
    clearTimeout(this.#refreshTimer);
    this.entry = entry;
    this.id = id;
    this.idInput.value = id;
    this.#hasOwnId = hasOwnId;
    this.#snapshots.endChange();
    this.messages.clear();
    this.#outcomeState = "";
    this.#companions = companions.flatMap((companion) => this.#companionForm(companion));
    const earlier = this.#element;
    const element = this.view();
    earlier?.replaceWith(element);
    /** @type {HTMLElement | null} */ (element.querySelector("h2"))?.focus();
  }

  #undo() {
    const snapshot = this.#snapshots.pop();
    if (!snapshot) return;
    this.#restore(snapshot);
    this.#store();
    this.refresh();
  }

  /** Remembers the form as it is before a change, to undo it. @param {string} name     of what is changed */
  remember(name) {
    const { root } = this;
    root.#snapshots.remember(name, () => root.#snapshot());
  }

  /**
   * Sets the value of a field, or removes it; the form is refreshed once typing pauses.
   *
   * @param {Path} path
   * @param {Value | undefined} value
   */
  set(path, value) {
    // To add and to remove is a change of its own each time.
    this.remember(typeof value === "string" && value !== "" ? this.nameOf(path) : `${this.nameOf(path)} ${this.#snapshots.count}`);
    this.entry = withValueAt(this.entry, path, value);
    if (this.isNew && !this.#hasOwnId) {
      this.id = idFrom(this.titleText(), this.kind);
      this.idInput.value = this.id;
    }
    this.#changed();
  }

  #changed() {
    const { root } = this;
    clearTimeout(root.#refreshTimer);
    root.#refreshTimer = setTimeout(() => {
      root.#store();
      this.refresh();
      if (root !== this) root.refresh();
    }, TYPING_PAUSE_MILLISECONDS);
  }

  /** Stores the draft. Where another tab has stored the same draft since, this one goes on under a stamp of its own. */
  #store() {
    const stored = this.stamp ? this.drafts.load(this.stamp) : null;
    if (!this.stamp || (stored && stored.at !== this.#storedAt)) this.stamp = newStamp();
    const { kind, origin = null, id, entry, isNew, initialEntry, stamp } = this;
    const at = new Date().toISOString();
    const base = isNew ? null : initialEntry;
    this.#isStored = this.drafts.save(stamp, { kind, origin, id, entry, base, at, companions: this.#companionData() });
    this.#storedAt = at;
    if (this.#isStored) history.replaceState(null, "", `#${kind}${origin === null ? "" : `/${origin}`}~${stamp}`);
  }

  /** Remembers that a field was left; from then on its diagnostics are shown. @param {Path} path */
  touch(path) {
    this.messages.remember(path);
    setTimeout(() => this.messages.show(this.#diagnostics()), CLICK_MILLISECONDS);
  }

  /** Remembers the mark of a required field, in place of an earlier one. @param {Mark} mark */
  addMark(mark) {
    this.#marks = [...this.#marks.filter(({ path }) => this.nameOf(path) !== this.nameOf(mark.path)), mark];
    this.#showMark(mark);
  }

  /** Shows the mark of a required field unless it is in a part that isn't begun. @param {Mark} mark */
  #showMark({ path, mark, control }) {
    const part = optionalPartOf(path, this.schema);
    const isRequired = part === null || this.isFilled(part);
    mark.hidden = !isRequired;
    if (isRequired) control?.setAttribute("aria-required", "true");
    else control?.removeAttribute("aria-required");
  }

  /** Shows what is wrong, what resembles the entry, the preview and the files. */
  refresh() {
    const diagnostics = this.#diagnostics();
    this.messages.show(diagnostics);
    for (const mark of this.#marks) this.#showMark(mark);
    if (this.alike) this.alike.show(this.titleText(), this.entry);
    this.#showSigns();
    if (this.root !== this) return;
    this.undoButton.hidden = this.#snapshots.count === 0;
    const storage = this.#snapshots.count > 0 || this.stamp ? this.t(this.#isStored ? "kept" : "not_kept") : "";
    const companionDiagnostics = this.#companions.flatMap((form) => form.#diagnostics().map((diagnostic) => ({ form, diagnostic })));
    const all = [...diagnostics.map((diagnostic) => ({ form: /** @type {Form} */ (this), diagnostic })), ...companionDiagnostics];
    this.status.textContent = `${this.#progress(all)} ${storage}`;
    // Elements that would say the same are not replaced: a finger or a pointer may be on them.
    const outcomeState = JSON.stringify([all.map(({ diagnostic }) => diagnostic), this.id, this.entry, this.#companionData()]);
    if (outcomeState === this.#outcomeState) return;
    this.#outcomeState = outcomeState;
    this.sendingStatus.textContent = "";
    const isOpen = /** @type {HTMLDetailsElement | null} */ (this.outcome.querySelector(".form-preview")?.parentElement)?.open ?? true;
    const findings = this.isUntouched ? [] : [
      h("h3", this.t("problems")), this.messages.summary(all),
      h("details", { open: isOpen }, h("summary", this.t("preview")), preview(this.entry, this.kind, this.data)),
    ];
    this.outcome.replaceChildren(...findings, h("h3", this.t("send")), ...submissionSection(this, all));
  }

  /** Whether nothing was written yet: the form is empty, or as the guide has the entry. */
  get isUntouched() {
    if (this.#companions.length > 0) return false;
    return this.isNew ? filled(this.entry) === undefined : JSON.stringify(filled(this.entry)) === JSON.stringify(filled(this.initialEntry));
  }

  /** Whether a new entry of a kind can be proposed together with this one. @param {string} kind */
  canBringAlong(kind) {
    return this.root === this && Object.hasOwn(this.data.kinds, kind) && !this.data.kinds[kind].path.endsWith(".yml");
  }

  /**
   * Adds a new entry of another kind, to be described below and sent along.
   *
   * @param {string} kind
   * @param {string} id
   * @param {string} title
   */
  bringAlong(kind, id, title) {
    this.remember(`companion ${id}`);
    const { schema, titleField } = this.data.kinds[kind];
    const entry = { ...emptyEntry(schema, true), [titleField]: title };
    this.#companions.push(...this.#companionForm({ kind, id, entry }));
    this.#showCompanions();
    this.#changed();
  }

  /** @param {Companion} companion @returns {Form[]} */
  #companionForm({ kind, id, entry }) {
    if (!this.canBringAlong(kind)) return [];
    const draft = { kind, id, entry, origin: null, base: null, companions: [], at: "" };
    return [new Form(this.data, { kind, draft }, { ...this.context, root: this })];
  }

  /** @returns {Companion[]} */
  #companionData() {
    return this.#companions.map(({ kind, id, entry }) => ({ kind, id, entry }));
  }

  #showCompanions() {
    this.companionArea.replaceChildren(...this.#companions.map((form) => {
      const title = this.t("brought_along", { kind: this.data.kinds[form.kind].label });
      const section = h("section", { class: "form-companion", "aria-label": title }, h("h3", title), ...form.#fields(), form.#signArea,
        button(this.t("remove", { name: form.titleText() }), () => void this.#leaveOut(form), "link"));
      form.refresh();
      return section;
    }));
  }

  /** Returns where this entry holds its signs, or null for one that has none. */
  get #signPath() {
    const { properties = {} } = this.schema;
    return Object.keys(properties).filter((name) => properties[name]["x-asked"] && properties[name]["x-keys-ref"] === "questions").at(0) ?? null;
  }

  /** Shows below a question that is sent along which of its answers are signs of the entry that names it. */
  #showSigns() {
    const signs = this.root.#signPath;
    if (this.root === this || this.kind !== "question" || signs === null) return;
    const answers = this.root.answersOf(this.id);
    const state = JSON.stringify([answers, valueAt(this.root.entry, [signs, this.id])]);
    if (state === this.#signState) return;
    this.#signState = state;
    const focused = this.#signArea.contains(document.activeElement) ? document.activeElement?.id : undefined;
    this.#signArea.replaceChildren(...(Object.keys(answers).length > 0 ? [signFields(this.root, [signs, this.id])] : []));
    if (focused) document.getElementById(focused)?.focus();
  }

  /** Returns what is to be said of questions that are sent along without a sign among their answers. @returns {Diagnostic[]} */
  #unattached() {
    const signs = this.#signPath;
    if (signs === null) return [];
    return this.#companions
      .filter(({ kind, id }) => kind === "question" && !this.isFilled([signs, id]))
      .map(({ id }) => ({ path: [signs, id], code: "unattached" }));
  }

  /** Whether an entry is described below, to be sent along with this one. @param {string} id */
  isSentAlong(id) {
    return this.root === this && this.#companions.some((form) => form.id === id);
  }

  /** @param {Form} form */
  async #leaveOut(form) {
    const question = this.t("remove_question", { name: form.titleText() });
    if (!(await this.isConfirmed(question, this.t("remove_yes")))) return;
    this.remember(`companion ${form.id} removed`);
    this.#companions = this.#companions.filter((companion) => companion !== form);
    this.entry = /** @type {Entry} */ (withoutName(this.entry, form.id));
    this.#restore(this.#snapshot());
    this.#store();
  }

  /** Every file of the proposal: those of the entries that are brought along, then that of the entry itself. @returns {File[]} */
  get files() {
    return [...this.#companions, this].map((form) => ({
      kind: form.kind, path: form.path, text: form.fileText(), isList: form.isList, isNew: form.isNew, title: form.titleText(),
    }));
  }

  /** @returns {Diagnostic[]} */
  #diagnostics() {
    const { plural } = this.data.kinds[this.kind];
    // Without a title there is no id yet, and that the title is missing is said already.
    const isNamed = this.id !== "" || this.titleText() !== "";
    const code = this.isNew && isNamed ? idErrorCode(this.id, Object.keys(this.data.titles[plural] ?? {})) : null;
    const entryDiagnostics = [...diagnosticsOf(this.entry, this.kind, this.root.#dataWithCompanions()), ...this.#unattached()];
    return code ? [...entryDiagnostics, { path: ID_PATH, code }] : entryDiagnostics;
  }

  /**
   * Returns how many of the fields that are needed are filled in, those of what is sent along and its signs among them.
   *
   * @param {readonly {form: Form, diagnostic: Diagnostic}[]} all
   */
  #progress(all) {
    const forms = [this, ...this.#companions];
    const isNeeded = (/** @type {Diagnostic} */ { code }) => code === "missing-field" || code === "unattached";
    const places = all.filter(({ diagnostic }) => isNeeded(diagnostic)).map(({ form, diagnostic: { path, code } }) =>
      form.nameOf(code === "unattached" ? path : path.slice(0, 1)));
    const questions = this.#signPath === null ? [] : this.#companions.filter(({ kind }) => kind === "question");
    const count = forms.reduce((sum, { schema }) => sum + (schema.required?.length ?? 0), questions.length);
    return this.t("progress", { filled: count - new Set(places).size, all: count });
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

  get #titleField() {
    return this.data.kinds[this.kind].titleField;
  }

  /** Returns what the entry is called so far. */
  titleText() {
    return this.textAt([this.#titleField]);
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
   * Returns what the names or values of a field can be: id -> title. Entries that are brought along are among them.
   *
   * @param {string | undefined} target     what they refer to
   * @param {Path} path     of the field that holds them, whose last part may be a question
   * @returns {Record<string, string>}
   */
  titlesFor(target, path) {
    if (target === "answers") return this.answersOf(String(path.at(-1)));
    const along = this.root.#companions.filter(({ kind }) => this.data.kinds[kind].plural === target);
    return { ...this.data.titles[target ?? ""], ...Object.fromEntries(along.map((form) => [form.id, form.titleText()])) };
  }

  /** Returns the texts of a question's answers, by id. @param {string} question @returns {Record<string, string>} */
  answersOf(question) {
    return this.root.#dataWithCompanions().answers[question] ?? {};
  }

  /** Whether an entry of this kind may give one answer only to a question. @param {string} question */
  takesOne(question) {
    return this.kind === "case" && this.data.pickOne.includes(question);
  }

  /**
   * Returns a word that can be chosen with what it stands for.
   *
   * @param {string} word
   * @param {Schema} schema     of the field
   */
  wordLabel(word, schema) {
    const share = schema["x-ref"] === "how_many" ? this.data.shares[word] : undefined;
    if (share !== undefined) return this.t("share", { word, n: Math.round(share * 100) });
    const { choices } = /** @type {{choices: Record<string, string>}} */ (/** @type {unknown} */ (this.data.words));
    return choices[word] ?? word;
  }

  /** Returns the form's data with the questions that are brought along. @returns {FormData} */
  #dataWithCompanions() {
    const questions = this.#companions.filter(({ kind }) => kind === "question");
    if (questions.length === 0) return this.data;
    const answers = questions.map((form) => {
      const texts = Object.keys(form.mapAt(["answers"])).map((id) => [id, form.textAt(["answers", id, "text"])]);
      return [form.id, Object.fromEntries(texts)];
    });
    const pickOne = questions.filter((form) => form.textAt(["kind"]) === "pick-one").map(({ id }) => id);
    return { ...this.data, answers: { ...this.data.answers, ...Object.fromEntries(answers) }, pickOne: [...this.data.pickOne, ...pickOne] };
  }

  /** Returns the schema of what stands at a path, with its reference followed. @param {Path} path @returns {Schema} */
  schemaAt(path) {
    return path.reduce((schema, step) => resolved(innerSchema(schema, step), this.schema), this.schema);
  }

  /** Returns what the field at a path is called, with what is around it: `The steps › Number 2 › What to do`. @param {Path} path */
  labelOf(path) {
    if (path === ID_PATH) return this.t("file_name");
    return path.map((step, depth) => {
      const around = this.schemaAt(path.slice(0, depth));
      if (around.properties || typeof step === "number") return this.titleOf(this.schemaAt(path.slice(0, depth + 1)), path.slice(0, depth + 1));
      const titles = this.titlesFor(around["x-keys-ref"], path.slice(0, depth));
      const number = Object.keys(this.mapAt(path.slice(0, depth))).indexOf(step) + 1;
      return titles[step] || this.textAt([...path.slice(0, depth + 1), "text"]) || this.t("item", { number });
    }).join(" › ");
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
   * @param {"" | "help" | "diagnostics" | "search"} [part]
   */
  nameOf(path, part = "") {
    return [this.prefix, ...path, ...(part ? ["", part] : [])].join(".");
  }
}
