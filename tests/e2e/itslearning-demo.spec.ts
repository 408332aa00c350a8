import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, expect, type Frame, type Page, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { build } from 'vite';
import { editedFiles } from '../demo/itslearning/manifest';
import { SKINS } from '../demo/itslearning/skins';
import { type Demo, startDemo } from '../demo/server';
import { openBareBrowser } from '../tools/browser.mjs';
import { findChromium } from '../tools/set-up.mjs';

const ROOT = join(import.meta.dirname, '../..');
let demo: Demo;
let browser: Browser;
let page: Page;
/** The adapter as one script, to read the screens where they really run. */
let reader: string;

test.beforeAll(async () => {
  demo = await startDemo({ date: '2026-08-25' });
  reader = await bundle();
  browser = await openBareBrowser({ chromium: await findChromium(), ports: demo });
});
test.afterAll(async () => {
  await browser.close();
  await demo.close();
});
test.beforeEach(async () => {
  demo.reset();
  page = await browser.newPage({ ignoreHTTPSErrors: true, acceptDownloads: true });
});
test.afterEach(() => page.close());

async function bundle(): Promise<string> {
  const entry = '\0reading';
  const made = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: { '@': ROOT } },
    build: { write: false, minify: false, lib: { entry, name: 'reading', formats: ['iife'] } },
    plugins: [
      {
        name: 'reading',
        resolveId: (id) => (id.endsWith('reading') && id.includes('\0') ? entry : undefined),
        load: (id) =>
          id === entry
            ? `export { itslearning } from '@/utils/ents/itslearning/itslearning';export { readScreen, irreversibleAt } from '@/utils/ents/read-screen';`
            : undefined,
      },
    ],
  });
  const output = [made].flat()[0];
  if (!output || !('output' in output)) throw new Error('Nothing was bundled.');
  return output.output[0].code;
}

/** What the adapter reads in a frame, the document compared before and after. */
function readIn(frame: Frame) {
  return frame.evaluate(`(() => {
    ${reader}
    const before = document.documentElement.outerHTML;
    const url = new URL(location.href);
    const { itslearning, readScreen, irreversibleAt } = reading;
    const button = document.querySelector('form button, form input[type=submit]');
    const { facts, unreadable, pages } = readScreen(itslearning, document, url);
    return { facts, unreadable, pages: pages.map(({ id }) => id), school: itslearning.school(document, url)?.uai,
      recognised: itslearning.recognise(document, url), irreversible: button && irreversibleAt(itslearning, button, document, url)?.action,
      untouched: before === document.documentElement.outerHTML };
  })()`) as Promise<Record<string, unknown>>;
}

/** Opens an entry of the menu as a person does, and gives the frame of the module. */
async function open(skin: string, entry: string): Promise<Frame> {
  await page.goto(`https://college-demo.itslearning.com/?skin=${skin}`);
  await page.frameLocator('iframe[name=mainmenu]').getByRole('link', { name: entry }).click();
  const module = page.frameLocator('iframe[name=mainmenu]').frameLocator('iframe');
  await module.getByRole('heading', { name: entry }).first().waitFor();
  const frame = page.frames().find((one) => one.url().includes('modules.itslfr-aws.com'));
  if (!frame) throw new Error('No frame of the modules.');
  return frame;
}

for (const skin of SKINS) {
  test(`${skin}: export, edit, import with the box ticked, and the report; each read where it runs`, async () => {
    const synchros = await open(skin, 'Suivi synchro');
    for (const frame of page.frames().filter((one) => one !== synchros))
      expect(await readIn(frame)).toMatchObject({ recognised: true, pages: [], untouched: true });
    expect(await readIn(synchros)).toMatchObject({
      pages: ['itslearning/synchros'],
      unreadable: [],
      school: '0019901G',
      facts: { synchronisations: { items: [], complete: true } },
    });
    await synchros.locator('input[value=Teacher]').check();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      synchros.locator('form button, form input[type=submit]').click(),
    ]);
    expect(Object.keys(unzipSync(await readFile(await download.path())))).toEqual(['0019901G_Teacher.csv']);

    const form = await open(skin, 'Import Utilisateur CSV');
    const file = editedFiles().find(({ edit }) => edit === 'removal file');
    if (!file) throw new Error('No removal file.');
    await form.locator('select').selectOption('Teacher');
    await form
      .locator('input[type=file]')
      .setInputFiles({ name: file.name, mimeType: 'text/csv', buffer: Buffer.from(file.bytes) });
    await form.locator('input[name=tous]').check();
    expect(await readIn(form)).toMatchObject({
      pages: ['itslearning/import-users'],
      irreversible: 'import-file',
      untouched: true,
      facts: {
        importForm: { items: [{ updateAll: true, profile: 'Enseignants', fileChosen: file.name }] },
      },
    });
    await form.locator('form button, form input[type=submit]').click();
    await form.getByText('Votre fichier a été importé.').waitFor();
    expect(await readIn(await open(skin, 'Suivi synchro'))).toMatchObject({
      unreadable: [],
      facts: {
        synchronisations: {
          items: [{ profile: 'Enseignants', created: 0, updated: 4, deleted: 40, date: '25/08/2026 08:00' }],
          complete: true,
        },
      },
    });
  });
}
