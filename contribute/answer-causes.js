/**
 * Who would give an answer that is added to a question of the guide: the causes that it speaks for. Their entries then name it, and
 * are sent along.
 *
 * @module
 */

/** @import { Form } from "./form.js" */
/** @import { Path } from "./types.js" */

import { h } from "../browser/dom.js";
import { speaksForCauses } from "./advice.js";
import { SHARE_FIELD, baseChoice, shareChoice } from "./answer-shares.js";
import { removeButton } from "./controls.js";
import { signPathOf, titleText } from "./entry-state.js";
import { addToNote } from "./maintainer-note.js";
import { searchField } from "./picker.js";
import { mapAt, schemaAt, textAt } from "./schema.js";
import { searchedBy } from "./site-search.js";
import { startOf } from "./starts.js";

/**
 * Returns the choice of the causes for which an added answer speaks, and of how many people give it.
 *
 * @param {Form} form     of the question
 * @param {Path} path     of the answer
 * @param {() => void} redraw     shows the answers again
 */
export function answerCauses(form, path, redraw) {
  const { data } = form;
  const [kind, { plural, schema }] = Object.entries(data.kinds).find(([, other]) => signPathOf(other.schema) !== null) ?? ["", { plural: "", schema: {} }];
  const sign = [signPathOf(schema) ?? "", form.id, String(path.at(-1))];
  const causes = form.companions.changed.filter(({ entry }) => Object.hasOwn(mapAt(entry, sign.slice(0, -1)), sign[2]));
  const status = h("p", { class: "form-help", role: "status" });
  const add = async (/** @type {string} */ id, /** @type {string} */ title) => {
    const entry = await form.context.fetchEntry(kind, id);
    if (entry) {
      form.changeAlong({ kind, id, entry }, sign, startOf(schemaAt(schema, sign)));
      redraw();
      form.announce(form.t("added", { name: title }));
    } else {
      addToNote(form, form.t("answer_cause_note", { title, answer: textAt(form.entry, [...path, "text"]) }));
      status.textContent = form.t("answer_cause_noted", { title });
    }
  };
  const chosen = causes.map(({ id }) => id);
  const choicesOf = () => Object.entries(data.titles[plural] ?? {}).filter(([id]) => !chosen.includes(id)).map(([id, title]) => (
    { text: title, ...searchedBy(data, kind, id), choose: () => void add(id, title) }));
  return kind !== "" && h("fieldset", { class: "form-group form-shares" },
    h("legend", form.t("answer_causes")), h("p", { class: "form-help" }, form.t("answer_causes_help")),
    h("div", { class: "form-inside" },
      ...causes.map((cause) => causeLine(cause, sign, redraw)),
      speaksForCauses(form.entry.role) && searchField(form, path, form.t("search_titles"), choicesOf), status,
      h("p", { class: "form-help" }, schemaAt(form.schema, [...path, SHARE_FIELD]).description ?? ""),
      baseChoice(form, path)));
}

/** @param {Form} cause @param {Path} sign     of the answer @param {() => void} redraw */
function causeLine(cause, sign, redraw) {
  const title = titleText(cause.state);
  const line = h("div", { class: "form-share", role: "group", "aria-label": title },
    h("p", { dir: "auto" }, title), shareChoice(cause, sign, cause.t("with_cause")));
  line.append(removeButton(cause, line, () => title, () => {
    cause.set(sign, undefined);
    redraw();
  }));
  return line;
}
