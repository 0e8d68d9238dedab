/**
 * The types of what the form works on. The data comes from form.json, which the generator derives from content and model.
 *
 * @module
 */

/** @import { SiteSearch } from "./site-search.js" */

/**
 * A JSON Schema, as far as the form reads it.
 *
 * @typedef {object} Schema
 * @property {string} [$ref]
 * @property {Record<string, Schema>} [$defs]
 * @property {string | readonly string[]} [type]
 * @property {string} [title]
 * @property {string} [description]
 * @property {Record<string, Schema>} [properties]
 * @property {readonly string[]} [required]
 * @property {Schema} [items]
 * @property {readonly Schema[]} [anyOf]
 * @property {Schema | boolean} [additionalProperties]
 * @property {readonly string[]} [enum]
 * @property {string} [format]
 * @property {Schema} [propertyNames]
 * @property {string} [pattern]
 * @property {number} [maxLength]
 * @property {number} [minimum]
 * @property {number} [maximum]
 * @property {boolean} [x-prose]
 * @property {string} [x-genre]     what its texts are, such as `summary`
 * @property {boolean} [x-multiline]
 * @property {boolean} [x-asked]      whether to ask for it although it may be left out
 * @property {boolean} [x-upkeep]     whether it is left to those who look after the guide
 * @property {boolean} [x-person]     whether it is a name, of a person with the last name first
 * @property {string} [x-start]       what it says in a new entry if it is needed and left empty
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
 * @property {string} titleField    the field that an entry is called by
 * @property {string} voice         who speaks in it, such as `witness`
 * @property {readonly string[]} idFields   the fields that its id is made from
 * @property {Schema} schema
 */

/**
 * @typedef {object} FormData
 * @property {string} language
 * @property {Record<string, string>} words
 * @property {Record<string, string>} headings    by field, as on the pages
 * @property {Record<string, string | Record<string, string>>} addresses     by kind, from the page of the form: of all its entries, with {id} for the id, or of each by its id
 * @property {Record<string, {address: string, title: string}>} hubs     the page that lists all entries of a kind, by kind
 * @property {Record<string, number>} openings    how many letters of a text a page shows before it folds the rest, by field
 * @property {Record<string, Kind>} kinds
 * @property {Record<string, Record<string, string>>} titles      by kind in the plural and id
 * @property {Record<string, Record<string, string>>} answers     texts of answers, by question and id
 * @property {Record<string, Record<string, string>>} alsoSaid     how else people put answers, by question and id
 * @property {readonly string[]} pickOne        questions that take one answer
 * @property {Record<string, Record<string, readonly string[]>>} askIf     after which answers a question is asked, by its id
 * @property {Record<string, Record<"applies_if" | "not_if", Record<string, readonly string[]>>>} conditions     of causes
 * @property {Record<string, number>} shares    what the words for shares stand for
 * @property {Rules} rules
 * @property {{url: string, edit: string, new: string} | null} repository
 * @property {string} sendTo        an address to which people can write, or ""
 * @property {Record<string, Record<string, string>>} regions      the region of each entry that has one, by kind and id
 * @property {readonly string[]} openLists     lists of words that a contribution may add to
 * @property {Record<string, readonly string[]>} linkTargets   ids of what texts can link to besides the entries of `kinds`
 * @property {readonly string[]} linkable     kinds to whose entries a text can link
 * @property {Record<string, Record<string, string>>} alsoCalled   what else people call entries, by kind and id
 * @property {SiteSearch} [siteSearch]     comes after the rest
 */

/**
 * Something wrong with an entry. The guide has words for its code, or `text` says it; `blanks` fill either.
 *
 * @typedef {object} Diagnostic
 * @property {Path} path
 * @property {string} code
 * @property {Record<string, string | number>} [blanks]
 * @property {boolean} [isAdvice]
 * @property {boolean} [isWhole]    whether it is about all texts of the entry together
 * @property {string} [text]
 * @property {string} [variant]     the code of other words for it, where the rule's own don't fit
 */

/**
 * A rule of the guide; those with a pattern are complete in themselves. See the generator's `rule.py`.
 *
 * @typedef {object} Rule
 * @property {string} code
 * @property {string} message
 * @property {string} hint
 * @property {boolean} isAdvice
 * @property {string} [pattern]
 * @property {string} [flags]
 * @property {readonly string[]} [texts]     which are looked at: "line", "prose"
 * @property {Scope} [where]                 which of these are looked at
 * @property {boolean} [isPlain]             whether only texts of several words, without the targets of their links
 * @property {string} [unless]               a field that exempts an entry
 */

/**
 * Which texts a rule looks at; what is not said includes all. See the generator's `scope.py`.
 *
 * @typedef {object} Scope
 * @property {readonly string[]} [genres]     what the texts are: `x-genre` of their fields
 * @property {readonly string[]} [voices]     who speaks in entries of their kind
 * @property {readonly string[]} [kinds]
 */

/**
 * What entries are checked against.
 *
 * @typedef {object} Rules
 * @property {readonly Rule[]} all
 * @property {Style} style
 * @property {Scope} read           the texts that are read as sentences
 * @property {string} personTitle   what is before the name of a person, such as Ms
 * @property {number} tolerance     by how much shares that should add up to one may miss it
 * @property {number} leastWords    a shorter text tells too little about how hard it is to read
 */

/**
 * The measures that guide.yml sets under `style`.
 *
 * @typedef {object} Style
 * @property {number | null} [sentence_words]
 * @property {number | null} [reading_ease]
 * @property {Record<string, readonly [number, number]>} page_words     the least and the most, by kind
 * @property {Record<string, number>} summary_sentences                 the most, by kind
 * @property {Record<string, number>} review_months                      after how many a review is old, by kind
 */

export {};
