import { describe, expect, test } from 'vitest';
import { fileOf } from '@/tests/helpers/school-files';
import { controlRosters } from '@/utils/files/control';
import type { ControlChoices } from '@/utils/files/control-result';
import type { RosterTable } from '@/utils/files/pairing';

const HEADER = [
  'Clé de synchro élève',
  'Nom d’utilisateur élève',
  'Nom élève',
  'Prénom élève',
  'Date de naissance élève',
  'Classe Apprenant',
  ...[1, 2].flatMap((n) =>
    ['Clé de synchro', 'Nom d’utilisateur', 'Nom', 'Prénom', 'Code postal'].map(
      (name) => `${name} parent ${n}`,
    ),
  ),
];
const FIRST = ['Zoé', 'Noah', 'Inès', 'Léo', 'Maëlle', 'Hugo', 'Chloé', 'Adam', 'Lou', 'Éva'];
const LAST = ['LAMBERT', 'DA SILVA', 'BENALI', 'ROUX', 'NGUYEN', 'FAVRE'];

/** Sixty invented pupils of 6e to 3e, two by two of one family, so that each parent stands in two rows. */
function rows(count = 60): string[][] {
  return Array.from({ length: count }, (_, n) => {
    const [first, last] = [FIRST[n % 10] ?? '', `${LAST[Math.floor(n / 10) % 6]}${n >= 60 ? ` B${n}` : ''}`];
    const born = `${10 + (n % 18)}/0${1 + (n % 9)}/20${10 + (n % 4)}`;
    const family = Math.floor(n / 2);
    const parents = ['Paul', 'Ève'].flatMap((name, at) => [
      `p${family}${at}`,
      `parent.${family}.${at}`,
      `${last} F${family}`,
      name,
      `0${1000 + family}`,
    ]);
    return [`k${n}`, `eleve.${n}`, last, first, born, `${6 - (n % 4)}e A`, ...parents];
  });
}

const file = (body: readonly (readonly string[])[], name = 'Parent.csv', header = HEADER) =>
  fileOf(name, [header, ...body]);
const control = (
  before: readonly string[][],
  after: readonly string[][] | RosterTable,
  choices?: ControlChoices,
) =>
  controlRosters({
    reference: [file(before)],
    fresh: [Array.isArray(after) ? file(after) : (after as RosterTable)],
    ...choices,
  });
/** A copy with some cells changed: `[row, column, value]`. */
function edited(body: readonly string[][], ...cells: readonly [number, number, string][]): string[][] {
  const copy = body.map((row) => [...row]);
  for (const [row, column, value] of cells) {
    const line = copy[row];
    if (line) line[column] = value;
  }
  return copy;
}
const people = (list: { items: readonly { person: string }[] } | undefined) =>
  list?.items.map(({ person }) => person);

describe('keys and usernames', () => {
  test('a username, an emptied key, an emptied key with a name: each under its own name', async () => {
    const { facts } = await control(
      rows(),
      edited(rows(), [0, 1, 'z.lambert'], [1, 0, ''], [2, 0, ''], [2, 3, 'Ines']),
    );
    expect(facts.usernameEdits?.items).toMatchObject([
      { person: 'LAMBERT Zoé', was: 'eleve.0', is: 'z.lambert', at: { line: 2 }, belongsToAnother: false },
    ]);
    expect(people(facts.emptiedKeys)).toEqual(['LAMBERT Noah', 'LAMBERT Inès']);
    expect(facts.keyEdits?.items).toMatchObject([
      {
        person: 'LAMBERT Inès',
        by: 'username',
        changes: [{ field: 'firstName', at: { line: 4, column: 'Prénom élève' } }],
      },
    ]);
  });

  test('two usernames exchanged belong to another', async () => {
    const { facts } = await control(rows(), edited(rows(), [0, 1, 'eleve.1'], [1, 1, 'eleve.0']));
    expect(facts.usernameEdits?.items.map(({ belongsToAnother }) => belongsToAnother)).toEqual([true, true]);
  });

  test('a key on two rows, a username on two rows, but not those that the export repeats', async () => {
    const before = edited(rows(), [8, 0, 'k9']);
    const { facts } = await control(before, edited(before, [1, 0, 'k0'], [3, 1, 'eleve.2']));
    expect(facts.repeatedKeys?.items).toMatchObject([
      { field: 'key', value: 'k0', people: ['LAMBERT Zoé', 'LAMBERT Noah'], others: [{ line: 3 }] },
      { field: 'username', value: 'eleve.2', at: { line: 4 }, others: [{ line: 5 }] },
    ]);
  });

  test('a new row that is somebody still there', async () => {
    const twin = ['', '', 'lambert', 'Zoe', ...(rows()[0]?.slice(4, 6) ?? [])];
    const { facts } = await control(rows(), [...rows(), [...twin, ...Array(10).fill('')]]);
    expect(facts.twinAccounts?.items).toMatchObject([
      { person: 'LAMBERT Zoé', existing: 'kept', verdict: 'same', at: { line: 62 }, before: { line: 2 } },
    ]);
  });
});

