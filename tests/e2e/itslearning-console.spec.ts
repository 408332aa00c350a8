import { expect, type Frame, type FrameLocator, type Page } from '@playwright/test';
import { startingYear } from '../demo/edifice/calendar';
import { type ConsoleScreen, plantedLines } from '../demo/itslearning/console-manifest';
import { GONE, GONE_BEHIND } from '../demo/itslearning/console-model';
import { exportedFile } from '../demo/itslearning/manifest';
import { inventSchool } from '../demo/itslearning/school';
import { SKINS } from '../demo/itslearning/skins';
import type { Demo } from '../demo/server';
import { DEMO_DAY } from './console';
import { expectNothingCovered } from './covered';
import { demoTest } from './demo-session';
import { recordsKept } from './kept';

const YEAR = startingYear(DEMO_DAY) - (DEMO_DAY.slice(5, 7) >= '08' ? 1 : 0);
const SCHOOL = inventSchool('college', YEAR);
const EXPORTS = (['Parent', 'Teacher', 'Personal'] as const).map((profile) => {
  const { name, bytes } = exportedFile('college', profile, YEAR);
  return { name, mimeType: 'text/csv', buffer: Buffer.from(bytes) };
});

const test = demoTest({
  patterns: ['https://*.itslearning.com/*', 'https://*.itslfr-aws.com/*'],
  date: DEMO_DAY,
});

/** Opens an entry of the menu « Administration » as a person does, in the named frame of the shell. */
async function open(page: Page, skin: string, entry: string): Promise<FrameLocator> {
  await page.goto(`https://college-demo.itslearning.com/?skin=${skin}`);
  const screen = page.frameLocator('iframe[name=mainmenu]');
  await screen.getByRole('link', { name: entry, exact: true }).click();
  return screen;
}

function partsOf(frame: FrameLocator | Frame) {
  const root = frame.locator('vigie-ent');
  const panel = root.getByRole('region', { name: 'Vigie ENT' });
  return {
    badge: root.locator('.badge'),
    panel,
    hold: root.getByRole('alertdialog'),
    reference: panel.getByLabel(/^Export de référence/),
    findings: root.locator('.finding'),
    finding: (rule: string) => panel.locator(`[data-rule="${rule}"]`),
  };
}

/** « rule subject », for every place of every finding of the panel. */
function found(parts: ReturnType<typeof partsOf>): Promise<string[]> {
  return parts.findings.evaluateAll((cards) =>
    cards
      .flatMap((card) =>
        [...card.querySelectorAll('.places .subject')].map(
          (subject) => `${card.getAttribute('data-rule')} ${subject.textContent}`,
        ),
      )
      .sort(),
  );
}

function planted(screen: ConsoleScreen): string[] {
  return plantedLines(SCHOOL, DEMO_DAY)
    .filter((one) => one.screen === screen && one.expected !== 'none')
    .map(({ rule, subject }) => `${rule} ${subject}`)
    .sort();
}

/** The button of that name, whichever element it is and wherever it has its name. */
const button = (name: string) =>
  [
    `:text-is("${name}")`,
    `:has(> span:text-is("${name}"))`,
    ...['value', 'title', 'aria-label'].map((attribute) => `[${attribute}="${name}"]`),
  ]
    .map((one) => `:is(a, button, input)${one}`)
    .join(', ');

/** The frame of the shell that the screens are in. */
function shellFrame(page: Page): Frame {
  const frame = page.frames().find((one) => one.name() === 'mainmenu');
  if (!frame) throw new Error('No screen.');
  return frame;
}

const posts = (demo: Demo) => demo.requests().filter(({ method }) => method === 'POST');

