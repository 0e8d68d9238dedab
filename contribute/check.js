/**
 * What is wrong with an entry, as `afterview check` would report it, as far as one entry alone can tell.
 *
 * @module
 */

/** @import { Diagnostic, Entry, FormData, Path, Schema, Value } from "./types.js" */

import { answerAdvice } from "./advice.js";
import { unknownLinks, unknownReferences } from "./references.js";
import { textsOf } from "./entry-texts.js";
import { ruleDiagnostics } from "./rules.js";
import { ID, filledWithItems, isDay, kindOf, resolved } from "./schema.js";
import { cleaned } from "./clean-text.js";
import { LONGEST_ID, nameFrom } from "./ids.js";

/**
 * Returns what is wrong with an entry; what `check` would only warn of is marked as advice.
 *
 * @param {Entry} entry
 * @param {string} kind
 * @param {FormData} data
 * @param {Date} [today]     from which the age of a review is counted
 * @returns {Diagnostic[]}
 */
export function diagnosticsOf(entry, kind, data, today = new Date()) {
  const { schema } = data.kinds[kind];
  const written = /** @type {Entry} */ (filledWithItems(entry, schema, schema) ?? {});
  const inFields = fieldDiagnostics(written, schema, schema, [], data);
  const isComplete = inFields.every(({ code }) => code !== "missing-field");
  const ofAnswers = kind === "case" ? answerDiagnostics(written, data) : [];
  const ofChoices = kind === "question" ? answerAdvice(written, data) : [];
  return [
    ...inFields, ...ofAnswers, ...ofChoices, ...unknownReferences(written, schema, data), ...unknownLinks(textsOf(written, schema, schema, []), data),
    ...ruleDiagnostics(written, kind, data, isComplete, today),
  ];
}

/**
 * Returns what is wrong with the answers of a case: those to questions that would not be asked, and those that rule out
 * what it turned out to be.
 *
 * @param {Entry} entry
 * @param {FormData} data
 * @returns {Diagnostic[]}
 */
function answerDiagnostics(entry, { askIf, conditions, answers: texts, titles }) {
  const caseAnswers = /** @type {Record<string, string | string[]>} */ (entry.answers ?? {});
  const answersTo = (/** @type {string} */ question) => [caseAnswers[question] ?? []].flat();
  const isAny = (/** @type {readonly string[]} */ wanted, /** @type {string} */ question) =>
    answersTo(question).some((answer) => wanted.includes(answer));
  const gates = Object.keys(caseAnswers).flatMap((id) => unmetGates(id, caseAnswers, askIf).slice(0, 1).map((gate) => ({ id, ...gate })));
  // One answer that is missing is said once, however many it holds back.
  const unasked = gates.filter(({ question }, at) => gates.findIndex((gate) => gate.question === question) === at).map(({ id, question, wanted }) => ({
    path: ["answers", id], code: "not-asked",
    blanks: { question: titles.questions?.[question] ?? question, answers: wanted.map((answer) => texts[question]?.[answer] ?? answer).join("; ") },
  }));
  const { main = "" } = /** @type {{main?: string}} */ (entry.turned_out ?? {});
  const { applies_if: needed = {}, not_if: excluded = {} } = conditions[main] ?? {};
  const isRuledOut = Object.keys(caseAnswers).some((id) =>
    answersTo(id).length > 0 && (isAny(excluded[id] ?? [], id) || (id in needed && !isAny(needed[id], id))));
  const ruledOut = { path: ["turned_out", "main"], code: "ruled-out", blanks: { cause: titles.causes?.[main] ?? main } };
  return isRuledOut ? [...unasked, ruledOut] : unasked;
}

/**
 * Returns the questions that need other answers before a question is asked, with those answers.
 *
 * @param {string} id     of the question
 * @param {Readonly<Record<string, string | readonly string[]>>} answers     by question
 * @param {FormData["askIf"]} askIf
 */
export function unmetGates(id, answers, askIf) {
  return Object.entries(askIf[id] ?? {})
    .filter(([question, wanted]) => question !== id && ![answers[question] ?? []].flat().some((answer) => wanted.includes(answer)))
    .map(([question, wanted]) => ({ question, wanted }));
}

/**
 * Returns the code of what is wrong with the id of a new entry, or null.
 *
 * @param {string} id
 * @param {readonly string[]} known
 */
