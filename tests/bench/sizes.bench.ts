import { resolve } from 'node:path';
import type { BenchTools } from '../tools/bench.mjs';

export const title = 'gzipped size of what is loaded';

/** Builds, then prints the sizes beside their budgets. */
export async function run({ runInstalled, checkSizes }: BenchTools): Promise<void> {
  // The measures run inside Vite's development mode, which would put Preact's own devtools into the build.
  process.env.NODE_ENV = 'production';
  await runInstalled('wxt/bin/wxt.mjs', ['build', '-b', 'chrome', '--mv3']);
  checkSizes(resolve('.output/chrome-mv3'));
}
