/**
 * The controls of single fields, with what is said of them.
 *
 * @module
 */

/** @import { Form } from "./form.js" */
/** @import { FormData, Path, Schema } from "./types.js" */
/** @import { Child } from "../browser/dom.js" */

import { button, h } from "../browser/dom.js";
import { unwrapped, withLists } from "./clean-text.js";
import { startSelect } from "./controls.js";
import { DETAIL_PATH, fieldTitle } from "./labels.js";
import { linkTools } from "./links.js";
import { nameHint } from "./person-name.js";
import { paragraphHint } from "./paragraphs.js";
import { pastedListHint } from "./pasted-list.js";
import { entryTools } from "./picker.js";
import { kindOf, textAt } from "./schema.js";
import { isSentenceField } from "./sentences.js";
import { startOf } from "./starts.js";
import { fieldText } from "./typed-text.js";
import { kindWithPlural, longTitle, titlesFor, wordLabel } from "./titles.js";
import { isOpenList, unlistedField, withUnlisted } from "./unlisted.js";

/**
 * Returns a control with its label, help and diagnostics.
 *
 * @param {Form} form
 * @param {Schema} schema
 * @param {Path} path
 * @param {boolean} isRequired
 * @param {boolean} isMarked     whether it says so
 */
export function inputField(form, schema, path, isRequired, isMarked) {
  const id = form.nameOf(path);
  const helpId = form.nameOf(path, "help");
  const start = form.isAdded(path) && isRequired ? startHelp(form, schema) : "";
  const help = [kindOf(schema) === "day" && start ? "" : helpOf(schema), foldHelp(form, path), start].filter(Boolean).join(" ");
  const described = help ? `${helpId} ${form.nameOf(path, "diagnostics")}` : form.nameOf(path, "diagnostics");
  const control = controlOf(form, schema, path, isRequired);
  control.id = id;
  control.setAttribute("aria-describedby", described);
  // A line counts as its field takes it, even before the field shows it so.
  control.addEventListener("input", () => form.set(path, schema["x-prose"] ? control.value : fieldText(control.value, schema, path)));
  const mend = () => {
    const text = fieldText(control.value, schema, path);
    if (text === control.value) return;
    setText(control, text);
    form.set(path, text);
    if (schema["x-prose"]) form.announce(form.t("paragraphs_made"));
  };
  // What was pasted is in the field only after its event.
  control.addEventListener("paste", () => setTimeout(mend));
  control.addEventListener("blur", () => {
    mend();
    form.endChange();
    form.touch(path);
  });
  const { before, after } = fieldTools(form, schema, path, control);
  return h("div", { class: "form-field" },
    h("label", { for: id }, fieldTitle(schema, path, form.data), isMarked && requiredMark(form, path, control)),
    help && h("p", { class: "form-help", id: helpId }, help),
    ...before,
    kindOf(schema) === "day" ? h("div", { class: "form-adding" }, control, todayButton(form, control)) : control,
    schema["x-person"] ? nameHint(form, path, control) : pastedListHint(form, path, control),
    form.messages.container(path),
    ...after);
}

/**
 * Sets the text of a control and leaves the cursor after the same letters, since a link goes where it is.
 *
 * @param {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} control
 * @param {string} text
 */
function setText(control, text) {
  const area = control instanceof HTMLTextAreaElement ? control : null;
  const letters = area && area.value.slice(0, area.selectionEnd).replace(/\s/g, "").length;
  control.value = text;
  if (!area || letters === null) return;
  const place = new RegExp(`^(?:\\s*\\S){${letters}}`).exec(text)?.[0].length ?? text.length;
  area.setSelectionRange(place, place);
}

/**
 * Returns what helps to fill a field: before its control and after what is said of it.
 *
 * @param {Form} form
 * @param {Schema} schema
 * @param {Path} path
 * @param {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} control
 * @returns {{before: readonly Child[], after: readonly Child[]}}
 */
function fieldTools(form, schema, path, control) {
  if (schema["x-prose"]) {
    const area = /** @type {HTMLTextAreaElement} */ (control);
    return { before: [], after: [paragraphHint(form, path, area), ...linkTools(form, path, area)] };
  }
  if (kindOf(schema) === "reference") return entryTools(form, schema["x-ref"] ?? "", path, control);
  if (isOpenList(form, schema)) return { before: [], after: [unlistedField(form, path, /** @type {HTMLSelectElement} */ (control))] };
  const isConfidence = form.kind === "source" && path[0] === "confidence" && form.isNew;
  return { before: [], after: isConfidence ? [openDetailField(form, control)] : [] };
}

/**
 * Returns what a field says that is left empty, unless the field is a choice, which shows it.
 *
 * @param {Pick<Form, "t">} form
 * @param {Schema} schema
 */
function startHelp(form, schema) {
  const start = startOf(schema);
  switch (kindOf(schema)) {
    case "day":
      return form.t("start_day");
    case "text":
    case "line":
      return start && form.t("start_text", { text: start });
    default:
      return "";
  }
}

