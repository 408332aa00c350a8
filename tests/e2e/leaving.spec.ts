import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import ICAL from 'ical.js';
import { consoleUrl, MANUAL_GROUPS, test as onConsole, overlayOf } from './console';
import {
  expect,
  type Launched,
  launchWithExtension,
  serveHttps,
  type TrivialServer,
  tell,
  test,
} from './extension';
import { recordsKept } from './kept';

const SCHOOL = {
  ent: 'edifice',
  host: 'enthdf.fr',
  id: 'b7c1',
  name: 'École des Papillons',
  uai: '0590000A',
  levels: [1],
};
/** In the middle of a change of year. */
const DAY = '2026-08-27T10:00:00';
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let server: TrivialServer;
test.beforeAll(async () => {
  server = await serveHttps(() => '<!doctype html><html lang="fr"><title>Console</title></html>');
});
test.afterAll(() => server.close());

const launch = (profileDir: string, more: object = {}) =>
  launchWithExtension({ profileDir, httpsPort: server.port, ...more });

async function open({ context, pageUrl }: Launched, section: string): Promise<Page> {
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date(DAY));
  await page.goto(pageUrl(`workshop.html#${section}`));
  return page;
}

/** The text of what a click hands over. */
async function handed(page: Page, button: string): Promise<{ name: string; text: string }> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).click();
  const download = await downloading;
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

const give = (page: Page, name: string, text: string) =>
  page
    .getByLabel('Restaurer une sauvegarde')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

async function fill(page: Page): Promise<void> {
  await expect(page.locator('.calendar')).toHaveAttribute('aria-busy', 'false');
  await tell(page, 'school/seen', SCHOOL);
  await expect(page.getByRole('heading', { level: 2, name: SCHOOL.name })).toBeVisible();
  // The click that ticks is also what ends the typing: the tick bears the initials all the same.
  await page.getByLabel('Vos initiales').fill('cv');
  await page.getByRole('checkbox', { name: /^Trier les AESH/ }).check();
  await expect(page.getByText('Coché le 27/08 par CV')).toBeVisible();
}

test('backed up, erased, restored: all is as it was', async ({ profileDir }) => {
  const launched = await launch(profileDir);
  const page = await open(launched, 'calendrier');
  await fill(page);
  await page.goto(launched.pageUrl('workshop.html#reglages'));
  await expect(page.getByText('Aucune sauvegarde n’a encore été enregistrée')).toBeVisible();
  const before = await recordsKept(page);
  const backup = await handed(page, 'Enregistrer une sauvegarde');
  expect(backup.name).toBe('vigie-sauvegarde-2026-08-27.json');
  await expect(page.getByText('Dernière sauvegarde le 27/08/2026')).toBeVisible();

  await page.getByRole('button', { name: 'Tout effacer…' }).click();
  await page.getByRole('button', { name: 'Oui, tout effacer' }).click();
  await expect(page.getByText('Rien n’est gardé pour l’instant.')).toBeVisible();
  await expect(page.getByText('Aucune sauvegarde n’a encore été enregistrée')).toBeVisible();

  await give(page, 'coupée.json', backup.text.slice(0, -200));
  await expect(page.getByRole('alert')).toContainText('tronqué ou abîmé');
  await give(page, backup.name, backup.text);
  await expect(page.getByRole('heading', { name: /^Sauvegarde du 27\/08\/2026/ })).toBeFocused();
  await expect(page.getByRole('row', { name: /^Étapes cochées/ })).toContainText('1');
  await page.getByRole('button', { name: 'Restaurer', exact: true }).click();
  await expect(page.locator('.said')).toContainText('Sauvegarde restaurée');
  expect(await recordsKept(page)).toEqual(before);
  await expect(page.getByRole('textbox', { name: /^Initiales/ })).toHaveValue('CV');

  await give(page, backup.name, backup.text);
  await expect(page.getByText('Tout ce que contient cette sauvegarde est déjà ici.')).toBeVisible();
  await launched.context.close();
});

