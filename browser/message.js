/**
 * A message whose blanks are filled in where they stand, so that what is copied is what is seen.
 *
 * A page holds it as a figure (generator/pages/templates/_parts.md), which can be read without a script:
 *
 *   <figure class="av-words" data-copied="…" data-left="… {blanks}" data-by-hand="…">
 *     <blockquote><p>Dear <span class="blank" data-blank="name">Ann</span>, …</p></blockquote>
 *     <p class="av-words__copy" hidden><button>…</button> <span role="status"></span></p>
 *   </figure>
 *
 * `messageFigure` makes the same of data. A blank shows an example, or its name in square brackets, until it is changed.
 *
 * @module
 */

/**
 * @typedef {object} Message
 * @property {string} text                            with {blanks}
 * @property {Readonly<Record<string, string>>} [examples]   by blank
 * @property {Readonly<Record<string, string>>} [values]     by blank: what is known, which counts as the reader's own
 * @property {string} [for]                           when to use it
 */

/**
 * @typedef {object} MessageLabels
 * @property {string} copy
 * @property {string} copied
 * @property {string} left      what is said where examples are left, with a blank {blanks} for their names
 * @property {string} byHand    what is said where the browser does not copy, and has selected the words instead
 */

/**
 * Returns a message as an element, ready to be filled in.
 *
 * @param {Message} message
 * @param {MessageLabels} labels
 * @param {(blank: string, value: string) => void} [onchange]   called with what the reader writes
 */
export function messageFigure({ text, examples = {}, values = {}, for: purpose }, labels, onchange) {
  const figure = create("figure", "av-words");
  Object.assign(figure.dataset, { copied: labels.copied, left: labels.left, byHand: labels.byHand });
  if (purpose) figure.append(create("figcaption", "", purpose));
  const words = create("p");
  for (const [index, segment] of text.trim().split(/\{([^{}]*)\}/).entries()) {
    words.append(...(index % 2 === 1 ? [blankElement(segment, examples[segment], values[segment])] : withLineBreaks(segment)));
  }
  const quotation = create("blockquote");
  quotation.append(words);
  const button = create("button", "av-button", labels.copy);
  button.setAttribute("type", "button");
  const status = create("span");
  status.setAttribute("role", "status");
  const row = create("p", "av-words__copy");
  row.append(button, " ", status);
  figure.append(quotation, row);
  enableMessage(figure, onchange);
  return figure;
}

/**
 * Makes fields of the blanks of a message, and lets its button copy it.
 *
 * @param {HTMLElement} figure
 * @param {(blank: string, value: string) => void} [onchange]   called with what the reader writes
 */
export function enableMessage(figure, onchange = () => {}) {
  const words = figure.querySelector("blockquote");
  const row = figure.querySelector(".av-words__copy");
  const status = row?.querySelector("[role=status]");
  if (!words || !(row instanceof HTMLElement) || !status) return;
  const blanks = [...figure.querySelectorAll(".blank")].filter((blank) => blank instanceof HTMLElement);
  for (const blank of blanks) enableBlank(blank, blanks, onchange);
  row.hidden = false;
  row.querySelector("button")?.addEventListener("click", async () => {
    status.textContent = "";
    try {
      await navigator.clipboard.writeText(words.innerText.trim());
      status.textContent = sayCopied(figure.dataset, blanks);
    } catch {
      getSelection()?.selectAllChildren(words);
      status.textContent = figure.dataset.byHand ?? "";
    }
  });
}

/**
 * @param {DOMStringMap} labels
 * @param {readonly HTMLElement[]} blanks
 */
function sayCopied(labels, blanks) {
  const unchanged = new Set(blanks.filter((blank) => !isOwn(blank)).map((blank) => blank.dataset.blank));
  if (unchanged.size === 0) return labels.copied ?? "";
  return (labels.left ?? "").replace("{blanks}", [...unchanged].join(", "));
}

/**
 * @param {HTMLElement} blank
 * @param {readonly HTMLElement[]} blanks   all of the message: those of the same name change together
 * @param {(blank: string, value: string) => void} onchange
 */
function enableBlank(blank, blanks, onchange) {
  const name = blank.dataset.blank ?? "";
  const example = blank.dataset.example ?? blank.textContent ?? "";
  const namesakes = blanks.filter((other) => other !== blank && other.dataset.blank === name);
  blank.setAttribute("role", "textbox");
  blank.setAttribute("aria-label", name);
  blank.setAttribute("enterkeyhint", "done");
  blank.spellcheck = false;
  try {
    blank.contentEditable = "plaintext-only";
  } catch {
    blank.contentEditable = "true";
  }
  blank.addEventListener("focus", () => getSelection()?.selectAllChildren(blank));
  blank.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    blank.blur();
  });
  blank.addEventListener("input", () => {
    const value = blank.textContent ?? "";
    for (const other of namesakes) other.textContent = value || example;
    for (const other of [blank, ...namesakes]) other.classList.toggle("blank--own", value.trim() !== "");
    onchange(name, value.trim());
  });
  blank.addEventListener("blur", () => {
    if (!blank.textContent?.trim()) blank.textContent = example;
  });
}

/** @param {HTMLElement} blank */
function isOwn(blank) {
  return blank.classList.contains("blank--own");
}

/**
 * @param {string} name
 * @param {string} [example]
 * @param {string} [value]
 */
function blankElement(name, example, value) {
  const placeholder = example || `[${name}]`;
  const blank = create("span", "blank", value || placeholder);
  blank.classList.toggle("blank--open", !example);
  blank.classList.toggle("blank--own", Boolean(value));
  Object.assign(blank.dataset, { blank: name, example: placeholder });
  return blank;
}

/** @param {string} text */
function withLineBreaks(text) {
  return text.split("\n").flatMap((line, index) => (index > 0 ? [create("br"), line] : [line]));
}

/**
 * @param {string} tag
 * @param {string} [className]
 * @param {string} [text]
 */
function create(tag, className = "", text = "") {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.textContent = text;
  return element;
}
