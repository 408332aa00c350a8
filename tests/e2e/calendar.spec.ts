import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { consoleUrl, MANUAL_GROUPS, test as onConsole, overlayOf } from './console';
import {
  expect,
  type Launched,
  launchWithExtension,
  serveHttps,
  type TrivialServer,
  tell,
  test,
} from './extension';

const SCHOOL = {
  ent: 'edifice',
  host: 'enthdf.fr',
  id: 'b7c1',
  name: 'École des Papillons',
  uai: '0590000A',
  levels: [1],
};
const COLLEGE = {
  ent: 'itslearning',
  host: 'ville.itslearning.com',
  id: 'c2',
  name: 'Collège des Tilleuls',
  levels: [2],
};
/** In the middle of a change of year. */
const DAY = '2026-08-27T10:00:00';
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let server: TrivialServer;
test.beforeAll(async () => {
  server = await serveHttps(() => '<!doctype html><html lang="fr"><title>Console</title></html>');
});
test.afterAll(() => server.close());

const launch = (profileDir: string, more: object = {}) =>
  launchWithExtension({ profileDir, httpsPort: server.port, ...more });

/** The calendar, two schools having been seen; the last one is shown. */
async function openCalendar({ context, pageUrl }: Launched): Promise<Page> {
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date(DAY));
  await page.goto(pageUrl('workshop.html#calendrier'));
  await expect(page.locator('.calendar')).toHaveAttribute('aria-busy', 'false');
  return page;
}

async function seeSchools(page: Page): Promise<void> {
  await tell(page, 'school/seen', COLLEGE);
  await tell(page, 'school/seen', SCHOOL);
  await choice(page, 'Établissement').selectOption(SCHOOL.name);
  await expect(page.getByRole('heading', { level: 2, name: SCHOOL.name })).toBeVisible();
}

/** What is chosen at the top: the school, or the year. */
const choice = (page: Page, label: 'Établissement' | 'Année') =>
  page.getByRole('combobox', { name: new RegExp(`^${label}`) });

const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Calendrier' }).getByRole('button', { name });

function reading(outcome: 'pass' | 'violation', at: string) {
  const violations = outcome === 'pass' ? 0 : 2;
  const counts = ['past-year-group', 'empty-group'].map((rule) => ({
    ...{ rule, outcome, complete: true, violations, reviews: 0 },
  }));
  return {
    school: SCHOOL,
    at,
    by: 'live',
    on: '18 groupes manuels lus sur 18',
    counts,
    read: [],
    figures: {},
  };
}

test('what is ticked, noted and dated is there after a restart, in its school and its year only', async ({
  profileDir,
}) => {
  const first = await launch(profileDir);
  const page = await openCalendar(first);
  await expect(page.getByText('Aucun établissement n’a encore été vu')).toBeVisible();
  await seeSchools(page);
  await page.getByLabel('Vos initiales').fill('c.v.');
  await page.getByLabel('Vos initiales').press('Enter');
  await expect(page.getByRole('status').last()).toHaveText('Initiales enregistrées.');
  await page.getByRole('checkbox', { name: /^Trier les AESH/ }).check();
  await expect(page.getByText('Coché le 27/08 par CV')).toBeVisible();
  await tab(page, 'Dates').click();
  await page.getByLabel('Première alimentation des personnels').fill('2026-08-24');
  await expect(page.getByText('fixée ici')).toBeVisible();
  await tab(page, 'Étapes').click();
  await unfold(page);
  await page.getByLabel(/^Votre note.*Trier les AESH/).fill('Deux à vérifier');
  await first.context.close();

  const second = await launch(profileDir);
  const again = await openCalendar(second);
  await choice(again, 'Établissement').selectOption(SCHOOL.name);
  await expect(again.getByRole('checkbox', { name: /^Trier les AESH/ })).toBeChecked();
  await unfold(again);
  await expect(again.getByLabel(/^Votre note.*Trier les AESH/)).toHaveValue('Deux à vérifier');
  await choice(again, 'Année').selectOption('Rentrée 2027');
  await expect(again.getByRole('checkbox', { name: /^Trier les AESH/ })).not.toBeChecked();
  await choice(again, 'Établissement').selectOption(COLLEGE.name);
  await expect(again.getByRole('checkbox', { name: 'Exporter les utilisateurs' })).not.toBeChecked();
  await second.context.close();
});

