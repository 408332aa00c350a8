import { expect, test } from 'vitest';
import { memoryView } from '@/entrypoints/workshop/timetable/memory-view';
import type { Judged } from '@/entrypoints/workshop/timetable/protocol';
import { initialState, type TimetableState } from '@/entrypoints/workshop/timetable/state';
import { timetableFile } from '@/tests/helpers/timetable-facts';

const UAI = '0490856P';
const TODAY = '2026-11-24';

/** What is said of the last file, of 2 November, beside one given now. */
function shown(madeOn: string, holding: readonly string[] = []) {
  const judged = { holding } as unknown as Judged;
  const state: TimetableState = {
    ...initialState(TODAY),
    uai: UAI,
    judged,
    sources: [
      {
        id: 1,
        file: 'a.xml',
        kind: 'encrypted',
        problems: [],
        unknowable: [],
        envelope: timetableFile({ madeOn }),
      },
    ],
    last: { uai: UAI, at: '2026-11-02T09:00:00Z', madeOn: '2026-11-02T08:00:00+01:00', identifiers: [] },
  };
  const { last = '', replaceable } = memoryView(state, judged);
  return { replaced: last.includes('Celui-ci prend sa place'), replaceable };
}

test('a newer file takes the place of the last one by itself, and that is said: no button asks for it', () => {
  expect(shown('2026-11-20T08:00:00+01:00')).toEqual({ replaced: true, replaceable: false });
});

test('an older one, one of a clock that runs ahead and another edition do so only when the person says', () => {
  expect(shown('2026-10-01T08:00:00+02:00')).toEqual({ replaced: false, replaceable: true });
  expect(shown('2031-06-07T08:00:00+02:00')).toEqual({ replaced: false, replaceable: true });
  expect(shown('2026-11-20T08:00:00+01:00', ['changed-pronote-edition'])).toEqual({
    replaced: false,
    replaceable: true,
  });
});

test('a file of another school never does, and the same file has nothing to replace', () => {
  expect(shown('2026-11-20T08:00:00+01:00', ['wrong-school-file'])).toEqual({
    replaced: false,
    replaceable: false,
  });
  expect(shown('2026-11-02T08:00:00+01:00')).toEqual({ replaced: false, replaceable: false });
});
