import type { Page } from '@playwright/test';
import { consoleUrl, controlSchool, expect, MANUAL_GROUPS, overlayOf, test } from './console';

/**
 * The only addresses that a live reading may ask for, all of the console's own API (domain Edifice §3.2, §10.2). The
 * console itself asks for each of them, but the last two: « Utilisateurs non rattachés » is shown to central
 * administrators only, and nothing in the console shows attachments in bulk.
 */
const ALLOWED: readonly RegExp[] = [
  /^\/auth\/oauth2\/userinfo$/,
  /^\/admin\/api\/platform\/config$/,
  /^\/directory\/structure\/admin\/list$/,
  /^\/directory\/structure\/[\w-]+\/users$/,
  /^\/directory\/(class|group|user)\/admin\/list$/,
  /^\/directory\/user\/[\w-]+$/,
  /^\/directory\/structure\/[\w-]+\/removedUsers$/,
  /^\/directory\/user\/structures\/list$/,
];

/** The page's own document, less what the console itself draws at random at each load. */
async function bodyOf(page: Page): Promise<string> {
  const body = await page.evaluate(() => document.body.outerHTML);
  return body.replaceAll(/ _ng(content|host)-[\w-]+(="")?/g, '');
}

test('le document de l’ENT est le même, octet pour octet, avec et sans l’extension', async ({
  page,
  session,
}) => {
  const url = consoleUrl('papillons', MANUAL_GROUPS);
  await page.goto(url);
  const overlay = await controlSchool(page);
  await expect(overlay.marks.first()).toBeVisible();
  const withExtension = await bodyOf(page);
  const children = await page.evaluate(() =>
    [...document.documentElement.children].map(({ tagName }) => tagName),
  );
  expect(children).toEqual(['HEAD', 'BODY', 'VIGIE-ENT']);

  const unregistered = await session.worker.evaluate(async () => {
    const scripts = await chrome.scripting.getRegisteredContentScripts();
    await chrome.scripting.unregisterContentScripts();
    return scripts;
  });
  await page.reload();
  await page.locator('ode-groups-type-view li.lct-list-item').first().waitFor();
  await expect.poll(() => bodyOf(page)).toBe(withExtension);
  await expect(overlay.root).toHaveCount(0);
  await session.worker.evaluate((scripts) => chrome.scripting.registerContentScripts(scripts), unregistered);
});

test('sans qu’on le demande, aucune requête ; sur demande, rien que des GET de la console', async ({
  page,
  demo,
}) => {
  await page.goto(consoleUrl('papillons', MANUAL_GROUPS));
  const { badge, control, panel } = overlayOf(page);
  await badge.click();
  await expect(panel).toContainText(/groupes manuels lus/);
  await page.waitForLoadState('networkidle');
  const alone = demo.requests().filter(({ host }) => host === 'enthdf.fr').length;
  await page.locator('ode-groups-type-view .list-wrapper').evaluate((list) => list.scrollTo(0, 200));
  await badge.click();
  await badge.click();
  expect(demo.requests().filter(({ host }) => host === 'enthdf.fr').length).toBe(alone);
  demo.clearRequests();
  await control.click();
  await panel.getByText(/^Établissement contrôlé/).waitFor();
  const asked = demo.requests().filter(({ host }) => host === 'enthdf.fr');
  expect(asked.length).toBeGreaterThan(10);
  for (const { method, path } of asked) {
    expect(method).toBe('GET');
    const { pathname } = new URL(path, 'https://enthdf.fr');
    expect(
      ALLOWED.some((address) => address.test(pathname)),
      `${path} is not in ALLOWED: a new reading is added there, with its source`,
    ).toBe(true);
  }
});

test('aucun hôte étranger n’est appelé', async ({ page, demo }) => {
  await page.goto(consoleUrl('papillons', MANUAL_GROUPS));
  await controlSchool(page);
  const hosts = new Set(demo.requests().map(({ host }) => host));
  hosts.delete('update.googleapis.com');
  expect([...hosts]).toEqual(['enthdf.fr']);
});

test('aucun nom n’est gardé : ni dans IndexedDB, ni dans le stockage', async ({ page, session }) => {
  await page.goto(consoleUrl('papillons', MANUAL_GROUPS));
  const { finding } = await controlSchool(page);
  await expect(finding('departed-group-member')).toBeVisible();
  const stored = await session.worker.evaluate(async () => {
    const parts: unknown[] = [await chrome.storage.local.get(), await chrome.storage.session.get()];
    for (const { name } of await indexedDB.databases()) {
      if (!name) continue;
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const open = indexedDB.open(name);
        open.onsuccess = () => resolve(open.result);
        open.onerror = () => reject(open.error);
      });
      for (const store of db.objectStoreNames) {
        const all = db.transaction(store).objectStore(store).getAll();
        await new Promise((done) => {
          all.onsuccess = done;
        });
        parts.push(store, all.result);
      }
      db.close();
    }
    return JSON.stringify(parts);
  });
  expect(stored).toContain('past-year-group');
  for (const name of ['APE 2022-2023', 'Chorale', 'Délégués', 'Kermesse']) expect(stored).not.toContain(name);
});
