import type { Locator, Page, Route } from '@playwright/test';
import { consoleUrl, expect, MANUAL_GROUPS, overlayOf, test } from './console';
import { everythingKept } from './workshop';

const USERS = '/directory/structure/7d1f0c52-31ab-4c07-a5be-90d3e1a40002/users';

async function openTour(page: Page) {
  await page.goto(consoleUrl('papillons', MANUAL_GROUPS));
  const overlay = overlayOf(page);
  await overlay.badge.click();
  await overlay.panel.getByRole('button', { name: 'Contrôler mes écoles…' }).click();
  const tour = overlay.panel.getByRole('region', { name: 'Contrôler mes écoles' });
  return {
    ...overlay,
    tour,
    boxes: tour.getByRole('checkbox'),
    begin: tour.getByRole('button', { name: 'Commencer' }),
    stops: tour.locator('.stops li'),
  };
}

/** Begins the tour, and holds it in the middle of its second school, whose names it gives with those that follow. */
async function heldAtSecond(page: Page, tour: Locator, begin: Locator, stops: Locator) {
  await expect(tour.locator('.choice label')).toHaveCount(3);
  const left = (await tour.locator('.choice label').allInnerTexts()).map((name) => name.trim()).slice(1);
  const second = /Papillons/.test(left[0] ?? '') ? 1 : /Rosa/.test(left[0] ?? '') ? 2 : 3;
  const holding = new Promise<Route>((hold) =>
    page.route(`**${USERS.replace(/.\/users$/, `${second}/users`)}*`, hold),
  );
  await begin.press('Enter');
  await expect(stops.nth(1)).toContainText('étape', { timeout: 60_000 });
  return { left, held: await holding };
}

