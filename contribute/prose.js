/**
 * The Markdown that texts may hold, as the generator's markdown.py knows it, for a preview.
 *
 * @module
 */

/** @typedef {{type: "text" | "emphasis" | "strong" | "link", text: string, target?: string}} Inline */
/** @typedef {{type: "paragraph" | "item" | "quote", inlines: Inline[]}} Block */

/**
 * Returns a text as blocks of inline parts, to be shown.
 *
 * @param {string} text
 * @returns {Block[]}
 */
export function blocks(text) {
  return text
    .split(/\n\s*\n|\n(?=\s*(?:[-*>]|\d+[.)]) )/)
    .filter((part) => part.trim())
    .map((part) => {
      const [, sign, rest] = /^\s*((?:[-*>]|\d+[.)]) )?([\s\S]*)$/.exec(part) ?? ["", undefined, part];
      return { type: blockType(sign), inlines: inlines(rest.replace(/\n>? ?/g, " ")) };
    });
}

/**
 * @param {string | undefined} sign     what a part of a text begins with
 * @returns {Block["type"]}
 */
function blockType(sign) {
  if (sign === undefined) return "paragraph";
  return sign.startsWith(">") ? "quote" : "item";
}

/**
 * @param {string} text
 * @returns {Inline[]}
 */
function inlines(text) {
  /** @type {Inline[]} */
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(/\[([^[\]]*)\]\(([^()\s]*)\)|\*\*([^*]+)\*\*|\*([^*\s][^*]*)\*/g)) {
    parts.push({ type: "text", text: text.slice(end, match.index) });
    const [, words, target, strong, emphasis] = match;
    if (target !== undefined) parts.push({ type: "link", text: words || target, target });
    else parts.push({ type: strong ? "strong" : "emphasis", text: strong ?? emphasis });
    end = match.index + match[0].length;
  }
  return [...parts, { type: "text", text: text.slice(end) }];
}
