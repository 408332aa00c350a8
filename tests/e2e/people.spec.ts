import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { type PlantedSchool, plantedOn } from '../demo/edifice/manifest';
import { DEMO_DAY, expect, overlayOf, subjectsOf, test } from './console';
import { recordsKept } from './kept';
import {
  cardOf,
  controlPeople,
  decisionOf,
  detailOf,
  forgetPeople,
  rowsOf,
  search,
  unfoldStructures,
} from './people';

const PLANTED = plantedOn(DEMO_DAY);

/** The section « Personnes » of the panel. */
function peopleOf(page: Page) {
  const { panel } = overlayOf(page);
  const section = panel.getByRole('region', { name: 'Personnes', exact: true });
  const walk = panel.getByRole('region', { name: 'Suite des personnes à traiter' });
  return {
    section,
    next: walk.getByRole('button', { name: 'Suivant à traiter' }),
    progress: walk,
    unfold: () => section.locator('summary').click(),
    rows: section.locator('tbody tr'),
    verdict: section.getByLabel('Verdict'),
    profile: section.getByLabel('Profil'),
    name: section.getByRole('searchbox', { name: 'Nom' }),
    csv: section.getByRole('button', { name: 'CSV pour Excel' }),
    print: section.getByRole('button', { name: 'Imprimer' }),
  };
}

test.describe('tout ce qui est planté, et rien d’autre', () => {
  for (const school of ['papillons', 'college'] satisfies PlantedSchool[]) {
    for (const role of ['ADML', 'ADMC'] as const) {
      test(`${school}, ${role}`, async ({ page, demo }) => {
        demo.set({ role });
        const { panel } = await controlPeople(page, school);
        const said: string[] = [];
        for (const finding of await panel.locator('.finding').all()) {
          const rule = await finding.getAttribute('data-rule');
          for (const subject of await subjectsOf(finding)) said.push(`${rule}: ${subject}`);
        }
        const awaited = PLANTED.filter((one) => one.school === school && one.expected !== 'none').map(
          ({ rule, subject }) => `${rule}: ${subject}`,
        );
        expect(said.sort()).toEqual(awaited.sort());
      });
    }
  }
});

test.describe('les repères de la liste', () => {
  /** Rows that are marked, with the verdict worn; waits until marks stand on rows of their own name. */
  const marked = (page: Page) =>
    page.evaluate(() => {
      const root = document.querySelector('vigie-ent')?.shadowRoot;
      const rows = [...document.querySelectorAll('ode-user-list li.lct-list-item')];
      return [...(root?.querySelectorAll<HTMLElement>('.mark') ?? [])].map((mark) => {
        const { top } = mark.getBoundingClientRect();
        const row = rows.find((one) => Math.abs(one.getBoundingClientRect().top - top) < 1);
        const name = row?.querySelector('.display-name')?.textContent?.trim() ?? '?';
        const own = mark.dataset.key?.includes(` ${name}|`) ?? false;
        return `${own ? '' : 'FAUX '}${name}: ${mark.className.replace('mark ', '')}`;
      });
    });

  test('suivent le défilement, le tri et la recherche', async ({ page }) => {
    const { badge } = await controlPeople(page);
    await badge.click();
    const list = page.locator('ode-user-list .list-wrapper');
    await search(page, 'lambert');
    await expect.poll(() => marked(page)).toContain('LAMBERT Zoé: detach');
    await search(page, 'rempla');
    await expect.poll(() => marked(page)).toEqual(['REMPLAÇANT Paul: never-detach']);
    await search(page, '');
    await page.locator('.user-toolbar i.fa-sort-amount-desc').click();
    await expect.poll(async () => (await marked(page)).length).toBeGreaterThan(0);
    let met = 0;
    for (let turn = 0; turn < 24; turn++) {
      await list.evaluate((element) => element.scrollBy(0, element.clientHeight));
      await expect.poll(async () => (await marked(page)).filter((one) => one.startsWith('FAUX'))).toEqual([]);
      met += (await marked(page)).length;
    }
    await expect(rowsOf(page)).not.toHaveCount(100);
    expect(met).toBeGreaterThan(0);
  });

  test('deux homonymes de même profil : aucun repère, même quand un seul est affiché', async ({ page }) => {
    const { marks, panel } = await controlPeople(page);
    await search(page, 'lambert', 'zoe');
    await expect(marks).not.toHaveCount(0);
    await search(page, 'baudry', 'jean-paul');
    await expect(rowsOf(page)).toHaveCount(2);
    await expect(marks).toHaveCount(0);
    await rowsOf(page)
      .first()
      .evaluate((row) => row.remove());
    await expect(panel).toContainText(/1 ligne affichée/);
    await expect(marks).toHaveCount(0);
  });
});

