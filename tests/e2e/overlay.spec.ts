import { consoleUrl, controlSchool, expect, MANUAL_GROUPS, overlayOf, subjectsOf, test } from './console';

const rows = 'ode-groups-type-view li.lct-list-item';

test('la liste des groupes : badge, panneau, ce qui a été lu, repères en face des bonnes lignes', async ({
  page,
}) => {
  await page.goto(consoleUrl('papillons', MANUAL_GROUPS));
  const { badge, panel, finding, marks } = overlayOf(page);
  await expect(badge).toContainText(/points signalés/);
  await badge.click();
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText('Ecole Les Papillons');
  await expect(panel).toContainText(/19 groupes manuels lus sur 19/);
  expect(await subjectsOf(finding('past-year-group'))).toContain('APE 2022-2023');
  await expect(finding('past-year-group')).toContainText('Que faire');
  await expect(finding('past-year-group')).toContainText('Source : Petit guide');
  const row = await page.locator(rows, { hasText: 'APE 2022-2023' }).boundingBox();
  const mark = await marks.and(page.locator('[data-key$="APE 2022-2023"]')).boundingBox();
  expect(mark?.y).toBeCloseTo(row?.y ?? 0, 0);
  expect(mark?.height).toBeCloseTo(row?.height ?? 0, 0);
});

test('les repères suivent le défilement, le filtre et le retour', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 480 });
  await page.goto(consoleUrl('papillons', MANUAL_GROUPS));
  const { marks } = overlayOf(page);
  await expect(marks.first()).toBeVisible();
  await page.locator('ode-groups-type-view .list-wrapper').evaluate((list) => list.scrollTo(0, 120));
  await expectMarksOnTheirRows(page);
  await page.locator('ode-groups-type-view ode-list input').first().fill('chorale');
  await expect(page.locator(rows)).toHaveCount(1);
  await expect(marks).toHaveCount(1);
  await expectMarksOnTheirRows(page);
  await page.locator('ode-groups-type-view ode-list input').first().fill('');
  await expect(page.locator(rows)).toHaveCount(19);
  await expectMarksOnTheirRows(page);
});

/** Every mark stands on the row that its key names. */
async function expectMarksOnTheirRows(page: import('@playwright/test').Page) {
  await expect
    .poll(() =>
      page.evaluate((selector) => {
        const root = document.querySelector('vigie-ent')?.shadowRoot;
        const marks = [...(root?.querySelectorAll<HTMLElement>('.mark') ?? [])];
        const wrong = marks.filter((mark) => {
          const { top } = mark.getBoundingClientRect();
          const row = [...document.querySelectorAll(selector)].find(
            (one) => Math.abs(one.getBoundingClientRect().top - top) < 1,
          );
          return !mark.dataset.key?.endsWith(row?.textContent?.trim() ?? '\u0000');
        });
        return marks.length > 0 && wrong.length === 0;
      }, rows),
    )
    .toBe(true);
}

test('« Voir » mène à la ligne et l’éclaire', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 480 });
  await page.goto(consoleUrl('papillons', MANUAL_GROUPS));
  const { badge, finding, root } = overlayOf(page);
  await badge.click();
  const last = page.locator(rows, { hasText: 'RESP-AFFECT-GAR' });
  await finding('unlocked-gar-group').locator('summary').click();
  await finding('unlocked-gar-group').getByRole('button', { name: /^Voir/ }).click();
  await expect(last).toBeInViewport();
  await expect(root.locator('.mark.shown')).toHaveAttribute('data-key', /RESP-AFFECT-GAR$/);
});

test('un nom de groupe hostile reste du texte', async ({ page }) => {
  page.on('dialog', () => {
    throw new Error('du script d’un nom de groupe a été exécuté');
  });
  await page.goto(consoleUrl('papillons', MANUAL_GROUPS));
  const { badge, finding } = overlayOf(page);
  await badge.click();
  expect(await subjectsOf(finding('undated-group'))).toContain('<script>alert(1)</script>');
});

test('un nom de 300 caractères ne déborde pas du panneau', async ({ page }) => {
  await page.goto(consoleUrl('papillons', MANUAL_GROUPS));
  const { badge, finding, panel } = overlayOf(page);
  await badge.click();
  const subjects = await subjectsOf(finding('undated-group'));
  expect(Math.max(...subjects.map(({ length }) => length))).toBeGreaterThan(250);
  const overflow = await panel.locator('.body').evaluate((body) => body.scrollWidth - body.clientWidth);
  expect(overflow).toBe(0);
});

