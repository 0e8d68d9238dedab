/**
 * The ways in which a proposal can reach those who look after the guide. Nothing is sent from here.
 *
 * @module
 */

/** @import { File } from "./entry-file.js" */
/** @import { Proposal } from "./sent-text.js" */
/** @import { Repository } from "./repository-urls.js" */
/** @import { FormData } from "./types.js" */
/** @import { Child } from "../browser/dom.js" */

import { copyButton, downloadFile } from "../browser/copy-and-save.js";
import { button, h } from "../browser/dom.js";
import { fillBlanks } from "../browser/strings.js";
import { editUrl, mailUrl, newFileUrl, proposalUrl, takesText } from "./repository-urls.js";
import { fileTextWithNote, sentText, sentWords } from "./sent-text.js";

/** @typedef {readonly File[]} Files */

/** Whether the guide says where to send a proposal. @param {Pick<FormData, "repository" | "sendTo">} data */
export function isSendable({ repository, sendTo }) {
  return repository !== null || sendTo !== "";
}

/** Returns what sending will need, to be said before anything is written; an empty text where there is nothing to say. @param {FormData} data */
export function sendingNeeds({ repository, sendTo, words }) {
  if (!isSendable({ repository, sendTo })) return "";
  const blanks = /** @type {Record<string, string>} */ ({ host: repository ? hostOf(repository) : "", address: sendTo });
  return fillBlanks(words[needsKey(repository, sendTo)], (name) => blanks[name]);
}

/** @param {FormData["repository"]} repository @param {string} sendTo */
function needsKey(repository, sendTo) {
  if (!sendTo) return "needs_account";
  return repository ? "needs_mail_or_account" : "needs_mail";
}

/**
 * Returns the ways to send the files, the easiest first. They don't depend on the note, so that none moves while somebody writes it.
 * Copying and saving take the current text, which can be newer than the text on the page.
 *
 * @param {Proposal} proposal
 * @param {HTMLTextAreaElement} textarea
 * @returns {HTMLElement[]}
 */
export function sendingSection(proposal, textarea) {
  const { files, data: { repository, sendTo } } = proposal;
  const buttons = h("div",
    h("div", { class: "quiz-buttons" }, copyTextButton(proposal, textarea), saveFileButton(proposal)), proposal.sendingStatus);
  const ways = [
    ...(sendTo ? mailWay(proposal, sendTo, files) : []),
    ...(repository && takesText(repository) ? issueWay(proposal, repository, files) : []),
    ...(repository ? fileWay(proposal, repository, files, textarea) : []),
  ];
  // Whoever has to copy the text first finds the button before the link.
  const firstLink = ways.findIndex((element) => element.querySelector(":scope > .form-out"));
  const place = firstLink < 0 ? ways.length : firstLink;
  return [
    ...(proposal.kind === "case" ? [h("p", { class: "form-notice" }, proposal.t("recognised"))] : []),
    ...(isSendable(proposal.data) ? [] : [h("p", proposal.t("send_unknown"))]),
    ...ways.slice(0, place), buttons, ...ways.slice(place),
  ];
}

/**
 * @param {Proposal} proposal
 * @param {string} address
 * @param {Files} files
 */
function mailWay(proposal, address, files) {
  // A note alone is no reason to leave the mail without its text.
  const words = proposal.changes.length > 0 ? sentWords(proposal) : "";
  const { url } = mailUrl(address, titleOf(files), sentText(proposal), words);
  return [
    h("h4", proposal.t("way_mail")),
    h("p", proposal.t("send_mail", { address })), outLink(proposal, proposal.t("write_mail"), url),
  ];
}

/**
 * Returns how to send the files as an issue, from which the code host makes a proposal.
 *
 * @param {Proposal} proposal
 * @param {Repository} repository
 * @param {Files} files
 */
function issueWay(proposal, repository, files) {
  const { url } = proposalUrl(repository, titleOf(files), sentText(proposal));
  return [
    h("h4", proposal.t("way_issue", { host: hostOf(repository) })),
    steps(proposal, repository, "steps_issue"), outLink(proposal, proposal.t("open_issue"), url),
  ];
}

/**
 * Returns how to put the files in their places at the code host, folded where there is an easier way.
 *
 * @param {Proposal} proposal
 * @param {Repository} repository
 * @param {Files} files
 * @param {HTMLTextAreaElement} textarea
 * @returns {HTMLElement[]}
 */
function fileWay(proposal, repository, files, textarea) {
  const isHard = files.length > 1 || files[0].isList;
  if (!takesText(repository)) return handWay(proposal, repository, files);
  // Several files at once, and a part of a larger file, are put in their places more easily by a program.
  if (isHard) return [];
  const summary = h("summary", proposal.t("way_file", { host: hostOf(repository) }));
  return [h("details", { class: "form-way" }, summary, ...oneFile(proposal, repository, files[0], textarea))];
}

/**
 * @param {Proposal} proposal
 * @param {Repository} repository
 * @param {File} file
 * @param {HTMLTextAreaElement} textarea
 * @returns {Child[]}
 */
