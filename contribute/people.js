/**
 * What may show who somebody is, beyond the texts that the rules look at: in the note, in the title and in the address of a case.
 *
 * @module
 */

/** @import { Diagnostic, Entry, FormData, Path } from "./types.js" */

import { genreOf, isInScope } from "./entry-texts.js";
import { allMatches } from "./rules.js";
import { schemaAt } from "./schema.js";

const CODES = new Set(["named-person", "recognisable"]);
const STORY = ["story"];
const NAME = /^\p{Lu}\p{Ll}+/u;

/**
 * Returns what in a text the rules for the story of a case would find: names and days. An address for mail is none of
 * them: whoever writes may want to be reached.
 *
 * @param {string} text
 * @param {FormData} data
 * @returns {string[]}
 */
export function personalFragments(text, { rules, kinds }) {
  const genre = genreOf(schemaAt(kinds.case.schema, STORY));
  const fragments = rules.all
    .filter(({ code, pattern, where = {} }) => CODES.has(code) && pattern !== undefined && isInScope(where, genre, "case", kinds))
    .flatMap(({ pattern = "", flags }) => allMatches(new RegExp(pattern, `g${flags}`), text).map(({ fragment }) => fragment));
  return [...new Set(fragments)];
}

/**
 * Returns what the note says that could lead to somebody. It is advice: it may be the name of whoever writes.
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
 * Returns the people of the story of a case whose names stand in its title or in its address, each as it stands there: a title
 * such as Ms belongs to the name after it.
 *
 * @param {Entry} entry
 * @param {string} id
 * @param {{title: Path, id: Path}} paths
 * @param {FormData} data
 * @returns {Diagnostic[]}
 */
export function titlePeople(entry, id, paths, data) {
  const { title = "", story = "" } = entry;
  const titleOfPerson = new RegExp(`^${data.rules.personTitle}\\.?$`, "u");
  const words = personalFragments(String(story), data).flatMap((fragment) => fragment.split(/[\s,]+/u));
  const names = [...new Set(words.filter((word) => NAME.test(word) && !titleOfPerson.test(word)).map((word) => NAME.exec(word)?.[0] ?? word))];
  const diagnostic = (/** @type {Path} */ path, /** @type {string} */ fragment) => ({ path, code: "title-person", blanks: { fragment }, isAdvice: true });
  const inTitle = nameRuns(String(title).split(/[^\p{L}.'’-]+/u), (word) => names.includes(word), (word) => titleOfPerson.test(word));
  const inId = names.filter((name) => id.split("-").includes(name.toLowerCase()));
  return [...inTitle.map((name) => diagnostic(paths.title, name)), ...inId.map((name) => diagnostic(paths.id, name.toLowerCase()))];
}

/**
 * Returns the names in a row of words, each with the title before it and with all its parts.
 *
 * @param {readonly string[]} words
 * @param {(word: string) => boolean} isName
 * @param {(word: string) => boolean} isTitle
 */
function nameRuns(words, isName, isTitle) {
  /** @type {string[]} */
  const runs = [];
  words.forEach((word, at) => {
    if (!isName(word)) return;
    const before = words[at - 1] ?? "";
    if (at > 0 && isName(before)) runs.push(`${runs.pop()} ${word}`);
    else runs.push(isTitle(before) ? `${before} ${word}` : word);
  });
  return runs;
}
