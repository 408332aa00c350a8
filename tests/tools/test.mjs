/** `npm test`: sets the machine up, then checks everything, stopping at the first thing that fails. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { countTests } from './counts.mjs';
import { checkLock } from './lock.mjs';
import { main, Refusal, root, run, runInstalled, step } from './run.mjs';
import { findChromium, findFirefox, installDependencies } from './set-up.mjs';
import { checkSizes } from './sizes.mjs';

const reports = join(root, 'reports');
const unitReport = join(reports, 'unit.json');
const e2eReport = join(reports, 'e2e.json');

/** Preact can set HTML, so its code holds the words that this warning looks for; nothing else may be warned about. */
const KNOWN_WARNINGS = ['UNSAFE_VAR_ASSIGNMENT'];

rmSync(unitReport, { force: true });
rmSync(e2eReport, { force: true });
mkdirSync(reports, { recursive: true });

await main(async () => {
  await step('lock file', checkLock);
  await step('packages', installDependencies);
  await step('lint', () => runInstalled('@biomejs/biome/bin/biome', ['ci', '--colors=off', '.']));
  await step('types', async () => {
    await runInstalled('typescript/bin/tsc', ['-p', '.']);
    await runInstalled('typescript/bin/tsc', ['-p', 'tests']);
  });
  // Before the unit tests, because some of them read what is built.
  await step('build for Chrome and Edge', () => build('chrome'));
  await step('build for Firefox', () => build('firefox'));
  await step('sizes', () => checkSizes(join(root, '.output', 'chrome-mv3')));
  await step('linter of the Firefox add-on store', lintAddon);
  await step('unit tests', () =>
    runInstalled(
      'vitest/vitest.mjs',
      ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
      { show: true },
    ),
  );
  const env = await step('browsers', browsers);
  await step('browser tests', () =>
    runInstalled('@playwright/test/cli.js', ['test'], { show: true, env: { ...env, CI: 'true' } }),
  );
});

const { passed, failed, skipped } = countTests([unitReport, e2eReport]);
if (skipped > 0) console.error('\n✘ A skipped test proves nothing: none may be.');
if (passed === 0) console.error('\n✘ No test passed.');
if (failed > 0 || skipped > 0 || passed === 0) process.exitCode = 1;
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);

/** @param {'chrome' | 'firefox'} target */
async function build(target) {
  rmSync(join(root, '.output', `${target}-mv3`), { recursive: true, force: true });
  await runInstalled('wxt/bin/wxt.mjs', ['build', '-b', target, '--mv3']);
}

async function lintAddon() {
  const folder = join(root, '.output', 'firefox-mv3');
  const linter = 'addons-linter/bin/addons-linter';
  // It exits with 1 on errors: what it says is read from its report, so that warnings are read too.
  const output = await run(process.execPath, [
    join(root, 'node_modules', linter),
    folder,
    '--output',
    'json',
  ]).catch((/** @type {Error} */ error) => error.message);
  const report = /^\{.*\}$/m.exec(output)?.[0];
  if (!report) throw new Refusal(output);
  /** @type {Record<'errors' | 'warnings', { code: string, message: string, file?: string }[]>} */
  const { errors, warnings } = JSON.parse(report);
  const refused = [...errors, ...warnings.filter(({ code }) => !KNOWN_WARNINGS.includes(code))];
  if (refused.length > 0)
    throw new Refusal(
      refused.map(({ code, message, file }) => `${code}: ${message} (${file ?? '-'})`).join('\n'),
    );
  console.log(`  no error, ${warnings.length} known warnings`);
}

/** Both browsers; without Firefox its tests still run, and fail, rather than be forgotten. */
async function browsers() {
  const chromium = await findChromium();
  const firefox = await findFirefox();
  console.log(`  Chromium: ${chromium}`);
  console.log(`  Firefox: ${firefox ?? 'none, and none could be installed: its tests will fail'}`);
  return { VIGIE_CHROMIUM: chromium, ...(firefox ? { VIGIE_FIREFOX: firefox } : {}) };
}
