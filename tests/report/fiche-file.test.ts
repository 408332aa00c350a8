import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fiche } from '@/utils/core/fiche';
import { FicheFileError, ficheFile, readFicheFile } from '@/utils/report/fiche-file';
import { count, fiche } from '../helpers/fiches';

const AT = '2026-08-28T08:00:00.000Z';
const file = (fiches: readonly unknown[], more = {}) =>
  JSON.stringify({ format: 'vigie-ent/fiches', version: 1, at: AT, fiches, ...more });

const FULL = fiche({
  uai: '0590000A',
  counts: [count('empty-group', { outcome: 'violation', violations: 2 })],
  read: [{ list: 'users', shown: 62, total: 214, complete: false }],
  figures: { 'Comptes Élève, AAF1D': 151 },
});

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
    ['a UAI that is none', { uai: '<script>' }, 'uai'],
    ['a negative count', { counts: [count('empty-group', { violations: -1 })] }, 'violations'],
    ['a way of reading that is unknown', { by: 'telepathy' }, 'by'],
    ['a date that is none', { day: '27/08/2026' }, 'day'],
    ['the key of another school', { school: 'edifice|autre.fr|x' }, 'l’établissement'],
    ['an instant far from its day', { at: '2027-08-27T10:00:00.000Z' }, 'la date'],
    ['a name without end', { name: 'x'.repeat(201) }, 'name'],
    ['a fiche of next year', { day: '2097-08-27', at: '2097-08-27T10:00:00.000Z' }, 'l’avenir'],
    [
      'a site that is no site',
      { host: 'x@ailleurs.example', school: 'edifice|x@ailleurs.example|x' },
      'host',
    ],
  ])('%s is refused alone, and the others are read', (_what, wrong, where) => {
    const { fiches, refused } = readFicheFile(file([{ ...FULL, ...wrong }, FULL]));
    expect(fiches).toEqual([FULL]);
    expect(refused).toEqual([{ index: 0, why: expect.stringContaining(where) }]);
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
