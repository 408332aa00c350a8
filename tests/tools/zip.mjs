/** `npm run zip`: what the stores are given, checked to hold what it should and nothing else. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { main, Refusal, root, runInstalled, step } from './run.mjs';
import { installDependencies } from './set-up.mjs';

const output = join(root, '.output');

/** What may be in each zip. */
const EXTENSION =
  /^(manifest\.json|(popup|workshop)\.html|background\.js|[a-z]+-loader\.js|(_locales|assets|chunks|content-scripts|icon)\/[\w./-]+)$/;
const SOURCES =
  /^((assets|components|entrypoints|public|utils)\/[\w./-]+|[\w.-]+\.(json|md|ts)|LICENSE|\.npmrc|\.node-version)$/;

await main(async () => {
  await step('packages', installDependencies);
  for (const name of readdirSync(root).includes('.output') ? readdirSync(output) : [])
    if (name.endsWith('.zip')) rmSync(join(output, name));
  await step('zip for Chrome and Edge', () =>
    runInstalled('wxt/bin/wxt.mjs', ['zip', '-b', 'chrome', '--mv3']),
  );
  await step('zip for Firefox', () => runInstalled('wxt/bin/wxt.mjs', ['zip', '-b', 'firefox', '--mv3']));
  const { unzipSync } = await import('fflate');
  for (const name of readdirSync(output).filter((file) => file.endsWith('.zip'))) {
    const bytes = readFileSync(join(output, name));
    const paths = Object.keys(unzipSync(bytes)).filter((path) => !path.endsWith('/'));
    const allowed = name.endsWith('-sources.zip') ? SOURCES : EXTENSION;
    const junk = paths.filter((path) => !allowed.test(path));
    if (junk.length > 0) throw new Refusal(`${name} holds what it should not: ${junk.join(', ')}`);
    console.log(`  .output/${name}: ${paths.length} files, ${(bytes.length / 1000).toFixed(1)} kB`);
  }
});
