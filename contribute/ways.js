/**
 * The ways in which what was written can reach those who look after the guide. Nothing is sent from here.
 *
 * @module
 */

/** @import { File, Form } from "./form.js" */
/** @import { Repository } from "./repository-urls.js" */
/** @import { FormData } from "./types.js" */
/** @import { Child } from "../quiz/ui/dom.js" */

import { copyButton, downloadFile } from "../quiz/ui/device.js";
import { button, h } from "../quiz/ui/dom.js";
import { fillBlanks } from "../quiz/ui/strings.js";
import { editUrl, mailUrl, newFileUrl, proposalUrl, takesText } from "./repository-urls.js";
import { fileTextWithNote, sentText } from "./sent-text.js";

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
 * Returns the ways to send the files, the easiest first. They don't depend on the note, so that none moves while it is written.
 * What is copied or saved is the text of that moment, which may be newer than what is shown.
 *
 * @param {Form} form
 * @param {HTMLTextAreaElement} textarea
 * @returns {HTMLElement[]}
 */
export function sendingSection(form, textarea) {
  const { files, data: { repository, sendTo } } = form;
  const buttons = h("div", { class: "quiz-buttons" }, copyTextButton(form, textarea), saveFileButton(form));
  return [
    ...(form.kind === "case" ? [h("p", { class: "form-notice" }, form.t("recognised"))] : []),
    ...(isSendable(form.data) ? [] : [h("p", form.t("send_unknown"))]),
    ...(sendTo ? mailWay(form, sendTo, files) : []),
    ...(repository && takesText(repository) ? issueWay(form, repository, files) : []),
    ...(repository ? fileWay(form, repository, files, textarea) : []),
    h("div", buttons, form.sendingStatus),
  ];
}

/**
 * @param {Form} form
 * @param {string} address
 * @param {Files} files
 */
function mailWay(form, address, files) {
  const { url, isWhole } = mailUrl(address, titleOf(files), sentText(form));
  return [
    h("h4", form.t("way_mail")),
    h("p", form.t(isWhole ? "send_mail" : "send_long_mail", { address })), outLink(form.t("write_mail"), url),
  ];
}

/**
 * Returns how the files are sent as an issue, out of which a proposal is made.
 *
 * @param {Form} form
 * @param {Repository} repository
 * @param {Files} files
 */
function issueWay(form, repository, files) {
  const { url, isWhole } = proposalUrl(repository, titleOf(files), sentText(form));
  return [
    h("h4", form.t("way_issue", { host: hostOf(repository) })),
    steps(form, repository, isWhole ? "steps_issue" : "steps_long_issue"), outLink(form.t("open_issue"), url),
  ];
}

/**
 * Returns how to put the files in their places at the code host, folded where there is an easier way.
 *
 * @param {Form} form
 * @param {Repository} repository
 * @param {Files} files
 * @param {HTMLTextAreaElement} textarea
 * @returns {HTMLElement[]}
 */
function fileWay(form, repository, files, textarea) {
  const isHard = files.length > 1 || form.isList;
  if (!takesText(repository)) return handWay(form, repository, files);
  // Several files at once, and a part of a larger file, are put in their places more easily by a program.
  if (isHard) return [];
  const summary = h("summary", form.t("way_file", { host: hostOf(repository) }));
  return [h("details", { class: "form-way" }, summary, ...oneFile(form, repository, files[0], textarea))];
}

/**
 * @param {Form} form
 * @param {Repository} repository
 * @param {File} file
 * @param {HTMLTextAreaElement} textarea
 * @returns {Child[]}
 */
function oneFile(form, repository, { path, isNew }, textarea) {
  const copy = h("p", copyFileButton(form, textarea));
  if (!isNew) return [steps(form, repository, "steps_change", { name: path }), copy, outLink(form.t("open_file"), editUrl(repository, path))];
  const { url, isWhole } = newFileUrl(repository, path, fileTextWithNote(form));
  if (isWhole) return [steps(form, repository, "steps_new"), outLink(form.t("propose"), url)];
  return [steps(form, repository, "steps_long_new"), copy, outLink(form.t("propose"), url)];
}

