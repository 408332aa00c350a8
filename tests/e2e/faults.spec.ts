import { consoleUrl, expect, MANUAL_GROUPS, overlayOf, test } from './console';

const MEMBERS = '/directory/user/admin/list';
const USERS = '/directory/structure/7d1f0c52';

async function openPanel(page: import('@playwright/test').Page) {
  await page.goto(consoleUrl('papillons', MANUAL_GROUPS));
  const overlay = overlayOf(page);
  await overlay.badge.click();
  await expect(overlay.panel).toContainText(/groupes manuels lus/);
  return overlay;
}

test.describe('ce que la console répond de travers', () => {
  test('session expirée', async ({ page, demo }) => {
    const { control, alert, finding } = await openPanel(page);
    demo.set({ sessionExpired: true });
    await control.click();
    await expect(alert).toContainText(/session a expiré.*reconnectez-vous/);
    await expect(finding('empty-group')).toHaveCount(0);
    await expect(finding('past-year-group')).toHaveCount(1);
  });

  test('double authentification en attente', async ({ page, demo }) => {
    const { control, alert } = await openPanel(page);
    demo.set({ secondFactorPending: true });
    await control.click();
    await expect(alert).toContainText(/double authentification/);
  });

  for (const [fault, words] of [
    ['html', /autre chose que les données attendues/],
    ['500', /serveur de l’ENT a répondu par une erreur.*\(500\)/],
    ['truncated', /autre chose que les données attendues/],
  ] as const) {
    test(`comptes : ${fault}`, async ({ page, demo }) => {
      const { control, alert, finding } = await openPanel(page);
      demo.set({ faults: { [USERS]: fault } });
      await control.click();
      await expect(alert).toContainText(words);
      // What needs the accounts is left unsaid; what the groups alone tell is still told.
      await expect(finding('departed-teacher')).toHaveCount(0);
      await expect(finding('past-year-group')).toHaveCount(1);
    });

    test(`membres d’un groupe : ${fault}, le reste est lu et le manque est dit`, async ({ page, demo }) => {
      const { control, panel, alert, finding } = await openPanel(page);
      demo.set({ faults: { [MEMBERS]: fault } });
      await control.click();
      await expect(panel).toContainText(/Contrôle partiel/);
      await expect(alert).toContainText(/n’ont pas pu être lus/);
      await expect(panel).toContainText('Membres des groupes non lus');
      await expect(finding('departed-group-member')).toHaveCount(0);
    });
  }

  test('lente : la progression se voit, « Annuler » arrête, rien n’est conclu', async ({ page, demo }) => {
    const { control, cancel, panel, finding } = await openPanel(page);
    demo.set({ faults: { [MEMBERS]: 'slow' } });
    await control.click();
    await expect(panel.getByRole('progressbar')).toBeVisible();
    await expect(panel).toContainText(/Membres des groupes/);
    await cancel.click();
    await expect(control).toBeVisible();
    await expect(finding('empty-group')).toHaveCount(0);
  });
});

test('balisage changé : page non reconnue, contrôle inactif, aucun constat inventé', async ({
  page,
  demo,
}) => {
  await page.route('**/*.js', async (route) => {
    const { pathname, host } = new URL(route.request().url());
    const response = await route.fetch({
      url: `http://127.0.0.1:${demo.http}${pathname}`,
      headers: { host },
    });
    await route.fulfill({
      response,
      body: (await response.text()).replaceAll('lct-list-item', 'nouvelle-ligne'),
    });
  });
  await page.goto(consoleUrl('papillons', MANUAL_GROUPS));
  const { badge, alert, root, marks } = overlayOf(page);
  await expect(badge).toContainText(/page non reconnue, contrôle inactif/);
  await badge.click();
  await expect(alert).toContainText('Page non reconnue : contrôle inactif.');
  await expect(root.locator('.finding')).toHaveCount(0);
  await expect(marks).toHaveCount(0);
});

test('une page hors console : rien', async ({ page }) => {
  await page.goto('https://enthdf.fr/timeline/timeline');
  await page.waitForLoadState('networkidle');
  await expect(overlayOf(page).root).toHaveCount(0);
});

test('politique de sécurité stricte de l’ENT : le panneau s’affiche et la lecture fonctionne', async ({
  page,
  demo,
}) => {
  demo.set({ contentSecurityPolicy: "default-src 'self'; style-src 'self'; connect-src 'self'" });
  const { control, panel } = await openPanel(page);
  expect(await panel.evaluate((one) => getComputedStyle(one).position)).toBe('fixed');
  await control.click();
  await expect(panel).toContainText(/Établissement contrôlé/);
  demo.set({ contentSecurityPolicy: '' });
});

test('base illisible : le suivi n’est pas gardé, le panneau le dit et le contrôle continue', async ({
  page,
  session,
}) => {
  const name = await session.worker.evaluate(async () => (await indexedDB.databases())[0]?.name);
  const stop = await session.worker.evaluateHandle(() => {
    const before = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = () => {
      throw new DOMException('plein', 'QuotaExceededError');
    };
    return () => {
      IDBDatabase.prototype.transaction = before;
    };
  });
  expect(name).toBeTruthy();
  const { control, panel } = await openPanel(page);
  await control.click();
  await expect(panel).toContainText(/Établissement contrôlé/);
  await expect(panel.getByRole('alert').first()).toContainText(/Libérez de l’espace sur le disque/);
  await stop.evaluate((restore) => restore());
});
