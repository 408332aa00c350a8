import { expect, type Frame, type Locator, type Page } from '@playwright/test';
import { startingYear } from '../demo/edifice/calendar';
import { exportedFile } from '../demo/itslearning/manifest';
import type { DemoFile } from '../demo/itslearning/model';
import { SKINS } from '../demo/itslearning/skins';
import { plantedFaults } from '../demo/itslearning/timetable-manifest';
import { STAGES, type Stage } from '../demo/itslearning/timetable-screens';
import { DEMO_DAY } from './console';
import { expectNothingCovered } from './covered';
import { demoTest } from './demo-session';

const YEAR = startingYear(DEMO_DAY) - (DEMO_DAY.slice(5, 7) >= '08' ? 1 : 0);
const MODULES = 'https://modules.itslfr-aws.com';

const test = demoTest({
  patterns: ['https://*.itslearning.com/*', 'https://*.itslfr-aws.com/*'],
  date: DEMO_DAY,
});

function partsOf(frame: Frame) {
  const root = frame.locator('vigie-ent');
  const panel = root.getByRole('region', { name: 'Vigie ENT' });
  return {
    frame,
    badge: root.locator('.badge'),
    panel,
    hold: root.getByRole('alertdialog'),
    finding: (rule: string) => panel.locator(`[data-rule="${rule}"]`),
    button: (name: string) => frame.locator('body').getByRole('button', { name, exact: true }),
  };
}

/** Opens « Import EDT » by the menu, as a person does, then the step asked for, its panel unfolded. */
async function open(page: Page, stage: Stage, skin = 'ngtable', site = 'college-demo') {
  await page.goto(`https://${site}.itslearning.com/?skin=${skin}`);
  await page.frameLocator('iframe[name=mainmenu]').getByRole('link', { name: 'Import EDT' }).click();
  const module = page.frameLocator('iframe[name=mainmenu]').frameLocator('iframe');
  await module.getByRole('heading', { name: 'Import EDT' }).first().waitFor();
  const frame = page.frames().find((one) => one.url().startsWith(MODULES));
  if (!frame) throw new Error('No frame of the modules.');
  await frame.goto(`${MODULES}/import-edt?site=${site}&skin=${skin}&etape=${stage}`);
  const parts = partsOf(frame);
  await parts.badge.click();
  await expect(parts.panel).toBeVisible();
  return parts;
}

/** Shows all the places of a finding: only the first finding is unfolded, and only its first places are shown. */
async function unfold(finding: Locator) {
  const folded = finding.locator('details:not([open]) > summary');
  if ((await folded.count()) > 0) await folded.click();
  const others = finding.getByRole('button', { name: /^Afficher/ });
  if ((await others.count()) > 0) await others.click();
}

for (const skin of SKINS) {
  test(`${skin} : à chaque écran, les anomalies semées dans la page et rien d’autre`, async ({ page }) => {
    const { panel, finding, frame, badge } = await open(page, 'etablissement', skin);
    for (const stage of STAGES) {
      await frame.goto(frame.url().replace(/etape=\w+/, `etape=${stage}`));
      await expect(badge, stage).toBeVisible();
      if (!(await panel.isVisible())) await badge.click();
      const before = await frame.evaluate(() => document.body.outerHTML);
      const words = await frame.evaluate(() => document.body.innerText);
      // Of the lists that have several pages, this is the first.
      const planted = plantedFaults().filter(
        ({ school, stage: on, subject }) =>
          school === 'college' && on === stage && subject !== '' && words.includes(subject),
      );
      const rules = new Set(planted.map(({ rule }) => rule));
      await expect(panel.locator('[data-rule]'), stage).toHaveCount(rules.size);
      for (const rule of rules) await unfold(finding(rule));
      for (const { rule, subject } of planted) await expect(finding(rule)).toContainText(subject);
      await expectNothingCovered(frame, planted.length > 0);
      expect(await frame.evaluate(() => document.body.outerHTML), stage).toBe(before);
    }
  });
}

test('le fichier d’un autre établissement est retenu au code RNE, puis passe sur confirmation', async ({
  page,
}) => {
  const { finding, button, hold, frame } = await open(page, 'rne', 'responsive', 'lycee-demo');
  await expect(finding('wrong-school-file')).toContainText('0490856P');
  await button('Suivant').click();
  await expect(hold).toContainText('0490856P');
  await hold.getByRole('button', { name: 'Annuler' }).click();
  expect(frame.url()).toContain('etape=rne');
  await button('Suivant').click();
  await hold.getByRole('button', { name: 'compris' }).click();
  await button('Suivant').click();
  await frame.waitForURL(/etape=matieres/);
});

test('le bon fichier n’est retenu nulle part', async ({ page }) => {
  for (const [stage, next] of [
    ['rne', 'matieres'],
    ['eleves', 'resume'],
  ] as const) {
    const { button, hold, frame } = await open(page, stage, 'ccl');
    await button('Suivant').click();
    await frame.waitForURL(new RegExp(`etape=${next}`));
    await expect(hold).toHaveCount(0);
  }
});

