/**
 * The unit in which evidence is weighed. One deciban is about the smallest difference in evidence that a person notices
 * (Good 1985, after Turing); ten multiply the odds by ten.
 *
 * @module
 */

export const DECIBANS = 10 / Math.LN10;
export const NOTICEABLE_DECIBANS = 1;
// By how much the odds of a cause may be below those of the first one for both to be level: a tenth.
export const LEVEL_DECIBANS = 10;
