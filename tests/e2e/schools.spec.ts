import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { ficheFile } from '@/utils/report/fiche-file';
import { count, fiche } from '../helpers/fiches';
import { generatedFiches } from '../helpers/generate-fiches';
import { expect, type Launched, launchWithExtension, test } from './extension';
import { file, openWorkshop } from './workshop';

/** Nothing here asks anything of a site. */
const NO_SERVER = 9;
const NOW = new Date().toISOString();

const rows = (page: Page) => page.locator('.schools tbody tr:not(.gap)');
const summary = (page: Page) => page.locator('.schools [role=status].count');
const firstName = (page: Page) => rows(page).first().locator('button.link');

async function openBoard(launched: Launched): Promise<Page> {
  return openWorkshop(launched, '#ecoles');
}

async function importFile(page: Page, content: string, name = 'fiches.json') {
  await page.locator('.schools input[type=file]').setInputFiles(file(name, content));
  const said = page.locator('.schools section .notice');
  await expect(said).toBeVisible({ timeout: 60_000 });
  return said;
}

test('un établissement a son adresse : recharger y reste, revenir en arrière rend le tableau', async ({
  profileDir,
}) => {
  const launched = await launchWithExtension({ profileDir, httpsPort: NO_SERVER });
  const page = await openBoard(launched);
  await importFile(page, ficheFile(generatedFiches({ schools: 3, rules: 4, days: 2 }, NOW), NOW));
  const name = await firstName(page).innerText();
  await firstName(page).click();
  const title = page.getByRole('heading', { level: 2, name });
  await expect(title).toBeFocused();
  await page.setViewportSize({ width: 320, height: 800 });
  if (process.env.VIGIE_SHOTS)
    await page.screenshot({ path: `${process.env.VIGIE_SHOTS}/school-320.png`, fullPage: true });
  await page.reload();
  await expect(title).toBeVisible();
  await page.goBack();
  await expect(summary(page)).toContainText('3 établissements');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Exporter les fiches' })).toBeHidden();
  await launched.context.close();
});

test('cinq cents écoles, soixante règles : importer, trier, filtrer, ouvrir, comparer, exporter', async ({
  profileDir,
}) => {
  test.setTimeout(180_000);
  const launched = await launchWithExtension({ profileDir, httpsPort: NO_SERVER });
  const page = await openBoard(launched);
  await expect(page.locator('.schools')).toContainText('Aucun établissement pour l’instant');
  const fiches = generatedFiches({ schools: 500, rules: 60, days: 2 }, NOW);
  const said = await importFile(page, ficheFile(fiches, NOW));
  await expect(said).toContainText(/1\s000\sfiches ajoutées/);
  await expect(summary(page)).toContainText('500 établissements');

  await test.step('trier', async () => {
    const worst = await firstName(page).innerText();
    await page.getByLabel('Trier par').selectOption('name');
    await expect(firstName(page)).toHaveText(/^Collège Azur/);
    expect(await firstName(page).innerText()).not.toBe(worst);
  });

  await test.step('seules les lignes en vue sont dessinées, et toutes sont atteintes', async () => {
    expect(await rows(page).count()).toBeLessThan(60);
    const scrollBox = (top: number) =>
      page.locator('.scrolls:has(.windowed)').evaluate((box, to) => box.scrollTo(0, to), top);
    // The page as well: the box may begin above, or end below, what is in sight.
    await page.locator('.scrolls:has(.windowed)').evaluate((box) => box.scrollIntoView());
    await scrollBox(500 * 60);
    await expect(page.locator('.schools tbody tr[aria-rowindex="501"]')).toBeVisible();
    await expect(page.getByRole('columnheader', { name: 'Dernier contrôle' })).toBeInViewport();
    await scrollBox(0);
    await page.evaluate(() => scrollTo(0, 0));
    await expect(page.locator('.schools tbody tr[aria-rowindex="2"]')).toBeVisible();
  });

  await test.step('filtrer', async () => {
    await page.getByRole('searchbox').fill('papillons lycee');
    await expect(summary(page)).toContainText('sur 500');
    for (const name of await rows(page).locator('button.link').allInnerTexts())
      expect(name).toMatch(/Lycée des Papillons/);
    await page.getByRole('searchbox').fill('');
    await page.getByLabel('Pas vus').selectOption('30');
    await expect(summary(page)).toContainText('sur 500');
    await page.getByLabel('Pas vus').selectOption('');
    await page.getByRole('combobox', { name: 'Étapes', exact: true }).selectOption('none');
    await expect(summary(page)).toContainText('500 établissements');
    await page.getByRole('combobox', { name: 'Étapes', exact: true }).selectOption('');
  });

  await test.step('règle par règle : chaque cellule dit ce qu’elle compte', async () => {
    await page.getByText('Règle par règle').click();
    const table = page.locator('table.by-rule');
    await expect(table).toHaveAttribute('aria-rowcount', '501');
    await expect(table.locator('tbody tr').first().locator('td.cell').first()).toHaveAttribute(
      'aria-label',
      /./,
    );
    const last = await table.locator('thead th').last().innerText();
    await table.locator('..').evaluate((box) => box.scrollTo(box.scrollWidth, 0));
    await expect(table.getByText(last)).toBeInViewport();
    await expect(table.locator('tbody tr:not(.gap)').first().locator('> :last-child')).not.toHaveAttribute(
      'colspan',
    );
    await page.getByText('Phase par phase').click();
    await expect(page.locator('.schools')).toContainText('ne sont pas suivies sur ce poste');
    await page.getByText('Synthèse').click();
  });

  await test.step('ouvrir une école et comparer ses deux contrôles', async () => {
    const name = await firstName(page).innerText();
    await firstName(page).click();
    await expect(page.getByRole('heading', { level: 2, name })).toBeFocused();
    await expect(page.locator('table.changes').first()).toContainText(
      /inchangé|apparu|disparu|en hausse|en baisse/,
    );
    await page.getByRole('button', { name: /Tous les établissements/ }).click();
    await expect(summary(page)).toContainText('500 établissements');
  });

  await test.step('exporter', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Exporter les fiches' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^vigie-fiches-2026-.*\.json$/);
    expect(JSON.parse(readFileSync(await download.path(), 'utf8')).fiches).toHaveLength(1000);
    const [table] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Exporter le tableau (CSV)' }).click(),
    ]);
    expect(
      readFileSync(await table.path(), 'utf8')
        .trim()
        .split('\r\n'),
    ).toHaveLength(501);
  });
  await launched.context.close();
});

