/**
 * What the quiz weighs once it is bundled, minified and gzipped: `node bench/size.mjs` prints bytes as JSON.
 *
 * Needs esbuild and terser, both development dependencies.
 */

import { gzipSync } from "node:zlib";

// No getter of ours does anything but return, and no function of ours is called with `new`.
const COMPRESS = { passes: 3, pure_getters: true, unsafe_arrows: true, lhs_constants: false };
const quiz = (path) => new URL(`../quiz/${path}`, import.meta.url).pathname;
const gzipped = (text) => gzipSync(text, { level: 9 }).length;

async function bundled(entry, minify = false) {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({ entryPoints: [quiz(entry)], bundle: true, format: "esm", minify, write: false });
  return outputFiles[0].text;
}

async function script(entry) {
  const { minify } = await import("terser");
  const { code } = await minify(await bundled(entry), { module: true, ecma: 2022, compress: COMPRESS });
  return gzipped(code);
}

/** Returns gzipped bytes: of the engine alone, and of the whole quiz, which holds it. */
export async function sizes() {
  const [engine, all] = [await script("engine/index.js"), await script("ui/element.js")];
  const style = gzipped(await bundled("quiz.css", true));
  return { engine, script: all, style, quiz: all + style };
}

if (process.argv[1] === new URL(import.meta.url).pathname) console.log(JSON.stringify(await sizes()));
