/**
 * What a new source leads to: a page on which it is cited. Both are then sent together.
 *
 * @module
 */

/** @import { Form } from "./form.js" */
/** @import { FormData } from "./types.js" */
/** @import { Item } from "./search.js" */

import { h } from "../quiz/ui/browser/dom.js";
import { searchField } from "./picker.js";
import { searchedBy } from "./site-search.js";
import { longTitle } from "./titles.js";

/**
 * Returns the entries to which texts can link.
 *
 * @param {FormData} data
 * @returns {(Item & {kind: string, id: string})[]}
 */
export function linkableEntries(data) {
  const { linkable, kinds, titles } = data;
  return linkable.filter((kind) => Object.hasOwn(kinds, kind)).flatMap((kind) =>
    Object.entries(titles[kinds[kind].plural] ?? {}).map(([id, title]) => (
      { kind, id, text: longTitle(data, kinds[kind].plural, id, title), ...searchedBy(data, kind, id) })));
}

/** Returns a search for the page on which to cite a new source. @param {Form} form     of the source */
export function citingSection(form) {
  const pages = linkableEntries(form.data).filter(({ kind }) => kind !== form.kind);
  const choices = () => pages.map((page) => ({ ...page, choose: () => {
    const { kind, id, entry, note } = form;
    form.context.citeOn(page, { kind, id, entry }, note);
  } }));
  return h("section", { class: "form-outcome" },
    h("h3", form.t("cite_title")), h("p", form.t("cite_lead")), searchField(form, ["#cite"], form.t("cite_search"), choices));
}
