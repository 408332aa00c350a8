import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { type Comparison, compareRosters } from '@/utils/files/compare';
import { latin1, PUPILS, rosterOf, utf8, utf16 } from './tables';

const lines = PUPILS.split('\r\n');
const compare = (old: string | Uint8Array, fresh: string | Uint8Array) =>
  compareRosters([rosterOf(old)], [rosterOf(fresh)]);
const summary = (comparison: Comparison) => ({
  changes: [...comparison.changes()].map(({ by, cells }) => [
    by,
    ...cells.map(({ column, was, is }) => [column.field, was, is]),
  ]),
  gone: comparison.gone.map(({ row }) => row),
  arrived: comparison.arrived.map(({ row }) => row),
});
const edit = (from: string, to: string, text = PUPILS) => {
  expect(text).toContain(from);
  return text.replace(from, to);
};

describe('what changed', () => {
  test('nothing, in the same file', () => {
    const comparison = compare(PUPILS, PUPILS);
    expect(summary(comparison)).toEqual({ changes: [], gone: [], arrived: [] });
    expect(comparison).toMatchObject({ matched: 4, unchanged: 4, crossed: [] });
  });

  test('a class, found by key', () => {
    const comparison = compare(PUPILS, edit('6e B;6e', '5e B;5e'));
    expect(summary(comparison).changes).toEqual([['key', ['class', '6e B', '5e B'], ['level', '6e', '5e']]]);
    expect(comparison.columns.find(({ field }) => field === 'class')).toMatchObject({
      changed: 1,
      compared: 4,
    });
    expect([...comparison.changes('key')]).toEqual([]);
    expect([...comparison.changes('class')]).toHaveLength(1);
  });

  test('an accent of a key, found by username', () => {
    expect(summary(compare(PUPILS, edit('zoélambert', 'zoelambert'))).changes).toEqual([
      ['username', ['key', 'zoélambert12/04/2012', 'zoelambert12/04/2012']],
    ]);
  });

  test('an emptied key, found by username', () => {
    expect(summary(compare(PUPILS, edit('zoélambert12/04/2012;', ';'))).changes).toEqual([
      ['username', ['key', 'zoélambert12/04/2012', '']],
    ]);
  });

  test('a username, found by key', () => {
    expect(summary(compare(PUPILS, edit('zoe.lambert', 'zlambert'))).changes).toEqual([
      ['key', ['username', 'zoe.lambert', 'zlambert']],
    ]);
  });

  test('a leaver, an arrival, and somebody who lost both key and username', () => {
    const fresh = [
      lines[0],
      lines[1],
      lines[3],
      lines[4]?.replace(/^[^;]*;[^;]*/, ';'),
      ';;Nguyen;Lina;01/02/2012;6e B;6e;',
    ];
    expect(summary(compare(PUPILS, fresh.join('\n')))).toEqual({
      changes: [],
      gone: [1, 3],
      arrived: [2, 3],
    });
  });

  test('a sorted column: usernames that belong to others', () => {
    const swapped = edit('zoe.lambert', 'x', edit('noah.dasilva', 'zoe.lambert')).replace(
      ';x;',
      ';noah.dasilva;',
    );
    const { crossed, matched } = compare(PUPILS, swapped);
    expect(matched).toBe(4);
    expect(crossed.map(({ fresh, byKey, byUsername }) => [fresh.row, byKey.row, byUsername.row])).toEqual([
      [0, 0, 1],
      [1, 1, 0],
    ]);
  });
});

