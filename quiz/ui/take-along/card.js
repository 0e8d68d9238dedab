/**
 * A card to keep or to show somebody, drawn on this device. No answer is on it, and no name.
 *
 * @module
 */

/** @import { Debrief } from "../debrief.js" */

import { controlColumns } from "../result/control.js";
import { currentPlan } from "../result/current-plan.js";
import { copyButton } from "../../../browser/copy-and-save.js";
import { namedCauses } from "../result/debrief-diagnosis.js";
import { button, h } from "../../../browser/dom.js";
import { factText } from "../result/facts.js";
import { reachedStage } from "../result/reached-stage.js";

const WIDTH = 1080;
const HEIGHT = 1350;
const MARGIN = 90;
const DOT_RADIUS = 16;

/**
 * @typedef {object} CardPart
 * @property {string} label
 * @property {readonly string[]} lines
 * @property {number} [stage]     how far it went, as the place of a stage
 */

/** @param {Debrief} debrief */
export function cardForm(debrief) {
  const parts = cardParts(debrief);
  const canvas = h("canvas", { width: WIDTH, height: HEIGHT, role: "img" });
  const boxes = parts.map(() => h("input", { type: "checkbox", checked: true, onchange: () => draw() }));
  const chosenParts = () => parts.filter((_, index) => boxes[index].checked);
  const textOf = () => [debrief.t("card_lead"), ...chosenParts().map(({ label, lines }) => `${label}: ${lines.join(", ")}`)].join("\n");
  const draw = () => {
    drawCard(debrief, canvas, chosenParts());
    canvas.setAttribute("aria-label", textOf());
  };
  const save = () => {
    // Unlike `toBlob` this does not wait until the browser is idle.
    const bytes = Uint8Array.from(atob(canvas.toDataURL().split(",")[1]), (sign) => sign.charCodeAt(0));
    h("a", { href: URL.createObjectURL(new Blob([bytes], { type: "image/png" })), download: "card.png" }).click();
  };
  const field = () => {
    const area = h("textarea", { readonly: true, "aria-label": debrief.t("card") }, textOf());
    canvas.before(area);
    return area;
  };
  draw();
  return [
    h("p.quiet", debrief.t("card_privacy")),
    ...parts.map(({ label }, index) => h("label.tick", boxes[index], h("span", label))),
    h("p.buttons",
      button(debrief.t("card_save"), save),
      copyButton(debrief.t("card_copy"), textOf, field, (isCopied) => debrief.announce(debrief.t(isCopied ? "copied" : "copy_by_hand")))),
    canvas,
  ];
}

/** Returns what the card can say. @param {Debrief} debrief @returns {readonly CardPart[]} */
function cardParts(debrief) {
  const [first] = currentPlan(debrief).main;
  const outside = controlColumns(debrief).filter(({ control }) => control.outside).flatMap(({ causes }) => causes);
  const reached = reachedStage(debrief);
  const stages = Object.keys(debrief.model.stages);
  const isOutside = namedCauses(debrief).length > 0 && outside.length > 0;
  return [
    ...(first ? [{ label: debrief.t("card_changing"), lines: [debrief.action(first.action).title] }] : []),
    ...(isOutside ? [{ label: debrief.t("card_not_mine"), lines: outside.map(({ id }) => debrief.cause(id).title) }] : []),
    ...(reached ? [{ label: debrief.t("card_reached"), lines: [factText(debrief, reached.fact)], stage: stages.indexOf(reached.stage) }] : []),
  ];
}

/**
 * Draws the card in the colours and letters of the page.
 *
 * @param {Debrief} debrief
 * @param {HTMLCanvasElement} canvas
 * @param {readonly CardPart[]} parts
 */
function drawCard(debrief, canvas, parts) {
  const context = canvas.getContext("2d");
  if (!context) return;
  const style = getComputedStyle(debrief.host);
  const serif = getComputedStyle(/** @type {Element} */ (debrief.host.querySelector("h2"))).fontFamily;
  const isRightToLeft = style.direction === "rtl";
  const start = isRightToLeft ? WIDTH - MARGIN : MARGIN;
  let y = MARGIN;
  const write = (/** @type {string} */ text, /** @type {number} */ size, /** @type {string} */ family, /** @type {string} */ colour) => {
    context.font = `${family === serif ? 600 : 400} ${size}px ${family}`;
    context.fillStyle = colour;
    for (const line of wrapped(context, text, WIDTH - 2 * MARGIN)) {
      y += size * 1.25;
      context.fillText(line, start, y);
    }
  };
  const [paper, ink, quiet, accent] = ["--av-paper", "--av-ink", "--av-quiet", "--av-accent"].map((name) => colourOf(debrief.host, name));
  context.direction = isRightToLeft ? "rtl" : "ltr";
  context.textAlign = "start";
  context.fillStyle = paper;
  context.fillRect(0, 0, WIDTH, HEIGHT);
  context.fillStyle = accent;
  context.fillRect(0, 0, WIDTH, DOT_RADIUS);
  write(debrief.t("card_lead"), 36, style.fontFamily, quiet);
  for (const { label, lines, stage } of parts) {
    y += 50;
    write(label, 36, style.fontFamily, quiet);
    for (const line of lines) write(line, lines.length > 1 || stage !== undefined ? 52 : 84, serif, ink);
    if (stage !== undefined) drawJourney(context, { y: (y += 70), stage, count: Object.keys(debrief.model.stages).length, isRightToLeft, ink, quiet });
  }
  y = HEIGHT - MARGIN - 40;
  write(debrief.model.name, 36, serif, ink);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {{y: number, stage: number, count: number, isRightToLeft: boolean, ink: string, quiet: string}} journey
 */
function drawJourney(context, { y, stage, count, isRightToLeft, ink, quiet }) {
  const gap = (WIDTH - 2 * MARGIN - 2 * DOT_RADIUS) / Math.max(count - 1, 1);
  for (let at = 0; at < count; at += 1) {
    const x = MARGIN + DOT_RADIUS + gap * (isRightToLeft ? count - 1 - at : at);
    context.beginPath();
    context.arc(x, y, DOT_RADIUS, 0, 2 * Math.PI);
    context.lineWidth = 5;
    context.fillStyle = context.strokeStyle = at <= stage ? ink : quiet;
    if (at <= stage) context.fill();
    context.stroke();
  }
}

/**
 * Returns a colour of the page as the canvas understands it, whatever it is made of.
 *
 * @param {HTMLElement} host
 * @param {string} property
 */
function colourOf(host, property) {
  const probe = h("span");
  probe.style.color = `var(${property})`;
  host.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/**
 * Returns a text in lines of at most a width.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {string} text
 * @param {number} width
 */
function wrapped(context, text, width) {
  /** @type {string[]} */
  const lines = [];
  for (const word of text.split(" ")) {
    const longer = lines.length > 0 ? `${lines[lines.length - 1]} ${word}` : "";
    if (longer && context.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
