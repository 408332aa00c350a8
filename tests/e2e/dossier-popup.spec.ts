import { readFileSync } from 'node:fs';
import { inventSchool } from '../demo/skolengo/school';
import { demoTest } from './demo-session';
import { expect } from './extension';
import { everythingKept } from './workshop';

const DAY = new Date().toISOString().slice(0, 10);
const HOST = 'college-demo.ent.auvergnerhonealpes.fr';
/** A screen of the demonstration that no version of Vigie reads. */
const UNKNOWN = `https://${HOST}/sg.do?ecran=comptes-locaux&skin=plain`;

const test = demoTest({ patterns: ['https://*.ent.auvergnerhonealpes.fr/*'], date: DAY });

/** What the unknown screen says of people, and of which school: nobody may find it in what is handed on. */
const CANARIES = [
  ...inventSchool(DAY).accounts.flatMap(({ name }) => name.split(' ')),
  ...['ROCHEBRUNE', 'VALCOMBE', 'MONTVALLON', 'Agathe', 'Idris', 'Sévan'],
].filter((word) => word.length > 3);

test('le dossier de support se demande depuis la fenêtre de Vigie, sur un écran que rien ne lit', async ({
  page,
  session,
}) => {
  const { context, extensionId } = session;
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: `https://${HOST}` });
  await page.goto(UNKNOWN);
  const shown = await page.locator('body').innerText();
  expect(CANARIES.filter((name) => shown.includes(name)).length).toBeGreaterThan(3);

  const popup = await context.newPage();
  await popup.goto(`chrome-extension://${extensionId}/popup.html`);
  await popup.getByRole('button', { name: 'Dossier de support' }).click();
  const dialog = page.locator('vigie-ent').getByRole('dialog', { name: 'Dossier de support' });
  await dialog.waitFor();
  await popup.close();
  await page.bringToFront();

  const text = dialog.getByRole('textbox');
  await expect(text).toHaveValue(/DOSSIER DE SUPPORT/);
  await expect(text).toHaveValue(/Skolengo/);
  await dialog.getByRole('button', { name: 'Copier' }).click();
  await expect(dialog.getByRole('status')).toHaveText('Copié.');
  const handed = [await text.inputValue()];
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(handed[0]);

  await dialog.getByRole('checkbox', { name: /^Joindre/ }).check();
  await expect(text).toHaveValue(/joints ci-dessous/);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Enregistrer le fichier' }).click(),
  ]);
  const saved = readFileSync(await download.path(), 'utf8');
  expect(saved).toBe(await text.inputValue());
  for (const words of [...handed, saved]) expect(CANARIES.filter((name) => words.includes(name))).toEqual([]);

  const workshop = await context.newPage();
  await workshop.goto(`chrome-extension://${extensionId}/workshop.html#dossier`);
  const kept = JSON.stringify(await everythingKept(workshop));
  expect(CANARIES.filter((name) => kept.includes(name))).toEqual([]);
  await workshop.locator('input[type=file]').setInputFiles({
    name: 'vigie-dossier.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(saved),
  });
  await expect(workshop.getByText('Chaque contrôle conclut ici comme dans le dossier.')).toBeVisible();
  await expect(workshop.getByRole('alert')).toHaveCount(0);
  await workshop.close();

  // Whoever opened it by the popup goes back to a page that has nothing of ours on it.
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
