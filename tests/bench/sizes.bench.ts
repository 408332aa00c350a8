import { resolve } from 'node:path';
import type { BenchTools } from '../tools/bench.mjs';

export const title = 'gzipped size of what is loaded';

/** Builds, then prints the sizes beside their budgets. */
export async function run({ runInstalled, checkSizes }: BenchTools): Promise<void> {
  await runInstalled('wxt/bin/wxt.mjs', ['build', '-b', 'chrome', '--mv3']);
  checkSizes(resolve('.output/chrome-mv3'));
}
