/**
 * The files of a proposal, and the ways in which they can reach those who keep the guide. Nothing is sent from here.
 *
 * @module
 */

/** @import { File, Form } from "./form.js" */
/** @import { FormDiagnostic } from "./messages.js" */
/** @import { Repository } from "./repository-urls.js" */
/** @import { FormData } from "./types.js" */

import { copyButton, downloadFile } from "../quiz/ui/device.js";
import { button, h } from "../quiz/ui/dom.js";
import { cleaned } from "./clean-text.js";
import { editUrl, mailUrl, newFileUrl, proposalUrl, takesText } from "./repository-urls.js";

/** @typedef {readonly File[]} Files */

/**
 * Returns what can be done with a proposal, and its text; where nothing was written, that there is nothing to send.
 *
 * @param {Form} form
 * @param {readonly FormDiagnostic[]} diagnostics
 * @returns {HTMLElement[]}
 */
export function submissionSection(form, diagnostics) {
  const isUntouched = form.isUntouched;
  if (isUntouched && form.isNew) return [h("p", form.t("nothing_yet"))];
  const { files } = form;
  const textarea = h("textarea", {
    class: "form-text", readonly: true, rows: 12, dir: "auto", spellcheck: "false", "aria-label": form.t("file"),
  });
  textarea.value = sentText(form);
  return [
    ...(isUntouched ? [h("p", form.t("nothing_yet"))] : [...unready(form, diagnostics), ...instructions(form, files, textarea)]),
    h("details", h("summary", form.t("file")),
      h("p", form.t(files.some(({ isList }) => isList) ? "list_lead" : "file_lead")),
      textarea),
  ];
}

/** Whether the guide says where to send a proposal. @param {FormData} data */
export function isSendable({ repository, sendTo }) {
  return repository !== null || sendTo !== "";
}

/**
 * Returns what is left to correct: how much, and a link to the first of it.
 *
 * @param {Form} form
 * @param {readonly FormDiagnostic[]} diagnostics
 */
function unready(form, diagnostics) {
  const errors = diagnostics.filter(({ diagnostic }) => !diagnostic.isAdvice);
  if (errors.length === 0) return [];
  return [h("p", { class: "form-unready" }, form.t("unready", { count: errors.length }), " ", form.messages.link(errors[0]), ". ", form.t("unready_saved"))];
}

/**
 * Returns the text of all files; where there are several, or where one is a part of a larger file, each below its path.
 *
 * @param {Files} files
 */
function proposalText(files) {
  const [first] = files;
  if (files.length === 1 && !first.isList) return first.text;
  return files.map(({ path, text }) => `# File: ${path}\n${text}`).join("\n");
}

/**
 * Returns a word to those who look after the guide as a comment above what is sent. Its lines stand further in than those
 * that name files, for which nobody can then take them.
 *
 * @param {string} title     what stands above it
 * @param {string} note
 */
export function commentOf(title, note) {
  const lines = cleaned(note).trim().split("\n").map((line) => `#   ${line}`.trimEnd());
  return note.trim() ? `# ${title}:\n${lines.join("\n")}\n\n` : "";
}

/** Returns what is copied or saved: the text of all files, below the comment unless it is put into a file as it is. @param {Form} form */
function sentText(form) {
  const { data, files } = form;
  return (isPastedIntoFiles(data, files) ? "" : commentOfForm(form)) + proposalText(files);
}

/** @param {Form} form */
function commentOfForm(form) {
  return commentOf(form.t("note_label"), form.note);
}

/**
 * Whether people paste the text into files at the code host: where a file is there already, or an issue can't hold the text.
 *
 * @param {FormData} data
 * @param {Files} files
 */
function isPastedIntoFiles({ repository }, files) {
  return repository !== null && !(takesText(repository) && files.every(({ isNew }) => isNew));
}

/**
 * Returns how to submit the files: by the code host where one is known, by mail where there is an address, by hand
 * otherwise. What is copied or saved is the text of that moment, which may be newer than what is shown.
 *
 * @param {Form} form
 * @param {Files} files
 * @param {HTMLTextAreaElement} textarea
 * @returns {HTMLElement[]}
 */
