import { expect, type Page } from '@playwright/test';
import { COLLEGE, PAPILLONS } from '../demo/edifice/structures';
import type { Demo } from '../demo/server';
import { consoleUrl, controlSchool, overlayOf, type Session } from './console';
import { eraseRecords } from './kept';

/** « Utilisateurs » of a demonstration school, its rows there. */
export const USERS = 'users/list/filter';

export const rowsOf = (page: Page) => page.locator('ode-user-list li.lct-list-item');

/** The parts of a person's screen. */
export function detailOf(page: Page) {
  const detail = page.locator('ode-user-detail');
  return {
    name: detail.locator('.user-displayname'),
    id: detail.locator('ode-user-info-section ode-form-field[label=id] .form-field span'),
    cross: (school: 'papillons' | 'college' = 'papillons') =>
      detail
        .locator('ode-user-structures-section li', {
          hasText: school === 'papillons' ? PAPILLONS.name : COLLEGE.name,
        })
        .locator('i.fa-times.action'),
    removal: detail.locator('.panel-header-content .right button:has(i.fa-times-circle)'),
    block: detail.getByRole('button', { name: 'Bloquer le compte' }),
  };
}

/** The card of the overlay about the person on the screen. */
export function cardOf(page: Page) {
  return overlayOf(page).panel.locator('section.person');
}

/** Where one decides of the person on the screen. */
export function decisionOf(page: Page) {
  return overlayOf(page).panel.locator('section.decide');
}

/** Opens the users list of a school and reads it whole. */
export async function controlPeople(page: Page, school: 'papillons' | 'college' = 'papillons') {
  await page.goto(consoleUrl(school, USERS));
  await rowsOf(page).first().waitFor();
  return controlSchool(page);
}

/** Looks a person up by name in the console's own search, and opens the first row found. */
export async function openPerson(page: Page, lastName: string, firstName = '') {
  await search(page, lastName, firstName);
  const row = rowsOf(page).first();
  const name = await row.locator('.display-name').innerText();
  await row.click();
  await expect(detailOf(page).name).toContainText(name);
}

export async function search(page: Page, lastName: string, firstName = '') {
  await page.fill('input[name=searchLastNameTerm]', lastName);
  await page.fill('input[name=searchFirstNameTerm]', firstName);
}

/** Unfolds « Établissement(s) »; the console keeps it unfolded from person to person. */
export async function unfoldStructures(page: Page) {
  const section = page.locator('ode-user-structures-section');
  if (await section.locator('.panel-section-content').isVisible()) return;
  await section.locator('.panel-section-header').click();
  await section.locator('.actions-list').waitFor();
}

/** What reached the demonstration besides reading. */
export function writesOf(demo: Demo) {
  return demo.requests().filter(({ method }) => method !== 'GET');
}

/** The tests that follow in this browser judge everybody anew: nothing was said of anybody. */
export function forgetPeople({ worker }: Session): Promise<void> {
  return eraseRecords(worker, ['people']);
}
