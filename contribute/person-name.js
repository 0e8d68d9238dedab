/**
 * Names of persons, which a list of works puts with the last name first.
 *
 * @module
 */

/** @import { Form } from "./form.js" */
/** @import { Diagnostic, Entry, Path, Schema } from "./types.js" */

import { button, h } from "../browser/dom.js";
import { REDRAW_EVENT } from "./controls.js";
import { textsOf } from "./entry-texts.js";
import { listAt, schemaAt } from "./schema.js";

// What may stand between a first name and a last name, and belongs to the last.
const PARTICLES = new Set(["al", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "la", "le", "van", "von", "zu"]);
const MOST_WORDS = 5;
// An office or a firm by its letters, which hardly begins the name of another.
const ABBREVIATION = /^\p{Lu}{3,}$/u;
// What stands in the names of offices, firms, papers and the like.
const ORGANISATION = new RegExp(`^(?:${(
  "advocates|agency|alliance|army|associates|association|bank|board|bureau|business|centre|center|centres|centers|chamber|charity|church|city|clinic|club|coalition|college|" +
  "commission|commissioner|committee|company|confederation|congress|consultants|consulting|corp|corporation|council|court|daily|department|directorate|" +
  "express|federation|force|forum|foundation|fund|gazette|gmbh|government|group|guardian|guild|herald|hospital|inc|initiative|inspectorate|institute|institution|insurance|" +
  "international|journal|labs|law|league|legal|library|llc|llp|ltd|limited|magazine|mail|media|ministry|mirror|monitor|museum|national|network|news|office|ombudsman|" +
  "organisation|organization|panel|parliament|partners|partnership|plc|poll|post|press|project|register|registry|report|research|review|" +
  "school|secretariat|senate|service|services|society|solicitors|solutions|standard|state|states|statistics|studio|survey|team|telegraph|television|times|training|tribune|tribunal|" +
  "tribunals|trust|union|united|university|weekly|workforce"
)})$`, "i");
const NAME = /^\p{Lu}[\p{L}.'’-]*$/u;

/**
 * Returns a name with the last name first, such as `Abel, M.`, or null where it seems to be none or has it first already.
 *
 * @param {string} text
 */
export function lastNameFirst(text) {
  const words = text.trim().split(/\s+/);
  const isName = words.every((word) => NAME.test(word) || PARTICLES.has(word.toLowerCase()));
  if (words.length < 2 || words.length > MOST_WORDS || !isName || words.at(-1)?.endsWith(".") || isOrganisation(words)) return null;
  const particle = words.findIndex((word, at) => at > 0 && PARTICLES.has(word.toLowerCase()));
  const start = particle > 0 && particle < words.length - 1 ? particle : words.length - 1;
  const initials = words.slice(0, start).map((word) => `${Array.from(word)[0]}.`);
  return `${words.slice(start).join(" ")}, ${initials.join(" ")}`;
}

/** Whether words look like the name of an office, a firm or a paper. @param {readonly string[]} words */
function isOrganisation(words) {
  return words[0].toLowerCase() === "the" || words.some((word) => ABBREVIATION.test(word) || ORGANISATION.test(word.replace(/[.’']s?$/, "")));
}

/**
 * Returns the names of several people that stand in one text, each with the last name first; none where there is one name, or
 * where anything else is among them, such as the name of an office.
 *
 * @param {string} text     such as `Abel, M., Nora Baker and C. Cook`, or `WHO and Miller Mills`
 * @returns {string[]}
 */
export function peopleIn(text) {
  const parts = text.trim()
    // The comma after initials ends a name; another may stand within one.
    .replace(/\.,\s+/g, ".; ")
    .split(/;\s*(?:(?:and|&)\s+)?|,?\s+(?:and|&)\s+/);
  const isNamed = parts.length > 1 && parts.every((part) => /^\p{Lu}/u.test(part));
  if (isNamed && parts.some((part) => ABBREVIATION.test(part))) return parts;
  const names = parts.flatMap((part) => {
    const pieces = part.split(/,\s*/);
    // Two full names with a comma between them may be one person: "Garcia Marquez, Gabriel Jose".
    const areNames = pieces.length > (parts.length > 1 ? 1 : 2) && pieces.every((piece) => lastNameFirst(piece) !== null);
    return areNames ? pieces : [part];
  });
  const turned = names.map((name) => lastNameFirst(name) ?? (isLastNameFirst(name) ? name : null));
  return names.length > 1 && turned.every((name) => name !== null) ? turned : [];
}

/**
 * Returns where several people seem to stand in one field. It is advice only: the name of an office can look like two people.
 *
 * @param {Entry} entry
 * @param {Schema} schema
 * @returns {Diagnostic[]}
 */
export function severalPeople(entry, schema) {
  return textsOf(entry, schema, schema, [])
    .filter(({ path, text }) => schemaAt(schema, path)["x-person"] && peopleIn(text).length > 0)
    .map(({ path }) => ({ path, code: "several-people", isAdvice: true }));
}

/** @param {string} name */
function isLastNameFirst(name) {
  const [last, first, ...rest] = name.split(/,\s*/);
  const isName = (/** @type {string} */ words) => words.split(/\s+/).every((word) => NAME.test(word) || PARTICLES.has(word.toLowerCase()));
  return first !== undefined && rest.length === 0 && isName(last) && isName(first);
}

/**
 * Returns what is said below a name that seems to be several, with a button that gives each a field of its own, or to have its
 * first name first, with a button that turns it.
 *
 * @param {Form} form
 * @param {Path} path
 * @param {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} control
 */
export function nameHint(form, path, control) {
  const hint = h("p", { class: "form-hint", role: "status" });
  const show = () => {
    const people = peopleIn(control.value);
    const turned = lastNameFirst(control.value);
    const turn = () => {
      control.value = turned ?? "";
      form.set(path, control.value);
      show();
      control.focus();
    };
    const split = () => {
      const list = path.slice(0, -1);
      const at = Number(path.at(-1));
      const names = listAt(form.entry, list);
      form.set(list, [...names.slice(0, at), ...people, ...names.slice(at + 1)]);
      control.dispatchEvent(new Event(REDRAW_EVENT, { bubbles: true }));
      document.getElementById(form.nameOf(path))?.focus();
    };
    if (people.length > 0) hint.replaceChildren(button(form.t("split_names", { names: people.join("; ") }), split, "link"));
    else hint.replaceChildren(...(turned ? [form.t("person"), " ", button(form.t("turn_name", { name: turned }), turn, "link")] : []));
  };
  control.addEventListener("blur", show);
  show();
  return hint;
}