for (const skin of SKINS) {
  test(`${skin} : les cours, et ce que « Supprimer » toucherait sans le montrer`, async ({ page, demo }) => {
    const screen = await open(page, skin, 'Cours');
    const parts = partsOf(screen);
    await parts.badge.click();
    await expect(parts.panel).toContainText('15 cours lus sur 139');
    await expect.poll(() => found(parts)).toEqual(planted('cours'));
    await screen
      .getByRole('link', { name: /^Imprimer/ })
      .last()
      .scrollIntoViewIfNeeded();
    await expectNothingCovered(shellFrame(page));

    await screen.locator('input[name=every]').check();
    await expect(parts.finding('courses-out-of-sight')).toContainText('139 cours seraient touchés');
    const remove = screen.locator(button('Supprimer'));
    await remove.click();
    await expect(parts.hold).toContainText('Supprimer les cours');
    await expect(parts.hold).toContainText(/139 cours seraient touchés, 15 sont à l’écran/);
    await parts.hold.getByRole('button', { name: 'Annuler' }).click();
    expect(posts(demo)).toEqual([]);

    // The panel may lie over the box.
    await parts.badge.press('Enter');
    await screen.locator('input[name=every]').uncheck();
    await parts.badge.press('Enter');
    await expect(parts.finding('courses-out-of-sight')).toHaveCount(0);
    await parts.badge.press('Enter');
    await remove.click();
    await expect(parts.hold).toHaveCount(0);
  });

  test(`${skin} : les stratégies, sans liste puis avec`, async ({ page }) => {
    const screen = await open(page, skin, 'Stratégies');
    const parts = partsOf(screen);
    await parts.badge.click();
    await expect(parts.finding('unchecked-strategy')).toContainText('Aucune liste de qui est là');
    await expect(parts.finding('orphan-strategy')).toHaveCount(0);
    await parts.reference.setInputFiles(EXPORTS);
    await expect.poll(() => found(parts)).toEqual(planted('strategies'));
    await expectNothingCovered(shellFrame(page));
    await expect(parts.panel).toContainText(
      /: 4 présentes\s; 1 absente de la liste, à vérifier\s; 1 homonyme\./,
    );
    await expect(parts.finding('orphan-strategy')).toContainText('à vérifier');
    await expect(parts.finding('orphan-strategy')).toContainText('Les sources se contredisent');
    await expect(parts.finding('orphan-strategy')).not.toContainText(/parti(?!culi)/);

    // The panel may lie over the column.
    await parts.badge.press('Enter');
    // The chooser is a frame inside the frame: it reads for itself, against the list given in this tab.
    await screen.getByRole('link', { name: 'Bérénice' }).click();
    const chooser = partsOf(screen.frameLocator('iframe[name=chooser]'));
    await chooser.badge.press('Enter');
    await expect(chooser.finding('orphan-strategy').locator('.subject')).toHaveText([GONE]);
  });

  test(`${skin} : la hiérarchie, et la retenue sur ce que tient l’intégration`, async ({ page }) => {
    const screen = await open(page, skin, 'Hiérarchie');
    const parts = partsOf(screen);
    await parts.badge.click();
    await expect(parts.panel).toContainText('nœuds affichés');
    await expect.poll(() => found(parts)).toEqual(planted('hierarchie'));
    await expectNothingCovered(shellFrame(page));

    const tool = (name: string) =>
      screen.locator('li, [role=treeitem]', { hasText: name }).last().locator(button('Supprimer')).first();
    await tool('Personnels').dispatchEvent('click');
    await expect(parts.hold).toContainText('tenue par l’intégration');
    await parts.hold.getByRole('button', { name: 'Annuler' }).click();
    await tool('Décors').dispatchEvent('click');
    await expect(parts.hold).toHaveCount(0);
  });

  test(`${skin} : déplacer ce que tient l’intégration, ou y déposer`, async ({ page, demo }) => {
    const screen = await open(page, skin, 'Hiérarchie');
    const parts = partsOf(screen);
    await expect(parts.badge).toBeVisible();
    const named = (name: string) =>
      screen
        .locator('li, [role=treeitem]', { hasText: name })
        .last()
        .locator('a, span')
        .filter({ hasText: name })
        .first();
    // Moved by the browser's own means, or by the page that follows the pointer.
    const isOfBrowser = skin === 'listing' || skin === 'responsive';
    const drag = async (from: string, to: string) => {
      const [start, end] = [await named(from).boundingBox(), await named(to).boundingBox()];
      if (!start || !end) throw new Error('Nothing to drag.');
      await page.mouse.move(start.x + 5, start.y + 5);
      await page.mouse.down();
      await page.mouse.move(start.x + 20, start.y + 12, { steps: 4 });
      await page.mouse.move(end.x + 6, end.y + 6, { steps: 6 });
      if (!isOfBrowser && to === 'Personnels')
        await expect(screen.locator('vigie-ent .status.said')).toContainText('Ne lâchez rien');
      await page.mouse.up();
    };
    const moved = () => posts(demo).filter(({ path }) => path.includes('deplacer')).length;
    await drag('Personnels', 'Décors');
    await expect(parts.hold).toContainText('geste retenu');
    await expect(parts.hold).toContainText('tenue par l’intégration');
    expect(moved()).toBe(0);
    await parts.hold.getByRole('button', { name: 'Annuler' }).click();

    await drag('Décors', 'Personnels');
    if (isOfBrowser) {
      await expect(parts.hold).toContainText('geste retenu');
      expect(moved()).toBe(0);
      await parts.hold.getByRole('button', { name: 'Annuler' }).click();
    }
    // What follows the pointer was only warned about, and the console says so in its own time.
    const before = isOfBrowser ? 0 : 1;
    await expect.poll(moved).toBe(before);
    await drag('Décors', 'Conseil de vie');
    await expect(parts.hold).toHaveCount(0);
    await expect.poll(moved).toBe(before + 1);
  });
}