test('lecture complète : membres partis et groupe vide, puis rien d’autre que ce qui est planté', async ({
  page,
  demo,
}) => {
  await page.goto(consoleUrl('papillons', MANUAL_GROUPS));
  const { panel, finding } = await controlSchool(page);
  await expect(panel).toContainText(/UAI 0599101X/);
  await expect(panel).toContainText(/19 groupes sur 19/);
  expect(await subjectsOf(finding('empty-group'))).toEqual(['Atelier échecs 2026-2027']);
  await expect(finding('unlocked-gar-group')).toHaveCount(0);
  const reads = demo.requests().filter(({ host }) => host === 'enthdf.fr');
  expect(reads.filter(({ method }) => method !== 'GET')).toEqual([]);
});

test('la lecture complète survit à l’ouverture d’un groupe depuis le panneau', async ({ page }) => {
  await page.goto(consoleUrl('papillons', MANUAL_GROUPS));
  const { finding, panel } = await controlSchool(page);
  await finding('past-year-group')
    .locator('details')
    .evaluate((one: HTMLDetailsElement) => {
      one.open = true;
    });
  await finding('past-year-group')
    .getByRole('button', { name: /^Ouvrir APE/ })
    .click();
  await expect(page.locator('ode-group-detail .panel-header')).toContainText('APE 2022-2023');
  await expect(panel).toContainText(/Établissement contrôlé/);
});

test('un groupe supprimé dans la console quitte aussitôt les constats', async ({ page }) => {
  await page.goto(consoleUrl('papillons', MANUAL_GROUPS));
  const { finding, badge } = await controlSchool(page);
  expect(await subjectsOf(finding('past-year-group'))).toContain('APE 2022-2023');
  await badge.click();
  await page.locator(rows, { hasText: 'APE 2022-2023' }).click();
  await page.locator('button.lct-group-delete-button').click();
  await page.locator('.lightbox-confirm-action button.confirm').click();
  await expect(page.locator(rows)).toHaveCount(18);
  await badge.click();
  await expect.poll(() => subjectsOf(finding('past-year-group'))).not.toContain('APE 2022-2023');
});

test('changer d’école change d’école, sans rien garder de l’autre', async ({ page }) => {
  await page.goto(consoleUrl('papillons', MANUAL_GROUPS));
  const { panel, finding } = await controlSchool(page);
  await page.goto(consoleUrl('college', MANUAL_GROUPS));
  await overlayOf(page).badge.click();
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText('Collège Rosa Bonheur');
  expect(await subjectsOf(finding('past-year-group'))).not.toContain('APE 2022-2023');
});

test('une école vide : liste lue, groupe GAR à vérifier, rien d’inventé', async ({ page }) => {
  await page.goto(consoleUrl('centre', MANUAL_GROUPS));
  const { panel, root } = await controlSchool(page);
  await expect(panel).toContainText(/0 groupe manuel lu sur 0/);
  await expect(root.locator('.finding')).toHaveCount(1);
  await expect(overlayOf(page).finding('missing-gar-group')).toContainText('À vérifier');
});

test('le badge se déplace au clavier et s’en souvient', async ({ page }) => {
  await page.goto(consoleUrl('papillons', MANUAL_GROUPS));
  const { badge } = overlayOf(page);
  await badge.focus();
  const before = await badge.boundingBox();
  for (let press = 0; press < 10; press++) await page.keyboard.press('ArrowUp');
  await expect.poll(async () => (await badge.boundingBox())?.y).toBe((before?.y ?? 0) - 160);
  await page.reload();
  await expect.poll(async () => (await badge.boundingBox())?.y).toBe((before?.y ?? 0) - 160);
  await badge.focus();
  for (let press = 0; press < 10; press++) await page.keyboard.press('ArrowDown');
});

test('au clavier seul : ouvrir, lire, fermer, et revenir au badge', async ({ page }) => {
  await page.goto(consoleUrl('papillons', MANUAL_GROUPS));
  const { badge, panel } = overlayOf(page);
  await badge.focus();
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('heading', { level: 2 })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(badge).toBeFocused();
});

test('« Masquer jusqu’au rechargement » enlève tout, sauf la garde des clics', async ({ page }) => {
  await page.goto(consoleUrl('college', MANUAL_GROUPS));
  const { badge, panel, marks } = overlayOf(page);
  await badge.click();
  await panel.getByRole('button', { name: 'Masquer jusqu’au rechargement' }).click();
  await expect(badge).toBeHidden();
  await expect(marks).toHaveCount(0);
  await page.locator(rows, { hasText: 'Resp Affect Gar' }).click();
  await page.locator('ode-group-detail button.lct-group-delete-button').click();
  await overlayOf(page).hold.getByRole('button', { name: 'Annuler' }).click();
  await page.reload();
  await expect(badge).toBeVisible();
});
