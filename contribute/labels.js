/**
 * What fields are called, by their paths.
 *
 * @module
 */

/** @import { Entry, FormData, Path, Schema } from "./types.js" */

import { kindOf, mapAt, schemaAt, textAt } from "./schema.js";
import { createTexts } from "./texts.js";
import { titlesFor } from "./titles.js";

// The form asks for these beside the fields of an entry. No field can have such a path.
export const ID_PATH = ["#id"];
export const NOTE_PATH = ["#note"];
export const DETAIL_PATH = ["#detail"];

/**
 * Returns what the field at a path is called, with what is around it: `The steps › Number 2 › What to do`.
 *
 * @param {Path} path
 * @param {{entry: Entry, schema: Schema, wholeData: FormData}} form
 */
export function labelOf(path, { entry, schema, wholeData }) {
  const t = createTexts(wholeData);
  if (path === ID_PATH) return t("file_name");
  if (path === NOTE_PATH) return t("note_short");
  if (path === DETAIL_PATH) return t("open_detail");
  return path.map((step, depth) => {
    const [outer, inner] = [path.slice(0, depth), path.slice(0, depth + 1)];
    const around = schemaAt(schema, outer);
    if (around.properties || typeof step === "number") return fieldTitle(schemaAt(schema, inner), inner, wholeData);
    const number = Object.keys(mapAt(entry, outer)).indexOf(step) + 1;
    if (kindOf(schemaAt(schema, inner)) === "list" && !around["x-keys-ref"]) return step;
    return titlesFor(wholeData, around["x-keys-ref"], outer)[step] || textAt(entry, [...inner, "text"]) || t("item", { number });
  }).join(" › ");
}

/**
 * Returns the title of a field, or the number of an item in a list.
 *
 * @param {Schema} schema
 * @param {Path} path
 * @param {FormData} data
 */
export function fieldTitle(schema, path, data) {
  const last = path.at(-1);
  const t = createTexts(data);
  return typeof last === "number" ? t("item", { number: last + 1 }) : (schema.title ?? String(last));
}
