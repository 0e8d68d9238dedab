/**
 * Choosing among many by words: a choice is added at once.
 *
 * @module
 */

/** @import { Form } from "./form.js" */
/** @import { Item } from "./search.js" */
/** @import { FormData, Path, Schema } from "./types.js" */
/** @import { Child } from "../browser/dom.js" */

import { appendChildren, button, h } from "../browser/dom.js";
import { unmetGates } from "./check.js";
import { answerInputs, removableItem, select, startSelect, takesOne } from "./controls.js";
import { idFrom, uniqueId } from "./ids.js";
import { kindOf, listAt, mapAt, schemaAt, textAt } from "./schema.js";
import { createSearch } from "./search.js";
import { searchedBy } from "./site-search.js";
import { startOf } from "./starts.js";
import { answersOf, kindWithPlural, longTitle, titlesFor, wordLabel } from "./titles.js";

// From so many on, one searches rather than scrolls.
export const MANY = 12;
const MAX_RESULTS = 8;
const TYPING_PAUSE_MILLISECONDS = 120;

/** @typedef {Item & {choose: () => void}} Choice */
/** @typedef {{before?: readonly Child[], after?: readonly Child[]}} Remarks     what is said around what was found */

/**
 * Returns a search field, below it what was found as buttons, and a list to look through for those who'd rather do that.
 *
 * @param {Pick<Form, "data" | "t" | "nameOf">} form
 * @param {Path} path
 * @param {string} label
 * @param {() => readonly Choice[]} choicesOf     asked each time that somebody begins to search
 * @param {(query: string, count: number) => Remarks} [remark]     what is said of the query
 */
export function searchField(form, path, label, choicesOf, remark = () => ({})) {
  const id = form.nameOf(path, "search");
  /** @type {ReturnType<typeof createSearch<Choice>>} */
  let search = () => [];
  /** what the search was made with @type {FormData["siteSearch"] | null} */
  let basis = null;
  const makeSearch = () => {
    basis = form.data.siteSearch;
    search = createSearch(form.data.language, choicesOf(), basis?.synonyms);
  };
  const results = h("ul", { class: "form-results" });
  const status = h("div", { class: "form-help", role: "status" });
  const afterword = h("div", { class: "form-help", role: "status" });
  /** @param {readonly Choice[]} matches */
  const show = (matches) => {
    results.replaceChildren(...matches.slice(0, MAX_RESULTS).map(({ text, context, choose }) => {
      // What was found goes first, since what is chosen comes into view below.
      const onclick = () => {
        results.replaceChildren();
        input.value = "";
        choose();
      };
      return h("li", h("button", { type: "button", class: "form-result", onclick }, context && h("small", context), h("span", text)));
    }));
  };
  /** @type {number | undefined} */
  let timer;
  const input = h("input", { type: "search", id, autocomplete: "off", onfocus: makeSearch, oninput: () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // What the site's search knows may have come while somebody typed.
      if (basis !== form.data.siteSearch) makeSearch();
      const matches = input.value.trim() ? search(input.value) : [];
      const { before = [], after = [] } = input.value.trim() ? remark(input.value, matches.length) : {};
      for (const [element, remarks] of /** @type {const} */ ([[status, before], [afterword, after]])) {
        element.replaceChildren();
        appendChildren(element, remarks);
      }
      if (input.value.trim() && matches.length === 0 && before.length === 0) status.textContent = form.t("nothing_found");
      show(matches);
    }, TYPING_PAUSE_MILLISECONDS);
  } });
  return h("div", { class: "form-search" }, h("label", { for: id }, label), input, status, results, afterword);
}

/**
 * Returns the answers that were chosen, below their questions, and a search over all answers of all questions.
 *
 * @param {Form} form
 * @param {Schema} schema      of a mapping by question, to answers or to words by answer
 * @param {Path} path
 * @param {(focus?: string) => void} redraw
 * @returns {readonly Child[]}
 */
