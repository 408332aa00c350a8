import type { Page } from '@playwright/test';
import type { Profile } from '../demo/edifice/model';
import { nextYearFile, type RosterFile, retyped, transitionExport } from '../demo/edifice/roster-files';
import { PAPILLONS } from '../demo/edifice/structures';
import { buildWorld } from '../demo/edifice/world';
import { consoleUrl, DEMO_DAY, expect, overlayOf, test } from './console';

const WORLD = buildWorld(DEMO_DAY);
const given = ({ name, bytes }: RosterFile) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(bytes) });
const nextFile = (profile: Profile) => nextYearFile(WORLD, PAPILLONS.id, profile);
const exported = (profile: Profile) => given(transitionExport(WORLD, PAPILLONS.id, profile));

/** The pupils of next year, one of whom has an identifier typed otherwise. */
function wrongPupils(): RosterFile {
  const file = nextFile('Student');
  const [id = ''] = /^\S+?(?=;)/m.exec(new TextDecoder().decode(file.bytes).split('\r\n')[3] ?? '') ?? [];
  return retyped(file, id, `${id}0`);
}

function partsOf(page: Page) {
  const overlay = overlayOf(page);
  return {
    ...overlay,
    control: overlay.panel.getByRole('region', { name: 'Contrôle avant import' }),
    reference: overlay.panel.getByLabel(/^Export de référence.*Export Transition/),
    next: page.locator('.wizard-content-nav__button--next'),
    previous: page.locator('.wizard-content-nav__button.previous'),
    predelete: page.locator('input[name=predeleteOption]'),
  };
}

async function choose(page: Page, profile: Profile, file: RosterFile) {
  await page.locator(`input[name=${profile}CB]`).check();
  await page.setInputFiles(`input[type=file][name=${profile}]`, given(file));
}

/** Opens the wizard with its panel, chooses the files, and gives the exports to compare them with. */
async function wizard(page: Page, files: readonly (readonly [Profile, RosterFile])[]) {
  await page.goto(consoleUrl('papillons', 'imports-exports/import-csv'));
  const parts = partsOf(page);
  await parts.badge.click();
  for (const [profile, file] of files) await choose(page, profile, file);
  await expect(parts.finding('uncontrolled-file')).toContainText('comparé à rien');
  await parts.reference.setInputFiles(files.map(([profile]) => exported(profile)));
  await expect(parts.control).toContainText('comparé à l’export');
  return parts;
}

/** To the report, whose « Suivant » imports. */
async function toTheReport(page: Page) {
  const { next } = partsOf(page);
  for (let step = 0; step < 3; step++) {
    await next.click();
    await expect(page.locator('ode-step').nth(step + 1)).toHaveClass(/active/);
  }
}

test('un identifiant modifié dans un fichier sur deux : situé, retenu à l’import, la case suivie', async ({
  page,
  demo,
}) => {
  const { finding, control, predelete, next, hold, badge } = await wizard(page, [
    ['Student', wrongPupils()],
    ['Teacher', nextFile('Teacher')],
  ]);
  const keys = finding('changed-sync-key');
  await expect(control).toContainText('Student.csv, Teacher.csv');
  await expect(keys).toContainText('Ligne 4, colonne « externalid »');
  await expect(keys).toContainText(/Pré-supprimer.* est décochée/);
  await expect(control).toContainText(/ décochée\s: comptes créés \d+.* cochée\s: comptes créés \d+/s);
  await predelete.check();
  await expect(keys).toContainText(/Pré-supprimer.* est cochée/);
  await predelete.uncheck();
  await expect(keys).toContainText(/est décochée/);
  await badge.click();
  await toTheReport(page);
  demo.clearRequests();
  await next.click();
  await expect(hold).toContainText('Importer le fichier');
  await expect(hold).toContainText('Ligne 4');
  const written = () => demo.requests().filter(({ method }) => method !== 'GET');
  expect(written()).toEqual([]);
  await hold.getByRole('button', { name: 'compris' }).click();
  await next.click();
  await expect.poll(() => written().length).toBe(1);
});

