/**
 * A debrief as text: Markdown to read, iCalendar for reminders, JSON to open again.
 *
 * @module
 */

/** @import { CauseBelief, Fact, PlannedAction } from "../../engine/types.js" */
/** @import { PlanPart } from "../result/current-plan.js" */
/** @import { Debrief } from "../debrief.js" */

import { answerItems } from "../questions/answer-items.js";
import { questionLabel } from "../questions/answer-text.js";
import { preventabilityText } from "../result/control.js";
import { currentPlan, effortText, planParts } from "../result/current-plan.js";
import { namedCauses } from "../result/debrief-diagnosis.js";
import { factText, quotedFacts } from "../result/facts.js";
import { causesHeading, headline } from "../result/headline.js";
import { ownWords, unquotedFacts } from "../result/unquoted-facts.js";

// RFC 5545 allows lines of 75 bytes, and no character takes more than four.
const ICALENDAR_FOLD = /.{18}(?=.)/gsu;
const SEQUENCE_MILLISECONDS = 1000;
const DAYS_PER_WEEK = 7;

/** @param {Debrief} debrief */
export function toMarkdown(debrief) {
  const causes = namedCauses(debrief);
  const plan = planParts(debrief, currentPlan(debrief).main).flatMap(({ title, actions }) => [
    `### ${title}`,
    actions.map((action) => actionLine(debrief, action)).join("\n"),
  ]);
  const words = ownWords(debrief).map((text) => `> ${text.replaceAll("\n", "\n> ")}`);
  const facts = unquotedFacts(debrief, causes).map((fact) => `- ${factLine(debrief, fact)}`);
  const blocks = [
    `# ${headline(debrief)}`,
    imprint(debrief),
    causes.length > 0 && `## ${causesHeading(debrief)}`,
    causes.map((cause) => causeLine(debrief, cause)).join("\n"),
    words.length + facts.length > 0 && `## ${debrief.t("also_told_title")}`,
    words.join("\n\n"),
    facts.join("\n"),
    `## ${debrief.t("prevented_title")}`,
    preventabilityText(debrief),
    `## ${debrief.t("plan_title")}`,
    ...plan,
    `## ${debrief.t("your_answers")}`,
    answerItems(debrief).map(({ label, text }) => `- ${label}: **${text}**`).join("\n"),
  ];
  return `${blocks.filter(Boolean).join("\n\n")}\n`;
}

/**
 * @param {Debrief} debrief
 * @param {CauseBelief} belief
 */
function causeLine(debrief, belief) {
  const { title, url, whenItDecides } = debrief.cause(belief.id);
  const band = debrief.model.bands.find(({ id }) => id === belief.band);
  const facts = quotedFacts(debrief, belief).map((fact) => factLine(debrief, fact));
  const sentences = [
    `**${title}** (${band?.label}; ${debrief.model.controls[belief.control].label}).`,
    facts.length > 0 && debrief.t("told_line", { facts: facts.join(" · ") }),
    whenItDecides && debrief.t("when_it_decides", { how: whenItDecides }),
    `<${debrief.href(url)}>`,
  ];
  return `- ${sentences.filter(Boolean).join(" ")}`;
}

/** @param {Debrief} debrief @param {Fact} fact */
function factLine(debrief, fact) {
  return `${questionLabel(debrief, fact.question)}: ${factText(debrief, fact)}`;
}

/**
 * @param {Debrief} debrief
 * @param {PlannedAction} planned
 */
function actionLine(debrief, { action }) {
  const entry = debrief.action(action);
  const box = debrief.doneActions.has(action) ? "x" : " ";
  return `- [${box}] **${entry.title}** (${effortText(debrief, entry)}): ${entry.summary} <${debrief.href(entry.url)}>`;
}

/**
 * Returns an iCalendar file (RFC 5545) with one whole-day event for each action that is still to do, or "" where there is
 * none. An action keeps its id when its day changes, so that a file that is opened again moves it and adds nothing.
 *
 * @param {Debrief} debrief
 * @param {readonly (PlanPart & {day: string})[]} parts     `day` is such as 2026-11-23
 */
export function toICalendar(debrief, parts) {
  const now = new Date();
  const events = parts.flatMap(({ day, actions }) =>
    actions.filter(({ action }) => !debrief.doneActions.has(action)).map(({ action }) => eventLines(debrief, action, day, now)));
  if (events.length === 0) return "";
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Afterview//Debrief 1//EN", ...events.flat(), "END:VCALENDAR"];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/**
 * @param {Debrief} debrief
 * @param {string} id       of the action
 * @param {string} day
 * @param {Date} now
 */
function eventLines(debrief, id, day, now) {
  const { title, summary, url } = debrief.action(id);
  return [
    "BEGIN:VEVENT",
    `UID:${id}-${debrief.model.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}@afterview`,
    `DTSTAMP:${now.toISOString().replaceAll(/[-:]|\.\d+/g, "")}`,
    // A later file counts for more than an earlier one.
    `SEQUENCE:${Math.floor(now.getTime() / SEQUENCE_MILLISECONDS)}`,
    `DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`,
    `SUMMARY:${escaped(debrief.t("calendar_event", { name: debrief.model.name, step: title }))}`,
    `DESCRIPTION:${escaped([summary, debrief.href(url)].join("\n"))}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

/** Returns all that is stored of a debrief, as JSON. @param {Debrief} debrief */
export function toJson(debrief) {
  return JSON.stringify({ format: 1, version: debrief.model.version, ...debrief.snapshot() }, null, 1);
}

/**
 * Returns the reader's own day in some weeks as ISO 8601 has it, which is how Swedish writes dates. It counts days of the
 * calendar: a week is not always 168 hours.
 *
 * @param {Date} today
 * @param {number} weeks
 */
export function isoDayIn(today, weeks) {
  return new Date(today.getFullYear(), today.getMonth(), today.getDate() + DAYS_PER_WEEK * weeks).toLocaleDateString("sv");
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");
}

/** Returns the line in pieces of at most 75 bytes, none of which cuts a character. @param {string} line */
function folded(line) {
  return line.replace(ICALENDAR_FOLD, "$&\r\n ");
}

/** Returns what says on paper and in a file where it comes from. @param {Debrief} debrief */
export function imprint(debrief) {
  return `${debrief.model.name}, ${debrief.formatDate(new Date())}, ${debrief.shareUrl("")}`;
}
