import { describe, expect, test } from 'vitest';
import { typographyFaults } from '@/tests/helpers/typography';
import type { ScreenDescriptor } from '@/utils/ents/descriptor';
import { parseDescriptor } from '@/utils/ents/parse-descriptor';
import { screensIn } from '@/utils/ents/skolengo/screens';
import { wordsFor } from '@/utils/ents/skolengo/vocabulary';

const GOOD: ScreenDescriptor = {
  version: 1,
  id: 'skolengo/own-groupes',
  title: 'Mes groupes',
  names: ['Mes groupes'],
  fact: 'freeGroups',
  reads: [
    {
      as: 'list',
      fields: [
        { field: 'name', labels: ['Nom'], required: true },
        {
          field: 'lifetime',
          labels: ['Durée de vie'],
          required: true,
          meanings: [{ means: 'year', says: ['Un an'] }],
        },
      ],
      key: ['name'],
    },
  ],
};

const problemOf = (json: unknown) => {
  const found = parseDescriptor(typeof json === 'string' ? json : JSON.stringify(json));
  return 'problem' in found ? found.problem : undefined;
};
const [LIST] = GOOD.reads;
const FIELDS = [{ field: 'name', labels: ['Nom'], required: true }];

test('a description comes back as it was given', () => {
  expect(parseDescriptor(JSON.stringify(GOOD))).toEqual({ descriptor: GOOD });
});

test('« Oui » and « Non » answer the title of their column, whichever it is', () => {
  const answers = [
    { means: 'year', says: ['Oui'] },
    { means: 'lasting', says: ['Non'] },
  ];
  const fields = [...FIELDS, { field: 'lifetime', labels: ["Limité à l'année"], meanings: answers }];
  expect(problemOf({ ...GOOD, reads: [{ as: 'list', fields, key: ['name'] }] })).toBeUndefined();
});

test('every screen built in would be accepted under a name of one’s own', () => {
  for (const screen of screensIn(wordsFor(''))) {
    const own = { ...screen, id: screen.id.replace('/', '/own-') };
    expect(parseDescriptor(JSON.stringify(own)), screen.id).toEqual({ descriptor: own });
  }
});

describe('what is refused, with the reason', () => {
  const list = (changes: object) => ({ ...GOOD, reads: [{ ...LIST, ...changes }] });
  const field = (changes: object) =>
    list({ fields: [{ field: 'name', labels: ['Nom'], required: true, ...changes }] });
  const meaning = (means: string, says: string) =>
    list({
      fields: [...FIELDS, { field: 'lifetime', labels: ['Durée'], meanings: [{ means, says: [says] }] }],
    });
  test.each<[string, unknown, string]>([
    ['no JSON', '{"version": 1,', 'JSON'],
    ['nothing', '', 'JSON'],
    ['a number', '12', 'refusée'],
    ['a huge file', JSON.stringify({ ...GOOD, names: ['x'.repeat(70_000)] }), 'trop grand'],
    ['a long text', { ...GOOD, title: 'x'.repeat(161) }, 'trop long'],
    [
      'markup',
      { ...GOOD, names: ['<img src=x onerror=alert(1)>'] },
      'du code, dans les titres de l’écran (champ « names.0 » du fichier)',
    ],
    ['an address that runs', { ...GOOD, title: 'JavaScript:alert(1)' }, 'du code'],
    ['an invisible character', { ...GOOD, title: 'Mes\u0000groupes' }, 'invisible'],
    [
      '__proto__',
      JSON.stringify(GOOD).replace('{', '{"__proto__":{"polluted":true},'),
      'elle contient « __proto__ »',
    ],
    [
      'constructor, deep',
      JSON.stringify(GOOD).replace('"as"', '"constructor":{},"as"'),
      'elle contient « constructor »',
    ],
    ['a key that nobody knows', { ...GOOD, run: 'x' }, 'le champ « run » n’a rien à y faire'],
    ['a later version, which may hold anything', { ...GOOD, version: 2, more: [] }, 'Mettez Vigie à jour'],
    ['a version that is none', { ...GOOD, version: '1' }, 'mal écrite'],
    ['letters turned round', { ...GOOD, title: 'Mes \u202Eseparg' }, 'invisible'],
    ['lists within lists', '['.repeat(60_000), 'JSON'],
    ['__proto__ as a fact', `${JSON.stringify(GOOD).slice(0, -1)},"fact":"__proto__"}`, 'sorte de liste'],
    [
      'prototype, as a list',
      JSON.stringify(GOOD).replace('"names"', '"prototype":[],"names"'),
      'elle contient « prototype »',
    ],
    ['the name of a page built in', { ...GOOD, id: 'skolengo/free-groups' }, 'page apprise'],
    ['a family that nobody knows', { ...GOOD, id: 'autre/own-x' }, 'page apprise'],
    ['a fact that nobody knows', { ...GOOD, fact: 'users' }, 'sorte de liste'],
    ['an inherited name as a fact', { ...GOOD, fact: 'toString' }, 'sorte de liste'],
    ['a field that the fact has not', field({ field: 'password' }), '« password » n’existe pas'],
    ['an inherited name as a field', field({ field: 'toString' }), '« toString » n’existe pas'],
    [
      'a value that the field has not',
      field({ field: 'lifetime', meanings: [{ means: 'for ever', says: ['x'] }] }),
      'il manque',
    ],
    [
      'a « limited » wording said to be lasting',
      meaning('lasting', 'Limitée à l’année scolaire'),
      'elle donne à « Limitée à l’année scolaire » le contraire de son sens, pour le champ « durée de vie »',
    ],
    [
      'the same, with its year',
      meaning('lasting', 'limité à l’année scolaire 2026-2027'),
      'le contraire de son sens',
    ],
    ['a « lasting » wording said to end', meaning('year', 'Non limitée'), 'le contraire de son sens'],
    [
      'a page that would have nothing to read',
      { ...GOOD, reads: [{ as: 'nothing', buttons: ['Créer'] }] },
      'rien à lire sur cette page',
    ],
    ['a value for a text', field({ meanings: [{ means: 'x', says: ['y'] }] }), 'n’existe pas'],
    [
      'no name of the thing',
      list({ fields: [{ field: 'lifetime', labels: ['Durée'], required: true }], key: ['lifetime'] }),
      'il manque le champ',
    ],
    ['nothing required', field({ required: false }), 'obligatoire'],
    ['a key without a column', list({ key: ['lifetimeWritten'] }), 'la clé'],
    ['no way of reading', { ...GOOD, reads: [] }, 'façon de lire'],
    ['an unknown way of reading', { ...GOOD, reads: [{ as: 'script', code: 'x' }] }, 'façon de lire'],
    [
      'too many fields',
      list({ fields: Array(21).fill({ field: 'name', labels: ['Nom'], required: true }) }),
      '20 champs',
    ],
  ])('%s', (_what, given, reason) => {
    const problem = problemOf(given)?.replace(/[\u00A0\u202F]/g, ' ');
    expect(problem).toContain('rien n’en est gardé');
    expect(problem).toContain(reason);
    expect(typographyFaults(problemOf(given) ?? '')).toEqual([]);
    // Whose key it is, said in French: the key alone would be jargon.
    expect(problem).not.toMatch(/\([a-z0-9.]+\)/i);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
