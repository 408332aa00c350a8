import { describe, expect, test } from 'vitest';
import { clearFile } from '@/tests/helpers/generate-timetable';
import { complete } from '@/tests/helpers/test-rule';
import { lesson, timetablePupil } from '@/tests/helpers/timetable-facts';
import { timetableModel } from '@/tests/helpers/timetable-model';
import type { ExpectedCourse } from '@/utils/core/timetable-facts';
import { compareCourses, expectedCourses } from '@/utils/files/expected-courses';
import { readTimetable } from '@/utils/files/timetable';
import { utf8 } from './tables';

const names = (courses: readonly { name: string }[]) => courses.map(({ name }) => name);
const wanted = (...list: string[]): ExpectedCourse[] => list.map((name) => ({ name, lessons: 1 }));
const shown = (...list: string[]) => list.map((name) => ({ name }));

describe('courses that the platform will make', () => {
  test('one a class, one a group, none for a part; names as the guide shows them', () => {
    const facts = {
      lessons: complete(
        lesson('FRANCAIS', '4 A'),
        lesson('FRANCAIS', '4 A'),
        lesson('EPS', '4 A, 4 B'),
        lesson('LCA LATIN', '[3BDLATIN], [4DLATIN]'),
        lesson('MATHS', '[4A_1]<4 A> <SIECLE> 1'),
        lesson('LCA LATIN', '<4 A> <LATIN> LAT'),
        lesson('REUNION', ''),
      ),
    };
    expect(expectedCourses(facts)).toEqual([
      { name: 'FRANCAIS - 4 A', lessons: 2 },
      { name: 'EPS - 4 A', lessons: 1 },
      { name: 'EPS - 4 B', lessons: 1 },
      { name: 'LCA LATIN - 3BDLATIN/4DLATIN', lessons: 1 },
      { name: 'MATHS - 4A_1', otherName: 'MATHS - 4 A', lessons: 1 },
    ]);
  });

  test('what no column of the lists gives is not counted as nobody', () => {
    const pupils = (more: object) => complete(timetablePupil('FICTIF Noé', { groups: ['4LAT'], ...more }));
    const lessons = complete(lesson('EPS', '4 A'), lesson('LATIN', '[4LAT]'));
    const counted = (timetablePupils: ReturnType<typeof pupils>, more = lessons) =>
      expectedCourses({ lessons: more, timetablePupils }).map(({ participants }) => participants);
    expect(counted(pupils({}))).toEqual([2, 2]);
    expect(counted(pupils({ groups: [], groupsUnknown: true }))).toEqual([2, undefined]);
    expect(counted(pupils({ classes: [], classesUnknown: true }))).toEqual([undefined, undefined]);
    const unknown = complete(lesson('EPS', '4 A', { teachers: [], teachersUnknown: true }));
    expect(counted(pupils({}), unknown)).toEqual([undefined]);
  });

  test('participants are counted once: pupils of the class or group, and teachers', () => {
    const facts = {
      lessons: complete(
        lesson('FRANCAIS', '4 A'),
        lesson('FRANCAIS', '4 A', { teachers: ['EXEMPLE Alix', 'SECOND Lou'] }),
        lesson('LATIN', '[LAT]'),
        lesson('VIE DE CLASSE', '4 A, <ULIS> <4> 1'),
      ),
      timetablePupils: complete(
        timetablePupil('UN Noé', { groups: ['LAT'] }),
        timetablePupil('DEUX Noé'),
        timetablePupil('TROIS Noé', { classes: ['4 B'], groups: ['LAT'] }),
      ),
    };
    expect(expectedCourses(facts).map(({ name, participants }) => [name, participants])).toEqual([
      ['FRANCAIS - 4 A', 4],
      ['LATIN - LAT', 3],
      ['VIE DE CLASSE - 4 A', undefined],
    ]);
  });

  test('a generated school shown as it is expected has no difference', () => {
    const { facts } = readTimetable('edt.xml', utf8(clearFile(timetableModel(8, { pupils: 300 }))));
    const expected = expectedCourses(facts);
    expect(expected.length).toBeGreaterThan(80);
    expect(expected.find(({ name }) => name === 'SCIENCES VIE & TERRE - 3e A SVT 1')?.otherName).toBe(
      'SCIENCES VIE & TERRE - 3e A',
    );
    const { found, ...others } = compareCourses(expected, expected);
    expect(found).toHaveLength(expected.length);
    expect(others).toEqual({ miscounted: [], renamed: [], missing: [], unexpected: [] });
  });
});

