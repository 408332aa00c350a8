import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, launchWithExtension, serveHttps, type TrivialServer, test } from './extension';
import {
  csvOf,
  drop,
  everythingKept,
  file,
  give,
  longestTask,
  nextYear,
  openWorkshop,
  pupils,
  REFERENCE,
  TEACHERS,
  TO_IMPORT,
  zone,
} from './workshop';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ROWS = pupils(40);
const GOOD = csvOf(ROWS);

let server: TrivialServer;
test.beforeAll(async () => {
  server = await serveHttps(() => '<!doctype html><title>ENT</title>');
});
test.afterAll(() => server.close());

const launch = (profileDir: string, more: object = {}) =>
  launchWithExtension({ profileDir, httpsPort: server.port, ...more });

/** A ZIP whose only entry says that it is encrypted. */
function encryptedZip(): Uint8Array {
  const zip = zipSync({ 'Student.csv': strToU8(GOOD) });
  const directory = Buffer.from(zip).indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  zip[6] = (zip[6] ?? 0) | 1;
  zip[directory + 8] = (zip[directory + 8] ?? 0) | 1;
  return zip;
}

/** What is given, and what must be said of it: each input has its own message, with its place where it has one. */
const BROKEN: readonly {
  what: string;
  name: string;
  content: string | Uint8Array;
  says: RegExp;
  fatal: boolean;
}[] = [
  {
    what: 'a repeated header',
    name: 'Student.csv',
    content: GOOD.replace('Prénom élève', 'Nom élève'),
    says: /ligne\s1, colonne\s«\sNom élève\s».*figure deux fois/s,
    fatal: true,
  },
  {
    what: 'a missing key column',
    name: 'Student.csv',
    content: GOOD.replaceAll(/^[^;]*;/gm, ''),
    says: /«\sClé de synchro\s».*introuvable/s,
    fatal: true,
  },
  {
    what: 'headers only',
    name: 'Student.csv',
    content: csvOf([]),
    says: /ne contient que les noms des colonnes/,
    fatal: true,
  },
  {
    what: 'another profile than its name says',
    name: 'Teacher.csv',
    content: GOOD,
    says: /annonce la liste des enseignants/,
    fatal: false,
  },
  {
    what: 'an encrypted archive',
    name: 'export.zip',
    content: encryptedZip(),
    says: /protégé par un mot de passe/,
    fatal: true,
  },
  {
    what: 'a truncated archive',
    name: 'export.zip',
    content: zipSync({ 'Student.csv': strToU8(GOOD) }).subarray(0, 400),
    says: /archive est incomplète/,
    fatal: true,
  },
  {
    what: 'a zip bomb',
    name: 'export.zip',
    content: zipSync({ 'Student.csv': new Uint8Array(40_000_000) }),
    says: /démesuré une fois décompressé/,
    fatal: true,
  },
  {
    what: 'a spreadsheet',
    name: 'Classeur.xlsx',
    content: zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'xl/workbook.xml': strToU8('<workbook/>'),
    }),
    says: /classeur Excel \(\.xlsx\)/,
    fatal: true,
  },
  {
    what: 'spoilt accents',
    name: 'Student.csv',
    content: GOOD.replace('Noah;', 'ZoÃ©;'),
    says: /accentuées sont perdues à la ligne 3/,
    fatal: false,
  },
  {
    what: 'an unclosed quote',
    name: 'Student.csv',
    content: GOOD.replace(';Noah;', ';"Noah;'),
    says: /ligne\s3.*jamais refermé/s,
    fatal: true,
  },
  { what: 'nothing at all', name: 'Student.csv', content: '', says: /Ce fichier est vide/, fatal: true },
];

test('every broken file is told as what it is, and never as « aucune différence »', async ({
  profileDir,
}) => {
  const launched = await launch(profileDir);
  const page = await openWorkshop(launched);
  await give(page, REFERENCE, file('Student_reference.csv', GOOD));
  for (const { what, name, content, says, fatal } of BROKEN) {
    await give(page, TO_IMPORT, file(name, content));
    await expect(zone(page, TO_IMPORT), what).toContainText(says);
    await expect(page.getByText(/Rien à signaler/), what).toHaveCount(0);
    if (fatal) await expect(page.getByText('Le contrôle n’a pas pu être fait.'), what).toBeVisible();
  }
  await launched.context.close();
});

