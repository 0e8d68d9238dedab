import assert from "node:assert/strict";
import { test } from "node:test";
import { Session } from "../../quiz/ui/session-store.js";
import { toICalendar, toJson, toMarkdown } from "../../quiz/ui/take-along/take-along-formats.js";
import { currentPlan, planParts } from "../../quiz/ui/result/current-plan.js";
import { answered, bread } from "./bread.mjs";

/** Returns a debrief with all that its texts are made of, and no page: Node has none. */
function pageless(answers) {
  const session = Object.assign(new Session(bread, "bread"), { href: (url) => `https://example.org/${url}`, shareUrl: () => "https://example.org" });
  session.setAnswers(answers);
  return session;
}

const debrief = pageless([
  answered("shape", "flat"),
  answered("water", "boiling"),
  { checklist: [{ question: "saw", option: "nothing-linked" }] },
  { note: "It sank.\nTwice.", facts: [] },
]);

test("a debrief becomes text where there is no page", () => {
  assert.equal(globalThis.document, undefined);
  const text = toMarkdown(debrief);
  for (const line of ["- **dead-yeast** (strong; ). told_line <https://example.org/dead-yeast>", "> It sank.\n> Twice.", "- saw: nothing linked", "- shape: **flat**"]) {
    assert.ok(text.includes(`${line}\n`), `${line} in\n${text}`);
  }
  assert.deepEqual(JSON.parse(toJson(debrief)).answers, debrief.answers);
});

test("each action that is still to do becomes a day in the calendar", () => {
  const parts = planParts(debrief, currentPlan(debrief).main).map((part) => ({ ...part, day: "2026-11-23" }));
  assert.match(toICalendar(debrief, parts).replaceAll("\r\n ", ""), /UID:test-yeast-bread@afterview\r\n[^]*DTSTART;VALUE=DATE:20261123\r\n/);
  debrief.doneActions = new Set(parts.flatMap(({ actions }) => actions.map(({ action }) => action)));
  assert.equal(toICalendar(debrief, parts), "");
});
