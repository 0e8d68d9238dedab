/**
 * The form for one entry: its fields, what is wrong with it, a preview, and how to submit it.
 *
 * @module
 */

/** @import { Draft, DraftStorage } from "./drafts.js" */
/** @import { Snapshot } from "./snapshots.js" */
/** @import { Entry, Diagnostic, FormData, Path, Schema, Value } from "./types.js" */

import { isConfirmed } from "../quiz/ui/dialog.js";
import { button, h, viewTitle } from "../quiz/ui/dom.js";
import { fillBlanks } from "../quiz/ui/strings.js";
import { answerAdvice, openDetail, signAdvice } from "./advice.js";
import { Alike } from "./alike.js";
import { AnswerShares, SHARE_FIELD, roughly } from "./answer-shares.js";
import { changesSection } from "./changes.js";
import { diagnosticsOf, idErrorCode } from "./check.js";
import { Companions } from "./companions.js";
import { draftLinks } from "./draft-links.js";
import { newStamp } from "./drafts.js";
import { emptyEntry } from "./entries.js";
import { changeFields, newFields } from "./fields.js";
import { LONGEST_ID, idFrom } from "./ids.js";
import { noteDiagnostics, titlePeople } from "./people.js";
import { severalPeople } from "./person-name.js";
import { previews } from "./preview.js";
import { Messages } from "./messages.js";
import { lengthOf } from "./rules.js";
import { filled, innerSchema, kindOf, optionalPartOf, resolved, valueAt, withValueAt } from "./schema.js";
import { referencesIn, withoutReferences } from "./references.js";
import { Snapshots } from "./snapshots.js";
import { completed, hasStart } from "./starts.js";
import { submissionSection } from "./submission.js";
import { isSendable, sendingNeeds } from "./ways.js";
import { fileText, listedText } from "./yaml.js";

const LONGEST_NOTE = 1000;
const TYPING_PAUSE_MILLISECONDS = 150;
// A message that came while a click elsewhere is under way would move what is clicked on.
const CLICK_MILLISECONDS = 250;
// These are no fields of an entry, so their paths are such that no field can have.
const ID_PATH = ["#id"];
const NOTE_PATH = ["#note"];

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

/** @typedef {{kind: string, path: string, text: string, isList: boolean, isNew: boolean, title: string, id: string}} File */

