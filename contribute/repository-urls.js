/**
 * Addresses at the code host. Only some hosts take the text of a new file from an address.
 *
 * @module
 */

/** @import { FormData } from "./types.js" */

/** @typedef {NonNullable<FormData["repository"]>} Repository */

/** What browsers, hosts and what lies between them all pass on, in characters. */
export const MAX_URL_LENGTH = 6000;
// What mail programs take from an address.
const MAX_MAIL_LENGTH = 1800;

/** Whether a host is known to take texts from an address. @param {Repository} repository */
export function takesText(repository) {
  return repository.new.startsWith("new/");
}

/**
 * Returns where a new file can be proposed at a host that takes texts from addresses, and whether the address holds its
 * whole text.
 *
 * @param {Repository} repository
 * @param {string} path       of the file
 * @param {string} text
 */
export function newFileUrl(repository, path, text) {
  const [, folder, name] = /^(.*)\/([^/]+)$/.exec(path) ?? ["", "", path];
  const start = `${baseUrl(repository)}/${repository.new}/${folder}?filename=${encodeURIComponent(name)}`;
  const url = `${start}&value=${encodeURIComponent(text)}`;
  return url.length > MAX_URL_LENGTH ? { url: start, isWhole: false } : { url, isWhole: true };
}

/**
 * Returns where a file can be edited.
 *
 * @param {Repository} repository
 * @param {string} path
 */
export function editUrl(repository, path) {
  return `${baseUrl(repository)}/${repository.edit}/${path}`;
}

/**
 * Returns where a proposal can be sent as an issue, and whether the address holds its whole text.
 *
 * @param {Repository} repository
 * @param {string} title
 * @param {string} text
 */
export function proposalUrl(repository, title, text) {
  const start = `${baseUrl(repository)}/issues/new?template=send-a-proposal.yml&title=${encodeURIComponent(title)}`;
  const url = `${start}&files=${encodeURIComponent(text)}`;
  return url.length > MAX_URL_LENGTH ? { url: start, isWhole: false } : { url, isWhole: true };
}

/**
 * Returns what opens a mail with a proposal, and whether the mail holds its whole text. One that doesn't holds the words, if they fit.
 *
 * @param {string} address
 * @param {string} title
 * @param {string} text
 * @param {string} [words]     what is first in the text
 */
export function mailUrl(address, title, text, words = "") {
  const urlWith = (/** @type {string} */ body) =>
    `mailto:${address}?subject=${encodeURIComponent(title)}${body && `&body=${encodeURIComponent(body.replaceAll("\n", "\r\n"))}`}`;
  const url = urlWith(text);
  if (url.length <= MAX_MAIL_LENGTH) return { url, isWhole: true, hasWords: true };
  const short = urlWith(words);
  const hasWords = words !== "" && short.length <= MAX_MAIL_LENGTH;
  return { url: hasWords ? short : urlWith(""), isWhole: false, hasWords };
}

/** @param {Repository} repository */
const baseUrl = ({ url }) => url.replace(/\/+$/, "");
