/**
 * The Markdown that texts may hold, as the generator's prose.py knows it: what can't stay, and what the rest means.
 *
 * @module
 */

/** @typedef {{code: string, fragment: string}} ProseFault */
/** @typedef {{type: "text" | "emphasis" | "strong" | "link", text: string, target?: string}} Inline */
/** @typedef {{type: "paragraph" | "item" | "quote", inlines: Inline[]}} Block */

const LINK = /\[([^[\]\n]*)\]\(([^()\s]*)\)/g;
const IMAGE = /!\[[^\]\n]*\](?:\([^)\n]*\))?/;
const REFERENCE = /^([a-z]+):[a-z0-9-]+$/;
const ADDRESS =
  /^(?:https:\/\/[A-Za-z0-9.-]+(?::\d+)?(?:\/[A-Za-z0-9._~!$&'*+,;=:@%/?#-]*)?|mailto:[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+)$/;

/** @type {readonly (readonly [string, RegExp])[]} */
const FAULTS = [
  ["html", /<[A-Za-z/!?][^\n>]*>?/],
  ["image", IMAGE],
  ["heading", /^ {0,3}#{1,6} .*$/m],
  ["heading", /\S\n {0,3}(?:=+|-+) *$/m],
  ["code", /^ {0,3}(?:```|~~~).*$/m],
  ["character_reference", /&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]+);/],
];

/**
 * Returns what can't stay in a text.
 *
 * @param {string} text
 * @param {readonly string[] | null} kinds     what its links may lead to besides addresses; null where it may hold none
 * @returns {ProseFault[]}
 */
export function proseFaults(text, kinds) {
  const found = FAULTS.flatMap(([code, pattern]) => {
    const match = pattern.exec(text);
    return match ? [{ code, fragment: match[0].trim() }] : [];
  });
  const withoutImages = text.replace(new RegExp(IMAGE, "g"), " ");
  const links = [...withoutImages.matchAll(LINK)];
  if (!kinds) return links.length > 0 ? [...found, { code: "link_in_line", fragment: links[0][0] }] : found;
  const unsafe = links.filter(([, , target]) => !kinds.includes(REFERENCE.exec(target)?.[1] ?? "") && !ADDRESS.test(target));
  const rest = withoutImages.replace(LINK, " ");
  const broken = /\]\s?[([:][^\s)]*\)?/.exec(rest);
  return [
    ...found,
    ...unsafe.map(([fragment]) => ({ code: "link", fragment })),
    ...(broken ? [{ code: "link", fragment: broken[0] }] : []),
  ];
}

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
      const type = sign === undefined ? "paragraph" : sign.startsWith(">") ? "quote" : "item";
      return { type, inlines: inlines(rest.replace(/\n>? ?/g, " ")) };
    });
}

/**
 * @param {string} text
 * @returns {Inline[]}
 */
function inlines(text) {
  /** @type {Inline[]} */
  const made = [];
  let end = 0;
  for (const match of text.matchAll(/\[([^[\]]*)\]\(([^()\s]*)\)|\*\*([^*]+)\*\*|\*([^*\s][^*]*)\*/g)) {
    made.push({ type: "text", text: text.slice(end, match.index) });
    const [, words, target, strong, emphasis] = match;
    if (target !== undefined) made.push({ type: "link", text: words || target, target });
    else made.push({ type: strong ? "strong" : "emphasis", text: strong ?? emphasis });
    end = match.index + match[0].length;
  }
  return [...made, { type: "text", text: text.slice(end) }];
}
