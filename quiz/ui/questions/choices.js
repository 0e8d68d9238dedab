/**
 * The choices of a question as radio buttons or checkboxes, in the groups that the question has.
 *
 * @module
 */

/** @import { Fact, GivenAnswer, QuestionEntry } from "../../engine/types.js" */
/** @import { Debrief } from "../debrief.js" */

import { offeredAnswers } from "../../engine/asking.js";
import { h } from "../../../browser/dom.js";

// The keys that choose, in the order of the keyboard.
const DIGITS = "1234567890";

/**
 * @typedef {object} Choice
 * @property {string} text
 * @property {readonly string[] | null} chosen   what it stands for; for an option of pick-any, that option alone
 * @property {string} [group]                    the label above it
 */

export class ChoiceList {
  /** @type {HTMLInputElement[]} in the order in which they are shown */ inputs;
  tally = h("span.quiet");
  #debrief;
  #entry;
  #onPick;
  #choices;

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
    this.#count();
  }

  get isPickAny() {
    return this.#entry.kind === "pick-any";
  }

  get isAnswered() {
    return this.inputs.some(({ checked }) => checked);
  }

  /** What is chosen; nothing counts as "not sure". @returns {GivenAnswer} */
  get answer() {
    const checkedChoices = this.#choices.filter((_, index) => this.inputs[index].checked);
    const isSure = Boolean(checkedChoices[0]?.chosen);
    return { question: this.#entry.id, chosen: isSure ? checkedChoices.flatMap(({ chosen }) => chosen ?? []) : null };
  }

  /** Returns the input of a fact that can be told on this page itself. @param {Fact} fact */
  inputOf({ question, option }) {
    return question === this.#entry.id ? this.inputs[this.#choices.findIndex(({ chosen }) => chosen?.[0] === option)] : undefined;
  }

  /** Returns the choices as elements, those under one label together, and apart from them those that go with no other. */
  groups() {
    const labels = [...new Set(this.#choices.filter((choice) => !isExclusive(choice)).map(({ group }) => group))];
    return [
      h(labels.length > 1 ? "div.groups" : "div", labels.map((label, index) => {
        const rows = this.#rows((choice) => !isExclusive(choice) && choice.group === label);
        if (!label) return h("div.options", rows);
        const heading = h("h3.quiet", { id: this.#debrief.id(`group-${index}`) }, label);
        return h("div", { role: "group", "aria-labelledby": heading.id }, heading, h("div.options", rows));
      })),
      h("div.extras", this.#rows(isExclusive)),
    ];
  }

  /** @param {(choice: Choice) => boolean} isShown */
  #rows(isShown) {
    return this.#choices.flatMap((choice, index) => (isShown(choice) ? [
      h("label.choice", this.inputs[index], h("span", choice.text), h("kbd", { "aria-hidden": "true" }, DIGITS[index])),
    ] : []));
  }

  /** Unchecks what does not go with a change, and works out what comes next before it is asked for. @param {number} changed */
  #onChange(changed) {
    this.#choices.forEach((choice, index) => {
      const isAlone = isExclusive(choice) || isExclusive(this.#choices[changed]);
      if (index !== changed && isAlone) this.inputs[index].checked = false;
    });
    this.#count();
    this.#onPick();
  }

  #count() {
    const count = this.isPickAny ? this.answer.chosen?.length : 0;
    this.tally.textContent = count ? this.#debrief.count("ticked", count) : "";
  }
}

/**
 * Returns the choices of a question in the order in which they are shown, those that go with no other last.
 *
 * @param {Debrief} debrief
 * @param {QuestionEntry} entry
 * @returns {readonly Choice[]}
 */
function choicesOf(debrief, { id: question, kind, role, groups }) {
  const answers = offeredAnswers(debrief.compiled, debrief.answers, question);
  const isShown = (/** @type {string} */ option) => answers.some(({ id }) => id === option);
  const grouped = Object.entries(groups ?? {}).flatMap(([group, ids]) => ids.filter(isShown).map((id) => ({ id, group })));
  const rest = answers.filter(({ id }) => !grouped.some((member) => member.id === id)).map(({ id }) => ({ id, group: undefined }));
  const texts = new Map(answers.map(({ id, text }) => [id, text]));
  return [
    ...[...grouped, ...rest].map(({ id, group }) => ({ text: texts.get(id) ?? id, chosen: [id], group })),
    ...(kind === "pick-any" ? [{ text: debrief.t("none_of_these"), chosen: [] }] : []),
    { text: debrief.t(role === "fear" ? "rather_not_say" : "not_sure"), chosen: null },
  ];
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
