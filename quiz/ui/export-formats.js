/**
 * A debrief as text: Markdown to read, iCalendar for reminders, JSON to open again.
 *
 * @module
 */

/** @import { CauseBelief, GivenAnswer, PlannedAction } from "../engine/types.js" */
/** @import { PlanPart } from "./components.js" */
/** @import { Debrief } from "./debrief.js" */

import { answerText } from "./answer-text.js";
import {
  bandLabel, causesHeading, currentPlan, headline, imprint, leadingCauses, planParts, preventabilityText,
} from "./components.js";

// RFC 5545 allows lines of 75 bytes, and no character takes more than four.
const ICALENDAR_FOLD = /.{18}(?=.)/gsu;

/** @param {Debrief} debrief */
export function toMarkdown(debrief) {
  const causes = leadingCauses(debrief).map((cause) => causeLine(debrief, cause));
  const plan = planParts(debrief, currentPlan(debrief)).flatMap(({ title, steps }) => [
    `### ${title}`,
    steps.map((step) => stepLine(debrief, step)).join("\n"),
  ]);
  const blocks = [
    `# ${headline(debrief)}`,
    imprint(debrief),
    causes.length > 0 && `## ${causesHeading(debrief)}`,
    causes.join("\n"),
    `## ${debrief.t("prevented_title")}`,
    preventabilityText(debrief),
    `## ${debrief.t("plan_title")}`,
    ...plan,
    `## ${debrief.t("your_answers")}`,
    debrief.answers.flatMap((event) => (event.question ? answerLine(debrief, event) : [])).join("\n"),
  ];
  return `${blocks.filter(Boolean).join("\n\n")}\n`;
}

/**
 * @param {Debrief} debrief
 * @param {CauseBelief} cause
 */
function causeLine(debrief, { id, band }) {
  const { title, summary, control, url } = debrief.cause(id);
  const labels = `${bandLabel(debrief, band).textContent}; ${debrief.model.controls[control].label}`;
  return `- **${title}** (${labels}): ${summary} <${debrief.href(url)}>`;
}

/**
 * @param {Debrief} debrief
 * @param {PlannedAction} step
 */
function stepLine(debrief, { action }) {
  const { title, summary, minutes, url } = debrief.action(action);
  const box = debrief.doneActions.has(action) ? "x" : " ";
  return `- [${box}] **${title}** (${debrief.formatDuration(minutes)}): ${summary} <${debrief.href(url)}>`;
}

/**
 * @param {Debrief} debrief
 * @param {GivenAnswer} answer
 */
function answerLine(debrief, { question, chosen }) {
  return `- ${debrief.question(question).text} **${answerText(debrief, question, chosen)}**`;
}

/**
 * Returns an iCalendar file (RFC 5545) with one whole-day event for each part of the plan that has steps to do.
 *
 * @param {Debrief} debrief
 * @param {readonly (PlanPart & {day: string})[]} parts     `day` is such as 2026-11-23
 */
export function toICalendar(debrief, parts) {
  const timestamp = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Afterview//Debrief 1//EN",
    ...parts.flatMap((part) => eventLines(debrief, part, timestamp)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/**
 * @param {Debrief} debrief
 * @param {PlanPart & {day: string}} part
 * @param {string} timestamp
 */
function eventLines(debrief, { id, title, day, steps }, timestamp) {
  const openActions = steps.map(({ action }) => action).filter((action) => !debrief.doneActions.has(action));
  if (openActions.length === 0) return [];
  const summary = debrief.t("calendar_event", { name: debrief.model.name, when: title });
  const description = [...openActions.map((action) => `- ${debrief.action(action).title}`), debrief.shareUrl("")].join("\n");
  return [
    "BEGIN:VEVENT",
    `UID:${id}-${day}-${debrief.model.version}@afterview`,
    `DTSTAMP:${timestamp}`,
    `DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

/** Returns all that is stored of a debrief, as JSON. @param {Debrief} debrief */
export function toJson(debrief) {
  return JSON.stringify({ format: 1, version: debrief.model.version, ...debrief.snapshot() }, null, 1);
}

/** Returns the reader's own date as ISO 8601 has it, which is how Swedish writes dates. @param {Date} date */
export function isoDay(date) {
  return date.toLocaleDateString("sv");
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");
}

/** Returns the line in pieces of at most 75 bytes, none of which cuts a character. @param {string} line */
function folded(line) {
  return line.replace(ICALENDAR_FOLD, "$&\r\n ");
}
