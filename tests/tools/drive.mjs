/** Walks the built extension through its main path on the demonstration ENT, and tells what a person would see. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal, root } from './run.mjs';

/**
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {import('@playwright/test').Locator} Locator
 * @typedef {Page | import('@playwright/test').FrameLocator} Place a page, or a frame of one
 * @typedef {{ method: string, host: string, path: string }} Request
 * @typedef {(style?: string) => Promise<void>} Shoot takes the step's screenshot now, with more style if any
 */

/** The demonstration's console, and the list of manual groups of the school where the walk starts. */
export const CONSOLE = 'https://enthdf.fr';
export const GROUPS_PATH = '/admin/7d1f0c52-31ab-4c07-a5be-90d3e1a40001/groups/manualGroup';
/** The other school has made its GAR group by hand: nothing but us stands between it and « Supprimer ». */
const OTHER_GROUPS_PATH = '/admin/7d1f0c52-31ab-4c07-a5be-90d3e1a40002/groups/manualGroup';

/** What « Activer sur cet ENT » asks for on the demonstration's hosts, one of each family. */
export const PATTERNS = [
  'https://*.enthdf.fr/*',
  'https://*.itslearning.com/*',
  'https://*.ent.auvergnerhonealpes.fr/*',
];

/** The other two families: a school of each, on its own portal. */
const ITSLEARNING = 'https://college-demo.itslearning.com/?skin=ccl';
const SKOLENGO_GROUPS = 'https://college-demo.ent.auvergnerhonealpes.fr/sg.do?ecran=groupes&skin=modern';

/** Everything the walk looks for, in one place. */
const FIND = {
  /** @param {Page} page */
  rows: (page) => page.locator('ode-groups-type-view li.lct-list-item'),
  /** @param {Page} page */
  groupDetail: (page) => page.locator('ode-group-detail'),
  /** @param {Page} page */
  deleteButton: (page) => page.locator('ode-group-detail button.lct-group-delete-button'),
  /** @param {Place} page */
  badge: (page) => page.locator('vigie-ent').getByRole('button', { name: /^Vigie(\s:|\sENT)/ }),
  /** @param {Page} page */
  marks: (page) => page.locator('vigie-ent .mark'),
  /** @param {Place} page */
  panel: (page) => page.locator('vigie-ent').getByRole('region', { name: 'Vigie ENT' }),
  /** @param {Locator} panel */
  control: (panel) => panel.getByRole('button', { name: 'Contrôler tout l’établissement' }),
  /** @param {Locator} panel */
  controlAgain: (panel) => panel.getByRole('button', { name: 'Contrôler à nouveau' }),
  /** @param {Locator} panel */
  findings: (panel) => panel.locator('li.finding'),
  /** @param {Page} page */
  hold: (page) => page.locator('vigie-ent').getByRole('alertdialog'),
  /** @param {Page} page */
  giveUp: (page) => FIND.hold(page).getByRole('button', { name: 'Annuler' }),
  /** @param {Page} popup */
  steps: (popup) => popup.getByRole('checkbox'),
  /** @param {Page} workshop */
  workshop: (workshop) => workshop.getByRole('heading', { level: 1 }),
  /** @param {Page} workshop */
  opening: (workshop) => workshop.getByText('Ouverture…', { exact: true }),
  /** @param {Page} workshop */
  schools: (workshop) => workshop.locator('table.board tbody tr'),
};

const GAR_GROUP = /resp.?affect.?gar/i;
const screenshots = join(root, 'reports', 'screenshots');

/**
 * The whole walk, one step after the other.
 * @param {import('./browser.mjs').Session} session
 * @param {{ requests(): readonly Request[] }} demo
 * @throws {Refusal} naming the step that failed
 */
