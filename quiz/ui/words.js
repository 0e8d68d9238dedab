/**
 * The quiz's words, numbers and dates in the language of its model.
 *
 * @module
 */

/** @import { QuizModel } from "../engine/types.js" */

/** @typedef {Readonly<Record<string, string | number>>} Blanks */

const MINUTES_OF_HOUR = 60;
const MINUTES_OF_WORKING_DAY = 480;

export class Words {
  /** @param {Pick<QuizModel, "strings" | "language">} model */
  constructor({ strings, language }) {
    const plural = new Intl.PluralRules(language);
    const whole = new Intl.NumberFormat(language);
    const items = new Intl.ListFormat(language, { type: "unit", style: "short" });

    /**
     * Returns the text of a key with its blanks filled.
     *
     * @param {string} key
     * @param {Blanks} [blanks]
     */
    this.t = (key, blanks = {}) =>
      fill(strings[key] ?? key, (name) => blanks[name]);

    /**
     * Returns the text for a number of things: the key has an ending for each plural form of the language.
     *
     * @param {string} key
     * @param {number} count
     * @param {Blanks} [blanks]
     */
    this.count = (key, count, blanks) => {
      const own = `${key}_${plural.select(count)}`;
      return this.t(own in strings ? own : `${key}_other`, { count: whole.format(count), ...blanks });
    };

    this.list = (/** @type {readonly string[]} */ texts) => items.format(texts);

    this.date = new Intl.DateTimeFormat(language, { dateStyle: "long" }).format;

    this.signed = new Intl.NumberFormat(language, {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
      signDisplay: "exceptZero",
    }).format;

    this.duration = (/** @type {number} */ minutes) => {
      const [amount, unit] =
        minutes < 2 * MINUTES_OF_HOUR
          ? [minutes, "minute"]
          : minutes <= 2 * MINUTES_OF_WORKING_DAY
            ? [minutes / MINUTES_OF_HOUR, "hour"]
            : [minutes / MINUTES_OF_WORKING_DAY, "day"];
      const format = { style: "unit", unit, unitDisplay: "long", maximumFractionDigits: 1 };
      return new Intl.NumberFormat(language, /** @type {Intl.NumberFormatOptions} */ (format)).format(amount);
    };
  }
}

/**
 * Returns a text in pieces: words and the names of its {blanks} by turns.
 *
 * @param {string} text
 */
export function pieces(text) {
  return text.split(/\{([^{}]+)\}/);
}

/**
 * Returns a text with its {blanks} filled; a blank for which there is nothing stays as it stands.
 *
 * @param {string} text
 * @param {(name: string) => string | number | undefined} valueOf
 */
export function fill(text, valueOf) {
  return pieces(text).map((piece, at) => (at % 2 ? (valueOf(piece) ?? `{${piece}}`) : piece)).join("");
}
