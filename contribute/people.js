/**
 * What may show who somebody is, beyond the texts that the rules look at: in the note, in the title and in the address of a case.
 *
 * @module
 */

/** @import { Diagnostic, Entry, FormData, Path } from "./types.js" */

import { allMatches, isAt } from "./rules.js";

const CODES = new Set(["personal-data", "recognisable"]);
const STORY = ["story"];
const NAME = /^\p{Lu}\p{Ll}+/u;

/**
 * Returns what in a text the rules for the story of a case would find: names, days, addresses and numbers.
 *
 * @param {string} text
 * @param {FormData} data
 * @returns {string[]}
 */
export function personalFragments(text, { rules }) {
  const fragments = rules.all
    .filter(({ code, pattern, where = "" }) => CODES.has(code) && pattern !== undefined && isAt(where, "case", STORY))
    .flatMap(({ pattern = "", flags }) => allMatches(new RegExp(pattern, `g${flags}`), text).map(({ fragment }) => fragment));
  return [...new Set(fragments)];
}

/**
 * Returns what the note says that could lead to somebody. It is advice: whoever writes may want to be reached.
 *
 * @param {string} note
 * @param {Path} path     of the note
 * @param {FormData} data
 * @returns {Diagnostic[]}
 */
export function noteDiagnostics(note, path, data) {
  return personalFragments(note, data).map((fragment) => ({ path, code: "note-person", blanks: { fragment }, isAdvice: true }));
}

/**
 * Returns the people of a case whose first names stand in its title or in its address.
 *
 * @param {Entry} entry
 * @param {string} id
 * @param {{title: Path, id: Path}} paths
 * @param {FormData} data
 * @returns {Diagnostic[]}
 */
export function titlePeople(entry, id, paths, data) {
  const { title = "", story = "" } = entry;
  const fragments = personalFragments(String(story), data);
  const names = [...new Set(fragments.flatMap((fragment) => NAME.exec(fragment)?.[0] ?? []))];
  const words = String(title).split(/[^\p{L}]+/u);
  return names.flatMap((fragment) => {
    const finding = { code: "title-person", blanks: { fragment }, isAdvice: true };
    return [
      ...(words.includes(fragment) ? [{ path: paths.title, ...finding }] : []),
      ...(id.split("-").includes(fragment.toLowerCase()) ? [{ path: paths.id, ...finding }] : []),
    ];
  });
}
