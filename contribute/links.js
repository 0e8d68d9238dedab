/**
 * Links to other pages in a longer text: chosen by their titles, and read out below the text.
 *
 * @module
 */

/** @import { Form } from "./form.js" */
/** @import { FormData, Path } from "./types.js" */

import { h } from "../browser/dom.js";
import { citationOf } from "./citation.js";
import { linkableEntries } from "./citing.js";
import { redrawList } from "./controls.js";
import { sourcesPath } from "./entry-state.js";
import { withLink, wordsBefore } from "./link-place.js";
import { companionField, searchField } from "./picker.js";
import { listAt } from "./schema.js";
import { pluralOf } from "./titles.js";

const MOST_SHOWN = 3;
// A link without words, which reads as the title of what it leads to.
const BARE_LINK = /\[\]\((\w+):([\w-]+)\)/g;

/**
 * Returns what puts a link into a text, and below it what the links in it read.
 *
 * @param {Form} form
 * @param {Path} path
 * @param {HTMLTextAreaElement} textarea
 */
export function linkTools(form, path, textarea) {
  const list = h("ul", { class: "form-links" });
  const summary = h("summary");
  const legend = h("details", { class: "form-browse" }, summary, h("p", { class: "form-help" }, form.t("links_lead")), list);
  const show = () => {
    const links = new Map(Array.from(textarea.value.matchAll(BARE_LINK), ([link, kind, id]) => [link, readAs(form, kind, id)]));
    const items = [...links].filter(([, title]) => title).map(([link, title]) => h("li", form.t("link_reads", { link, title })));
    list.replaceChildren(...items);
    summary.textContent = form.t("links_read", { count: items.length });
    legend.hidden = items.length === 0;
    // Many of them would stand between a text and the next field.
    if (items.length <= MOST_SHOWN) legend.open = items.length > 0;
  };
  const sources = sourcesPath(form.schema);
  let listed = sources && listAt(form.entry, sources).length;
  const showSources = () => {
    if (sources === null || listAt(form.entry, sources).length === listed) return;
    listed = listAt(form.entry, sources).length;
    redrawList(form, sources);
  };
  textarea.addEventListener("input", () => {
    show();
    showSources();
  });
  show();
  form.root.companions.readings.set(form.nameOf(path), show);
  // A field that has lost the focus still knows where the cursor was.
  const caret = () => ({ start: textarea.selectionStart, end: textarea.selectionEnd });
  const leads = { inside: form.t("link_inside"), alone: form.t("link_alone") };
  const insert = (/** @type {string} */ kind, /** @type {string} */ id) => {
    const { text, end } = withLink(textarea.value, caret(), `${kind}:${id}`, titleOf(form.wholeData, kind, id), leads);
    form.endChange();
    textarea.value = text;
    textarea.setSelectionRange(end, end);
    textarea.dispatchEvent(new Event("input"));
    form.endChange();
    textarea.focus();
  };
  const place = h("p", { class: "form-help" });
  const showPlace = () => {
    const words = wordsBefore(textarea.value, caret());
    place.textContent = words && form.t("link_place", { words });
  };
  for (const event of ["input", "select", "blur"]) textarea.addEventListener(event, showPlace);
  const choicesOf = () => linkableEntries(form.wholeData).map((entry) => ({ ...entry, choose: () => insert(entry.kind, entry.id) }));
  const remark = (/** @type {string} */ _, /** @type {number} */ count) => (count > 0 ? {} : { before: [form.t("link_not_found")] });
  return [
    legend,
    h("details", { class: "form-browse", ontoggle: showPlace }, h("summary", form.t("link_page")), place,
      searchField(form, path, form.t("link_search"), choicesOf, remark),
      companionField(form, "source", path, (id) => insert("source", id))),
  ];
}

/** Returns what a link without words reads on the page; an empty text for a source that has no authors or no year yet. @param {Form} form @param {string} kind @param {string} id */
function readAs(form, kind, id) {
  const companion = form.root.companions.added.find((other) => other.kind === kind && other.id === id);
  return companion && kind === "source" ? citationOf(companion.entry) : titleOf(form.wholeData, kind, id);
}

/**
 * @param {FormData} data
 * @param {string} kind
 * @param {string} id
 */
function titleOf(data, kind, id) {
  return data.titles[pluralOf(data, kind)]?.[id] ?? "";
}
