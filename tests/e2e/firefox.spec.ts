import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import puppeteer, { type Browser, type ElementHandle, type Frame, type Page } from 'puppeteer-core';
import { startingYear } from '../demo/edifice/calendar';
import { nextYearFile, type RosterFile, retyped, transitionExport } from '../demo/edifice/roster-files';
import { PAPILLONS } from '../demo/edifice/structures';
import { buildWorld } from '../demo/edifice/world';
import { editedFiles } from '../demo/itslearning/manifest';
import { type Demo, startDemo } from '../demo/server';
import { openedRoots } from '../tools/opened.mjs';
import { findFirefox } from '../tools/set-up.mjs';
import { consoleUrl, DEMO_DAY, MANUAL_GROUPS } from './console';

/** Fixed, so that the extension's own pages have an address that is known beforehand. */
const INTERNAL_ID = '6f1c1c2e-0d7a-4b67-9d0a-000000000001';
const EXTENSION_ID = 'vigie-ent@vigie-ent.example';

/** Sends every https host to the demonstration: Firefox has no host mapping of its own. */
async function proxyTo(https: number): Promise<{ port: number; close(): void }> {
  const proxy = createServer((_request, response) => response.writeHead(502).end());
  proxy.on('connect', (_request, client) => {
    const upstream = connect(https, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.pipe(client);
      client.pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('error', () => upstream.destroy());
  });
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
  return {
    port: (proxy.address() as AddressInfo).port,
    close() {
      proxy.close();
      proxy.closeAllConnections();
    },
  };
}

let demo: Demo;
let proxy: Awaited<ReturnType<typeof proxyTo>>;
let browser: Browser;

test.beforeAll(async () => {
  demo = await startDemo();
  proxy = await proxyTo(demo.https);
  browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: (await findFirefox()) ?? '',
    headless: true,
    acceptInsecureCerts: true,
    // The day that it is for the demonstration.
    env: { ...process.env, TZ: 'Europe/Paris' },
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxy.port,
      'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION_ID]: INTERNAL_ID }),
      'extensions.webextOptionalPermissionPrompts': false,
    },
  });
  expect(await browser.installExtension(openedRoots(resolve('.output/firefox-mv3')))).toBe(EXTENSION_ID);
});

test.afterAll(async () => {
  await browser?.close();
  proxy?.close();
  await demo?.close();
});

const EDIFICE = ['https://*.enthdf.fr/*'];
const ITSLEARNING = ['https://*.itslearning.com/*', 'https://*.itslfr-aws.com/*'];

/** Grants the extension sites of the demonstration, as « Activer sur cet ENT » does. */
async function activate(origins: readonly string[]): Promise<void> {
  const popup = await browser.newPage();
  // Never resolves: the page changes process.
  void popup.goto(`moz-extension://${INTERNAL_ID}/popup.html`).catch(() => undefined);
  const granted = () =>
    popup
      .evaluate((wanted) => chrome.permissions.contains({ origins: [...wanted] }), origins)
      .catch(() => false);
  await expect.poll(() => popup.$('body').then(Boolean, () => false)).toBe(true);
  await popup.evaluate((wanted) => {
    const button = document.createElement('button');
    button.id = 'grant';
    button.style.cssText = 'position:fixed;inset:0;z-index:9';
    button.onclick = () => chrome.permissions.request({ origins: [...wanted] });
    document.body.append(button);
  }, origins);
  await popup.click('#grant');
  await expect.poll(granted).toBe(true);
  await expect
    .poll(() => popup.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length))
    .toBeGreaterThan(0);
  await popup.close();
}

async function newPage(): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  return page;
}

/** Ways into the overlay over a document. */
function overlayOver(shown: Page | Frame) {
  const inOverlay = <T>(look: (root: ShadowRoot) => T) =>
    shown
      .evaluate(`(${look})(document.querySelector('vigie-ent').shadowRoot)`)
      .catch(() => undefined) as Promise<T | undefined>;
  const text = () => inOverlay((root) => root.textContent ?? '');
  return { text, inOverlay };
}

/** Opens a screen of the console, with ways into the overlay over it. */
async function open(screen: string, school: Parameters<typeof consoleUrl>[0] = 'college') {
  const page = await newPage();
  await page.goto(consoleUrl(school, screen));
  return { page, ...overlayOver(page) };
}

/** Gives files to the field of the panel that asks for an export to compare with. */
async function giveReference(shown: Page | Frame, ...paths: [string, ...string[]]): Promise<void> {
  const field = await shown.evaluateHandle(
    () =>
      document.querySelector('vigie-ent')?.shadowRoot?.querySelector('input[type=file]') as HTMLInputElement,
  );
  await (field as ElementHandle<HTMLInputElement>).uploadFile(...paths);
}

