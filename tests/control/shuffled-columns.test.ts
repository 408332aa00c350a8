import { describe, expect, test } from 'vitest';
import { fileOf } from '@/tests/helpers/school-files';
import { controlRosters } from '@/utils/files/control';
import type { RosterTable } from '@/utils/files/pairing';

const HEADER = [
  'Clé de synchro élève',
  'Nom d’utilisateur élève',
  'Nom élève',
  'Prénom élève',
  'Date de naissance élève',
  'Classe Apprenant',
  'Clé de synchro parent 1',
  'Nom parent 1',
  'Prénom parent 1',
  'Clé de synchro parent 2',
  'Nom parent 2',
  'Prénom parent 2',
];
const SYLLABLES = ['BRA', 'CHO', 'DU', 'FER', 'GAU', 'HUM', 'JOL', 'KER', 'LOU', 'MAS', 'NO', 'PER', 'QUI'];
const FIRST = ['Zoé', 'Noah', 'Inès', 'Léo', 'Maëlle', 'Hugo', 'Chloé', 'Adam', 'Lou', 'Éva', 'Tom'];

/** Invented pupils of 6e to 3e whose names, days of birth and usernames are each their own. */
function pupils(count = 120): string[][] {
  return Array.from({ length: count }, (_, n) => {
    const last = `${SYLLABLES[(n * 5) % 13]}${SYLLABLES[Math.floor(n / 13) % 13]}RD`;
    const first = FIRST[(n * 7) % 11] ?? '';
    const day = String(1 + (n % 28)).padStart(2, '0');
    const born = `${day}/${String(1 + ((n * 5) % 12)).padStart(2, '0')}/20${10 + (n % 4)}`;
    const [one, two] = [`${last} P`, `${last} M`];
    return [
      `k${(n * 37) % 1000}`,
      `u${(n * 53) % 1000}`,
      last,
      first,
      born,
      `${6 - (n % 4)}e A`,
      `p${n}`,
      one,
      'Paul',
      `m${n}`,
      two,
      'Ève',
    ];
  });
}

const BEFORE = pupils();
const PROMOTED = BEFORE.filter(([, , , , , name = '']) => !name.startsWith('3')).map((row) =>
  row.with(
    5,
    (row[5] ?? '').replace(/^\d/, (level) => String(Number(level) - 1)),
  ),
);

/** One column sorted, the others left where they are. */
function sorted(rows: readonly string[][], column: number): string[][] {
  const values = rows.map((row) => row[column] ?? '').sort();
  return rows.map((row, at) => row.with(column, values[at] ?? ''));
}

const file = (body: readonly (readonly string[])[]): RosterTable => fileOf('Parent.csv', [HEADER, ...body]);

async function shuffledIn(after: readonly string[][], before: readonly string[][] = BEFORE) {
  const control = await controlRosters({ reference: [file(before)], fresh: [file(after)] });
  const found = control.facts.shuffledColumns?.items ?? [];
  return { control, found: found.map(({ column, kind }) => [column, kind]) };
}

describe('a column sorted without the others', () => {
  test.each([1, 2, 3, 4, 7])('column %i is named, and it alone', async (column) => {
    const { found } = await shuffledIn(sorted(PROMOTED, column));
    expect(found).toEqual([[HEADER[column], 'elsewhere']]);
  });

  test('when it is the keys, nobody is certain and nothing is put back with the rest', async () => {
    const { control, found } = await shuffledIn(sorted(PROMOTED, 0));
    expect(found).toEqual([[HEADER[0], 'key']]);
    expect(control.pairs.length).toBeGreaterThan(50);
    const ofRows = control.pairs.filter(({ by, profile }) => by === 'key' && profile === 'pupil');
    expect(ofRows.length).toBeGreaterThan(50);
    expect(new Set(ofRows.map(({ verdict }) => verdict))).toEqual(new Set(['check']));
    expect(control.facts.systemicEdits?.items).toEqual([]);
    expect(control.facts.keyEdits?.items).toEqual([]);
    expect(control.facts.usernameEdits?.items).toEqual([]);
  });

  test('when it is the classes, pupils jump from level to level', async () => {
    const { found } = await shuffledIn(sorted(PROMOTED, 5));
    expect(found).toEqual([['Classe Apprenant', 'levels']]);
  });
});

describe('what looks like it and is not', () => {
  const upper = (column: number) =>
    PROMOTED.map((row) => row.with(column, (row[column] ?? '').toUpperCase()));
  test.each([
    ['everything sorted together', [...PROMOTED].sort((a, b) => (a[2] ?? '').localeCompare(b[2] ?? ''))],
    ['the export as it is', BEFORE],
    ['a column rewritten in capitals', upper(3)],
    ['new usernames for everybody', PROMOTED.map((row, at) => row.with(1, `nouveau${at}`))],
    [
      'parents who changed places',
      PROMOTED.map((row) => [...row.slice(0, 6), ...row.slice(9), ...row.slice(6, 9)]),
    ],
    [
      'a few rows exchanged',
      PROMOTED.map((row, at) => (at < 8 ? row.with(2, PROMOTED[7 - at]?.[2] ?? '') : row)),
    ],
    [
      'classes of two years before',
      PROMOTED.filter(([, , , , , name = '']) => name.startsWith('4') || name.startsWith('5')).map((row) =>
        row.with(
          5,
          (row[5] ?? '').replace(/^\d/, (level) => String(Number(level) - 1)),
        ),
      ),
    ],
  ])('%s', async (_, after) => {
    expect((await shuffledIn(after)).found).toEqual([]);
  });

  test('dates moved by one day, in a school where every day has its birthday', async () => {
    const dense = BEFORE.map((row, at) =>
      row.with(4, `${String(2 + (at % 26)).padStart(2, '0')}/0${1 + (at % 3)}/2012`),
    );
    const moved = dense.map((row) =>
      row.with(
        4,
        (row[4] ?? '').replace(/^\d\d/, (day) => String(Number(day) - 1).padStart(2, '0')),
      ),
    );
    expect((await shuffledIn(moved, dense)).found).toEqual([]);
  });
});
