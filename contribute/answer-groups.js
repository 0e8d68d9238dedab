/**
 * The groups in which a question shows its answers: where a new answer goes among them.
 *
 * @module
 */

/** @import { Entry, Path } from "./types.js" */

import { listAt, mapAt } from "./schema.js";

/** Returns the ids of the answers of each group, by its label. @param {Entry} question @returns {[label: string, ids: string[]][]} */
export function groupsOf(question) {
  return Object.keys(mapAt(question, ["groups"])).map((label) => [label, listAt(question, ["groups", label]).map(String)]);
}

/** Returns the label of the group that has an answer; an empty text for none. @param {Entry} question @param {string} id */
export function groupWith(question, id) {
  return groupsOf(question).find(([, ids]) => ids.includes(id))?.[0] ?? "";
}

/**
 * Returns a question in which each answer that was added is in the group of the answer that it follows, and none is in a
 * group that was removed.
 *
 * @param {Entry} question
 * @param {Entry} before     the question before its answers were changed
 * @returns {Entry}
 */
export function withAnswersInGroups(question, before) {
  if (groupsOf(question).length === 0) return question;
  const [ids, idsBefore] = [question, before].map((state) => Object.keys(mapAt(state, ["answers"])));
  const removed = idsBefore.filter((id) => !ids.includes(id));
  const rest = removed.reduce((state, id) => inGroup(state, id, "", ""), question);
  return ids.filter((id) => !idsBefore.includes(id)).reduce((state, id) => {
    const previous = ids[ids.indexOf(id) - 1] ?? "";
    return inGroup(state, id, groupWith(state, previous), previous);
  }, rest);
}

/**
 * Returns a question with an answer in another place: in a group, or in none, and after another answer of it.
 *
 * @param {Entry} question
 * @param {string} id
 * @param {string} label     of the group; an empty text for none
 * @param {string} after     the id of the answer that it follows; an empty text for the first place
 * @returns {Entry}
 */
export function withPlace(question, id, label, after) {
  const placed = inGroup(question, id, label, after);
  const answers = mapAt(question, ["answers"]);
  const remaining = Object.keys(answers).filter((other) => other !== id);
  const members = groupsOf(placed).find(([name]) => name === label)?.[1] ?? [];
  const next = remaining.indexOf(members[members.indexOf(id) + 1]);
  const last = remaining.indexOf(after) + 1;
  const place = after || next < 0 ? last || remaining.length : next;
  const order = [...remaining.slice(0, place), id, ...remaining.slice(place)];
  return { ...placed, answers: Object.fromEntries(order.map((name) => [name, answers[name]])) };
}

/** @param {Entry} question @param {string} id @param {string} label @param {string} after @returns {Entry} */
function inGroup(question, id, label, after) {
  const groups = groupsOf(question).map(([name, ids]) => {
    const remaining = ids.filter((other) => other !== id);
    const place = remaining.indexOf(after) + 1;
    return [name, name === label ? [...remaining.slice(0, place), id, ...remaining.slice(place)] : remaining];
  });
  return { ...question, groups: Object.fromEntries(groups) };
}

/** Whether a field is an answer of a question that shows its answers in groups. @param {Entry} entry @param {Path} path */
export function isGrouped(entry, path) {
  return path.length === 2 && path[0] === "answers" && groupsOf(entry).length > 0;
}