test('a reading proves a step and says so; a later one asks to look again, and the tick stays', async ({
  profileDir,
}) => {
  const launched = await launch(profileDir);
  const page = await openCalendar(launched);
  await seeSchools(page);
  const step = page.getByRole('listitem').filter({ hasText: 'Purger les groupes manuels' });
  await tell(page, 'reading/record', reading('pass', '2026-08-26T10:00:00.000Z'));
  await expect(step).toContainText('Constaté le 26/08');
  await expect(step).toContainText('par la lecture de tout l’établissement');
  await expect(step.getByRole('checkbox').first()).toBeChecked();
  await step.getByRole('checkbox').first().uncheck();
  await step.getByRole('checkbox').first().check();
  await expect(step).toContainText('Coché le 27/08');
  await tell(page, 'reading/record', reading('violation', '2026-08-28T10:00:00.000Z'));
  await expect(step).toContainText('À revoir');
  await expect(step.getByRole('checkbox').first()).toBeChecked();
  await tab(page, 'Journal').click();
  await expect(page.getByRole('row')).toContainText([
    'Quand',
    /À revoir, 4 points relevés/,
    /Coché/,
    /Décoché/,
    /Constaté.*18 groupes manuels lus sur 18/,
  ]);
  await launched.context.close();
});

test('a year is archived, and the next one starts with what is to be kept', async ({ profileDir }) => {
  const launched = await launch(profileDir);
  const page = await openCalendar(launched);
  await seeSchools(page);
  await page.getByRole('button', { name: 'Ajouter une étape' }).click();
  await page.getByRole('button', { name: 'Enregistrer l’étape' }).click();
  await expect(page.getByRole('alert')).toContainText('Dites en quelques mots');
  await page.getByLabel('Ce qu’il y a à faire').fill('Prévenir la mairie');
  await page.getByLabel('Premier jour').fill('2026-08-28');
  await page.getByRole('button', { name: 'Enregistrer l’étape' }).click();
  await expect(page.getByRole('button', { name: 'Ajouter une étape' })).toBeFocused();
  await expect(page.getByRole('listitem').filter({ hasText: 'Prévenir la mairie' })).toContainText(
    'le 28/08',
  );
  await page.getByRole('button', { name: 'Archiver cette année' }).click();
  await expect(page.getByText('Archivée le 27/08/2026')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /^Trier les AESH/ })).toBeDisabled();

  await choice(page, 'Année').selectOption('Rentrée 2027');
  await page.getByRole('button', { name: 'Les reprendre' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Prévenir la mairie' })).toContainText(
    'date à fixer',
  );
  await expect(page.getByRole('button', { name: 'Les reprendre' })).toHaveCount(0);
  await launched.context.close();
});

test('two tabs at once lose nothing, and one learns what the other archived', async ({ profileDir }) => {
  const launched = await launch(profileDir);
  const one = await openCalendar(launched);
  await seeSchools(one);
  const two = await openCalendar(launched);
  await choice(two, 'Établissement').selectOption(SCHOOL.name);
  await one.getByRole('checkbox', { name: /^Trier les AESH/ }).check();
  await two.getByRole('checkbox', { name: 'Libérer de l’espace' }).check();
  for (const page of [one, two]) {
    await expect(page.getByRole('checkbox', { name: /^Trier les AESH/ })).toBeChecked();
    await expect(page.getByRole('checkbox', { name: 'Libérer de l’espace' })).toBeChecked();
  }
  await one.getByRole('button', { name: 'Archiver cette année' }).click();
  await expect(two.getByRole('checkbox', { name: /^Trier les AESH/ })).toBeDisabled();
  await launched.context.close();
});

test('without room, the box goes back to what is kept and what to do is said', async ({ profileDir }) => {
  const launched = await launch(profileDir);
  const page = await openCalendar(launched);
  await seeSchools(page);
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given) {
      if (this.name === 'journal') throw new DOMException('no room', 'QuotaExceededError');
      return put.apply(this, given);
    };
  });
  await page.getByRole('checkbox', { name: /^Trier les AESH/ }).click();
  await expect(page.getByRole('alert')).toContainText('plus de place');
  await expect(page.getByRole('checkbox', { name: /^Trier les AESH/ })).not.toBeChecked();
  await page.reload();
  await choice(page, 'Établissement').selectOption(SCHOOL.name);
  await page.getByRole('checkbox', { name: /^Trier les AESH/ }).check();
  await expect(page.getByText('Coché le 27/08')).toBeVisible();
  await launched.context.close();
});

