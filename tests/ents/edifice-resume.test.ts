import { afterEach, expect, test, vi } from 'vitest';
import { PATHS, reading } from '@/tests/helpers/console';
import { newEdificeLive } from '@/utils/ents/edifice/live';
import { LiveError } from '@/utils/ents/get-json';

afterEach(() => void vi.useRealTimers());

const cut = (problem: 'session' | 'second-factor' | 'network' | 'cancelled') => ({
  [PATHS.firstGroup]: new LiveError(problem, PATHS.firstGroup),
});

test.each(['session', 'second-factor', 'network'] as const)(
  '« %s » arrête tout ; relancée, la lecture reprend sans redemander ce qui est lu',
  async (problem) => {
    const live = newEdificeLive();
    await expect(reading(cut(problem), live).result).rejects.toMatchObject({ problem });
    const again = reading({}, live);
    const whole = await reading().result;
    expect(await again.result).toEqual(whole);
    expect(again.asked[0]).toBe(PATHS.session);
    expect(again.asked).toContain(PATHS.firstGroup);
    expect(again.asked).not.toContain(PATHS.users);
    expect(again.asked).not.toContain(PATHS.detail('u3'));
  },
);

test('ce qui avait été refusé est redemandé', async () => {
  const live = newEdificeLive();
  const refused = { [PATHS.classes]: new LiveError('server', PATHS.classes) };
  await expect(reading({ ...refused, ...cut('session') }, live).result).rejects.toThrow();
  const { facts } = await reading({}, live).result;
  expect(facts.classes?.items).toHaveLength(2);
});

test('après une lecture réussie, tout est relu', async () => {
  const live = newEdificeLive();
  await reading({}, live).result;
  const again = reading({}, live);
  await again.result;
  expect(again.asked).toContain(PATHS.users);
});

test('annulée, rien n’est gardé', async () => {
  const live = newEdificeLive();
  await expect(reading(cut('cancelled'), live).result).rejects.toMatchObject({ problem: 'cancelled' });
  const again = reading({}, live);
  await again.result;
  expect(again.asked).toContain(PATHS.users);
});

test('« Annuler » arrête la lecture avant la demande suivante', async () => {
  const running = reading();
  running.abort();
  await expect(running.result).rejects.toMatchObject({ problem: 'cancelled' });
  expect(running.asked).toEqual([PATHS.session]);
});

test('une autre personne connectée n’hérite pas des lectures de la première', async () => {
  const live = newEdificeLive();
  await expect(reading(cut('session'), live).result).rejects.toThrow();
  const other = reading({ [PATHS.session]: { userId: 'other', functions: { SUPER_ADMIN: {} } } }, live);
  expect((await other.result).role).toBe('central');
  expect(other.asked).toContain(PATHS.users);
});

test('au bout d’une demi-heure, ce qui a été lu n’est plus cru', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const live = newEdificeLive();
  await expect(reading(cut('session'), live).result).rejects.toThrow();
  vi.setSystemTime(Date.now() + 31 * 60_000);
  const again = reading({}, live);
  await again.result;
  expect(again.asked).toContain(PATHS.users);
});
