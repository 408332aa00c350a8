import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { FirstCall, WarmCalls } from '../helpers/control-process';
import { longestTask } from '../helpers/longest-task';
import { randomFrom } from '../helpers/random';
import { nextYearRows, rosterFile, rosterRows } from '../helpers/roster-rows';
import type { BenchTools } from '../tools/bench.mjs';

export const title = 'Control of two roster files against PapaParse parsing one of them';

/** A case of the bench: plain rows in the same order, every value in quotes, or the new file in another order. */
type Shape = 'plain' | 'quoted' | 'shuffled';

/**
 * Fresh processes of each contender, then measured calls of each once the engine is warm. `most`: what the full control may
 * cost at most, as a ratio, where an aim was set.
 */
const CASES: readonly { size: number; shape: Shape; fresh: number; warm: number; most?: number }[] = [
  { size: 2_000, shape: 'plain', fresh: 7, warm: 41, most: 2 },
  { size: 20_000, shape: 'plain', fresh: 5, warm: 15 },
  { size: 200_000, shape: 'plain', fresh: 5, warm: 7, most: 1 },
  { size: 200_000, shape: 'quoted', fresh: 3, warm: 3 },
  { size: 200_000, shape: 'shuffled', fresh: 3, warm: 3 },
];

/** Rows controlled before a process counts as warm: the engine compiles a function after so many calls, long or short. */
const WARMING_ROWS = 400_000;
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
 * Prints, for each size and shape, what the full control of the workshop (reading, join, renamed keys, gauge, rules,
 * findings, first page) costs in CPU time, as a ratio to PapaParse: the first call of fresh processes, as somebody's first
 * control is, and calls once the engine has compiled everything, with the join alone; medians of interleaved runs. And the
 * memory that a first control takes at its highest point, over that of the two files. Then what the workshop's page feels in
 * Chromium.
 */
export async function run(tools: BenchTools): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'roster-bench-'));
  try {
    const script = await tools.bundle('tests/helpers/control-process.ts', join(folder, 'code'));
    const paths = [join(folder, 'before.csv'), join(folder, 'after.csv')];
    const measure = async <T>(...how: string[]) =>
      JSON.parse(await tools.run(process.execPath, [script, ...how, ...paths])) as T;
    const row = (...cells: string[]) =>
      console.log(cells.map((cell, at) => cell.padEnd(WIDTHS[at] ?? 0)).join(' '));
    row('', '', '', 'first call of a process', '', 'warm', '', '', '');
    row(
      'rows',
      'shape',
      'file',
      'PapaParse / control',
      'ratio',
      'PapaParse / join / control',
      'join',
      'control',
      'memory',
    );
    for (const { size, shape, fresh, warm, most } of CASES) {
      const files = filesOf(size, shape);
      for (const [at, bytes] of files.entries()) writeFileSync(paths[at] as string, bytes);
      const firsts: Record<'papa' | 'full', FirstCall[]> = { papa: [], full: [] };
      for (let round = 0; round < fresh; round++)
        for (const name of ['papa', 'full'] as const)
          firsts[name].push(await measure<FirstCall>('once', name));
      const calls = await measure<WarmCalls>('warm', String(warm), String(Math.max(5, WARMING_ROWS / size)));
      const [firstPapa, first] = [firsts.papa, firsts.full].map((list) => median(list.map(({ cpu }) => cpu)));
      const [papa, joined, full] = [calls.papa, calls.join, calls.full].map(median);
      const peak = median(firsts.full.map((one) => one.peak));
      const [{ pairs, findings }] = firsts.full as [FirstCall];
      const ratio = (one = 0, other = 1) => (one / other).toFixed(2);
      const aim = most === undefined ? '' : ` (≤ ${most})`;
      row(
        String(size),
        shape,
        `${(files[0].length / 2 ** 20).toFixed(1)} MB`,
        milliseconds(firstPapa, first),
        `${ratio(first, firstPapa)}${aim}`,
        milliseconds(papa, joined, full),
        ratio(joined, papa),
        `${ratio(full, papa)}${aim}`,
        `+${peak.toFixed(0)} MB${size === 200_000 ? ` (≤ ${MOST_MEMORY})` : ''}, ${pairs} pairs, ${findings} findings`,
      );
    }
    await inBrowser(tools, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Columns of what is printed. */
const WIDTHS = [7, 9, 8, 23, 13, 27, 5, 12];

function milliseconds(...values: readonly (number | undefined)[]): string {
  return `${values.map((value = 0) => value.toFixed(value < 100 ? 1 : 0)).join(' / ')} ms`;
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
