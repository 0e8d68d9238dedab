/**
 * Starting over, and forgetting everything: nothing is deleted before the reader has said yes.
 *
 * @module
 */

/** @import { Debrief } from "./debrief.js" */

import { isConfirmed } from "../../browser/dialog.js";

/** Starts over, with nothing answered. @param {Debrief} debrief */
export async function restart(debrief) {
  const hasAnswers = debrief.answers.length > 0;
  if (hasAnswers && !(await isAgreed(debrief, debrief.t("start_again_sure"), debrief.t("start_again")))) return;
  debrief.keepGoing = false;
  debrief.doneActions = new Set();
  debrief.setAnswers([]);
  debrief.proceed();
  if (hasAnswers) debrief.announce(debrief.t("started_again"));
}

/** Forgets everything, in this window and on the device. @param {Debrief} debrief */
export async function forget(debrief) {
  if (!(await isAgreed(debrief, debrief.t("forget_sure"), debrief.t("forget")))) return;
  debrief.clear();
  debrief.navigate({ view: "start" });
  debrief.announce(debrief.t("forgotten"));
}

/**
 * @param {Debrief} debrief
 * @param {string} question
 * @param {string} yes        the label of the button that does it
 */
function isAgreed(debrief, question, yes) {
  return isConfirmed(debrief.host, question, { yes, no: debrief.t("cancel") });
}
