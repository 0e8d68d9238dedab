/**
 * The choices of a question as radio buttons or checkboxes, in the groups that the question has.
 *
 * @module
 */

/** @import { Fact, GivenAnswer, QuestionEntry } from "../../engine/types.js" */
/** @import { Debrief } from "../debrief.js" */

import { asksForScenes, foremostAnswers, offeredAnswers } from "../../engine/asking.js";
import { h } from "../../../browser/dom.js";

// The keys that choose, in the order of the keyboard.
const DIGITS = "1234567890";

/**
 * @typedef {object} Choice
 * @property {string} text
 * @property {readonly string[] | null} chosen   what it stands for; for an option of pick-any, that option alone
 * @property {string} [title]                    what stands above the text, in strong letters
 * @property {string} [group]                    the label above it
 * @property {boolean} [isFolded]                whether its group is closed at first
 */

export class ChoiceList {
  /** @type {HTMLInputElement[]} in the order in which they are shown */ inputs;
  tally = h("span.quiet");
  #debrief;
  #entry;
  #onPick;
  #choices;
  /** @type {number[]} the places of what is chosen, in the order of choice */ #chosen;

  /**
   * @param {Debrief} debrief
   * @param {QuestionEntry} entry
   * @param {() => void} onPick
   */
  constructor(debrief, entry, onPick) {
    const answer = debrief.answerTo(entry.id);
    this.#debrief = debrief;
    this.#entry = entry;
    this.#onPick = onPick;
    this.#choices = choicesOf(debrief, entry);
    this.inputs = this.#choices.map((choice, index) =>
      h("input", {
        type: this.isPickAny ? "checkbox" : "radio",
        name: debrief.id("answer"),
        id: debrief.id(`answer-${index}`),
        // What was told elsewhere is ticked here too.
        checked: answer ? isChosen(answer.chosen, choice) : debrief.isTold({ question: entry.id, option: `${choice.chosen}` }),
        "aria-keyshortcuts": DIGITS[index],
        onchange: () => this.#onChange(index),
      }),
    );
    const placeOf = (/** @type {number} */ index) => answer?.chosen?.indexOf(`${this.#choices[index].chosen}`) ?? 0;
    this.#chosen = this.#checked().sort((one, other) => placeOf(one) - placeOf(other));
    this.#count();
  }

  get isPickAny() {
    return this.#entry.kind === "pick-any";
  }

  get isAnswered() {
    return this.inputs.some(({ checked }) => checked);
  }

  /** What is chosen, in the order of choice; nothing counts as "not sure". @returns {GivenAnswer} */
  get answer() {
    const choices = this.#chosen.map((index) => this.#choices[index]);
    const isSure = Boolean(choices[0]?.chosen);
    return { question: this.#entry.id, chosen: isSure ? choices.flatMap(({ chosen }) => chosen ?? []) : null };
  }

  /** Returns the input of a fact that can be told on this page itself. @param {Fact} fact */
  inputOf({ question, option }) {
    return question === this.#entry.id ? this.inputs[this.#choices.findIndex(({ chosen }) => chosen?.[0] === option)] : undefined;
  }

  /** Returns the choices as elements, those under one label together, and apart from them those that go with no other. */
  groups() {
    const choices = this.#choices.filter((choice) => !isExclusive(choice));
    const labels = [...new Set(choices.map(({ group }) => group))];
    const rowsOf = (/** @type {string | undefined} */ label) => this.#rows((choice) => !isExclusive(choice) && choice.group === label);
    const isFolded = (/** @type {string | undefined} */ label) => choices.some((choice) => choice.group === label && choice.isFolded);
    const folds = labels.filter(isFolded).map((label = "") => fold(label, rowsOf(label)));
    return [
      h(labels.length > 1 ? "div.groups" : "div", labels.filter((label) => !isFolded(label)).map((label, index) => {
        const rows = rowsOf(label);
        if (!label) return h("div.options", rows);
        const heading = h("h3.quiet", { id: this.#debrief.id(`group-${index}`) }, label);
        return h("div", { role: "group", "aria-labelledby": heading.id }, heading, h("div.options", rows));
      }), folds.length > 0 && h("div", folds)),
      h("div.extras", this.#rows(isExclusive)),
    ];
  }

  /** @param {(choice: Choice) => boolean} isShown */
  #rows(isShown) {
    return this.#choices.flatMap((choice, index) => (isShown(choice) ? [
      h("label.choice", this.inputs[index],
        h("span", choice.title && h("strong.block", choice.title), choice.text),
        h("kbd", { "aria-hidden": "true" }, DIGITS[index])),
    ] : []));
  }

  /** Unchecks what does not go with a change, and works out what comes next before it is asked for. @param {number} changed */
  #onChange(changed) {
    this.#choices.forEach((choice, index) => {
      const isAlone = isExclusive(choice) || isExclusive(this.#choices[changed]);
      if (index !== changed && isAlone) this.inputs[index].checked = false;
    });
    const checked = this.#checked();
    this.#chosen = [...new Set([...this.#chosen, ...checked])].filter((index) => checked.includes(index));
    this.#count();
    this.#onPick();
  }

  /** Returns the places of the inputs that are checked. */
  #checked() {
    return [...this.inputs.keys()].filter((index) => this.inputs[index].checked);
  }

  #count() {
    const [first, ...further] = this.isPickAny ? (this.answer.chosen ?? []) : [];
    if (!first) this.tally.textContent = "";
    else if (!asksForScenes(this.#entry)) this.tally.textContent = this.#debrief.count("ticked", 1 + further.length);
    else this.tally.textContent = this.#debrief.t("scenes_first", { cause: this.#debrief.cause(first).title });
  }
}