export function idErrorCode(id, known) {
  if (!id) return "missing-field";
  if (!ID.test(id) || id.length > LONGEST_ID) return "bad-id";
  return known.includes(id) ? "taken-id" : null;
}

/**
 * @param {Value | undefined} value
 * @param {Schema} schema
 * @param {Schema} root
 * @param {Path} path
 * @param {FormData} data
 * @returns {Diagnostic[]}
 */
function fieldDiagnostics(value, schema, root, path, data) {
  const own = resolved(schema, root);
  if (value === undefined || value === "") return [{ path, code: "missing-field" }];
  if (typeof value === "string") {
    const errors = TEXT_CHECKS[kindOf(own)]?.(cleaned(value), own, data) ?? [];
    return errors.map((error) => ({ ...error, path }));
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, at) => fieldDiagnostics(item, own.items ?? {}, root, [...path, at], data));
  }
  if (kindOf(own) === "map") {
    const inner = typeof own.additionalProperties === "object" ? own.additionalProperties : {};
    return Object.entries(value).flatMap(([name, field]) => [
      ...(isName(name, own.propertyNames) ? [] : [{ path: [...path, name], code: "bad-id" }]),
      ...fieldDiagnostics(field, inner, root, [...path, name], data),
    ]);
  }
  return Object.entries(own.properties ?? {}).flatMap(([name, field]) =>
    name in value || own.required?.includes(name) ? fieldDiagnostics(value[name], field, root, [...path, name], data) : [],
  );
}

/**
 * Tells whether a map may have a key: an id, or any line where its schema says so.
 *
 * @param {string} name
 * @param {Schema | undefined} schema
 */
function isName(name, schema) {
  return schema?.pattern ? new RegExp(schema.pattern).test(name) : ID.test(name);
}

/** @typedef {Pick<Diagnostic, "code" | "blanks" | "isAdvice">} FieldError */

/**
 * What is wrong with the text of a field, by the kind of the field.
 *
 * @type {Partial<Record<ReturnType<typeof kindOf>, (text: string, schema: Schema, data: FormData) => FieldError[]>>}
 */
const TEXT_CHECKS = {
  choice: choiceErrors,
  reference: (id, _, { shares }) => (ID.test(id) || id in shares ? [] : [{ code: "bad-id" }]),
  number: numberErrors,
  day: (text) => (isDay(text) ? [] : [{ code: "bad-date" }]),
  text: lengthErrors,
  line: (text, schema) => [...lengthErrors(text, schema), ...formatErrors(text, schema)],
};

/**
 * @param {string} word
 * @param {Schema} schema
 * @param {FormData} data
 * @returns {FieldError[]}
 */
function choiceErrors(word, schema, { openLists }) {
  if (schema.enum?.includes(word)) return [];
  const isOpen = openLists.includes(schema["x-ref"] ?? "") && ID.test(word);
  // `check` reports it until somebody has added the word to its list.
  return [isOpen ? { code: "unlisted-word", blanks: { name: nameFrom(word) }, isAdvice: true } : { code: "unknown-word", blanks: { word } }];
}

/**
 * @param {string} text
 * @param {Schema} schema
 * @returns {FieldError[]}
 */
function numberErrors(text, { minimum = 0, maximum = Infinity }) {
  if (!/^\d+$/.test(text)) return [{ code: "not-a-number" }];
  const isInRange = Number(text) >= minimum && Number(text) <= maximum;
  const most = maximum === Infinity ? "" : maximum;
  return isInRange ? [] : [{ code: "out-of-range", blanks: { least: minimum, most } }];
}

/**
 * @param {string} text
 * @param {Schema} schema
 * @returns {FieldError[]}
 */
function lengthErrors(text, { maxLength: most = Infinity }) {
  return text.length > most ? [{ code: "too-long", blanks: { most, count: text.length } }] : [];
}

/**
 * @param {string} text
 * @param {Schema} schema
 * @returns {FieldError[]}
 */
function formatErrors(text, { pattern = "" }) {
  // The file will hold the text in one line.
  return new RegExp(pattern, "u").test(text.replace(/\n/g, " ")) ? [] : [{ code: pattern === ID.source ? "bad-id" : "bad-format" }];
}