test('columns named by hand are remembered for the next file of the same header', async ({ profileDir }) => {
  const launched = await launch(profileDir);
  const page = await openWorkshop(launched);
  const renamed = file('Student.csv', GOOD.replace('Nom élève', 'Colonne B'));
  await give(page, TO_IMPORT, renamed);
  const mapping = zone(page, TO_IMPORT).locator('.mapping');
  await mapping.getByLabel('Colonne B').selectOption('Nom');
  await mapping.getByRole('button', { name: 'Appliquer' }).click();
  await expect(page.getByRole('status')).toHaveText('Colonnes retenues.');
  await expect(zone(page, TO_IMPORT).locator('.problems')).toHaveCount(0);
  await page.reload();
  await give(page, TO_IMPORT, renamed);
  await expect(zone(page, TO_IMPORT).locator('.problems')).toHaveCount(0);
  await launched.context.close();
});

test('the export is kept only when asked, comes back after a reload, and is forgotten at once', async ({
  profileDir,
}) => {
  const launched = await launch(profileDir);
  const page = await openWorkshop(launched);
  const reference = zone(page, REFERENCE);
  await give(page, REFERENCE, file('export.zip', zipSync({ 'Student.csv': strToU8(GOOD) })));
  await page.reload();
  await expect(reference.getByRole('button', { name: 'Choisir des fichiers' })).toBeVisible();
  await give(page, REFERENCE, file('export.zip', zipSync({ 'Student.csv': strToU8(GOOD) })));
  await reference.getByText('Conserver l’export de référence sur ce poste').click();
  await reference.getByRole('button', { name: 'Conserver' }).click();
  await expect(page.getByRole('status')).toHaveText('Export conservé sur ce poste.');
  await page.reload();
  await expect(reference.getByRole('heading', { name: 'Student.csv' })).toBeVisible();
  await expect(reference).toContainText(/est conservé sur ce poste jusqu’au/);
  await reference.getByRole('button', { name: 'Oublier maintenant' }).click();
  await expect(page.getByRole('status')).toContainText('Export oublié.');
  await page.reload();
  await expect(reference.getByRole('button', { name: 'Choisir des fichiers' })).toBeVisible();
  await launched.context.close();
});

test('a removal request holds the rows picked and nothing else', async ({ profileDir }) => {
  const launched = await launch(profileDir);
  const page = await openWorkshop(launched);
  await give(page, REFERENCE, file('Teacher_export.csv', TEACHERS));
  await page.getByRole('link', { name: 'Demande de suppression' }).click();
  await page.getByLabel('Rechercher').fill('INES');
  await page.getByLabel('Lac Inès').check();
  await page.getByLabel('Nom de l’établissement').fill('Collège du Lac');
  await page.getByLabel('Code UAI').fill('0750052M');
  await page.getByRole('button', { name: 'Préparer la demande' }).click();
  await expect(page.getByText(/La lettre du code UAI/)).toBeVisible();
  await expect(page.getByLabel('Objet', { exact: true })).toHaveValue(
    '0750052M-Collège du Lac-Suppression Utilisateurs',
  );
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Télécharger le fichier à joindre' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^0750052M-Collège du Lac-.*-Enseignants\.csv$/);
  const lines = TEACHERS.split('\r\n');
  expect(readFileSync(await download.path(), 'utf8')).toBe(`${lines[0]}\r\n${lines[3]}`);
  await launched.context.close();
});

test('« Tout effacer » leaves nothing in the database nor in any storage', async ({ profileDir }) => {
  const launched = await launch(profileDir);
  const page = await openWorkshop(launched);
  await give(page, REFERENCE, file('Student.csv', GOOD));
  await page.getByText('Conserver l’export de référence sur ce poste').click();
  await page.getByRole('button', { name: 'Conserver' }).click();
  await expect(page.getByRole('status')).toHaveText('Export conservé sur ce poste.');
  await page.evaluate(async () => {
    localStorage.setItem('draft:["x"]', 'canari');
    await chrome.storage.local.set({ typedSites: ['ent.example'] });
    await chrome.storage.session.set({ 'tab:1': {} });
  });
  await page.getByRole('link', { name: 'Réglages' }).click();
  await page.getByRole('button', { name: 'Tout effacer…' }).click();
  await expect(page.getByRole('button', { name: 'Ne rien effacer' })).toBeFocused();
  await page.getByRole('button', { name: 'Oui, tout effacer' }).click();
  await expect(page.getByText('Tout est effacé.', { exact: true }).first()).toBeVisible();
  const left = await everythingKept(page);
  expect(Object.keys(left.stores).length).toBeGreaterThan(7);
  expect(Object.values(left.stores).flat()).toEqual([]);
  expect([left.drafts, left.local, left.session]).toEqual([{}, {}, {}]);
  await launched.context.close();
});