test('Firefox : activer, voir les constats, lire tout l’établissement, retenir le clic', async () => {
  test.setTimeout(90_000);
  await activate(EDIFICE);
  const { page, text, inOverlay } = await open(MANUAL_GROUPS);
  await expect.poll(text).toMatch(/points signalés/);
  await inOverlay((root) => root.querySelector<HTMLElement>('.badge')?.click());
  await expect.poll(text).toMatch(/groupes manuels lus sur/);
  await inOverlay((root) => root.querySelector<HTMLElement>('.live button')?.click());
  await expect.poll(text, { timeout: 20_000 }).toMatch(/Établissement contrôlé/);
  expect(await inOverlay((root) => getComputedStyle(root.querySelector('.panel') as Element).position)).toBe(
    'fixed',
  );
  expect(await inOverlay((root) => root.querySelectorAll('.mark').length)).toBeGreaterThan(0);

  await page.evaluate(() => {
    const rows = [...document.querySelectorAll<HTMLElement>('ode-groups-type-view li.lct-list-item')];
    rows.find((row) => row.textContent?.includes('Resp Affect Gar'))?.click();
  });
  await page.waitForSelector('ode-group-detail button.lct-group-delete-button');
  await page.click('ode-group-detail button.lct-group-delete-button');
  await expect.poll(text).toMatch(/clic retenu/);
  expect(await page.$('ode-lightbox-confirm button.confirm')).toBeNull();
  expect(demo.requests().filter(({ method, host }) => method !== 'GET' && host === 'enthdf.fr')).toEqual([]);
});

test('Firefox : le fichier choisi dans l’assistant d’import est lu, comparé et retenu', async () => {
  test.setTimeout(90_000);
  await activate(EDIFICE);
  const world = buildWorld(DEMO_DAY);
  const fresh = nextYearFile(world, PAPILLONS.id, 'Student');
  const [id = ''] = /^\S+?(?=;)/m.exec(new TextDecoder().decode(fresh.bytes).split('\r\n')[3] ?? '') ?? [];
  const folder = await mkdtemp(join(tmpdir(), 'vigie-firefox-'));
  const written = async (name: string, { bytes }: RosterFile) => {
    const path = join(folder, name);
    await writeFile(path, bytes);
    return path;
  };
  const edited = await written('Student.csv', retyped(fresh, id, `${id}0`));
  const reference = await written('exportTransition.csv', transitionExport(world, PAPILLONS.id, 'Student'));

  const { page, text, inOverlay } = await open('imports-exports/import-csv', 'papillons');
  await expect.poll(() => inOverlay((root) => root.querySelector('.badge') !== null)).toBe(true);
  await inOverlay((root) => root.querySelector<HTMLElement>('.badge')?.click());
  await page.click('input[name=StudentCB]');
  const chosen = await page.$('input[type=file][name=Student]');
  await chosen?.uploadFile(edited);
  await expect.poll(text).toMatch(/comparé à rien/);
  await giveReference(page, reference);
  await expect.poll(text).toMatch(/comparé à l’export/);
  await expect.poll(text).toMatch(/Ligne 4, colonne «.externalid.»/);
  await inOverlay((root) => root.querySelector<HTMLElement>('.badge')?.click());
  for (let step = 1; step <= 3; step++) {
    await page.click('.wizard-content-nav__button--next');
    await page.waitForSelector(`ode-step:nth-of-type(${step + 1}).active`);
  }
  demo.clearRequests();
  await page.click('.wizard-content-nav__button--next');
  await expect.poll(text).toMatch(/clic retenu/);
  expect(demo.requests().filter(({ method }) => method !== 'GET')).toEqual([]);
  await rm(folder, { recursive: true });
});

test('Firefox : le formulaire « Import Utilisateur CSV », dans ses cadres, est lu, comparé et retenu', async () => {
  test.setTimeout(90_000);
  await activate(ITSLEARNING);
  demo.reset();
  const year = startingYear(DEMO_DAY) - (DEMO_DAY.slice(5, 7) >= '08' ? 1 : 0);
  const removal = editedFiles(year).find(({ edit }) => edit === 'removal file');
  if (!removal) throw new Error('No removal file.');
  const folder = await mkdtemp(join(tmpdir(), 'vigie-firefox-'));
  const written = async ({ name, bytes }: { name: string; bytes: Uint8Array }, as = name) => {
    await writeFile(join(folder, as), bytes);
    return join(folder, as);
  };
  const file = await written(removal);
  const reference = await written(removal.before, `export-${removal.before.name}`);

  const page = await newPage();
  await page.goto('https://college-demo.itslearning.com/?skin=listing');
  const named = (part: string) => page.frames().find((one) => one.url().includes(part));
  await expect.poll(() => named('page=administration') !== undefined).toBe(true);
  await named('page=administration')?.waitForSelector('a[href*="page=import-csv"]');
  await named('page=administration')?.click('a[href*="page=import-csv"]');
  await expect.poll(() => named('modules.itslfr-aws.com/import-csv') !== undefined).toBe(true);
  const form = named('modules.itslfr-aws.com/import-csv') as Frame;
  const { text, inOverlay } = overlayOver(form);
  await expect.poll(() => inOverlay((root) => root.querySelector('.badge') !== null)).toBe(true);
  await inOverlay((root) => root.querySelector<HTMLElement>('.badge')?.click());
  await expect.poll(text).toMatch(/Aucun fichier choisi/);

  await form.select('select', removal.profile);
  const field = await form.$('input[type=file]');
  await (field as ElementHandle<HTMLInputElement>).uploadFile(file);
  await expect.poll(text).toMatch(/comparé à rien/);
  await giveReference(form, reference);
  await expect.poll(text).toMatch(/comparé à l’export/);
  await form.click('input[name=tous]');
  await inOverlay((root) => root.querySelector<HTMLElement>('.badge')?.click());
  demo.clearRequests();
  await form.click('form button, form input[type=submit]');
  await expect.poll(text).toMatch(/clic retenu/);
  expect(demo.requests().filter(({ method }) => method !== 'GET')).toEqual([]);
  await rm(folder, { recursive: true });
});
