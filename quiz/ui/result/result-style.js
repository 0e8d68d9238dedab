/**
 * The look of the first screen of a result.
 *
 * @module
 */

export const RESULT_STYLE = `
.quiz-sheet { align-content: start; display: grid; gap: 1.35em 3em; grid-template-columns: minmax(0, 1fr); min-block-size: 100vh; }
.quiz .quiz-tick input { block-size: 1.5rem; flex: none; inline-size: 1.5rem; }
.quiz .quiz-sheet section { margin: 0; min-inline-size: 0; }
.quiz .quiz-sheet :is(h3, h4) { margin-block: 0 .5em; }
.quiz .quiz-sheet p { margin-block: 0 .6em; }
.quiz-sheet small { display: block; font-size: .85em; }
.quiz .quiz-verdict h2 { font-size: 2em; line-height: 1.08; margin-block: 0 .3em; }
.quiz-verdict h2 small { font: 600 .5em/1.6 var(--av-sans, system-ui); }
.quiz-verdict > h3 { padding-block-start: .6em; }
.quiz-icon { block-size: .8em; fill: currentcolor; flex: none; inline-size: .8em; overflow: visible; vertical-align: -.06em; }
.quiz-said { border-inline-start: .25em solid var(--av-accent); margin-block-end: .8em; padding-inline-start: .9em; }
.quiz .quiz-said h3 { color: var(--av-quiet); font: inherit; font-size: .9em; margin: 0; }
.quiz .quiz-facts { font-family: var(--av-serif); line-height: 1.35; list-style: none; margin: 0; padding: 0; }
.quiz-first { align-self: start; background: var(--wash); border: 2px solid var(--av-accent); border-radius: .5em; padding: 1em 1.2em .5em; }
.quiz .quiz-first h3 { font-size: 1.6em; line-height: 1.1; }
.quiz .quiz-first > p:first-child { font-size: .9em; line-height: 1.35; margin-block-end: .35em; }
.quiz-tick { font-weight: 600; min-block-size: 2em; }
.quiz :is(.quiz-first, .quiz-action) :checked + span { text-decoration: line-through; }
.quiz .av-words { border: 0; margin: 0 0 .8em; padding: 0; }
.quiz .av-words figcaption { color: var(--av-quiet); font-size: .9em; line-height: 1.35; margin-block-end: .2em; }
.quiz .av-words blockquote { border: 0; color: inherit; font-family: var(--av-serif); margin: 0; padding: 0; }
.quiz .av-words .av-button { background: var(--av-accent); border: 1px solid var(--av-accent); border-radius: .35em; color: var(--av-on-accent); cursor: pointer; font: inherit; font-weight: 600; min-block-size: 2.75em; padding: .4em 1.1em; }
.quiz .blank { border-block-end: 1px dashed; cursor: text; padding-block: .15em; }
.quiz-steps { padding-inline-start: 1.4em; }
@container (inline-size >= 48em) {
  .quiz-sheet { gap: 2.6em 3em; grid-template-columns: minmax(0, 7fr) minmax(0, 5fr); }
  .quiz-wide { grid-column: 1 / -1; }
  .quiz .quiz-verdict h2 { font-size: 2.9em; }
  .quiz-verdict h2 small { font-size: .35em; }
}
@media print {
  .quiz:has(.quiz-sheet) { font-size: 8pt; line-height: 1.3; max-inline-size: none; }
  .quiz .quiz-sheet { gap: .7em 2em; min-block-size: 0; }
  .quiz .quiz-verdict h2 { font-size: 2.2em; outline: none; }
  .quiz .quiz-first { background: none; padding: .6em .8em 0; }
  .quiz .quiz-first h3 { font-size: 1.3em; }
  .quiz .quiz-first .quiz-more { display: none; }
  .quiz .av-words .av-words__copy { display: none; }
}
`;
