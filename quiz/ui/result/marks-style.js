/**
 * The look of the marks that stand beside a word: whose it was, and how much points to it.
 *
 * @module
 */

export const MARKS_STYLE = `
.quiz .quiz-mark { display: inline-block; inline-size: 1.25em; }
.quiz .quiz-circle { color: var(--av-yours); }
.quiz .quiz-diamond { color: var(--av-shared); }
.quiz .quiz-square { color: var(--av-outside, inherit); }
.quiz .quiz-bars { margin-inline-end: 0.4em; }
.quiz i { block-size: 0.8em; border: 1px solid; display: inline-block; inline-size: 0.36em; margin-inline-end: 0.12em; }
.quiz .quiz-full { background: currentcolor; border-inline-width: 0.18em; print-color-adjust: exact; }
.quiz .quiz-band { white-space: nowrap; }
.quiz .quiz-labels { align-items: baseline; display: flex; flex-wrap: wrap; gap: 0.1em 1.5em; }
`;