describe('what does not count as a change', () => {
  const cells = lines.map((line) => line.split(';'));
  test.each<[string, string | Uint8Array]>([
    ['order of rows', [lines[0], lines[3], lines[1], lines[4], lines[2]].join('\n')],
    ['separator and quotes', Papa.unparse(cells, { delimiter: ',', quotes: true })],
    ['quotes alone', Papa.unparse(cells, { delimiter: ';', quotes: true })],
    [
      'order of columns',
      Papa.unparse(
        cells.map((row) => [...row].reverse()),
        { delimiter: ';' },
      ),
    ],
    ['mark and line ends', utf8(`\uFEFF${PUPILS.replaceAll('\r\n', '\n')}\n\n`)],
    ['encoding', latin1(PUPILS.replaceAll('’', '\u0092'))],
    ['UTF-16', utf16(PUPILS, true)],
    [
      'wording of headers',
      PUPILS.replace(
        lines[0] ?? '',
        'Cle synchro;Nom utilisateur;Nom;Prenom;Date naissance;Classe;niveau;groupe',
      ),
    ],
  ])('%s', (_, fresh) => {
    const comparison = compare(PUPILS, fresh);
    expect(summary(comparison)).toEqual({ changes: [], gone: [], arrived: [] });
    expect(comparison.unchanged).toBe(4);
  });

  test('two Windows-1252 files are compared as they are', () => {
    const old = latin1(PUPILS.replaceAll('’', '\u0092'));
    const fresh = latin1(edit('Zoé', 'Zoe').replaceAll('’', '\u0092'));
    expect(summary(compare(old, fresh)).changes).toEqual([['key', ['firstName', 'Zoé', 'Zoe']]]);
    expect(summary(compare(old, edit('Anne-Marie', 'Anne Marie'))).changes).toEqual([
      ['key', ['firstName', 'Anne-Marie', 'Anne Marie']],
    ]);
  });
});

test('a key typed with a quote is the same in quotes and without', () => {
  const header = 'Clé de synchro;Nom;Prénom\n';
  expect(compare(`${header}k"1;Roy;Zoé`, `${header}"k""1";Roy;"Zoé"`)).toMatchObject({
    matched: 1,
    unchanged: 1,
  });
});

test('a cell beyond the header is in no column: it is not compared', () => {
  const header = 'Clé de synchro;Nom;Prénom\n';
  expect(compare(`${header}k1;Roy;Zoé;a`, `${header}k1;Roy;Zoé;b`)).toMatchObject({
    matched: 1,
    unchanged: 1,
  });
});