export function answerPicker(form, schema, path, redraw) {
  const valueSchema = typeof schema.additionalProperties === "object" ? schema.additionalProperties : {};
  const hasWords = kindOf(valueSchema) === "map";
  // The search keeps the focus: whoever adds one answer mostly adds more.
  const announce = (/** @type {string} */ question, /** @type {string} */ answer) => {
    redraw("input[type=search]");
    form.announce(form.t("added", { name: answersOf(form.wholeData, question)[answer] ?? answer }));
  };
  const add = (/** @type {string} */ question, /** @type {string} */ answer) => {
    if (hasWords) {
      const at = [...path, question, answer];
      // The answers of a question that is sent along stand below, with the question, and count once something is chosen.
      if (!mapAt(form.entry, at.slice(0, -1))[answer]) form.set(at, form.companions.has(question) ? startOf(schemaAt(form.schema, at)) : "");
      announce(question, answer);
      return;
    }
    const previous = takesOne(form, question) ? [] : listAt(form.entry, [...path, question]);
    form.set([...path, question], [...new Set([...previous.map(String), answer])]);
    announce(question, answer);
  };
  // Questions that are sent along may come later, and nobody is asked a question because of its own answers.
  const questionsOf = () => Object.entries(titlesFor(form.wholeData, "questions", path)).filter(([id]) => form.kind !== "question" || id !== form.id);
  const questions = Object.fromEntries(questionsOf());
  // The newest first, so that it appears below the search.
  const chosen = Object.keys(mapAt(form.entry, path))
    .filter((question) => !(hasWords && form.companions.has(question)))
    .reduce((/** @type {string[]} */ newest, question) => [question, ...newest], []);
  const uses = usesOf(form.data.askIf);
  const choicesOf = () => questionsOf().flatMap(([question, context]) =>
    Object.entries(answersOf(form.wholeData, question)).map(([answer, text]) => {
      // What many questions are asked after is what many look for.
      const weight = 1 + Math.log2(1 + (uses[`${question}/${answer}`] ?? 0)) / 2;
      return { text, context, also: form.data.alsoSaid[question]?.[answer] ?? "", weight, choose: () => add(question, answer) };
    }));
  const group = (/** @type {string} */ question, /** @type {readonly Child[]} */ content, help = "") => {
    const at = [...path, question];
    return h("fieldset", { class: "form-group", id: form.nameOf(at), tabindex: -1 },
      h("legend", questions[question] ?? question), help && h("p", { class: "form-help" }, help),
      form.messages.container(at), h("div", { class: "form-inside" }, ...content));
  };
  return [
    searchField(form, path, form.t("search_answers"), choicesOf),
    ...questionsBefore(form, path, chosen).map((question) => group(question, answerInputs(form, [...path, question]), form.t("asked_before"))),
    path[0] === form.signPath && form.companions.signs,
    ...chosen.map((question) => {
      const at = [...path, question];
      const content = hasWords ? wordInputs(form, valueSchema, at, redraw) : answerInputs(form, at);
      return removableItem(form, group(question, content), () => questions[question] ?? question, at, () => redraw("input[type=search]"));
    }),
    questionList(form, questions, add),
    hasWords && companionField(form, "question", path, () => redraw("input[type=search]")),
  ];
}

/** Returns after how many questions' gates an answer is named, by `question/answer`. @param {FormData["askIf"]} askIf */
function usesOf(askIf) {
  const named = Object.values(askIf).flatMap((gate) => Object.entries(gate).flatMap(([question, answers]) => answers.map((answer) => `${question}/${answer}`)));
  return named.reduce((counts, name) => ({ ...counts, [name]: (counts[name] ?? 0) + 1 }), /** @type {Record<string, number>} */ ({}));
}

/**
 * Returns the questions that a case has to answer so that others are asked, and that it doesn't answer yet.
 *
 * @param {Form} form
 * @param {Path} path     of the answers
 * @param {readonly string[]} chosen     the questions that are answered
 */
function questionsBefore(form, path, chosen) {
  if (form.kind !== "case") return [];
  const answers = /** @type {Record<string, string[]>} */ (mapAt(form.entry, path));
  const gates = chosen.flatMap((id) => unmetGates(id, answers, form.data.askIf).map(({ question }) => question));
  return [...new Set(gates)].filter((question) => !chosen.includes(question));
}

/**
 * Returns a select for each chosen answer of a question: how many would give it.
 *
 * @param {Form} form
 * @param {Schema} schema
 * @param {Path} path
 * @param {(focus?: string) => void} redraw
 */
function wordInputs(form, schema, path, redraw) {
  const inner = typeof schema.additionalProperties === "object" ? schema.additionalProperties : {};
  const texts = answersOf(form.wholeData, String(path.at(-1)));
  return Object.keys(mapAt(form.entry, path)).map((answer) => {
    const at = [...path, answer];
    const title = texts[answer] ?? answer;
    const field = shareField(form, inner, at, title);
    return removableItem(form, field, () => title, at, () => redraw("input[type=search]"));
  });
}