export async function drive(session, demo) {
  mkdirSync(screenshots, { recursive: true });
  const page = await session.context.newPage();
  await walk('1', 'Ouvrir la liste des groupes manuels', page, (shoot) => openGroups(page, shoot));
  await walk('2', 'La vigie apparaît', page, () => seeBadge(page));
  await walk('3', 'Ouvrir le panneau', page, () => openPanel(page));
  await walk('4', 'Contrôler tout l’établissement', page, () => controlSchool(page));
  await walk('5', 'Au collège voisin, ouvrir le groupe GAR', page, () => openGarGroup(page));
  await walk('6', 'Tenter de le supprimer : le clic est retenu', page, (shoot) =>
    tryToDelete(page, demo, shoot),
  );
  const popup = await session.context.newPage();
  await walk('7', 'Cocher une étape dans la fenêtre de l’extension', popup, () => tickStep(popup, session));
  await walk('8', 'La même, en sombre', popup, () => popup.emulateMedia({ colorScheme: 'dark' }));
  const workshop = await session.context.newPage();
  await walk('9', 'L’atelier', workshop, () => openWorkshop(workshop, session, 'controle'));
  await walk('10', 'L’établissement contrôlé, au tableau', workshop, () =>
    openWorkshop(workshop, session, 'ecoles'),
  );
  await walk('11', 'Le calendrier de son année', workshop, () =>
    openWorkshop(workshop, session, 'calendrier'),
  );
  await walk('12', 'itslearning : les stratégies, dans leur cadre', page, () => openStrategies(page));
  await walk('13', 'Skolengo : les groupes qui vont disparaître', page, () => openSkolengoGroups(page));
  sayRequests(demo);
}

/**
 * @param {Page} page
 * @param {Shoot} shoot the console as it is without us: what we add shows in the next screenshot
 */
async function openGroups(page, shoot) {
  await page.goto(CONSOLE + GROUPS_PATH);
  await FIND.rows(page).first().waitFor();
  say(`${await FIND.rows(page).count()} groupes dans la liste`);
  await shoot('.vigie { display: none !important }');
}

/** @param {Page} page */
async function seeBadge(page) {
  await FIND.badge(page).waitFor();
  await FIND.marks(page).first().waitFor();
  say(`${await FIND.marks(page).count()} repères dans la liste`);
  say(`bouton : ${oneLine(await FIND.badge(page).locator('.visually-hidden').innerText())}`);
}

/** @param {Page} page */
async function openPanel(page) {
  await FIND.badge(page).click();
  await FIND.panel(page).waitFor();
  say(`établissement : ${oneLine(await FIND.panel(page).locator('header').innerText())}`);
  await sayFindings(page);
}

/** @param {Page} page */
async function controlSchool(page) {
  await FIND.control(FIND.panel(page)).click();
  await FIND.controlAgain(FIND.panel(page)).waitFor({ timeout: 60_000 });
  await sayFindings(page);
}

/** @param {Page} page */
async function openGarGroup(page) {
  await page.goto(CONSOLE + OTHER_GROUPS_PATH);
  await FIND.rows(page).filter({ hasText: GAR_GROUP }).first().click();
  await FIND.groupDetail(page).waitFor();
  say(oneLine(await FIND.groupDetail(page).locator('.panel-header').innerText()));
}

/**
 * @param {Page} page
 * @param {{ requests(): readonly Request[] }} demo
 * @param {Shoot} shoot the dialog is to be seen, and is gone when the step ends
 */
async function tryToDelete(page, demo, shoot) {
  await FIND.deleteButton(page).click();
  await FIND.hold(page).waitFor();
  for (const line of (await FIND.hold(page).innerText()).split('\n').filter(Boolean)) say(line);
  const deleted = demo.requests().filter(({ method }) => method === 'DELETE');
  if (deleted.length > 0) throw new Error(`La console a reçu ${deleted.length} suppression(s).`);
  say('la console n’a reçu aucune suppression');
  await shoot();
  await FIND.giveUp(page).click();
  await FIND.hold(page).waitFor({ state: 'detached' });
}

/**
 * The popup as a page of its own, since no program can open the real one: it then speaks of the tab whose overlay spoke
 * last, which is the ENT's.
 * @param {Page} popup
 * @param {import('./browser.mjs').Session} session
 */