export class Form {
  /** @type {number | undefined} */ #refreshTimer;
  /** whether the id was typed, rather than derived from the title */ #hasOwnId = false;
  /** what the outcome shows, as JSON */ #outcomeState = "";
  /** @type {Mark[]} */ #marks = [];
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
    const draft = start.draft ?? { id: id ?? "", entry: undefined, companions: [], note: "", at: "" };
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
    /** a word to those who look after the guide, which goes along with the entry and not into it */
    this.note = draft.note ?? "";
    this.notice = notice;
    this.status = h("p", { class: "form-status", role: "status" });
    // What became of the text, beside the buttons that copy and save it.
    this.sendingStatus = h("p", { class: "form-sent", role: "status" });
    this.outcome = h("div", { class: "form-outcome" });
    this.alike = this.isNew && new Alike(data, kind);
    this.shares = this.isNew && kind === "question" && new AnswerShares(this);
    this.companions = new Companions(this, (begun) => new Form(data, begun, { ...context, root: this }));
    this.announcement = h("p", { class: "form-announcement", role: "status" });
    this.lengthLine = h("p", { class: "form-help" });
    this.undoButton = button(this.t("undo"), () => this.#undo(), "link");
    this.idInput = h("input", {
      type: "text", id: this.nameOf(ID_PATH), maxlength: LONGEST_ID, autocapitalize: "off", spellcheck: "false", value: this.id,
      "aria-describedby": `${this.nameOf(ID_PATH, "help")} ${this.nameOf(ID_PATH, "diagnostics")}`,
    });
    this.#hasOwnId = root !== undefined || (this.id !== "" && this.id !== idFrom(this.titleText(), kind));
    this.companions.restore(draft.companions);
    this.#leaveOutLostAnswers();
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
    const needs = sendingNeeds(data);
    const element = h("form", { class: "form", novalidate: true, onsubmit: (event) => event.preventDefault() },
      viewTitle(heading),
      h("p", button(this.t("other_kind"), this.context.leave, "link")),
      this.notice && h("p", { class: "form-notice" }, this.notice),
      this.#draftList(),
      this.isNew && h("p", this.t("short_way")),
      needs && h("p", needs),
      this.lengthLine,
      ...this.fields(),
      this.companions.element,
      this.#noteField(),
      this.announcement,
      this.status,
      h("p", { class: "form-tools" }, this.undoButton, button(this.t("start_again"), () => void this.#startAgain(), "link")),
      this.outcome);
    this.#element = element;
    this.companions.show();
    this.refresh();
    return element;
  }

  /** Returns the fields, the one that the entry is called by first, since below it stands what resembles the entry. */
  fields() {
    if (!this.isNew) return changeFields(this);
    const fields = newFields(this, this.root === this ? this.#idField() : null);
    const isTitle = (/** @type {unknown} */ field) =>
      field instanceof HTMLElement && field.querySelector(`#${CSS.escape(this.nameOf([this.#titleField]))}`) !== null;
    const isList = (/** @type {unknown} */ field) => field instanceof HTMLElement && field.id === this.nameOf(["answers"]);
    return [...fields.filter(isTitle), this.alike && this.alike.element, ...fields.filter((field) => !isTitle(field))]
      .flatMap((field) => (this.shares && isList(field) ? [field, this.shares.element] : [field]));
  }

  #idField() {
    this.idInput.addEventListener("input", () => {
      this.remember(this.nameOf(ID_PATH));
      this.#hasOwnId = this.idInput.value !== "";
      this.id = this.idInput.value.trim();
      this.#changed();
    });
    this.idInput.addEventListener("blur", () => this.touch(ID_PATH));
    return h("div", { class: "form-field" },
      h("label", { for: this.idInput.id }, this.t("file_name")),
      h("p", { class: "form-help", id: this.nameOf(ID_PATH, "help") }, this.t("file_name_help")),
      this.idInput, this.messages.container(ID_PATH));
  }

  #noteField() {
    const id = this.nameOf(NOTE_PATH);
    const helpId = this.nameOf(NOTE_PATH, "help");
    const textarea = this.noteInput(id, `${helpId} ${this.nameOf(NOTE_PATH, "diagnostics")}`);
    const publicly = this.data.repository ? ` ${this.t("note_public", { host: new URL(this.data.repository.url).host })}` : "";
    return h("div", { class: "form-field" },
      h("label", { for: id }, this.t("note")), h("p", { class: "form-help", id: helpId }, this.t("note_help") + publicly), textarea,
      this.messages.container(NOTE_PATH));
  }

  /**
   * Returns a box for the note. There can be several of them, which hold the same.
   *
   * @param {string} id
   * @param {string} described     the ids of what describes it
   */
  noteInput(id, described) {
    const { root } = this;
    const textarea = h("textarea", { id, class: "form-note", rows: 2, dir: "auto", maxlength: LONGEST_NOTE, "aria-describedby": described, oninput: () => {
      root.remember(id);
      root.note = textarea.value;
      for (const other of root.#element?.querySelectorAll(".form-note") ?? []) {
        if (other !== textarea) /** @type {HTMLTextAreaElement} */ (other).value = root.note;
      }
      root.#changed();
    } });
    textarea.value = root.note;
    return textarea;
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
    this.#restore({ entry: this.initialEntry, id: this.origin ?? "", hasOwnId: false, companions: [], note: "" });
  }

  /** @returns {Snapshot} */
  #snapshot() {
    return { entry: this.entry, id: this.id, hasOwnId: this.#hasOwnId, companions: this.companions.data, note: this.note };
  }

  /** @param {Snapshot} snapshot */
  #restore({ entry, id, hasOwnId, companions, note }) {
    clearTimeout(this.#refreshTimer);
    this.entry = entry;
    this.note = note;
    this.id = id;
    this.idInput.value = id;
    this.#hasOwnId = hasOwnId;
    this.#snapshots.endChange();
    this.messages.clear();
    this.#outcomeState = "";
    this.companions.restore(companions);
    if (this.shares) this.shares = new AnswerShares(this);
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
    if (value === undefined) this.root.#leaveOutLostAnswers();
    if (this.isNew && !this.#hasOwnId) {
      this.id = idFrom(this.titleText(), this.kind);
      this.idInput.value = this.id;
    }
    this.#changed();
  }

  /** Leaves out what is said of answers that a question which is sent along no longer has. */
  #leaveOutLostAnswers() {
    const { answers } = this.companions.dataWithThem;
    for (const form of [this, ...this.companions.forms]) {
      const lost = referencesIn(form.entry, form.schema, form.schema).filter(({ to, id, question }) =>
        to === "answers" && this.companions.has(question) && !(id in answers[question]));
      if (lost.length > 0) form.entry = withoutReferences(form.entry, lost);
    }
  }

