import type { Page } from '@playwright/test';
import { consoleUrl, expect, MANUAL_GROUPS, overlayOf, test } from './console';

const rows = 'ode-groups-type-view li.lct-list-item';

async function openGarGroup(page: Page) {
  await page.goto(consoleUrl('college', MANUAL_GROUPS));
  await page.locator(rows, { hasText: 'Resp Affect Gar' }).click();
  const remove = page.locator('ode-group-detail button.lct-group-delete-button');
  await expect(remove).toBeVisible();
  await expect(overlayOf(page).badge).toBeVisible();
  return { remove, lightbox: page.locator('ode-lightbox-confirm .lightbox-confirm-action button.confirm') };
}

test('« Supprimer » sur le groupe GAR est retenu, « Annuler » a le focus, la console ne voit rien', async ({
  page,
  demo,
}) => {
  const { remove, lightbox } = await openGarGroup(page);
  const { hold } = overlayOf(page);
  await remove.click();
  await expect(hold).toContainText('à conserver');
  await expect(hold).toContainText('Source');
  await expect(hold.getByRole('button', { name: 'Annuler' })).toBeFocused();
  await expect(lightbox).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(hold).toHaveCount(0);
  await expect(remove).toBeFocused();
  await expect(lightbox).toHaveCount(0);
  expect(demo.requests().filter(({ method }) => method === 'DELETE')).toEqual([]);
});

test('au clavier aussi, et Échap annule', async ({ page }) => {
  const { remove, lightbox } = await openGarGroup(page);
  const { hold } = overlayOf(page);
  await remove.focus();
  await page.keyboard.press('Enter');
  await expect(hold).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(hold).toHaveCount(0);
  await expect(lightbox).toHaveCount(0);
});

test('« J’ai compris » ne clique pas : seul le prochain clic de la personne passe, une fois', async ({
  page,
}) => {
  const { remove, lightbox } = await openGarGroup(page);
  const { hold } = overlayOf(page);
  await remove.click();
  await hold.getByRole('button', { name: /J’ai compris/ }).click();
  await expect(hold).toHaveCount(0);
  await expect(lightbox).toHaveCount(0);
  await remove.click();
  await expect(lightbox).toBeVisible();
  await page.locator('.lightbox-confirm-action button.cancel').click();
  await remove.click();
  await expect(hold).toBeVisible();
});

test('la page ne se défait pas de Vigie en contrefaisant le départ d’une copie plus récente', async ({
  page,
  session,
}) => {
  const { remove, lightbox } = await openGarGroup(page);
  await page.evaluate((id) => {
    const type = `${id}:edifice-overlay:wxt:content-script-started`;
    const detail = { contentScriptName: 'edifice-overlay', messageId: 'forged' };
    document.dispatchEvent(new CustomEvent(type, { detail }));
  }, session.extensionId);
  await remove.click();
  await expect(overlayOf(page).hold).toBeVisible();
  await expect(lightbox).toHaveCount(0);
});

test('un autre groupe n’est pas retenu', async ({ page }) => {
  await page.goto(consoleUrl('papillons', MANUAL_GROUPS));
  await page.locator(rows, { hasText: 'APE 2022-2023' }).click();
  await expect(overlayOf(page).badge).toBeVisible();
  await page.locator('ode-group-detail button.lct-group-delete-button').click();
  await expect(page.locator('ode-lightbox-confirm button.confirm')).toBeVisible();
  await expect(overlayOf(page).hold).toHaveCount(0);
});

test('après être passé d’un groupe à l’autre, c’est le groupe affiché qui est protégé', async ({
  page,
  demo,
}) => {
  demo.set({ latency: 300 });
  await page.goto(consoleUrl('college', MANUAL_GROUPS));
  const first = page.locator(rows).first();
  const gar = page.locator(rows, { hasText: 'Resp Affect Gar' });
  const title = page.locator('ode-group-detail .panel-header');
  await gar.click();
  await expect(title).toContainText('Resp Affect Gar');
  const other = await first.innerText();
  await first.click();
  await expect(title).toContainText(other);
  await gar.click();
  await expect(title).toContainText('Resp Affect Gar');
  await page.locator('ode-group-detail button.lct-group-delete-button').click();
  await expect(overlayOf(page).hold).toContainText('Resp Affect Gar');
});
