import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ControlMeasure } from '../helpers/control-process';
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
 * gauge, rules, findings) cost in CPU time, as a ratio to PapaParse, medians of interleaved runs; and the memory that the
 * first control took at its highest point, over that of the two files.
 */
export async function run(tools: BenchTools): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'roster-bench-'));
  try {
    const script = await tools.bundle('tests/helpers/control-process.ts', join(folder, 'code'));
    const [before, after] = [join(folder, 'before.csv'), join(folder, 'after.csv')];
    console.log('rows     shape     file     PapaParse  join    ratio  full control  ratio        memory');
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
          `+${measure.peak.toFixed(0)} MB${size === 200_000 ? ` (≤ ${MOST_MEMORY})` : ''}, ${measure.pairs} pairs, ${measure.findings} findings`,
        ].join(' '),
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
