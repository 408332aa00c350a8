import { type Browser, expect, type Page, test } from '@playwright/test';
import { PAPILLONS } from '../demo/edifice/structures';
import { type Demo, startDemo } from '../demo/server';
import { openBareBrowser } from '../tools/browser.mjs';
import { findChromium } from '../tools/set-up.mjs';

const BASE = `https://enthdf.fr/admin/${PAPILLONS.id}`;
let demo: Demo;
let browser: Browser;
let page: Page;
let errors: string[];

test.beforeAll(async () => {
  demo = await startDemo();
  browser = await openBareBrowser({ chromium: await findChromium(), ports: demo });
});
test.afterAll(async () => {
  await browser.close();
  await demo.close();
});
test.beforeEach(async () => {
  demo.reset();
  demo.set({ latency: 0, contentSecurityPolicy: '' });
  errors = [];
  page = await browser.newPage({ ignoreHTTPSErrors: true, viewport: { width: 1280, height: 800 } });
  page.on('pageerror', (error) => errors.push(error.message));
});
test.afterEach(async () => {
  await page.close();
  expect(errors).toEqual([]);
});

const userRows = () => page.locator('ode-user-list li.lct-list-item');
const groupRow = (name: string) =>
  page.locator('ode-groups-type-view .side-card li.lct-list-item', { hasText: name });
const userId = () => page.locator('ode-user-info-section ode-form-field[label=id] .form-field span');
const openSection = (key: string) =>
  page
    .locator(`ode-panel-section[section-title="users.details.section.${key}"] .panel-section-header`)
    .click();

test('users: a hundred rows, a hundred more at the bottom, rebuilt after a search', async () => {
  await page.goto(`${BASE}/users`);
  await expect(userRows()).toHaveCount(100);
  expect(new URL(page.url()).pathname).toBe(`/admin/${PAPILLONS.id}/users/list/filter`);
  await expect(page.locator('.user-toolbar strong.badge')).toHaveText(/^6\d\d utilisateurs$/);
  const wrapper = page.locator('ode-user-list .list-wrapper');
  await wrapper.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await expect(userRows()).toHaveCount(200);

  await userRows()
    .first()
    .evaluate((row) => row.setAttribute('data-mine', ''));
  await page.fill('input[name=searchLastNameTerm]', 'remplacant');
  await expect(page.locator('.user-toolbar strong.badge')).toHaveText('1 utilisateurs');
  await page.fill('input[name=searchLastNameTerm]', '');
  await expect(userRows()).toHaveCount(100);
  await expect(page.locator('[data-mine]')).toHaveCount(0);
});

test('users: filters by profile and by source', async () => {
  await page.goto(`${BASE}/users`);
  await page.getByRole('button', { name: 'Sources' }).click();
  await page.locator('ode-multi-combo li', { hasText: 'Manuel' }).click();
  await expect(page.locator('.user-toolbar strong.badge')).toHaveText('7 utilisateurs');
  await page.getByRole('button', { name: 'Profils (par défaut tous)' }).click();
  await page.locator('ode-multi-combo li', { hasText: 'Parent' }).click();
  await expect(userRows()).toHaveCount(1);
});

test('user: the panel is reused, and an opened user shows before the address follows', async () => {
  await page.goto(`${BASE}/users`);
  await page.fill('input[name=searchLastNameTerm]', 'lemaire');
  await userRows().nth(0).click();
  await expect(userId()).toBeVisible();
  await openSection('structures');
  const first = page.url();
  await page.locator('ode-user-detail').evaluate((panel) => panel.setAttribute('data-mine', ''));
  await userRows().nth(1).click();
  await expect(page).not.toHaveURL(first);
  await expect(page.locator('ode-user-detail[data-mine]')).toBeVisible();
  await expect(page.locator('ode-user-structures-section .actions-list')).toBeVisible();

  demo.set({ latency: 700 });
  const second = page.url();
  await userRows().nth(0).click();
  await expect(userId()).toHaveText(first.split('/').at(-2) ?? '');
  expect(page.url()).toBe(second);
  await expect(page).toHaveURL(first);
});

test('user: the red cross detaches at once, and can be taken back', async () => {
  await page.goto(`${BASE}/users`);
  await page.fill('input[name=searchLastNameTerm]', 'lambert');
  await page.fill('input[name=searchFirstNameTerm]', 'zoe');
  await userRows().first().click();
  await expect(page.locator('ode-user-structures-section .panel-section-content')).toHaveCount(0);
  await openSection('structures');
  await expect(page.locator('ode-user-structures-section li')).toHaveText([
    'Ecole Les Papillons',
    'Ecole Jules Ferry',
  ]);
  demo.clearRequests();
  await page.locator('ode-user-structures-section i.fa.fa-times.action').click();
  await expect(page.locator('.panel-message')).toContainText('Utilisateur retiré de cet établissement');
  await expect(page.locator('ode-user-structures-section li s')).toHaveText('Ecole Les Papillons');
  await expect(userRows()).toHaveCount(0);
  expect(demo.requests().map(({ method }) => method)).toEqual(['DELETE']);
  await page.getByText('Rétablir le rattachement').click();
  await expect(page.locator('.panel-message')).toHaveCount(0);
});

