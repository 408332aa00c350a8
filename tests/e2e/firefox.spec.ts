import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import puppeteer, { type Browser } from 'puppeteer-core';
import { type Demo, startDemo } from '../demo/server';
import { openedRoots } from '../tools/opened.mjs';
import { findFirefox } from '../tools/set-up.mjs';
import { consoleUrl, MANUAL_GROUPS } from './console';

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

test('Firefox : activer, voir les constats, lire tout l’établissement, retenir le clic', async () => {
  test.setTimeout(90_000);
  const popup = await browser.newPage();
  // Never resolves: the page changes process.
  void popup.goto(`moz-extension://${INTERNAL_ID}/popup.html`).catch(() => undefined);
  const granted = () =>
    popup
      .evaluate(() => chrome.permissions.contains({ origins: ['https://*.enthdf.fr/*'] }))
      .catch(() => false);
  await expect.poll(() => popup.$('body').then(Boolean, () => false)).toBe(true);
  await popup.evaluate(() => {
    const button = document.createElement('button');
    button.id = 'grant';
    button.style.cssText = 'position:fixed;inset:0;z-index:9';
    button.onclick = () => chrome.permissions.request({ origins: ['https://*.enthdf.fr/*'] });
    document.body.append(button);
  });
  await popup.click('#grant');
  await expect.poll(granted).toBe(true);
  await expect
    .poll(() => popup.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length))
    .toBeGreaterThan(0);

  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  await page.goto(consoleUrl('college', MANUAL_GROUPS));
  const inOverlay = <T>(look: (root: ShadowRoot) => T) =>
    page
      .evaluate(`(${look})(document.querySelector('vigie-ent').shadowRoot)`)
      .catch(() => undefined) as Promise<T | undefined>;
  const text = () => inOverlay((root) => root.textContent ?? '');
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
