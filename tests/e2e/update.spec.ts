import { resolve } from 'node:path';
import { activate, openBrowser } from '../tools/browser.mjs';
import { findChromium } from '../tools/set-up.mjs';
import { consoleUrl, expect, MANUAL_GROUPS, overlayOf, test } from './console';

// A browser of its own: a reload ends the background that other tests talk to.
test('extension rechargée sous une page ouverte : un mot clair, plus aucun repère', async ({ demo }) => {
  const extension = resolve('.output/chrome-mv3');
  const session = await openBrowser({
    chromium: await findChromium(),
    extension,
    ports: demo,
    headless: true,
  });
  await activate(session, 'https://*.enthdf.fr/*');
  const page = await session.context.newPage();
  await page.goto(consoleUrl('papillons', MANUAL_GROUPS));
  const { root, badge, marks } = overlayOf(page);
  await badge.click();
  await expect(marks.first()).toBeVisible();
  await session.worker.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await expect(root).toContainText(/mise à jour ou désactivée.*rechargez la page/);
  await expect(marks).toHaveCount(0);
  await root.getByRole('button', { name: 'Fermer' }).click();
  await expect(root).toHaveCount(0);
  await session.close();
});
