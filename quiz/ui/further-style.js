/**
 * The look of the pages other than questions and the result, and of what opens on demand.
 *
 * @module
 */

export const FURTHER_STYLE = `
.quiz .quiz-note { margin-block: 1em; }
.quiz .quiz-note > label > span { display: block; font-weight: 600; margin-block-end: 0.3em; }
.quiz .quiz-note textarea { display: block; resize: vertical; }
.quiz .quiz-note p { margin-block: 0.4em; }
.quiz .quiz-told .quiz-quiet { font-weight: 400; }
.quiz .quiz-told { margin-block: 1.2em; }
.quiz :is(.quiz-answers, .quiz-told dl) > div {
  border-block-end: 1px solid var(--av-line);
  display: grid;
  gap: 0 1em;
  grid-template-columns: 1fr auto;
  padding-block: 0.7em;
}
.quiz :is(.quiz-answers, .quiz-told) dd { font-weight: 600; grid-column: 1; }
.quiz :is(.quiz-answers, .quiz-told) dd + dd { align-self: center; grid-area: 1 / 2 / span 2; }
.quiz dialog { background: var(--av-raised); border: 1px solid var(--edge); border-radius: 0.35em; color: inherit; max-inline-size: min(32em, calc(100vw - 2em)); padding: 1.2em 1.4em 0.2em; }
.quiz ::backdrop { background: rgb(0 0 0 / 50%); }
.quiz .quiz-saved { display: grid; gap: 1em; grid-template-columns: repeat(auto-fill, minmax(min(17em, 100%), 1fr)); }
.quiz .quiz-saved li { border-block-start: 1px solid var(--av-line); padding-block-start: 0.8em; }
.quiz .quiz-saved p { margin-block: 0.4em; }
`;
