import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { test as base, expect, type FrameLocator, type Page } from '@playwright/test';
import { type Demo, startDemo } from '../demo/server';
import { inventSchool } from '../demo/skolengo/school';
import { activate, openBrowser } from '../tools/browser.mjs';
import { findChromium } from '../tools/set-up.mjs';

type Session = Awaited<ReturnType<typeof openBrowser>>;

const DAY = new Date().toISOString().slice(0, 10);
const HOST = 'college-demo.ent.auvergnerhonealpes.fr';
const address = (screen: string, skin = 'plain') => `https://${HOST}/sg.do?ecran=${screen}&skin=${skin}`;
const UNKNOWN = address('comptes-locaux');
const { accounts } = inventSchool(DAY);
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A browser of its own for each test: nothing is taught yet. */
const test = base.extend<{ session: Session; page: Page }, { demo: Demo }>({
  demo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern itself to know what a fixture needs.
    async ({}, use) => {
      const demo = await startDemo({ date: DAY });
      await use(demo);
      await demo.close();
    },
    { scope: 'worker' },
  ],
  session: async ({ demo }, use) => {
    const session = await openBrowser({
      chromium: process.env.VIGIE_CHROMIUM ?? (await findChromium()),
      extension: resolve('.output/chrome-mv3'),
      ports: demo,
      headless: true,
    });
    await activate(session, 'https://*.ent.auvergnerhonealpes.fr/*');
    await use(session);
    await session.close();
  },
  page: async ({ session }, use) => {
    const page = await session.context.newPage();
    await use(page);
  },
});

/** From the popup, which stands in a tab of its own here. */
async function ask({ context, extensionId }: Session, page: Page, name: string): Promise<void> {
  const popup = await context.newPage();
  await popup.goto(`chrome-extension://${extensionId}/popup.html`);
  await popup.getByRole('button', { name }).click();
  await expect(popup.getByRole('heading', { name: /^Cette page n’est pas reconnue/ })).toBeVisible();
  await popup.close();
  await page.bringToFront();
}

const dialog = (place: Page | FrameLocator, name: string) =>
  place.locator('vigie-teach').getByRole('dialog', { name });

/** Says what the demonstration's unknown page holds, its thing being chosen. */
async function explain(draft: ReturnType<typeof dialog>): Promise<void> {
  await draft.getByLabel(/^Que montre cette liste/).selectOption({ label: 'comptes créés manuellement' });
  await draft.getByLabel(/^«.Intéressé.»/).selectOption('name');
  await draft.getByLabel(/^«.Validité du compte.»/).selectOption('lifetime');
  await draft.getByLabel(/^«.Retiré en juillet.»/).selectOption('year');
  await draft.getByLabel(/^«.Conservé.»/).selectOption('lasting');
}

function overlayIn(place: Page | FrameLocator) {
  const root = place.locator('vigie-ent');
  const panel = root.getByRole('region', { name: 'Vigie ENT' });
  return { root, panel, badge: root.locator('.badge'), marks: root.locator('.mark') };
}

async function expectFound(page: Page): Promise<void> {
  const { badge, panel, marks } = overlayIn(page);
  await badge.click();
  await expect(panel.locator('[data-rule="expiring-account"] .subject')).toHaveText([
    'ROCHEBRUNE Agathe',
    'MONTVALLON Sévan',
  ]);
  await expect(panel.locator('.finding')).toHaveCount(1);
  await expect(marks).toHaveCount(2);
}

