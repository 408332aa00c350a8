import { mkdtemp, open as openFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Frame, type Page } from '@playwright/test';
import { startingYear } from '../demo/edifice/calendar';
import { type EditedFile, editedFiles, exportedFile, ordinaryFile } from '../demo/itslearning/manifest';
import type { DemoFile } from '../demo/itslearning/model';
import type { Demo } from '../demo/server';
import { DEMO_DAY } from './console';
import { demoTest } from './demo-session';

/** The year that is ending for the demonstration on this day. */
const YEAR = startingYear(DEMO_DAY) - (DEMO_DAY.slice(5, 7) >= '08' ? 1 : 0);
const REFERENCE = exportedFile('college', 'Parent', YEAR);
const TICKED = /est cochée\s: l’ancien compte sera supprimé/;
const UNTICKED = /est décochée\s: un second compte sera créé/;

const test = demoTest({
  patterns: ['https://*.itslearning.com/*', 'https://*.itslfr-aws.com/*'],
  date: DEMO_DAY,
});

function edited(edit: string) {
  const file = editedFiles(YEAR).find((one) => one.edit === edit);
  if (!file) throw new Error(`No file « ${edit} ».`);
  return file;
}

const given = ({ name, bytes }: DemoFile) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(bytes) });

/** Opens an entry of the menu as a person does, and gives the frame of the module, on its own host. */
async function open(page: Page, entry: string): Promise<Frame> {
  await page.goto('https://college-demo.itslearning.com/?skin=ccl');
  await page.frameLocator('iframe[name=mainmenu]').getByRole('link', { name: entry }).click();
  const module = page.frameLocator('iframe[name=mainmenu]').frameLocator('iframe');
  await module.getByRole('heading', { name: entry }).first().waitFor();
  const frame = page.frames().find((one) => one.url().includes('modules.itslfr-aws.com'));
  if (!frame) throw new Error('No frame of the modules.');
  return frame;
}

function partsOf(frame: Frame) {
  const root = frame.locator('vigie-ent');
  const panel = root.getByRole('region', { name: 'Vigie ENT' });
  return {
    badge: root.locator('.badge'),
    panel,
    hold: root.getByRole('alertdialog'),
    control: panel.getByRole('region', { name: 'Contrôle avant import' }),
    reference: panel.getByLabel(/^Export de référence/),
    finding: (rule: string) => panel.locator(`[data-rule="${rule}"]`),
    chosen: frame.locator('form input[type=file]'),
    box: frame.locator('input[name=tous]'),
    profile: frame.locator('select[name=profil]'),
    submit: frame.locator('form button, form input[type=submit]'),
  };
}

/** Opens the form with its panel, chooses a file, and gives the export to compare it with when there is one. */
async function choose(
  page: Page,
  file: DemoFile & Partial<Pick<EditedFile, 'profile'>>,
  reference?: DemoFile,
) {
  const parts = partsOf(await open(page, 'Import Utilisateur CSV'));
  await parts.badge.click();
  if (file.profile) await parts.profile.selectOption(file.profile);
  await parts.chosen.setInputFiles(given(file));
  if (reference) {
    await expect(parts.control).toContainText('n’a pas été contrôlé');
    await parts.reference.setInputFiles(given(reference));
    await expect(parts.control).toContainText('comparé à l’export');
  }
  return parts;
}

const posts = (demo: Demo) => demo.requests().filter(({ method }) => method === 'POST');

test('un fichier modifié : anomalies situées, phrase qui suit la case, envoi retenu avec sa raison', async ({
  page,
  demo,
}) => {
  const { finding, box, submit, hold, control } = await choose(page, edited('rows'), REFERENCE);
  const keys = finding('changed-sync-key');
  const [planted] = edited('rows').planted.filter(({ rule, field }) => rule === 'changed-sync-key' && field);
  await expect(keys).toContainText(`Ligne ${planted?.line}, colonne « ${planted?.field} »`);
  await expect(keys).toContainText('→');
  await expect(keys).toContainText(UNTICKED);
  await expect(control).toContainText(/ décochée\s: comptes créés \d+.* cochée\s: comptes créés \d+/s);
  await box.check();
  await expect(keys).toContainText(TICKED);
  await expect(control).toContainText(/ cochée\s: comptes créés \d+.* décochée\s: comptes créés \d+/s);
  await box.uncheck();
  await expect(keys).toContainText(UNTICKED);
  await submit.click();
  await expect(hold).toContainText('Importer le fichier');
  await expect(hold).toContainText('Source');
  await hold.getByRole('button', { name: 'Annuler' }).click();
  expect(posts(demo)).toEqual([]);
  await submit.click();
  await hold.getByRole('button', { name: 'compris' }).click();
  await submit.click();
  await expect.poll(() => posts(demo).length).toBe(1);
});