/**
 * Returns how to put files in their places by hand, at a host of which no more is known.
 *
 * @param {Form} form
 * @param {Repository} repository
 * @param {Files} files
 */
function handWay(form, repository, files) {
  return [
    h("h4", form.t("way_hand", { host: hostOf(repository) })),
    steps(form, repository, "steps_hand"),
    ...files.map(({ path, isNew, isList }) =>
      outLink(form.t("open_at_host", { name: path }), editUrl(repository, isNew && !isList ? folderOf(path) : path))),
  ];
}

/**
 * Returns numbered steps, which a text holds one a line.
 *
 * @param {Form} form
 * @param {Repository} repository
 * @param {string} key
 * @param {Record<string, string>} [blanks]
 */
function steps(form, repository, key, blanks = {}) {
  const lines = /** @type {readonly string[]} */ (/** @type {unknown} */ (form.data.words[key]));
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
 * @param {string} label
 * @param {string} href
 */
function outLink(label, href) {
  return h("p", h("a", { class: "quiz-button quiz-main form-out", href, rel: "noopener", target: "_blank" }, label));
}

/**
 * @param {Form} form
 * @param {HTMLTextAreaElement} textarea
 */
function copyTextButton(form, textarea) {
  return copyButtonOf(form, "copy", () => sentText(form), textarea, resultText(form, "copied"));
}

/**
 * @param {Form} form
 * @param {HTMLTextAreaElement} textarea
 */
function copyFileButton(form, textarea) {
  return copyButtonOf(form, "copy_file", () => fileTextWithNote(form), textarea, form.t("copied_file"));
}

/**
 * @param {Form} form
 * @param {string} label     its key
 * @param {() => string} textOf
 * @param {HTMLTextAreaElement} textarea
 * @param {string} copied     what is said then
 */
function copyButtonOf(form, label, textOf, textarea, copied) {
  const announce = (/** @type {boolean} */ isCopied) => {
    form.sendingStatus.textContent = isCopied ? copied : form.t("copy_by_hand");
  };
  const openField = () => {
    textarea.closest("details")?.setAttribute("open", "");
    textarea.value = textOf();
    return textarea;
  };
  return copyButton(form.t(label), textOf, openField, announce);
}

/** @param {Form} form */
function saveFileButton(form) {
  return button(form.t("download"), () => {
    const name = downloadName(form.files[form.files.length - 1]);
    downloadFile(name, "application/yaml", sentText(form));
    form.sendingStatus.textContent = resultText(form, "saved", { name });
  });
}

/** What is said after copying or saving, by the first of the ways: what became of the text, and what to do with it. */
const RESULTS = {
  copied: { mail: "copied_mail", issue: "copied_issue", hand: "copied_hand", none: "copied_only" },
  saved: { mail: "saved_mail", issue: "saved_issue", hand: "saved_hand", none: "saved_only" },
};

/**
 * @param {Form} form
 * @param {keyof typeof RESULTS} done
 * @param {Record<string, string>} [blanks]
 */
function resultText(form, done, blanks = {}) {
  const { repository, sendTo } = form.data;
  const host = repository ? hostOf(repository) : "";
  return form.t(RESULTS[done][firstWay(repository, sendTo)], { host, address: sendTo, ...blanks });
}

/** @param {FormData["repository"]} repository @param {string} sendTo */
function firstWay(repository, sendTo) {
  if (sendTo) return "mail";
  if (repository === null) return "none";
  return takesText(repository) ? "issue" : "hand";
}

/**
 * Returns what a saved file is called. What is put into a file of many bears its own name, so that the next one has another.
 *
 * @param {File} file
 */
function downloadName({ kind, id, path, isList }) {
  return isList ? `${kind}-${id || "new"}.yml` : (path.split("/").at(-1) ?? path);
}
