import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import {
  expect,
  grantHost,
  type Launched,
  launchWithExtension,
  serveHttps,
  type TrivialServer,
  tell,
  test,
} from './extension';

const HDF = 'https://*.enthdf.fr/*';
/** The one address that bears the console's own markup. */
const CONSOLE = '/admin/b7c1/groups/manualGroup';
const SCHOOL = {
  ent: 'edifice',
  host: 'enthdf.fr',
  id: 'b7c1',
  name: 'École des Papillons',
  uai: '0590000A',
  levels: [1],
};
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let server: TrivialServer;
test.beforeAll(async () => {
  server = await serveHttps(
    (_host, path) =>
      `<!doctype html><html lang="fr"><title>Console</title><h1>Console</h1>${path === CONSOLE ? '<ode-admin-app>' : ''}</html>`,
  );
});
test.afterAll(() => server.close());

/** What an overlay reports of its tab; the popup, here a tab of its own, takes the latest. */
async function reportTab(popup: Page, state: object, tab = 1): Promise<void> {
  await popup.evaluate(
    async ([carried, tab]) => {
      const at = new Date().toISOString();
      const report = { tab, frame: 0, at, state: { host: 'enthdf.fr', critical: false, ...carried } };
      await chrome.storage.session.set({ [`tab:${tab}`]: report });
    },
    [state, tab] as const,
  );
}

async function openPopup({ context, pageUrl }: Launched): Promise<Page> {
  const popup = await context.newPage();
  await popup.goto(pageUrl('popup.html'));
  await expect(popup.getByRole('main')).toHaveAttribute('aria-busy', 'false');
  return popup;
}

function registered(popup: Page): Promise<string[]> {
  return popup.evaluate(async () =>
    (await chrome.scripting.getRegisteredContentScripts()).flatMap((script) => script.matches ?? []),
  );
}

/** Activates the Hauts-de-France portal by the popup's own button. */
async function activate(launched: Launched, popup: Page, tab = 1): Promise<void> {
  await grantHost(launched.context, launched.extensionId, HDF);
  await popup.bringToFront();
  await reportTab(popup, {}, tab);
  await popup.getByRole('button', { name: 'Activer sur cet ENT' }).click();
  await expect(popup.getByRole('status')).toHaveText('Vigie est activée.');
}

const launch = (profileDir: string, more: object = {}) =>
  launchWithExtension({ profileDir, httpsPort: server.port, ...more });

test('activation registers the overlay on the console, and only there', async ({ profileDir }) => {
  const launched = await launch(profileDir);
  const popup = await openPopup(launched);
  expect(await registered(popup)).toEqual([]);
  await activate(launched, popup);
  expect(await registered(popup)).toEqual(['https://*.enthdf.fr/admin*']);
  await expect(
    popup.getByRole('heading', { name: 'Vigie est activée sur ENT Hauts-de-France' }),
  ).toBeVisible();

  const scripts = await popup.evaluate(() => chrome.scripting.getRegisteredContentScripts());
  expect(scripts[0]).toMatchObject({ allFrames: true, persistAcrossSessions: true, runAt: 'document_idle' });
  expect(scripts[0]?.excludeMatches).toContain('https://cas.enthdf.fr/*');
  await launched.context.close();
});

test('activation starts the overlay at once in the tab that was already open', async ({ profileDir }) => {
  const launched = await launch(profileDir);
  const popup = await openPopup(launched);
  const ent = await launched.context.newPage();
  await ent.goto(`https://enthdf.fr${CONSOLE}`);
  const tab = await popup.evaluate(async () =>
    Math.max(...(await chrome.tabs.query({})).map(({ id }) => id ?? 0)),
  );
  await activate(launched, popup, tab);
  await expect(ent.locator('vigie-ent .badge')).toBeVisible();
  await launched.context.close();
});

