import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { Demo } from '../demo/server';
import { consoleUrl, controlSchool, expect, MANUAL_GROUPS, overlayOf, type Session, test } from './console';
import { rowsOf, USERS } from './people';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SHOTS = process.env.VIGIE_SHOTS;

async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png` });
}

function dossierOf(page: Page) {
  const dialog = overlayOf(page).root.getByRole('dialog', { name: 'Dossier de support' });
  return {
    dialog,
    text: dialog.getByRole('textbox'),
    facts: dialog.getByRole('checkbox', { name: /^Joindre/ }),
    named: dialog.getByRole('checkbox', { name: /^Dire de quel/ }),
    save: dialog.getByRole('button', { name: 'Enregistrer le fichier' }),
    close: dialog.getByRole('button', { name: 'Fermer' }),
  };
}

async function openDossier(page: Page) {
  await overlayOf(page).panel.getByRole('button', { name: 'Dossier de support' }).click();
  const dossier = dossierOf(page);
  await dossier.dialog.waitFor();
  return dossier;
}

async function openWorkshop({ context, extensionId }: Session, section: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/workshop.html#${section}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

/** The console with its rows renamed, as a new version of it might have them. */
async function renameRows(page: Page, demo: Demo): Promise<void> {
  await page.route('**/*.js', async (route) => {
    const { pathname, host } = new URL(route.request().url());
    const url = `http://127.0.0.1:${demo.http}${pathname}`;
    const response = await route.fetch({ url, headers: { host } });
    const body = (await response.text()).replaceAll('lct-list-item', 'nouvelle-ligne');
    await route.fulfill({ response, body });
  });
}

/** Names that the console of the demonstration shows. */
async function namesOn(page: Page): Promise<string[]> {
  const names = await page.locator('ode-user-list .display-name').allInnerTexts();
  return [...new Set(names.flatMap((name) => name.trim().split(/\s+/)))].filter((word) => word.length > 3);
}

test.describe('le dossier de support', () => {
  test('montre ce qu’il remet, ne nomme personne, et se rejoue dans l’atelier avec les mêmes issues', async ({
    page,
    session,
  }) => {
    await page.goto(consoleUrl('papillons', USERS));
    await rowsOf(page).first().waitFor();
    await controlSchool(page);
    const names = await namesOn(page);
    expect(names.length).toBeGreaterThan(40);
    const { text, facts, named, save, close, dialog } = await openDossier(page);
    await expect(text).toHaveValue(/DOSSIER DE SUPPORT/);
    await expect(text).toHaveValue(/Edifice, enthdf\.fr/);
    await expect(text).toHaveValue(/non joints/);
    await shot(page, 'dossier-text');
    await facts.check();
    await expect(text).toHaveValue(/^DOSSIER DE SUPPORT[\s\S]*"Personne 012"/);
    await shot(page, 'dossier-facts');
    const handed = await text.inputValue();
    const words = new Set(handed.split(/[^\p{L}]+/u));
    expect(names.filter((name) => words.has(name))).toEqual([]);
    expect(handed).not.toContain('Papillons');
    const downloading = page.waitForEvent('download');
    await save.click();
    const path = await (await downloading).path();
    expect(readFileSync(path, 'utf8')).toBe(handed);

    await named.check();
    await expect(text).toHaveValue(/Papillons/);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await openDossier(page);
    await expect(facts).not.toBeChecked();
    await close.click();

    const workshop = await openWorkshop(session, 'dossier');
    await workshop.locator('input[type=file]').setInputFiles({
      name: 'vigie-dossier.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(handed),
    });
    await expect(workshop.getByText('Chaque contrôle conclut ici comme dans le dossier.')).toBeVisible();
    await expect(workshop.locator('article[data-rule="departed-teacher"]')).toContainText('Personne 0');
    await workshop.setViewportSize({ width: 1280, height: 900 });
    await shot(workshop, 'workshop-dossier');
    await workshop.close();
  });

  test('se demande aussi sur un écran que Vigie ne lit pas, et sur un écran qu’elle ne comprend plus', async ({
    page,
    demo,
  }) => {
    await renameRows(page, demo);
    await page.goto(consoleUrl('papillons', MANUAL_GROUPS));
    const { badge, alert } = overlayOf(page);
    await expect(badge).toContainText('page non reconnue');
    await badge.click();
    await expect(alert.first()).toContainText('Page non reconnue');
    const { text } = await openDossier(page);
    await expect(text).toHaveValue(/sa version est inconnue/);
    await expect(text).toHaveValue(/ont changé de forme/);
  });
});

test('un dossier abîmé, hostile ou trop récent est refusé en français', async ({ session, page: _page }) => {
  const workshop = await openWorkshop(session, 'dossier');
  const given = async (content: string) => {
    await workshop
      .locator('input[type=file]')
      .setInputFiles({ name: 'd.json', mimeType: 'application/json', buffer: Buffer.from(content) });
    return workshop.getByRole('alert').innerText();
  };
  expect(await given('{"format"')).toContain('tronqué');
  expect(await given('{"format":"autre"}')).toContain('n’est pas un dossier de support');
  expect(await given('{"format":"vigie-ent/dossier","version":9}')).toContain('plus récente');
  await workshop.close();
});