test('a reading can be stopped, and the workshop still works', async ({ profileDir }) => {
  const launched = await launch(profileDir);
  const page = await openWorkshop(launched);
  await give(page, REFERENCE, file('Student.csv', GOOD));
  const large = csvOf(pupils(150_000));
  await zone(page, TO_IMPORT)
    .locator('input[type=file]')
    .setInputFiles([file('Student_new.csv', large)]);
  await page.getByRole('button', { name: 'Annuler' }).click();
  await expect(page.getByRole('status')).toContainText('annulé');
  await expect(zone(page, TO_IMPORT).locator('.file')).toHaveCount(0);
  await expect(zone(page, REFERENCE).getByRole('heading', { name: 'Student.csv' })).toBeVisible();
  await give(page, TO_IMPORT, file('Student_new.csv', csvOf(nextYear(ROWS))));
  await expect(page.getByRole('heading', { name: 'Résultat du contrôle' })).toBeVisible();
  await launched.context.close();
});

test('edited keys are found, decisions survive a reload, and the corrected file is the right one, byte for byte', async ({
  profileDir,
}) => {
  const launched = await launch(profileDir);
  const page = await openWorkshop(launched);
  const right = nextYear(ROWS);
  const edited = right.map((row) => [...row]);
  const changes: readonly [number, number, string][] = [
    [0, 3, 'Zoe'],
    [4, 2, `${right[4]?.[2]}\u00A0`],
    [7, 1, 'autre.identifiant'],
    [9, 0, ''],
  ];
  for (const [row, column, value] of changes) (edited[row] as string[])[column] = value;
  const bytes = csvOf(edited);
  await give(page, REFERENCE, file('export.zip', zipSync({ 'Student_export.csv': strToU8(GOOD) })));
  await drop(page, TO_IMPORT, file('Student.csv', bytes));

  const group = (rule: string) => page.locator(`[data-rule="${rule}"]`);
  await expect(group('changed-sync-key').locator('.rows > li')).toHaveCount(2);
  await expect(group('changed-username')).toBeVisible();
  await expect(group('emptied-key')).toBeVisible();
  await expect(page.getByText(/clé = prénom \+ nom \+ date de naissance/)).toBeVisible();
  const accent = group('changed-sync-key').locator('.rows > li').filter({ hasText: 'Zo' }).first();
  await expect(accent.locator('del')).toHaveText('é');
  await expect(group('changed-sync-key').getByText('[espace insécable]')).toBeVisible();

  // By keyboard: the group of radios is reached and changed without a mouse.
  const undecided = accent.getByRole('radio', { name: 'À vérifier' });
  await expect(undecided).toBeChecked();
  await undecided.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('status')).toHaveText('Décision retenue.');
  await expect(group('changed-sync-key').locator('.rows > li')).toHaveCount(1);
  await expect(page.locator('.decisions summary')).toContainText('(1)');
  await page.reload();
  await give(page, REFERENCE, file('Student_export.csv', GOOD));
  await give(page, TO_IMPORT, file('Student.csv', bytes));
  await expect(group('changed-sync-key').locator('.rows > li')).toHaveCount(1);
  await page.locator('.decisions summary').click();
  await page.locator('.decisions').getByRole('radio', { name: 'Même personne' }).check();
  await expect(group('changed-sync-key').locator('.rows > li')).toHaveCount(2);

  const corrections = page.getByRole('region', { name: 'Fichier corrigé' });
  const download = async () => {
    await corrections.getByRole('button', { name: 'Préparer le fichier corrigé' }).click();
    const downloading = page.waitForEvent('download');
    await corrections.getByRole('link', { name: /Télécharger/ }).click();
    const got = await downloading;
    expect(got.suggestedFilename()).toBe('Student-corrige.csv');
    return readFileSync(await got.path(), 'utf8');
  };
  expect(await download()).toBe(bytes);
  await expect(corrections.getByText(/Identique à votre fichier, octet pour octet/)).toBeVisible();
  await corrections.getByLabel(/^Accents/).check();
  await expect(corrections.getByText(/1\scellule changée/)).toBeVisible();
  expect(await download()).toBe(bytes.replace(';Zoe;', ';Zoé;'));
  await corrections.getByRole('button', { name: 'Tout choisir' }).click();
  await expect(corrections.getByText(/4\scellules changées/)).toBeVisible();
  expect(await download()).toBe(csvOf(right));

  const kept = await everythingKept(page);
  expect(kept.stores.decisions).toHaveLength(1);
  const text = JSON.stringify(kept).toLowerCase();
  for (const row of ROWS)
    for (const name of [row[0], row[1], row[2]]) expect(text).not.toContain(name.toLowerCase());
  await launched.context.close();
});

