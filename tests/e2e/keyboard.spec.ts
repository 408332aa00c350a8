import type { Page } from '@playwright/test';
import { ficheFile } from '@/utils/report/fiche-file';
import { count, fiche } from '../helpers/fiches';
import { consoleUrl, expect, MANUAL_GROUPS, overlayOf, test } from './console';
import { eraseRecords } from './kept';
import { faultsOf, overflowOf, tabTo } from './keyboard';
import { everythingKept, file } from './workshop';

const SHOTS = process.env.VIGIE_SHOTS;
const NOW = new Date();
const dayBefore = (days: number) => new Date(NOW.getTime() - days * 86_400_000).toISOString();

/** Forty schools of one town, each read twice: what an eRun finds on the board. */
const FICHES = Array.from({ length: 40 }, (_, index) =>
  [12, 3].map((days) => {
    const at = dayBefore(days);
    const violations = days === 12 ? 3 : index % 3;
    return fiche({
      id: `s${index}`,
      name: `École des Tilleuls ${index + 1}`,
      at,
      day: at.slice(0, 10),
      counts: [
        count('past-year-group', { outcome: violations > 0 ? 'violation' : 'pass', violations }),
        count('empty-group'),
      ],
      figures: { 'Groupes manuels': 20 + violations },
    });
  }),
).flat();

test.afterAll(async ({ session }) => {
  // The browser is shared: forty schools more would fill the boards of others.
  await eraseRecords(session.worker, ['fiches', 'cards']);
});

async function look(page: Page, name: string, within?: string): Promise<void> {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/keyboard-${name}.png` });
  expect(await faultsOf(page, within), name).toEqual([]);
  expect(await overflowOf(page), name).toBeLessThanOrEqual(0);
}

for (const [width, colorScheme] of [
  [320, 'light'],
  [320, 'dark'],
  [1280, 'light'],
  [1280, 'dark'],
] as const)
  test(`au clavier seul : tableau, fiche, avant et après, dossier, tournée (${width} px, ${colorScheme})`, async ({
    page,
    session,
    demo,
  }) => {
    test.setTimeout(180_000);
    const named = (what: string) => `${what}-${width}-${colorScheme}`;
    const workshop = await session.context.newPage();
    await workshop.emulateMedia({ colorScheme });
    await workshop.setViewportSize({ width, height: 800 });
    await workshop.goto(`chrome-extension://${session.extensionId}/workshop.html#ecoles`);
    await workshop
      .locator('.schools input[type=file]')
      .setInputFiles(file('fiches.json', ficheFile(FICHES, NOW.toISOString())));
    const rows = workshop.locator('.schools tbody tr:not(.gap)');
    // Not a number of schools: the browser is shared, and the tour of another width adds its own.
    await expect(workshop.locator('.schools section .notice')).toContainText(/fiches? (ajoutées|nouvelle)/);
    await look(workshop, named('board'));

    await test.step('du tableau à la fiche, et à « Avant et après »', async () => {
      const search = workshop.getByRole('searchbox');
      await tabTo(workshop, search);
      await workshop.keyboard.type('tilleuls 27');
      await expect(rows).toHaveCount(1);
      await tabTo(workshop, rows.first().getByRole('button'));
      await workshop.keyboard.press('Enter');
      await expect(workshop.getByRole('heading', { level: 2, name: 'École des Tilleuls 27' })).toBeFocused();
      await look(workshop, named('fiche'));
      const before = workshop.getByRole('combobox', { name: 'Avant', exact: true });
      await tabTo(workshop, before);
      const chosen = await before.inputValue();
      await workshop.keyboard.press('Home');
      await expect(before).not.toHaveValue(chosen);
      await workshop.keyboard.press('End');
      await expect(before).toHaveValue(chosen);
      await expect(workshop.locator('table.changes').first()).toBeVisible();
      await look(workshop, named('changes'));
    });

    await test.step('retour au tableau, à l’école dont on vient', async () => {
      const back = workshop.getByRole('button', { name: /Tous les établissements/ });
      await workshop.getByRole('heading', { level: 2, name: 'École des Tilleuls 27' }).focus();
      await workshop.keyboard.press('Shift+Tab');
      await expect(back).toBeFocused();
      await workshop.keyboard.press('Enter');
      await expect(rows.first().getByRole('button')).toBeFocused();
    });

    await test.step('au dossier reçu', async () => {
      await workshop.reload();
      const menu = workshop.getByRole('button', { name: /Menu de l’atelier/ });
      if (await menu.isVisible()) {
        await tabTo(workshop, menu);
        await workshop.keyboard.press('Enter');
      }
      await tabTo(workshop, workshop.getByRole('link', { name: 'Dossier de support' }));
      await workshop.keyboard.press('Enter');
      await expect(workshop.getByRole('heading', { level: 1, name: 'Dossier de support' })).toBeVisible();
      await expect(workshop.getByText('Ouverture…')).toHaveCount(0);
      await look(workshop, named('dossier'));
    });
    await workshop.close();

    await test.step('dans la console : le dossier, puis la tournée', async () => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await page.goto(consoleUrl('papillons', MANUAL_GROUPS));
      const { badge, panel, root } = overlayOf(page);
      await badge.waitFor();
      await badge.focus();
      await page.keyboard.press('Enter');
      await expect(panel).toBeVisible();

      await tabTo(page, panel.getByRole('button', { name: 'Dossier de support' }));
      await page.keyboard.press('Enter');
      const dialog = root.getByRole('dialog', { name: 'Dossier de support' });
      await expect(dialog).toBeVisible();
      await tabTo(page, dialog.getByRole('checkbox', { name: /^Joindre/ }));
      await page.keyboard.press('Space');
      await expect(dialog.getByRole('textbox')).toHaveValue(/"format":/);
      if (SHOTS) await page.screenshot({ path: `${SHOTS}/keyboard-${named('handed')}.png` });
      expect(await faultsOf(page, 'vigie-ent')).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
      await expect(panel).toBeVisible();

      await tabTo(page, panel.getByRole('button', { name: 'Contrôler mes écoles…' }));
      await page.keyboard.press('Enter');
      const tour = panel.getByRole('region', { name: 'Contrôler mes écoles' });
      const boxes = tour.getByRole('checkbox');
      await expect(boxes).toHaveCount(3);
      await tabTo(page, tour.getByRole('button', { name: 'Tout décocher' }));
      await page.keyboard.press('Enter');
      await tabTo(page, boxes.first());
      await page.keyboard.press('Space');
      await expect(boxes.first()).toBeChecked();
      if (SHOTS) await page.screenshot({ path: `${SHOTS}/keyboard-${named('tour')}.png` });
      expect(await faultsOf(page, 'vigie-ent')).toEqual([]);
      await tabTo(page, tour.getByRole('button', { name: 'Commencer' }));
      demo.clearRequests();
      await page.keyboard.press('Enter');
      await expect(tour).toContainText('1 établissement contrôlé', { timeout: 60_000 });
      expect(demo.requests().filter(({ method }) => method !== 'GET')).toEqual([]);
      // Where the focus was has gone: it must not fall back to the ENT's page.
      await tabTo(page, tour.getByRole('button', { name: 'Ouvrir le tableau' }));
      expect(await faultsOf(page, 'vigie-ent')).toEqual([]);
    });
    const inspected = await session.context.newPage();
    await inspected.goto(`chrome-extension://${session.extensionId}/workshop.html#etat`);
    const kept = JSON.stringify(await everythingKept(inspected));
    expect(kept).not.toContain('REMPLAÇANT');
    await inspected.close();
  });
