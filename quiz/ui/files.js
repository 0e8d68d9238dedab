/**
 * A debrief as text: Markdown to read, iCalendar for reminders.
 *
 * @module
 */

/** @import { PlannedAction } from "../engine/types.js" */
/** @import { Debrief } from "./debrief.js" */

import { answerText, byWhen, headline, leadingCauses, preventedKey, shortPlan } from "./parts.js";

const LONGEST_LINE_BYTES = 75;

/** @param {Debrief} debrief */
export function markdownText(debrief) {
  const { model, answers, words: { t, date, duration } } = debrief;
  const { diagnosis } = debrief;
  const bands = new Map(model.bands.map(({ id, label }) => [id, label]));
  const causes = leadingCauses(debrief, diagnosis).map(({ id, band }) => {
    const { title, summary, control } = debrief.cause(id);
    return `- **${title}** (${bands.get(band)}; ${model.controls[control].label}): ${summary}`;
  });
  const plan = byWhen(debrief, shortPlan(debrief, diagnosis)).flatMap(({ title, steps }) => [
    `### ${title}`,
    steps.map(({ action: id }) => {
      const { title: what, summary, minutes } = debrief.action(id);
      return `- [${debrief.done.has(id) ? "x" : " "}] **${what}** (${duration(minutes)}): ${summary}`;
    }).join("\n"),
  ]);
  const given = answers.map(({ question, chosen }) => {
    const answer = answerText(debrief, question, chosen);
    return `- ${debrief.question(question).text} **${answer}**`;
  });
  const blocks = [
    `# ${headline(debrief, diagnosis)}`,
    `${model.name}, ${date(new Date())}`,
    `## ${t("causes_title")}`,
    causes.join("\n"),
    `## ${t("prevented_title")}`,
    t(preventedKey(debrief, diagnosis)),
    `## ${t("plan_title")}`,
    ...plan,
    `## ${t("your_answers")}`,
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
  const { model } = debrief;
  const stamp = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, "");
  const events = dated.flatMap(({ id, title, day, steps }) => {
    const open = steps.map(({ action }) => action).filter((action) => !debrief.done.has(action));
    const next = new Date(`${day}T12:00:00Z`);
    next.setUTCDate(next.getUTCDate() + 1);
    return [
      "BEGIN:VEVENT",
      `UID:${id}-${day}-${model.version}@afterview`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`,
      `DTEND;VALUE=DATE:${next.toISOString().slice(0, 10).replaceAll("-", "")}`,
      `SUMMARY:${escaped(debrief.words.t("calendar_event", { name: model.name, when: title }))}`,
      `DESCRIPTION:${escaped([...open.map((action) => `- ${debrief.action(action).title}`), debrief.link("")].join("\n"))}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ];
  });
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Afterview//Debrief 1//EN", ...events, "END:VCALENDAR"];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** Returns the date as people here have it, such as 2026-11-23. @param {Date} date */
export function dayOf(date) {
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll(/[\\;,]/g, "\\$&").replaceAll(/\r?\n/g, "\\n");
}

/** Returns the line in pieces of at most 75 bytes, none of which cuts a character. @param {string} line */
function folded(line) {
  const encoder = new TextEncoder();
  let length = 0;
  return Array.from(line, (character) => {
    const bytes = encoder.encode(character).length;
    const breaks = length + bytes > LONGEST_LINE_BYTES;
    length = breaks ? 1 + bytes : length + bytes;
    return breaks ? `\r\n ${character}` : character;
  }).join("");
}
