/**
 * The form for one entry: it shows the fields, takes what is written in them, and shows what comes of it.
 *
 * @module
 */

/** @import { Companion, DraftStorage } from "./drafts.js" */
/** @import { File } from "./entry-file.js" */
/** @import { EntryState, StartingPoint } from "./entry-state.js" */
/** @import { Snapshot } from "./snapshots.js" */
/** @import { Entry, FormData, Path, Schema, Value } from "./types.js" */

import { isConfirmed } from "../browser/dialog.js";
import { button, h, viewTitle } from "../browser/dom.js";
import { AlikeEntries } from "./alike.js";
import { AnswerShares, SHARE_FIELD } from "./answer-shares.js";
import { changeItems } from "./changes.js";
import { citingSection } from "./citing.js";
import { Companions } from "./companions.js";
import { CurrentDraft } from "./current-draft.js";
import { draftLinks } from "./draft-links.js";
import { fileOf } from "./entry-file.js";
import { completedEntry, initialState, isAdded, isUnchanged, originOf, resetState, signPathOf, titleText, withField, withId, withoutEntry, withoutLostAnswers } from "./entry-state.js";
import { withFinalNames } from "./final-names.js";
import { formDiagnostics } from "./form-diagnostics.js";
import { IdField } from "./id-field.js";
import { ID_PATH } from "./labels.js";
import { formFields } from "./layout.js";
import { LengthLine } from "./length-line.js";
import { Messages } from "./messages.js";
import { noteField } from "./maintainer-note.js";
import { Outcome } from "./outcome.js";
import { RequiredMarks } from "./required-marks.js";
import { Snapshots } from "./snapshots.js";
import { createTexts } from "./texts.js";
import { sendingNeeds } from "./ways.js";

const TYPING_PAUSE_MILLISECONDS = 150;
// A message that came while a click elsewhere is under way would move what is clicked on.
const CLICK_MILLISECONDS = 250;
const ANNOUNCEMENT_MILLISECONDS = 4000;

/**
 * What a form works with.
 *
 * @typedef {object} Context
 * @property {DraftStorage} drafts
 * @property {() => void} leave     goes back to the choice of kinds
 * @property {(kind: string, id: string) => Promise<Entry | null>} fetchEntry     an entry of the guide
 * @property {(page: {kind: string, id: string}, source: Companion, note: string) => void} citeOn     opens the form for a page on which to
 *   cite a new source; the note about it goes along
 * @property {Form} [root]          for the form of a companion: that of the entry that names it
 */

export class Form {
  /** @type {number | undefined} */ #refreshTimer;
  #snapshots = new Snapshots();
  /** @type {HTMLElement | undefined} */ #element;
  /** what happened to the text, beside the buttons that copy and save it */ sendingStatus = h("p", { class: "form-sent", role: "status" });
  announcement = h("p", { class: "form-announcement", role: "status" });