test('the toolbar button counts what the overlay of a tab found', async ({ profileDir }) => {
  const launched = await launch(profileDir);
  const popup = await openPopup(launched);
  // A message from an extension page in a tab bears that tab, as one from an overlay does.
  const state = { host: 'enthdf.fr', critical: true, flags: 3, page: 'edifice/manual-groups' };
  expect(await tell(popup, 'tab/state', state)).toEqual({ ok: true, value: null });
  const button = await popup.evaluate(async () => {
    const tabId = (await chrome.tabs.getCurrent())?.id as number;
    return [await chrome.action.getBadgeText({ tabId }), await chrome.action.getTitle({ tabId })];
  });
  expect(button[0]).toBe('3');
  expect(button[1]).toContain('3 points à voir, dont au moins un critique');
  await launched.context.close();
});

test('a portal that nobody has listed is asked for by its address', async ({ profileDir }) => {
  const launched = await launch(profileDir);
  const popup = await openPopup(launched);
  const address = popup.getByLabel('Son adresse');
  await address.fill('http://ent.commune.example');
  await popup.getByRole('button', { name: 'Activer' }).click();
  await expect(popup.getByRole('alert')).toContainText('https://');
  await expect(address).toHaveValue('http://ent.commune.example');

  await grantHost(launched.context, launched.extensionId, 'https://ent.commune.example/*');
  await address.fill('https://ent.commune.example/accueil');
  await popup.getByRole('button', { name: 'Activer' }).click();
  await expect(popup.getByRole('status')).toHaveText('Vigie est activée.');
  expect(await registered(popup)).toEqual(['https://ent.commune.example/*']);
  await launched.context.close();
});

test('a permission that is withdrawn takes the overlay with it', async ({ profileDir }) => {
  const launched = await launch(profileDir);
  const popup = await openPopup(launched);
  await activate(launched, popup);
  await popup.evaluate((origin) => chrome.permissions.remove({ origins: [origin] }), HDF);
  await expect.poll(() => registered(popup)).toEqual([]);
  await popup.reload();
  await expect(popup.getByRole('button', { name: 'Activer sur cet ENT' })).toBeVisible();
  await launched.context.close();
});

test('ticks, notes and dates survive a restart of the browser', async ({ profileDir }) => {
  const first = await launch(profileDir);
  const popup = await openPopup(first);
  await tell(popup, 'school/seen', SCHOOL);
  await expect(popup.getByRole('heading', { name: SCHOOL.name })).toBeVisible();
  await unfold(popup);
  await popup.getByRole('checkbox', { name: 'Trier les AESH' }).check();
  await expect(popup.getByRole('status')).toHaveText('Étape cochée.');
  await popup.getByLabel('Première alimentation des personnels').fill('2026-08-24');
  await expect(popup.getByRole('status')).toHaveText('Date enregistrée.');
  await popup.getByLabel(/^Votre note.*Trier les AESH/).fill('Deux à vérifier');
  await expect(popup.getByRole('status')).toHaveText('Note enregistrée.');
  // Typed, and the browser closed before anything could be saved.
  await popup.getByLabel(/^Votre note.*Libérer de l’espace/).fill('Vu en conseil');
  await first.context.close();

  const second = await launch(profileDir);
  const again = await openPopup(second);
  await unfold(again);
  await expect(again.getByRole('checkbox', { name: 'Trier les AESH' })).toBeChecked();
  await expect(again.getByLabel(/^Votre note.*Trier les AESH/)).toHaveValue('Deux à vérifier');
  await expect(again.getByLabel(/^Votre note.*Libérer de l’espace/)).toHaveValue('Vu en conseil');
  await expect(again.getByLabel('Première alimentation des personnels')).toHaveValue('2026-08-24');
  await expect(again.getByRole('listitem').filter({ hasText: 'Trier les AESH' })).toContainText(
    'du 24/08 au 08/09',
  );
  await second.context.close();
});

