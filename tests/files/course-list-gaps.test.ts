import { describe, expect, test } from 'vitest';
import { course, pastCourse } from '@/tests/helpers/itslearning-facts';
import { complete, partial } from '@/tests/helpers/test-rule';
import type { Course } from '@/utils/core/itslearning-facts';
import type { ExpectedCourse } from '@/utils/core/timetable-facts';
import { courseListGaps } from '@/utils/files/course-list-gaps';

const year = { startsIn: 2026 };
const expected = (...names: string[]): ExpectedCourse[] => names.map((name) => ({ name, lessons: 3 }));
const gaps = (names: readonly string[], courses: readonly Course[], list = complete(...courses)) =>
  courseListGaps(expected(...names), { courses: list }, { year })?.items.map(({ kind, name, detail }) =>
    [kind, name, detail].filter(Boolean).join(' | '),
  );

describe('the courses of the file beside those of « Administration des cours »', () => {
  test('spaces, case and accents are no difference', () => {
    expect(
      gaps(['TECHNO - 4 B', 'Français - 3A'], [course('TECHNO - 4B'), course('FRANCAIS - 3 A')]),
    ).toEqual([]);
  });

  test('missing, unexpected, renamed', () => {
    expect(gaps(['TECHNO - 4 B', 'EPS - 3 A'], [course('TECHNOLOGIE - 4B'), course('LATIN - 5 C')])).toEqual([
      'renamed | TECHNO - 4 B | TECHNOLOGIE - 4B',
      'missing | EPS - 3 A',
      'unexpected | LATIN - 5 C',
    ]);
  });

  test('another number of participants', () => {
    const found = courseListGaps(
      [{ name: 'EPS - 3 A', lessons: 3, participants: 28 }],
      { courses: complete(course('EPS - 3A', { participants: 0 })) },
      { year },
    );
    expect(found?.items).toMatchObject([
      { kind: 'miscounted', detail: '28 participants attendus, 0 affichés' },
    ]);
    expect(found?.items[0]?.at).toEqual(course('EPS - 3A').at);
  });

  test('two of one name: none is unexpected when one is expected; when none is, each is told at its own place', () => {
    const places = ['c1', 'c2'].map((key) => ({ ...course('EPS - 4 A').at, key }) as Course['at']);
    const double = places.map((at) => course('EPS - 4 A', { at }));
    expect(gaps(['EPS - 4 A'], double)).toEqual([]);
    const told = courseListGaps([], { courses: complete(...double) }, { year });
    expect(told?.items.map(({ at }) => at)).toEqual(places);
  });

  test('courses made by hand, archived or of last year are not the file’s', () => {
    const others = [
      course('Chorale', { imported: false }),
      course('EPS - 3 A', { state: 'archived' }),
      pastCourse('EPS - 3A'),
    ];
    expect(gaps(['EPS - 3 A'], others)).toEqual(['missing | EPS - 3 A']);
  });

  test('on one page of several, nothing is missing and nothing was renamed', () => {
    const shown = [course('TECHNOLOGIE - 4B')];
    expect(gaps(['TECHNO - 4 B', 'EPS - 3 A'], shown, partial(...shown))).toEqual([
      'unexpected | TECHNOLOGIE - 4B',
    ]);
  });

  test('per school: several on the list, and one has to be named', () => {
    const courses = complete(
      course('EPS - 3 A', { organisation: 'COLLEGE MOLIERE' }),
      course('EPS - 3 B', { organisation: 'COLLEGE DEBUSSY' }),
    );
    expect(courseListGaps(expected('EPS - 3 A'), { courses }, { year })).toBeUndefined();
    const own = courseListGaps(expected('EPS - 3 A'), { courses }, { year, organisation: 'COLLEGE MOLIERE' });
    expect(own).toMatchObject({ items: [], complete: true });
  });

  test('no list, no word', () => expect(courseListGaps(expected('A - B'), {}, { year })).toBeUndefined());
});