function instructions(form, files, textarea) {
  const { repository, sendTo } = form.data;
  const buttons = h("div", { class: "quiz-buttons" }, copyFileButton(form, textarea), saveFileButton(form));
  const tools = h("div", buttons, form.sendingStatus);
  if (!repository) return [...mailInstructions(form, sendTo, files), tools];
  const [file] = files;
  const isHost = takesText(repository);
  // A comment has no place in the file itself, and goes with an issue.
  const url = isHost && form.note.trim() === "" && files.length === 1 && file.isNew && !file.isList ? newFileUrl(repository, file.path, file.text) : null;
  const byMail = sendTo ? mailInstructions(form, sendTo, files) : [];
  const byIssue = [...(isHost ? issueInstructions(form, files) : []), ...byMail];
  if (url) {
    const more = h("details", h("summary", form.t("other_ways")), ...byIssue, tools);
    return [steps(form, "steps_new", { name: file.path }), hostLink(form.t("propose"), url), more];
  }
  if (!isPastedIntoFiles(form.data, files)) return [...byIssue, tools];
  const editing = files.map(({ path, isNew }) => hostLink(form.t("open_file"), isNew ? editUrl(repository, folderOf(path)) : editUrl(repository, path)));
  const otherWays = byIssue.length > 0 ? [h("details", h("summary", form.t("other_ways")), ...byIssue)] : [];
  return [steps(form, "steps_change", { name: file.path }), ...noteApart(form, repository), tools, ...editing, ...otherWays];
}

/**
 * Returns where a word to those who look after the guide has to be written by hand, if there is one.
 *
 * @param {Form} form
 * @param {Repository} repository
 */
function noteApart(form, { url }) {
  return form.note.trim() === "" ? [] : [h("p", form.t("note_apart", { host: new URL(url).host }))];
}

/**
 * Returns how the files become an issue, out of which a proposal is made.
 *
 * @param {Form} form
 * @param {Files} files
 */
function issueInstructions(form, files) {
  const { repository } = form.data;
  if (!repository) return [];
  const text = commentOfForm(form) + files.map((file) => `# File: ${file.path}\n${file.text}`).join("\n");
  const title = files.at(-1)?.title ?? "";
  const { url, isWhole } = proposalUrl(repository, title, text);
  return [steps(form, isWhole ? "steps_issue" : "steps_long_issue"), hostLink(form.t("open_issue"), url)];
}

/**
 * @param {Form} form
 * @param {string} address
 * @param {Files} files
 */
function mailInstructions(form, address, files) {
  if (!address) return [h("p", form.t("send_unknown"))];
  const { url, isWhole } = mailUrl(address, files.at(-1)?.title ?? "", commentOfForm(form) + proposalText(files));
  return [h("p", form.t(isWhole ? "send_mail" : "send_long_mail", { address })), hostLink(form.t("write_mail"), url)];
}

/**
 * Returns numbered steps, which a text holds one a line.
 *
 * @param {Form} form
 * @param {string} key
 * @param {Record<string, string>} [blanks]
 */
function steps(form, key, blanks = {}) {
  const lines = /** @type {readonly string[]} */ (/** @type {unknown} */ (form.data.words[key]));
  const host = form.data.repository ? new URL(form.data.repository.url).host : "";
  return h("ol", { class: "form-steps" }, ...lines.map((line) => h("li", fillLine(line, { host, ...blanks }))));
}

/** @param {string} line @param {Record<string, string>} blanks */
function fillLine(line, blanks) {
  return line.replace(/\{(\w+)\}/g, (blank, name) => blanks[name] ?? blank);
}

/** @param {string} path */
function folderOf(path) {
  return path.slice(0, path.lastIndexOf("/"));
}

/**
 * @param {string} label
 * @param {string} href
 */
function hostLink(label, href) {
  return h("p", h("a", { class: "quiz-button quiz-main form-out", href, rel: "noopener", target: "_blank" }, label));
}

/**
 * @param {Form} form
 * @param {HTMLTextAreaElement} textarea
 */
function copyFileButton(form, textarea) {
  const announce = (/** @type {boolean} */ isCopied) => {
    const copied = isSendable(form.data) ? "copied" : "copied_only";
    form.sendingStatus.textContent = form.t(isCopied ? copied : "copy_by_hand");
  };
  const openField = () => {
    textarea.closest("details")?.setAttribute("open", "");
    return textarea;
  };
  return copyButton(form.t("copy"), () => sentText(form), openField, announce);
}

/** @param {Form} form */
function saveFileButton(form) {
  return button(form.t("download"), () => {
    const name = downloadName(form.files[form.files.length - 1]);
    downloadFile(name, "application/yaml", sentText(form));
    form.sendingStatus.textContent = form.t(isSendable(form.data) ? "saved" : "saved_only", { name });
  });
}

/**
 * Returns what a saved file is called. What is put into a file of many bears its own name, so that the next one has another.
 *
 * @param {File} file
 */
function downloadName({ kind, id, path, isList }) {
  return isList ? `${kind}-${id || "new"}.yml` : (path.split("/").at(-1) ?? path);
}