describe('parents of several pupils', () => {
  test('edited in one of two rows: one person, told where', async () => {
    const { facts } = await control(rows(), edited(rows(), [3, 8, 'LAMBERT F']));
    expect(facts.keyEdits?.items).toMatchObject([
      { person: 'LAMBERT F1 Paul', profile: 'parent', by: 'key', at: { line: 5, column: 'Nom parent 1' } },
    ]);
  });

  test('edited in both rows is still one person', async () => {
    const { facts } = await control(rows(), edited(rows(), [2, 10, '1001'], [3, 10, '1001']));
    expect(people(facts.keyEdits)).toEqual(['LAMBERT F1 Paul']);
    expect(facts.mangledValues?.items).toMatchObject([
      { column: 'Code postal parent 1', what: 'zéro du début perdu', count: 2, inKey: true },
    ]);
  });

  test('parents who changed places, or whose first child left, are no edit and no departure', async () => {
    const swapped = rows().map((row) => [...row.slice(0, 6), ...row.slice(11), ...row.slice(6, 11)]);
    const { facts } = await control(rows(), swapped.slice(1));
    expect(facts.keyEdits?.items).toEqual([]);
    expect(people(facts.departures)).toEqual(['LAMBERT Zoé']);
  });

  test('a parent taken off the only rows left is an unexpected departure', async () => {
    const off = [6, 7, 8, 9, 10].flatMap((column) =>
      [4, 5].map((row): [number, number, string] => [row, column, '']),
    );
    const { facts } = await control(rows(), edited(rows(), ...off));
    expect(facts.departures?.items).toMatchObject([
      { person: 'LAMBERT F2 Paul', profile: 'parent', expected: false },
    ]);
  });

  test('the parents of leavers of the last level leave with them, unless another child stays', async () => {
    // Rows 2 and 3 are one family: of 4e, and of 3e.
    const stays = edited(rows(), ...[6, 7, 8, 9, 10].map((at): [number, number, string] => [2, at, '']));
    const gone = (body: string[][]) => body.filter((_, n) => n !== 3);
    expect((await control(rows(), gone(stays))).facts.departures?.items).toMatchObject([
      { person: 'LAMBERT F1 Paul', expected: false },
      { person: 'LAMBERT Léo', expected: true, className: '3e A', level: '3e' },
    ]);
    const alone = rows().map((row, n) =>
      n === 2 ? [...row.slice(0, 6), ...(rows()[0]?.slice(6) ?? [])] : row,
    );
    expect((await control(alone, gone(alone))).facts.departures?.items).toMatchObject([
      { person: 'LAMBERT Léo', expected: true },
      { person: 'LAMBERT F1 Paul', expected: true },
      { person: 'LAMBERT F1 Ève', expected: true },
    ]);
  });

  test('a key and a name edited together are found by the username', async () => {
    const { facts } = await control(
      rows(),
      edited(rows(), [0, 6, 'x'], [1, 6, 'x'], [0, 8, 'LAMBER F0'], [1, 8, 'LAMBER F0']),
    );
    expect(facts.keyEdits?.items).toMatchObject([{ person: 'LAMBERT F0 Paul', by: 'username' }]);
  });
});