test('user: never activated asks before deleting, activated is pre-deleted at once', async () => {
  await page.goto(`${BASE}/users`);
  await page.fill('input[name=searchLastNameTerm]', 'piscine');
  await userRows().first().click();
  await page.locator('.panel-header-content .right button:has(i.fa-times-circle)').click();
  await expect(page.locator('.lightbox-confirm-content')).toContainText(
    'Vous allez définitivement supprimer',
  );
  await page.locator('.lightbox-confirm-action button.confirm').click();
  await expect(userRows()).toHaveCount(0);

  await page.fill('input[name=searchLastNameTerm]', 'association');
  await userRows().first().click();
  const button = page.locator('.panel-header-content .right button:has(i.fa-times-circle)');
  await expect(button).toContainText('Pré-supprimer le compte');
  await button.click();
  await expect(page.locator('.panel-message')).toContainText(/Suppression effective dans \d+ jour\(s\)\./);
});

test('groups: deletion is confirmed, the panel is reused, the locked ones offer nothing', async () => {
  await page.goto(`${BASE}/groups`);
  await groupRow('APE').click();
  await expect(page.locator('ode-group-users-list .display-name.isolated')).toHaveCount(3);
  await page.locator('ode-group-detail').evaluate((panel) => panel.setAttribute('data-mine', ''));
  await groupRow('RESP-AFFECT-GAR').click();
  await expect(page.locator('ode-group-detail[data-mine] .panel-header > div > div > span')).toHaveText(
    'RESP-AFFECT-GAR',
  );
  await expect(page.locator('ode-group-detail .panel-header button')).toHaveCount(0);
  await groupRow('Correspondants').click();
  await expect(page.locator('button.lct-group-delete-button')).toHaveText('Groupe verrouillé');
  await expect(page.locator('button.lct-group-delete-button')).toBeDisabled();

  await groupRow('APE').click();
  await page.locator('button.lct-group-delete-button:has(i.fa-trash)').click();
  const confirm = page.locator(
    'ode-lightbox-confirm[lightboxtitle="group.delete.confirm.title"] button.confirm',
  );
  await confirm.click();
  await expect(groupRow('APE')).toHaveCount(0);
  await expect(confirm).toHaveCount(0);
  await page.reload();
  await expect(groupRow('Chorale')).toBeVisible();
  await expect(groupRow('APE')).toHaveCount(0);
});

test('groups: members come and go through the lightbox', async () => {
  await page.goto(`${BASE}/groups/manualGroup`);
  await groupRow('Atelier échecs').click();
  await expect(page.locator('ode-group-users-list')).toContainText('0 Membre');
  await page.getByText('Gérer les utilisateurs du groupe').click();
  const add = page.locator('.group-manage-button--add');
  await expect(add).toBeDisabled();
  await page.locator('ode-group-input-users li.lct-list-item').first().click();
  await add.click();
  await expect(page.locator('ode-group-output-users li.lct-list-item')).toHaveCount(1);
  await page.locator('ode-group-output-users button.check-all').click();
  await page.locator('.group-manage-button--remove').click();
  await expect(page.locator('ode-group-output-users li.lct-list-item')).toHaveCount(0);
});

test('the side panel changes structure and keeps the rest of the path; back comes back', async () => {
  await page.goto(`${BASE}/groups/profileGroup`);
  await page.locator('.navbar--menu i').click();
  await page.locator('ode-item-tree a', { hasText: 'Collège' }).click();
  await expect(page.locator('.navbar--title h1')).toHaveText('Collège Rosa Bonheur');
  expect(page.url()).toMatch(/\/groups\/profileGroup$/);
  await page.goBack();
  await expect(page.locator('.navbar--title h1')).toHaveText('Ecole Les Papillons');
});

test('unknown ids go back to the list, an unknown structure shows nothing', async () => {
  await page.goto(`${BASE}/users/list/nobody/details`);
  await expect(page).toHaveURL(/users\/list\/filter$/);
  await page.goto(`${BASE}/groups/manualGroup/nothing/details`);
  await expect(page).toHaveURL(/groups\/manualGroup$/);
  await page.goto('https://enthdf.fr/admin/nowhere/users');
  await expect(page.locator('ode-spinner-cube .spinner-wrapper')).toHaveCount(0);
  await expect(page.locator('section.body')).toHaveText('');
});

test('wizard: five steps, risks on the first, values in fields on the fourth', async () => {
  await page.goto(`${BASE}/imports-exports/import-csv`);
  await expect(page.locator('ode-wizard ode-step')).toHaveCount(5);
  await page.check('input[name=predeleteOption]');
  await page.check('input[name=transitionOption]');
  await page.check('input[name=StudentCB]');
  const file = { name: 'eleves.csv', mimeType: 'text/csv', buffer: Buffer.from('Prénom*;Nom*\nA;B') };
  await page.setInputFiles('input[type=file][name=Student]', file);
  for (const step of ['Vérification des champs', 'Vérification des classes', 'Rapport intermédiaire']) {
    await page.locator('.wizard-content-nav__button--next').click();
    await expect(page.locator('ode-step.active h2')).toHaveText(step);
  }
  await expect(page.locator('table.report tbody tr')).toHaveCount(10);
  await expect(page.locator('table.report tbody tr.state-delete')).toHaveCount(1);
  await expect(page.locator('table.report tbody tr input[name=lastName]').first()).not.toHaveValue('');
});

test('works under a strict policy', async () => {
  demo.set({ contentSecurityPolicy: "default-src 'self'; style-src 'self'; connect-src 'self'" });
  await page.goto(`${BASE}/users`);
  await expect(userRows()).toHaveCount(100);
});
