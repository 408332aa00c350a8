import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Refusal } from './run.mjs';

/** What every frame of an ENT pays, what a frame that shows a screen pays, what a click on the button waits for. Bytes, gzipped. */
const LOADER_BUDGET = 6_000;
const OVERLAY_BUDGET = 60_000;
/**
 * itslearning shows fourteen screens, none of which has a public markup: each is read by its words in many layouts.
 * Edifice's overlay holds the reader of a whole school and its twenty-odd rules: only administration screens pay for it.
 */
const LARGER_BUDGETS = new Map([
  ['content-scripts/itslearning-overlay.js', 88_000],
  ['content-scripts/edifice-overlay.js', 65_000],
]);
const POPUP_BUDGET = 44_000;

/**
 * Prints the gzipped sizes of a built extension and compares them with the budgets.
 * @param {string} folder of the built extension
 * @throws {Refusal} when one is over its budget
 */
export function checkSizes(folder) {
  /** @param {string} path */
  const gzipped = (path) => gzipSync(readFileSync(join(folder, path))).length;
  const overlays = readdirSync(join(folder, 'content-scripts'))
    .filter((name) => name.endsWith('.js'))
    .map((name) => `content-scripts/${name}`);
  const loaders = readdirSync(folder).filter((name) => name.endsWith('-loader.js'));
  const popup = scriptsOf(folder, 'popup.html').reduce((sum, path) => sum + gzipped(path), 0);
  const measures = [
    ...loaders.map((name) => ({ name, size: gzipped(name), budget: LOADER_BUDGET })),
    ...overlays.map((name) => ({
      name,
      size: gzipped(name),
      budget: LARGER_BUDGETS.get(name) ?? OVERLAY_BUDGET,
    })),
    { name: 'popup, all its scripts', size: popup, budget: POPUP_BUDGET },
  ];
  for (const { name, size, budget } of measures) {
    const share = Math.round((100 * size) / budget);
    console.log(`  ${name}: ${kilobytes(size)} gzipped, ${share} % of ${kilobytes(budget)}`);
  }
  const over = measures.filter(({ size, budget }) => size > budget).map(({ name }) => name);
  if (over.length > 0) throw new Refusal(`Over its size budget: ${over.join(', ')}.`);
}

/**
 * The scripts a page loads at start: those its HTML names and what they import statically, all the way down.
 * @param {string} folder
 * @param {string} page
 */
function scriptsOf(folder, page) {
  const html = readFileSync(join(folder, page), 'utf8');
  const waiting = [...html.matchAll(/<(?:script|link)[^>]+(?:src|href)="\/?([^"]+\.js)"/g)].map(
    ([, path = '']) => path,
  );
  /** @type {Set<string>} */
  const seen = new Set();
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const code = readFileSync(join(folder, path), 'utf8');
    for (const [, imported = ''] of code.matchAll(/(?:\bfrom|\bimport)\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g))
      waiting.push(posix.join(dirname(path), imported));
  }
  return [...seen];
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