test.describe('le mode démonstration', () => {
  test('couvre les noms de la page sans la toucher, masque ceux du panneau, et se dit', async ({
    page,
    session,
  }) => {
    await page.goto(consoleUrl('papillons', USERS));
    await rowsOf(page).first().waitFor();
    const { panel, root, badge } = await controlSchool(page);
    const before = await page.evaluate(() => document.body.innerHTML);
    await panel.getByRole('button', { name: 'Mode démonstration' }).click();
    await expect(root.getByText('Mode démonstration :')).toBeVisible();
    await expect(root.locator('.cover').first()).toBeVisible();
    const uncovered = () =>
      page.evaluate(() => {
        const boxes = [
          ...(document.querySelector('vigie-ent')?.shadowRoot?.querySelectorAll('.cover') ?? []),
        ].map((box) => box.getBoundingClientRect());
        const list = document.querySelector('ode-user-list .list-wrapper')?.getBoundingClientRect();
        return [...document.querySelectorAll('ode-user-list .display-name')]
          .filter((name) => {
            const { top, bottom, left, right } = name.getBoundingClientRect();
            const middle = (top + bottom) / 2;
            if (!list || middle < Math.max(0, list.top) || middle > Math.min(innerHeight, list.bottom))
              return false;
            return !boxes.some(
              (box) => box.left <= left && box.right >= right && box.top <= middle && box.bottom >= middle,
            );
          })
          .map((name) => name.textContent);
      });
    await expect.poll(uncovered).toEqual([]);
    await shot(page, 'demonstration-panel');
    await badge.click();
    await shot(page, 'demonstration-list');
    expect(await page.evaluate(() => document.body.innerHTML)).toBe(before);
    await page.locator('ode-user-list .list-wrapper').evaluate((list) => list.scrollBy(0, 400));
    await expect.poll(uncovered).toEqual([]);
    await rowsOf(page).nth(6).click();
    await expect(page.locator('ode-user-detail .user-displayname')).toBeVisible();
    await page.mouse.move(0, 0);
    await expect.poll(uncovered).toEqual([]);
    await shot(page, 'demonstration-person');
    await badge.click();
    const subject = panel.locator('.finding:not(.things) .subject').first();
    await expect(subject).toHaveCSS('-webkit-text-security', 'disc');

    const workshop = await openWorkshop(session, 'reglages');
    await expect(workshop.getByText('Mode démonstration : les noms sont masqués.')).toBeVisible();
    await shot(workshop, 'workshop-settings');
    await workshop.getByRole('switch', { name: 'Masquer les noms' }).uncheck();
    await expect(workshop.getByText('Mode démonstration : les noms sont masqués.')).toBeHidden();
    await expect(root.locator('.cover')).toHaveCount(0);
    await workshop.close();
  });
});

test.describe('le mode démonstration, là où rien n’est lu', () => {
  test('laisse lire la question d’une fenêtre de l’ENT, y masque les noms, masque l’écran en entier, et le dit', async ({
    page,
  }) => {
    await page.goto(consoleUrl('papillons', MANUAL_GROUPS));
    const { panel, root, badge } = overlayOf(page);
    await badge.click();
    await panel.getByRole('button', { name: 'Mode démonstration' }).click();
    await expect(panel.locator('.demonstrating')).toContainText('ici et sur la page');
    await expect(panel.locator('.demonstrating')).toContainText('Hors de l’administration');
    await badge.click();
    /** Of these elements, as far as they can be seen, how many have their middle under a cover, and how many have not. */
    const hidden = (selector: string) =>
      page.evaluate((wanted) => {
        const covers = [
          ...(document.querySelector('vigie-ent')?.shadowRoot?.querySelectorAll('.cover') ?? []),
        ].map((cover) => cover.getBoundingClientRect());
        const boxes = [...document.querySelectorAll(wanted)].flatMap((element) => {
          const range = document.createRange();
          range.selectNodeContents(element);
          const { left, top, width, height } = range.getBoundingClientRect();
          const [x, y] = [left + width / 2, top + height / 2];
          // Not what its list has scrolled away; our covers let the pointer through.
          return element.contains(document.elementFromPoint(x, y)) ? [{ x, y }] : [];
        });
        const under = boxes.filter(({ x, y }) =>
          covers.some(({ left, right, top, bottom }) => left < x && x < right && top < y && y < bottom),
        );
        return { shown: boxes.length - under.length, hidden: under.length };
      }, selector);
    await page.locator('ode-groups-type-view .side-card li.lct-list-item').first().click();
    await page.locator('.lct-group-delete-button', { hasText: 'Supprimer' }).click();
    await expect(page.locator('.lightbox-confirm-content')).toContainText('Veuillez confirmer');
    await expect
      .poll(() => hidden('.lightbox-confirm-content p, .lightbox button'))
      .toEqual({
        shown: 3,
        hidden: 0,
      });
    await expect(root.locator('.curtain')).toHaveCount(0);
    await shot(page, 'demonstration-confirm');
    await page.locator('.lightbox-confirm-action .cancel').click();
    await page.getByText('Gérer les utilisateurs du groupe').click();
    const members = page.locator('.lightbox li');
    await members.first().waitFor();
    await expect.poll(() => hidden('.lightbox h2')).toEqual({ shown: 1, hidden: 0 });
    await expect.poll(async () => (await hidden('.lightbox li .display-name')).shown).toBe(0);
    expect((await hidden('.lightbox li .display-name')).hidden).toBeGreaterThan(3);
    await shot(page, 'demonstration-window');

    await page.goto(consoleUrl('papillons', 'services/applications'));
    await expect(root.locator('.curtain.page')).toBeVisible();
    await badge.click();
    await expect(panel.locator('.demonstrating')).toContainText('la page entière est masquée');
    await shot(page, 'demonstration-unread');
    await root.getByRole('button', { name: 'Montrer la page quand même' }).click();
    await expect(root.locator('.curtain')).toBeHidden();
    await expect(panel.locator('.demonstrating')).toContainText('des noms peuvent s’y voir');
    // The browser is shared: what follows must find its names in sight.
    await panel.getByRole('button', { name: 'Mode démonstration' }).click();
    await expect(panel.locator('.demonstrating')).toHaveCount(0);
  });
});