test('ce que les étapes d’avant ont dit survit au rechargement de chacune, sans qu’aucun nom ne soit écrit', async ({
  page,
  session,
}) => {
  const code = await open(page, 'rne', 'ngtable', 'lycee-demo');
  await expect(code.finding('wrong-school-file')).toContainText('0490856P');
  await code.frame.goto(code.frame.url().replace('rne', 'matieres'));
  await code.badge.click();
  await expect(code.finding('wrong-school-file')).toContainText('0490856P');

  const { panel, frame, badge } = await open(page, 'eleves');
  await expect(panel.locator('.read')).toContainText('5 utilisateurs de l’import lus, 1 page');
  await frame.getByRole('link', { name: '2', exact: true }).click();
  await frame.waitForURL(/page=2/);
  await badge.click();
  await expect(panel.locator('.read')).toContainText(/lus(, 2 pages)? sur \d/);
  const kept = await session.worker.evaluate(async () =>
    JSON.stringify(await (globalThis as unknown as { chrome: typeof chrome }).chrome.storage.session.get()),
  );
  expect(kept).toContain('wizard/');
  expect(kept).not.toContain('AUBÉPINE');
});

const given = ({ name, bytes }: DemoFile) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(bytes) });

test('une personne non retrouvée reçoit son compte probable, cherché dans l’export donné sur place', async ({
  page,
}) => {
  const { panel, finding, frame } = await open(page, 'eleves');
  const lost = finding('unreconciled-user');
  await expect(lost).toContainText('Élodie AUBÉPINE');
  await expect(lost).not.toContainText('sans doute');
  await panel
    .getByLabel(/^Export de référence/)
    .setInputFiles(given(exportedFile('college', 'Student', YEAR)));
  await expect(lost).toContainText('Élodie AUBÉPINE – sans doute AUBÉPINE Élodie (6e A)');
  await expect(lost).toContainText('date de naissance');
  expect(await frame.evaluate(() => document.body.innerText)).not.toContain('sans doute');
});

test('le texte pour l’assistance est rempli, et se copie', async ({ page, session }) => {
  const { panel } = await open(page, 'recapitulatif');
  const text = panel.getByRole('textbox', { name: 'Texte pour l’assistance' });
  await expect(text).toHaveValue(/Collège Rosa-Bonheur \(0019901G\)/);
  await expect(text).toHaveValue(/237 erreurs de création de hiérarchie/);
  expect(await text.inputValue()).not.toContain('PASDECHEZNOUS');
  await panel.getByRole('button', { name: /^Copier/ }).click();
  await expect(panel.locator('.support [role=status]')).toHaveText('Copié.');
  const blank = await session.context.newPage();
  await blank.goto('https://college-demo.itslearning.com/');
  await blank.setContent('<textarea></textarea>');
  await blank.locator('textarea').focus();
  await blank.keyboard.press('Control+V');
  await expect(blank.locator('textarea')).toHaveValue(/237 erreurs/);
  await blank.close();
});

const COURSES = `<!doctype html><html lang="fr"><head><title>Administration des cours</title></head><body><h1>Administration des cours</h1>
<label><input type="radio" name="f" checked> Cours actifs</label><label><input type="radio" name="f"> Cours archivés</label>
<table><thead><tr><th></th><th>Intitulé</th><th>Code</th><th>Organisation</th><th>Modèle</th><th>Créé par</th><th>Participants</th><th>Dernière visite le</th><th>Dernière mise à jour</th><th>Créé le</th><th></th></tr></thead>
<tbody><tr><td><input type="checkbox"></td><td>TECHNO - 4 B</td><td></td><td>Etablissement</td><td></td><td>Intégration</td><td>28</td><td></td><td>27/09/2026 17:05</td><td>27/09/2026 17:05</td><td><a href="#inscription">Inscription</a> <a href="#desinscription">Désinscription</a></td></tr></tbody></table><p>1–1 sur 1</p></body></html>`;

test('l’inscription de contrôle est notée, rappelée ici et dans la fenêtre, et oubliée à la désinscription', async ({
  page,
  session,
}) => {
  await page.route('**/cours-de-test', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: COURSES }),
  );
  const visit = async () => {
    await page.goto('https://college-demo.itslearning.com/cours-de-test');
    const parts = partsOf(page.mainFrame());
    await parts.badge.click();
    return parts;
  };
  const { finding } = await visit();
  await expect(finding('forgotten-self-enrolment')).toHaveCount(0);
  await page.getByRole('link', { name: 'Inscription', exact: true }).click();
  expect(page.url()).toContain('#inscription');
  await expect(finding('forgotten-self-enrolment')).toContainText('TECHNO - 4 B');

  const popup = await session.context.newPage();
  await popup.goto(`chrome-extension://${session.extensionId}/popup.html`);
  await expect(popup.getByRole('heading', { name: 'Cours à quitter' })).toBeVisible();
  await expect(popup.locator('.reminders')).toContainText('TECHNO - 4 B');

  const again = await visit();
  await expect(again.finding('forgotten-self-enrolment')).toContainText('aujourd’hui');
  await page.getByRole('link', { name: 'Désinscription' }).click();
  await expect(again.finding('forgotten-self-enrolment')).toHaveCount(0);
  await expect(popup.locator('.reminders')).toHaveCount(0);

  await page.getByRole('link', { name: 'Inscription', exact: true }).click();
  await unfold(again.finding('forgotten-self-enrolment'));
  await again.panel.getByRole('button', { name: /^Je suis désinscrit/ }).click();
  await expect(again.finding('forgotten-self-enrolment')).toHaveCount(0);
  await popup.close();
});