for (const skin of SKINS) {
  test(`${skin} : l’inscription de contrôle est rappelée d’écran en écran, jusqu’à la désinscription`, async ({
    page,
  }) => {
    const reminder = async (entry: string) => {
      const screen = await open(page, skin, entry);
      const parts = partsOf(screen);
      await parts.badge.press('Enter');
      return { screen, parts, finding: parts.finding('forgotten-self-enrolment') };
    };
    const rowIn = (screen: FrameLocator) =>
      screen.locator('tr, .gridrow', { hasText: 'LCA LATIN - 3BDLATIN/4' });
    const { screen, parts, finding } = await reminder('Cours');
    await expect(parts.panel).toContainText('15 cours lus');
    await expect(finding).toHaveCount(0);
    await parts.badge.press('Enter');
    await rowIn(screen).locator(button('Inscription')).click();
    await parts.badge.press('Enter');
    await expect(finding).toContainText('LCA LATIN - 3BDLATIN/4DLATIN');
    await expect((await reminder('Hiérarchie')).finding).toContainText('aujourd’hui');

    const again = await reminder('Cours');
    await expect(again.finding).toContainText('LCA LATIN - 3BDLATIN/4DLATIN');
    await again.parts.badge.press('Enter');
    await rowIn(again.screen).locator('input[type=checkbox]').check();
    await again.screen.locator(button('Désinscription')).click();
    const left = await reminder('Hiérarchie');
    await expect(left.parts.panel).toContainText('nœuds affichés');
    await expect(left.finding).toHaveCount(0);
  });
}

test('l’export conservé sur ce poste sert de liste, sans qu’on le redonne', async ({ page, session }) => {
  const { extensionId } = session;
  const keep = async (files: readonly { name: string; buffer: Buffer }[]) => {
    await page.goto(`chrome-extension://${extensionId}/workshop.html`);
    await page.getByRole('heading').first().waitFor();
    await page.evaluate(
      async ({ given, keptOn }) => {
        const done = <T>(asking: IDBRequest<T>) =>
          new Promise<T>((resolve, reject) => {
            asking.onsuccess = () => resolve(asking.result);
            asking.onerror = () => reject(asking.error);
          });
        const db = await done(indexedDB.open('vigie'));
        const store = db.transaction('files', 'readwrite').objectStore('files');
        const kept = given.map(({ name, bytes }) => ({ name, bytes: new Uint8Array(bytes) }));
        if (kept.length === 0) await done(store.delete('reference'));
        else await done(store.put({ id: 'reference', files: kept, keptOn, until: '9999-12-31' }));
        db.close();
      },
      { given: files.map(({ name, buffer }) => ({ name, bytes: [...buffer] })), keptOn: DEMO_DAY },
    );
  };
  await keep(EXPORTS);
  const parts = partsOf(await open(page, 'ngtable', 'Stratégies'));
  await parts.badge.click();
  await expect.poll(() => found(parts)).toEqual(planted('strategies'));
  await expect(parts.panel).toContainText('conservé sur ce poste depuis le');
  await keep([]);
});