/** Returns a group that is closed unless something in it was chosen. @param {string} label @param {readonly Element[]} rows */
function fold(label, rows) {
  const isOpen = rows.some((row) => row.querySelector("input")?.checked);
  return h("details.more", { open: isOpen }, h("summary", `${label} (${rows.length})`), h("div.options", rows));
}

/**
 * Returns the choices of a question in the order in which they are shown, those that go with no other last. Scenes stand below
 * the titles of their causes, and those that do not stand foremost are folded by group.
 *
 * @param {Debrief} debrief
 * @param {QuestionEntry} entry
 * @returns {readonly Choice[]}
 */
function choicesOf(debrief, { id: question, kind, role, groups }) {
  const answers = offeredAnswers(debrief.compiled, debrief.answers, question);
  const foremost = foremostAnswers(debrief.compiled, debrief.answers, question);
  const groupOf = (/** @type {string} */ id) => Object.keys(groups ?? {}).find((group) => groups?.[group].includes(id));
  const isForScenes = asksForScenes({ role });
  const choices = answers.map(({ id, text }) => {
    const isFolded = !foremost.has(id);
    const group = isForScenes && !isFolded ? debrief.t("scenes_likeliest") : groupOf(id);
    return { text, chosen: [id], group, isFolded, title: isForScenes ? debrief.cause(id).title : undefined };
  });
  const order = [isForScenes && debrief.t("scenes_likeliest"), ...Object.keys(groups ?? {}), undefined];
  return [
    ...order.flatMap((label) => inOrder(choices.filter(({ group }) => group === label), groups?.[label || ""])),
    ...(kind === "pick-any" ? [{ text: debrief.t("none_of_these"), chosen: [] }] : []),
    { text: debrief.t(role === "fear" ? "rather_not_say" : "not_sure"), chosen: null },
  ];
}

/** Returns choices in the order of their group. @param {readonly Choice[]} choices @param {readonly string[]} [ids] */
function inOrder(choices, ids = []) {
  const placeOf = (/** @type {Choice} */ { chosen }) => ids.indexOf(chosen?.[0] ?? "");
  return [...choices].sort((one, other) => placeOf(one) - placeOf(other));
}

/** Tells whether a choice goes with no other: "none of these" and "not sure". @param {Choice} choice */
function isExclusive({ chosen }) {
  return !chosen?.length;
}

/**
 * Tells whether an earlier answer includes a choice.
 *
 * @param {readonly string[] | null} chosen
 * @param {Choice} choice
 */
function isChosen(chosen, choice) {
  if (choice.chosen?.length) return chosen?.includes(choice.chosen[0]);
  return chosen?.length === choice.chosen?.length;
}
