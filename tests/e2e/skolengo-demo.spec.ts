import { expect, type FrameLocator, type Page } from '@playwright/test';
import { plantedOn } from '../demo/skolengo/manifest';
import { inventSchool } from '../demo/skolengo/school';
import { documentOf } from '../demo/skolengo/screens';
import { SKINS } from '../demo/skolengo/skins';
import { demoTest } from './demo-session';

const DAY = new Date().toISOString().slice(0, 10);
const HOST = 'college-demo.ent.auvergnerhonealpes.fr';
const address = (screen: string, skin = 'modern') => `https://${HOST}/sg.do?ecran=${screen}&skin=${skin}`;

/** A browser with the built extension, activated on the portal, for each worker; every test starts with nothing kept. */
const test = demoTest({ patterns: ['https://*.ent.auvergnerhonealpes.fr/*'], date: DAY });

function overlayIn(place: Page | FrameLocator) {
  const root = place.locator('vigie-ent');
  const panel = root.getByRole('region', { name: 'Vigie ENT' });
  return {
    root,
    panel,
    badge: root.locator('.badge'),
    marks: root.locator('.mark'),
    finding: (rule: string) => panel.locator(`[data-rule="${rule}"]`),
  };
}

for (const skin of SKINS)
  test(`${skin} : ce qui va disparaître est dit, marqué, et rien d’autre`, async ({ page, demo }) => {
    for (const screen of ['groupes', 'comptes', 'rubriques', 'corbeille', 'messagerie']) {
      await page.goto(address(screen, skin));
      const { badge, finding, panel, marks } = overlayIn(page);
      await badge.click();
      const expected = plantedOn(DAY).filter((one) => one.screen === screen && one.expected !== 'none');
      const rule = expected[0]?.rule ?? '';
      await expect(finding(rule)).toHaveClass(/vanishing/);
      await expect(finding(rule).locator('h3')).toContainText('Va disparaître');
      await expect(finding(rule).locator('.subject')).toHaveText(
        expected
          .sort((a, b) => Number(a.expected === 'review') - Number(b.expected === 'review'))
          .map(({ subject }) => subject),
      );
      await expect(panel.locator('.finding')).toHaveCount(1);
      await expect(marks).toHaveCount(expected.length);
      await expect(panel).not.toContainText(/purger/i);
    }
    const site = demo.requests().filter(({ host }) => host === HOST);
    expect(site.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

test('la page reste à l’octet près ce qu’elle était', async ({ page }) => {
  const received = await (await page.goto(address('groupes')))?.text();
  await overlayIn(page).badge.click();
  await expect(overlayIn(page).marks.first()).toBeVisible();
  const [before, after] = await page.evaluate(
    (html) => [new DOMParser().parseFromString(html, 'text/html').body.outerHTML, document.body.outerHTML],
    received ?? '',
  );
  expect(before).toContain('Chorale');
  expect(after).toBe(before);
});

test('une fenêtre ouverte dans un cadre : la surcouche y est, et là seulement', async ({ page }) => {
  await page.goto(address('parametres', 'yui'));
  const inner = overlayIn(page.frameLocator('iframe'));
  await inner.badge.click();
  await expect(inner.finding('temporary-section').locator('.subject')).toHaveText('Voyage à Rome');
  await expect(overlayIn(page).root).toHaveCount(0);
});

test('ce qui ressemble sans en être ne reçoit rien', async ({ page }) => {
  for (const screen of ['accueil', 'messagerie-corbeille']) {
    await page.goto(address(screen));
    await page.getByRole('heading').first().waitFor();
    // The screen after it proves that the loader had its time.
    await expect(page.locator('vigie-ent')).toHaveCount(0);
  }
  await page.goto(address('groupes'));
  await expect(overlayIn(page).badge).toBeVisible();
});

test('le mode d’import est demandé une fois, gardé, et change le verdict', async ({ page }) => {
  await page.goto(address('import-edt'));
  const { badge, panel, finding } = overlayIn(page);
  await badge.click();
  await expect(finding('early-timetable-end')).toContainText('le mode d’import (1, 2 ou 3) n’est pas connu');
  await panel.getByRole('radio', { name: /^Mode 2/ }).check();
  await expect(finding('early-timetable-end')).toContainText(
    'la date de fin d’année de l’emploi du temps n’est pas connue',
  );
  const summer = inventSchool(DAY).blocks[0]?.to.slice(-4) ?? '';
  await panel.getByLabel(/Date de fin d’année/).fill('1990-06-20');
  await expect(panel.getByRole('alert')).toContainText(
    `donnez un jour du 01/03/${summer} au 31/08/${summer}`,
  );
  await expect(finding('early-timetable-end')).toContainText('n’est pas connue');
  await panel.getByLabel(/Date de fin d’année/).fill(`${summer}-06-20`);
  await expect(finding('early-timetable-end')).toContainText(`20/06/${summer}`);
  await page.reload();
  await badge.click();
  await expect(panel.getByRole('radio', { name: /^Mode 2/ })).toBeChecked();
  await expect(finding('early-timetable-end')).toContainText(`20/06/${summer}`);
  await panel.getByRole('radio', { name: /^Mode 1/ }).check();
  await expect(finding('early-timetable-end')).toHaveCount(0);
  await expect(panel.locator('.nothing')).toContainText('mode 1 d’après vous, sans date importée');
});

test('une date fixée dans l’atelier se voit aussitôt sur la page ouverte', async ({ page, session }) => {
  await page.goto(address('import-edt'));
  const { badge, panel, finding } = overlayIn(page);
  await badge.click();
  await panel.getByRole('radio', { name: /^Mode 2/ }).check();
  await expect(panel.getByLabel(/Date de fin d’année/)).toBeVisible();
  const summer = inventSchool(DAY).blocks[0]?.to.slice(-4) ?? '';

  const workshop = await session.context.newPage();
  await workshop.goto(`chrome-extension://${session.extensionId}/workshop.html#calendrier`);
  await workshop.getByRole('combobox', { name: 'Année' }).selectOption(`Rentrée ${summer}`);
  await workshop.getByRole('button', { name: /^Dates/ }).click();
  // Typed before the year chosen is there, the day is refused, and typed again.
  await expect(async () => {
    await workshop.getByLabel('Fin des emplois du temps', { exact: true }).fill(`${summer}-06-21`);
    await expect(finding('early-timetable-end')).toContainText(`21/06/${summer}`, { timeout: 2000 });
  }).toPass();
  await expect(panel.getByLabel(/Date de fin d’année/)).toHaveValue(`${summer}-06-21`);
  await workshop.getByRole('button', { name: /^Effacer.*Fin des emplois du temps/ }).click();
  await expect(finding('early-timetable-end')).toContainText('n’est pas connue');
  await panel.getByRole('radio', { name: 'Je ne sais pas' }).check();
  await expect(finding('early-timetable-end')).toContainText('le mode d’import (1, 2 ou 3) n’est pas connu');
  await workshop.close();
});

test('un mot que l’établissement ajoute dans l’atelier rend sa page lisible', async ({ page, session }) => {
  const reworded = documentOf('groupes', inventSchool(DAY), 'modern')?.replaceAll(
    'Durée de vie',
    'Échéance du groupe',
  );
  await page.route('**/sg.do*', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: reworded ?? '' }),
  );
  await page.goto(address('groupes'));
  const { badge, panel, finding } = overlayIn(page);
  await badge.click();
  await expect(panel.getByRole('alert')).toContainText('Page non reconnue : contrôle inactif.');
  await expect(panel.getByRole('alert')).toContainText('Durée de vie');

  const workshop = await session.context.newPage();
  await workshop.goto(`chrome-extension://${session.extensionId}/workshop.html#pages`);
  await workshop.getByLabel('Sur', { exact: true }).selectOption(HOST);
  await workshop.getByLabel('Ce que le mot désigne').selectOption('lifetime');
  await workshop.getByLabel(/^Le mot/).fill('Durée de vie');
  await workshop.getByRole('button', { name: 'Ajouter ce mot' }).click();
  await expect(workshop.getByRole('alert')).toContainText('déjà reconnu');
  await workshop.getByLabel(/^Le mot/).fill('Échéance du groupe');
  await workshop.getByRole('button', { name: 'Ajouter ce mot' }).click();
  await expect(workshop.getByRole('table')).toContainText('Échéance du groupe');

  // The page that is open is read anew by itself.
  await expect(badge).toContainText('points signalés');
  await badge.click();
  await expect(finding('expiring-group').locator('.subject').first()).toHaveText('Chorale');
  await workshop.getByRole('button', { name: /^Retirer/ }).click();
  await expect(workshop.getByText('Aucun mot n’a été ajouté sur ce poste.')).toBeVisible();
  await expect(badge).toContainText('page non reconnue');
  await workshop.close();
});

test('un mot contradictoire est refusé ; celui qui gêne un écran est nommé, et l’alerte part avec lui', async ({
  page,
  session,
}) => {
  await page.goto(address('groupes'));
  const { badge, panel, finding } = overlayIn(page);
  await expect(badge).toContainText('points signalés');

  const workshop = await session.context.newPage();
  await workshop.goto(`chrome-extension://${session.extensionId}/workshop.html#pages`);
  const add = async (word: string) => {
    await workshop.getByLabel(/^Le mot/).fill(word);
    await workshop.getByRole('button', { name: 'Ajouter ce mot' }).click();
  };
  await workshop.getByLabel('Sur', { exact: true }).selectOption(HOST);
  await workshop.getByLabel('Ce que le mot désigne').selectOption('lifetime');
  await add('Nom');
  await expect(workshop.getByRole('alert')).toContainText('désigne déjà autre chose\u00A0: nom d’un groupe');
  await add('Type');
  await expect(workshop.getByRole('table')).toContainText('Type');

  await expect(badge).toContainText('page non reconnue');
  await page.bringToFront();
  await badge.click();
  const alert = panel.getByRole('alert');
  await expect(alert).toContainText('«\u00A0Type\u00A0», ajouté pour «\u00A0durée de vie\u00A0»');
  await expect(alert).not.toContainText('l’ENT a sans doute changé');
  await alert.getByRole('button', { name: /^Ouvrir « ?Pages et vocabulaire/ }).click();
  await expect(workshop.getByRole('heading', { name: 'Vocabulaire de Skolengo' })).toBeInViewport();
  await workshop.getByRole('button', { name: /^Retirer/ }).click();
  await page.bringToFront();
  await expect(badge).toContainText('points signalés');
  await badge.click();
  await expect(panel.getByRole('alert')).toHaveCount(0);
  await expect(finding('expiring-group').locator('.subject').first()).toHaveText('Chorale');
  await workshop.close();
});