function oneFile(proposal, repository, { path, isNew }, textarea) {
  const copy = h("p", copyFileButton(proposal, textarea));
  if (!isNew) return [steps(proposal, repository, "steps_change", { name: path }), copy, outLink(proposal, proposal.t("open_file"), editUrl(repository, path))];
  const { url, isWhole } = newFileUrl(repository, path, fileTextWithNote(proposal));
  if (isWhole) return [steps(proposal, repository, "steps_new"), outLink(proposal, proposal.t("propose"), url)];
  return [steps(proposal, repository, "steps_long_new"), copy, outLink(proposal, proposal.t("propose"), url)];
}

/**
 * Returns how to put files in their places by hand, at a host that isn't known well enough for more.
 *
 * @param {Proposal} proposal
 * @param {Repository} repository
 * @param {Files} files
 */
function handWay(proposal, repository, files) {
  return [
    h("h4", proposal.t("way_hand", { host: hostOf(repository) })),
    steps(proposal, repository, "steps_hand"),
    ...files.map(({ path, isNew, isList }) =>
      outLink(proposal, proposal.t("open_at_host", { name: path }), editUrl(repository, isNew && !isList ? folderOf(path) : path))),
  ];
}

/**
 * Returns numbered steps, which a text holds one a line.
 *
 * @param {Proposal} proposal
 * @param {Repository} repository
 * @param {string} key
 * @param {Record<string, string>} [blanks]
 */
function steps(proposal, repository, key, blanks = {}) {
  const lines = /** @type {readonly string[]} */ (/** @type {unknown} */ (proposal.data.words[key]));
  const known = /** @type {Record<string, string>} */ ({ host: hostOf(repository), ...blanks });
  return h("ol", { class: "form-steps" }, ...lines.map((line) => h("li", fillBlanks(line, (name) => known[name]))));
}

/** @param {Files} files */
function titleOf(files) {
  return files.at(-1)?.title ?? "";
}

/** @param {Repository} repository */
function hostOf({ url }) {
  return new URL(url).host;
}

/** @param {string} path */
function folderOf(path) {
  return path.slice(0, path.lastIndexOf("/"));
}

/**
 * @param {Proposal} proposal
 * @param {string} label
 * @param {string} href
 */
function outLink(proposal, label, href) {
  const onclick = () => proposal.draft.passOn();
  return h("p", h("a", { class: "quiz-button quiz-main form-out", href, rel: "noopener", target: "_blank", onclick }, label));
}

/**
 * @param {Proposal} proposal
 * @param {HTMLTextAreaElement} textarea
 */
function copyTextButton(proposal, textarea) {
  return copyButtonOf(proposal, "copy", () => sentText(proposal), textarea, resultText(proposal, "copied"));
}

/**
 * @param {Proposal} proposal
 * @param {HTMLTextAreaElement} textarea
 */
function copyFileButton(proposal, textarea) {
  return copyButtonOf(proposal, "copy_file", () => fileTextWithNote(proposal), textarea, proposal.t("copied_file"));
}

/**
 * @param {Proposal} proposal
 * @param {string} label     its key
 * @param {() => string} textOf
 * @param {HTMLTextAreaElement} textarea
 * @param {string} copied     what is said then
 */
function copyButtonOf(proposal, label, textOf, textarea, copied) {
  const announce = (/** @type {boolean} */ isCopied) => {
    if (isCopied) proposal.draft.passOn();
    proposal.sendingStatus.textContent = isCopied ? copied : proposal.t("copy_by_hand");
  };
  const openField = () => {
    textarea.closest("details")?.setAttribute("open", "");
    textarea.value = textOf();
    return textarea;
  };
  return copyButton(proposal.t(label), textOf, openField, announce);
}

/** @param {Proposal} proposal */
function saveFileButton(proposal) {
  return button(proposal.t("download"), () => {
    const name = downloadName(proposal.files[proposal.files.length - 1]);
    downloadFile(name, "application/yaml", sentText(proposal));
    proposal.sendingStatus.textContent = resultText(proposal, "saved", { name });
  });
}

/** The messages after copying or saving, by the first way to send: what happened to the text, and what to do with it. */
const RESULTS = {
  copied: { mail: "copied_mail", issue: "copied_issue", hand: "copied_hand", none: "copied_only" },
  saved: { mail: "saved_mail", issue: "saved_issue", hand: "saved_hand", none: "saved_only" },
};

/**
 * @param {Proposal} proposal
 * @param {keyof typeof RESULTS} done
 * @param {Record<string, string>} [blanks]
 */
function resultText(proposal, done, blanks = {}) {
  const { repository, sendTo } = proposal.data;
  const host = repository ? hostOf(repository) : "";
  return proposal.t(RESULTS[done][firstWay(repository, sendTo)], { host, address: sendTo, ...blanks });
}

/** @param {FormData["repository"]} repository @param {string} sendTo */
function firstWay(repository, sendTo) {
  if (sendTo) return "mail";
  if (repository === null) return "none";
  return takesText(repository) ? "issue" : "hand";
}

/**
 * Returns what a saved file is called. An entry for a file of many is called by its own name, so that the next one has another.
 *
 * @param {File} file
 */
function downloadName({ kind, id, path, isList }) {
  return isList ? `${kind}-${id || "new"}.yml` : (path.split("/").at(-1) ?? path);
}
