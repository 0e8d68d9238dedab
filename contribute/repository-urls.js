/**
 * Addresses at the code host. Only some hosts take the text of a new file from an address.
 *
 * @module
 */

/** @import { FormData } from "./types.js" */

/** @typedef {NonNullable<FormData["repository"]>} Repository */

/** What browsers, hosts and what lies between them all pass on, in characters. */
export const MAX_URL_LENGTH = 6000;

/**
 * Returns where a new file can be proposed with its text filled in; null where the host is not known to offer this, or
 * where the address would be too long.
 *
 * @param {Repository} repository
 * @param {string} path       of the file
 * @param {string} text
 */
export function newFileUrl(repository, path, text) {
  if (!repository.new.startsWith("new/")) return null;
  const [, folder, name] = /^(.*)\/([^/]+)$/.exec(path) ?? ["", "", path];
  const query = `filename=${encodeURIComponent(name)}&value=${encodeURIComponent(text)}`;
  const url = `${newFolderUrl(repository, folder)}?${query}`;
  return url.length > MAX_URL_LENGTH ? null : url;
}

/**
 * Returns where a file can be added by hand.
 *
 * @param {Repository} repository
 * @param {string} folder
 */
export function newFolderUrl(repository, folder) {
  return `${baseUrl(repository)}/${repository.new}/${folder}`;
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

/** @param {Repository} repository */
const baseUrl = ({ url }) => url.replace(/\/+$/, "");