describe('changes of a whole column', () => {
  const iso = (body: readonly string[][]) =>
    body.map((row) => {
      const [day, month, year] = (row[4] ?? '').split('/');
      return [...row.slice(0, 4), `${year}-${month}-${day}`, ...row.slice(5)];
    });

  test('all the dates rewritten: one finding with the exact count, and the odd one beside it', async () => {
    const { facts, prediction } = await control(rows(), edited(iso(rows()), [5, 2, 'LAMBER']));
    expect(facts.systemicEdits?.items).toMatchObject([
      { profile: 'pupil', field: 'birthDate', kind: 'date-format', count: 60 },
    ]);
    expect(people(facts.keyEdits)).toEqual(['LAMBERT Hugo']);
    expect(prediction?.ticked).toMatchObject({ created: 60, deleted: 60 });
    expect(prediction?.unticked).toMatchObject({ created: 60, deleted: 0 });
  });

  test('all the postal codes of parents shortened: one finding', async () => {
    const short = rows().map((row) => row.map((cell, at) => (at === 10 || at === 15 ? cell.slice(1) : cell)));
    const { facts } = await control(rows(), short);
    expect(facts.systemicEdits?.items).toMatchObject([
      { profile: 'parent', field: 'postalCode', kind: 'postal-zero', count: 60 },
    ]);
    expect(facts.keyEdits?.items).toEqual([]);
  });

  test('all the keys replaced, all the usernames replaced: one finding each', async () => {
    const keys = rows().map(([key, ...row]) => [`${key}-2026`, ...row]);
    expect((await control(rows(), keys)).facts.systemicEdits?.items).toMatchObject([
      { field: 'key', kind: 'column', count: 60 },
    ]);
    const names = rows().map(([key, name, ...row]) => [key ?? '', `${name}2`, ...row]);
    const { facts, gauge } = await control(rows(), names);
    expect(facts.systemicEdits?.items).toMatchObject([{ field: 'username', kind: 'column', count: 60 }]);
    expect(facts.usernameEdits?.items).toEqual([]);
    expect(gauge?.total.absent).toBe(0);
  });

  test('a list made without the export: every key is missing, one finding a profile', async () => {
    const bare = rows().map((row) => row.map((cell, at) => ([0, 1, 6, 7, 11, 12].includes(at) ? '' : cell)));
    const { facts } = await control(rows(), bare);
    expect(facts.systemicEdits?.items).toMatchObject([
      { profile: 'pupil', field: 'key', kind: 'emptied', count: 60 },
      { profile: 'parent', field: 'key', kind: 'emptied', count: 60 },
    ]);
    expect(facts.twinAccounts?.items).toEqual([]);
  });
});

test('lists are cut, counts are exact, and a cut list is not complete', async () => {
  const many = rows(2600);
  const accents = many.map((row, n) => (n % 2 === 0 ? edited([row], [0, 3, `${row[3]}x`])[0] : row) ?? row);
  const { facts, pairCount, pairs } = await control(many, accents);
  expect(facts.keyEdits).toMatchObject({ complete: false, read: { shown: 500, total: 1300 } });
  expect(facts.keyEdits?.items).toHaveLength(500);
  expect([pairCount, pairs.length]).toEqual([1300, 500]);
});

test('everything crosses a Worker, and tells how far it has come', async () => {
  const told: string[] = [];
  const result = await controlRosters(
    { reference: [file(rows())], fresh: [file(edited(rows(), [0, 3, 'Zoe']))] },
    ({ step, done }) => told.push(`${step} ${done}`),
  );
  expect(structuredClone(result)).toEqual(result);
  expect(told).toEqual(['join 0', 'join 0.5', 'pair 0', 'pair 1', 'conclude 1']);
});

test('an aborted control throws the reason', async () => {
  const stop = new AbortController();
  const running = controlRosters(
    { reference: [file(rows())], fresh: [file(rows())] },
    () => stop.abort(new Error('Arrêté')),
    stop.signal,
  );
  await expect(running).rejects.toThrow('Arrêté');
});

