/**
 * Names of persons, which a list of works puts with the last name first.
 *
 * @module
 */

/** @import { Form } from "./form.js" */
/** @import { Path } from "./types.js" */

import { button, h } from "../quiz/ui/dom.js";

// What may stand between a first name and a last name, and belongs to the last.
const PARTICLES = new Set(["al", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "la", "le", "van", "von", "zu"]);
const MOST_WORDS = 5;
const NAME = /^\p{Lu}[\p{L}.'’-]*$/u;

/**
 * Returns a name with the last name first, such as `Abel, M.`, or null where it seems to be none or has it first already.
 *
 * @param {string} text
 */
export function lastNameFirst(text) {
  const words = text.trim().split(/\s+/);
  const isName = words.every((word) => NAME.test(word) || PARTICLES.has(word.toLowerCase()));
  if (words.length < 2 || words.length > MOST_WORDS || !isName || words.at(-1)?.endsWith(".")) return null;
  const particle = words.findIndex((word, at) => at > 0 && PARTICLES.has(word.toLowerCase()));
  const start = particle > 0 && particle < words.length - 1 ? particle : words.length - 1;
  const initials = words.slice(0, start).map((word) => `${Array.from(word)[0]}.`);
  return `${words.slice(start).join(" ")}, ${initials.join(" ")}`;
}

/**
 * Returns what is said below a name that seems to have its first name first, with a button that turns it.
 *
 * @param {Form} form
 * @param {Path} path
 * @param {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} control
 */
export function nameHint(form, path, control) {
  const hint = h("p", { class: "form-hint", role: "status" });
  const show = () => {
    const turned = lastNameFirst(control.value);
    const turn = () => {
      control.value = turned ?? "";
      form.set(path, control.value);
      show();
      control.focus();
    };
    hint.replaceChildren(...(turned ? [form.t("person"), " ", button(form.t("turn_name", { name: turned }), turn, "link")] : []));
  };
  control.addEventListener("blur", show);
  show();
  return hint;
}
