import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { clearFile, encryptedFile, exportedCourses, pastedCourses } from '../helpers/generate-timetable';
import { nameOf, timetableModel } from '../helpers/timetable-model';
import { activate, openBrowser } from '../tools/browser.mjs';
import { findChromium } from '../tools/set-up.mjs';
import { expect, launchWithExtension, serveHttps, type TrivialServer, test } from './extension';
import { csvOf, everythingKept, file, openWorkshop, type TestFile, zone } from './workshop';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const UAI = '0490856P';
const MODEL = timetableModel(6, { pupils: 120 });
const CLEAR = clearFile(MODEL, { uai: UAI });
const ENCRYPTED = encryptedFile({ uai: UAI });
const ACCOUNTS = csvOf(
  MODEL.pupils
    .filter(({ className, leftOn }) => className && !leftOn)
    .map(({ lastName, firstName, birthDate, className = '' }, n) => {
      const name = n === 30 ? `${lastName}X` : lastName;
      return [`k${n}`, `u${n}`, name, firstName, birthDate, className, ''];
    }),
);

const SENT: string[] = [];
/** The step of the file, as source 001 §3.3 words it. */
const FORM = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Import EDT</title><h1>Import EDT</h1>
<p>Établissement : Collège fictif (${UAI})</p><form action="/envoi"><label for="f">Ajouter un fichier</label>
<input type="file" id="f" accept=".xml"> <input type="submit" value="importer"></form>`;

let server: TrivialServer;
test.beforeAll(async () => {
  server = await serveHttps((_host, path) => {
    if (path.startsWith('/envoi')) SENT.push(path);
    return path.startsWith('/envoi') ? '<!doctype html><title>Reçu</title>' : FORM;
  });
});
test.afterAll(() => server.close());

const open = async (profileDir: string, more: object = {}) => {
  const launched = await launchWithExtension({ profileDir, httpsPort: server.port, ...more });
  return { launched, page: await openWorkshop(launched, '#emploi-du-temps') };
};

/** Gives files to one of the two zones and waits for the control. */
async function give(page: Page, title: string, ...files: TestFile[]): Promise<void> {
  await zone(page, title).locator('input[type=file]').setInputFiles(files);
  await settled(page);
}

async function settled(page: Page): Promise<void> {
  await expect(page.locator('.busy')).toHaveCount(0);
  await expect(
    page.getByRole('button', { name: /^(Choisir des fichiers|Remplacer) : Emploi/ }),
  ).toBeEnabled();
}

const ZONE = 'Emploi du temps';
const PEOPLE = 'Comptes de l’ENT';
const group = (page: Page, rule: string) => page.locator(`[data-rule="${rule}"]`);
const part = (page: Page, title: string) => page.locator('.part').filter({ hasText: title });

/** What is given, and what must be said of it. */
const BROKEN: readonly [what: string, content: string | Uint8Array, says: RegExp][] = [
  ['no XML', 'Bonjour', /n’est pas du XML/],
  ['truncated', CLEAR.slice(0, 5000), /est coupé/],
  ['another namespace', CLEAR.replace('exportemploidutemps', 'autre'), /espace de noms d’Index Éducation/],
  [
    'an entity bomb',
    CLEAR.replace('<Export', '<!DOCTYPE a [<!ENTITY a "ha">]><Export'),
    /déclaration DOCTYPE/,
  ],
  [
    'a Word document renamed',
    zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w/>') }),
    /document de bureautique/,
  ],
];

test('every broken file is told as what it is, and a good one after it is read', async ({ profileDir }) => {
  const { launched, page } = await open(profileDir);
  for (const [what, content, says] of BROKEN) {
    await give(page, ZONE, file('edt.xml', content));
    await expect(zone(page, ZONE), what).toContainText(says);
    await expect(page.getByText('Le contrôle n’a pas pu être fait.'), what).toBeVisible();
    await expect(page.getByText(/Rien à signaler/), what).toHaveCount(0);
  }
  // A list saved in a text file is a file: read, then taken away as one.
  await give(page, ZONE, file('liste.txt', pastedCourses(MODEL)));
  await expect(group(page, 'part-only-lesson')).toBeVisible();
  await expect(zone(page, ZONE)).toContainText('Liste de cours copiée d’EDT');
  await page.getByRole('button', { name: /^Retirer\s*:\s*Emploi du temps/ }).click();
  await settled(page);
  await expect(group(page, 'part-only-lesson')).toHaveCount(0);
  await page.getByText('Coller une liste de cours d’EDT').click();
  await page.getByLabel('Liste copiée').fill('Bonjour, voici le menu.');
  await page.getByRole('button', { name: 'Contrôler cette liste' }).click();
  await expect(zone(page, ZONE)).toContainText('n’a qu’une colonne');
  // Without a column of teachers, no lesson is said to be without one.
  await page.getByLabel('Liste copiée').fill('Matière\tClasse\nEPS\t4 A\nLATIN\t<4 A> <LATIN> LAT');
  await page.getByRole('button', { name: 'Contrôler cette liste' }).click();
  await expect(group(page, 'part-only-lesson')).toBeVisible();
  await expect(zone(page, ZONE)).toContainText(/Aucune colonne ne donne l’enseignant \(«\sProfesseur\s»\)/);
  await expect(group(page, 'teacherless-lesson')).toHaveCount(0);
  await expect(page.locator('.results')).not.toContainText('Sans enseignant');
  await page.getByRole('button', { name: 'Retirer la liste' }).click();
  await give(page, ZONE, file('edt.xml', CLEAR));
  await expect(group(page, 'part-only-lesson')).toBeVisible();
  await launched.context.close();
});

test('a file too heavy is refused before it is read', async ({ profileDir }) => {
  const { launched, page } = await open(profileDir);
  // A file of nothing but its size: making 200 MB of it would only test the machine.
  await zone(page, ZONE)
    .locator('.target')
    .evaluate((target) => {
      const heavy = new File(['<a/>'], 'edt.xml');
      Object.defineProperty(heavy, 'size', { value: 200 * 2 ** 20 });
      const transfer = new DataTransfer();
      const dropped = new DragEvent('drop', { bubbles: true, dataTransfer: transfer });
      Object.defineProperty(dropped, 'dataTransfer', { value: { files: [heavy] } });
      target.dispatchEvent(dropped);
    });
  await expect(zone(page, ZONE)).toContainText(/pèse 200\sMo, plus que la limite/);
  await launched.context.close();
});

test('a clear file: findings by repair, what each lesson becomes, expected courses, people', async ({
  profileDir,
}) => {
  const { launched, page } = await open(profileDir);
  await give(page, ZONE, file('edt.xml', CLEAR));
  for (const rule of Object.keys(MODEL.planted)) await expect(group(page, rule), rule).toBeVisible();
  await expect(page.locator('.results .verdict')).toContainText('à réparer');
  await page.getByLabel('Code UAI (RNE)').fill('0134567A');
  await expect(group(page, 'wrong-school-file')).toContainText('0490856P');
  await expect(page.locator('.agreement')).toContainText('pas de 0134567A');
  await page.getByRole('button', { name: `L’import est celui de ${UAI}` }).click();
  await expect(page.locator('.agreement')).toContainText(`bien celui de ${UAI}`);
  await expect(group(page, 'wrong-school-file')).toHaveCount(0);

  const lessons = part(page, 'Ce que l’ENT créera');
  await lessons.locator('summary').click();
  await lessons.getByLabel('Résultat').selectOption({ index: 1 });
  await expect(lessons.locator('.rows > li').first()).toContainText('Générer les groupes pour PRONOTE');
  await lessons.getByLabel('Rechercher').fill('concert');
  await expect(lessons.locator('.rows > li')).toHaveCount(1);

  const courses = part(page, 'Cours attendus');
  await courses.locator('summary').click();
  const downloading = page.waitForEvent('download');
  await courses.getByRole('link', { name: 'Télécharger la liste (CSV)' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe(`cours-attendus-${UAI}.csv`);
  const lines = readFileSync(await download.path(), 'utf8')
    .replace('\ufeff', '')
    .split('\r\n');
  expect(lines[0]).toBe('Cours attendu;Autre nom possible;Séances;Participants');
  expect(lines.find((line) => line.startsWith('EPS - '))).toMatch(/^EPS - .*;;1;\d+$/);
  await courses.getByRole('button', { name: 'Retenir ces cours' }).click();
  await expect(courses).toContainText(/cours retenus le/);

  const people = part(page, 'Personnes qui ne seront pas réconciliées');
  await people.locator('summary').click();
  await expect(people).toContainText('Déposez ci-dessus l’export des comptes');
  await give(page, PEOPLE, file('Student.csv', ACCOUNTS));
  await people.locator('summary').click();
  await people.getByLabel('Raison').selectOption('unreconciled');
  await expect(people.locator('.rows > li')).toHaveCount(1);
  await expect(people.locator('.rows > li')).toContainText('Dans l’ENT');
  await people.getByLabel('Raison').selectOption('former');
  await expect(people).toContainText('ANCIEN Lou');

  const kept = await everythingKept(page);
  expect(kept.stores.keptCourses).toMatchObject([{ uai: UAI }]);
  expect(kept.stores.lastTimetables).toMatchObject([{ uai: UAI }]);
  const text = JSON.stringify(kept);
  for (const person of [...MODEL.pupils, ...MODEL.teachers]) expect(text).not.toContain(nameOf(person));

  // What was read outlives a look at another section, and « Tout effacer ».
  await page.getByRole('link', { name: 'Réglages' }).click();
  await page.getByRole('link', { name: 'Emploi du temps' }).click();
  await expect(group(page, 'part-only-lesson')).toBeVisible();
  await page.getByRole('link', { name: 'Réglages' }).click();
  await page.getByRole('button', { name: 'Tout effacer…' }).click();
  await page.getByRole('button', { name: 'Oui, tout effacer' }).click();
  await expect(page.getByText('Tout est effacé.', { exact: true }).first()).toBeVisible();
  expect(Object.values((await everythingKept(page)).stores).flat()).toEqual([]);
  await page.getByRole('link', { name: 'Emploi du temps' }).click();
  await expect(zone(page, ZONE).locator('.file')).toHaveCount(0);
  await launched.context.close();
});

test('an encrypted file says what cannot be known, is remembered, and another edition is told', async ({
  profileDir,
}) => {
  const { launched, page } = await open(profileDir);
  await page.getByLabel('Code UAI (RNE)').fill(UAI);
  // A computer whose clock runs ahead: its file must not make every file to come look old.
  await give(
    page,
    ZONE,
    file('avance.xml', encryptedFile({ uai: UAI, madeOn: '2031-06-07T08:00:00+02:00' })),
  );
  await expect(page.getByText(/horloge/).first()).toBeVisible();
  await give(page, ZONE, file('chiffre.xml', ENCRYPTED));
  await expect(group(page, 'stale-file')).toHaveCount(0);
  await expect(zone(page, ZONE)).toContainText('ne peuvent pas être contrôlés depuis ce fichier');
  await expect(zone(page, ZONE)).toContainText('PRONOTE Monoposte-PRONOTE 2026');
  await expect(page.locator('.agreement')).toContainText(`bien celui de ${UAI}`);
  await page.getByText('Coller une liste de cours d’EDT').click();
  await page.getByLabel('Liste copiée').fill(pastedCourses(MODEL));
  await page.getByRole('button', { name: 'Contrôler cette liste' }).click();
  await expect(group(page, 'part-only-lesson')).toBeVisible();
  await page.getByRole('button', { name: 'Retirer la liste' }).click();
  await settled(page);

  const other = encryptedFile({ uai: UAI, software: 'PRONOTE Réseau-PRONOTE 2026 - 0.5.14' });
  await give(page, ZONE, file('chiffre.xml', other));
  await expect(group(page, 'changed-pronote-edition')).toContainText('Monoposte');
  // Seen a second time, it is still another edition: only the person can say that it is the right one.
  await give(page, ZONE, file('chiffre.xml', other));
  await expect(group(page, 'changed-pronote-edition')).toContainText('Monoposte');
  await page.getByRole('button', { name: 'Retenir ce fichier comme le dernier' }).click();
  await expect(group(page, 'changed-pronote-edition')).toHaveCount(0);
  await launched.context.close();
});

test('a list exported from EDT and an archive of UDT are read for what they hold', async ({ profileDir }) => {
  const { launched, page } = await open(profileDir);
  await give(page, ZONE, file('EXP_COURS.xml', exportedCourses(MODEL)));
  await expect(group(page, 'multi-class-lesson')).toBeVisible();
  const udt = zipSync({ 'UDCal_00.xml': strToU8('<init/>'), 'UDCal_10.xml': strToU8('<eleves/>') });
  await give(page, ZONE, file('udt.zip', udt));
  await zone(page, ZONE)
    .getByText(/2\sfichiers dans l’archive/)
    .click();
  await expect(zone(page, ZONE).getByRole('row', { name: /UDCal_10.xml.*élèves/ })).toBeVisible();
  await expect(zone(page, ZONE)).toContainText('Il manque dans cette archive');
  await launched.context.close();
});

test('a reading can be stopped, and the section still works', async ({ profileDir }) => {
  const { launched, page } = await open(profileDir);
  const inside = CLEAR.slice(CLEAR.indexOf('<Eleves>') + 8, CLEAR.indexOf('</Eleves>'));
  const heavy = CLEAR.replace('</Eleves>', `${inside.repeat(200)}</Eleves>`);
  await zone(page, ZONE)
    .locator('input[type=file]')
    .setInputFiles([file('edt.xml', heavy)]);
  await page.getByRole('button', { name: 'Annuler' }).click();
  await expect(page.getByRole('status').last()).toContainText('annulée');
  await expect(zone(page, ZONE).locator('.file')).toHaveCount(0);
  await give(page, ZONE, file('edt.xml', CLEAR));
  await expect(group(page, 'part-only-lesson')).toBeVisible();
  await launched.context.close();
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`contrast, names and reflow at 320 px hold (${colorScheme})`, async ({ profileDir }) => {
    const { launched, page } = await open(profileDir, { colorScheme, viewport: { width: 320, height: 700 } });
    await page.getByLabel('Code UAI (RNE)').fill('0134567A');
    await give(page, PEOPLE, file('Student.csv', ACCOUNTS));
    await give(
      page,
      ZONE,
      file('edt.xml', CLEAR),
      file('chiffre.xml', ENCRYPTED),
      file('lettre.xml', 'Bonjour'),
    );
    await expect(page.locator('.part')).toHaveCount(4);
    for (const summary of await page.locator('main summary').all()) await summary.click();
    await page.evaluate(AXE);
    const faults = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
      const { violations } = await axe.run();
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
    expect(faults).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await launched.context.close();
  });

test('on the screen where the file is chosen: told, held back when it is the wrong one, remembered when sent', async ({
  profileDir,
}) => {
  const chromium = await findChromium();
  const ports = { http: server.port, https: server.port };
  const extension = resolve(process.env.VIGIE_EXTENSION ?? '.output/chrome-mv3');
  const session = await openBrowser({ chromium, extension, ports, headless: true, profile: profileDir });
  await activate(session, 'https://*.itslfr-aws.com/*');
  const page = await session.context.newPage();
  await page.goto('https://modules.itslfr-aws.com/import-edt');
  const root = page.locator('vigie-ent');
  await root.locator('.badge').click();
  const panel = root.getByRole('region', { name: 'Vigie ENT' });
  const choose = (content: string | Uint8Array, name = 'edt.xml') =>
    page.locator('#f').setInputFiles([file(name, content)]);
  const finding = (rule: string) => panel.locator(`[data-rule="${rule}"]`);
  const submit = page.getByRole('button', { name: 'importer' });
  const hold = root.getByRole('alertdialog');
  const before = SENT.length;

  for (const [index, [what, content, says]] of BROKEN.entries()) {
    await choose(content, `edt${index}.xml`);
    await expect(finding('uncontrolled-timetable'), what).toContainText(says);
  }
  await submit.click();
  await expect(hold).toContainText('non contrôlé');
  await hold.getByRole('button', { name: 'Annuler' }).click();

  await choose(encryptedFile({ uai: '0134567A' }), 'autre.xml');
  await expect(finding('wrong-school-file')).toContainText('0134567A');
  await expect(panel).toContainText('collez dans l’atelier la liste des cours');
  await submit.click();
  await expect(hold).toContainText('Fichier d’un autre établissement');
  await hold.getByRole('button', { name: 'Annuler' }).click();
  expect(SENT.length).toBe(before);

  await choose(CLEAR, 'bon.xml');
  await expect(finding('part-only-lesson')).toContainText('LCA LATIN');
  await expect(finding('wrong-school-file')).toHaveCount(0);
  await submit.click();
  await expect.poll(() => SENT.length).toBe(before + 1);
  const own = await session.context.newPage();
  await own.goto(`chrome-extension://${session.extensionId}/workshop.html`);
  await expect
    .poll(async () => (await everythingKept(own)).stores.lastTimetables)
    .toMatchObject([{ uai: UAI }]);
  expect((await everythingKept(own)).stores.keptCourses).toMatchObject([{ uai: UAI }]);
  await session.close();
});
