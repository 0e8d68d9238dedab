/**
 * How an entry will read: its texts in the order of its fields, below the headings of the pages.
 *
 * @module
 */

/** @import { Entry, FormData, Schema, Value } from "./types.js" */
/** @import { Inline } from "./prose.js" */

import { h } from "../quiz/ui/dom.js";
import { blocks } from "./prose.js";
import { filled, kindOf, resolved } from "./schema.js";

// Words of the pages that say more than what a field is.
const UNHEADED = new Set(["reviewed", "actions", "stage", "control"]);
const TITLES = ["title", "claim", "text"];

/**
 * Returns what a reader would see of an entry.
 *
 * @param {Entry} entry
 * @param {Schema} schema
 * @param {FormData} data
 */
export function preview(entry, schema, data) {
  const written = /** @type {Entry} */ (filled(entry) ?? {});
  const title = TITLES.find((name) => typeof written[name] === "string");
  const rest = Object.entries(schema.properties ?? {}).filter(([name]) => name !== title && name in written);
  return h("div", { class: "form-preview md-typeset" },
    h("p", { class: "form-preview-title", dir: "auto" }, title ? String(written[title]) : "…"),
    ...rest.flatMap(([name, field]) => {
      const own = resolved(field, schema);
      const heading = UNHEADED.has(name) ? own.title : data.headings[name] ?? own.title;
      return [h("p", { class: "form-preview-heading" }, heading ?? name), ...shown(written[name], own, schema, data)];
    }));
}

/**
 * @param {Value} value
 * @param {Schema} schema
 * @param {Schema} root
 * @param {FormData} data
 * @returns {Node[]}
 */
function shown(value, schema, root, data) {
  const own = resolved(schema, root);
  if (typeof value === "string") {
    if (own["x-prose"]) return blocks(value).map(({ type, inlines }) => block(type, inlines));
    return [h("p", { dir: "auto" }, titleOf(value, own, data))];
  }
  if (Array.isArray(value)) {
    return [h("ul", ...value.map((item) => h("li", ...shown(item, own.items ?? {}, root, data))))];
  }
  const isMap = kindOf(own) === "map";
  const titles = data.titles[own["x-keys-ref"] ?? ""] ?? {};
  return [
    h("dl", ...Object.entries(value).flatMap(([name, each]) => {
      const inner = isMap && typeof own.additionalProperties === "object" ? own.additionalProperties : own.properties?.[name];
      const label = titles[name] ?? inner?.title ?? name;
      return [h("dt", label), h("dd", ...shown(each, inner ?? {}, root, data))];
    })),
  ];
}

/**
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
function block(type, inlines) {
  const parts = inlines.map(({ type: kind, text }) =>
    kind === "text" ? text : h(kind === "strong" ? "strong" : kind === "emphasis" ? "em" : "u", text),
  );
  if (type === "paragraph") return h("p", { dir: "auto" }, ...parts);
  return type === "quote" ? h("blockquote", h("p", ...parts)) : h("ul", h("li", { dir: "auto" }, ...parts));
}
