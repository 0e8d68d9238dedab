/**
 * The files of a proposal, and the ways in which they can reach those who keep the guide. Nothing is sent from here.
 *
 * @module
 */

/** @import { File, Form } from "./form.js" */
/** @import { FormDiagnostic } from "./messages.js" */

import { copyButton, downloadFile } from "../quiz/ui/device.js";
import { button, h } from "../quiz/ui/dom.js";
import { editUrl, mailUrl, newFileUrl, proposalUrl, takesText } from "./repository-urls.js";

/** @typedef {readonly File[]} Files */

// Where a detail is open, the mail asks for it: an entry has no field for it.
const LESS_SURE = "medium";

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
  textarea.value = proposalText(files);
  return [
    ...(isUntouched ? [h("p", form.t("nothing_yet"))] : [...unready(form, diagnostics), ...instructions(form, files, textarea)]),
    h("details", h("summary", form.t("file")),
      h("p", form.t(files.some(({ isList }) => isList) ? "list_lead" : "file_lead")),
      textarea),
  ];
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
export function proposalText(files) {
  const [first] = files;
  if (files.length === 1 && !first.isList) return first.text;
  return files.map(({ path, text }) => `# File: ${path}\n${text}`).join("\n");
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
  const url = isHost && files.length === 1 && file.isNew && !file.isList ? newFileUrl(repository, file.path, file.text) : null;
  const byMail = sendTo ? mailInstructions(form, sendTo, files) : [];
  const byIssue = [...(isHost ? issueInstructions(form, files) : []), ...byMail];
  if (url) {
    const more = h("details", h("summary", form.t("other_ways")), ...byIssue, tools);
    return [steps(form, "steps_new", { name: file.path }), hostLink(form.t("propose"), url), more];
  }
  if (files.every(({ isNew }) => isNew) && isHost) return [...byIssue, tools];
  const editing = files.map(({ path, isNew }) => hostLink(form.t("open_file"), isNew ? editUrl(repository, folderOf(path)) : editUrl(repository, path)));
  const otherWays = byIssue.length > 0 ? [h("details", h("summary", form.t("other_ways")), ...byIssue)] : [];
  return [steps(form, "steps_change", { name: file.path }), tools, ...editing, ...otherWays];
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
  const text = files.map((file) => `# File: ${file.path}\n${file.text}`).join("\n");
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
  const note = form.textAt(["confidence"]) === LESS_SURE ? `${form.t("open_detail")}\n\n` : "";
  const { url, isWhole } = mailUrl(address, files.at(-1)?.title ?? "", proposalText(files), note);
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
    form.sendingStatus.textContent = form.t(isCopied ? "copied" : "copy_by_hand");
  };
  const openField = () => {
    textarea.closest("details")?.setAttribute("open", "");
    return textarea;
  };
  return copyButton(form.t("copy"), () => proposalText(form.files), openField, announce);
}

/** @param {Form} form */
function saveFileButton(form) {
  return button(form.t("download"), () => {
    const { files } = form;
    const name = downloadName(files[files.length - 1]);
    downloadFile(name, "application/yaml", proposalText(files));
    form.sendingStatus.textContent = form.t("saved", { name });
  });
}

/**
 * Returns what a saved file is called. What is put into a file of many bears its own name, so that the next one has another.
 *
 * @param {File} file
 */
export function downloadName({ kind, id, path, isList }) {
  return isList ? `${kind}-${id || "new"}.yml` : (path.split("/").at(-1) ?? path);
}
