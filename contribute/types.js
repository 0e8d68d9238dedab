/**
 * The types of what the form works on. The data comes from form.json, which the generator derives from content and model.
 *
 * @module
 */

/**
 * A JSON Schema, as far as the form reads it.
 *
 * @typedef {object} Schema
 * @property {string} [$ref]
 * @property {Record<string, Schema>} [$defs]
 * @property {string} [type]
 * @property {string} [title]
 * @property {string} [description]
 * @property {Record<string, Schema>} [properties]
 * @property {readonly string[]} [required]
 * @property {Schema} [items]
 * @property {readonly Schema[]} [anyOf]
 * @property {Schema | boolean} [additionalProperties]
 * @property {readonly string[]} [enum]
 * @property {string} [format]
 * @property {string} [pattern]
 * @property {number} [maxLength]
 * @property {number} [minimum]
 * @property {number} [maximum]
 * @property {boolean} [x-prose]
 * @property {boolean} [x-multiline]
 * @property {string} [x-ref]
 * @property {string} [x-keys-ref]
 */

/** @typedef {string | Value[] | {[name: string]: Value}} Value */
/** @typedef {{[name: string]: Value}} Entry */
/** @typedef {readonly (string | number)[]} Path */

/**
 * @typedef {object} Kind
 * @property {string} label         such as "a cause"
 * @property {string} about         what it is, in a sentence
 * @property {string} path          the folder of its files, or the file that holds them all
 * @property {string} plural
 * @property {Schema} schema
 */

/**
 * @typedef {object} FormData
 * @property {string} language
 * @property {Record<string, string>} words
 * @property {Record<string, string>} headings    by field, as on the pages
 * @property {Record<string, Kind>} kinds
 * @property {readonly string[]} links     kinds that links in texts may lead to
 * @property {Record<string, Record<string, string>>} titles      by kind in the plural and id
 * @property {Record<string, Record<string, string>>} answers     texts of answers, by question and id
 * @property {readonly string[]} pickOne        questions that take one answer
 * @property {Record<string, number>} shares    what the words for shares stand for
 * @property {Record<string, string>} avoid     phrases, and what to write instead
 * @property {number | null} sentenceWords
 * @property {{url: string, edit: string, new: string} | null} repository
 */

/**
 * Something wrong with an entry.
 *
 * @typedef {object} Fault
 * @property {Path} path            of the field
 * @property {string} code          key of the message
 * @property {Record<string, string | number>} [blanks]     what fills the blanks of the message
 * @property {boolean} [isAdvice]   whether it is only a warning
 */

export {};
