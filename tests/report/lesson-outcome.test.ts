import { expect, test } from 'vitest';
import { lesson } from '@/tests/helpers/timetable-facts';
import { typographyFaults } from '@/tests/helpers/typography';
import { lessonOutcome } from '@/utils/report/lesson-outcome';

test('a subject that the list did not give: nothing is concluded, except of a part of a class', () => {
  const unknown = { subjectUnknown: true } as const;
  for (const audience of ['4 A', '4 A, 4 B', '[4LATIN]']) {
    const { kind, courses, why = '' } = lessonOutcome(lesson('', audience, unknown));
    expect([kind, courses]).toEqual(['unknown', []]);
    expect(why).toContain('Nom du cours non connu');
    expect(typographyFaults(why)).toEqual([]);
  }
  expect(lessonOutcome(lesson('', '<4 A> <LV> LAT', unknown)).kind).toBe('nothing');
});

test.each([
  ['4 A', 'EPS', 'course', ['EPS - 4 A'], undefined, undefined],
  [
    '4 A, 4 B',
    'EPS',
    'several',
    ['EPS - 4 A', 'EPS - 4 B'],
    /2 cours séparés/,
    /groupe contenant ces classes/,
  ],
  ['[4LATIN]', 'LATIN', 'course', ['LATIN - 4LATIN'], undefined, undefined],
  ['[4LATIN]<4 A> <LV> LAT', 'LATIN', 'course', ['LATIN - 4LATIN'], /« LATIN - 4 A »/, undefined],
  ['<4 A> <LV> LAT', 'LATIN', 'nothing', [], /partie de classe/, /« Générer les groupes pour PRONOTE »/],
  ['', 'CONCERTATION', 'nothing', [], /Aucune classe/, /rattachez-y/],
  ['4 A', '', 'nothing', [], /matière/, /ligne de titres/],
] as const)('« %s » of %s', (audience, subject, kind, courses, why, mend) => {
  const outcome = lessonOutcome(lesson(subject, audience));
  expect([outcome.kind, outcome.courses]).toEqual([kind, courses]);
  for (const [text, expected] of [
    [outcome.why, why],
    [outcome.mend, mend],
  ] as const) {
    if (expected === undefined) expect(text).toBeUndefined();
    else expect(text?.replaceAll('\u00A0', ' ')).toMatch(expected);
    expect(typographyFaults(text ?? ''), text).toEqual([]);
  }
});
