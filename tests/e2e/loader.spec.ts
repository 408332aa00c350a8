import { resolve } from 'node:path';
import { activate, openBrowser } from '../tools/browser.mjs';
import { findChromium } from '../tools/set-up.mjs';
import { consoleUrl, expect, MANUAL_GROUPS, overlayOf, test } from './console';

test('la surcouche n’est chargée qu’une fois, quand l’écran est là, même si l’on active à nouveau', async ({
  page,
  session,
}) => {
  await page.goto(consoleUrl('papillons', MANUAL_GROUPS));
  const { root, badge, marks } = overlayOf(page);
  await badge.click();
  await expect(marks.first()).toBeVisible();
  await session.worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ url: 'https://enthdf.fr/*' });
    const target = { tabId: tab?.id ?? -1, allFrames: true };
    await chrome.scripting.executeScript({ target, files: ['edifice-loader.js'] });
  });
  await page.locator('ode-groups-type-view ode-list input').first().fill('chorale');
  await expect(marks).toHaveCount(1);
  await expect(root).toHaveCount(1);
  // A second overlay would have replaced the first, and its panel would be closed.
  await expect(overlayOf(page).panel).toBeVisible();
});

test('itslearning : les cadres qui ne montrent aucun écran lu n’ont que le chargeur ; l’écran venu, il suffit', async ({
  demo,
}) => {
  const extension = resolve('.output/chrome-mv3');
  const session = await openBrowser({
    chromium: await findChromium(),
    extension,
    ports: demo,
    headless: true,
  });
  await activate(session, 'https://*.itslearning.com/*');
  await activate(session, 'https://*.itslfr-aws.com/*');
  const page = await session.context.newPage();
  await page.goto('https://college-demo.itslearning.com/?skin=ccl');
  const menu = page.frameLocator('iframe[name=mainmenu]');
  await menu.getByRole('link', { name: 'Suivi synchro' }).click();
  const module = menu.frameLocator('iframe');
  await expect(module.locator('vigie-ent .badge')).toBeVisible();
  const drawn = await Promise.all(page.frames().map((frame) => frame.locator('vigie-ent').count()));
  expect(drawn.filter((count) => count > 0)).toEqual([1]);

  // The screen comes without any new document: the loader of the outer page was waiting for it.
  await page.evaluate(() => {
    const heading = document.createElement('h1');
    heading.textContent = 'Suivi synchro';
    document.body.append(heading, document.createElement('table'));
  });
  await expect(page.locator('vigie-ent .badge')).toBeVisible();
  await session.close();
});