async function tickStep(popup, { extensionId }) {
  await popup.setViewportSize({ width: 384, height: 800 });
  await popup.goto(`chrome-extension://${extensionId}/popup.html`);
  const step = FIND.steps(popup).first();
  await unfold(popup);
  await step.check();
  await popup.getByText('Étape cochée.').waitFor({ state: 'attached' });
  await popup.reload();
  await unfold(popup);
  if (!(await step.isChecked())) throw new Error('La coche n’a pas été gardée.');
  say('cochée, et toujours cochée après rechargement');
}

/**
 * Of a school that is seen for the first time after the change of year, every phase is past, and folded.
 * @param {Page} popup
 */
async function unfold(popup) {
  const phases = popup.locator('details.phase').filter({ has: popup.locator('.steps') });
  await phases.first().waitFor();
  await phases.first().evaluate((phase) => phase.setAttribute('open', ''));
}

/**
 * @param {Page} workshop
 * @param {import('./browser.mjs').Session} session
 * @param {string} section
 */
async function openWorkshop(workshop, { extensionId }, section) {
  await workshop.goto(`chrome-extension://${extensionId}/workshop.html#${section}`);
  await FIND.workshop(workshop).waitFor();
  await FIND.opening(workshop).waitFor({ state: 'detached' });
  say(await textOf(FIND.workshop(workshop)));
  for (const row of await FIND.schools(workshop).all()) say(`  – ${await textOf(row)}`);
}

/** @param {Page} page */
async function openStrategies(page) {
  await page.goto(ITSLEARNING);
  const frame = page.frameLocator('iframe[name=mainmenu]');
  await frame.getByRole('link', { name: 'Stratégies', exact: true }).click();
  await openPanelIn(frame);
}

/** @param {Page} page */
async function openSkolengoGroups(page) {
  await page.goto(SKOLENGO_GROUPS);
  await openPanelIn(page);
}

/** @param {Place} place */
async function openPanelIn(place) {
  await FIND.badge(place).click();
  await FIND.panel(place).waitFor();
  await sayFindings(place);
}

/** @param {Place} page */
async function sayFindings(page) {
  const findings = await FIND.findings(FIND.panel(page)).all();
  if (findings.length === 0) say('rien n’est signalé');
  for (const finding of findings) {
    say(`${await textOf(finding.locator('h3'))} [${await finding.getAttribute('data-rule')}]`);
    for (const place of await finding.locator('.places > li').all())
      say(`  – ${await textOf(place.locator('.subject'))} : ${await textOf(place.locator('.says').first())}`);
  }
}

/**
 * Only the ENT's own host counts: the browser itself asks for updates, which also end up at the demonstration.
 * @param {{ requests(): readonly Request[] }} demo
 */
function sayRequests(demo) {
  const requests = demo.requests().filter(({ host }) => host === new URL(CONSOLE).host);
  const writes = requests.filter(({ method }) => method !== 'GET');
  console.log(
    `\n${requests.length} requests reached the demonstration ENT, ${writes.length} of them not GET.`,
  );
  if (writes.length > 0)
    throw new Refusal(writes.map(({ method, host, path }) => `${method} ${host}${path}`).join('\n'));
}

/**
 * Does one step, saves what the screen shows after it, failed or not, unless the step chose its own moment (`shoot`).
 * @param {string} number
 * @param {string} name
 * @param {Page} page
 * @param {(shoot: Shoot) => Promise<void>} work
 */
async function walk(number, name, page, work) {
  console.log(`\n${number}. ${name}`);
  const path = join('reports', 'screenshots', `${number}.png`);
  let shot = false;
  /** @type {Shoot} */
  const shoot = async (style = '') => {
    shot = true;
    await page.screenshot({ path: join(root, path), style });
  };
  try {
    await work(shoot);
  } catch (error) {
    await shoot().catch(() => undefined);
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal(`Step ${number} (${name}) failed; see ${path}\n${reason}`);
  }
  if (!shot) await shoot();
}

/** @param {string} line */
function say(line) {
  console.log(`   ${line}`);
}

/**
 * Folded findings have no `innerText`: what isn't shown is read too.
 * @param {Locator} locator
 */
async function textOf(locator) {
  return oneLine((await locator.textContent()) ?? '');
}

/** @param {string} text */
function oneLine(text) {
  return text.replace(/\s*\n\s*/g, ' · ').trim();
}