test('fichiers hostiles, tronqués, plus récents, doublons, UAI partagée : dit, et rien de perdu', async ({
  profileDir,
}) => {
  const launched = await launchWithExtension({ profileDir, httpsPort: NO_SERVER });
  const page = await openBoard(launched);
  const mine = fiche({ uai: '0590000A' });
  await importFile(page, ficheFile([mine], NOW));
  await expect(rows(page)).toHaveCount(1);
  const whole = ficheFile([mine], NOW);
  for (const [content, words] of [
    ['<script>alert(1)</script>', /n’est pas un fichier de fiches/],
    [whole.slice(0, whole.length / 2), /tronqué/],
    [whole.replace('"version":1', '"version":2'), /version plus récente/],
    ['{"format":"vigie-ent/fiches","version":1,"fiches":{"__proto__":1}}', /n’est pas un fichier de fiches/],
  ] as const) {
    await expect(await importFile(page, content)).toContainText(words);
    await expect(rows(page)).toHaveCount(1);
  }
  await expect(await importFile(page, whole)).toContainText('Aucune fiche nouvelle');
  const spoilt = ficheFile([{ ...mine, day: '2026-08-28', school: 'edifice|autre.fr|x' }], NOW);
  await expect(await importFile(page, spoilt)).toContainText(
    /fiche n°\s1 refusée, «\sclé de l’établissement\s»/,
  );
  const twin = fiche({
    ent: 'itslearning',
    host: 'eure.itslearning.com',
    id: '9',
    name: '<b>Papillons</b>',
    uai: '0590000A',
  });
  await importFile(page, ficheFile([twin], NOW));
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).filter({ hasText: '<b>Papillons</b>' })).toHaveCount(1);
  await page.getByText('1 UAI est portée par plusieurs établissements').click();
  await expect(page.locator('.schools .notice.review').first()).toContainText(
    /0590000A\s: École des Papillons .*Papillons/,
  );
  await launched.context.close();
});

test('plusieurs fichiers à la fois ; deux contrôles de la même heure se comparent, en tableau même sur un téléphone', async ({
  profileDir,
}) => {
  const launched = await launchWithExtension({ profileDir, httpsPort: NO_SERVER });
  const page = await openBoard(launched);
  const control = (minute: string, violations: number) =>
    fiche({
      at: `2026-08-27T10:${minute}:00.000Z`,
      counts: [count('empty-group', { outcome: 'violation', violations })],
    });
  await page
    .locator('.schools input[type=file]')
    .setInputFiles([
      file('avant.json', ficheFile([control('05', 3)], NOW)),
      file('apres.json', ficheFile([control('40', 1)], NOW)),
      file('autre.json', '{'),
    ]);
  const said = page.locator('.schools section .notice');
  await expect(said).toContainText(/2\sfiches ajoutées/);
  await expect(said).toContainText(/autre\.json\s: .*tronqué/);
  await firstName(page).click();
  const before = page.getByRole('combobox', { name: 'Avant', exact: true });
  await expect(before.locator('option')).toHaveText([/\sh\s40, contrôle/, /\sh\s05, contrôle/]);
  await page.setViewportSize({ width: 320, height: 800 });
  const changes = page.getByRole('table', { name: 'Constats' });
  await expect(
    changes.getByRole('row', { name: /^Groupe manuel sans aucun membre.*en baisse$/ }),
  ).toBeVisible();
  await expect(changes.getByRole('cell')).toHaveText(['3', '1', /en baisse/]);
  await launched.context.close();
});

test('dix mille fiches : la page reste vivante pendant l’import', async ({ profileDir }) => {
  test.setTimeout(240_000);
  const launched = await launchWithExtension({ profileDir, httpsPort: NO_SERVER });
  const page = await openBoard(launched);
  const fiches = generatedFiches({ schools: 500, rules: 20, days: 20 }, NOW);
  expect(fiches).toHaveLength(10_000);
  await page.locator('.schools input[type=file]').setInputFiles(file('f.json', ficheFile(fiches, NOW)));
  // Somebody goes on working meanwhile.
  await page.getByRole('link', { name: 'Réglages' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Réglages' })).toBeVisible({ timeout: 2000 });
  await page.getByRole('link', { name: 'Établissements' }).click();
  await expect(summary(page)).toContainText('500 établissements', { timeout: 200_000 });
  await launched.context.close();
});
