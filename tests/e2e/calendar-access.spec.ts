import type { Page } from '@playwright/test';
import { expect, launchWithExtension, serveHttps, type TrivialServer, test } from './extension';

/* The year's calendar for whoever reads large, uses a narrow window, or no mouse. */

const SCHOOL = {
  ent: 'edifice',
  host: 'enthdf.fr',
  id: 'b7c1',
  name: 'École des Papillons',
  uai: '0590000A',
  levels: [1],
};
/** Long after the change of year, nobody having set a date. */
const DAY = '2026-11-23T10:00:00';

let server: TrivialServer;
test.beforeAll(async () => {
  server = await serveHttps(() => '<!doctype html><html lang="fr"><title>Console</title></html>');
});
test.afterAll(() => server.close());

async function open(profileDir: string, name: string, width: number) {
  const launched = await launchWithExtension({
    profileDir,
    httpsPort: server.port,
    viewport: { width, height: 800 },
  });
  const page = await launched.context.newPage();
  await page.clock.setFixedTime(new Date(DAY));
  await page.goto(launched.pageUrl(name));
  await page.evaluate((carries) => chrome.runtime.sendMessage({ name: 'school/seen', carries }), SCHOOL);
  await expect(page.getByRole('heading', { name: SCHOOL.name })).toBeVisible();
  return { ...launched, page };
}

/** As if the extension had been there before the summer. */
async function followedSinceJune(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await done(indexedDB.open('vigie'));
    const store = () => db.transaction('schools', 'readwrite').objectStore('schools');
    const [school] = await done(store().getAll());
    await done(store().put({ ...school, firstSeen: '2026-06-01T08:00:00.000Z' }));
    db.close();
  });
}

const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Calendrier' }).getByRole('button', { name });

/** Every text twice as large and nothing else, as « Zoom sur le texte » of Firefox does. */
async function doubleText(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    const sizes = [...document.querySelectorAll<HTMLElement>('body *')].map(
      (element) => [element, Number.parseFloat(getComputedStyle(element).fontSize)] as const,
    );
    for (const [element, size] of sizes) element.style.setProperty('font-size', `${2 * size}px`, 'important');
  });
}

/** What hangs out of the window, and what is cut where it stands. */
async function lostText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const lost: string[] = [];
    const wide = document.documentElement.scrollWidth - innerWidth;
    if (wide > 0) lost.push(`the page is ${wide} px too wide`);
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const { overflowX, overflowY, position } = getComputedStyle(element);
      // The months above the drawing are cut in a narrow one: every row has its dates in words.
      const hidden = element.closest('.visually-hidden, svg, select, progress, .axis, [aria-hidden=true]');
      if (hidden || position === 'absolute' || !element.innerText?.trim()) continue;
      const cutX = /hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
      const cutY = /hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1;
      if (cutX || cutY) lost.push(`cut: ${element.outerHTML.slice(0, 120)}`);
    }
    return lost;
  });
}

for (const width of [1280, 640])
  test(`with text of 200 %, nothing of the calendar is lost (${width} px)`, async ({ profileDir }) => {
    const { context, page } = await open(profileDir, 'workshop.html#calendrier', width);
    await doubleText(page);
    expect(await lostText(page)).toEqual([]);
    for (const name of ['Frise', 'Dates', 'Journal', 'Listes suivies']) {
      await tab(page, name).click();
      await doubleTextAfresh(page);
      expect(await lostText(page), name).toEqual([]);
    }
    await context.close();
  });

/** The same on what was just drawn: sizes set before are taken back first. */
async function doubleTextAfresh(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('body *'))
      element.style.removeProperty('font-size');
  });
  await doubleText(page);
}

test('with text of 200 %, nothing of the popup and of the settings is lost', async ({ profileDir }) => {
  const { context, page, pageUrl } = await open(profileDir, 'popup.html', 384);
  await doubleText(page);
  expect(await lostText(page)).toEqual([]);
  // The workshop is a tab: half of a window of 1280 px is narrow enough.
  await page.setViewportSize({ width: 640, height: 800 });
  await page.goto(pageUrl('workshop.html#reglages'));
  await expect(page.getByRole('heading', { name: 'Rappels' })).toBeVisible();
  await doubleText(page);
  expect(await lostText(page)).toEqual([]);
  await context.close();
});

test('in a narrow window the sections stand behind one button, by the keyboard too', async ({
  profileDir,
}) => {
  const { context, page } = await open(profileDir, 'workshop.html#calendrier', 320);
  const nav = page.getByRole('navigation', { name: 'Atelier' });
  const menu = nav.getByRole('button', { name: 'Menu de l’atelier' });
  await expect(menu).toHaveAttribute('aria-expanded', 'false');
  await expect(nav.getByRole('link')).toHaveCount(0);
  // One line of a button instead of six of links.
  expect((await page.locator('.workshop > header').boundingBox())?.height).toBeLessThan(70);

  await menu.focus();
  await page.keyboard.press('Enter');
  await expect(nav.getByRole('link', { name: 'Calendrier' })).toHaveAttribute('aria-current', 'page');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await expect(menu).toBeFocused();
  await expect(nav.getByRole('link')).toHaveCount(0);

  await page.keyboard.press('Enter');
  await nav.getByRole('link', { name: 'Réglages' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Réglages' })).toBeVisible();
  await expect(menu).toHaveAttribute('aria-expanded', 'false');

  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(menu).toBeHidden();
  await expect(nav.getByRole('link')).not.toHaveCount(0);
  await context.close();
});

test('steps that nobody dated count late after 30 September, say so, and lead to their date', async ({
  profileDir,
}) => {
  const { context, page, pageUrl } = await open(profileDir, 'workshop.html#calendrier', 1280);
  const popup = await context.newPage();
  await popup.clock.setFixedTime(new Date(DAY));
  await popup.goto(pageUrl('popup.html'));
  // Who comes in November has missed nothing; who was there in June has.
  await expect(popup.getByText('Les étapes de cette rentrée sont passées.')).toBeVisible();
  await expect(popup.getByText(/^Vigie suit cet établissement depuis le/)).toBeVisible();
  await followedSinceJune(page);
  await Promise.all([page.reload(), popup.reload()]);
  // The popup, the calendar and the button of the browser count the same.
  await expect(popup.getByText('12 étapes en retard')).toBeVisible();
  await page.getByRole('combobox', { name: 'État' }).selectOption('En retard');
  await expect(page.getByText(/^Affichés.: 12 étapes$/)).toBeVisible();
  await popup.getByRole('button', { name: 'Fixer les dates' }).click();
  await expect(popup.getByLabel('Première alimentation des personnels')).toBeFocused();

  const row = page.getByRole('listitem').filter({ hasText: 'Trier les AESH' });
  await expect(row).toContainText('Sans date, comptée en retard depuis le 01/10.');
  await row.getByRole('button', { name: 'Fixer la date' }).click();
  const field = page.getByLabel('Première alimentation des personnels');
  await expect(field).toBeFocused();
  await field.fill('2026-08-24');
  await tab(page, 'Étapes').click();
  await expect(row).toContainText('du 24/08 au 08/09');
  await expect(row).not.toContainText('Sans date');
  await context.close();
});
