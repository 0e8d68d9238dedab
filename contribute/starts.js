/**
 * What a new entry says where its author leaves a needed field empty: the word that the guide uses most, a text of the
 * guide, or the day of today. Nothing of it is chosen beforehand, so that a draft holds only what somebody wrote.
 *
 * @module
 */

/** @import { Entry, FormData, Schema, Value } from "./types.js" */

import { emptyValue, filled, kindOf, resolved } from "./schema.js";

/**
 * Returns what a field says if it is left empty, or an empty text.
 *
 * @param {Schema} schema     with its reference followed
 * @returns {string}
 */
export function startOf(schema) {
  return kindOf(schema) === "day" ? new Date().toISOString().slice(0, 10) : (schema["x-start"] ?? "");
}

/**
 * Whether a field needs nothing from its author: it has something to start with, or all that it needs inside has.
 *
 * @param {Schema} schema
 * @param {Schema} root
 * @returns {boolean}
 */
export function hasStart(schema, root) {
  const own = resolved(schema, root);
  if (kindOf(own) !== "group") return startOf(own) !== "";
  const { required = [], properties = {} } = own;
  return required.length > 0 && required.every((name) => hasStart(properties[name], root));
}

/**
 * Returns an entry with what its empty fields start with.
 *
 * @param {Entry} entry
 * @param {string} kind
 * @param {FormData} data
 * @returns {Entry}
 */
export function completed(entry, kind, { kinds, shares }) {
  const { schema } = kinds[kind];
  const isPickOne = kind === "question" && entry.kind === "pick-one";
  return /** @type {Entry} */ (withStarts(isPickOne ? withPossibleShares(entry, shares) : entry, schema, schema));
}

/**
 * @param {Value} value
 * @param {Schema} schema
 * @param {Schema} root
 * @returns {Value}
 */
function withStarts(value, schema, root) {
  const own = resolved(schema, root);
  if (typeof value === "string") return filled(value) === undefined ? startOf(own) : value;
  if (Array.isArray(value)) return value.map((item) => withStarts(item, own.items ?? {}, root));
  const { properties, additionalProperties } = own;
  if (!properties) {
    const inner = typeof additionalProperties === "object" ? additionalProperties : {};
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withStarts(part, inner, root)]));
  }
  const needed = Object.keys(properties).filter((name) => own.required?.includes(name) || isBegun(value[name], properties[name], root));
  const parts = needed.map((name) => [name, withStarts(value[name] ?? emptyValue(properties[name], root), properties[name], root)]);
  return { ...value, ...Object.fromEntries(parts) };
}

/**
 * Whether a part that may be left out was begun: something is written in it, or chosen for it.
 *
 * @param {Value | undefined} part
 * @param {Schema} schema
 * @param {Schema} root
 */
function isBegun(part, schema, root) {
  if (typeof part !== "object") return false;
  return kindOf(resolved(schema, root)) === "map" ? Object.keys(part).length > 0 : filled(part) !== undefined;
}

/**
 * Returns a question of whose answers people give one, with shares for those that have none, such that all of them add up.
 *
 * @param {Entry} question
 * @param {FormData["shares"]} shares     by word
 * @returns {Entry}
 */
function withPossibleShares(question, shares) {
  const answers = Object.entries(/** @type {Record<string, {base?: string}>} */ (question.answers ?? {}));
  const chosen = answers.reduce((sum, [, { base = "" }]) => sum + (shares[base] ?? 0), 0);
  let left = { share: 1 - chosen, count: answers.filter(([, { base }]) => !base).length };
  const parts = answers.map(([id, answer]) => {
    if (answer.base) return [id, answer];
    const base = nearestWord(left.share / left.count, shares);
    left = { share: left.share - shares[base], count: left.count - 1 };
    return [id, { ...answer, base }];
  });
  return { ...question, answers: Object.fromEntries(parts) };
}

/** @param {number} share @param {FormData["shares"]} shares */
function nearestWord(share, shares) {
  const distance = (/** @type {string} */ word) => Math.abs(shares[word] - share);
  return Object.keys(shares).reduce((best, word) => (distance(word) < distance(best) ? word : best));
}
