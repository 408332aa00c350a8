import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ControlMeasure } from '../helpers/control-process';
import { longestTask } from '../helpers/longest-task';
import { randomFrom } from '../helpers/random';
import { nextYearRows, rosterFile, rosterRows } from '../helpers/roster-rows';
import type { BenchTools } from '../tools/bench.mjs';

export const title = 'Control of two roster files against PapaParse parsing one of them';

/** A case of the bench: plain rows in the same order, every value in quotes, or the new file in another order. */
type Shape = 'plain' | 'quoted' | 'shuffled';

/** `most`: what the full control may cost at most, as a ratio, where an aim was set. */
const CASES: readonly { size: number; shape: Shape; rounds: number; most?: number }[] = [
  { size: 2_000, shape: 'plain', rounds: 41, most: 2 },
  { size: 20_000, shape: 'plain', rounds: 15 },
  { size: 200_000, shape: 'plain', rounds: 7, most: 1 },
  { size: 200_000, shape: 'quoted', rounds: 3 },
  { size: 200_000, shape: 'shuffled', rounds: 3 },
];

/** Megabytes over the two files. */
const MOST_MEMORY = 100;
/** Milliseconds of one task of the workshop's page. */
const LONGEST_TASK = 50;

function filesOf(size: number, shape: Shape): [Uint8Array, Uint8Array] {
  const rows = rosterRows(size);
  const fresh = nextYearRows(rows);
  const ordered = shape === 'shuffled' ? randomFrom(3).shuffle(fresh) : fresh;
  return [rosterFile(rows, shape === 'quoted'), rosterFile(ordered, shape === 'quoted')];
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/**
 * Prints, for each size and shape, what the join alone and the full control of the workshop (reading, join, renamed keys,
 * gauge, rules, findings) cost in CPU time, as a ratio to PapaParse, medians of interleaved runs; what each costs the first
 * time, before the engine has compiled it; and the memory that the first control took at its highest point, over that of
 * the two files. Then what the workshop's page feels in Chromium.
 */
export async function run(tools: BenchTools): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'roster-bench-'));
  try {
    const script = await tools.bundle('tests/helpers/control-process.ts', join(folder, 'code'));
    const [before, after] = [join(folder, 'before.csv'), join(folder, 'after.csv')];
    console.log(
      'rows     shape     file     PapaParse  join    ratio  full control  ratio        first          memory',
    );
    for (const { size, shape, rounds, most } of CASES) {
      const [old, fresh] = filesOf(size, shape);
      writeFileSync(before, old);
      writeFileSync(after, fresh);
      const said = await tools.run(process.execPath, [script, String(rounds), before, after]);
      const measure = JSON.parse(said) as ControlMeasure;
      const [papa, joined, full] = [median(measure.papa), median(measure.join), median(measure.full)];
      console.log(
        [
          String(size).padEnd(8),
          shape.padEnd(9),
          `${(old.length / 2 ** 20).toFixed(1)} MB`.padEnd(8),
          `${papa.toFixed(1)} ms`.padEnd(10),
          `${joined.toFixed(0)} ms`.padEnd(7),
          (joined / papa).toFixed(2).padEnd(6),
          `${full.toFixed(0)} ms`.padEnd(13),
          `${(full / papa).toFixed(2)}${most === undefined ? '' : ` (≤ ${most})`}`.padEnd(12),
          `${measure.firstFull.toFixed(0)} / ${measure.firstPapa.toFixed(0)} ms`.padEnd(14),
          `+${measure.peak.toFixed(0)} MB${size === 200_000 ? ` (≤ ${MOST_MEMORY})` : ''}, ${measure.pairs} pairs, ${measure.findings} findings`,
        ].join(' '),
      );
    }
    await inBrowser(tools, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The workshop in Chromium, given files of 200,000 rows: until the findings are there, and the longest task of its page. */
async function inBrowser(tools: BenchTools, folder: string): Promise<void> {
  const paths = ['Parent_export.csv', 'Parent.csv'].map((name) => join(folder, name));
  for (const [at, bytes] of filesOf(200_000, 'plain').entries()) writeFileSync(paths[at] as string, bytes);
  await tools.runInstalled('wxt/bin/wxt.mjs', ['build', '-b', 'chrome', '--mv3']);
  const session = await tools.openBrowser({
    chromium: await tools.findChromium(),
    extension: resolve('.output/chrome-mv3'),
    ports: { http: 9, https: 9 },
    headless: true,
  });
  try {
    const page = await session.context.newPage();
    await page.goto(`chrome-extension://${session.extensionId}/workshop.html`);
    await page.waitForSelector('.zone input[type=file]', { state: 'attached' });
    let seconds = 0;
    const longest = await longestTask(page, async () => {
      await page
        .locator('.zone input[type=file]')
        .nth(0)
        .setInputFiles(paths[0] as string);
      await page.waitForSelector('.zone .file', { timeout: 120_000 });
      const from = performance.now();
      await page
        .locator('.zone input[type=file]')
        .nth(1)
        .setInputFiles(paths[1] as string);
      await page.waitForSelector('.results .rows', { timeout: 120_000 });
      seconds = (performance.now() - from) / 1000;
    });
    console.log(
      `in Chromium, 2 × 200,000 rows: findings ${seconds.toFixed(1)} s after the second file was given, longest task of the page ${longest.toFixed(0)} ms (≤ ${LONGEST_TASK})`,
    );
  } finally {
    await session.close();
  }
}