test('a worker stopped in the middle of a reading leaves all of it or nothing, and wakes for the next', async ({
  profileDir,
}) => {
  const launched = await launch(profileDir);
  const page = await openCalendar(launched);
  await seeSchools(page);
  const devtools = await launched.context.newCDPSession(page);
  await devtools.send('ServiceWorker.enable');
  const recording = tell(page, 'reading/record', reading('pass', '2026-08-26T10:00:00.000Z')).catch(
    () => undefined,
  );
  await devtools.send('ServiceWorker.stopAllWorkers');
  await recording;
  const counts = await page.evaluate(async () => {
    const done = <T>(asking: IDBRequest<T>) =>
      new Promise<T>((resolve) => {
        asking.onsuccess = () => resolve(asking.result);
      });
    const db = await done(indexedDB.open('vigie'));
    const count = (name: string) => done(db.transaction(name).objectStore(name).count());
    const both = [await count('proofs'), await count('journal')];
    db.close();
    return both;
  });
  expect([
    [0, 0],
    [2, 1],
  ]).toContainEqual(counts);
  await tell(page, 'reading/record', reading('pass', '2026-08-26T11:00:00.000Z'));
  await expect(page.getByRole('listitem').filter({ hasText: 'Purger les groupes manuels' })).toContainText(
    'Constaté le 26/08',
  );
  await launched.context.close();
});

test('a list that somebody wrote is refused with its reasons, or followed with its dates', async ({
  profileDir,
}) => {
  const launched = await launch(profileDir);
  const page = await openCalendar(launched);
  await seeSchools(page);
  await tab(page, 'Listes suivies').click();
  const give = (checklist: object) =>
    page.getByLabel('Fichier de liste').setInputFiles({
      name: 'liste.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify({ format: 'vigie-ent/checklist', version: 1, checklist })),
    });
  const step = {
    id: 'tell-town-hall',
    text: 'Prévenir la mairie',
    who: 'head',
    when: { milestone: 'staff-feed', from: 0, to: 3 },
  };
  const list = {
    id: 'circonscription-nord',
    ent: 'edifice',
    title: 'Circonscription Nord',
    dates: { 2026: { 'staff-feed': '2026-08-25' } },
    phases: [{ id: 'one', title: 'Fin août', steps: [step] }],
  };
  await give({
    ...list,
    phases: [{ id: 'one', title: 'Fin août', steps: [{ ...step, rules: ['nothing'] }] }],
  });
  await expect(page.getByRole('alert')).toContainText('nomme un contrôle que Vigie n’a pas');
  await expect(page.getByRole('alert')).toContainText(/Ligne 1, étape «\sPrévenir la mairie\s»\s:/);
  await give(list);
  await page.getByRole('checkbox', { name: 'Circonscription Nord' }).check();
  await tab(page, 'Étapes').click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Prévenir la mairie' })).toContainText(
    'du 25/08 au 28/08',
  );
  await expect(page.getByRole('listitem').filter({ hasText: 'Trier les AESH' })).toContainText(
    'du 25/08 au 09/09',
  );

  const popup = await launched.context.newPage();
  await popup.goto(launched.pageUrl('popup.html'));
  await expect(popup.getByText('Circonscription Nord')).not.toHaveCount(0);
  await launched.context.close();
});

test('the calendar leaves as Markdown, without notes unless asked, and the journal says so', async ({
  profileDir,
}) => {
  const launched = await launch(profileDir);
  const page = await openCalendar(launched);
  await seeSchools(page);
  await unfold(page);
  await page.getByLabel(/^Votre note.*Trier les AESH/).fill('Canari');
  await expect(page.getByRole('status').last()).toHaveText('Note enregistrée.');
  const save = async () => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Enregistrer en Markdown' }).click(),
    ]);
    return readFileSync(await file.path(), 'utf8');
  };
  const plain = await save();
  expect(plain).toContain('# Rentrée 2026 – École des Papillons');
  expect(plain).not.toContain('Canari');
  await page.getByLabel('avec les notes').check();
  expect(await save()).toContain('> Canari');
  await tab(page, 'Journal').click();
  await expect(page.getByRole('cell', { name: 'Exporté' })).toHaveCount(2);
  await launched.context.close();
});

