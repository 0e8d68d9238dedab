/**
 * The quiz's words, numbers and dates in the language of its model.
 *
 * @module
 */

/** @import { QuizModel } from "../engine/types.js" */

/** @typedef {Readonly<Record<string, string | number>>} Blanks */
/** @typedef {ReturnType<typeof wordsOf>} Words */

const MINUTES_OF_HOUR = 60;
const MINUTES_OF_WORKING_DAY = 480;

/** @param {Pick<QuizModel, "strings" | "language">} model */
export function wordsOf({ strings, language }) {
  const plural = new Intl.PluralRules(language);
  const whole = new Intl.NumberFormat(language);
  const signed = new Intl.NumberFormat(language, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: "exceptZero",
  });
  const items = new Intl.ListFormat(language, { type: "unit", style: "short" });
  const days = new Intl.DateTimeFormat(language, { dateStyle: "long" });

  /**
   * @param {string} key
   * @param {Blanks} [blanks]
   */
  const t = (key, blanks = {}) =>
    fill(strings[key] ?? key, (name) => (Object.hasOwn(blanks, name) ? String(blanks[name]) : undefined));

  return {
    t,

    /**
     * Returns the text for a number of things: the key has an ending for each plural form of the language.
     *
     * @param {string} key
     * @param {number} count
     * @param {Blanks} [blanks]
     */
    count(key, count, blanks) {
      const own = `${key}_${plural.select(count)}`;
      return t(own in strings ? own : `${key}_other`, { count: whole.format(count), ...blanks });
    },

    /** @param {number} decibans */
    signed: (decibans) => signed.format(decibans),

    /** @param {readonly string[]} texts */
    list: (texts) => items.format(texts),

    /** @param {Date} date */
    date: (date) => days.format(date),

    /** @param {number} minutes */
    duration(minutes) {
      const [amount, unit] =
        minutes < 2 * MINUTES_OF_HOUR && minutes !== MINUTES_OF_HOUR
          ? [minutes, "minute"]
          : minutes <= 2 * MINUTES_OF_WORKING_DAY
            ? [minutes / MINUTES_OF_HOUR, "hour"]
            : [minutes / MINUTES_OF_WORKING_DAY, "day"];
      const format = { style: "unit", unit, unitDisplay: "long", maximumFractionDigits: amount < 10 ? 1 : 0 };
      return new Intl.NumberFormat(language, /** @type {Intl.NumberFormatOptions} */ (format)).format(amount);
    },
  };
}

/**
 * Returns a text with its {blanks} filled; a blank for which there is nothing stays as it stands.
 *
 * @param {string} text
 * @param {(name: string) => string | undefined} valueOf
 */
export function fill(text, valueOf) {
  return text.replace(/\{([^{}]+)\}/g, (blank, name) => valueOf(name) ?? blank);
}

/**
 * Returns the names of a text's blanks, each once.
 *
 * @param {string} text
 */
export function blanksOf(text) {
  return [...new Set(Array.from(text.matchAll(/\{([^{}]+)\}/g), ([, name]) => name))];
}