test('un fichier ordinaire n’est pas retenu', async ({ page, demo }) => {
  const { submit, hold, finding, box } = await choose(
    page,
    ordinaryFile('college', 'Parent', YEAR),
    REFERENCE,
  );
  await expect(finding('changed-sync-key')).toHaveCount(0);
  await box.check();
  await submit.click();
  await expect(hold).toHaveCount(0);
  await expect.poll(() => posts(demo).length).toBe(1);
});

test('la liste des personnes à supprimer, case cochée, est retenue', async ({ page, demo }) => {
  const { submit, hold, box, finding } = await choose(
    page,
    edited('removal file'),
    exportedFile('college', 'Teacher', YEAR),
  );
  await box.check();
  await expect(finding('removal-file-as-roster')).toContainText('autres comptes seraient supprimés');
  await submit.click();
  await expect(hold).toBeVisible();
  expect(posts(demo)).toEqual([]);
});

test('un fichier illisible dit pourquoi, et est retenu', async ({ page, demo }) => {
  const { submit, hold, finding, reference } = await choose(page, edited('unclosed quote'));
  await expect(finding('uncontrolled-file')).toContainText(/ligne\s120/);
  await expect(reference).toHaveCount(0);
  await submit.click();
  await expect(hold).toContainText(/ligne\s120/);
  expect(posts(demo)).toEqual([]);
});

test('sans export de référence : le dit, ne retient pas, ne change rien à la page', async ({
  page,
  demo,
}) => {
  const parts = partsOf(await open(page, 'Import Utilisateur CSV'));
  await parts.badge.click();
  const form = parts.submit
    .page()
    .frames()
    .find((one) => one.url().includes('modules')) as Frame;
  const before = await form.evaluate(() => {
    const seen = globalThis as unknown as { changes: number };
    seen.changes = 0;
    document.querySelector('input[type=file]')?.addEventListener('change', () => seen.changes++);
    return document.body.outerHTML;
  });
  await parts.chosen.setInputFiles(given(ordinaryFile('college', 'Parent', YEAR)));
  await expect(parts.finding('uncontrolled-file')).toContainText('n’a été comparé à rien');
  await expect(parts.finding('repeated-key')).toHaveCount(0);
  await expect(parts.reference).toBeVisible();
  expect(await form.evaluate(() => document.body.outerHTML)).toBe(before);
  expect(await form.evaluate(() => (globalThis as unknown as { changes: number }).changes)).toBe(1);
  await parts.submit.click();
  await expect(parts.hold).toHaveCount(0);
  await expect.poll(() => posts(demo).length).toBe(1);
});

test('sans export de référence, une clé collée sur une autre ligne est retenue', async ({ page, demo }) => {
  const { submit, hold, finding } = await choose(page, edited('rows'));
  const [first] = edited('rows').planted.filter(({ rule }) => rule === 'repeated-key');
  await expect(finding('repeated-key')).toContainText(`${first?.line}`);
  await submit.click();
  await expect(hold).toContainText('figure sur 2 lignes');
  expect(posts(demo)).toEqual([]);
});

test('le profil choisi dans le formulaire est comparé à celui du fichier, et suivi', async ({
  page,
  demo,
}) => {
  const { finding, profile, submit, hold } = await choose(
    page,
    ordinaryFile('college', 'Parent', YEAR),
    REFERENCE,
  );
  await expect(finding('wrong-profile-file')).toHaveCount(0);
  await profile.selectOption('Teacher');
  await expect(finding('wrong-profile-file')).toContainText(/enseignants, alors que ses colonnes.*parents/);
  await submit.click();
  await expect(hold).toContainText('Fichier d’un autre profil');
  await hold.getByRole('button', { name: 'Annuler' }).click();
  expect(posts(demo)).toEqual([]);
  await profile.selectOption('Parent');
  await expect(finding('wrong-profile-file')).toHaveCount(0);
});

