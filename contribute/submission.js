/**
 * The file of an entry, and the ways in which it can reach the guide's repository. Nothing is sent from here.
 *
 * @module
 */

/** @import { Form } from "./form.js" */

import { copyButton, downloadFile } from "../quiz/ui/device.js";
import { button, h } from "../quiz/ui/dom.js";
import { editUrl, newFileUrl, newFolderUrl } from "./repository-urls.js";

/** Returns the file's text and what can be done with it. @param {Form} form */
export function submissionSection(form) {
  const text = form.fileText();
  const textarea = h("textarea", {
    class: "form-text", readonly: true, rows: 12, dir: "auto", spellcheck: "false", "aria-label": form.t("file"),
  });
  textarea.value = text;
  const lead = form.isList ? "list_lead" : "file_lead";
  return [h("p", form.t(lead, { path: form.path })), textarea, h("h3", form.t("send")), ...instructions(form, text, textarea)];
}

/**
 * Returns how to submit the file: by the code host where it takes the text from an address, by hand otherwise. What is
 * copied or saved is the text of that moment, which may be newer than what is shown.
 *
 * @param {Form} form
 * @param {string} text
 * @param {HTMLTextAreaElement} textarea
 */
function instructions(form, text, textarea) {
  const { repository, kinds } = form.data;
  const tools = h("div", { class: "quiz-buttons" }, copyFileButton(form, textarea), saveFileButton(form));
  if (!repository) return [h("p", form.t("send_unknown")), tools];
  if (form.isList || !form.isNew) {
    const lead = form.t(form.isList ? "send_list" : "send_change");
    return [h("p", lead), tools, hostLink(form.t("open_file"), editUrl(repository, form.path))];
  }
  const url = newFileUrl(repository, form.path, text);
  if (url) return [h("p", form.t("send_new_lead")), hostLink(form.t("propose"), url), tools];
  const lead = form.t("send_long", { name: `${form.id || "x"}.yml` });
  return [h("p", lead), tools, hostLink(form.t("open_folder"), newFolderUrl(repository, kinds[form.kind].path))];
}

/**
 * @param {string} label
 * @param {string} href
 */
function hostLink(label, href) {
  return h("p", h("a", { class: "quiz-button quiz-main form-out", href, rel: "noopener" }, label));
}

/**
 * @param {Form} form
 * @param {HTMLTextAreaElement} textarea
 */
function copyFileButton(form, textarea) {
  const announce = (/** @type {boolean} */ isCopied) => {
    form.status.textContent = form.t(isCopied ? "copied" : "copy_by_hand");
  };
  return copyButton(form.t("copy"), () => form.fileText(), () => textarea, announce);
}

/** @param {Form} form */
function saveFileButton(form) {
  return button(form.t("download"), () => {
    const name = form.path.split("/").at(-1) ?? "entry.yml";
    downloadFile(name, "application/yaml", form.fileText());
  });
}
