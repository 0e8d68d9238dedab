/**
 * What a work is called where it is cited, such as "Abel and others, 2020", as `Source.citation` of the generator has it.
 *
 * @module
 */

/** @import { Entry } from "./types.js" */

import { listAt, textAt } from "./schema.js";

/** Returns the short citation of a source; an empty text as long as it has no author or no year. @param {Entry} source */
export function citationOf(source) {
  const names = listAt(source, ["authors"]).map((author) => String(author).split(" (")[0].split(",")[0].trim()).filter(Boolean);
  const year = textAt(source, ["year"]).trim();
  if (names.length === 0 || year === "") return "";
  const [first, second] = names;
  const cited = names.length > 2 ? `${first} and others` : [first, second].filter(Boolean).join(" and ");
  return `${cited}, ${year}`;
}
