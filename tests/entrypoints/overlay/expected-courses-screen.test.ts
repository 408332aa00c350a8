// @vitest-environment happy-dom

import { expect, test, vi } from 'vitest';
import { companionsOf, type Sight } from '@/entrypoints/overlay/companion';
import { expectedCoursesScreen } from '@/entrypoints/overlay/expected-courses-screen';
import { NO_READINGS } from '@/entrypoints/overlay/no-readings';
import { course } from '@/tests/helpers/itslearning-facts';
import { complete } from '@/tests/helpers/test-rule';
import { itslearning } from '@/utils/ents/itslearning/itslearning';

const sent = vi.hoisted(() => vi.fn());
vi.mock('@/utils/messages', async (original) => ({
  ...(await original<typeof import('@/utils/messages')>()),
  send: sent,
}));

const KEPT = {
  uai: '0490856P',
  at: '2026-09-03T08:00:00.000Z',
  courses: [
    { name: 'EPS - 3 A', lessons: 2 },
    { name: 'LATIN - 5 C', lessons: 1 },
  ],
};
const ON: Sight = {
  shown: { courses: complete(course('EPS - 3A')) },
  school: undefined,
  page: 'itslearning/courses',
  title: 'Administration des cours',
};

function begin() {
  const told = {
    changed: vi.fn(),
    failed: vi.fn(),
    school: () => undefined,
    live: NO_READINGS,
    rules: () => [],
  };
  return { told, own: companionsOf([expectedCoursesScreen(itslearning, document, told)]) };
}

test('a course of the file that the list lacks is said, once the files are known', async () => {
  sent.mockResolvedValue([KEPT]);
  const { told, own } = begin();
  expect(own.facts(ON)).toEqual({});
  own.look(ON);
  own.look(ON);
  await vi.waitFor(() => expect(told.changed).toHaveBeenCalledOnce());
  expect(sent).toHaveBeenCalledOnce();
  expect(own.facts(ON).courseGaps?.items).toMatchObject([{ kind: 'missing', name: 'LATIN - 5 C' }]);
});

test('other screens ask nothing, and without a file nothing is said', async () => {
  sent.mockResolvedValue([]);
  const { told, own } = begin();
  own.look({ ...ON, shown: {} });
  expect(sent).not.toHaveBeenCalled();
  own.look(ON);
  await vi.waitFor(() => expect(sent).toHaveBeenCalledOnce());
  expect(own.facts(ON)).toEqual({});
  expect(told.changed).not.toHaveBeenCalled();
});

test('a memory that refuses is said', async () => {
  sent.mockRejectedValue(new Error('Libérez de l’espace.'));
  const { told, own } = begin();
  own.look(ON);
  await vi.waitFor(() => expect(told.failed).toHaveBeenCalledOnce());
});
