/**
 * The text of an entry, and the ways in which it can reach the guide's repository: nothing is sent from here.
 *
 * @module
 */

/** @import { Form } from "./form.js" */

import { button, h } from "../quiz/ui/dom.js";
import { editAddress, newFileAddress, newFolderAddress } from "./host.js";

/** @param {Form} form */
export function sending(form) {
  const text = form.text();
  const box = h("textarea", { class: "form-text", readonly: true, rows: 12, dir: "auto", spellcheck: "false",
    "aria-label": form.t("file") });
  box.value = text;
  const lead = form.isList ? "list_lead" : "file_lead";
  return [h("p", form.t(lead, { path: form.path })), box, h("h3", form.t("send")), ...ways(form, text, box)];
}

/**
 * Returns the ways to send it. What is copied or saved is the text of that moment, which may be newer than what is shown.
 *
 * @param {Form} form
 * @param {string} text
 * @param {HTMLTextAreaElement} box
 */
function ways(form, text, box) {
  const { repository, kinds } = form.data;
  const tools = h("div", { class: "quiz-buttons" }, copying(form, box), saving(form));
  if (!repository) return [h("p", form.t("send_unknown")), tools];
  if (form.isList) {
    return [h("p", form.t("send_list")), tools, out(form.t("open_file"), editAddress(repository, form.path))];
  }
  if (!form.isNew) {
    return [h("p", form.t("send_change")), tools, out(form.t("open_file"), editAddress(repository, form.path))];
  }
  const address = newFileAddress(repository, form.path, text);
  if (address) return [h("p", form.t("send_new_lead")), out(form.t("propose"), address), tools];
  const folder = newFolderAddress(repository, kinds[form.kind].path);
  return [h("p", form.t("send_long", { name: `${form.id || "x"}.yml` })), tools, out(form.t("open_folder"), folder)];
}

/**
 * @param {string} label
 * @param {string | null} href
 */
function out(label, href) {
  return h("p", href && h("a", { class: "quiz-button quiz-main form-out", href, rel: "noopener" }, label));
}

/**
 * @param {Form} form
 * @param {HTMLTextAreaElement} box
 */
function copying(form, box) {
  return button(form.t("copy"), async () => {
    try {
      await navigator.clipboard.writeText(form.text());
      form.status.textContent = form.t("copied");
    } catch {
      box.focus();
      box.select();
      form.status.textContent = form.t("copy_by_hand");
    }
  });
}

/** @param {Form} form */
function saving(form) {
  return button(form.t("download"), () => {
    const href = URL.createObjectURL(new Blob([form.text()], { type: "application/yaml" }));
    h("a", { href, download: form.path.split("/").at(-1) ?? "entry.yml" }).click();
    setTimeout(() => URL.revokeObjectURL(href), 1000);
  });
}