/** Returns what a text says that its page folds in part. @param {Pick<Form, "t" | "kind" | "data">} form @param {Path} path */
function foldHelp({ t, kind, data: { openings } }, path) {
  const most = openings[`${kind}.${path.join(".")}`] ?? openings[path.join(".")];
  return most === undefined ? "" : t(most === 0 ? "folded_at_once" : "folded_later");
}

/**
 * Returns a box beside the choice that a detail is open: which one it is.
 *
 * @param {Form} form
 * @param {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} control
 */
function openDetailField(form, control) {
  const id = form.nameOf(DETAIL_PATH);
  const helpId = form.nameOf(DETAIL_PATH, "help");
  const area = textarea(form.state.detail, 2);
  area.id = id;
  area.setAttribute("aria-describedby", `${helpId} ${form.nameOf(DETAIL_PATH, "diagnostics")}`);
  area.addEventListener("input", () => form.set(DETAIL_PATH, area.value));
  area.addEventListener("blur", () => form.touch(DETAIL_PATH));
  const box = h("div", { class: "form-field" }, h("label", { for: id }, form.t("open_detail")),
    h("p", { class: "form-help", id: helpId }, form.t("open_detail_help")), area, form.messages.container(DETAIL_PATH));
  const show = () => (box.hidden = control.value !== "medium");
  control.addEventListener("input", show);
  show();
  return box;
}

/**
 * @param {Pick<Form, "t">} form
 * @param {HTMLElement} control
 */
function todayButton(form, control) {
  return button(form.t("today"), () => {
    /** @type {HTMLInputElement} */ (control).value = new Date().toISOString().slice(0, 10);
    control.dispatchEvent(new Event("input"));
  });
}

/**
 * Returns a box to tick for something that is not so unless it says so.
 *
 * @param {Form} form
 * @param {Schema} schema
 * @param {Path} path
 */
export function switchField(form, schema, path) {
  const helpId = form.nameOf(path, "help");
  const input = h("input", {
    type: "checkbox", id: form.nameOf(path), checked: textAt(form.entry, path) === "true", "aria-describedby": helpId,
    onchange: () => form.set(path, input.checked ? "true" : undefined),
  });
  return h("div", { class: "form-field" },
    h("label", { class: "form-tick" }, input, h("span", fieldTitle(schema, path, form.data))),
    h("p", { class: "form-help", id: helpId }, helpOf(schema)));
}

/**
 * @param {Form} form
 * @param {Schema} schema
 * @param {Path} path
 * @param {boolean} isRequired
 * @returns {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement}
 */
function controlOf(form, schema, path, isRequired) {
  const value = textAt(form.entry, path);
  const titles = titlesFor(form.wholeData, schema["x-ref"], path.slice(0, -1));
  const own = isRequired ? schema : { ...schema, "x-start": "" };
  switch (kindOf(schema)) {
    case "choice": {
      const words = (schema.enum ?? []).map((word) => /** @type {[string, string]} */ ([word, titles[word] ?? wordLabel(form.data, word)]));
      return startSelect(form, path, own, withUnlisted(form, schema, words, value), value);
    }
    case "reference":
      return startSelect(form, path, own, inOrder(form.data, schema["x-ref"] ?? "", Object.entries(titles).map(([id, title]) => [id, longTitle(form.data, schema["x-ref"] ?? "", id, title)])), value);
    case "number":
      return h("input", { type: "text", inputmode: "numeric", value });
    case "day":
      return h("input", { type: "date", value });
    case "text":
      return textarea(schema["x-prose"] ? unwrapped(withLists(value)) : value, 6);
    default:
      return isSentenceField(schema) && !path.includes("title")
        ? textarea(value, 2)
        : h("input", { type: "text", value });
  }
}

/**
 * @param {string} value
 * @param {number} rows
 */
function textarea(value, rows) {
  const element = h("textarea", { rows, dir: "auto" });
  element.value = value;
  return element;
}

/**
 * Returns options by title where they are entries; words of a list stand in an order that means something.
 *
 * @param {FormData} data
 * @param {string} target      what the options are one of
 * @param {readonly [id: string, title: string][]} options
 */
export function inOrder(data, target, options) {
  const areEntries = kindWithPlural(data, target) !== undefined;
  return areEntries ? [...options].sort(([, one], [, other]) => one.localeCompare(other)) : options;
}

/**
 * Returns the mark of a field that can't be left out. In a part that may be left out as a whole it shows once the part is
 * begun.
 *
 * @param {Form} form
 * @param {Path} path
 * @param {HTMLElement} [control]
 */
export function requiredMark(form, path, control) {
  const mark = h("span", { class: "form-needed" }, ` (${form.t("needed")})`);
  form.marks.add({ path, element: mark, control }, form.entry);
  return mark;
}

/**
 * Returns what is said below the name of a field, or nothing where that is the name again.
 *
 * @param {Schema} schema
 */
export function helpOf({ description = "", title = "" }) {
  const help = description.replaceAll("`", "");
  return help.replace(/\.$/, "") === title ? "" : help;
}
