/**
 * The choice of the group in which a question shows a new answer, and of the answer that it follows there.
 *
 * @module
 */

/** @import { Form } from "./form.js" */
/** @import { Path } from "./types.js" */

import { h } from "../browser/dom.js";
import { groupsOf, groupWith, withPlace } from "./answer-groups.js";
import { textAt } from "./schema.js";

/**
 * Returns the choice of where an added answer goes: in which group, and after which of its answers.
 *
 * @param {Form} form
 * @param {Path} path     of the answer
 * @param {() => void} redraw     shows the answers again
 */
export function placeChoice(form, path, redraw) {
  const id = String(path.at(-1));
  const label = groupWith(form.entry, id);
  const membersOf = (/** @type {string} */ group) => groupsOf(form.entry).find(([name]) => name === group)?.[1] ?? [];
  const othersIn = (/** @type {string} */ group) => membersOf(group).filter((other) => other !== id);
  const members = othersIn(label);
  const after = membersOf(label)[membersOf(label).indexOf(id) - 1] ?? "";
  const choose = (/** @type {"group" | "after"} */ part, /** @type {string} */ group, /** @type {string} */ previous) => {
    form.set([], withPlace(form.entry, id, group, previous));
    redraw();
    document.getElementById(form.nameOf(path, part))?.focus();
  };
  const labels = groupsOf(form.entry).map(([name]) => /** @type {[string, string]} */ ([name, name]));
  const texts = members.map((other) => /** @type {[string, string]} */ ([other, form.t("place_after", { name: textAt(form.entry, ["answers", other, "text"]) || other })]));
  return h("div", { class: "form-adding" },
    choice(form, path, "group", form.t("answer_group"), [...labels, ["", form.t("no_group")]], label, (group) => choose("group", group, othersIn(group).at(-1) ?? "")),
    label !== "" && members.length > 0 &&
      choice(form, path, "after", form.t("answer_place"), [["", form.t("place_first")], ...texts], after, (previous) => choose("after", label, previous)));
}

/**
 * @param {Form} form
 * @param {Path} path
 * @param {"group" | "after"} part
 * @param {string} name
 * @param {readonly [value: string, text: string][]} options
 * @param {string} chosen
 * @param {(value: string) => void} onChoose
 */
function choice(form, path, part, name, options, chosen, onChoose) {
  const control = h("select", { id: form.nameOf(path, part), onchange: () => onChoose(control.value) },
    ...options.map(([value, text]) => h("option", { value, selected: value === chosen }, text)));
  return h("label", h("span", name), control);
}
