/**
 * The file that an entry is in or will be in.
 *
 * @module
 */

/** @import { EntryState } from "./entry-state.js" */
/** @import { FormData } from "./types.js" */

import { completedEntry, titleText } from "./entry-state.js";
import { fileText, listedText } from "./yaml.js";

/**
 * @typedef {object} File
 * @property {string} kind
 * @property {string} id
 * @property {string} title     of the entry
 * @property {boolean} isNew
 * @property {string} path
 * @property {string} text      of the file, or of the part of it that the entry is
 * @property {boolean} isList   whether all entries of the kind are in one file
 */

/** @param {EntryState} state @param {FormData} data @returns {File} */
export function fileOf(state, data) {
  const { kind, id, isNew, schema } = state;
  const { path } = data.kinds[kind];
  const isList = path.endsWith(".yml");
  const entry = completedEntry(state, data);
  const before = isNew ? undefined : state.before;
  return {
    kind, id, isNew, isList,
    title: titleText(state),
    path: isList ? path : `${path}/${id || "x"}.yml`,
    text: isList ? listedText(id || "x", entry, schema, before) : fileText(entry, schema, kind, before),
  };
}
