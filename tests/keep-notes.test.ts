import 'fake-indexeddb/auto';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { keepNotes } from '@/utils/keep-notes';
import { closeStore } from '@/utils/store/db';
import { listDrafts } from '@/utils/store/drafts';
import { StorageProblem } from '@/utils/store/problem';
import { loadProgress, saveNote } from '@/utils/store/progress';
import { freshBrowser, KEY, memoryStorage, step } from './store/helpers';

/** The texts kept, by step. */
const notesOf = async () =>
  Object.fromEntries(
    Object.entries((await loadProgress(KEY, 2026)).notes).map(([name, { text }]) => [
      name.split('/')[1],
      text,
    ]),
  );

beforeEach(freshBrowser);
afterAll(closeStore);

test('what is typed is safe at once, and a note once flushed', async () => {
  const storage = memoryStorage();
  const saved = vi.fn();
  const notes = keepNotes(storage, saved, vi.fn());
  notes.type(step('sort-aesh'), 'Deux', '');
  notes.type(step('sort-aesh'), 'Deux à vérifier', '');
  notes.type(step('free-space'), 'Fait en salle des maîtres', '');
  expect(listDrafts(storage)).toHaveLength(2);
  await notes.flush();
  expect(await notesOf()).toEqual({
    'sort-aesh': 'Deux à vérifier',
    'free-space': 'Fait en salle des maîtres',
  });
  expect(listDrafts(storage)).toEqual([]);
  expect(saved).toHaveBeenCalledOnce();
});

test('the typing that pauses is saved without being asked', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const done = new Promise<void>((saved) => {
    keepNotes(memoryStorage(), () => saved(), vi.fn()).type(step('sort-aesh'), 'Deux', '');
  });
  vi.runAllTimers();
  vi.useRealTimers();
  await done;
  expect(await notesOf()).toEqual({ 'sort-aesh': 'Deux' });
});

test('a popup that was closed too soon is made up for by the next one', async () => {
  const storage = memoryStorage();
  keepNotes(storage, vi.fn(), vi.fn()).type(step('sort-aesh'), 'Deux', '');
  await keepNotes(storage, vi.fn(), vi.fn()).flush();
  expect(await notesOf()).toEqual({ 'sort-aesh': 'Deux' });
});

test('a database that is full loses nothing: the draft stays and the person is told', async () => {
  const storage = memoryStorage();
  const failed = vi.fn();
  const notes = keepNotes(storage, vi.fn(), failed);
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError');
  });
  notes.type(step('sort-aesh'), 'Deux', '');
  await notes.flush();
  expect(failed.mock.calls[0]?.[0]).toBeInstanceOf(StorageProblem);
  expect(listDrafts(storage)).toHaveLength(1);
  put.mockRestore();
  await notes.flush();
  expect(await notesOf()).toEqual({ 'sort-aesh': 'Deux' });
});

test('a browser that refuses even the draft still gets the note saved', async () => {
  const storage = memoryStorage();
  storage.setItem = () => {
    throw new DOMException('no', 'SecurityError');
  };
  const notes = keepNotes(storage, vi.fn(), vi.fn());
  notes.type(step('sort-aesh'), 'Deux', '');
  await notes.flush();
  expect(await notesOf()).toEqual({ 'sort-aesh': 'Deux' });
});

test('two savings at once announce one note once', async () => {
  const saved = vi.fn();
  const notes = keepNotes(memoryStorage(), saved, vi.fn());
  notes.type(step('sort-aesh'), 'Deux', '');
  await Promise.all([notes.flush(), notes.flush()]);
  expect(saved).toHaveBeenCalledOnce();
});

test('two tabs writing on one note at once: both are kept, told, and neither is doubled by typing on', async () => {
  const storage = memoryStorage();
  const told = vi.fn();
  const first = keepNotes(storage, vi.fn(), vi.fn());
  const second = keepNotes(storage, told, vi.fn());
  first.type(step('sort-aesh'), 'Deux AESH', 'Vu.');
  // In the very instant: the draft, which the tabs share, is that of the second.
  second.type(step('sort-aesh'), 'Demander', 'Vu.');
  await first.flush();
  expect(await notesOf()).toEqual({ 'sort-aesh': 'Deux AESH' });
  await second.flush();
  expect(await notesOf()).toEqual({ 'sort-aesh': 'Deux AESH\nDemander' });
  expect(told).toHaveBeenLastCalledWith(true);
  second.type(step('sort-aesh'), 'Demander à la mairie', 'Vu.');
  await second.flush();
  expect(await notesOf()).toEqual({ 'sort-aesh': 'Deux AESH\nDemander à la mairie' });
  expect(told).toHaveBeenLastCalledWith(false);
  // Once the person sees all of it, what they make of it counts.
  second.type(step('sort-aesh'), 'Mairie', 'Deux AESH\nDemander à la mairie');
  await second.flush();
  expect(await notesOf()).toEqual({ 'sort-aesh': 'Mairie' });
});

test('a note emptied here does not take away what another tab wrote meanwhile', async () => {
  const notes = keepNotes(memoryStorage(), vi.fn(), vi.fn());
  await saveNote(step('sort-aesh'), 'Vu.', '2026-08-27T10:00:00.000Z');
  notes.type(step('sort-aesh'), '', 'Vu.');
  await saveNote(step('sort-aesh'), 'Vu. Deux à placer.', '2026-08-27T10:00:01.000Z');
  await notes.flush();
  expect(await notesOf()).toEqual({ 'sort-aesh': 'Vu. Deux à placer.' });
});