test('des fichiers ordinaires passent, et la page reste telle quelle', async ({ page, demo }) => {
  await page.goto(consoleUrl('papillons', 'imports-exports/import-csv'));
  const { control, finding, next, hold, badge, reference } = partsOf(page);
  await badge.click();
  await page.locator('input[name=StudentCB]').check();
  const before = await page.evaluate(() => {
    const seen = globalThis as unknown as { changes: number };
    seen.changes = 0;
    document
      .querySelector('input[type=file][name=Student]')
      ?.addEventListener('change', () => seen.changes++);
    return document.body.outerHTML;
  });
  await page.setInputFiles('input[type=file][name=Student]', given(nextFile('Student')));
  await expect(finding('uncontrolled-file')).toContainText('comparé à rien');
  await reference.setInputFiles([exported('Student')]);
  await expect(control).toContainText('comparé à l’export');
  expect(await page.evaluate(() => document.body.outerHTML)).toBe(before);
  expect(await page.evaluate(() => (globalThis as unknown as { changes: number }).changes)).toBe(1);
  await expect(finding('changed-sync-key')).toHaveCount(0);
  await expect(finding('dropped-user')).toHaveCount(0);
  await badge.click();
  await toTheReport(page);
  demo.clearRequests();
  await next.click();
  await expect(page.locator('ode-step').nth(4)).toHaveClass(/active/);
  await expect(hold).toHaveCount(0);
});

test('le rapport, puis les comptes de la console, sont comparés à ce que le contrôle annonçait', async ({
  page,
  session,
}) => {
  const { name, bytes } = nextFile('Student');
  const arrived = new TextEncoder().encode(';Lou;NOUVEAU;12/04/2019;;CP A\r\n');
  const file = { name, bytes: new Uint8Array([...bytes, ...arrived]) };
  const { control, badge, next, panel } = await wizard(page, [['Student', file]]);
  await badge.click();
  await toTheReport(page);
  await badge.click();
  await expect(control).toContainText(
    /Rapport intermédiaire\s: 37\slignes, alors que le contrôle en annonce \d+/,
  );
  // A leaf that nobody looked at was not read: as a person does, one after the other.
  for (const read of [10, 20, 30]) {
    await expect(control).toContainText(new RegExp(`${read}\\slignes lues sur 37`));
    await page.locator('ode-pager .fa-chevron-right').click();
  }
  await expect(control).toContainText(/Élèves\s: \d+\scomptes? créés? au lieu de/);
  await badge.click();
  await next.click();
  await expect(page.locator('ode-step').nth(4)).toHaveClass(/active/);
  await page.locator('.navbar--links i[title="Utilisateurs"]').click();
  await badge.click();
  await panel.getByRole('button', { name: 'Contrôler tout l’établissement' }).click();
  const found = panel.getByRole('region', { name: 'Attendu / constaté' });
  await expect(found).toContainText(/Élèves, depuis le [\d/]+\s: 0\scompte créé au lieu de \d+/);
  await page.goto(`chrome-extension://${session.extensionId}/workshop.html#attendu`);
  const own = page.getByRole('region', { name: /, Élèves/ });
  await expect(own).toContainText(/Constaté\s: Comptes de la console lus le/);
  await expect(own.getByRole('textbox').first()).toHaveValue('0');
});

test('au clavier seul : l’import est retenu pour ce que le contrôle annonçait, puis confirmé', async ({
  page,
  demo,
}) => {
  const { badge, next, hold } = await wizard(page, [['Student', wrongPupils()]]);
  await badge.press('Enter');
  for (let step = 0; step < 3; step++) {
    await next.press('Enter');
    await expect(page.locator('ode-step').nth(step + 1)).toHaveClass(/active/);
  }
  demo.clearRequests();
  const written = () => demo.requests().filter(({ method }) => method !== 'GET');
  await next.press('Enter');
  await expect(hold).toContainText('Ligne 4');
  await page.keyboard.press('Escape');
  await expect(hold).toHaveCount(0);
  await expect(next).toBeFocused();
  await page.keyboard.press('Enter');
  await hold.getByRole('button', { name: 'compris' }).press('Enter');
  await expect(hold).toHaveCount(0);
  expect(written()).toEqual([]);
  await next.press('Enter');
  await expect.poll(() => written().length).toBe(1);
});

test('les élèves dans le champ des enseignants : retenu, puis plus rien une fois le bon fichier choisi', async ({
  page,
}) => {
  const { finding } = await wizard(page, [
    ['Student', nextFile('Student')],
    ['Teacher', nextFile('Teacher')],
  ]);
  await choose(page, 'Teacher', nextFile('Student'));
  await expect(finding('wrong-profile-file')).toContainText(/enseignants, alors que ses colonnes.*élèves/);
  await choose(page, 'Teacher', nextFile('Teacher'));
  await expect(finding('wrong-profile-file')).toHaveCount(0);
});
