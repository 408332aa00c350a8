/** A Chromium that carries the built extension and takes every ENT for the demonstration server. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal } from './run.mjs';

/**
 * @typedef {object} Session
 * @property {import('@playwright/test').BrowserContext} context
 * @property {import('@playwright/test').Worker} worker the extension's background
 * @property {string} extensionId
 * @property {() => Promise<void>} close closes the browser and removes its profile
 */

/**
 * @param {object} options
 * @param {string} options.chromium path of the program
 * @param {string} options.extension folder of the built extension
 * @param {{ http: number, https: number }} options.ports of the demonstration server
 * @param {boolean} options.headless
 * @returns {Promise<Session>}
 */
export async function openBrowser({ chromium: executablePath, extension, ports, headless }) {
  const { chromium } = await import('@playwright/test');
  const profile = mkdtempSync(join(tmpdir(), 'vigie-profile-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless,
    locale: 'fr-FR',
    viewport: headless ? { width: 1280, height: 800 } : null,
    ignoreHTTPSErrors: true,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(headless ? ['--disable-gpu'] : []),
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      // Every name leads to the demonstration: nothing of this browser can reach a real ENT.
      `--host-resolver-rules=MAP *:443 127.0.0.1:${ports.https}, MAP *:80 127.0.0.1:${ports.http}`,
    ],
  });
  context.setDefaultTimeout(15_000);
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  return {
    context,
    worker,
    extensionId: new URL(worker.url()).host,
    async close() {
      await context.close().catch(() => undefined);
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/**
 * Activates the extension on a host, as « Activer sur cet ENT » does: the extension asks for the host, and its background
 * registers the overlay there. The browser's prompt, which no program can answer, is spared by granting the host
 * beforehand on the browser's own page of extensions.
 * @param {Session} session
 * @param {string} pattern e.g. `https://*.enthdf.fr/*`
 * @throws {Refusal} when the host is not granted, or the overlay not registered
 */
export async function activate({ context, extensionId, worker }, pattern) {
  const page = await context.newPage();
  await page.goto('chrome://extensions/');
  await page.evaluate(
    async ([id, host]) => {
      const { developerPrivate } = /** @type {{ developerPrivate: DeveloperPrivate }} */ (
        /** @type {unknown} */ (chrome)
      );
      await developerPrivate.updateExtensionConfiguration({
        extensionId: id,
        hostAccess: 'ON_SPECIFIC_SITES',
      });
      await developerPrivate.addHostPermission(id, host);
      await developerPrivate.updateExtensionConfiguration({ extensionId: id, hostAccess: 'ON_ALL_SITES' });
    },
    /** @type {const} */ ([extensionId, pattern]),
  );
  await page.goto(`chrome-extension://${extensionId}/popup.html`);
  const granted = await page.evaluate((host) => chrome.permissions.request({ origins: [host] }), pattern);
  if (!granted) throw new Refusal(`The browser refused ${pattern} to the extension.`);
  const deadline = Date.now() + 10_000;
  while ((await worker.evaluate(() => chrome.scripting.getRegisteredContentScripts())).length === 0) {
    if (Date.now() > deadline)
      throw new Refusal(`Once granted ${pattern}, the extension registered nothing there.`);
    await new Promise((done) => setTimeout(done, 100));
  }
  await page.close();
}

/**
 * @typedef {object} DeveloperPrivate Chromium's own API of chrome://extensions
 * @property {(options: { extensionId: string, hostAccess: string }) => Promise<void>} updateExtensionConfiguration
 * @property {(id: string, host: string) => Promise<void>} addHostPermission
 */