test('une page inconnue est apprise, contrôlée, gardée, exportée, retirée, importée', async ({
  page,
  session,
}) => {
  const received = await (await page.goto(UNKNOWN))?.text();
  await page.evaluate(() => {
    Object.assign(window, { heard: [] });
    const hear = (event: Event) => void (window as unknown as { heard: string[] }).heard.push(event.type);
    for (const type of ['click', 'mousedown', 'pointerdown', 'submit'])
      document.addEventListener(type, hear, { capture: true });
  });
  const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  await ask(session, page, 'Apprendre cette page');
  const pointing = dialog(page, 'Apprendre cette page');
  await expect(pointing.getByRole('button', { name: /^Liste.: Intéressé, Qualité/ })).toBeVisible();
  await page.getByRole('button', { name: 'Chercher' }).hover();
  await expect(pointing.locator('.lit')).toContainText('Formulaire');
  await page.getByRole('cell', { name: 'VALCOMBE Idris' }).click();
  expect(await heard()).toEqual([]);

  const draft = dialog(page, 'Apprendre cette page');
  await expect(draft.getByRole('button', { name: 'Enregistrer' })).toBeDisabled();
  await explain(draft);
  await expect(draft.getByRole('status')).toContainText(
    '3 lignes lues (comptes créés manuellement), 1 valeur non reconnue',
  );
  await expect(draft.getByRole('row')).toHaveText([
    /nom de la personne/,
    /ROCHEBRUNE Agathe.*limité/,
    /VALCOMBE Idris.*pérenne/,
    /MONTVALLON Sévan.*indéterminé/,
  ]);
  // The person may use the page again while the columns are told.
  await page.getByRole('heading', { name: 'Annuaire local' }).click();
  expect(await heard()).toContain('click');
  await draft.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(dialog(page, 'Page apprise')).toContainText('dès à présent');
  await dialog(page, 'Page apprise').getByRole('button', { name: 'Fermer' }).last().click();
  await expect(page.locator('vigie-teach')).toHaveCount(0);
  await expectFound(page);
  const [before, after] = await page.evaluate(
    (html) => [new DOMParser().parseFromString(html, 'text/html').body.outerHTML, document.body.outerHTML],
    received ?? '',
  );
  expect(after).toBe(before);

  await page.reload();
  await expectFound(page);

  // What was read of it is in the school's fiche, in numbers.
  const workshop = await session.context.newPage();
  await workshop.goto(`chrome-extension://${session.extensionId}/workshop.html#ecoles`);
  await expect(workshop.getByRole('row').filter({ hasText: 'COLLEGE MARGUERITE-VIDAL' })).toContainText(
    'Critique',
  );
  await workshop.goto(`chrome-extension://${session.extensionId}/workshop.html#pages`);
  const table = workshop.getByRole('table', { name: 'Pages apprises sur ce poste' });
  await expect(table.getByRole('row')).toHaveCount(2);
  await expect(table).toContainText('Annuaire local');
  const [download] = await Promise.all([
    workshop.waitForEvent('download'),
    table.getByRole('button', { name: /^Exporter/ }).click(),
  ]);
  const json = readFileSync(await download.path(), 'utf8');
  expect(download.suggestedFilename()).toBe('vigie-page-annuaire-local.json');
  expect(JSON.parse(json)).toMatchObject({ version: 1, fact: 'createdAccounts', names: ['Annuaire local'] });
  for (const { name, profile } of accounts) {
    expect(json).not.toContain(name);
    expect(json).not.toContain(profile);
  }
  await table.getByRole('button', { name: /^Renommer/ }).click();
  await expect(workshop.getByLabel(/^Nouveau nom/)).toBeFocused();
  await workshop.keyboard.type('Comptes du collège');
  await workshop.setViewportSize({ width: 320, height: 700 });
  expect(await workshop.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await workshop.setViewportSize({ width: 1280, height: 800 });
  await workshop.keyboard.press('Enter');
  await expect(table.getByRole('rowheader', { name: '« Comptes du collège »' })).toBeVisible();
  await page.reload();
  await expectFound(page);
  await expect(overlayIn(page).panel).toContainText('Comptes du collège');
  await table.getByRole('button', { name: /^Retirer/ }).click();
  await expect(workshop.getByText('Aucune page n’a été apprise sur ce poste.')).toBeVisible();
  await page.reload();
  await page.getByRole('heading', { name: 'Annuaire local' }).waitFor();
  await page.goto(address('comptes'));
  await expect(overlayIn(page).badge).toBeVisible();
  await page.goto(UNKNOWN);
  await page.waitForLoadState('networkidle');
  await expect(overlayIn(page).root).toHaveCount(0);

  await workshop.getByLabel('Sur quel ENT').selectOption(HOST);
  const hostile = JSON.stringify({ ...JSON.parse(json), title: '<img src=x onerror=alert(1)>' });
  const give = (text: string) =>
    workshop
      .getByLabel('Fichier d’une page apprise')
      .setInputFiles({ name: 'page.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await give(hostile);
  await expect(workshop.getByRole('alert')).toContainText('ressemble à du code');
  await give(json);
  await expect(table).toContainText('Annuaire local');
  await page.reload();
  await expectFound(page);

  // A page that looks alike: the same title over other columns.
  const other = received?.replace('Intéressé', 'Livre').replace('Validité du compte', 'Retour');
  await page.route('**/sg.do*', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: other?.replace('<title>Annuaire local', '<title>Livres') ?? '',
    }),
  );
  await page.reload();
  await page.waitForLoadState('networkidle');
  await expect(overlayIn(page).root).toHaveCount(0);
});

/** A page that no family's demonstration has: somebody wrote it here. */
const listOf = (title: string, ...rows: readonly (readonly string[])[]) => {
  const [heads = [], ...others] = rows.map((row, at) =>
    row.map((cell) => (at === 0 ? `<th>${cell}` : `<td>${cell}`)),
  );
  const body = [heads, ...others].map((cells) => `<tr>${cells.join('')}`).join('');
  return `<!doctype html><html lang="fr"><title>${title}</title><h1>${title}</h1><table>${body}</table></html>`;
};

for (const { family, site, url, html, fact, columns, finds } of [
  {
    family: 'Edifice',
    site: 'https://*.enthdf.fr/*',
    url: 'https://enthdf.fr/admin/outil',
    html: listOf(
      'Ensembles',
      ['Désignation', 'Né le'],
      ['Chorale 2019-2020', '12/09/2019'],
      ['Échecs 2088-2089', ''],
    ),
    fact: 'groupes manuels',
    columns: [[/^«.Désignation.»/, 'name']],
    finds: ['past-year-group', 'Chorale 2019-2020'],
  },
  {
    family: 'itslearning',
    site: 'https://*.itslearning.com/*',
    url: 'https://college.itslearning.com/outil.aspx',
    html: listOf(
      'Espaces',
      ['Intitulé', 'Créé par', 'Participants', 'Créé le', 'En service'],
      ['TECHNO - 4 B', 'Intégration', '27', '27/09/2019', 'Ouvert'],
      ['Club échecs', 'VALCOMBE Idris', '12', '27/09/2088', 'Ouvert'],
    ),
    fact: 'cours',
    columns: [
      [/^«.En service.»/, 'state'],
      [/^«.Ouvert.»/, 'active'],
    ],
    finds: ['unarchived-course', 'TECHNO - 4 B'],
  },
] as const)
  test(`une page apprise sur ${family} est contrôlée comme une autre`, async ({ page, session }) => {
    await activate(session, site);
    await page.route(url, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
    await page.goto(url);
    // As the popup does; here it stands in a tab of its own and cannot see this one.
    await session.worker.evaluate(async (of) => {
      const [tab] = await chrome.tabs.query({ url: of });
      const target = { tabId: tab?.id as number, allFrames: true };
      await chrome.scripting.executeScript({ target, files: ['/content-scripts/learn.js'] });
    }, url);
    await page.getByRole('cell').first().click();
    const draft = dialog(page, 'Apprendre cette page');
    await draft.getByLabel(/^Que montre cette liste/).selectOption({ label: fact });
    for (const [label, value] of columns) await draft.getByLabel(label).selectOption(value);
    await draft.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(dialog(page, 'Page apprise')).toContainText('dès à présent');
    await page.keyboard.press('Escape');
    await expect(page.locator('vigie-teach')).toHaveCount(0);
    for (const again of [false, true]) {
      if (again) await page.reload();
      const { badge, panel } = overlayIn(page);
      await badge.click();
      await expect(panel.locator(`[data-rule="${finds[0]}"] .subject`)).toHaveText([finds[1]]);
    }
  });

test('au clavier seul, d’un bout à l’autre', async ({ page, session }) => {
  await page.goto(UNKNOWN);
  await ask(session, page, 'Apprendre cette page');
  const window = dialog(page, 'Apprendre cette page');
  await expect(window.getByRole('button', { name: /^Formulaire/ })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(window.getByRole('button', { name: /^Liste/ })).toBeFocused();
  await expect(page.locator('vigie-teach .target')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(window.getByRole('heading', { name: 'Apprendre cette page' })).toBeFocused();
  const type = async (label: RegExp, start: string) => {
    await expect(async () => {
      await page.keyboard.press('Tab');
      await expect(window.getByLabel(label)).toBeFocused({ timeout: 100 });
    }).toPass();
    await page.keyboard.type(start);
  };
  await type(/^Que montre/, 'comptes');
  await type(/^«.Intéressé.»/, 'nom');
  await type(/^«.Validité du compte.»/, 'durée');
  await type(/^«.Retiré en juillet.»/, 'limité');
  await page.keyboard.press('Enter');
  await type(/^Nom de la page/, '');
  await page.keyboard.type('Comptes du collège');
  await page.keyboard.press('Enter');
  await expect(dialog(page, 'Page apprise')).toContainText('« Comptes du collège »');
  await page.keyboard.press('Escape');
  await expect(page.locator('vigie-teach')).toHaveCount(0);
  await expect(overlayIn(page).badge).toBeVisible();
});

test('Échap quitte sans rien laisser, et rend ses clics à la page', async ({ page, session }) => {
  await page.goto(UNKNOWN);
  await ask(session, page, 'Apprendre cette page');
  await expect(dialog(page, 'Apprendre cette page')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('vigie-teach')).toHaveCount(0);
  await page.getByRole('link', { name: 'Accueil' }).click();
  await expect(page).toHaveURL(/ecran=accueil/);
});

test('dans un cadre : la fenêtre s’ouvre là où il y a de quoi lire', async ({ page, session }) => {
  const inner = await (await page.goto(UNKNOWN))?.text();
  await page.route('**/sg.do?ecran=cadre*', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><title>Outils</title><h1>Outils</h1><iframe title="Outil" style="width:1000px;height:700px" src="${UNKNOWN}"></iframe>`,
    }),
  );
  expect(inner).toContain('Annuaire local');
  await page.goto(address('cadre'));
  await page.frameLocator('iframe').getByRole('heading', { name: 'Annuaire local' }).waitFor();
  await ask(session, page, 'Apprendre cette page');
  const frame = page.frameLocator('iframe');
  await expect(dialog(frame, 'Apprendre cette page')).toBeVisible();
  await expect(dialog(page, 'Apprendre cette page')).toHaveCount(0);
  await frame.getByRole('cell', { name: 'VALCOMBE Idris' }).click();
  await explain(dialog(frame, 'Apprendre cette page'));
  await dialog(frame, 'Apprendre cette page').getByRole('button', { name: 'Enregistrer' }).click();
  await expect(dialog(frame, 'Page apprise')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('vigie-teach')).toHaveCount(0);
  await expect(overlayIn(frame).badge).toBeVisible();
});

test('depuis la surcouche, une page dont un mot a changé', async ({ page }) => {
  const received = await (await page.goto(address('groupes')))?.text();
  await page.route('**/sg.do*', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body:
        received
          ?.replaceAll('Durée de vie', 'Fin prévue')
          .replaceAll(/Limitée à l'année scolaire/g, 'Un an') ?? '',
    }),
  );
  await page.goto(address('groupes'));
  const { badge, panel } = overlayIn(page);
  await badge.click();
  await expect(panel.getByRole('alert')).toContainText('Page non reconnue');
  await panel.getByRole('button', { name: 'Apprendre cette page' }).click();
  await expect(panel).toHaveCount(0);
  await page.getByRole('cell', { name: 'Chorale' }).click();
  const draft = dialog(page, 'Apprendre cette page');
  await draft.getByLabel(/^Que montre/).selectOption({ label: 'groupes libres, créés à la main' });
  await expect(draft.getByLabel(/^«.Nom.»/)).toHaveValue('name');
  await draft.getByLabel(/^«.Fin prévue.»/).selectOption('lifetime');
  await draft.getByLabel(/^«.Un an.»/).selectOption('year');
  await draft.getByRole('button', { name: 'Enregistrer' }).click();
  await dialog(page, 'Page apprise').getByRole('button', { name: 'Fermer' }).last().click();
  await badge.click();
  await expect(panel.getByRole('alert')).toHaveCount(0);
  await expect(panel.locator('[data-rule="expiring-group"] .subject').first()).toHaveText('Chorale');
});

test('la capture ne garde aucun mot de la page, et se relit avant d’être enregistrée', async ({
  page,
  session,
}) => {
  await page.goto(UNKNOWN);
  await page.evaluate(() => {
    for (const [name, html] of [
      ['srcdoc', '<p>Zorglubcadre</p>'],
      ['about', ''],
    ] as const) {
      const frame = document.createElement('iframe');
      if (html) frame.srcdoc = html;
      frame.name = name;
      document.body.append(frame);
      if (!html && frame.contentDocument) frame.contentDocument.body.textContent = 'Zorglubvide';
    }
    const host = document.body.appendChild(document.createElement('x-carte'));
    host.attachShadow({ mode: 'open' }).innerHTML = '<p title="Zorglubombre">Zorglubracine</p>';
    const svg = document.body.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));
    svg.innerHTML = '<title>Zorglubdessin</title><text>Zorglubtrait</text>';
    (document.querySelector('form input') as HTMLInputElement).value = 'Zorglubtape';
    document.body.append(document.createComment('Zorglubcommentaire'));
    document.body.dataset.zorglubdonnee = 'Zorglubvaleur';
  });
  await page.frameLocator('iframe[name=srcdoc]').getByText('Zorglubcadre').waitFor();
  const words = await page.evaluate(() => [...new Set(document.body.innerText.match(/\p{L}{4,}/gu))]);
  expect(words.length).toBeGreaterThan(20);
  await ask(session, page, 'Capture anonymisée');
  const capture = dialog(page, 'Capture anonymisée');
  await expect(capture.frameLocator('iframe').getByRole('table')).toBeVisible();
  const save = async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      capture.getByRole('button', { name: 'Enregistrer la capture' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^vigie-capture-[\d-]+\.html$/);
    return readFileSync(await download.path(), 'utf8');
  };
  const note = /<!-- Capture anonymisée par Vigie ENT.: structure seule. -->/;
  const html = await save();
  expect(html).toMatch(note);
  const body = html.replace(note, '');
  expect(body.match(/zorglub/gi)).toBeNull();
  expect(words.filter((word) => body.toLowerCase().includes(word.toLowerCase()))).toEqual([]);
  expect(body).not.toMatch(/<script|<style|https?:|auvergne/i);
  expect(body).toContain('<template shadowrootmode="open">');
  expect(body.match(/srcdoc="/g)).toHaveLength(2);
  await expect(capture).toContainText('Relisez-la avant de la transmettre.');

  await page.goto(address('groupes'));
  await page.locator('vigie-ent .badge').waitFor();
});

for (const { colorScheme, width } of [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 1280 },
  { colorScheme: 'light', width: 360 },
] as const)
  test(`axe ne trouve rien (${colorScheme}, ${width} px)`, async ({ page, session }, info) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 720 });
    await page.goto(UNKNOWN);
    const clean = async (step: string) => {
      await page.screenshot({ path: info.outputPath(`${step}.png`) });
      await page.evaluate(AXE);
      const found = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
        const own = { fromShadowDom: ['vigie-teach', '.vigie'] } as unknown as string;
        const { violations } = await axe.run(own, { rules: { region: { enabled: false } } });
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
      });
      expect(found).toEqual([]);
    };
    await ask(session, page, 'Apprendre cette page');
    const window = dialog(page, 'Apprendre cette page');
    await expect(window).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await clean('1-pointing');
    await page.keyboard.press('Enter');
    await clean('2-empty');
    await explain(window);
    await expect(window.getByRole('row')).toHaveCount(4);
    await clean('3-draft');
    await window.getByRole('button', { name: 'Enregistrer' }).scrollIntoViewIfNeeded();
    await window.locator('.body').evaluate((body) => body.scrollTo(0, body.scrollHeight));
    await clean('4-naming');
    await window.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(dialog(page, 'Page apprise')).toBeVisible();
    await clean('5-saved');
    await page.keyboard.press('Escape');
    await page.goto(address('accueil'));
    await page.getByRole('heading', { name: 'Groupes' }).waitFor();
    await ask(session, page, 'Capture anonymisée');
    await dialog(page, 'Capture anonymisée').getByLabel('Garder les libellés connus de Vigie').check();
    await expect(
      dialog(page, 'Capture anonymisée').frameLocator('iframe').getByText('Corbeille').first(),
    ).toBeVisible();
    await clean('6-capture');
  });
