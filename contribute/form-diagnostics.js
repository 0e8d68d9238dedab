/**
 * The diagnostics of a form: those of the rules, and those that depend on the rest of the proposal.
 *
 * @module
 */

/** @import { Form } from "./form.js" */
/** @import { Diagnostic } from "./types.js" */

import { ofAddedLength } from "./added-length.js";
import { causelessAnswers, openDetail, openEnds, signAdvice, takenOut } from "./advice.js";
import { changedNumbers } from "./changed-numbers.js";
import { diagnosticsOf, idErrorCode } from "./check.js";
import { completedEntry, openDetailOf, titleText } from "./entry-state.js";
import { DETAIL_PATH, ID_PATH, NOTE_PATH, labelOf } from "./labels.js";
import { noteDiagnostics, titlePeople } from "./people.js";
import { severalPeople } from "./person-name.js";
import { mapAt } from "./schema.js";

/** Returns what is to be said of a form, without suggestions that were dismissed. @param {Form} form @returns {Diagnostic[]} */
export function formDiagnostics(form) {
  return allDiagnostics(form).filter((diagnostic) => !form.messages.isDismissed(diagnostic));
}

/** @param {Form} form @returns {Diagnostic[]} */
function allDiagnostics(form) {
  const { data, kind, entry, id, isNew, schema, state, signPath } = form;
  const ofEntry = diagnosticsOf(completedEntry(state, data), kind, form.wholeData);
  if (form.root !== form && !isNew) return ofEntry.filter(isNotIn(diagnosticsOf(state.before, kind, data)));
  return [
    ...(isNew ? ofEntry : ofAddedLength(ofEntry, state, data)),
    ...form.companions.unattached(signPath), ...form.companions.unnamed(),
    ...severalPeople(entry, schema), ...openEnds(entry, schema),
    ...signAdvice(entry, signPath),
    ...(kind === "question" && form.root === form ? causelessAnswers(entry, isNew ? {} : state.before, namedAnswers(form)) : []),
    ...(isNew ? [] : takenOut(state.before, entry, schema)),
    ...(isNew ? [] : changedNumbers(state.before, entry, schema, (path) => labelOf(path, form))),
    ...(kind === "case" ? titlePeople(entry, isNew ? id : "", { title: [state.titleField], id: ID_PATH }, data) : []),
    ...(form.root === form ? noteDiagnostics(form.note, NOTE_PATH, data) : []),
    ...openDetail(state, DETAIL_PATH), ...noteDiagnostics(openDetailOf(state), DETAIL_PATH, data),
    ...ofId(form),
  ];
}

/** Returns what tells diagnostics from earlier ones. @param {readonly Diagnostic[]} earlier @returns {(diagnostic: Diagnostic) => boolean} */
function isNotIn(earlier) {
  const known = earlier.map(({ code, path }) => JSON.stringify([code, path]));
  return ({ code, path }) => !known.includes(JSON.stringify([code, path]));
}

/** Returns the answers of a question that the entries name which are sent along. @param {Form} form @returns {string[]} */
function namedAnswers({ id, companions }) {
  return companions.changed.flatMap(({ entry, signPath }) => Object.keys(mapAt(entry, [signPath ?? "", id])));
}

/** @param {Form} form @returns {Diagnostic[]} */
function ofId({ data, kind, id, isNew, state }) {
  // Without a title there is no id yet, and that the title is missing is said already.
  const isNamed = id !== "" || titleText(state) !== "";
  const code = isNew && isNamed ? idErrorCode(id, Object.keys(data.titles[data.kinds[kind].plural] ?? {})) : null;
  return code ? [{ path: ID_PATH, code }] : [];
}