test('un fichier de 30 Mo arrive par morceaux et est contrôlé comme les autres', async ({ page }) => {
  const { name, bytes } = edited('rows');
  const folder = await mkdtemp(join(tmpdir(), 'vigie-'));
  await writeFile(join(folder, name), Buffer.concat([bytes, Buffer.alloc(30 * 1024 * 1024, '\r\n')]));
  const { chosen, finding, control } = await choose(page, ordinaryFile('college', 'Parent', YEAR), REFERENCE);
  await chosen.setInputFiles(join(folder, name));
  await expect(finding('changed-sync-key')).toContainText('Ligne 2, colonne');
  await expect(control).toContainText('comparé à l’export');
  await rm(folder, { recursive: true });
});

test('un fichier de 200 Mo le dit, est retenu, ouvre l’atelier, et la page reste vivante', async ({
  page,
  demo,
  session,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'vigie-'));
  const path = join(folder, 'Parent.csv');
  const handle = await openFile(path, 'w');
  await handle.truncate(200 * 1024 * 1024);
  await handle.close();
  const parts = partsOf(await open(page, 'Import Utilisateur CSV'));
  await parts.badge.click();
  await parts.chosen.setInputFiles(path);
  await expect(parts.finding('uncontrolled-file')).toContainText(/dépassent ensemble 128\sMo/);
  await parts.submit.click();
  await expect(parts.hold).toContainText('dans l’atelier');
  await parts.hold.getByRole('button', { name: 'Annuler' }).click();
  expect(posts(demo)).toEqual([]);
  const opened = session.context.waitForEvent('page');
  await parts.control.getByRole('button', { name: 'Contrôler dans l’atelier' }).click();
  await (await opened).close();
  await parts.chosen.setInputFiles(given(ordinaryFile('college', 'Parent', YEAR)));
  await expect(parts.finding('uncontrolled-file')).toContainText('comparé à rien');
  await rm(folder, { recursive: true });
});

test('l’export conservé par l’atelier sert de référence, et le bilan est comparé à l’attendu', async ({
  page,
  session,
}) => {
  await page.goto(`chrome-extension://${session.extensionId}/workshop.html`);
  await page.getByRole('heading').first().waitFor();
  const kept = { name: REFERENCE.name, bytes: [...REFERENCE.bytes], today: DEMO_DAY };
  const keep = () =>
    page.evaluate(async ({ name, bytes, today }) => {
      const done = <T>(asking: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          asking.onsuccess = () => resolve(asking.result);
          asking.onerror = () => reject(asking.error);
        });
      const db = await done(indexedDB.open('vigie'));
      const files = [{ name, bytes: new Uint8Array(bytes) }];
      const store = db.transaction('files', 'readwrite').objectStore('files');
      await done(store.put({ id: 'reference', files, keptOn: today, until: '9999-12-31' }));
      db.close();
    }, kept);
  await keep();
  const { control, submit, box, hold } = await choose(page, ordinaryFile('college', 'Parent', YEAR));
  await expect(control).toContainText('conservé sur ce poste depuis le');
  // The box and the import in one breath: what is kept goes by the click, not by the look before it.
  const button = await submit.elementHandle();
  await box.evaluate((input, sent) => {
    (input as HTMLElement).click();
    (sent as HTMLElement | null)?.click();
  }, button);
  await expect(hold).toHaveCount(0);
  const after = partsOf(await open(page, 'Suivi synchro'));
  await after.badge.click();
  const found = after.panel.getByRole('region', { name: 'Attendu / constaté' });
  await expect(found).toContainText(/Elèves, import du .*\s: conforme à ce qui était attendu/);
  await expect(found).toContainText(/Parents, import du .*\s: conforme à ce qui était attendu/);
  await page.goto(`chrome-extension://${session.extensionId}/workshop.html#attendu`);
  for (const profile of ['Élèves', 'Parents']) {
    const own = page.getByRole('region', { name: `, ${profile}` });
    await expect(own).toContainText('suppression des comptes absents du fichier demandée');
    await expect(own).toContainText(/Constaté\s: Suivi synchro, import du/);
    await expect(own.getByText('Conforme')).toHaveCount(3);
  }
});
