import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fiche } from '@/utils/core/fiche';
import { FicheFileError, ficheFile, readFicheFile } from '@/utils/report/fiche-file';
import { count, fiche } from '../helpers/fiches';
import { typographyFaults } from '../helpers/typography';

const AT = '2026-08-28T08:00:00.000Z';
const file = (fiches: readonly unknown[], more = {}) =>
  JSON.stringify({ format: 'vigie-ent/fiches', version: 1, at: AT, fiches, ...more });

const FULL = fiche({
  uai: '0590000A',
  counts: [count('empty-group', { outcome: 'violation', violations: 2 })],
  read: [{ list: 'users', shown: 62, total: 214, complete: false }],
  figures: { 'Comptes Élève, AAF1D': 151 },
});

const USERS_READ = { list: 'users', shown: 62, total: 214, complete: false };
const IN_2097 = { day: '2097-08-27', at: '2097-08-27T10:00:00.000Z' };

describe('a file of fiches', () => {
  test('comes back as it was written', () => {
    expect(readFicheFile(ficheFile([FULL, fiche({ day: '2026-08-28' })], AT))).toEqual({
      fiches: [FULL, fiche({ day: '2026-08-28' })],
      refused: [],
      sharedUai: [],
    });
  });

  test.each([
    ['text that is no JSON', '{"format":"vigie-ent/fi', 'tronqué'],
    ['another JSON file', '{"hello":1}', 'n’est pas un fichier de fiches de Vigie'],
    ['a newer version', file([], { version: 2 }), 'version plus récente'],
    ['fifty thousand and one fiches', file(Array.from({ length: 50_001 }, () => 0)), 'plus que'],
    ['sixty-four megabytes', `"${'x'.repeat(64 * 1024 * 1024)}"`, 'trop gros'],
  ])('%s is refused whole, in words', (_what, text, words) => {
    expect(() => readFicheFile(text)).toThrow(FicheFileError);
    expect(() => readFicheFile(text)).toThrow(words);
  });

  test.each<[string, object, string]>([
    ['a UAI that is none', { uai: '<script>' }, 'UAI'],
    ['a negative count', { counts: [count('empty-group', { violations: -1 })] }, 'n° 1, constats'],
    ['a way of reading that is unknown', { by: 'telepathy' }, 'façon de lire'],
    ['a date that is none', { day: '27/08/2026' }, 'jour du contrôle'],
    ['the key of another school', { school: 'edifice|autre.fr|x' }, 'clé de l’établissement'],
    ['an instant far from its day', { at: '2027-08-27T10:00:00.000Z' }, 'heure du contrôle » est loin'],
    [
      'an instant written otherwise',
      { at: '2026-08-27T12:00:00+02:00' },
      'heure du contrôle » n’est pas écrite',
    ],
    ['a name without end', { name: 'x'.repeat(201) }, 'nom de l’établissement'],
    ['a blank name', { name: ' \u00A0' }, 'nom de l’établissement » est vide'],
    [
      'a blank identifier',
      { id: '', school: 'edifice|enthdf.fr|' },
      'identifiant de l’établissement » est vide',
    ],
    ['a fiche of next year', { ...IN_2097, transition: 2097 }, 'l’avenir'],
    ['another year than its day’s', { transition: 2025 }, 'rentrée'],
    [
      'a site that is no site',
      { host: 'x@ailleurs.example', school: 'edifice|x@ailleurs.example|x' },
      'adresse de l’ENT',
    ],
    ['more lines read than there are', { read: [{ ...USERS_READ, shown: 215 }] }, '« users » (215 sur 214)'],
    ['one list read twice', { read: [USERS_READ, USERS_READ] }, 'deux fois « users »'],
    ['a rule that is a path', { counts: [count('../../etc')] }, 'n° 1, règle'],
    ['a list without a name', { read: [{ ...USERS_READ, list: '' }] }, 'nom de la liste » est vide'],
    ['one rule twice', { counts: [count('empty-group'), count('empty-group')] }, 'deux fois « empty-group »'],
    ...(
      [
        { violations: 2 },
        { complete: false },
        { outcome: 'violation' },
        { outcome: 'violation', reviews: 2 },
        { outcome: 'review' },
        { outcome: 'review', violations: 1, reviews: 1 },
        { outcome: 'error', violations: 1 },
        { outcome: 'inapplicable', reviews: 1 },
      ] as const
    ).map((numbers): [string, object, string] => [
      `an outcome that its numbers belie, ${JSON.stringify(numbers)}`,
      { counts: [count('empty-group', numbers)] },
      'issue » contredit les nombres de la règle « empty-group »',
    ]),
    [
      'more of a part than of the whole',
      { figures: { Rubriques: 2, 'Rubriques temporaires': 3 } },
      'compte plus',
    ],
    ['a number without a name', { figures: { ' ': 3 } }, 'sans nom'],
  ])('%s is refused alone, its field named, and the others are read', (_what, wrong, where) => {
    const { fiches, refused } = readFicheFile(file([{ ...FULL, ...wrong }, FULL]));
    expect(fiches).toEqual([FULL]);
    expect(refused).toEqual([{ index: 0, why: expect.any(String) }]);
    expect(refused[0]?.why.replaceAll('\u00A0', ' ')).toContain(where);
    expect(typographyFaults(refused[0]?.why ?? '')).toEqual([]);
  });

  test.each([
    count('empty-group', { outcome: 'violation', violations: 2, reviews: 1, complete: false }),
    count('empty-group', { outcome: 'review', complete: false }),
    count('empty-group', { outcome: 'error', complete: false }),
    count('empty-group', { outcome: 'inapplicable', complete: false }),
  ])('what a rule may conclude is taken: %o', (one) => {
    expect(readFicheFile(file([{ ...FULL, counts: [one] }])).refused).toEqual([]);
  });

  test.each(['edifice/own-groupes-2026', 'itslearning/own-classes', 'timetable-file', 'user-files'] as const)(
    'one made by « %s » is taken',
    (by) => {
      expect(readFicheFile(ficheFile([fiche({ by })], AT)).fiches).toEqual([fiche({ by })]);
    },
  );

  test('what it says besides is dropped, names of people and keys of objects included', () => {
    const hostile = file([FULL]).replace(
      '"school"',
      '"__proto__":{"polluted":true},"people":["DUPONT Jean"],"school"',
    );
    const { fiches } = readFicheFile(hostile);
    expect(JSON.stringify(fiches)).not.toContain('DUPONT');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(fiches).toEqual([FULL]);
  });

  test('two schools that bear one UAI are told', () => {
    const other = fiche({ ent: 'itslearning', host: 'x.itslearning.com', id: '0590000A', uai: '0590000A' });
    expect(readFicheFile(file([FULL, other])).sharedUai).toEqual(['0590000A']);
  });

  test('no JSON at all makes it fail otherwise than in words', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        try {
          const { fiches } = readFicheFile(text);
          expect(fiches).toEqual([] as Fiche[]);
        } catch (error) {
          expect(error).toBeInstanceOf(FicheFileError);
        }
      }),
    );
  });
});