test('a reading proves a step; a later one asks to look again and leaves the tick', async ({
  profileDir,
}) => {
  const launched = await launch(profileDir);
  const popup = await openPopup(launched);
  const reading = (outcome: string, violations: number) => {
    const counts = ['past-year-group', 'empty-group'].map((rule) => ({
      rule,
      outcome,
      complete: true,
      violations,
      reviews: 0,
    }));
    return { school: SCHOOL, at: new Date().toISOString(), by: 'live', counts, read: [], figures: {} };
  };
  await tell(popup, 'reading/record', reading('pass', 0));
  await unfold(popup);
  const step = popup.getByRole('listitem').filter({ hasText: 'Purger les groupes manuels' });
  await expect(step).toContainText('Constaté le');
  await expect(step.getByRole('checkbox')).toBeChecked();

  await tell(popup, 'reading/record', reading('violation', 2));
  await expect(step).toContainText('À revoir');
  await step.getByRole('checkbox').check();
  await expect(step).toContainText('Coché le');
  await tell(popup, 'reading/record', reading('violation', 2));
  await expect(step).toContainText('4 points relevés');
  await expect(step.getByRole('checkbox')).toBeChecked();
  await launched.context.close();
});

test('two popups at once lose nothing', async ({ profileDir }) => {
  const launched = await launch(profileDir);
  const one = await openPopup(launched);
  await tell(one, 'school/seen', SCHOOL);
  const two = await openPopup(launched);
  await Promise.all([unfold(one), unfold(two)]);
  await one.getByRole('checkbox', { name: 'Trier les AESH' }).check();
  await two.getByRole('checkbox', { name: 'Libérer de l’espace' }).check();
  for (const popup of [one, two]) {
    await expect(popup.getByRole('checkbox', { name: 'Trier les AESH' })).toBeChecked();
    await expect(popup.getByRole('checkbox', { name: 'Libérer de l’espace' })).toBeChecked();
  }
  await launched.context.close();
});

test('data of a newer Vigie is said, and left alone', async ({ profileDir }) => {
  const launched = await launch(profileDir);
  const popup = await openPopup(launched);
  await popup.evaluate(async () => {
    await new Promise((done) => {
      indexedDB.deleteDatabase('vigie').onsuccess = done;
    });
    await new Promise<void>((done) => {
      const open = indexedDB.open('vigie', 99);
      open.onsuccess = () => {
        open.result.close();
        done();
      };
    });
  });
  await popup.reload();
  await expect(popup.getByRole('alert')).toContainText('version plus récente');
  await expect(popup.getByRole('alert')).toContainText('Mettez Vigie à jour');
  await launched.context.close();
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing, contrasts included (${colorScheme}), and nothing overflows at 320 px`, async ({
    profileDir,
  }) => {
    const launched = await launch(profileDir, { colorScheme, viewport: { width: 320, height: 600 } });
    const popup = await openPopup(launched);
    await expectClean(popup);
    await reportTab(popup, {});
    await expect(popup.getByRole('button', { name: 'Activer sur cet ENT' })).toBeVisible();
    await expectClean(popup);
    const count = { outcome: 'pass', complete: true, violations: 0, reviews: 0 };
    const counts = [
      { ...count, rule: 'missing-gar-group' },
      { ...count, rule: 'undated-group', outcome: 'violation', violations: 2 },
    ];
    const all = { school: SCHOOL, at: new Date().toISOString(), by: 'live', counts, read: [], figures: {} };
    await tell(popup, 'reading/record', all);
    await tell(popup, 'school/seen', { ...SCHOOL, id: 'c2', name: 'École du Lac' });
    await expect(popup.getByRole('combobox')).toBeVisible();
    await popup.getByRole('combobox').selectOption(SCHOOL.name);
    await expect(popup.getByRole('heading', { level: 1 })).toHaveText(SCHOOL.name);
    await unfold(popup);
    await popup.getByRole('checkbox', { name: 'Trier les AESH' }).check();
    await expect(popup.getByText('Constaté le')).toBeVisible();
    await expectClean(popup);
    await launched.context.close();
  });

async function unfold(popup: Page): Promise<void> {
  // The list is drawn after what was told of the school is kept: before that there is nothing to unfold.
  await expect(popup.getByRole('progressbar', { name: 'Avancement' })).toBeVisible();
  await popup.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

async function expectClean(popup: Page): Promise<void> {
  await popup.evaluate(AXE);
  const found = await popup.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
  expect(found).toEqual([]);
  expect(await popup.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
}
