import { expect, test } from 'vitest';
import { timetablePupil, timetableTeacher } from '@/tests/helpers/timetable-facts';
import { timetableModel } from '@/tests/helpers/timetable-model';
import { typographyFaults } from '@/tests/helpers/typography';
import { readPastedList } from '@/utils/files/timetable-paste';
import { crossCheckPeople, type Unreconciled } from '@/utils/files/timetable-people';
import type { Person } from '@/utils/matching/person';

const account = (lastName: string, firstName: string, birthDate = '28/02/2013', id = 0): Person => ({
  id,
  profile: 'pupil',
  lastName,
  firstName,
  birthDate,
});
const teacher = (lastName: string, firstName: string): Person => ({
  id: 0,
  profile: 'teacher',
  lastName,
  firstName,
});
const names = (list: readonly Unreconciled[]) =>
  list.map(({ person }) => `${person.lastName} ${person.firstName}`);

test('pupils: each is in one list, with the reason', () => {
  const check = crossCheckPeople(
    'pupil',
    [
      timetablePupil('FICTIF Noé'),
      timetablePupil('LEROY Hélène', { birthDate: '2013-03-01' }),
      timetablePupil('MARTIN Zoé', { birthDate: '2012-05-04' }),
      timetablePupil('INCONNU Paul', { birthDate: '2011-01-01' }),
      timetablePupil('ANCIEN Lou', { birthDate: '2009-01-01', classes: [] }),
    ],
    [
      account('Fictif', 'Noé'),
      account('LEROY', 'Helene', '01/03/2013'),
      account('MARTIN', 'Zoé', '05/04/2012'),
      account('NOUVELLE', 'Ana', '03/03/2014'),
      teacher('INCONNU', 'Paul'),
    ],
  );
  expect(check.reconciled).toBe(1);
  expect(names(check.doubtful)).toEqual(['LEROY Hélène']);
  expect(check.doubtful[0]?.reasons.join()).toMatch(/accents/);
  expect(names(check.unreconciled)).toEqual(['MARTIN Zoé']);
  expect(check.unreconciled[0]?.reasons.join()).toMatch(/Date de naissance/);
  expect(check.unreconciled[0]?.account?.birthDate).toBe('05/04/2012');
  expect(names(check.unknown)).toEqual(['INCONNU Paul']);
  expect(names(check.former)).toEqual(['ANCIEN Lou']);
  expect(check.absent.map(({ lastName }) => lastName)).toEqual(['NOUVELLE']);
  for (const { reasons } of [...check.unknown, ...check.former])
    for (const reason of reasons) expect(typographyFaults(reason)).toEqual([]);
});

test('teachers are recognised by their names alone, whatever birth date the timetable gives', () => {
  const check = crossCheckPeople(
    'teacher',
    [timetableTeacher('EXEMPLE Alix', { birthDate: '1980-01-01' }), timetableTeacher('DUPOND Marie')],
    [teacher('EXEMPLE', 'Alix'), teacher('DUPONT', 'Marie')],
  );
  expect([check.reconciled, names(check.unreconciled)]).toEqual([1, ['DUPOND Marie']]);
});

test('names in one column: capitals split them, else both ways round, else nothing is concluded', () => {
  const list = ['LOUIS Roland', 'Ana FICTIF', 'EXEMPLE ALIX', 'noé Second', 'M. DUPONT', 'ZIRCON Bob'];
  const paste = list.map((name) => `EPS\t4 A\t${name}`).join('\n');
  const { facts } = readPastedList(`Matière\tClasse\tProfesseur\n${paste}`);
  const check = crossCheckPeople('teacher', facts.timetableTeachers?.items ?? [], [
    teacher('LOUIS', 'Roland'),
    teacher('FICTIF', 'Ana'),
    teacher('EXEMPLE', 'Alix'),
    teacher('SECOND', 'Noé'),
    teacher('DUPONT', 'Marie'),
    teacher('AUTRE', 'Lou'),
  ]);
  expect(check.reconciled).toBe(4);
  expect(names(check.unknown)).toEqual(['ZIRCON Bob']);
  expect(names(check.uncompared).map((name) => name.trim())).toEqual(['M. DUPONT']);
  for (const reason of check.uncompared[0]?.reasons ?? []) expect(typographyFaults(reason)).toEqual([]);
  expect(check.absent.map(({ lastName }) => lastName)).toEqual(['AUTRE']);
});

test('two namesakes need two accounts', () => {
  const twice = [timetablePupil('FICTIF Noé'), timetablePupil('FICTIF Noé')];
  expect(crossCheckPeople('pupil', twice, [account('FICTIF', 'Noé')])).toMatchObject({ reconciled: 1 });
  expect(
    crossCheckPeople('pupil', twice, [account('FICTIF', 'Noé'), account('FICTIF', 'Noé')]),
  ).toMatchObject({
    reconciled: 2,
    unknown: [],
  });
});

test('everybody of a generated school is accounted for, once', () => {
  const { pupils } = timetableModel(5, { pupils: 400, faults: false });
  const people = pupils.map((pupil) => timetablePupil('', { ...pupil, classes: [pupil.className ?? ''] }));
  const accounts = pupils
    .filter((_, n) => n % 10 !== 0)
    .map(({ lastName, firstName, birthDate }, n) =>
      account(lastName, n % 7 === 0 ? firstName.toUpperCase() : firstName, birthDate, n),
    );
  const check = crossCheckPeople('pupil', people, accounts);
  const { reconciled, doubtful, unreconciled, unknown, former } = check;
  expect(reconciled).toBe(accounts.length);
  expect(doubtful.length + unreconciled.length + unknown.length + former.length).toBe(
    people.length - accounts.length,
  );
  expect(check.absent).toEqual([]);
});

test('a list without birth dates: a pupil of the same name as an account is not compared, never « non réconcilié »', () => {
  const undated = { birthDateUnknown: true, birthDate: '' } as const;
  const check = crossCheckPeople(
    'pupil',
    [
      timetablePupil('FICTIF Noé', undated),
      timetablePupil('LEROY Helene', undated),
      timetablePupil('INCONNU Paul', { ...undated, classes: [], classesUnknown: true }),
    ],
    [account('FICTIF', 'Noé', '28/02/2013', 1), account('LEROY', 'Hélène', '01/03/2013', 2)],
  );
  expect([check.reconciled, check.unreconciled, check.former, check.absent]).toEqual([0, [], [], []]);
  expect(names(check.uncompared)).toEqual(['FICTIF Noé']);
  expect(names(check.doubtful)).toEqual(['LEROY Helene']);
  expect(check.doubtful[0]?.reasons.join()).not.toMatch(/Date de naissance/);
  expect(names(check.unknown)).toEqual(['INCONNU Paul']);
  for (const { reasons } of check.uncompared)
    for (const reason of reasons) expect(typographyFaults(reason)).toEqual([]);
});
