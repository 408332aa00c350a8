/** A Chromium that carries the built extension and takes every ENT for the demonstration server. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openedRoots } from './opened.mjs';
import { Refusal } from './run.mjs';

/**
 * @typedef {object} Session
 * @property {import('@playwright/test').BrowserContext} context
 * @property {import('@playwright/test').Worker} worker the extension's background
 * @property {string} extensionId
 * @property {() => Promise<void>} close closes the browser and removes its profile
 */

/**
 * @typedef {object} BrowserOptions
 * @property {string} chromium path of the program
 * @property {string} extension folder of the built extension
 * @property {{ http: number, https: number }} ports of the demonstration server
 * @property {boolean} headless a program drives it: our shadow roots are then open
 * @property {string} [profile] folder of a profile to keep: open twice with the same one to see what survives a restart
 * @property {{ width: number, height: number }} [viewport]
 * @property {'light' | 'dark'} [colorScheme]
 */

/** How long the extension's background is waited for, in ms; now and then Chromium starts it unannounced. */
const BACKGROUND_WAIT = 10_000;

/**
 * @param {BrowserOptions} options
 * @returns {Promise<Session>}
 */
export async function openBrowser(options) {
  const { extension, headless } = options;
  const shown = { ...options, extension: headless ? openedRoots(extension) : extension };
  const first = await tryOpening(shown);
  const session = first ?? (await tryOpening(shown));
  if (!session) throw new Refusal('Chromium opened, but the extension never started in it.');
  return session;
}

/**
 * @param {BrowserOptions} options
 * @returns {Promise<Session | undefined>} undefined when the extension's background did not show
 */
async function tryOpening({ chromium: executablePath, extension, ports, headless, ...options }) {
  const { chromium } = await import('@playwright/test');
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'vigie-profile-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: headless ? (options.viewport ?? { width: 1280, height: 800 }) : null,
    ...(options.colorScheme && { colorScheme: options.colorScheme }),
    ignoreHTTPSErrors: true,
    args: [
      ...switches(ports, headless),
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
  });
  context.setDefaultTimeout(15_000);
  const close = async () => {
    await context.close().catch(() => undefined);
    if (!options.profile) rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  };
  const worker =
    context.serviceWorkers()[0] ??
    (await context.waitForEvent('serviceworker', { timeout: BACKGROUND_WAIT }).catch(() => undefined));
  if (worker) return { context, worker, extensionId: new URL(worker.url()).host, close };
  await close();
  return undefined;
}

/**
 * A Chromium without the extension: the demonstration as it is.
 * @param {{ chromium: string, ports: { http: number, https: number } }} options
 * @returns {Promise<import('@playwright/test').Browser>}
 */
export async function openBareBrowser({ chromium: executablePath, ports }) {
  const { chromium } = await import('@playwright/test');
  return chromium.launch({ executablePath, args: switches(ports, true) });
}

/**
 * What every browser of ours is started with.
 * @param {{ http: number, https: number }} ports
 * @param {boolean} headless
 */
function switches(ports, headless) {
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(headless ? ['--disable-gpu'] : []),
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // Every name leads to the demonstration: nothing of this browser can reach a real ENT.
    `--host-resolver-rules=MAP *:443 127.0.0.1:${ports.https}, MAP *:80 127.0.0.1:${ports.http}`,
  ];
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
