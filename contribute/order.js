/**
 * The order of the parts of a mapping, such as the answers of a question, and what changes it.
 *
 * @module
 */

/** @import { Form } from "./form.js" */
/** @import { Entry, Path } from "./types.js" */

import { button } from "../browser/dom.js";
import { mapAt } from "./schema.js";

/** How many places a part moves down, by the names of the buttons. @type {Readonly<Record<"up" | "down", number>>} */
const STEPS = { up: -1, down: 1 };

/**
 * Returns the parts of a mapping with one of them in another place; as they are where it can't go any further.
 *
 * @param {Entry} parts
 * @param {string} name     of the one
 * @param {number} step     how many places further down
 * @returns {Entry}
 */
export function withMoved(parts, name, step) {
  const entries = Object.entries(parts);
  const from = entries.findIndex(([other]) => other === name);
  const to = from + step;
  if (from < 0 || to < 0 || to >= entries.length) return parts;
  const rest = entries.filter((_, at) => at !== from);
  return Object.fromEntries([...rest.slice(0, to), entries[from], ...rest.slice(to)]);
}

/**
 * Returns the buttons that move a part of a mapping up and down, as far as it can go.
 *
 * @param {Form} form
 * @param {HTMLElement} field     in which the name may be typed
 * @param {Path} path     of the part
 * @param {() => string} nameNow
 * @param {() => void} redraw     shows the parts again
 */
export function moveButtons(form, field, path, nameNow, redraw) {
  const list = path.slice(0, -1);
  const name = String(path.at(-1));
  const place = () => Object.keys(mapAt(form.entry, list)).indexOf(name);
  const count = Object.keys(mapAt(form.entry, list)).length;
  const move = (/** @type {"up" | "down"} */ way) => {
    form.set(list, withMoved(mapAt(form.entry, list), name, STEPS[way]));
    redraw();
    const [same, other] = [way, way === "up" ? "down" : "up"].map((part) => document.getElementById(form.nameOf(path, /** @type {"up" | "down"} */ (part))));
    (same ?? other)?.focus();
    form.announce(form.t("moved", { name: nameNow(), number: place() + 1, count }));
  };
  const ways = /** @type {("up" | "down")[]} */ (Object.keys(STEPS)).filter((way) => place() + STEPS[way] >= 0 && place() + STEPS[way] < count);
  return ways.map((way) => {
    const element = button(form.t(`move_${way}`), () => move(way), "link");
    const label = () => element.setAttribute("aria-label", `${form.t(`move_${way}`)}: ${nameNow()}`);
    element.id = form.nameOf(path, way);
    label();
    field.addEventListener("input", label);
    return element;
  });
}
