import { resolve } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { type Demo, startDemo } from '../demo/server';
import { activate, openBrowser } from '../tools/browser.mjs';
import { findChromium } from '../tools/set-up.mjs';

/** A browser with the built extension, activated on hosts of the demonstration. */
export type Session = Awaited<ReturnType<typeof openBrowser>>;

interface DemoOptions {
  /** What « Activer sur cet ENT » asks for. */
  patterns: readonly string[];
  /** The ISO date on which the demonstration stands; today when it is absent. */
  date?: string;
}

/** A test with the demonstration and a browser a worker; every test starts on a page of its own, nothing having happened. */
export function demoTest({ patterns, date }: DemoOptions) {
  return base.extend<{ page: Page }, { demo: Demo; session: Session }>({
    demo: [
      // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern itself to know what a fixture needs.
      async ({}, use) => {
        const demo = await startDemo(date === undefined ? {} : { date });
        await use(demo);
        await demo.close();
      },
      { scope: 'worker' },
    ],
    session: [
      async ({ demo }, use) => {
        const chromium = process.env.VIGIE_CHROMIUM ?? (await findChromium());
        const extension = resolve('.output/chrome-mv3');
        const session = await openBrowser({ chromium, extension, ports: demo, headless: true });
        for (const pattern of patterns) await activate(session, pattern);
        await use(session);
        await session.close();
      },
      { scope: 'worker' },
    ],
    page: async ({ demo, session }, use) => {
      demo.reset();
      const page = await session.context.newPage();
      demo.clearRequests();
      await use(page);
      await page.close();
    },
  });
}
