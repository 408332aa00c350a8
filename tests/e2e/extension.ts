import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, test as base, type Page } from '@playwright/test';
import selfsigned from 'selfsigned';
import { openBrowser } from '../tools/browser.mjs';
import { findChromium } from '../tools/set-up.mjs';

/** The built extension that is tested; never the sources. */
const EXTENSION = resolve(process.env.VIGIE_EXTENSION ?? '.output/chrome-mv3');

export interface LaunchOptions {
  /** Launch twice with the same one to see what survives a restart. */
  profileDir: string;
  /** Where every https host, production names included, is sent. */
  httpsPort: number;
  /** The same for plain http; without it, http goes nowhere. */
  httpPort?: number;
  viewport?: { width: number; height: number };
  colorScheme?: 'light' | 'dark';
}

export interface Launched {
  context: BrowserContext;
  extensionId: string;
  /** The address of one of the extension's pages. */
  pageUrl(name: string): string;
}

/** A browser with the built extension in it, in French, whose every host is the given local server. */
export async function launchWithExtension(options: LaunchOptions): Promise<Launched> {
  const { profileDir, httpsPort, httpPort = httpsPort, viewport, colorScheme } = options;
  const { context, extensionId } = await openBrowser({
    chromium: await findChromium(),
    extension: EXTENSION,
    ports: { https: httpsPort, http: httpPort },
    headless: true,
    profile: profileDir,
    ...(viewport && { viewport }),
    ...(colorScheme && { colorScheme }),
  });
  return { context, extensionId, pageUrl: (name) => `chrome-extension://${extensionId}/${name}` };
}

/**
 * Grants an optional host beforehand, `https://*.enthdf.fr/*`: headless, nobody sees the prompt and the request would
 * never answer. The product's own request then answers yes without one.
 */
export async function grantHost(context: BrowserContext, extensionId: string, origin: string): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions/');
  await page.evaluate(
    async ([id, host]) => {
      const api = (chrome as unknown as { developerPrivate: DeveloperPrivate }).developerPrivate;
      await api.updateExtensionConfiguration({ extensionId: id, hostAccess: 'ON_SPECIFIC_SITES' });
      await api.addHostPermission(id, host);
      await api.updateExtensionConfiguration({ extensionId: id, hostAccess: 'ON_ALL_SITES' });
    },
    [extensionId, origin] as const,
  );
  await page.close();
}

interface DeveloperPrivate {
  updateExtensionConfiguration(change: { extensionId: string; hostAccess: string }): Promise<void>;
  addHostPermission(id: string, host: string): Promise<void>;
}

/** A local https server with a certificate of its own, for the specs that don't need the demo ENT. */
export interface TrivialServer {
  port: number;
  close(): Promise<void>;
}

/** Answers every request of every host with the page that `answer` gives for its host and path. */
export async function serveHttps(answer: (host: string, path: string) => string): Promise<TrivialServer> {
  const { private: key, cert } = await selfsigned.generate([{ name: 'commonName', value: 'localhost' }]);
  const server = createServer({ key, cert }, (request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(answer(request.headers.host ?? '', request.url ?? '/'));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** `profileDir`: a fresh browser profile, removed after the test. */
export const test = base.extend<{ profileDir: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern itself to know what a fixture needs.
  profileDir: async ({}, use) => {
    const directory = mkdtempSync(join(tmpdir(), 'vigie-'));
    await use(directory);
    rmSync(directory, { recursive: true, force: true, maxRetries: 3 });
  },
});

export { expect } from '@playwright/test';

/** A message as the overlay sends it, from a page of the extension; the background answers. */
export function tell(page: Page, name: string, carries: unknown): Promise<unknown> {
  return page.evaluate((message) => chrome.runtime.sendMessage(message), { name, carries });
}