describe('compared with what a screen lists', () => {
  test('spaces, case and order of groups are no difference', () => {
    const result = compareCourses(
      wanted('TECHNOLOGIE - 4 B', 'LATIN - 3BD/4D', 'HISTOIRE-GEOGRAPHIE - 4 A'),
      shown('Technologie - 4B', 'LATIN - 4D / 3BD', 'HISTOIRE-GÉOGRAPHIE – 4\u00A0A'),
    );
    expect([result.found.length, result.missing, result.unexpected, result.renamed]).toEqual([3, [], [], []]);
  });

  test('missing, unexpected and renamed are told apart', () => {
    const result = compareCourses(
      wanted('TECHNOLOGIE - 4 B', 'FRANCAIS - 4 A', 'LATIN - 3LATIN', 'EPS - 4 A'),
      shown('TECHNO - 4B', 'LATIN - 3LATINS', 'ACCUEIL - 6 A'),
    );
    expect(result.renamed.map((pair) => [pair.expected.name, pair.shown.name])).toEqual([
      ['TECHNOLOGIE - 4 B', 'TECHNO - 4B'],
      ['LATIN - 3LATIN', 'LATIN - 3LATINS'],
    ]);
    expect(names(result.missing)).toEqual(['FRANCAIS - 4 A', 'EPS - 4 A']);
    expect(names(result.unexpected)).toEqual(['ACCUEIL - 6 A']);
  });

  test('two candidates for one name: nothing is guessed', () => {
    const result = compareCourses(wanted('ARTS PLASTIQUES - 4 B'), shown('ARTS - 4B', 'ARTS PLA - 4B'));
    expect([result.renamed, names(result.missing), result.unexpected.length]).toEqual([
      [],
      ['ARTS PLASTIQUES - 4 B'],
      2,
    ]);
  });

  test('one candidate for two names: nothing is guessed either', () => {
    const expected = wanted('ARTS PLASTIQUES - 4 B', 'ARTS DU CIRQUE - 4 B');
    expect(compareCourses(expected, shown('ARTS - 4B'))).toMatchObject({ renamed: [], missing: expected });
  });

  test('a class is no other class, however near their names', () => {
    const result = compareCourses(wanted('EPS - 4 A'), shown('EPS - 4 B'));
    expect([result.renamed, names(result.missing)]).toEqual([[], ['EPS - 4 A']]);
  });

  test('the class’s own course stands for the lessons of its groups', () => {
    const expected = [{ name: 'MATHS - 4A_1', otherName: 'MATHS - 4 A', lessons: 1, participants: 13 }];
    const result = compareCourses(expected, [{ name: 'MATHS - 4A', participants: 26 }]);
    expect([result.found.length, result.miscounted, result.unexpected]).toEqual([1, [], []]);
  });

  test('two shown courses of one name: neither is unexpected, and the one that counts right is the expected one', () => {
    const expected = [{ name: 'EPS - 4 A', lessons: 1, participants: 26 }];
    const counts = (...list: number[]) =>
      compareCourses(
        expected,
        list.map((participants) => ({ name: 'EPS - 4A', participants })),
      );
    for (const right of [counts(26, 3), counts(3, 26)])
      expect([right.found.length, right.unexpected, right.miscounted, right.missing]).toEqual([
        1,
        [],
        [],
        [],
      ]);
    const wrong = counts(3, 4);
    expect([wrong.unexpected, wrong.miscounted.map((pair) => pair.shown.participants)]).toEqual([[], [3]]);
  });

  test('a wrong number of participants is said', () => {
    const expected = [{ name: 'EPS - 4 A', lessons: 1, participants: 26 }];
    expect(compareCourses(expected, [{ name: 'EPS - 4A', participants: 1 }]).miscounted).toHaveLength(1);
    expect(compareCourses(expected, [{ name: 'EPS - 4A', participants: 26 }]).miscounted).toEqual([]);
    expect(compareCourses(expected, [{ name: 'EPS - 4A' }]).miscounted).toEqual([]);
  });
});