test('all of it by the keyboard', async ({ profileDir }) => {
  const launched = await launch(profileDir);
  const page = await openCalendar(launched);
  await seeSchools(page);
  const press = async (key: string, until: () => Promise<boolean>) => {
    for (let times = 0; times < 80; times++) {
      if (await until()) return;
      await page.keyboard.press(key);
    }
    throw new Error(`not reached by ${key}`);
  };
  const focused = (text: string) => () =>
    page.evaluate((words) => document.activeElement?.textContent?.includes(words) ?? false, text);
  await choice(page, 'Établissement').focus();
  await press('Tab', focused('Frise'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('table')).toBeVisible();
  await press('Tab', () =>
    page.evaluate(() => document.activeElement?.classList.contains('scroll') ?? false),
  );
  await press('Shift+Tab', focused('Étapes'));
  await page.keyboard.press('Enter');
  await press('Tab', () => page.evaluate(() => document.activeElement?.matches('li.step input') ?? false));
  await page.keyboard.press('Space');
  await expect(page.getByText('Coché le 27/08')).toBeVisible();
  await launched.context.close();
});

test('printed, only what is worth its ink is there', async ({ profileDir }) => {
  const launched = await launch(profileDir);
  const page = await openCalendar(launched);
  await seeSchools(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('link', { name: 'Réglages' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Imprimer cette page' })).toBeHidden();
  await expect(page.getByText('Rentrée 2026', { exact: false }).first()).toBeVisible();
  await expect(page.getByText('Trier les AESH').first()).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await tab(page, 'Frise').click();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('table')).toBeVisible();
  await launched.context.close();
});

for (const { colorScheme, width } of [
  { colorScheme: 'light', width: 320 },
  { colorScheme: 'dark', width: 320 },
  // A window of 1280 px with everything twice as large.
  { colorScheme: 'light', width: 640 },
  { colorScheme: 'dark', width: 1280 },
] as const)
  test(`axe finds nothing in any place, and nothing overflows (${colorScheme}, ${width} px)`, async ({
    profileDir,
  }) => {
    const launched = await launch(profileDir, { colorScheme, viewport: { width, height: 720 } });
    const page = await openCalendar(launched);
    await expectClean(page, width);
    await seeSchools(page);
    await tell(page, 'reading/record', reading('pass', '2026-08-26T10:00:00.000Z'));
    await tell(page, 'reading/record', reading('violation', '2026-08-26T11:00:00.000Z'));
    await expect(page.getByText(/^À revoir.:/)).toBeVisible();
    await unfold(page);
    await expectClean(page, width);
    await page.getByRole('button', { name: 'Ajouter une étape' }).click();
    await expectClean(page, width);
    for (const name of ['Frise', 'Dates', 'Journal', 'Listes suivies']) {
      await tab(page, name).click();
      await expectClean(page, width);
    }
    await page.getByRole('button', { name: 'Archiver cette année' }).click();
    await expect(page.getByText('Archivée le')).toBeVisible();
    await expectClean(page, width);
    await launched.context.close();
  });

onConsole(
  'the screen of a step says that the calendar has it, and what was held back goes to the journal',
  async ({ page, session }) => {
    await page.goto(consoleUrl('papillons', MANUAL_GROUPS));
    const { badge, panel, hold } = overlayOf(page);
    await badge.click();
    await expect(panel.locator('.steps summary')).toContainText(
      /Calendrier.: \d étapes?( et \d rappels?)? ici/,
    );
    await panel.locator('.steps summary').click();
    await expect(panel.locator('.steps')).toContainText('Porter l’année scolaire dans le nom');

    await page.goto(consoleUrl('college', MANUAL_GROUPS));
    await page.locator('ode-groups-type-view li.lct-list-item', { hasText: 'Resp Affect Gar' }).click();
    await expect(badge).toBeVisible();
    await page.locator('ode-group-detail button.lct-group-delete-button').click();
    await hold.getByRole('button', { name: 'Annuler' }).click();
    const workshop = await session.context.newPage();
    await workshop.goto(`chrome-extension://${session.extensionId}/workshop.html#calendrier`);
    await tab(workshop, 'Journal').click();
    const line = workshop.getByRole('cell', { name: /^Clic retenu, et abandonné.: Supprimer le groupe/ });
    await expect(line).toHaveCount(1);
    await expect(line).not.toContainText('Resp Affect');
    await workshop.close();
  },
);

async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

async function expectClean(page: Page, width: number): Promise<void> {
  await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
  expect(found).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
}
