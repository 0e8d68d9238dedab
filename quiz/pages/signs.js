/**
 * The signs of a cause: what is ticked stays on the device, is ticked wherever it is, and can be taken into the quiz.
 *
 * @module
 */

/** @import { Compiled } from "../engine/model.js" */

import { encodeAnswers } from "../engine/share.js";
import { readJson, storageKey, ticksKey, writeJson } from "../../browser/storage.js";

/** @typedef {Record<string, string[]>} Ticks   answers by question */

/** @param {HTMLFormElement} form */
export function enableSigns(form) {
  const link = form.querySelector("a");
  const boxes = [...form.querySelectorAll("input")];
  const reset = form.querySelector("button");
  if (!link || !reset) return;
  const { href, textContent: label } = link;
  const key = ticksKey(storageKey(new URL(href)));
  let ticks = ticksIn(readJson(key));

  const draw = () => {
    for (const box of boxes) box.checked = ticks[box.name]?.includes(box.value) ?? false;
    const isTicked = boxes.some((box) => box.checked);
    link.href = isTicked ? `${href}#${fragmentOf(form.dataset.version ?? "", ticks)}` : href;
    link.textContent = (isTicked && link.dataset.ticked) || label;
    reset.hidden = !isTicked;
  };
  /** @param {Ticks} next */
  const change = (next) => {
    ticks = next;
    writeJson(key, Object.keys(ticks).length > 0 ? ticks : null);
    draw();
  };
  form.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const isSingle = target.closest("[data-single]") !== null;
    const before = isSingle ? [] : (ticks[target.name] ?? []).filter((answer) => answer !== target.value);
    const answers = target.checked ? [...before, target.value] : before;
    const { [target.name]: _, ...rest } = ticks;
    change(answers.length > 0 ? { ...rest, [target.name]: answers } : rest);
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    const names = new Set(boxes.map((box) => box.name));
    change(Object.fromEntries(Object.entries(ticks).filter(([question]) => !names.has(question))));
    boxes[0]?.focus();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("storage", (event) => {
    if (event.key !== key) return;
    ticks = ticksIn(readJson(key));
    draw();
  });
  draw();
}

/**
 * Returns the part of an address after its # that tells the quiz what is ticked, as facts and not as whole answers.
 *
 * @param {string} version   of the quiz
 * @param {Ticks} ticks
 */
function fragmentOf(version, ticks) {
  const facts = Object.entries(ticks).flatMap(([question, options]) => options.map((option) => ({ question, option })));
  const named = /** @type {Pick<Compiled, "model">} */ ({ model: { version } });
  return encodeAnswers(/** @type {Compiled} */ (named), [{ note: "", facts }]);
}

/**
 * Returns the ticks in something that was stored, which may be anything.
 *
 * @param {unknown} value
 * @returns {Ticks}
 */
function ticksIn(value) {
  const entries = Object.entries(Object(value)).flatMap(([question, answers]) => {
    const texts = Array.isArray(answers) ? answers.filter((answer) => typeof answer === "string") : [];
    return texts.length > 0 ? [[question, texts]] : [];
  });
  return Object.fromEntries(entries);
}