test('what an import should give is kept without a name, and compared with the recap', async ({
  profileDir,
}) => {
  const launched = await launch(profileDir);
  const page = await openWorkshop(launched);
  await give(page, REFERENCE, file('Student_export.csv', GOOD));
  await give(page, TO_IMPORT, file('Student.csv', csvOf(nextYear(ROWS))));
  await page.getByRole('radio', { name: /^Cochée/ }).check();
  const gauge = page.getByRole('region', { name: 'Comptes absents du fichier à importer' });
  await expect(gauge).toContainText(/10\sabsents.*10\sattendus/);
  await gauge.getByLabel(/^3e \d/).uncheck();
  await expect(gauge).toContainText(/10\sinattendus/);
  await gauge.getByLabel(/^3e \d/).check();
  await expect(gauge).toContainText(/10\sattendus/);
  await page.getByRole('combobox', { name: 'Établissement', exact: true }).fill('Collège du Lac');
  await page.getByRole('button', { name: 'Retenir les nombres attendus' }).click();
  await expect(page.getByRole('status')).toContainText('Nombres attendus retenus.');
  await page.goto(launched.pageUrl('workshop.html#attendu'));
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Collège du Lac, Élèves' })).toBeVisible();
  await page.getByLabel('Mis à jour', { exact: true }).fill('30');
  await page.getByLabel('Supprimés', { exact: true }).fill('12');
  await expect(page.getByText('Conforme')).toBeVisible();
  await expect(page.getByText(/soit 2 de plus/)).toBeVisible();
  await launched.context.close();
});

test('two files of 20,000 people never block the page', async ({ profileDir }) => {
  const launched = await launch(profileDir);
  const old = pupils(20_000);
  const fresh = nextYear(old).map((row, index) =>
    index % 50 === 0 ? (row.with(3, row[3].normalize('NFD').replace(/\p{M}/gu, '')) as typeof row) : row,
  );
  // From the disk: handed over as bytes, they would be made into files by the test itself, on the page's own thread.
  const paths = [join(profileDir, 'Student_export.csv'), join(profileDir, 'Student.csv')] as const;
  writeFileSync(paths[0], csvOf(old));
  writeFileSync(paths[1], csvOf(fresh));
  const page = await openWorkshop(launched);
  const longest = await longestTask(page, async () => {
    // Looked for by class: names and texts are computed by the test on the page's own thread, and would be counted too.
    await page.locator('.zone input[type=file]').nth(0).setInputFiles(paths[0]);
    await page.waitForSelector('.zone .file');
    await page.locator('.zone input[type=file]').nth(1).setInputFiles(paths[1]);
    await page.waitForSelector('.results .rows');
    await expect(page.locator('.busy')).toHaveCount(0);
  });
  expect(longest).toBeGreaterThan(1);
  expect(longest).toBeLessThan(50);
  await launched.context.close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`contrast, names and reflow at 320 px hold (${colorScheme})`, async ({ profileDir }) => {
    const launched = await launch(profileDir, { colorScheme, viewport: { width: 320, height: 700 } });
    const page = await openWorkshop(launched);
    await drop(page, REFERENCE, file('Student_export.csv', GOOD), file('Teacher_export.csv', TEACHERS));
    const edited = nextYear(ROWS).map((row, index) => (index === 0 ? row.with(3, 'Zoe') : row));
    await drop(page, TO_IMPORT, file('Student.csv', csvOf(edited)), file('Broken.csv', 'Nom;Prénom\n"a;b'));
    await page.evaluate(AXE);
    for (const section of ['controle', 'suppression', 'attendu', 'reglages']) {
      await page.evaluate((name) => {
        location.hash = name;
      }, section);
      await expect(page.locator(`nav a[href="#${section}"]`)).toHaveAttribute('aria-current', 'page');
      const faults = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
        const { violations } = await axe.run();
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      });
      expect(faults, section).toEqual([]);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, section).toBeLessThanOrEqual(320);
    }
    await launched.context.close();
  });
}
