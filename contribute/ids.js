/**
 * Ids made from titles in any script.
 *
 * @module
 */

export const LONGEST_ID = 60;
const WHOLE_WORDS = new RegExp(`^.{1,${LONGEST_ID}}(?!\\w)|^.{${LONGEST_ID}}`);

// Letters that are no Latin letter with an accent, as they are usually written in Latin letters.
const LATIN = new Map(Object.entries({
  ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ŋ: "ng",
  а: "a", б: "b", в: "v", г: "g", ґ: "g", д: "d", е: "e", є: "ie", ж: "zh", з: "z", и: "i", і: "i", к: "k", л: "l",
  м: "m", н: "n", о: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ф: "f", х: "kh", ц: "ts", ч: "ch", ш: "sh", щ: "shch",
  ъ: "", ы: "y", ь: "", э: "e", ю: "iu", я: "ia", ђ: "dj", ј: "j", љ: "lj", њ: "nj", ћ: "c", џ: "dz",
  α: "a", β: "v", γ: "g", δ: "d", ε: "e", ζ: "z", η: "i", θ: "th", ι: "i", κ: "k", λ: "l", μ: "m", ν: "n", ξ: "x", ο: "o",
  π: "p", ρ: "r", σ: "s", ς: "s", τ: "t", υ: "y", φ: "f", χ: "ch", ψ: "ps", ω: "o",
}));

/**
 * Returns the id that is nearest to a title, as `proper_id` of the generator does; for a title in a script that has no
 * such letters, a short name that is the same whenever the title is.
 *
 * @param {string} title
 * @param {string} [kind]     what the name begins with where the title has no such letters
 */
export function idFrom(title, kind = "entry") {
  const plain = title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const latin = Array.from(plain, (letter) => LATIN.get(letter) ?? letter).join("");
  const words = latin.replace(/['’]/g, "").match(/[a-z0-9]+/g) ?? [];
  const [id] = words.join("-").match(WHOLE_WORDS) ?? [];
  return id ?? (/[\p{L}\p{N}]/u.test(plain) ? `${kind}-${checksum(title.trim())}` : "");
}

/** Returns the name that an id was made from, as near as can be: each word with a capital. @param {string} id */
export function nameFrom(id) {
  return id.replace(/(?:^|-)([a-z0-9])/g, (_, letter, at) => `${at > 0 ? " " : ""}${letter.toUpperCase()}`);
}

/**
 * Returns an id that is not among those that are taken.
 *
 * @param {string} id
 * @param {readonly string[]} taken
 */
export function uniqueId(id, taken) {
  for (let number = 2, numbered = id; ; number += 1) {
    if (!taken.includes(numbered)) return numbered;
    numbered = `${id.slice(0, LONGEST_ID - 4)}-${number}`;
  }
}

/** @param {string} text */
function checksum(text) {
  // FNV-1a
  return Array.from(text).reduce((sum, letter) => Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 16777619) >>> 0, 2166136261).toString(16);
}
