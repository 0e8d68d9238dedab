/**
 * A preview of an entry: its texts in the order of its fields, below the headings of the pages.
 *
 * @module
 */

/** @import { Entry, FormData, Schema, Value } from "./types.js" */
/** @import { Inline } from "./prose.js" */

import { h } from "../quiz/ui/dom.js";
import { cleaned, withLists } from "./clean-text.js";
import { blocks } from "./prose.js";
import { filled, kindOf, resolved } from "./schema.js";

/** @type {Readonly<Record<string, "strong" | "em" | "u">>} */
const INLINE_TAGS = { strong: "strong", emphasis: "em", link: "u" };

/**
 * Returns what a reader would see of an entry.
 *
 * @param {Entry} entry
 * @param {string} kind
 * @param {FormData} data
 */
export function preview(entry, kind, data) {
  const { schema, titleField } = data.kinds[kind];
  const written = /** @type {Entry} */ (filled(entry) ?? {});
  const fields = Object.entries(schema.properties ?? {}).filter(([name]) => name !== titleField && name in written);
  return h("div", { class: "form-preview md-typeset" },
    h("p", { class: "form-preview-title", dir: "auto" }, String(written[titleField] ?? "…")),
    ...fields.flatMap(([name, field]) => {
      const { title = name } = resolved(field, schema);
      return [h("p", { class: "form-preview-heading" }, data.headings[name] ?? title), ...valueElements(written[name], field, schema, data)];
    }));
}

/**
 * @param {Value} value
 * @param {Schema} schema
 * @param {Schema} root
 * @param {FormData} data
 * @returns {Node[]}
 */
function valueElements(value, schema, root, data) {
  const field = resolved(schema, root);
  if (typeof value === "string") {
    if (field["x-prose"]) return blocks(withLists(cleaned(value))).map(({ type, inlines }) => blockElement(type, inlines));
    return [h("p", { dir: "auto" }, titleOf(value, field, data))];
  }
  if (Array.isArray(value)) {
    return [h("ul", ...value.map((item) => h("li", ...valueElements(item, field.items ?? {}, root, data))))];
  }
  const { additionalProperties } = field;
  const mapSchema = kindOf(field) === "map" && typeof additionalProperties === "object" ? additionalProperties : null;
  const titles = data.titles[field["x-keys-ref"] ?? ""] ?? {};
  return [
    h("dl", ...Object.entries(value).flatMap(([name, member]) => {
      const memberSchema = mapSchema ?? field.properties?.[name] ?? {};
      const label = titles[name] ?? memberSchema.title ?? name;
      return [h("dt", label), h("dd", ...valueElements(member, memberSchema, root, data))];
    })),
  ];
}

/**
 * Returns the title of the entry that a value refers to, or the value itself.
 *
 * @param {string} value
 * @param {Schema} schema
 * @param {FormData} data
 */
function titleOf(value, schema, data) {
  return data.titles[schema["x-ref"] ?? ""]?.[value] ?? value;
}

/**
 * @param {"paragraph" | "item" | "quote"} type
 * @param {readonly Inline[]} inlines
 */
function blockElement(type, inlines) {
  const parts = inlines.map((inline) => (inline.type === "text" ? inline.text : h(INLINE_TAGS[inline.type], inline.text)));
  if (type === "paragraph") return h("p", { dir: "auto" }, ...parts);
  return type === "quote" ? h("blockquote", h("p", ...parts)) : h("ul", h("li", { dir: "auto" }, ...parts));
}