test.describe('le tableau', () => {
  test('se filtre et se trie, au clavier aussi ; « Ouvrir » ouvre la fiche sur place', async ({ page }) => {
    await controlPeople(page);
    const { unfold, rows, verdict, profile, name, section } = peopleOf(page);
    await unfold();
    await expect(rows.first()).toHaveAttribute('data-verdict', 'detach');
    await verdict.selectOption('purge');
    await expect(rows).toHaveCount(
      await rows.evaluateAll((all) => all.filter((row) => row.dataset.verdict === 'purge').length),
    );
    await expect(rows.first()).toHaveAttribute('data-verdict', 'purge');
    await verdict.selectOption('');
    await profile.selectOption('Teacher');
    await name.fill('rempla');
    await expect(rows).toHaveText([/REMPLAÇANT Paul/]);
    await name.fill('');
    const byName = section.getByRole('columnheader', { name: 'Personne' });
    await byName.getByRole('button').focus();
    await page.keyboard.press('Enter');
    await expect(byName).toHaveAttribute('aria-sort', 'ascending');
    const names = await rows.locator('.subject').allInnerTexts();
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'fr', { sensitivity: 'base' })));
    await name.fill('lambert');
    await rows.getByRole('button', { name: /^Ouvrir LAMBERT Zoé/ }).press('Enter');
    await expect(detailOf(page).name).toContainText('LAMBERT Zoé');
    await expect(cardOf(page)).toContainText('à détacher');
  });

  test('CSV : le choix des noms se refait à chaque fois', async ({ page }) => {
    await controlPeople(page);
    const { unfold, section, csv } = peopleOf(page);
    await unfold();
    const export_ = async (choice: string) => {
      await expect(csv).toBeDisabled();
      await section.getByLabel(choice).check();
      const [file] = await Promise.all([page.waitForEvent('download'), csv.click()]);
      expect(file.suggestedFilename()).toMatch(/^vigie-personnes-0599101X-\d{4}-\d\d-\d\d\.csv$/);
      return readFileSync(await file.path(), 'utf8');
    };
    const named = await export_('avec les noms');
    expect(named.startsWith('\ufeffPersonne;Profil;Verdict;')).toBe(true);
    expect(named).toContain('\r\nLAMBERT Zoé;Enseignant;à détacher;');
    const unnamed = await export_('sans les noms');
    expect(unnamed).toContain('\r\nPersonne 1;Enseignant;à détacher;');
    expect(unnamed).not.toMatch(/LAMBERT|REMPLAÇANT|Zoé/);
    expect(unnamed.split('\r\n')).toHaveLength(named.split('\r\n').length);
  });

  test('impression : une page à part, sans rien qui s’exécute', async ({ page }) => {
    await controlPeople(page);
    const { unfold, section, print } = peopleOf(page);
    await unfold();
    await section.getByLabel('avec les noms').check();
    const [sheet] = await Promise.all([page.waitForEvent('popup'), print.click()]);
    await expect(sheet.locator('h1')).toContainText('Ecole Les Papillons');
    await expect(sheet.locator('tbody tr').first()).toContainText('à détacher');
    await expect(sheet.locator('script')).toHaveCount(0);
    await sheet.close();
  });
});

