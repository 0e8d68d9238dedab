/**
 * Numbers and lists that only later views show, in the language of their model.
 *
 * @module
 */

const MINUTES_PER_HOUR = 60;
const MINUTES_PER_WORKING_DAY = 480;
// The pages of the guide have the same limits (generator/pages/templates/_parts.md).
const LEAST_HOURS_MINUTES = 120;
const LEAST_DAYS_MINUTES = 1440;

/**
 * @param {string} language
 * @param {number} value
 */
export function formatSigned(language, value) {
  return new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: "exceptZero" }).format(value);
}

/**
 * @param {string} language
 * @param {readonly string[]} texts
 */
export function formatList(language, texts) {
  return new Intl.ListFormat(language, { type: "unit", style: "short" }).format(texts);
}

/**
 * @param {string} language
 * @param {number} minutes
 */
export function formatDuration(language, minutes) {
  const { amount, unit } = durationOf(minutes);
  return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long", maximumFractionDigits: 1 }).format(amount);
}

/**
 * Returns a time in minutes, hours or working days, whichever a person would say.
 *
 * @param {number} minutes
 * @returns {{amount: number, unit: "minute" | "hour" | "day"}}
 */
function durationOf(minutes) {
  if (minutes < LEAST_HOURS_MINUTES) return { amount: minutes, unit: "minute" };
  if (minutes < LEAST_DAYS_MINUTES) return { amount: minutes / MINUTES_PER_HOUR, unit: "hour" };
  return { amount: minutes / MINUTES_PER_WORKING_DAY, unit: "day" };
}