  /**
   * @param {FormData} data
   * @param {StartingPoint} start
   * @param {Context} context
   */
  constructor(data, start, context) {
    const { kind, draft } = start;
    const { root } = context;
    this.data = data;
    this.kind = kind;
    this.context = context;
    /** @type {Form} */
    this.root = root ?? this;
    this.notice = start.notice;
    /** @type {EntryState} */
    this.state = initialState(start, data, root !== undefined);
    /** @type {Schema} */
    this.schema = this.state.schema;
    this.isNew = this.state.isNew;
    this.signPath = signPathOf(this.schema);
    /** a word to those who look after the guide, which goes along with the entry and not into it */
    this.note = draft?.note ?? "";
    this.prefix = root ? `field.@${kind}.${this.id}` : "field";
    this.t = createTexts(data);
    this.draft = new CurrentDraft(context.drafts, start.stamp, draft?.at);
    this.messages = new Messages(this, draft?.dismissed);
    this.marks = new RequiredMarks(this.schema);
    this.lengthLine = new LengthLine(data, kind);
    this.outcome = new Outcome(this);
    this.idField = new IdField(this);
    this.undoButton = button(this.t("undo"), () => this.#goTo(this.#snapshots.undo(this.#snapshot())), "link");
    this.redoButton = button(this.t("redo"), () => this.#goTo(this.#snapshots.redo(this.#snapshot())), "link");
    this.alike = this.isNew && new AlikeEntries(data, kind);
    this.shares = this.isNew && kind === "question" && new AnswerShares(this);
    this.companions = new Companions(this, (begun) => new Form(data, begun, { ...context, root: this }));
    this.companions.restore(draft?.companions ?? []);
    this.#leaveOutLostAnswers();
  }

  get entry() {
    return this.state.entry;
  }

  get id() {
    return this.state.id;
  }

  /** The form's data with the companions among its entries. */
  get wholeData() {
    return this.root.companions.wholeData;
  }

  /** Whether a field belongs to something new: the entry, or a part that was added to it. @param {Path} path */
  isAdded(path) {
    return isAdded(this.state, path);
  }

  /** Whether nothing was written yet: the form is empty, or as the guide has the entry. */
  get isUntouched() {
    return this.companions.forms.length === 0 && this.note.trim() === "" && isUnchanged(this.state, this.data);
  }

  /** Every file of the proposal: those of the companions, then that of the entry itself. @returns {File[]} */
  get files() {
    return withFinalNames([...this.companions.forms, this].map(({ state }) => state), this.data).map((state) => fileOf(state, this.data));
  }

  /** What is changed of an entry of the guide, in words; of a new one nothing. */
  get changes() {
    return this.isNew ? [] : changeItems(this);
  }

  /**
   * Returns the id of the element for a field, or for something that belongs to it.
   *
   * @param {Path} path
   * @param {"" | "help" | "diagnostics" | "search" | "note" | "unlisted" | "up" | "down" | "group" | "after"} [part]
   */
  nameOf(path, part = "") {
    return [this.prefix, ...path, ...(part ? ["", part] : [])].join(".");
  }

  /** Whether the answers' own section asks for a field, rather than the place where the field belongs. @param {Path} path */
  isElsewhere(path) {
    return this.kind === "question" && path[0] === "answers" && path.at(-1) === SHARE_FIELD && this.isAdded(path);
  }

  /** Returns the whole form. */
  view() {
    const { data, kind } = this;
    const { label, plural } = data.kinds[kind];
    const heading = this.isNew ? this.t("adding", { kind: label }) : this.t("changing", { title: data.titles[plural]?.[this.id] ?? this.id });
    const element = h("form", { class: "form", novalidate: true, onsubmit: (event) => event.preventDefault() },
      viewTitle(heading),
      h("p", button(this.t("other_kind"), this.context.leave, "link")),
      this.notice && h("p", { class: "form-notice" }, this.notice),
      ...this.#lead(),
      ...formFields(this),
      this.companions.element,
      noteField(this),
      this.announcement,
      this.outcome.status,
      h("p", { class: "form-tools" }, this.undoButton, this.redoButton, button(this.t("start_again"), () => void this.#startAgain(), "link")),
      kind === "source" && this.isNew && citingSection(this),
      this.outcome.element);
    this.#element = element;
    this.companions.show();
    this.refresh();
    return element;
  }

  /** Returns what is above the fields. */
  #lead() {
    const { data, kind } = this;
    const drafts = this.draft.alternatives(kind, originOf(this.state));
    const needs = sendingNeeds(data);
    const hub = data.hubs[kind];
    return [
      drafts.length > 0 && draftLinks(data, drafts, this.draft.stamp ? "begun_twice" : "begun"),
      this.isNew && h("p", this.t("short_way"), hub && " ", hub && h("a", { href: hub.address }, this.t("see_all", { title: hub.title }))),
      needs && h("p", needs),
      this.isNew && this.lengthLine.element,
    ];
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

  /** Moves the focus to the field for a further answer. */
  goToAnswers() {
    this.messages.goTo(["answers"]);
    /** @type {HTMLElement | null | undefined} */ (document.getElementById(this.nameOf(["answers"]))?.querySelector(".form-adding input"))?.focus();
  }

  /** Says something to screen readers, to which it is of no use later. @param {string} text */
  announce(text) {
    const { announcement } = this.root;
    announcement.textContent = text;
    setTimeout(() => {
      if (announcement.textContent === text) announcement.textContent = "";
    }, ANNOUNCEMENT_MILLISECONDS);
  }

  /** Remembers that a field was left; from then on its diagnostics are shown. @param {Path} path */
  touch(path) {
    this.messages.remember(path);
    setTimeout(() => this.messages.show(formDiagnostics(this)), CLICK_MILLISECONDS);
  }

  /**
   * Sets the value of a field, or removes it; the form is refreshed once typing pauses.
   *
   * @param {Path} path
   * @param {Value | undefined} value
   */
  set(path, value) {
    // To add and to remove is a change of its own each time.
    this.#remember(typeof value === "string" && value !== "" ? this.nameOf(path) : `${this.nameOf(path)} ${this.root.#snapshots.count}`);
    this.state = withField(this.state, path, value);
    if (value === undefined) this.root.#leaveOutLostAnswers();
    if (!this.state.hasOwnId) this.idField.show(this.id);
    this.changed();
  }

  /** @param {string} text     as typed */
  setId(text) {
    this.#remember(this.nameOf(ID_PATH));
    this.state = withId(this.state, text);
    this.changed();
  }

  /** @param {string} note @param {string} place     the id of the field */
  setNote(note, place) {
    this.#remember(place);
    this.note = note;
    this.changed();
  }

  /**
   * Adds a companion: a new entry of another kind, to be described below and sent along.
   *
   * @param {string} kind
   * @param {string} id
   * @param {string} title
   * @param {Path} place     of the field that asks for it
   */
  bringAlong(kind, id, title, place) {
    this.#remember(`companion ${id}`);
    this.companions.add(kind, id, title, place);
    this.changed();
  }

  /**
   * Changes an entry of the guide that is sent along.
   *
   * @param {Companion} companion     as the guide has it
   * @param {Path} path
   * @param {Value} value
   */
  changeAlong(companion, path, value) {
    this.#remember(`companion ${companion.id} ${this.#snapshots.count}`);
    const form = this.companions.formFor(companion);
    if (form) form.state = withField(form.state, path, value);
    this.changed();
  }

  /** Takes out a companion, after a question. @param {Form} form */
  async leaveOut(form) {
    const question = this.t("remove_question", { name: titleText(form.state) });
    if (!(await this.isConfirmed(question, this.t("remove_yes")))) return;
    this.#remember(`companion ${form.id} removed`);
    this.companions.remove(form);
    this.state = withoutEntry(this.state, this.data.kinds[form.kind].plural, form.id);
    this.#restore(this.#snapshot());
    this.#store();
  }

  /** Leaves out what is said of answers that a companion no longer has. */
  #leaveOutLostAnswers() {
    const { answers, forms } = this.companions;
    for (const form of [this, ...forms]) form.state = withoutLostAnswers(form.state, answers);
    this.companions.leaveOutUnchanged();
  }

  async #startAgain() {
    const isBegun = this.#snapshots.count > 0 || this.draft.stamp;
    if (isBegun && !(await this.isConfirmed(this.t("start_again_question"), this.t("start_again")))) return;
    this.draft.clear(this.kind, originOf(this.state));
    this.#snapshots.clear();
    this.notice = undefined;
    this.messages.dismissed.clear();
    this.#restore({ state: resetState(this.state), companions: [], note: "" });
  }

  /** @returns {Snapshot} */
  #snapshot() {
    return { state: this.state, companions: this.companions.data, note: this.note };
  }

  /** Remembers the form as it is before a change, to undo it. @param {string} place     what is changed */
  #remember(place) {
    const { root } = this;
    root.#snapshots.remember(place, () => root.#snapshot());
  }

