/**
 * `npm start`: sets the machine up, then shows the extension on the demonstration ENT: in a window where there is a
 * display, else by walking through it and telling what is seen.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { activate, openBrowser } from './browser.mjs';
import { CONSOLE, drive, GROUPS_PATH, PATTERNS } from './drive.mjs';
import { load } from './load.mjs';
import { main, Refusal, root, runInstalled, step } from './run.mjs';
import { findChromium, installDependencies } from './set-up.mjs';

/** @typedef {{ startDemo(): Promise<Demo> }} DemoModule */
/** @typedef {{ http: number, https: number, close(): Promise<void>, requests(): readonly { method: string, host: string, path: string }[] }} Demo */

await main(async () => {
  await step('packages', installDependencies);
  await step('build for Chrome', () => runInstalled('wxt/bin/wxt.mjs', ['build', '-b', 'chrome', '--mv3']));
  const chromium = await step('browser', findChromium);
  const demo = await step('demonstration ENT', startDemo);
  const headless = !hasDisplay();
  const extension = join(root, '.output', 'chrome-mv3');
  const session = await openBrowser({ chromium, extension, ports: demo, headless });
  try {
    for (const pattern of PATTERNS) await activate(session, pattern);
    if (headless) {
      console.log('\nNo display: walking through the extension, screenshots in reports/screenshots/.');
      await drive(session, demo);
      console.log('\nEverything was as it should be.');
    } else await show(session);
  } finally {
    await session.close();
    await demo.close();
  }
});

/** @returns {Promise<Demo>} */
async function startDemo() {
  const path = 'tests/demo/server.ts';
  if (!existsSync(join(root, path)))
    throw new Refusal(`${path} is missing: there is no demonstration to show.`);
  const { startDemo } = /** @type {DemoModule} */ (await load(path));
  return startDemo();
}

/** @param {import('./browser.mjs').Session} session */
async function show({ context }) {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(CONSOLE + GROUPS_PATH);
  console.log('\nThe demonstration is open. Try:');
  console.log('  – the button at the bottom right: « Contrôler tout l’établissement »;');
  console.log('  – opening the GAR group and deleting it;');
  console.log('  – the extension’s button in the toolbar, for the checklists and the workshop;');
  console.log('  – https://college-demo.itslearning.com and https://college-demo.ent.auvergnerhonealpes.fr.');
  console.log('Close the window to end.');
  await new Promise((done) => context.on('close', done));
}

function hasDisplay() {
  if (process.env.VIGIE_HEADLESS) return false;
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}
