import { expect, test } from 'vitest';
import type { Flag } from '@/utils/core/rule';
import { countsWithCuts, rosterFigures } from '@/utils/report/file-figures';

const at = { in: 'file', file: 'Student.csv', line: 2 } as const;
const flag = (review = false): Flag => ({ at, subject: 'DUVAL Zoé', says: '', review });
const result = (...flags: Flag[]) => ({
  rule: 'changed-sync-key',
  outcome: 'violation' as const,
  complete: true,
  flags,
});

test('rows that were not put into words count: as certain only when none that was is doubtful', () => {
  const cut = (rows: { review: boolean }[]) => [{ rule: 'changed-sync-key', total: 700, rows }];
  expect(countsWithCuts([result(flag(), flag())], cut([{ review: false }, { review: false }]))).toMatchObject(
    [{ violations: 700, reviews: 0 }],
  );
  expect(
    countsWithCuts([result(flag(), flag(true))], cut([{ review: false }, { review: true }])),
  ).toMatchObject([{ violations: 1, reviews: 699 }]);
  expect(countsWithCuts([result(flag())], [])).toMatchObject([{ violations: 1, reviews: 0 }]);
});

test('numbers of an import by the box as it stands, and no name', () => {
  const one = { created: 2, updated: 9, deleted: 3 };
  const of = (deleted: number) => ({
    ...one,
    deleted,
    perProfile: [{ profile: 'pupil' as const, ...one, deleted }],
  });
  const prediction = { platform: 'itslearning' as const, ticked: of(3), unticked: of(0) };
  expect(rosterFigures({ prediction }, true)).toEqual({
    'Import attendu, élèves créés': 2,
    'Import attendu, élèves reconnus': 9,
    'Import attendu, élèves supprimés': 3,
  });
  expect(rosterFigures({ prediction }, false)).toMatchObject({ 'Import attendu, élèves supprimés': 0 });
});
