/**
 * The look of what comes after the first screen of a result.
 *
 * @module
 */

export const DETAILS_STYLE = `
.quiz-aside { align-content: start; display: grid; gap: 1.4em; }
.quiz-sheet :is(ul, .quiz-journey) { list-style: none; padding: 0; }
.quiz-sheet blockquote { border-inline-start: .25em solid var(--av-line); font-family: var(--av-serif); margin: 0 0 .8em; padding-inline-start: .9em; white-space: pre-line; }
.quiz :is(.quiz-check, .quiz-plus, .quiz-minus) { fill: none; margin-block-start: .35em; stroke: var(--av-accent); stroke-width: 2.4; }
.quiz .quiz-plain li { display: flex; gap: .6em; }
.quiz-journey { margin: 0; }
.quiz-journey { font-size: .9em; }
.quiz .quiz-journey li { display: grid; gap: 0 .8em; grid-template-columns: 8em minmax(0, 1fr); line-height: 1.4; margin: 0; padding: 0 0 .25em; padding-inline-start: 1.6em; position: relative; }
.quiz-journey li::before { border-inline-start: 2px solid var(--edge); content: ""; inset-block: .8em -.8em; inset-inline-start: .45em; position: absolute; }
.quiz-journey li:last-child::before { content: none; }
.quiz-journey :is(.quiz-reached, .quiz-reached ~ li)::before { border-inline-start-style: dashed; }
.quiz-journey li::after { background: var(--av-paper); block-size: .8em; border: 2px solid var(--edge); border-radius: 50%; content: ""; inline-size: .8em; inset-block-start: .42em; inset-inline-start: calc(.45em - .35em); position: absolute; }
.quiz-journey .quiz-lit::after { background: var(--av-ink); border-color: var(--av-ink); }
.quiz-lit > .quiz-stop { font-family: var(--av-serif); font-weight: 600; }
.quiz-marks { align-content: start; display: flex; flex-wrap: wrap; gap: .3em; padding-block-start: .6em; }
.quiz-marks .quiz-icon { block-size: .52em; color: var(--edge); fill: none; inline-size: .52em; stroke: currentcolor; stroke-width: 2.4; }
.quiz-marks .quiz-lit { block-size: .85em; fill: currentcolor; inline-size: .85em; margin-block: -.17em; }
.quiz-marks .quiz-circle.quiz-lit { color: var(--av-yours); }
.quiz-marks .quiz-diamond.quiz-lit { color: var(--av-shared); }
.quiz-marks .quiz-square.quiz-lit { color: var(--av-outside, currentcolor); }
.quiz-names { font-weight: 600; grid-column: 2; line-height: 1.35; }
.quiz .quiz-fold :is(ul, p) { margin-block-end: .6em; }
.quiz .quiz-end { color: var(--av-alarm); }
.quiz .quiz-between { align-items: baseline; display: flex; flex-wrap: wrap; gap: 0 1em; justify-content: space-between; }
.quiz .quiz-between a { color: inherit; font-family: var(--av-serif); font-size: 1.1em; font-weight: 600; }
.quiz .quiz-between .quiz-band { font-size: .9em; }
.quiz .quiz-ladder li { border-block-start: 1px solid var(--av-line); margin: 0; padding-block: .5em .3em; }
.quiz .quiz-ladder li:first-child { border: 0; }
.quiz .quiz-ladder p { margin-block-end: .2em; }
:is(.quiz-scale, .quiz-move) { block-size: 24px; display: block; inline-size: 100%; overflow: visible; }
:is(.quiz-scale, .quiz-move):dir(rtl) { transform: scaleX(-1); }
.quiz-scale { fill: currentcolor; stroke: currentcolor; }
:is(.quiz-scale, .quiz-move) rect { stroke: none; }
.quiz-zone0 { fill: color-mix(in srgb, var(--av-ink) 5%, var(--av-paper)); }
.quiz-zone1 { fill: color-mix(in srgb, var(--av-accent) 9%, var(--av-paper)); }
.quiz-zone2 { fill: color-mix(in srgb, var(--av-accent) 16%, var(--av-paper)); }
.quiz-zone3 { fill: color-mix(in srgb, var(--av-accent) 26%, var(--av-paper)); }
.quiz-scale line { stroke-width: 2; }
.quiz .quiz-ends { color: var(--av-quiet); display: flex; flex-direction: row-reverse; font-size: .75em; line-height: 1.25; text-align: center; }
.quiz-ends span { flex: 1; padding-inline: .3em; }
.quiz :is(.quiz-fear, .quiz-change) { font-size: .95em; background: var(--av-warm, var(--wash)); border-inline-start: .25em solid var(--av-shared); padding: 1em 1.2em .4em; }
.quiz .quiz-change { background: var(--wash); border-color: var(--av-accent); }
.quiz :is(.quiz-change, .quiz-fold, .quiz-export) p.quiz-buttons { gap: 0 1.1em; margin: 0; }
.quiz .quiz-export > p:has(> a) { border-block-start: 1px solid var(--av-line); margin: 0; padding-block-start: .8em; }
.quiz .quiz-export details > :is(h4, .quiz-button) { margin-block-start: 1.2em; }
.quiz .quiz-export details[open] { padding-block-end: 1em; }
.quiz .quiz-export canvas { margin-block-start: 1em; }
.quiz .quiz-export .quiz-tick { align-items: center; margin-block-end: .4em; }
.quiz .quiz-export .quiz-field > span { flex-basis: 15em; }
.quiz-sheet .quiz-fold { border-block-start: 1px solid var(--av-line); margin-block-end: -1.4em; }
.quiz .quiz-fold h3 { display: inline; font-size: 1.1em; }
.quiz-fold summary { color: var(--av-ink); }
.quiz-hands { display: grid; gap: 1.2em; }
.quiz-hands > div { border-block-start: .25em solid; padding-block-start: .5em; }
.quiz-hands :is(h4, p) { color: var(--av-ink); }
.quiz table { border-collapse: collapse; inline-size: 100%; }
.quiz caption { padding-block: .3em; text-align: start; }
.quiz :is(th, td) { border-block-end: 1px solid var(--av-line); font-weight: 400; padding: .5em .4em; text-align: start; }
.quiz :is(thead, tfoot) > tr > * { font-weight: 600; }
.quiz :is(td, th + th) { text-align: end; }
.quiz .quiz-moves :is(th, td) { padding: .35em 0; text-align: start; }
.quiz .quiz-moves tr { border-block-end: 1px solid var(--av-line); display: grid; gap: 0 .8em; grid-template-columns: minmax(0, 1fr) auto; padding-block: .35em; }
.quiz .quiz-moves tr > * { border: 0; padding: 0; }
.quiz .quiz-moves tr > :nth-child(2) { grid-area: 2 / 1 / auto / -1; }
.quiz .quiz-moves tr > :nth-child(3) { color: var(--av-quiet); grid-area: 1 / 2; }
.quiz-moves small, .quiz-action small { color: var(--av-quiet); font-weight: 400; }
.quiz-move line { stroke-width: 7; }
.quiz-towards { stroke: var(--av-accent); }
.quiz-away { stroke: var(--av-shared); stroke-dasharray: 3 2.5; }
.quiz-move .quiz-limit { stroke: var(--av-ink); stroke-dasharray: 2 3; stroke-width: 1.5; }
.quiz-move circle { fill: var(--av-ink); }
.quiz-plan { display: flex; flex-wrap: wrap; gap: 1.1em 2em; }
.quiz-plan > div { flex: 1 1 14em; }
.quiz .quiz-plan > p { flex: 1 0 100%; margin: 0; }
.quiz-fold .quiz-facts { font-family: inherit; font-size: .9em; }
.quiz .quiz-plan h4 { border-block-end: 2px solid; margin: 0; padding-block-end: .25em; }
.quiz .quiz-action { border-block-end: 1px solid var(--av-line); break-inside: avoid; margin: 0; padding-block: .55em; position: relative; }
.quiz-action .quiz-tick { padding-inline-end: 2.8em; }
.quiz .quiz-action .quiz-more { border: 0; }
.quiz-action summary { inset-block-start: 0; inset-inline-end: 0; padding-inline: 1em; position: absolute; }
.quiz-action [open] { padding-block-start: .6em; }
.quiz-sheet canvas { block-size: auto; border: 1px solid var(--av-line); display: block; inline-size: min(100%, 22em); margin-block-end: 1em; }
@container (inline-size < 48em) {
  .quiz-sheet > :nth-child(n + 3) { font-size: .9em; }
  .quiz-hands .quiz-empty, .quiz-hands.quiz-known { display: none; }
  .quiz-sheet > .quiz-aside:has(> .quiz-fold) { gap: 0; }
}
@container (inline-size >= 48em) {
  .quiz-fold .quiz-facts { columns: 2; column-gap: 3em; }
  .quiz-aside .quiz-fold { margin: 0; }
  .quiz-wide.quiz-aside { gap: 1.4em 3em; grid-template-columns: repeat(auto-fit, minmax(20em, 1fr)); }
  .quiz .quiz-moves tr { grid-template-columns: minmax(0, 9fr) minmax(0, 8fr) minmax(0, 4fr); }
  .quiz .quiz-moves tr > :nth-child(n) { align-self: center; grid-area: auto; }
  .quiz-hands { grid-template-columns: repeat(3, minmax(0, 1fr)); }
  .quiz-journey { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); grid-template-rows: repeat(3, auto); }
  .quiz .quiz-journey li { display: grid; gap: 0; grid-row: span 3; grid-template: subgrid / minmax(0, 1fr); justify-items: center; padding: 0 .3em; text-align: center; }
  .quiz-journey li:nth-child(n)::before, .quiz-journey li::after { content: none; }
  .quiz-marks { align-content: start; align-self: end; flex-wrap: wrap-reverse; gap: .35em .5em; inline-size: 4.4em; padding: 0 0 .3em; }
  .quiz-names { grid-area: 3 / 1; }
  /* The names take the room below their neighbours that have none. */
  .quiz-journey li:not(.quiz-lit) + li .quiz-names { margin-inline-start: -45%; }
  .quiz-journey li:has(+ li:not(.quiz-lit)) .quiz-names { margin-inline-end: -45%; }
  .quiz-journey li:first-child .quiz-names { margin-inline-start: 0; text-align: start; }
  .quiz-journey li:last-child .quiz-names { text-align: end; }
  .quiz-stop { grid-row: 2; line-height: 1.2; inline-size: 100%; padding-block-start: 1.3em; position: relative; }
  .quiz-stop::before { border-block-start: 2px solid var(--edge); content: ""; inset-block-start: .5em; inset-inline: 50% calc(-50% - .6em); position: absolute; }
  .quiz-stop::after { background: var(--av-paper); block-size: .8em; border: 2px solid var(--edge); border-radius: 50%; content: ""; inline-size: .8em; inset-block-start: .15em; inset-inline-start: calc(50% - .4em); position: absolute; }
  .quiz-journey li:last-child .quiz-stop::before { content: none; }
  .quiz-journey :is(.quiz-reached, .quiz-reached ~ li) .quiz-stop::before { border-block-start-style: dashed; }
  .quiz-lit > .quiz-stop::after { background: var(--av-ink); border-color: var(--av-ink); }
}
@media (forced-colors: active) {
  :is(.quiz-zone1, .quiz-zone3) { stroke: CanvasText; stroke-width: 1; }
}
@media print {
  .quiz :is(.quiz-reasons, .quiz-reasons + .quiz-aside, .quiz-change, .quiz-aside:not(.quiz-wide) > .quiz-fold, .quiz-ends + .quiz-quiet, .quiz-journey-lead, .quiz-action .quiz-more, .quiz-names, .quiz-ends, .quiz-plan .quiz-link) { display: none; }
  .quiz :is(.quiz-icon, .quiz-scale, .quiz-tick input) { print-color-adjust: exact; }
  .quiz .quiz-sheet .quiz-export { display: block; }
  .quiz .quiz-export > :not(.quiz-imprint) { display: none; }
  .quiz-fold ::details-content { content-visibility: visible; }
  .quiz :is(.quiz-ladder li, .quiz-action) { padding-block: .15em; }
  .quiz .quiz-tick { min-block-size: 0; }
  .quiz-plan { gap: .6em 2em; }
  .quiz .quiz-fold { margin: 0; }
  .quiz .quiz-fold summary { min-block-size: 0; padding: .3em 0; }
  .quiz :is(.quiz-fear, .quiz-hands) { gap: .8em; line-height: 1.3; padding-block: .4em 0; }
  .quiz .quiz-fold .quiz-facts { columns: 3; }
}
`;
