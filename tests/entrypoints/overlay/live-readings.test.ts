import { expect, test, vi } from 'vitest';
import { lastDone } from '@/components/overlay/view';
import { liveReadings } from '@/entrypoints/overlay/live-readings';
import { teacher, users } from '@/tests/helpers/users';
import { LiveError } from '@/utils/ents/get-json';
import type { Ent, LiveReading } from '@/utils/ents/page';

const SCHOOL = { id: 's1', name: 'École fictive' };
const link = '/admin/s1/users/list/u1/details';
const at = { in: 'page', page: 'edifice/users', key: 'A B|Teacher', link } as const;
const READING: LiveReading = { facts: users(teacher('A B', { at })), school: SCHOOL, gaps: ['Refus.'] };

/** A tab whose readings end when told to, each with what is given. */
function tab() {
  const ends: { read(reading?: LiveReading): void; fail(error: unknown): void }[] = [];
  const gather = () =>
    new Promise<LiveReading>((resolve, reject) => {
      ends.push({ read: (reading = READING) => resolve(reading), fail: reject });
    });
  const judged = vi.fn(async (_reading: LiveReading) => undefined);
  const readings = liveReadings({ live: { gather } } as unknown as Ent, {
    changed: () => undefined,
    judged,
  });
  const state = () => readings.state('s1');
  const start = () => {
    readings.start(SCHOOL);
    return ends.at(-1);
  };
  return { readings, state, start, judged };
}

test('un nouveau contrôle, en cours ou manqué, laisse ce que le précédent a lu, avec son heure', async () => {
  const { readings, state, start } = tab();
  start()?.read();
  await vi.waitFor(() => expect(state()).toMatchObject({ kind: 'done', gaps: ['Refus.'] }));
  const first = lastDone(state());
  const again = start();
  expect(state()).toMatchObject({ kind: 'running', before: first });
  readings.learn('s1', { at, detached: true, preDeleted: false });
  again?.fail(new LiveError('session', '/x'));
  await vi.waitFor(() => expect(state().kind).toBe('failed'));
  expect(lastDone(state())).toEqual({ ...first, treated: 1 });
  expect(readings.reading('s1')).toBe(READING);
  start()?.fail(new LiveError('network', '/x'));
  await vi.waitFor(() => expect(state().kind).toBe('failed'));
  expect(lastDone(state())?.at).toBe(first?.at);
});

test('une première lecture manquée n’a rien derrière elle', async () => {
  const { state, start } = tab();
  start()?.fail(new LiveError('session', '/x'));
  await vi.waitFor(() => expect(state().kind).toBe('failed'));
  expect(lastDone(state())).toBeUndefined();
});

test('annulé, on revient à ce qui était, jamais à une lecture interrompue', async () => {
  const { readings, state, start } = tab();
  start()?.read();
  await vi.waitFor(() => expect(state().kind).toBe('done'));
  const before = state();
  start();
  // A second press while the first goes on.
  const second = start();
  readings.cancel();
  second?.fail(new LiveError('cancelled', '/x'));
  await vi.waitFor(() => expect(state()).toEqual(before));
});

test('la suite de la lecture n’oublie pas ce qui a été fait depuis, et se retente si elle échoue', async () => {
  const { readings, state, start, judged } = tab();
  const read = vi.fn<() => Promise<LiveReading>>();
  start()?.read({ ...READING, rest: { count: 2, read } });
  await vi.waitFor(() => expect(state()).toMatchObject({ kind: 'done', left: 2 }));
  readings.learn('s1', { at, detached: true, preDeleted: false });
  read.mockRejectedValueOnce(new LiveError('session', '/x'));
  readings.readOn(SCHOOL);
  await vi.waitFor(() => expect(state()).toMatchObject({ kind: 'failed', before: { left: 2 } }));
  read.mockResolvedValueOnce({ ...READING, gaps: [] });
  readings.readOn(SCHOOL);
  await vi.waitFor(() => expect(state()).toMatchObject({ kind: 'done', gaps: [], treated: 1 }));
  expect(state()).not.toHaveProperty('left');
  expect(judged.mock.lastCall?.[0].facts.users?.items).toEqual([]);
  expect(readings.facts('s1').users?.items).toEqual([]);
  readings.readOn(SCHOOL);
  expect(state().kind).toBe('done');
});
