import { expect, test } from 'vitest';
import { give, paste } from '@/entrypoints/workshop/timetable/acts';
import type { Source } from '@/entrypoints/workshop/timetable/protocol';
import { TimetableSession } from '@/entrypoints/workshop/timetable/session';
import { initialState } from '@/entrypoints/workshop/timetable/state';
import { PASTED } from '@/utils/files/timetable-paste';

/** What is said once these sources were read. */
async function said(act: (session: TimetableSession) => Promise<void>, sources: readonly Partial<Source>[]) {
  const words: string[] = [];
  const clerk = { ask: async (name: string) => (name === 'judge' ? undefined : sources) };
  const session = new TimetableSession(initialState('2026-11-24'), clerk as never, (text) =>
    words.push(text),
  );
  await act(session);
  return words[0];
}

const files = (...names: string[]) => names.map((name) => new File(['<a/>'], name));

test('a list that could not be read is never said to be', async () => {
  const given = (session: TimetableSession) => paste(session, 'Bonjour');
  expect(await said(given, [{ file: PASTED, problems: [] }])).toBe('La liste n’a pas pu être lue.');
  expect(await said(given, [{ file: PASTED, kind: 'pasted-list', problems: [] }])).toBe('Liste lue.');
  expect(await said((session) => paste(session, ''), [])).toBe('Liste retirée.');
});

test('of several files, it is said how many were read', async () => {
  const two = (session: TimetableSession) => give(session, files('a.xml', 'b.xml'));
  const read: Partial<Source> = { file: 'a.xml', kind: 'clear', problems: [] };
  const pasted: Partial<Source> = { file: PASTED, kind: 'pasted-list', problems: [] };
  expect(await said(two, [{ file: 'a.xml' }, { file: 'b.xml' }, pasted])).toBe(
    'Aucun fichier n’a pu être lu.',
  );
  expect(await said(two, [read, { file: 'b.xml' }])).toBe('1\u00A0fichier lu sur 2.');
  expect(await said(two, [read, { ...read, file: 'b.xml' }, pasted])).toBe('2\u00A0fichiers lus.');
});
