import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { startDemo } from '../demo/server';
import { activate, openBrowser } from '../tools/browser.mjs';
import { drive, PATTERNS } from '../tools/drive.mjs';
import { findChromium } from '../tools/set-up.mjs';

test('the walk of « npm start » sees everything it tells of, on the three families', async () => {
  test.setTimeout(180_000);
  const demo = await startDemo();
  const chromium = process.env.VIGIE_CHROMIUM ?? (await findChromium());
  const extension = resolve('.output/chrome-mv3');
  const session = await openBrowser({ chromium, extension, ports: demo, headless: true });
  try {
    for (const pattern of PATTERNS) await activate(session, pattern);
    await expect(drive(session, demo)).resolves.toBeUndefined();
  } finally {
    await session.close();
    await demo.close();
  }
});
