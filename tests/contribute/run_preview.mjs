/** Prints which fields of a whole entry of each kind the preview doesn't show, for tests in Python. */

import { preview } from "../../contribute/preview.js";
import { initialState } from "../../contribute/entry-state.js";
import { kindOf, resolved } from "../../contribute/schema.js";
import { titlesFor } from "../../contribute/titles.js";

class Element {
  children = [];
  setAttribute() {}
  addEventListener() {}

  /** @param {...(Element | string)} children */
  append(...children) {
    this.children.push(...children);
  }

  /** @returns {string} */
  get text() {
    return this.children.map((child) => (typeof child === "string" ? child : child.text)).join("\n");
  }
}
globalThis.document = /** @type {any} */ ({ createElement: () => new Element() });

const uses = {};
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const data = JSON.parse(Buffer.concat(chunks).toString("utf8"));
const fields = Object.keys(data.kinds).flatMap((kind) => {
  const { schema } = data.kinds[kind];
  /** @type {{path: string, shown: string}[]} */
  const written = [];
  const entry = wholeValue(schema, schema, [], written);
  const { text } = preview(initialState({ kind, draft: { kind, id: "a", entry } }, data, false), data);
  return written.map((field) => ({ ...field, path: `${kind}.${field.path}`, isShown: text.includes(field.shown) }));
});
process.stdout.write(JSON.stringify(fields));

/** Returns a value with every field filled in, and notes what each should be shown as. */
function wholeValue(part, root, path, written) {
  const field = resolved(part, root);
  const noted = (value, shown = value) => {
    written.push({ path: path.join("."), shown });
    return value;
  };
  switch (kindOf(field)) {
    case "group":
      return Object.fromEntries(Object.entries(field.properties).filter(([name]) => name !== "groups").map(([name, inner]) => [name, wholeValue(inner, root, [...path, name], written)]));
    case "map": {
      const name = nameFor(field["x-keys-ref"], path);
      if (field["x-keys-ref"]) noted(name, titlesFor(data, field["x-keys-ref"], path)[name]);
      return { [name]: wholeValue(field.additionalProperties, root, [...path, name], written) };
    }
    case "list":
      return [wholeValue(field.items, root, path, written)];
    case "switch":
      return noted("true", data.words.yes);
    case "choice":
      if (!field["x-ref"]) return noted(field.enum[0], data.words.choices[field.enum[0]]);
      break;
    case "number":
      return noted(String(7000 + written.length));
    case "day":
      return noted(`19${10 + (written.length % 90)}-01-01`);
    default:
  }
  if (!field["x-ref"] || !Object.keys(titlesFor(data, field["x-ref"], path)).length) return noted(`word${written.length}word`);
  const name = nameFor(field["x-ref"], path);
  return noted(name, titlesFor(data, field["x-ref"], path)[name]);
}

/** Returns the name of something that is shown nowhere yet, as far as there is enough of it. */
function nameFor(to, path) {
  const names = Object.keys(to ? titlesFor(data, to, path) : {});
  uses[to] = (uses[to] ?? -1) + 1;
  return names[uses[to] % names.length] ?? "named";
}
