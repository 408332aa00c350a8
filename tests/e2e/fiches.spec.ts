import type { Page } from '@playwright/test';
import type { Fiche } from '@/utils/core/fiche';
import { startingYear } from '../demo/edifice/calendar';
import { nextYearFile, transitionExport } from '../demo/edifice/roster-files';
import { PAPILLONS } from '../demo/edifice/structures';
import { buildWorld } from '../demo/edifice/world';
import { editedFiles, exportedFile } from '../demo/itslearning/manifest';
import { timetableSamples } from '../demo/itslearning/timetable-samples';
import { consoleUrl, controlSchool, DEMO_DAY, expect, MANUAL_GROUPS, overlayOf } from './console';
import { demoTest, type Session } from './demo-session';
import { everythingKept } from './workshop';

/* Every whole control writes a fiche of its school, whichever way the school was looked at. */

const YEAR = startingYear(DEMO_DAY) - (DEMO_DAY.slice(5, 7) >= '08' ? 1 : 0);
const MODULES = 'https://modules.itslfr-aws.com';
const SKOLENGO = 'https://college-demo.ent.auvergnerhonealpes.fr';

const test = demoTest({
  patterns: [
    'https://*.enthdf.fr/*',
    'https://*.itslearning.com/*',
    'https://*.itslfr-aws.com/*',
    'https://*.ent.auvergnerhonealpes.fr/*',
  ],
  date: DEMO_DAY,
});

/** The workshop, whose page may look into what is kept. The other stays in front: frames hear no click in a tab behind. */
async function workshopBehind({ context, extensionId }: Session, front: Page): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/workshop.html#ecoles`);
  await front.bringToFront();
  return page;
}

async function fichesIn(workshop: Page): Promise<Fiche[]> {
  const { stores } = await everythingKept(workshop);
  return (stores.fiches ?? []) as Fiche[];
}

/** Waits until there is a fiche made that way. */
async function ficheBy(workshop: Page, by: string): Promise<Fiche> {
  let found: Fiche | undefined;
  await expect
    .poll(async () => {
      found = (await fichesIn(workshop)).find((one) => one.by === by);
      return found !== undefined;
    }, by)
    .toBe(true);
  return found as Fiche;
}

const file = ({ name, bytes }: { name: string; bytes: Uint8Array }, mimeType = 'text/csv') => ({
  name,
  mimeType,
  buffer: Buffer.from(bytes),
});

