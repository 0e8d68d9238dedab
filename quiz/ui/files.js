/**
 * A debrief as text: Markdown to read, iCalendar for reminders.
 *
 * @module
 */

/** @import { PlannedAction } from "../engine/types.js" */
/** @import { Debrief } from "./debrief.js" */

import { answerText, bandLabel, byWhen, causesTitle, headline, imprint, leadingCauses, planOf, prevented } from "./parts.js";

// No character takes more than four bytes.
const FOLD = /.{18}(?=.)/gsu;

/** @param {Debrief} debrief */
export function markdownText(debrief) {
  const causes = leadingCauses(debrief).map(({ id, band }) => {
    const { title, summary, control, url } = debrief.cause(id);
    return `- **${title}** (${bandLabel(debrief, band).textContent}; ${debrief.model.controls[control].label}): ${summary} <${debrief.href(url)}>`;
  });
  const plan = byWhen(debrief, planOf(debrief)).flatMap(({ title, steps }) => [
    `### ${title}`,
    steps.map(({ action: id }) => {
      const { title: what, summary, minutes, url } = debrief.action(id);
      const box = debrief.done.has(id) ? "x" : " ";
      return `- [${box}] **${what}** (${debrief.duration(minutes)}): ${summary} <${debrief.href(url)}>`;
    }).join("\n"),
  ]);
  const given = debrief.answers.map(({ question, chosen }) => {
    const answer = answerText(debrief, question, chosen);
    return `- ${debrief.question(question).text} **${answer}**`;
  });
  const blocks = [
    `# ${headline(debrief)}`,
    imprint(debrief),
    causes.length > 0 && `## ${causesTitle(debrief)}`,
    causes.join("\n"),
    `## ${debrief.t("prevented_title")}`,
    prevented(debrief),
    `## ${debrief.t("plan_title")}`,
    ...plan,
    `## ${debrief.t("your_answers")}`,
    given.join("\n"),
  ];
  return `${blocks.filter(Boolean).join("\n\n")}\n`;
}

/**
 * Returns an iCalendar file (RFC 5545) with one whole-day event for each dated part of the plan.
 *
 * @param {Debrief} debrief
 * @param {readonly {id: string, title: string, day: string, steps: readonly PlannedAction[]}[]} dated
 *   `day` is such as 2026-11-23
 */
export function calendarText(debrief, dated) {
  const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  const events = dated.flatMap(({ id, title, day, steps }) => {
    const open = steps.map(({ action }) => action).filter((action) => !debrief.done.has(action));
    if (open.length === 0) return [];
    return [
      "BEGIN:VEVENT",
      `UID:${id}-${day}-${debrief.model.version}@afterview`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`,
      `SUMMARY:${escaped(debrief.t("calendar_event", { name: debrief.model.name, when: title }))}`,
      `DESCRIPTION:${escaped([...open.map((action) => `- ${debrief.action(action).title}`), debrief.link("")].join("\n"))}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ];
  });
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Afterview//Debrief 1//EN", ...events, "END:VCALENDAR"];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** Returns the date as people here have it, such as 2026-11-23, which is how Swedish writes it. @param {Date} date */
export function dayOf(date) {
  return date.toLocaleDateString("sv");
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");
}

/** Returns the line in pieces of at most 75 bytes, none of which cuts a character. @param {string} line */
function folded(line) {
  return line.replace(FOLD, "$&\r\n ");
}
