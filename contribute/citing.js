/**
 * What a new source leads to: a page on which it is cited. Both are then sent together.
 *
 * @module
 */

/** @import { Form } from "./form.js" */
/** @import { FormData } from "./types.js" */
/** @import { Item } from "./search.js" */

import { h } from "../browser/dom.js";
import { searchField } from "./picker.js";
import { searchedBy } from "./site-search.js";
import { PAGE, longTitle, pluralOf } from "./titles.js";

/**
 * Returns the entries to which texts can link.
 *
 * @param {FormData} data
 * @returns {(Item & {kind: string, id: string})[]}
 */
export function linkableEntries(data) {
  return [...data.linkable.filter((kind) => Object.hasOwn(data.kinds, kind)), PAGE].flatMap((kind) => {
    const plural = pluralOf(data, kind);
    return Object.entries(data.titles[plural] ?? {}).map(([id, title]) => ({ kind, id, text: longTitle(data, plural, id, title), ...searchedBy(data, kind, id) }));
  });
}

/** Returns a search for the page on which to cite a new source. @param {Form} form     of the source */
export function citingSection(form) {
  const pages = linkableEntries(form.data).filter(({ kind }) => kind !== form.kind && kind !== PAGE);
  const choices = () => pages.map((page) => ({ ...page, choose: () => {
    const { kind, id, entry, note, state: { detail, hasOwnId } } = form;
    form.context.citeOn(page, { kind, id, entry, detail, hasOwnId }, note);
  } }));
  return h("section", { class: "form-outcome" },
    h("h3", form.t("cite_title")), h("p", form.t("cite_lead")), searchField(form, ["#cite"], form.t("cite_search"), choices));
}