test('whatever is in quotes, only what is read counts', () => {
  const header = ['Clé de synchro', 'Nom', 'Prénom', 'Classe', 'Groupes'];
  const cell = fc.record({
    text: fc.string({ unit: fc.constantFrom('a', 'b', 'é', '"', ';', ' '), maxLength: 4 }),
    quotes: fc.boolean(),
    spaces: fc.constantFrom('', '', '  '),
  });
  const written = ({ text, quotes, spaces }: { text: string; quotes: boolean; spaces: string }) =>
    quotes || /["; ]/.test(text) ? `"${text.replaceAll('"', '""')}"${spaces}` : text;
  const cells = fc.array(cell, { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(fc.tuple(cells, cells, fc.boolean()), { minLength: 1, maxLength: 4 }), (people) => {
      const rows = people.map(
        ([was, is, isNew]) =>
          [
            was,
            isNew
              ? is
              : was.map((one, at) => ({
                  ...one,
                  quotes: is[at]?.quotes ?? false,
                  spaces: is[at]?.spaces ?? '',
                })),
          ] as const,
      );
      const file = (side: 0 | 1) =>
        [header, ...rows.map((row, n) => [`k${n}`, ...row[side].map(written)])]
          .map((row) => row.join(';'))
          .join('\n');
      const found = [...compare(file(0), file(1)).changes()].map(({ old, cells }) => [
        old.row,
        ...cells.map(({ was, is }) => [was, is]),
      ]);
      const expected = rows.flatMap(([was, is], row) => {
        const changed = was.flatMap(({ text }, at) => (text === is[at]?.text ? [] : [[text, is[at]?.text]]));
        return changed.length > 0 ? [[row, ...changed]] : [];
      });
      expect(found).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

test('very long cells, in every column and in quotes too', () => {
  const header = ['Clé de synchro', 'Nom', 'Prénom', 'Classe'];
  for (const length of [127, 128, 253, 254, 255, 256, 300, 511, 70_000]) {
    for (let column = 0; column < header.length; column++) {
      const long = (text: string) =>
        ['k1', 'Roy', 'Zoé', '6e'].map((cell, at) => (at === column ? text : cell));
      const was = long('é'.repeat(length >> 1) + 'x'.repeat(length % 2));
      const is = long(`${(was[column] as string).slice(0, -1)}y`);
      const file = (...rows: string[][]) => [header, ...rows].map((row) => row.join(';')).join('\r\n');
      const other = ['k2', 'Silva', 'Léo', '5e'];
      const quoted = other.map((cell) => `"${cell}"`);
      expect(compare(file(was, other), file(was, other))).toMatchObject({ matched: 2, unchanged: 2 });
      const fresh = column === 0 ? ['k1', ...is.slice(1)] : is;
      const before = column === 0 ? ['k1', ...was.slice(1)] : was;
      for (const rest of [other, quoted]) {
        const [change, ...more] = [...compare(file(before, other), file(fresh, rest)).changes()];
        expect(more).toEqual([]);
        if (column === 0) expect(change).toBeUndefined();
        else expect(change?.cells).toMatchObject([{ was: before[column], is: fresh[column] }]);
      }
    }
  }
});

test('columns lost and added are named', () => {
  const fresh = PUPILS.replace('Niveau', 'Régime');
  expect(compare(PUPILS, fresh).pairings[0]).toMatchObject({ lost: ['Niveau'], added: ['Régime'] });
});

test('more than 32 columns', () => {
  const header = [
    'Clé de synchro',
    'Nom',
    'Prénom',
    ...Array.from({ length: 67 }, (_, n) => `Option ${String.fromCharCode(65 + (n % 26))}${n}x`),
  ];
  const row = header.map((_, n) => `v${n}`);
  const fresh = row.map((value, n) => (n === 33 || n === 69 ? 'changed' : value));
  const file = (values: string[]) => [header, values].map((cells) => cells.join(';')).join('\n');
  const [change] = [...compare(file(row), file(fresh)).changes()];
  expect(change?.cells.map(({ column, was }) => [column.old, was])).toEqual([
    [33, 'v33'],
    [69, 'v69'],
  ]);
});

describe('repeats', () => {
  test('a key on two rows of either file is told, and each row finds its own', () => {
    const twice = `${PUPILS}\r\n${lines[1]?.replace('6e B', '6e C').replace('zoe.lambert', 'zoe.lambert1')}`;
    const comparison = compare(twice, [lines[0], twice.split('\r\n')[5], ...lines.slice(1)].join('\n'));
    expect(comparison.repeatedKeys.old.map((rows) => rows.map(({ row }) => row))).toEqual([[0, 4]]);
    expect(comparison.repeatedKeys.fresh.map((rows) => rows.map(({ row }) => row))).toEqual([[0, 1]]);
    expect(summary(comparison)).toEqual({ changes: [], gone: [], arrived: [] });
    expect(comparison.matchOf({ table: 0, row: 0 })?.old.row).toBe(4);
  });

  test('of two rows with one key, the one that stays is the one that differs least', () => {
    const twin = lines[1]?.replace('6e B', '6e C');
    const comparison = compare(
      [lines[0], lines[1], twin, ...lines.slice(2)].join('\n'),
      [lines[0], twin, ...lines.slice(2)].join('\n'),
    );
    expect(summary(comparison)).toEqual({ changes: [], gone: [0], arrived: [] });
  });

  test('a username on two rows', () => {
    const text = edit('noah.dasilva', 'zoe.lambert');
    expect(compare(PUPILS, text).repeatedUsernames.fresh.map((rows) => rows.map(({ row }) => row))).toEqual([
      [0, 1],
    ]);
  });

  test('one key repeated ten thousand times is no trap', () => {
    const text = `Clé de synchro;Nom;Prénom\n${'k;Lambert;Zoé\n'.repeat(10_000)}`;
    expect(compare(text, text)).toMatchObject({ matched: 10_000, unchanged: 10_000 });
  });
});

test('several files on each side: a person who changes profile is not gone', () => {
  const header = 'Clé de synchro;Nom d’utilisateur;Nom;Prénom';
  const teachers = rosterOf(`${header}\nk1;u1;Durand;Paul\nk2;u2;Faure;Inès`, 'Teacher.csv');
  const staff = rosterOf(`${header}\nk3;u3;Roy;Marc`, 'Personal.csv');
  const [newTeachers, newStaff] = [
    rosterOf(`${header}\nk1;u1;Durand;Paul`, 'Teacher.csv'),
    rosterOf(`${header}\nk3;u3;Roy;Marc\nk2;u2;Faure;Inès`, 'Personal.csv'),
  ];
  const comparison = compareRosters([teachers, staff], [newTeachers, newStaff]);
  expect(comparison).toMatchObject({ matched: 3, unchanged: 3, gone: [], arrived: [] });
  expect(comparison.matchOf({ table: 1, row: 1 })).toEqual({
    old: { table: 0, row: 1 },
    fresh: { table: 1, row: 1 },
    by: 'key',
  });
});

describe('Edifice', () => {
  const old =
    'externalid;Prénom*;Nom*;Date de naissance*;Classe*\nE1;Zoé;Lambert;12/04/2012;CM1\nE2;Noah;Da Silva;03/11/2011;CM2';
  test('a row without externalid is recognised as the platform would', () => {
    const fresh =
      'Prénom*;Nom*;Date de naissance*;Classe*\nZOE;lambert;2012-04-12;CM2\nNoah;Dassilva;03/11/2011;CM2';
    const comparison = compare(old, fresh);
    expect(comparison.matchOf({ table: 0, row: 0 })).toMatchObject({ by: 'identity', old: { row: 0 } });
    expect(summary(comparison)).toMatchObject({ gone: [1], arrived: [1] });
  });

  test('homonyms are recognised by neither side', () => {
    const fresh = `${old.split('\n')[0]}\n;Zoé;Lambert;12/04/2012;CM2\n;Zoé;Lambert;12/04/2012;CM1\nE2;Noah;Da Silva;03/11/2011;CM2`;
    expect(summary(compare(old, fresh))).toMatchObject({ gone: [0], arrived: [0, 1] });
  });
});

test('random edits are found as what they were', () => {
  const name = fc.string({
    unit: fc.constantFrom('a', 'é', '-', '"', ';', ' ', '’', 'Z'),
    minLength: 1,
    maxLength: 8,
  });
  const person = fc.record({
    first: name,
    last: name,
    fate: fc.constantFrom('same', 'gone', 'class', 'key', 'login', 'new'),
  });
  fc.assert(
    fc.property(
      fc.array(person, { minLength: 1 }),
      fc.boolean(),
      fc.constantFrom(';', ','),
      (people, quotes, delimiter) => {
        const header = ['Clé de synchro', 'Nom d’utilisateur', 'Nom', 'Prénom', 'Classe'];
        const row = (n: number, p: { first: string; last: string }) => [
          `k${n}"é`,
          `u${n}`,
          p.last,
          p.first,
          '6e',
        ];
        const old = people.flatMap((p, n) => (p.fate === 'new' ? [] : [row(n, p)]));
        const fresh = people.flatMap((p, n) => {
          const [k, u, l, f, c] = row(n, p) as [string, string, string, string, string];
          if (p.fate === 'gone') return [];
          if (p.fate === 'class') return [[k, u, l, f, '5e']];
          if (p.fate === 'key') return [[`${k}x`, u, l, f, c]];
          return [p.fate === 'login' ? [k, `${u}x`, l, f, c] : [k, u, l, f, c]];
        });
        const comparison = compare(
          Papa.unparse([header, ...old], { delimiter: ';' }),
          Papa.unparse([header, ...fresh.reverse()], { delimiter, quotes }),
        );
        const fates = (fate: string) => people.filter((p) => p.fate === fate).length;
        const changed = (field: 'key' | 'username' | 'class') => [...comparison.changes(field)].length;
        expect([comparison.gone.length, comparison.arrived.length]).toEqual([fates('gone'), fates('new')]);
        expect([changed('class'), changed('key'), changed('username')]).toEqual([
          fates('class'),
          fates('key'),
          fates('login'),
        ]);
        expect(comparison.unchanged).toBe(fates('same'));
      },
    ),
  );
});
