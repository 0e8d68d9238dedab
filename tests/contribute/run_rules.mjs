/** Prints what the form finds in the entries that it is given, and what patterns match in texts, for tests in Python. */

import { diagnosticsOf, idErrorCode } from "../../contribute/check.js";
import { allMatches } from "../../contribute/rules.js";
import { asTexts } from "../../contribute/schema.js";

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { data, today, entries, patterns, texts } = JSON.parse(Buffer.concat(chunks).toString("utf8"));

const found = entries.map(({ kind, id, entry }) => {
  const idCode = idErrorCode(id, []);
  const diagnostics = diagnosticsOf(asTexts(entry), kind, data, new Date(today));
  return [...diagnostics, ...(idCode ? [{ code: idCode }] : [])];
});
const matches = patterns.map(({ pattern, flags }) => {
  const regex = new RegExp(pattern, `g${flags}`);
  return texts.map((text) => allMatches(regex, text)[0]?.fragment ?? null);
});
process.stdout.write(JSON.stringify({ found, matches }));