  #changed() {
    const { root } = this;
    clearTimeout(root.#refreshTimer);
    root.#refreshTimer = setTimeout(() => {
      root.#store();
      // A change elsewhere may have come before the last one was shown.
      for (const form of root.companions.forms) form.refresh();
      root.refresh();
    }, TYPING_PAUSE_MILLISECONDS);
  }

  /** Stores the draft. Where another tab has stored the same draft since, this one goes on under a stamp of its own. */
  #store() {
    const stored = this.stamp ? this.drafts.load(this.stamp) : null;
    if (!this.stamp || (stored && stored.at !== this.#storedAt)) this.stamp = newStamp();
    const { kind, origin = null, id, entry, isNew, initialEntry, note, stamp } = this;
    const at = new Date().toISOString();
    const base = isNew ? null : initialEntry;
    this.#isStored = this.drafts.save(stamp, { kind, origin, id, entry, base, at, note, companions: this.companions.data });
    this.#storedAt = at;
    if (this.#isStored) history.replaceState(null, "", `#${kind}${origin === null ? "" : `/${origin}`}~${stamp}`);
  }

  /** Says something to screen readers. @param {string} text */
  announce(text) {
    this.root.announcement.textContent = text;
  }

  /** Remembers that a field was left; from then on its diagnostics are shown. @param {Path} path */
  touch(path) {
    this.messages.remember(path);
    setTimeout(() => this.messages.show(this.diagnostics()), CLICK_MILLISECONDS);
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
    const diagnostics = this.diagnostics();
    this.messages.show(diagnostics);
    for (const mark of this.#marks) this.#showMark(mark);
    if (this.alike) this.alike.show(this.titleText(), this.entry);
    if (this.shares) this.shares.show();
    this.#showLength();
    if (this.root === this) this.#showWhole(diagnostics);
  }

  /** Shows what is to be said of the entry and of what is sent along. @param {readonly Diagnostic[]} diagnostics */
  #showWhole(diagnostics) {
    this.undoButton.hidden = this.#snapshots.count === 0;
    const storage = this.#snapshots.count > 0 || this.stamp ? this.t(this.#isStored ? "kept" : "not_kept") : "";
    const companionDiagnostics = this.companions.forms.flatMap((form) => form.diagnostics().map((diagnostic) => ({ form, diagnostic })));
    const all = [...diagnostics.map((diagnostic) => ({ form: /** @type {Form} */ (this), diagnostic })), ...companionDiagnostics];
    this.status.textContent = `${this.#progress(all)} ${storage}`;
    // Elements that would say the same are not replaced: a finger or a pointer may be on them.
    const outcomeState = JSON.stringify([all.map(({ diagnostic }) => diagnostic), this.id, this.entry, this.note, this.companions.data]);
    if (outcomeState === this.#outcomeState) return;
    this.#outcomeState = outcomeState;
    this.sendingStatus.textContent = "";
    const isOpen = /** @type {HTMLDetailsElement | null} */ (this.outcome.querySelector(".form-previews"))?.open ?? this.isNew;
    const findings = this.isUntouched ? [] : [
      h("h3", this.t("problems")), this.messages.summary(all),
      ...(this.isNew ? [] : changesSection(this)),
      h("details", { class: "form-previews", open: isOpen }, h("summary", this.t("preview")), ...previews(this)),
    ];
    this.outcome.replaceChildren(...findings, h("h3", this.t(isSendable(this.data) ? "send" : "keep")), ...submissionSection(this, all));
  }

  /** Shows how long the texts are together, and how long they should be. */
  #showLength() {
    const limits = this.data.rules.style.page_words[this.kind];
    this.lengthLine.hidden = !limits;
    if (!limits) return;
    const [least, most] = limits;
    this.lengthLine.textContent = this.t("length", { least, most, count: lengthOf(this.entry, this.kind, this.data) });
  }

  /** The entry with what its empty fields start with; one of the guide is taken as it is. @returns {Entry} */
  get completed() {
    return this.isNew ? completed(this.entry, this.kind, this.data) : this.entry;
  }

  /** Whether nothing was written yet: the form is empty, or as the guide has the entry. */
  get isUntouched() {
    if (this.companions.forms.length > 0 || this.note.trim() !== "") return false;
    const initial = this.isNew ? completed(emptyEntry(this.schema, true), this.kind, this.data) : this.initialEntry;
    return JSON.stringify(filled(this.completed)) === JSON.stringify(filled(initial));
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
    this.companions.add(kind, id, title);
    this.#changed();
  }

  /** Where this entry holds its signs, or null for one that has none. */
  get signPath() {
    const { properties = {} } = this.schema;
    const isSigns = (/** @type {string} */ name) => properties[name]["x-keys-ref"] === "questions" && kindOf(this.schemaAt([name, ""])) === "map";
    return Object.keys(properties).find(isSigns) ?? null;
  }

  /** Whether an entry is described below, to be sent along with this one. @param {string} id */
  isSentAlong(id) {
    return this.companions.has(id);
  }

  /** Whether a field is not among the others: what its new question asks of all answers at once. @param {Path} path */
  isElsewhere(path) {
    return this.shares !== false && path[0] === "answers" && path.at(-1) === SHARE_FIELD;
  }

  /** Takes out what was to be sent along, after a question. @param {Form} form */
  async leaveOut(form) {
    const question = this.t("remove_question", { name: form.titleText() });
    if (!(await this.isConfirmed(question, this.t("remove_yes")))) return;
    this.remember(`companion ${form.id} removed`);
    this.companions.remove(form);
    const { plural } = this.data.kinds[form.kind];
    const names = referencesIn(this.entry, this.schema, this.schema).filter(({ to, id }) => to === plural && id === form.id);
    this.entry = withoutReferences(this.entry, names);
    this.#restore(this.#snapshot());
    this.#store();
  }

  /** Every file of the proposal: those of the entries that are brought along, then that of the entry itself. @returns {File[]} */
  get files() {
    return [...this.companions.forms, this].map((form) => ({
      id: form.id, kind: form.kind, path: form.path, text: form.fileText(), isList: form.isList, isNew: form.isNew, title: form.titleText(),
    }));
  }

  /** @returns {Diagnostic[]} */
  diagnostics() {
    const { plural } = this.data.kinds[this.kind];
    // Without a title there is no id yet, and that the title is missing is said already.
    const isNamed = this.id !== "" || this.titleText() !== "";
    const code = this.isNew && isNamed ? idErrorCode(this.id, Object.keys(this.data.titles[plural] ?? {})) : null;
    const entryDiagnostics = [
      ...diagnosticsOf(this.completed, this.kind, this.root.companions.dataWithThem), ...this.companions.unattached(this.signPath), ...severalPeople(this),
      ...signAdvice(this.entry, this.signPath),
      ...(this.kind === "question" ? answerAdvice(this.entry, this.data) : []),
      ...(this.kind === "case" ? titlePeople(this.entry, this.isNew ? this.id : "", { title: [this.#titleField], id: ID_PATH }, this.data) : []),
      ...(this.root === this ? this.#noteDiagnostics() : []),
    ];
    return code ? [...entryDiagnostics, { path: ID_PATH, code }] : entryDiagnostics;
  }

  #noteDiagnostics() {
    return [...openDetail([this, ...this.companions.forms], this.note, NOTE_PATH), ...noteDiagnostics(this.note, NOTE_PATH, this.data)];
  }

  /**
   * Returns how many of the fields that are needed are filled in, those of what is sent along and its signs among them.
   *
   * @param {readonly {form: Form, diagnostic: Diagnostic}[]} all
   */
  #progress(all) {
    const forms = [this, ...this.companions.forms];
    const isNeeded = (/** @type {Diagnostic} */ { code }) => code === "missing-field" || code === "unattached";
    const wrong = all.filter(({ diagnostic }) => !diagnostic.isAdvice && !isNeeded(diagnostic)).length;
    const places = all.filter(({ diagnostic }) => isNeeded(diagnostic)).map(({ form, diagnostic: { path, code } }) =>
      form.nameOf(code === "unattached" ? path : path.slice(0, 1)));
    const questions = this.signPath === null ? [] : this.companions.forms.filter((form) => form.kind === "question" && form.isFilled(["answers"]));
    const needed = [
      ...forms.flatMap((form) => form.neededNames.map((name) => form.nameOf([name]))),
      ...questions.map(({ id }) => this.nameOf([this.signPath ?? "", id])),
    ];
    // What is missing in a part that may be left out is needed once the part is begun.
    const count = new Set([...needed, ...places]).size;
    const progress = this.t("progress", { filled: count - new Set(places).size, all: count });
    return wrong > 0 ? `${progress} ${this.t("wrong", { count: wrong })}` : progress;
  }

  /** The names of the fields that the author has to fill in. */
  get neededNames() {
    const { required = [], properties = {} } = this.schema;
    return required.filter((name) => !(this.isNew && hasStart(properties[name], this.schema)));
  }

  /** Returns the text of the file, or of the part of it, that the entry would be. */
  fileText() {
    const { completed: entry, schema } = this;
    const before = this.isNew ? undefined : this.initialEntry;
    return this.isList ? listedText(this.id || "x", entry, schema, before) : fileText(entry, schema, this.kind, before);
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
    if (target === "how_many") return Object.fromEntries(Object.keys(this.data.shares).map((word) => [word, this.#shareLabel(word)]));
    return { ...this.root.companions.dataWithThem.titles[target ?? ""] };
  }

  /**
   * Returns the title of an entry, with what it is where it is called by an author and a year alone.
   *
   * @param {string} plural     of its kind
   * @param {string} id
   * @param {string} title
   */
  longTitle(plural, id, title) {
    const kind = Object.keys(this.data.kinds).find((name) => this.data.kinds[name].plural === plural) ?? "";
    const isShort = (this.data.kinds[kind]?.idFields.length ?? 0) > 1;
    const also = isShort ? this.data.alsoCalled[kind]?.[id] : "";
    return also ? `${title}: ${also}` : title;
  }

  /** Returns a word for a share of people with about how many of how many it is. @param {string} word */
  #shareLabel(word) {
    const [count, all] = roughly(this.data.shares[word]);
    return this.t("share", { word, count, all });
  }

  /** Returns the texts of a question's answers, by id. @param {string} question @returns {Record<string, string>} */
  answersOf(question) {
    return this.root.companions.dataWithThem.answers[question] ?? {};
  }

  /** Whether an entry of this kind may give one answer only to a question. @param {string} question */
  takesOne(question) {
    return this.kind === "case" && this.data.pickOne.includes(question);
  }

  /** Returns what a word that can be chosen is called. @param {string} word */
  wordLabel(word) {
    const { choices } = /** @type {{choices: Record<string, string>}} */ (/** @type {unknown} */ (this.data.words));
    return choices[word] ?? word;
  }

  /** Returns the schema of what stands at a path, with its reference followed. @param {Path} path @returns {Schema} */
  schemaAt(path) {
    return path.reduce((schema, step) => resolved(innerSchema(schema, step), this.schema), this.schema);
  }

  /** Returns what the field at a path is called, with what is around it: `The steps › Number 2 › What to do`. @param {Path} path */
  labelOf(path) {
    if (path === ID_PATH) return this.t("file_name");
    if (path === NOTE_PATH) return this.t("note_short");
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
   * @param {"" | "help" | "diagnostics" | "search" | "note"} [part]
   */
  nameOf(path, part = "") {
    return [this.prefix, ...path, ...(part ? ["", part] : [])].join(".");
  }
}
