import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, launchWithExtension, serveHttps, type TrivialServer, test } from './extension';
import {
  csvOf,
  file,
  nextYear,
  openWorkshop,
  pupils,
  REFERENCE,
  type TestFile,
  TO_IMPORT,
  zone,
} from './workshop';

const ROWS = pupils(40);
/** More presses of Tab than the page has places to stop at. */
const MOST_TABS = 80;

let server: TrivialServer;
test.beforeAll(async () => {
  server = await serveHttps(() => '<!doctype html><title>ENT</title>');
});
test.afterAll(() => server.close());

/** Goes on with Tab alone, until a thing has the focus and shows it. */
async function reach(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < MOST_TABS; presses++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) {
      expect(await target.evaluate((element) => element.matches(':focus-visible'))).toBe(true);
      return;
    }
  }
  throw new Error(`Tab never reached ${target}`);
}

/** Gives files as a keyboard does: the button, Enter, the picker of the system. */
async function pick(page: Page, title: string, files: TestFile[]): Promise<void> {
  const given = new Promise((resolve) =>
    page.once('filechooser', (chooser) => resolve(chooser.setFiles(files))),
  );
  await reach(page, zone(page, title).getByRole('button', { name: /^Choisir des fichiers/ }));
  await page.keyboard.press('Enter');
  await given;
  await expect(zone(page, title).locator('.file')).toBeVisible();
  await expect(page.locator('.busy')).toHaveCount(0);
}

test('a whole control by keyboard alone: files, search, box, decision, corrected file', async ({
  profileDir,
}) => {
  const launched = await launchWithExtension({ profileDir, httpsPort: server.port });
  const page = await openWorkshop(launched);
  const right = nextYear(ROWS);
  const edited = right.map((row, at) =>
    at === 0 ? row.with(3, 'Zoe') : at === 4 ? row.with(0, `${row[0]}x`) : row,
  );
  await pick(page, REFERENCE, [file('Student_export.csv', csvOf(ROWS))]);
  await pick(page, TO_IMPORT, [file('Student.csv', csvOf(edited))]);
  const results = page.getByRole('region', { name: 'Résultat du contrôle' });
  const rows = results.locator('[data-rule="changed-sync-key"] .rows > li');
  await expect(rows).toHaveCount(2);

  await reach(page, results.locator('.box input:checked'));
  const before = await results.locator('.box .chosen strong').innerText();
  await page.keyboard.press('ArrowDown');
  await expect(results.locator('.box .chosen strong')).not.toHaveText(before);
  await expect(results.locator('.box input:focus')).toBeChecked();

  await reach(page, page.getByRole('searchbox', { name: 'Rechercher' }));
  await page.keyboard.type('Zoe');
  await expect(rows).toHaveCount(1);
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await expect(rows).toHaveCount(2);

  // The row goes by what is in it: once decided upon, it changes place.
  const decision = rows.filter({ hasText: 'Zoe' }).getByRole('group', { name: /^Votre décision/ });
  await reach(page, decision.getByRole('radio', { name: 'À vérifier' }));
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('status')).toHaveText('Décision retenue.');
  await expect(decision.getByRole('radio', { name: 'Même personne' })).toBeChecked();
  await expect(decision.getByRole('radio', { name: 'Même personne' })).toBeFocused();

  const corrections = page.getByRole('region', { name: 'Fichier corrigé' });
  await reach(page, corrections.getByLabel(/^Accents/));
  await page.keyboard.press('Space');
  await expect(corrections.getByText(/1\scellule changée/)).toBeVisible();
  await reach(page, corrections.getByRole('button', { name: 'Préparer le fichier corrigé' }));
  await page.keyboard.press('Enter');
  const link = corrections.getByRole('link', { name: /Télécharger/ });
  await expect(link).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  await expect(link).toBeFocused();
  const downloading = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect(readFileSync(await (await downloading).path(), 'utf8')).toBe(
    csvOf(edited).replace(';Zoe;', ';Zoé;'),
  );
  await launched.context.close();
});