test.describe('une fiche est écrite', () => {
  test('par la lecture de tout l’établissement, par celle d’un écran, et par le contrôle des fichiers de l’assistant (Edifice)', async ({
    page,
    session,
  }) => {
    const workshop = await workshopBehind(session, page);
    await page.goto(consoleUrl('papillons', MANUAL_GROUPS));
    await overlayOf(page).badge.waitFor();
    const screen = await ficheBy(workshop, 'edifice/manual-groups');
    expect(screen).toMatchObject({ name: PAPILLONS.name, ent: 'edifice', host: 'enthdf.fr' });
    expect(screen.read).toContainEqual(expect.objectContaining({ list: 'manualGroups', complete: true }));
    await controlSchool(page);
    const live = await ficheBy(workshop, 'live');
    expect(live).toMatchObject({ uai: PAPILLONS.uai });
    expect(Object.keys(live.figures)).toContain('Groupes manuels');
    expect(live.counts.length).toBeGreaterThan(screen.counts.length);

    await page.goto(consoleUrl('papillons', 'imports-exports/import-csv'));
    const { badge, panel } = overlayOf(page);
    await badge.click();
    const world = buildWorld(DEMO_DAY);
    await page.locator('input[name=StudentCB]').check();
    await page.setInputFiles(
      'input[type=file][name=Student]',
      file(nextYearFile(world, PAPILLONS.id, 'Student')),
    );
    await panel
      .getByLabel(/^Export de référence.*Export Transition/)
      .setInputFiles(file(transitionExport(world, PAPILLONS.id, 'Student')));
    const files = await ficheBy(workshop, 'user-files');
    expect(files).toMatchObject({ school: live.school, name: PAPILLONS.name });
    expect(files.counts.length).toBeGreaterThan(0);
    await workshop.close();
  });

  test('par un écran d’itslearning dont la personne dit l’établissement, et par ceux qui le disent', async ({
    page,
    session,
  }) => {
    const workshop = await workshopBehind(session, page);
    await page.goto('https://college-demo.itslearning.com/?skin=ccl');
    const shell = page.frameLocator('iframe[name=mainmenu]');
    await shell.getByRole('link', { name: 'Stratégies', exact: true }).click();
    const panel = shell.locator('vigie-ent').getByRole('region', { name: 'Vigie ENT' });
    await shell.locator('vigie-ent .badge').click();
    const field = panel.getByLabel(/, UAI\s:/);
    await field.fill('Nulle part');
    await field.press('Enter');
    await expect(panel.getByRole('alert')).toContainText('tapez son UAI');
    await field.fill('0599102L');
    await field.press('Enter');
    await expect(panel).toContainText('Établissement indiqué par vous');
    await expect(panel.locator('header')).toContainText('0599102L');
    const strategies = await ficheBy(workshop, 'itslearning/strategies');
    expect(strategies).toMatchObject({ uai: '0599102L', host: 'college-demo.itslearning.com' });
    expect(Object.keys(strategies.figures)).toContain('Stratégies');

    // Said once for the site: the next screen goes by it.
    await page.goto('https://college-demo.itslearning.com/?skin=ccl');
    await shell.getByRole('link', { name: 'Cours', exact: true }).click();
    await expect(shell.locator('vigie-ent .badge')).toBeVisible();
    expect(await ficheBy(workshop, 'itslearning/courses')).toMatchObject({ school: strategies.school });

    await page.goto('https://college-demo.itslearning.com/?skin=ccl');
    await shell.getByRole('link', { name: 'Import Utilisateur CSV' }).click();
    const module = shell.frameLocator('iframe');
    await module.locator('vigie-ent .badge').click();
    const edited = editedFiles(YEAR).find((one) => one.edit === 'rows');
    if (!edited) throw new Error('No edited file.');
    await module.locator('select[name=profil]').selectOption(edited.profile);
    await module.locator('form input[type=file]').setInputFiles(file(edited));
    const importing = module.locator('vigie-ent').getByRole('region', { name: 'Vigie ENT' });
    await importing
      .getByLabel(/^Export de référence/)
      .setInputFiles(file(exportedFile('college', 'Parent', YEAR)));
    const files = await ficheBy(workshop, 'user-files');
    expect(files.counts).toContainEqual(expect.objectContaining({ rule: 'changed-sync-key' }));
    expect(Object.keys(files.figures).join()).toContain('Import attendu');
    await workshop.close();
  });

  test('par l’emploi du temps choisi dans l’import, sauf s’il est d’un autre établissement', async ({
    page,
    session,
  }) => {
    const workshop = await workshopBehind(session, page);
    await page.goto('https://college-demo.itslearning.com/?skin=ngtable');
    await page.frameLocator('iframe[name=mainmenu]').getByRole('link', { name: 'Import EDT' }).click();
    const module = page.frameLocator('iframe[name=mainmenu]').frameLocator('iframe');
    await module.getByRole('heading', { name: 'Import EDT' }).first().waitFor();
    const frame = page.frames().find((one) => one.url().startsWith(MODULES));
    await frame?.goto(`${MODULES}/import-edt?site=college-demo&skin=ngtable&etape=fichier`);
    await module.locator('vigie-ent .badge').waitFor();
    const [, name = '', uai = ''] =
      /Établissement : (.+?) \((\d{7}[A-Z])\)/.exec((await frame?.locator('body').innerText()) ?? '') ?? [];
    const samples = timetableSamples({ uai, name }, DEMO_DAY);
    const sample = (about: string) => {
      const found = samples.find((one) => one.about === about);
      if (!found) throw new Error(about);
      return file(found, 'text/xml');
    };
    const panel = module.locator('vigie-ent').getByRole('region', { name: 'Vigie ENT' });
    await module.locator('vigie-ent .badge').click();
    await module
      .locator('input[type=file][name=fichier]')
      .setInputFiles(sample('chiffré, d’un autre établissement'));
    await expect(panel.locator('[data-rule="wrong-school-file"]')).toBeVisible();
    expect((await fichesIn(workshop)).filter(({ by }) => by === 'timetable-file')).toEqual([]);
    await module.locator('input[type=file][name=fichier]').setInputFiles(sample('chiffré, sans défaut'));
    expect(await ficheBy(workshop, 'timetable-file')).toMatchObject({ uai, name });
    await workshop.close();
  });

  test('par un écran de Skolengo', async ({ page, session }) => {
    const workshop = await workshopBehind(session, page);
    await page.goto(`${SKOLENGO}/sg.do?ecran=groupes&skin=modern`);
    const groups = await ficheBy(workshop, 'skolengo/free-groups');
    expect(groups).toMatchObject({ ent: 'skolengo', id: 'college-demo.ent.auvergnerhonealpes.fr' });
    expect(Object.keys(groups.figures)).toContain('Groupes libres non pérennes');
    await workshop.close();
  });
});
