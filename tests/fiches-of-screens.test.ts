// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { judgeScreen } from '@/entrypoints/overlay/judge-screen';
import { tabMemory } from '@/entrypoints/overlay/tab-memory';
import { describedPage } from '@/utils/ents/described-page';
import type { ScreenDescriptor } from '@/utils/ents/descriptor';
import { ENTS } from '@/utils/ents/index';
import { withLearned } from '@/utils/ents/learned-ent';
import type { Ent } from '@/utils/ents/page';
import { skolengo } from '@/utils/ents/skolengo/skolengo';
import { ficheFile, readFicheFile } from '@/utils/report/fiche-file';
import { ALL_RULES } from '@/utils/rules';
import { closeStore } from '@/utils/store/db';
import { cardsOf, fichesOf, transitionsKnown } from '@/utils/store/fiches';
import { recordReading } from '@/utils/store/proofs';
import { documentOf, savedScreens } from './helpers/saved-screens';
import { freshBrowser } from './store/helpers';

const writing: Promise<unknown>[] = [];
vi.mock('@/utils/messages', () => ({
  send(name: string, carries: never) {
    if (name === 'reading/record') writing.push(recordReading(carries));
    return Promise.resolve(name === 'school/seen' ? carries : []);
  },
}));

beforeEach(async () => {
  await freshBrowser();
  writing.length = 0;
  const port = { onDisconnect: { addListener: () => undefined } };
  vi.spyOn(browser.runtime, 'connect').mockReturnValue(port as never);
});
afterAll(closeStore);

/** Looks at a screen as the overlay does, and gives the ways of the fiches that this wrote. */
async function filedBy(ent: Ent, html: string, url: URL): Promise<string[]> {
  const document = documentOf(html);
  const kit = { rules: ALL_RULES, companions: [] };
  const none = () => undefined;
  const memory = tabMemory(ent, kit, { changed: none, notify: none, isOff: () => false, seen: () => judged });
  const judged = judgeScreen(ent, document, url, memory);
  memory.report.screen(judged);
  await Promise.all(writing);
  const ways: string[] = [];
  for (const transition of await transitionsKnown())
    for await (const cards of cardsOf(transition))
      for (const { school } of cards) {
        const fiches = await fichesOf(school, transition);
        expect(readFicheFile(ficheFile(fiches, '')).refused).toEqual([]);
        ways.push(...fiches.map(({ by }) => by));
      }
  return ways;
}

/** Of these no rule concludes anything alone; and what an import's first step has ticked tells of an act under way. */
const NOT_FILED: readonly string[] = [
  'edifice/users',
  'edifice/user',
  'edifice/import-wizard',
  'itslearning/administration',
  'itslearning/users',
  'itslearning/import-users',
  'itslearning/synchros',
  'itslearning/import-edt',
  'skolengo/duties',
];

const SAID = { id: '0590001B', name: 'Collège du Lac', uai: '0590001B' };
/** Where a screen doesn't say its school, the person does (said-school.tsx). */
const said = (family: Ent): Ent => ({
  ...family,
  school: (document, url) => family.school(document, url) ?? SAID,
});

for (const family of ENTS) {
  const screens = savedScreens(family.id);
  for (const { id } of family.pages)
    test(`${id}: ${NOT_FILED.includes(id) ? 'no fiche' : 'a fiche'}`, async () => {
      const ways = new Set<string>();
      for (const { html, url } of screens.filter(({ pages }) => pages.at(-1) === id))
        for (const by of await filedBy(said(family), html, url)) ways.add(by);
      expect([...ways]).toEqual(NOT_FILED.includes(id) ? [] : [id]);
    });
}

const LEARNED: ScreenDescriptor = {
  version: 1,
  id: 'skolengo/own-annuaire-2026',
  title: 'Annuaire local',
  names: ['Annuaire local'],
  fact: 'createdAccounts',
  reads: [
    {
      as: 'list',
      fields: [
        { field: 'name', labels: ['Intéressé'], required: true },
        {
          field: 'lifetime',
          labels: ['Validité du compte'],
          meanings: [{ means: 'year', says: ['Retiré en juillet'] }],
        },
      ],
      key: ['name'],
    },
  ],
};
const LEARNED_SCREEN = `<!doctype html><title>Annuaire local</title><h1>Annuaire local</h1><table>
  <tr><th>Intéressé</th><th>Validité du compte</th></tr><tr><td>MONTVALLON Sévan</td><td>Retiré en juillet</td></tr></table>`;

test('a page that somebody taught: a fiche, which a colleague can read', async () => {
  const ent = said(withLearned(skolengo, [describedPage(LEARNED, '')]));
  const url = new URL('https://college-demo.ent.auvergnerhonealpes.fr/sg.do');
  expect(await filedBy(ent, LEARNED_SCREEN, url)).toEqual([LEARNED.id]);
});

test('a screen of no known school: none, since nobody could tell whose it is', async () => {
  const [screen] = savedScreens('itslearning').filter(({ pages }) =>
    pages.includes('itslearning/strategies'),
  );
  const [, itslearning] = ENTS;
  if (!screen || itslearning?.id !== 'itslearning') throw new Error('No saved screen.');
  expect(await filedBy(itslearning, screen.html, screen.url)).toEqual([]);
});