describe('files that are not what they should be', () => {
  test.each([
    ['sans colonne de clé', ['', ...HEADER.slice(1)], 'Clé de synchro élève', 'renamed'],
    ['colonne renommée', ['Truc', ...HEADER.slice(1)], 'Clé de synchro élève', 'renamed'],
    ['nom renommé', HEADER.map((name) => (name === 'Nom élève' ? 'Qui' : name)), 'Nom élève', 'renamed'],
    ['colonne deux fois', [...HEADER.slice(0, 5), 'Nom élève', ...HEADER.slice(6)], 'Nom élève', 'repeated'],
  ])('%s : refus, et rien d’autre', async (_, header, column, kind) => {
    const { refused, facts } = await control(rows(), file(rows(), 'Parent.csv', header));
    expect(refused).toBe(true);
    expect(Object.keys(facts).sort()).toEqual(['headerProblems', 'profileMismatches']);
    expect(facts.headerProblems?.items.filter((one) => one.refused)).toContainEqual(
      expect.objectContaining({ column, kind, file: 'Parent.csv', side: 'fresh' }),
    );
  });

  test('a header without any known name is refused', async () => {
    const lost = file(rows().slice(1), 'Parent.csv', rows()[0]);
    const { refused, facts } = await control(rows(), lost);
    expect(refused).toBe(true);
    expect(facts.headerProblems?.items.some(({ refused }) => refused)).toBe(true);
  });

  test('an invisible character in a name of column is told, and the comparison is made', async () => {
    const header = HEADER.map((name) => (name === 'Classe Apprenant' ? 'Classe\u200B Apprenant' : name));
    const { refused, facts } = await control(rows(), file(rows(), 'Parent.csv', header));
    expect(refused).toBe(false);
    expect(facts.headerProblems?.items).toMatchObject([{ kind: 'invisible', column: 'Classe Apprenant' }]);
  });

  test('a profile that the export lacks is told, and nothing is compared', async () => {
    const teachers = fileOf('Teacher.csv', [
      ['Clé de synchro enseignant', 'Nom d’utilisateur enseignant', 'Nom enseignant', 'Prénom enseignant'],
      ['t1', 'ada', 'Petit', 'Ada'],
    ]);
    const { refused, facts, uncontrolled } = await control(rows(), teachers);
    expect(refused).toBe(true);
    expect(facts.profileMismatches?.items).toMatchObject([{ kind: 'no-reference', file: 'Teacher.csv' }]);
    expect(uncontrolled).toEqual(['Parent.csv']);
  });

  test('pupils under the name of the file of teachers', async () => {
    const { facts } = await control(rows(), file(rows(), 'Teacher.csv'));
    expect(facts.profileMismatches?.items).toMatchObject([{ kind: 'name', announced: 'des enseignants' }]);
  });

  test('a removal request: by its name, by what it holds, and a shortened roster that is neither', async () => {
    const few = rows().slice(0, 8);
    const named = file(few, '0750052M-CollègeSaintJoseph-29aout2021-Eleves.csv');
    expect((await control(rows(), named)).facts.removalFiles?.items).toMatchObject([
      { byName: true, byContent: true, listed: 8, known: 60 },
    ]);
    expect((await control(rows(), few)).facts.removalFiles?.items).toMatchObject([
      { byName: false, byContent: true },
    ]);
    const changed = edited(few, [0, 5, '5e B']);
    expect((await control(rows(), changed)).facts.removalFiles?.items).toEqual([]);
    expect((await control(rows(), rows().slice(10))).facts.removalFiles?.items).toEqual([]);
  });
});

describe('classes', () => {
  const promoted = () =>
    rows().map((row) => [
      ...row.slice(0, 5),
      (row[5] ?? '').replace(/^\d/, (n) => String(Number(n) - 1)),
      ...row.slice(6),
    ]);

  test('a class left as it was while the others moved', async () => {
    const forgotten = promoted().map((row, n) => (n % 4 === 0 ? (rows()[n] ?? row) : row));
    const { facts } = await control(rows(), forgotten);
    const told = facts.classPromotions?.items.filter(({ untouched, kept }) => untouched === kept);
    expect(told).toMatchObject([{ className: '6e A', levels: ['6e'], kept: 15, yearChanges: true }]);
  });

  test('nothing moved at all: no year changes', async () => {
    const { facts } = await control(rows(), edited(rows(), [0, 5, '6e B']));
    expect(facts.classPromotions?.items.some(({ yearChanges }) => yearChanges)).toBe(false);
  });

  test('what the export itself writes that way is not told of newcomers; what it does not, is', async () => {
    const newcomer = (code: string) => [
      ...['', '', 'PETIT', 'Nina', '01/02/2012', '6e A'],
      ...['', '', 'PETIT', 'Luc', code, '', '', '', '', ''],
    ];
    const short = edited(rows(), [0, 10, '1000'], [1, 10, '1000']);
    const usual = await control(short, [...short, newcomer('1000')]);
    expect(usual.facts.mangledValues?.items).toEqual([]);
    const odd = await control(rows(), [...rows(), newcomer('1000')]);
    expect(odd.facts.mangledValues?.items).toMatchObject([
      { column: 'Code postal parent 1', at: { line: 62 }, what: 'zéro du début perdu', count: 1 },
    ]);
  });

  test('a class that a spreadsheet took for a date is told once, with how often', async () => {
    const dated = rows().map((row) =>
      row[5] === '6e A' ? [...row.slice(0, 5), '06-janv', ...row.slice(6)] : row,
    );
    const { facts } = await control(rows(), dated);
    expect(facts.mangledValues?.items).toMatchObject([
      { column: 'Classe Apprenant', what: 'valeur changée en date par le tableur', count: 15, inKey: false },
    ]);
  });
});
