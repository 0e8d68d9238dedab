/**
 * What all pages that ask have in common: at the top how far along the reader is, a button to go on that is always in view,
 * and beside these why we ask and what was told so far.
 *
 * @module
 */

/** @import { Debrief } from "../debrief.js" */
/** @import { Child } from "../../../browser/dom.js" */
/** @import { Route } from "../routing.js" */

import { appendChildren, button, disclosure, h } from "../../../browser/dom.js";

// From this width on the asides stand beside the page; quiz.css has the same in a container query.
const WIDE = "(min-width: 1100px)";

/**
 * @typedef {object} FormPage
 * @property {number | null} number        which page of those that ask it is, from 1; null for one that does not count
 * @property {() => void} onsubmit
 * @property {() => void} onleave           keeps what is on the page, before a link beside it leads elsewhere
 * @property {(event: KeyboardEvent) => void} [onkeydown]
 * @property {Node} [tally]                is beside the button that goes on
 * @property {readonly Child[]} fields
 * @property {readonly Child[]} reasons    why we ask; none where it is plain
 */

/**
 * @param {Debrief} debrief
 * @param {FormPage} page
 */
export function formPage(debrief, { number, onsubmit, onleave, onkeydown, tally = h("span"), fields, reasons }) {
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    onsubmit();
  };
  const keydown = (/** @type {KeyboardEvent} */ event) => {
    const { key, altKey, ctrlKey, metaKey } = event;
    if (altKey || ctrlKey || metaKey) return;
    onkeydown?.(event);
    if (key !== "Enter" || /** @type {Element} */ (event.target).matches("button, a, summary, textarea")) return;
    event.preventDefault();
    onsubmit();
  };
  return [debrief.noticeList(), h("div.columns",
    h("form", { onsubmit: submit, onkeydown: keydown },
      pageBar(debrief, number),
      ...fields,
      h("div.go-on", h("button.button.main", debrief.t("go_on")), tally)),
    asides(debrief, reasons, onleave))];
}

/**
 * Returns a link to the form for an answer that the guide lacks. What was chosen here is not kept yet, so it leads to a new tab.
 *
 * @param {Debrief} debrief
 * @param {string} key     of its text
 * @param {string} [question]     which lacks it, where that is known
 */
export function suggestionLink(debrief, key, question) {
  const href = debrief.href(`contribute/#answer${question ? `/${question}` : ""}`);
  return h("p", h("a", { href, target: "_blank", rel: "noopener" }, debrief.t(key)));
}

/**
 * Returns the way back, and how far along the reader is.
 *
 * @param {Debrief} debrief
 * @param {number | null} number
 */
function pageBar(debrief, number) {
  const place = number ?? debrief.pageCount;
  const progress = h("progress", { value: place, max: debrief.model.stopping.pages, "aria-label": debrief.t("progress") });
  const estimate = h("span");
  const fill = () => {
    const left = Math.max(debrief.pageTotal - place, 0);
    progress.max = place + left;
    if (number === null) return;
    estimate.append(left > 0 ? debrief.count("place", left, { number }) : debrief.t(debrief.keepGoing ? "place" : "place_last", { number }));
  };
  // It takes longer than a reader should wait.
  void debrief.onScreen.then(() => estimate.isConnected && fill());
  return [h("div.bar", button(debrief.t("back"), () => debrief.back(), "back"), estimate), progress];
}

/**
 * @param {Debrief} debrief
 * @param {readonly Child[]} reasons
 * @param {() => void} onleave
 */
function asides(debrief, reasons, onleave) {
  const isWide = matchMedia(WIDE).matches;
  const why = reasons.length > 0 && disclosure(debrief.t("why_this"), () => reasons);
  if (why) why.open = isWide;
  const hasAnswers = debrief.answers.length > 0;
  const leaveTo = (/** @type {Route} */ route) => {
    onleave();
    debrief.navigate(route);
  };
  const toldSection = h("section.told");
  const fill = async () => {
    const [{ latestItems }] = await Promise.all([import("../further-views.js"), debrief.onScreen]);
    appendChildren(toldSection, latestItems(debrief));
  };
  if (isWide) void fill();
  return h("div.asides",
    why,
    hasAnswers && disclosure(debrief.t("so_far"), async () => (await import("../further-views.js")).interimResult(debrief)),
    hasAnswers && h("p.buttons",
      button(debrief.t("your_answers"), () => leaveTo({ view: "answers" }), "link"),
      button(debrief.t("to_result"), () => leaveTo({ view: "result" }), "link")),
    // It is filled a moment later, so nothing is below it.
    isWide && toldSection);
}