test.describe('d’une personne à la suivante', () => {
  test('la progression ne compte que ce qui est décidé, et survit au rechargement sans nom gardé', async ({
    page,
    session,
  }) => {
    await controlPeople(page);
    const { next, progress } = peopleOf(page);
    await expect(progress).toContainText(/0 sur \d+/);
    const total = Number(/sur (\d+)/.exec(await progress.innerText())?.[1]);
    const seen: string[] = [];
    const goOn = async (click: () => Promise<void>) => {
      const before = await detailOf(page)
        .name.innerText({ timeout: 500 })
        .catch(() => '');
      await click();
      await expect(detailOf(page).name).not.toHaveText(before || '?');
      await expect(cardOf(page).locator('.verdict')).toHaveText(/à détacher/);
      seen.push(await detailOf(page).name.innerText());
    };
    // Opening somebody is not having dealt with them.
    for (let turn = 1; turn <= 3; turn++) {
      await goOn(() => next.click());
      await expect(progress).toContainText(`0 sur ${total}`);
    }
    expect(new Set(seen).size).toBe(3);
    await decisionOf(page).getByRole('button', { name: 'À garder' }).click();
    await expect(cardOf(page)).toContainText(/à garder\s*Décidé le /);
    await expect(progress).toContainText(`1 sur ${total} traitées`);
    await goOn(() => next.click());
    await goOn(() => decisionOf(page).getByRole('button', { name: 'Passer', exact: true }).click());
    await expect(progress).toContainText(`1 sur ${total} traitées`);
    await expect(progress).toContainText('Reprendre la passée');
    await unfoldStructures(page);
    await detailOf(page).cross().click();
    await expect(cardOf(page)).toContainText('Déjà retirée de cet établissement');
    await expect(progress).toContainText(`2 sur ${total} traitées`);

    await page.reload();
    await overlayOf(page).badge.click();
    await overlayOf(page).control.click();
    await expect(progress).toContainText(`2 sur ${total} traitées`);
    const [first = '', second = ''] = seen;
    await next.click();
    await expect(detailOf(page).name).toHaveText(first);
    await next.click();
    await expect(detailOf(page).name).toHaveText(second);
    await next.click();
    // The third is kept, the fourth was passed over and the fifth is gone.
    await expect(detailOf(page).name).not.toHaveText(second);
    expect(seen).not.toContain(await detailOf(page).name.innerText());
    await progress.getByRole('button', { name: 'Reprendre la passée' }).click();
    await expect(progress).toContainText(`2 sur ${total} traitées`);

    const { people = [] } = await recordsKept(session.worker);
    const stored = people as { person: string; said: string }[];
    expect(stored.map(({ said }) => said).sort()).toEqual(['kept', 'treated']);
    for (const { person } of stored) expect(person).toMatch(/^[0-9a-f]{64}$/);
    const link = new URL(page.url()).pathname.split('/').at(-2) ?? '?';
    expect(JSON.stringify(stored)).not.toContain(link);
    await forgetPeople(session);
  });

  test('au clavier : de « Suivant » à « À garder » en deux touches, le tableau déplié', async ({ page }) => {
    await controlPeople(page);
    const { next, unfold, rows } = peopleOf(page);
    await unfold();
    await expect(rows.first()).toBeVisible();
    await next.focus();
    await page.keyboard.press('Enter');
    await expect(cardOf(page).locator('.verdict')).toBeVisible();
    await expect(next).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(decisionOf(page).getByRole('button', { name: 'À garder' })).toBeFocused();
  });

  test('un nouveau contrôle qui échoue laisse la suite, et l’heure du précédent', async ({ page, demo }) => {
    const { panel, control, alert } = await controlPeople(page);
    const { next, progress } = peopleOf(page);
    const before = await progress.innerText();
    demo.set({ sessionExpired: true });
    await control.click();
    await expect(alert).toContainText(/session a expiré/);
    await expect(panel).toContainText(/vient du contrôle précédent, à \d+\sh\s\d\d\./);
    await expect(progress).toHaveText(before, { useInnerText: true });
    demo.set({ sessionExpired: false });
    await next.click();
    await expect(cardOf(page).locator('.verdict')).toHaveText(/à détacher/);
    await control.click();
    await panel.getByText(/^Établissement contrôlé/).waitFor();
    await expect(alert).toHaveCount(0);
  });
});

test('« Suivant à traiter » pressé deux fois de suite mène deux personnes plus loin', async ({ page }) => {
  await controlPeople(page);
  const { next } = peopleOf(page);
  const names: string[] = [];
  for (let turn = 1; turn <= 3; turn++) {
    await next.click();
    await expect(detailOf(page).name).not.toHaveText(names.at(-1) ?? '');
    names.push((await detailOf(page).name.innerText()).trim());
    await expect(cardOf(page).getByRole('heading')).toContainText(names.at(-1) ?? '?');
  }
  await controlPeople(page);
  await next.click();
  await expect(cardOf(page).getByRole('heading')).toContainText(names[0] ?? '?');
  await next.evaluate((button: HTMLElement) => {
    button.click();
    button.click();
  });
  await expect(detailOf(page).name).toContainText(names[2] ?? '?');
});

/** True when a click in the middle of it is the page's. */
function isUncovered(target: Locator): Promise<boolean> {
  return target.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const at = document.elementFromPoint(left + width / 2, top + height / 2);
    return at !== null && element.contains(at);
  });
}

test.describe('la place qu’il faut', () => {
  for (const [width, height] of [
    [1366, 768],
    [1280, 800],
    [360, 640],
  ] as const) {
    test(`${width} × ${height} : décider sans défiler, et des lignes à lire`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await controlPeople(page);
      const { next, unfold, section, rows, verdict } = peopleOf(page);
      await unfold();
      await section.locator('table').evaluate((table) => table.scrollIntoView({ block: 'start' }));
      await rows.nth(3).hover();
      // A scroll may stop between two pixels.
      await expect(section.getByRole('columnheader', { name: 'Personne' })).toBeInViewport({ ratio: 0.95 });
      await expect(rows.nth(3)).toBeInViewport({ ratio: 0.95 });
      await verdict.selectOption({ label: 'à purger' });
      await next.click();
      const keep = decisionOf(page).getByRole('button', { name: 'À garder' });
      await expect(keep).toBeInViewport({ ratio: 1 });
      if (width < 1000) return;
      // What the card asks to press on the person's own screen is not under the panel.
      expect(await isUncovered(detailOf(page).removal)).toBe(true);
    });
  }

  test('une fois la personne retirée, sa fiche se lit de haut en bas', async ({ page }) => {
    await controlPeople(page);
    await peopleOf(page).next.click();
    await unfoldStructures(page);
    await detailOf(page).cross().click();
    await expect(cardOf(page)).toContainText('Déjà retirée de cet établissement');
    const lefts = await cardOf(page).evaluate((card) => [
      ...new Set([...card.children].map((one) => Math.round(one.getBoundingClientRect().left))),
    ]);
    expect(lefts).toHaveLength(1);
  });
});