test('deux établissements à l’écran : rien n’est conclu de personne, et la marche à suivre est dite', async ({
  page,
}) => {
  await page.goto('https://lycee-demo.itslearning.com/?skin=responsive');
  const screen = page.frameLocator('iframe[name=mainmenu]');
  await screen.getByRole('link', { name: 'Stratégies', exact: true }).click();
  const parts = partsOf(screen);
  await parts.badge.click();
  await parts.reference.setInputFiles(EXPORTS);
  await expect(parts.panel).toContainText('2 indéterminées');
  await expect(parts.finding('orphan-strategy')).toHaveCount(0);
  await expect(parts.finding('unchecked-strategy')).toContainText('Choisissez-y un seul établissement');
});

test('sans export : les comptes feuilletés dans l’ENT servent de liste, et les stratégies ouvertes sont lues', async ({
  page,
}) => {
  const screen = await open(page, 'ccl', "Droits des utilisateurs et droits d'accès");
  const parts = partsOf(screen);
  await screen.getByLabel('Profil').selectOption('Enseignants');
  await screen.getByRole('button', { name: 'Rechercher' }).click();
  await parts.badge.click();
  await expect(parts.panel).toContainText('25 comptes lus sur 44');
  await expect(parts.panel).toContainText('parcourez les autres pages');
  await screen.getByRole('link', { name: '›' }).click();
  await expect(screen.locator('.ccl-pager')).toContainText('26–44');
  await parts.badge.click();
  await expect(parts.panel).toContainText('44 comptes lus sur 44');

  await page
    .frameLocator('iframe[name=mainmenu]')
    .owner()
    .evaluate((frame: HTMLIFrameElement) => {
      frame.src = '/ecran.aspx?page=strategies&skin=ccl';
    });
  await parts.badge.click();
  await expect(parts.panel).toContainText('44 comptes lus dans');
  await expect(parts.finding('orphan-strategy').locator('.subject')).toHaveText([GONE]);
  // Somebody of whom no profile is told may be in a list that was not read.
  await expect(parts.finding('unchecked-strategy')).toContainText(
    'ne contient pas les personnels ni les élèves',
  );

  await expect(parts.finding('unchecked-strategy')).toContainText('Messagerie restreinte');
  await parts.badge.press('Enter');
  await screen.getByRole('link', { name: '3 utilisateurs' }).click();
  const chooser = partsOf(screen.frameLocator('iframe[name=chooser]'));
  await expect(chooser.badge).toBeVisible();
  await chooser.badge.press('Enter');
  await expect(chooser.panel).toContainText('3 utilisateurs individuels lus');
  // Back to the list: what was opened is known there.
  await screen.locator('h1').click();
  await parts.badge.press('Enter');
  await expect(parts.finding('unchecked-strategy')).not.toContainText('Messagerie restreinte');
  await expect(parts.panel).toContainText('9 utilisateurs individuels lus');
  // Who only stood behind the number is told at the row that the number is in.
  const orphans = parts.finding('orphan-strategy');
  await expect(orphans.locator('.subject')).toHaveText([GONE, GONE_BEHIND]);
  const see = orphans.getByRole('button', { name: `Voir ${GONE_BEHIND} dans la page` });
  await see.click();
  const row = screen.locator('tr', { hasText: 'Messagerie restreinte' });
  const [mark, line] = [await screen.locator('vigie-ent .mark.shown').boundingBox(), await row.boundingBox()];
  expect(mark?.y).toBeCloseTo(line?.y ?? 0, 0);
});

