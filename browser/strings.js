/**
 * The quiz's texts, numbers and dates in the language of its model.
 *
 * @module
 */

/** @import { QuizModel } from "../quiz/engine/types.js" */

/** @typedef {Readonly<Record<string, string | number>>} Blanks   blank's name -> what fills it */

export class Strings {
  /** @param {Pick<QuizModel, "strings" | "language">} model */
  constructor({ strings, language }) {
    const pluralRules = new Intl.PluralRules(language);
    const wholeNumber = new Intl.NumberFormat(language);

    /**
     * Returns the text of a key with its blanks filled; the key itself where there is no such text.
     *
     * @param {string} key
     * @param {Blanks} [blanks]
     */
    this.t = (key, blanks = {}) => fillBlanks(strings[key] ?? key, (name) => blanks[name]);

    /**
     * Returns the text for a number of things: the key has an ending for each plural form of the language.
     *
     * @param {string} key
     * @param {number} count
     * @param {Blanks} [blanks]
     */
    this.count = (key, count, blanks) => {
      const pluralKey = `${key}_${pluralRules.select(count)}`;
      return this.t(pluralKey in strings ? pluralKey : `${key}_other`, { count: wholeNumber.format(count), ...blanks });
    };

    this.formatDate = new Intl.DateTimeFormat(language, { dateStyle: "long" }).format;
  }
}

/**
 * Returns a text split at its {blanks}: plain text at even indexes, names of blanks at odd ones.
 *
 * @param {string} text
 */
export function splitBlanks(text) {
  return text.split(/\{([^{}]+)\}/);
}

/**
 * Returns a text with its {blanks} filled; a blank without a value is left as it is.
 *
 * @param {string} text
 * @param {(name: string) => string | number | undefined} valueOf
 */
export function fillBlanks(text, valueOf) {
  const segments = splitBlanks(text).map((segment, index) => {
    const isBlank = index % 2 === 1;
    return isBlank ? (valueOf(segment) ?? `{${segment}}`) : segment;
  });
  return segments.join("");
}
