/**
 * What the events of a session tell about each question: the pages, the checklist, the lines and the notes taken together.
 *
 * @module
 */

/** @import { Answers, Fact } from "./types.js" */
/** @import { Question } from "./model.js" */

/**
 * How something was said of an option: ticked, chosen or picked for a note ("told"), or when it was asked about by itself.
 *
 * @typedef {"told" | "yes" | "no" | "unsure"} Statement
 */

/**
 * @typedef {object} AboutQuestion
 * @property {boolean} isAnswered      whether its page was answered, if only with "not sure"
 * @property {boolean} isComplete      whether what was not told was left unticked or not chosen
 * @property {ReadonlyMap<string, Statement>} byOption   by option
 */

/** What was told, by question id. @typedef {ReadonlyMap<string, AboutQuestion>} Statements */

/**
 * Returns what was told about each question; what was said later of an option counts.
 *
 * To leave a box unticked takes back nothing that was told elsewhere, except what was ticked on the checklist: there the page
 * itself counts. Facts of a page that was not shown say nothing of its other options, unless it takes only one answer.
 *
 * @param {ReadonlyMap<string, Pick<Question, "kind">>} questions     by id
 * @param {Answers} answers
 * @returns {Statements}
 */
export function statementsOf(questions, answers) {
  /** @type {Map<string, {isAnswered: boolean, isComplete: boolean, byOption: Map<string, Statement>}>} */
  const statements = new Map();
  const about = (/** @type {string} */ question) => {
    const present = statements.get(question) ?? { isAnswered: false, isComplete: false, byOption: new Map() };
    statements.set(question, present);
    return present;
  };
  const answerPage = (/** @type {string} */ question, /** @type {readonly string[] | null} */ chosen) => {
    const page = about(question);
    page.isAnswered = true;
    if (chosen === null) return;
    page.isComplete = true;
    if (questions.get(question)?.kind === "pick-one") page.byOption.clear();
    for (const option of chosen) page.byOption.set(option, "told");
  };
  const addFact = (/** @type {Fact} */ { question, option }) => {
    if (questions.get(question)?.kind === "pick-one") answerPage(question, [option]);
    else about(question).byOption.set(option, "told");
  };
  const isAnswered = (/** @type {Fact} */ { question }) => answers.some((event) => event.question === question);
  for (const event of answers) {
    if (event.question !== undefined) answerPage(event.question, event.chosen);
    event.lines?.forEach(({ question, option, said }) => about(question).byOption.set(option, said));
    event.checklist?.filter((fact) => !isAnswered(fact)).forEach(addFact);
    event.facts?.forEach(addFact);
  }
  return statements;
}

/**
 * Returns every fact that was told and not taken back, as it was told first.
 *
 * @param {{questions: ReadonlyMap<string, Question>}} compiled
 * @param {Answers} answers
 * @returns {readonly Fact[]}
 */
export function toldFacts({ questions }, answers) {
  const statements = statementsOf(questions, answers);
  /** @type {Map<string, Fact>} */
  const facts = new Map();
  const add = (/** @type {Fact} */ fact) => {
    const key = `${fact.question} ${fact.option}`;
    if (!facts.has(key) && isAffirmed(statements.get(fact.question)?.byOption.get(fact.option))) facts.set(key, fact);
  };
  for (const event of answers) {
    event.lines?.forEach(({ question, option, said }) => said === "yes" && add({ question, option }));
    (event.checklist ?? event.facts)?.forEach(add);
    event.chosen?.forEach((option) => add({ question: event.question, option }));
  }
  return [...facts.values()];
}

/** Tells whether something was said that holds. @param {Statement | undefined} statement */
export function isAffirmed(statement) {
  return statement === "told" || statement === "yes";
}