test('un écran qui ne nomme pas son établissement est de celui que l’en-tête du portail nomme, dès que son UAI est connu', async ({
  page,
  session,
}) => {
  const screen = await open(page, 'ccl', 'Hiérarchie');
  const parts = partsOf(screen);
  const title = parts.panel.getByRole('heading', { level: 2 });
  await parts.badge.click();
  // Names are not unique: of a school never seen, the header's leaves its UAI to be asked, in one line.
  const uai = parts.panel.getByLabel('Collège Rosa-Bonheur, UAI');
  const asked = parts.panel.locator('.school-line');
  await expect(uai).toBeVisible();
  await expect(title).toHaveText('Vigie ENT');
  expect((await asked.boundingBox())?.height).toBeLessThan(80);
  await uai.fill('12');
  await uai.press('Enter');
  await expect(asked.getByRole('alert')).toContainText('sept chiffres et une lettre');
  await expect(uai).toHaveValue('12');

  const module = (await open(page, 'ccl', 'Suivi synchro')).frameLocator('iframe');
  await expect(partsOf(module).badge).toBeVisible();
  await page.locator('iframe[name=mainmenu]').evaluate((frame: HTMLIFrameElement) => {
    frame.src = '/ecran.aspx?page=hierarchie&skin=ccl';
  });
  await expect(screen.locator('h1')).toHaveText('Hiérarchie');
  await parts.badge.click();
  await expect(title).toHaveText('Collège Rosa-Bonheur');
  await expect(uai).toHaveCount(0);

  // Another tab has seen no such module: the header is enough from now on.
  const other = await session.context.newPage();
  const again = partsOf(await open(other, 'listing', 'Stratégies'));
  await again.badge.click();
  await expect(again.panel.getByRole('heading', { level: 2 })).toHaveText('Collège Rosa-Bonheur');
  await expect(again.panel.locator('.school-line')).toHaveCount(0);
  await other.close();
});

test('une console en anglais, du menu aux stratégies', async ({ page }) => {
  await page.goto('https://college-demo.itslearning.com/?skin=ccl&lang=en');
  const screen = page.frameLocator('iframe[name=mainmenu]');
  const parts = partsOf(screen);
  await screen.getByRole('link', { name: 'Policies', exact: true }).click();
  await expect(screen.getByRole('heading', { name: 'Policies' })).toBeVisible();
  await parts.badge.click();
  await expect(parts.panel).toContainText('peu de ces libellés sont attestés');
  await parts.reference.setInputFiles(EXPORTS);
  await expect.poll(() => found(parts)).toEqual(planted('strategies'));
  await screen.getByRole('link', { name: 'Back to Administration' }).click();
  await screen.getByRole('link', { name: 'Hierarchy', exact: true }).click();
  await expect(screen.getByRole('heading', { name: 'Hierarchy' })).toBeVisible();
  await parts.badge.click();
  await expect.poll(() => found(parts)).toEqual(planted('hierarchie'));
});

test('aucun nom ne reste : ni dans le stockage, ni après la fermeture de l’onglet', async ({
  page,
  session,
}) => {
  const screen = await open(page, 'ccl', 'Stratégies');
  const parts = partsOf(screen);
  await parts.badge.click();
  await parts.reference.setInputFiles(EXPORTS);
  await expect(parts.finding('orphan-strategy')).toHaveCount(1);
  const stores = await recordsKept(session.worker);
  const areas = await session.worker.evaluate(async () => {
    const area = (globalThis as unknown as { chrome: typeof chrome }).chrome.storage;
    return [await area.local.get(), await area.session.get()];
  });
  const kept = JSON.stringify([stores, areas]);
  expect(kept).not.toMatch(/VAUCLERC|Bérénice/);
  await page.close();
  const other = await session.context.newPage();
  const again = partsOf(await open(other, 'ccl', 'Stratégies'));
  await again.badge.click();
  await expect(again.finding('unchecked-strategy')).toContainText('Aucune liste de qui est là');
  await other.close();
});
