/**
 * What the events of a session tell about each question: the pages, the checklist and the notes taken together.
 *
 * @module
 */

/** @import { Answers, Fact } from "./types.js" */
/** @import { Question } from "./model.js" */

/**
 * @typedef {object} AboutQuestion
 * @property {boolean} isAnswered      whether its page was answered, if only with "not sure"
 * @property {boolean} isComplete      whether what was not told was left unticked or not chosen
 * @property {ReadonlySet<string>} toldOptions    the options that were ticked, chosen or picked for a note
 */

/** What was told, by question id. @typedef {ReadonlyMap<string, AboutQuestion>} Statements */

/** @returns {{isAnswered: boolean, isComplete: boolean, toldOptions: Set<string>}} */
function emptyStatement() {
  return { isAnswered: false, isComplete: false, toldOptions: new Set() };
}

/**
 * Returns what was told about each question; of answers that exclude each other, what was told last counts.
 *
 * To leave a box unticked takes back nothing that was told elsewhere, except what was ticked on the checklist: there the page
 * itself counts. Facts of a page that was not shown say nothing of its other options, unless it takes only one answer.
 *
 * @param {ReadonlyMap<string, Pick<Question, "kind">>} questions     by id
 * @param {Answers} answers
 * @returns {Statements}
 */
export function statementsOf(questions, answers) {
  /** @type {Map<string, ReturnType<typeof emptyStatement>>} */
  const statements = new Map();
  const statementOn = (/** @type {string} */ question) => {
    const statement = statements.get(question) ?? emptyStatement();
    statements.set(question, statement);
    return statement;
  };
  const answerPage = (/** @type {string} */ question, /** @type {readonly string[] | null} */ chosen) => {
    const page = statementOn(question);
    page.isAnswered = true;
    if (chosen === null) return;
    page.isComplete = true;
    if (questions.get(question)?.kind === "pick-one") page.toldOptions.clear();
    for (const option of chosen) page.toldOptions.add(option);
  };
  const addFact = (/** @type {Fact} */ { question, option }) => {
    if (questions.get(question)?.kind === "pick-one") answerPage(question, [option]);
    else statementOn(question).toldOptions.add(option);
  };
  const isAnswered = (/** @type {Fact} */ { question }) => answers.some((event) => event.question === question);
  for (const event of answers) {
    if (event.question !== undefined) answerPage(event.question, event.chosen);
    event.checklist?.filter((fact) => !isAnswered(fact)).forEach(addFact);
    event.facts?.forEach(addFact);
  }
  return statements;
}

/**
 * Returns the synonyms of what was told.
 *
 * @param {ReadonlyMap<string, Pick<Question, "answers">>} questions     by id
 * @param {Statements} statements
 * @returns {ReadonlySet<string>}
 */
export function synonymsOf(questions, statements) {
  return new Set([...statements].flatMap(([question, { toldOptions }]) =>
    questions.get(question)?.answers.flatMap(({ id, synonym }) => (synonym && toldOptions.has(id) ? synonym : [])) ?? []));
}

/**
 * Returns the statements with every answer that says the same as one that was told, on whatever page.
 *
 * @param {ReadonlyMap<string, Pick<Question, "answers">>} questions     by id
 * @param {Statements} statements
 * @returns {Statements}
 */
export function withSynonyms(questions, statements) {
  const synonyms = synonymsOf(questions, statements);
  if (synonyms.size === 0) return statements;
  const extended = new Map(statements);
  for (const [id, { answers }] of questions) {
    const synonymous = answers.filter(({ synonym }) => synonym && synonyms.has(synonym)).map((answer) => answer.id);
    const statement = statements.get(id) ?? emptyStatement();
    if (synonymous.length > 0) extended.set(id, { ...statement, toldOptions: new Set([...statement.toldOptions, ...synonymous]) });
  }
  return extended;
}

/**
 * Tells whether two facts, or the weights of two, are about the same.
 *
 * @param {{question: string, option: string | null}} a
 * @param {{question: string, option: string | null}} b
 */
export function isSameFact(a, b) {
  return a.question === b.question && a.option === b.option;
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
  /** @type {Fact[]} */
  const facts = [];
  const add = (/** @type {Fact} */ fact) => {
    const isTold = statements.get(fact.question)?.toldOptions.has(fact.option);
    if (isTold && !facts.some((other) => isSameFact(other, fact))) facts.push(fact);
  };
  for (const event of answers) {
    (event.checklist ?? event.facts)?.forEach(add);
    event.chosen?.forEach((option) => add({ question: event.question, option }));
  }
  return facts;
}
