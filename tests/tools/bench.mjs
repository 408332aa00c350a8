/** `npm run bench [name…]`: runs the measures of tests/bench, all of them or those named. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as browser from './browser.mjs';
import { bundle } from './bundle.mjs';
import { load } from './load.mjs';
import { main, Refusal, root, run, runInstalled, step } from './run.mjs';
import { findChromium, installDependencies } from './set-up.mjs';
import { checkSizes } from './sizes.mjs';

/** What a measure may use of the tools: they import packages when called, which a module loaded by Vite cannot do. */
const tools = { ...browser, bundle, run, runInstalled, findChromium, checkSizes };

/** @typedef {typeof tools} BenchTools */
/** @typedef {{ title: string, run(tools: BenchTools): Promise<void> }} Bench */

const SUFFIX = '.bench.ts';

await main(async () => {
  await installDependencies();
  const folder = join(root, 'tests', 'bench');
  const names = existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith(SUFFIX))
        .map((file) => file.slice(0, -SUFFIX.length))
    : [];
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new Refusal(`No such bench: ${unknown.join(', ')}. There are: ${names.join(', ') || 'none yet'}.`);
  if (names.length === 0) throw new Refusal('There is no bench yet: tests/bench holds no *.bench.ts.');
  for (const name of asked.length > 0 ? asked : names) {
    const { title, run } = /** @type {Bench} */ (await load(`tests/bench/${name}${SUFFIX}`));
    await step(`${name}: ${title}`, () => run(tools));
  }
});
