import { describe, expect, test } from 'vitest';
import { learnedView, pageKey, receivedPage, renamedPage } from '@/entrypoints/workshop/pages/learned-view';
import { typographyFaults } from '@/tests/helpers/typography';
import type { ScreenDescriptor } from '@/utils/ents/descriptor';
import type { LearnedPage } from '@/utils/messages';

const HOST = 'college-demo.ent.auvergnerhonealpes.fr';
const DESCRIPTOR: ScreenDescriptor = {
  version: 1,
  id: 'skolengo/own-annuaire-local',
  title: 'Annuaire local',
  names: ['Annuaire local'],
  common: true,
  fact: 'createdAccounts',
  reads: [{ as: 'list', fields: [{ field: 'name', labels: ['Intéressé'], required: true }], key: ['name'] }],
};
const PAGE: LearnedPage = { host: HOST, descriptor: DESCRIPTOR, learnedAt: '2026-11-23T10:00:00.000Z' };
const JSON_OF_PAGE = JSON.stringify(DESCRIPTOR);

test('each page says what it shows, where, and since when', () => {
  const school = {
    key: 'k',
    ent: 'skolengo',
    host: HOST,
    id: HOST,
    name: 'Collège Marguerite-Vidal',
    lastSeen: '',
  } as const;
  const view = learnedView([PAGE], [school], ['ent.auvergnerhonealpes.fr', 'ent.commune.fr'], '');
  expect(view.pages).toEqual([
    {
      key: pageKey(PAGE),
      title: 'Annuaire local',
      shows: 'comptes créés manuellement',
      host: `Ma classe en Auvergne-Rhône-Alpes (${HOST})`,
      learnedOn: '23/11/2026',
    },
  ]);
  expect(view.hosts).toEqual([
    { host: HOST, label: `Collège Marguerite-Vidal (${HOST})` },
    {
      host: 'ent.auvergnerhonealpes.fr',
      label: 'tout Ma classe en Auvergne-Rhône-Alpes (ent.auvergnerhonealpes.fr)',
    },
    { host: 'ent.commune.fr', label: 'ent.commune.fr' },
  ]);
});

test('a kind of fact of another version is shown by its own name', () => {
  const odd = { ...PAGE, descriptor: { ...DESCRIPTOR, fact: 'toString' } } as unknown as LearnedPage;
  expect(learnedView([odd], [], [], '').pages[0]?.shows).toBe('toString');
});

test('a page that another version kept is listed, and said not to be read', () => {
  const newer = { ...PAGE, descriptor: { ...DESCRIPTOR, version: 2 } } as unknown as LearnedPage;
  const [row] = learnedView([newer], [], [], '').pages;
  expect(row?.unread).toContain('mettez Vigie à jour');
  expect(typographyFaults(row?.unread ?? '')).toEqual([]);
  expect(learnedView([PAGE], [], [], '').pages[0]).not.toHaveProperty('unread');
});

describe('a page renamed', () => {
  const renamed = (typed: string, others: readonly LearnedPage[] = []) =>
    renamedPage(PAGE, typed, [PAGE, ...others]);

  test('bears its new name, and nothing else of it changes: it is still recognised by its titles', () => {
    const title = 'Comptes du collège';
    expect(renamed('  Comptes  du collège ')).toEqual({
      descriptor: { ...DESCRIPTOR, id: 'skolengo/own-comptes-du-college', title },
    });
    expect(renamed('ANNUAIRE local')).toEqual({ descriptor: { ...DESCRIPTOR, title: 'ANNUAIRE local' } });
  });

  test('keeps its name when the new one is no name, or another’s, with the reason', () => {
    const other = { ...PAGE, descriptor: { ...DESCRIPTOR, id: 'skolengo/own-b', title: 'B' } } as const;
    const elsewhere = { ...other, host: 'ent.commune.fr' };
    for (const [typed, reason, others] of [
      [' ', 'Donnez un nom', []],
      ['b', 's’appelle déjà', [other]],
      ['<script>', 'ne contient ni', []],
      ['x'.repeat(81), '80 caractères', []],
      ['a\u202Eb', 'invisible', []],
    ] as const) {
      const named = renamed(typed, others);
      const refusal = 'refusal' in named ? named.refusal : '';
      expect(refusal, typed).toContain(reason);
      expect(typographyFaults(refusal)).toEqual([]);
    }
    expect(renamed('b', [elsewhere])).toHaveProperty('descriptor');
  });
});

test('a page that was handed over is taken as it is', () => {
  expect(receivedPage(JSON_OF_PAGE, HOST, [])).toEqual({ descriptor: DESCRIPTOR });
  expect(receivedPage(JSON_OF_PAGE, 'ent.commune.fr', [PAGE])).toEqual({ descriptor: DESCRIPTOR });
});

describe('what is refused, with the reason', () => {
  test.each<[string, string, string, readonly LearnedPage[], string]>([
    ['no host', JSON_OF_PAGE, '', [], 'Choisissez d’abord'],
    ['a host of another family', JSON_OF_PAGE, 'enthdf.fr', [], 'autre famille'],
    ['a page of that name', JSON_OF_PAGE, HOST, [PAGE], 'Renommez-la ou retirez-la d’abord'],
    ['a later version', JSON_OF_PAGE.replace('"version":1', '"version":2'), HOST, [], 'plus récente'],
    ['no description', 'Nom;Prénom', HOST, [], 'JSON'],
    ['a script', JSON_OF_PAGE.replace('Annuaire local', '<script>x</script>'), HOST, [], 'du code'],
    ['a prototype', JSON_OF_PAGE.replace('{', '{"__proto__":{},'), HOST, [], '__proto__'],
    ['a huge file', `${JSON_OF_PAGE.slice(0, -1)},"x":"${'y'.repeat(100_000)}"}`, HOST, [], 'trop grand'],
  ])('%s', (_what, json, host, pages, reason) => {
    const received = receivedPage(json, host, pages);
    const refusal = 'refusal' in received ? received.refusal : '';
    expect(refusal).toContain(reason);
    expect(typographyFaults(refusal)).toEqual([]);
  });
});