test('an agenda gets the steps with their dates, and the same ones again after a date has changed', async ({
  profileDir,
}) => {
  const launched = await launch(profileDir);
  const page = await open(launched, 'calendrier');
  await fill(page);
  const eventsOf = (text: string) =>
    new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents('vevent')
      .map((one) => new ICAL.Event(one))
      .sort((a, b) => (a.uid < b.uid ? -1 : 1));
  const first = await handed(page, 'Enregistrer pour un agenda');
  expect(first.name).toBe('agenda-rentree-2026.ics');
  const events = eventsOf(first.text);
  expect(events.length).toBeGreaterThan(5);
  expect(events.every((event) => event.sequence === 0 && event.startDate.isDate)).toBe(true);
  await page.getByRole('navigation', { name: 'Calendrier' }).getByRole('button', { name: 'Dates' }).click();
  await page.getByLabel('Rentrée des classes').fill('2026-09-03');
  await expect(page.getByText('fixée ici')).toBeVisible();
  const again = eventsOf((await handed(page, 'Enregistrer pour un agenda')).text);
  expect(again.map((event) => event.uid)).toEqual(events.map((event) => event.uid));
  expect(again.some((event) => event.sequence === 1)).toBe(true);
  await launched.context.close();
});

test('late steps are counted on the button, and a tick is taken off at once', async ({ profileDir }) => {
  const launched = await launch(profileDir);
  const page = await open(launched, 'calendrier');
  await fill(page);
  const badge = () => page.evaluate(() => chrome.action.getBadgeText({}));
  await page.getByRole('button', { name: 'Ajouter une étape' }).click();
  await page.getByLabel('Ce qu’il y a à faire').fill('Prévenir la mairie');
  // The background has the clock of the machine, and this step no end of usefulness.
  await page.getByLabel('Premier jour').fill('2026-05-02');
  await page.getByRole('button', { name: 'Enregistrer l’étape' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Prévenir la mairie' })).toBeVisible();
  await expect.poll(badge).toMatch(/^\d+$/);
  const before = Number(await badge());
  await page.getByRole('checkbox', { name: /^Prévenir la mairie/ }).check();
  await expect.poll(async () => Number((await badge()) || 0)).toBe(before - 1);
  await page.goto(launched.pageUrl('workshop.html#reglages'));
  await page.getByLabel('Le nombre d’étapes en retard').uncheck();
  await expect.poll(badge).toBe('');
  await launched.context.close();
});

onConsole('the banner of the season is hidden until tomorrow', async ({ page, session }) => {
  await page.goto(consoleUrl('papillons', MANUAL_GROUPS));
  const { badge, panel } = overlayOf(page);
  await expect(badge).toBeVisible();
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  const workshop = await session.context.newPage();
  await workshop.goto(`chrome-extension://${session.extensionId}/workshop.html#calendrier`);
  await workshop.getByRole('button', { name: 'Ajouter une étape' }).click();
  await workshop.getByLabel('Ce qu’il y a à faire').fill('Prévenir la mairie');
  await workshop.getByLabel('Premier jour').fill(yesterday);
  await workshop.getByRole('button', { name: 'Enregistrer l’étape' }).click();
  await expect(workshop.getByRole('listitem').filter({ hasText: 'Prévenir la mairie' })).toBeVisible();

  await page.reload();
  await badge.click();
  const banner = panel.locator('.season');
  await expect(banner).toContainText(/Changement d’année.: .*en retard/);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/banner.png` });
  await banner.getByRole('button', { name: 'Masquer jusqu’à demain' }).click();
  await expect(banner).toHaveCount(0);
  await page.reload();
  await badge.click();
  await expect(panel.locator('.steps summary')).toBeVisible();
  await expect(banner).toHaveCount(0);

  // Tomorrow: the day on which it was hidden is past.
  await workshop.evaluate(
    (day) => chrome.storage.local.set({ bannerHidden: { 'enthdf.fr': day } }),
    yesterday,
  );
  await page.reload();
  await badge.click();
  await expect(banner).toBeVisible();
  await workshop.close();
});

for (const [name, more] of [
  ['dark', { colorScheme: 'dark', viewport: { width: 1280, height: 900 } }],
  ['narrow', { viewport: { width: 320, height: 800 } }],
] as const)
  test(`the settings are clean for axe and fit: ${name}`, async ({ profileDir }) => {
    const launched = await launch(profileDir, more);
    const page = await open(launched, 'calendrier');
    await fill(page);
    await page.goto(launched.pageUrl('workshop.html#reglages'));
    const backup = await handed(page, 'Enregistrer une sauvegarde');
    await page.getByRole('checkbox', { name: 'Le nombre d’étapes' }).focus();
    await give(page, backup.name, backup.text);
    await expect(page.getByRole('heading', { name: /^Sauvegarde du/ })).toBeVisible();
    await page.evaluate(AXE);
    const faults = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
      const { violations } = await axe.run();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    });
    expect(faults).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/settings-${name}.png`, fullPage: true });
    await launched.context.close();
  });
