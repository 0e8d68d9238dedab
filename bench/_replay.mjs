/**
 * Replays answer sheets through the engine that ships, as somebody would take the debrief who answers so.
 *
 * Reads {model, sheets: [{id, answers: {question: [answer, ...] | null}}]} as JSON from standard input. Writes for each
 * sheet {id, causes: [ids, likeliest first], controls: [of the same causes], pages, emptyPages, cannotTell}. A page is
 * empty where nothing on it was chosen.
 */

import { readFileSync } from "node:fs";
import { cannotTell, compile, diagnose, nextQuestion, stopReason, withAnswer } from "../quiz/engine/index.js";

const { model, sheets } = JSON.parse(readFileSync(0, "utf8"));
const compiled = compile(model);
const questions = new Map(model.questions.map((question) => [question.id, question]));
const controls = new Map(model.causes.map(({ id, control }) => [id, control]));

/** Returns what the sheet says of a question, without answers that the model does not have; null for "not sure". */
function chosenOn(sheet, { id, kind, answers }) {
  const chosen = sheet.answers[id]?.filter((chosenId) => answers.some((answer) => answer.id === chosenId)) ?? null;
  return kind === "pick-one" && chosen?.length !== 1 ? null : chosen;
}

function replay(sheet) {
  let answers = [];
  let emptyPages = 0;
  for (;;) {
    const next = nextQuestion(compiled, answers);
    if (!next || stopReason(compiled, answers, next)) break;
    const chosen = chosenOn(sheet, questions.get(next.question));
    emptyPages += Number(!chosen?.length);
    answers = withAnswer(compiled, answers, { question: next.question, chosen });
  }
  const diagnosis = diagnose(compiled, answers);
  const causes = diagnosis.causes.map(({ id }) => id);
  return {
    id: sheet.id,
    causes,
    controls: causes.map((id) => controls.get(id)),
    pages: answers.length,
    emptyPages,
    cannotTell: cannotTell(compiled, diagnosis),
  };
}

process.stdout.write(JSON.stringify(sheets.map(replay)));
