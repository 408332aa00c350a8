import { describe, expect, test } from 'vitest';
import { typographyFaults } from '@/tests/helpers/typography';
import { type AbsentPerson, deletionGauge, detectCohort, type GaugeInput } from '@/utils/files/gauge';

const at = { in: 'file', file: 'Parent.csv', line: 1 } as const;
const cohort = { levels: ['3e'], classes: [], detected: true };
const absent = (count: number, more: Partial<AbsentPerson> = {}): AbsentPerson => ({
  profile: 'pupil',
  expected: false,
  edited: false,
  count,
  ...more,
});

describe('the limit', () => {
  test.each([
    [1000, 0, 'green'],
    [1000, 99, 'green'],
    [1000, 100, 'green'],
    [1000, 101, 'red'],
    [10, 1, 'green'],
    [10, 2, 'red'],
  ] as const)('of %i accounts, %i unexpected: %s', (known, unexpected, state) => {
    const gauge = deletionGauge({
      at,
      cohort,
      known: [{ profile: 'pupil', known }],
      absents: [absent(unexpected), absent(Math.floor(known / 4), { expected: true })],
    });
    expect(gauge.state).toBe(state);
    expect(gauge.share).toBeCloseTo(unexpected / known);
    expect(gauge.total).toMatchObject({ known, unexpected });
  });

  test('what is expected never makes it red, however many', () => {
    const known = [{ profile: 'pupil' as const, className: '3e A', level: '3e', known: 30 }];
    const gauge = deletionGauge({
      at,
      cohort,
      known,
      absents: [absent(30, { expected: true, className: '3e A' })],
    });
    expect(gauge).toMatchObject({ state: 'green', alarms: [], total: { expected: 30, unexpected: 0 } });
  });
});

describe('a class or a profile that goes to zero', () => {
  const known = [
    { profile: 'pupil' as const, className: '5e A', level: '5e', known: 20 },
    { profile: 'pupil' as const, className: 'ULIS', known: 4 },
    { profile: 'pupil' as const, className: '3e A', level: '3e', known: 900 },
    { profile: 'teacher' as const, known: 3 },
  ];

  test.each([
    ['a class', [absent(20, { className: '5e A', level: '5e' })], ['Classe «\u00A05e A\u00A0»']],
    ['a class but one pupil', [absent(19, { className: '5e A', level: '5e' })], []],
    ['a class too small to tell', [absent(4, { className: 'ULIS' })], []],
    ['a profile', [absent(3, { profile: 'teacher' })], ['Profil «\u00A0Enseignants\u00A0»']],
  ] as const)('%s', (_, absents, alarms) => {
    const gauge = deletionGauge({ at, cohort, known, absents });
    expect(gauge.state).toBe(alarms.length > 0 ? 'red' : 'green');
    expect(gauge.alarms).toHaveLength(alarms.length);
    alarms.forEach((alarm, index) => {
      expect(gauge.alarms[index]).toContain(alarm);
    });
  });

  test('lines add up by class, level and profile', () => {
    const absents = [
      absent(2, { className: '5e A', level: '5e' }),
      absent(1, { className: '5e A', level: '5e', edited: true }),
      absent(800, { className: '3e A', level: '3e', expected: true }),
    ];
    const gauge = deletionGauge({ at, cohort, known, absents });
    expect(gauge.byClass).toMatchObject([
      { label: '5e A', known: 20, absent: 3, unexpected: 3, edited: 1 },
      { label: 'ULIS', absent: 0 },
      { label: '3e A', known: 900, absent: 800, expected: 800 },
    ]);
    expect(gauge.byLevel.map(({ label, absent }) => [label, absent])).toEqual([
      ['5e', 3],
      ['3e', 800],
    ]);
    expect(gauge.byProfile.map(({ profile, known }) => [profile, known])).toEqual([
      ['pupil', 924],
      ['teacher', 3],
    ]);
  });

  test('many empty classes are counted after the first ones', () => {
    const classes = Array.from({ length: 9 }, (_, n) => ({ className: `6e ${n}`, level: '6e' }));
    const gauge = deletionGauge({
      at,
      cohort,
      known: classes.map((one) => ({ profile: 'pupil', known: 25, ...one })),
      absents: classes.map((one) => absent(25, one)),
    });
    expect(gauge.alarms.at(-1)).toBe('Et 4\u00A0autres classes sans plus aucun élève.');
    for (const text of [gauge.says, ...gauge.alarms]) expect(typographyFaults(text)).toEqual([]);
  });
});

describe('what it says', () => {
  test('teachers have no level: none failed to be recognised', () => {
    const { says } = deletionGauge({
      at,
      cohort: { levels: [], classes: [], detected: true },
      known: [{ profile: 'teacher', known: 44 }],
      absents: [{ profile: 'teacher', expected: false, edited: false, count: 5 }],
    });
    expect(says).toBe('5\u00A0absents\u00A0: 0\u00A0attendu, 5\u00A0inattendus.');
  });

  const says = (absents: AbsentPerson[], choice: GaugeInput['cohort'] = cohort) =>
    deletionGauge({ at, cohort: choice, known: [{ profile: 'pupil', known: 2000 }], absents }).says;

  test.each([
    [
      [absent(148, { expected: true }), absent(43), absent(21, { edited: true })],
      cohort,
      '212\u00A0absents\u00A0: 148\u00A0attendus (niveau 3e), 64\u00A0inattendus dont 21 ressemblent à une clé modifiée.',
    ],
    [
      [absent(1, { edited: true })],
      cohort,
      '1\u00A0absent\u00A0: 0\u00A0attendu (niveau 3e), 1\u00A0inattendu dont 1 ressemble à une clé modifiée.',
    ],
    [[], cohort, 'Aucun absent\u00A0: tous les comptes de l’export sont dans le fichier.'],
    [
      [absent(1)],
      { levels: [], classes: [], detected: true },
      '1\u00A0absent\u00A0: 0\u00A0attendu (dernier niveau non reconnu, aucun départ attendu), 1\u00A0inattendu.',
    ],
    [
      [absent(1)],
      { levels: ['2de', '1re'], classes: ['ULIS'], detected: false },
      '1\u00A0absent\u00A0: 0\u00A0attendu (niveaux 2de, 1re, classe ULIS), 1\u00A0inattendu.',
    ],
  ])('%#', (absents, choice, text) => {
    expect(says(absents, choice)).toBe(text);
    expect(typographyFaults(text)).toEqual([]);
  });
});

describe('the cohort that is expected to leave', () => {
  const groups = (...ranks: [number[], number][]) =>
    ranks.map(([list, known]) => ({ role: 'pupil' as const, ranks: list, known }));
  test.each([
    ['a collège', groups([[9], 100], [[12], 100]), ['3e']],
    ['a primary school', groups([[4], 20], [[7, 8], 25]), ['CM2']],
    ['a lycée', groups([[13], 100], [[15], 90]), ['Terminale']],
    ['a nursery school: its last level is none', groups([[2], 20], [[3], 20]), []],
    ['no level known', groups([[], 100]), []],
    ['one class misread does not make a lycée', groups([[12], 500], [[15], 3]), ['3e']],
  ])('%s', (_, list, levels) => {
    expect(detectCohort(list)).toEqual({ levels, classes: [] });
  });
});
