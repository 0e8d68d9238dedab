/**
 * Where the pages of entries are.
 *
 * @module
 */

/** @import { FormData } from "./types.js" */

/**
 * Returns the address, from the form, at which an entry can be read. Of those that share a page, a browser finds the title there.
 *
 * @param {Pick<FormData, "addresses" | "kinds" | "titles">} data
 * @param {string} kind
 * @param {string} id
 */
export function pageAddress({ addresses, kinds, titles }, kind, id) {
  const address = addresses[kind] ?? "";
  if (typeof address !== "string") return address[id] ?? "";
  const title = titles[kinds[kind].plural]?.[id] ?? "";
  return address.includes("{id}") ? address.replace("{id}", id) : `${address}#:~:text=${encodeURIComponent(title).replaceAll("-", "%2D")}`;
}