  /** Lets the next change be one of its own, to be undone by itself. */
  endChange() {
    this.root.#snapshots.endChange();
  }

  /** @param {Snapshot} snapshot */
  #restore({ state, companions, note }) {
    clearTimeout(this.#refreshTimer);
    this.state = state;
    this.note = note;
    this.idField.show(this.id);
    this.#snapshots.endChange();
    this.messages.clear();
    this.outcome.clear();
    this.companions.restore(companions);
    if (this.shares) this.shares = new AnswerShares(this);
    const earlier = this.#element;
    const element = this.view();
    earlier?.replaceWith(element);
    /** @type {HTMLElement | null} */ (element.querySelector("h2"))?.focus();
  }

  /** @param {Snapshot | undefined} snapshot */
  #goTo(snapshot) {
    if (!snapshot) return;
    this.#restore(snapshot);
    this.#store();
    this.refresh();
  }

  #store() {
    const { kind, id, entry, isNew, note, state } = this;
    this.draft.store({ kind, origin: originOf(state), id, entry, base: isNew ? null : state.before, note, detail: state.detail, companions: this.companions.data, dismissed: [...this.messages.dismissed] });
  }

  /** Stores the draft and shows what has changed, once typing pauses. */
  changed() {
    const { root } = this;
    clearTimeout(root.#refreshTimer);
    root.#refreshTimer = setTimeout(() => {
      root.#store();
      // A change elsewhere may have come before the last one was shown.
      root.companions.refresh();
      root.refresh();
    }, TYPING_PAUSE_MILLISECONDS);
  }

  /** Shows what is wrong, what resembles the entry, the preview and the files. */
  refresh() {
    const diagnostics = formDiagnostics(this);
    this.messages.show(diagnostics);
    this.marks.show(this.entry);
    if (this.alike) this.alike.show(titleText(this.state), this.entry);
    if (this.shares) this.shares.show();
    this.lengthLine.show(this.entry, () => completedEntry(this.state, this.data));
    if (this.root !== this) return;
    const isBegun = this.#snapshots.count > 0 || this.draft.stamp !== undefined;
    this.undoButton.hidden = this.#snapshots.count === 0;
    this.redoButton.hidden = !this.#snapshots.canRedo;
    this.outcome.show(diagnostics, isBegun ? this.t(this.draft.isStored ? "kept" : "not_kept") : "");
  }
}