test.describe('l’état des contrôles', () => {
  test('dit ce qui est vu à l’œuvre ; un contrôle éteint ne juge plus rien, et se dit partout', async ({
    page,
    session,
  }) => {
    await page.goto(consoleUrl('papillons', MANUAL_GROUPS));
    const { badge, finding, panel } = overlayOf(page);
    await badge.click();
    await expect(finding('past-year-group')).toBeVisible();
    const workshop = await openWorkshop(session, 'etat');
    const row = (id: string) => workshop.locator(`[data-detector="${id}"]`);
    await expect(row('past-year-group')).toContainText('Vu à l’œuvre');
    await expect(row('edifice/manual-groups')).toContainText('Vu à l’œuvre');
    await row('past-year-group').getByRole('switch').uncheck();
    await expect(row('past-year-group')).toContainText('éteint');
    await expect(finding('past-year-group')).toHaveCount(0);
    await expect(panel).toContainText('1 contrôle éteint sur ce poste, rien n’en est conclu');
    await workshop.setViewportSize({ width: 1280, height: 900 });
    await shot(workshop, 'workshop-state');
    await workshop.getByRole('checkbox', { name: /^Seulement/ }).check();
    await expect(workshop.locator('[data-detector]')).toHaveCount(1);
    await row('past-year-group').getByRole('switch').focus();
    await workshop.keyboard.press('Space');
    await expect(finding('past-year-group')).toBeVisible();
    await workshop.close();
  });

  test('une page qui a changé est dite « version de page inconnue », jusqu’à ce qu’elle soit relue', async ({
    page,
    demo,
    session,
  }) => {
    await renameRows(page, demo);
    await page.goto(consoleUrl('papillons', MANUAL_GROUPS));
    await expect(overlayOf(page).badge).toContainText('page non reconnue');
    const workshop = await openWorkshop(session, 'etat');
    const row = workshop.locator('[data-detector="edifice/manual-groups"]');
    await expect(row).toContainText('version de page inconnue');
    await expect(row).toContainText('ont changé de forme');
    await page.unrouteAll();
    await page.reload();
    await expect(row).not.toContainText('version de page inconnue');
    await expect(row).toContainText('Vu à l’œuvre');
    await workshop.close();
  });
});

for (const [width, colorScheme] of [
  [320, 'light'],
  [1280, 'dark'],
] as const)
  test(`axe ne trouve rien, et rien ne déborde (${width} px, ${colorScheme})`, async ({
    session,
    page: _page,
  }) => {
    for (const section of ['dossier', 'etat', 'reglages']) {
      const workshop = await openWorkshop(session, section);
      await workshop.emulateMedia({ colorScheme });
      await workshop.setViewportSize({ width, height: 800 });
      await expect(workshop.getByText('Ouverture…')).toHaveCount(0);
      if (section === 'etat') await workshop.locator('[data-detector]').first().waitFor();
      await shot(workshop, `${section}-${width}`);
      await workshop.evaluate(AXE);
      const faults = await workshop.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
        const { violations } = await axe.run();
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
      });
      expect(faults, section).toEqual([]);
      const overflow = await workshop.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, section).toBeLessThanOrEqual(0);
      await workshop.close();
    }
  });