test.describe('contrôler mes écoles', () => {
  test('choisies, lues l’une après l’autre, sans rien écrire, et portées au tableau', async ({
    page,
    demo,
    session,
  }) => {
    const { tour, boxes, begin, stops } = await openTour(page);
    await expect(boxes).toHaveCount(3);
    await tour.getByRole('button', { name: 'Tout décocher' }).click();
    await expect(begin).toBeDisabled();
    await tour.getByRole('button', { name: 'Tout cocher' }).click();
    demo.clearRequests();
    await begin.click();
    await expect(tour).toContainText('3 établissements contrôlés, leurs fiches sont au tableau.', {
      timeout: 60_000,
    });
    await expect(stops.filter({ hasText: 'Les Papillons' })).toContainText(/important|à vérifier/);
    const asked = demo.requests();
    expect(asked.filter(({ method }) => method !== 'GET')).toEqual([]);
    // Once for all three: the list of schools doesn't change from one to the next.
    expect(asked.filter(({ path }) => path.includes('/directory/structure/admin/list'))).toHaveLength(0);
    const [board] = await Promise.all([
      session.context.waitForEvent('page'),
      tour.getByRole('button', { name: 'Ouvrir le tableau' }).click(),
    ]);
    await expect(board).toHaveURL(/#ecoles$/);
    await expect(board.locator('.schools tbody tr:not(.gap)')).toHaveCount(3);
    await expect(board.getByText('Collège Rosa Bonheur')).toBeVisible();
    await expect(board.locator('.schools tbody')).toContainText(/phases? faites? sur|en retard/);
    const kept = JSON.stringify(await everythingKept(board));
    for (const name of ['LAMBERT', 'REMPLAÇANT']) expect(kept).not.toContain(name);
    await board.close();
  });

  test('une école qui ne répond pas n’arrête pas les autres, et peut être réessayée', async ({
    page,
    demo,
  }) => {
    const { tour, begin, stops } = await openTour(page);
    demo.set({ faults: { [USERS]: 'html', '/directory/group/admin/list': 'html' } });
    await begin.click();
    await expect(tour).toContainText('n’a pas pu être lu', { timeout: 60_000 });
    const failed = stops.filter({ hasText: 'Rosa Bonheur' });
    await expect(failed).toContainText(/Non lu.*autre chose que les données attendues/);
    await expect(stops.filter({ hasText: 'Les Papillons' })).toContainText('lecture partielle');
    demo.set({ faults: {} });
    await tour.getByRole('button', { name: /^Réessayer/ }).click();
    await expect(failed).toContainText(/critique|important|mineur|à vérifier|Rien/, { timeout: 60_000 });
  });

  test('session perdue : en pause, rien n’est perdu ; reprise après rechargement de la page', async ({
    page,
    demo,
    session,
  }) => {
    const { tour, begin, panel, stops } = await openTour(page);
    await begin.click();
    await expect(stops.filter({ hasText: /critique|important|mineur|à vérifier|Rien/ })).toHaveCount(1, {
      timeout: 60_000,
    });
    demo.set({ sessionExpired: true });
    await expect(tour.getByRole('alert')).toContainText(/session a expiré.*Il reste/, { timeout: 60_000 });
    const kept = await session.worker.evaluate(() => chrome.storage.session.get('tour:enthdf.fr'));
    expect(JSON.stringify(kept)).not.toMatch(/Papillons|Rosa|Centre/);
    demo.set({ sessionExpired: false });
    await page.reload();
    await overlayOf(page).badge.click();
    await expect(panel).toContainText(/Tournée interrompue.*il reste [12]/);
    await panel.getByRole('button', { name: 'Reprendre la tournée' }).click();
    await expect(tour).toContainText(/contrôlés?, (sa fiche est|leurs fiches sont) au tableau/, {
      timeout: 60_000,
    });
    expect(await session.worker.evaluate(() => chrome.storage.session.get('tour:enthdf.fr'))).toEqual({});
  });

  test('onglet fermé au milieu : un autre propose de continuer là où elle en était, sans relire', async ({
    page,
    session,
  }) => {
    const { tour, begin, stops } = await openTour(page);
    const { left } = await heldAtSecond(page, tour, begin, stops);
    await page.close();
    const again = await session.context.newPage();
    await again.goto(consoleUrl('papillons', MANUAL_GROUPS));
    const { badge, panel } = overlayOf(again);
    await badge.click();
    await expect(panel).toContainText(`Tournée interrompue : il reste ${left.length} établissements`);
    await panel.getByRole('button', { name: 'Reprendre la tournée' }).click();
    const resumed = panel.getByRole('region', { name: 'Contrôler mes écoles' });
    await expect(resumed).toContainText(`${left.length} établissements contrôlés`, { timeout: 60_000 });
    const read = await resumed.locator('.stops li > span:first-child').allInnerTexts();
    expect(read.map((name) => name.trim())).toEqual(left);
    await again.close();
  });

  test('réseau coupé au milieu : en pause, avec ce qu’il faut faire ; reprise une fois rétabli', async ({
    page,
    session,
  }) => {
    const { tour, begin, stops } = await openTour(page);
    const { held } = await heldAtSecond(page, tour, begin, stops);
    await session.context.setOffline(true);
    await held.abort('internetdisconnected');
    await expect(tour.getByRole('alert')).toContainText(/connexion/, { timeout: 60_000 });
    await expect(tour.getByRole('alert')).toContainText('Il reste 2 établissements');
    await page.unrouteAll();
    await session.context.setOffline(false);
    await tour.getByRole('button', { name: 'Reprendre' }).click();
    await expect(tour).toContainText('3 établissements contrôlés', { timeout: 60_000 });
  });

  test('mise en veille au milieu : au réveil, rien n’est cru de l’école en cours ; la tournée reprend par elle', async ({
    page,
    session,
  }) => {
    const { tour, begin, stops } = await openTour(page);
    const { held } = await heldAtSecond(page, tour, begin, stops);
    // As a machine that sleeps: nothing runs in the page, then the requests under way turn out to be dead.
    const power = await session.context.newCDPSession(page);
    await power.send('Page.setWebLifecycleState', { state: 'frozen' });
    await held.abort('connectionaborted');
    await page.unrouteAll();
    await power.send('Page.setWebLifecycleState', { state: 'active' });
    await expect(tour.getByRole('alert')).toContainText('Il reste 2 établissements', { timeout: 60_000 });
    await expect(stops.nth(1)).toContainText('en attente');
    await tour.getByRole('button', { name: 'Reprendre' }).click();
    await expect(tour).toContainText('3 établissements contrôlés', { timeout: 60_000 });
  });

  test('au clavier seul : le foyer suit, du choix à la fin, sans repasser par le panneau', async ({
    page,
  }) => {
    const { panel, tour, begin, stops } = await openTour(page);
    const title = tour.getByRole('heading', { name: 'Contrôler mes écoles' });
    await expect(title).toBeFocused();
    await expect(title).toBeInViewport();
    const { held } = await heldAtSecond(page, tour, begin, stops);
    await expect(title).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(tour.getByRole('button', { name: 'Interrompre' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(tour.getByRole('button', { name: 'Reprendre' })).toBeFocused();
    await held.continue();
    await page.unrouteAll();
    await page.keyboard.press('Enter');
    await expect(tour.getByRole('button', { name: 'Ouvrir le tableau' })).toBeFocused({ timeout: 60_000 });
    await expect(tour.getByRole('status')).toHaveText(/^3 établissements contrôlés/);
    await tour.getByRole('button', { name: 'Fermer' }).press('Enter');
    await expect(panel.getByRole('button', { name: 'Contrôler mes écoles…' })).toBeFocused();
  });

  test('déconnexion dite par la page de connexion à la place des données : en pause, et non cinq cents échecs', async ({
    page,
    demo,
  }) => {
    const { tour, begin, stops } = await openTour(page);
    await heldAtSecond(page, tour, begin, stops).then(async ({ held }) => {
      demo.set({ faults: { '/directory/': 'html', '/auth/oauth2/userinfo': 'html' } });
      await held.continue();
    });
    await expect(tour.getByRole('alert')).toContainText(/session a expiré.*Il reste 2/, { timeout: 60_000 });
    await expect(stops.filter({ hasText: 'Non lu' })).toHaveCount(0);
    demo.set({ faults: {} });
    await page.unrouteAll();
    await tour.getByRole('button', { name: 'Reprendre' }).click();
    await expect(tour).toContainText('3 établissements contrôlés', { timeout: 60_000 });
  });

  test('interrompue par la personne, elle reprend où elle en était', async ({ page, demo }) => {
    const { tour, begin, stops } = await openTour(page);
    demo.set({ latency: 150 });
    await begin.click();
    await expect(stops.filter({ hasText: 'étape' })).toHaveCount(1);
    await tour.getByRole('button', { name: 'Interrompre' }).click();
    await expect(tour.getByRole('alert')).toContainText('Tournée interrompue.');
    demo.set({ latency: 0 });
    await tour.getByRole('button', { name: 'Reprendre' }).click();
    await expect(tour).toContainText('3 établissements contrôlés', { timeout: 60_000 });
  });
});

test('avant et après : ce qu’un clic a changé se lit, avec les noms, sur cette page seulement', async ({
  page,
}) => {
  await page.goto(consoleUrl('papillons', MANUAL_GROUPS));
  const { badge, panel, control } = overlayOf(page);
  await badge.click();
  await control.click();
  await panel.getByText(/^Établissement contrôlé/).waitFor();
  await panel.getByRole('button', { name: 'Garder cette lecture pour comparer' }).click();
  await expect(panel).toContainText('« Contrôler à nouveau » montrera ce qui a changé');
  const [first] = await page.evaluate(async () => {
    const id = location.pathname.split('/')[2];
    const groups = await (await fetch(`/directory/group/admin/list?structureId=${id}&translate=true`)).json();
    return groups.filter(({ type }: { type: string }) => type === 'ManualGroup');
  });
  // By the page itself, as a person's click in the console would.
  const token = await page.evaluate(() => /XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? '');
  const status = await page.evaluate(
    async ([id, xsrf]) =>
      (await fetch(`/directory/group/${id}`, { method: 'DELETE', headers: { 'X-XSRF-TOKEN': xsrf } })).status,
    [first.id, token] as const,
  );
  expect(status).toBeLessThan(300);
  await panel.getByRole('button', { name: 'Contrôler à nouveau' }).click();
  const changes = panel.locator('.changes');
  await expect(changes.locator('summary', { hasText: 'Groupes manuels' })).toContainText('1 disparu');
  await changes.locator('summary', { hasText: 'Groupes manuels' }).click();
  await expect(changes).toContainText(first.name);
  await panel.getByRole('button', { name: 'Oublier' }).click();
  await expect(changes).toHaveCount(0);
});

test('où suis-je : un changement d’établissement est annoncé, et la pastille le suit', async ({ page }) => {
  await page.goto(consoleUrl('papillons', MANUAL_GROUPS));
  const { root, badge, panel } = overlayOf(page);
  await badge.click();
  await expect(panel.locator('header')).toContainText(/pas encore contrôlé|lu (il y a|à l’instant)/);
  await badge.click();
  await expect(root.locator('.where-said')).toHaveText('');
  // In place, as the console's own tree of structures does.
  await page.evaluate(
    (url) => {
      history.pushState({}, '', url);
      dispatchEvent(new PopStateEvent('popstate'));
    },
    consoleUrl('college', MANUAL_GROUPS),
  );
  await expect(root.locator('.where-said')).toContainText('Vous êtes maintenant à Collège Rosa Bonheur');
  await expect(root.locator('.where')).toContainText('Collège Rosa Bonheur');
  await expect(root.locator('.where.stale')).toHaveCount(0);
});

test('où suis-je : sur un ENT lent, rien n’est annoncé sous le nom de l’établissement quitté', async ({
  demo,
  page,
}) => {
  await page.goto(consoleUrl('papillons', MANUAL_GROUPS));
  const { root, badge, panel } = overlayOf(page);
  await badge.click();
  // The school left is known by its name before it is left.
  await expect(panel.locator('header')).toContainText('Papillons');
  await badge.click();
  demo.set({ latency: 1500 });
  try {
    await page.evaluate(
      (url) => {
        history.pushState({}, '', url);
        dispatchEvent(new PopStateEvent('popstate'));
      },
      consoleUrl('college', MANUAL_GROUPS),
    );
    const said = root.locator('.where-said');
    await expect(said).toContainText('Vous êtes maintenant', { timeout: 20_000 });
    expect(await said.textContent()).toContain('Collège Rosa Bonheur');
    await expect(root.locator('.where')).toContainText('Collège Rosa Bonheur');
    await expect(root.locator('.where.stale')).toHaveCount(0);
  } finally {
    demo.set({ latency: 0 });
  }
});