/**
 * Returns a choice of how many people would give an answer.
 *
 * @param {Form} form
 * @param {Schema} schema     of the word
 * @param {Path} at
 * @param {string} title
 */
function shareField(form, schema, at, title) {
  const titles = titlesFor(form.wholeData, "how_many");
  const words = schema.enum ?? Object.keys(form.data.shares);
  const control = startSelect(form, at, schema, words.map((word) => [word, titles[word] ?? wordLabel(form.data, word)]), textAt(form.entry, at));
  control.id = form.nameOf(at);
  control.setAttribute("aria-describedby", form.nameOf(at, "diagnostics"));
  control.addEventListener("input", () => form.set(at, control.value));
  control.addEventListener("blur", () => form.touch(at));
  return h("div", { class: "form-field" }, h("label", { for: control.id }, title), control, form.messages.container(at));
}

/**
 * Returns a list of all questions, and the answers of the one that is chosen.
 *
 * @param {Form} form
 * @param {Record<string, string>} questions
 * @param {(question: string, answer: string) => void} add
 */
function questionList(form, questions, add) {
  const answers = h("ul", { class: "form-results" });
  const control = select(form, Object.entries(questions));
  // Questions that are sent along may have come since.
  const update = () => {
    const known = [...control.options].map(({ value }) => value);
    const added = Object.entries(titlesFor(form.wholeData, "questions")).filter(([id]) => !known.includes(id));
    control.append(...added.map(([id, title]) => h("option", { value: id }, title)));
  };
  control.addEventListener("change", () => {
    answers.replaceChildren(...Object.entries(answersOf(form.wholeData, control.value)).map(([answer, text]) =>
      h("li", h("button", { type: "button", class: "form-result", onclick: () => add(control.value, answer) }, h("span", text)))));
  });
  return h("details", { class: "form-browse", ontoggle: update }, h("summary", form.t("look_through")),
    h("label", h("span", form.t("question_label")), control), answers);
}

/**
 * Returns what finds an entry for a list of all of them by its title, where there are many, and what describes one that isn't
 * there; nothing where the list isn't one of entries.
 *
 * @param {Form} form
 * @param {string} plural     of the kind of the entries
 * @param {Path} path
 * @param {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} control     the list
 * @returns {{before: readonly Child[], after: readonly Child[]}}     what goes before the list and after it
 */
export function entryTools(form, plural, path, control) {
  const kind = kindWithPlural(form.data, plural);
  if (!kind) return { before: [], after: [] };
  const choose = (/** @type {string} */ id) => {
    const isListed = Array.from(control.querySelectorAll("option"), ({ value }) => value).includes(id);
    if (!isListed) control.append(h("option", { value: id }, titlesFor(form.wholeData, plural)[id]));
    control.value = id;
    control.dispatchEvent(new Event("input"));
  };
  const choicesOf = () => Object.entries(titlesFor(form.wholeData, plural)).map(([id, title]) => (
    { text: longTitle(form.data, plural, id, title), ...searchedBy(form.data, kind, id), choose: () => {
      choose(id);
      control.focus();
    } }));
  const isLong = control.querySelectorAll("option").length > MANY;
  return { before: [isLong && searchField(form, path, form.t("search_titles"), choicesOf)], after: [companionField(form, kind, path, choose)] };
}

/**
 * Returns what begins an entry of another kind that isn't in the guide yet, to be described below and sent along.
 *
 * @param {Form} form
 * @param {string} kind
 * @param {Path} path     of the field that asks for it
 * @param {(id: string) => void} onAdd
 * @returns {Child}
 */
export function companionField(form, kind, path, onAdd) {
  if (!form.companions.canHave(kind)) return false;
  const { plural, schema, titleField, label } = form.data.kinds[kind];
  const input = h("input", { type: "text" });
  const add = () => {
    const title = input.value.trim();
    if (!title) {
      input.focus();
      return;
    }
    const known = Object.keys(titlesFor(form.wholeData, plural));
    const id = uniqueId(idFrom(title, kind), known);
    form.bringAlong(kind, id, title, path);
    onAdd(id);
    form.companions.goTo(kind, id);
  };
  return h("details", { class: "form-browse" }, h("summary", form.t("not_there_yet", { kind: label })),
    h("div", { class: "form-adding" }, h("label", h("span", schema.properties?.[titleField].title), input), button(form.t("describe_it"), add)));
}
