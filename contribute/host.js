/**
 * Addresses at the code host. Only some hosts take the text of a new file from an address.
 *
 * @module
 */

/** @import { FormData } from "./types.js" */

// What browsers, hosts and what lies between them all pass on.
export const LONGEST_ADDRESS = 6000;

/**
 * Returns where a new file can be proposed with its text filled in; null where no host is known that can do this, or
 * where the address would be too long.
 *
 * @param {FormData["repository"]} repository
 * @param {string} path       of the file
 * @param {string} text
 */
export function newFileAddress(repository, path, text) {
  if (!repository?.new.startsWith("new/")) return null;
  const [, folder, name] = /^(.*)\/([^/]+)$/.exec(path) ?? ["", "", path];
  const query = `filename=${encodeURIComponent(name)}&value=${encodeURIComponent(text)}`;
  const address = `${root(repository)}/${repository.new}/${folder}?${query}`;
  return address.length > LONGEST_ADDRESS ? null : address;
}

/**
 * Returns where a file can be added by hand, or null where no repository is known.
 *
 * @param {FormData["repository"]} repository
 * @param {string} folder
 */
export function newFolderAddress(repository, folder) {
  return repository && `${root(repository)}/${repository.new}/${folder}`;
}

/**
 * Returns where a file can be edited, or null where no repository is known.
 *
 * @param {FormData["repository"]} repository
 * @param {string} path
 */
export function editAddress(repository, path) {
  return repository && `${root(repository)}/${repository.edit}/${path}`;
}

/** @param {{url: string}} repository */
const root = ({ url }) => url.replace(/\/+$/, "");
