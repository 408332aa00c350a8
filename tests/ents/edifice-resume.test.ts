import { afterEach, describe, expect, test, vi } from 'vitest';
import { CONSOLE, PATHS, reading } from '@/tests/helpers/console';
import { newEdificeLive } from '@/utils/ents/edifice/live';
import { LiveError } from '@/utils/ents/get-json';
import type { LiveTools } from '@/utils/ents/page';

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

describe('la suite d’un très grand établissement', () => {
  const LEFT = 3;
  const [working] = CONSOLE[PATHS.users] as Record<string, unknown>[];
  const many = Array.from({ length: 300 + LEFT }, (_, index) => ({
    ...working,
    id: `w${index}`,
    duplicates: [],
  }));
  const overrides = {
    [PATHS.users]: many,
    [PATHS.attachments]: new LiveError('server', PATHS.attachments),
    ...Object.fromEntries(many.map(({ id }) => [PATHS.detail(id), { id, administrativeStructures: [] }])),
  };
  const details = (asked: readonly string[]) => asked.filter((path) => path.includes('manual-groups'));

  test('ne demande que qui ne l’a pas été, et dit alors tout', async () => {
    const { result, tools, asked } = reading(overrides);
    const { rest } = await result;
    const first = asked.splice(0);
    const whole = await rest?.read(tools);
    expect(whole?.rest).toBeUndefined();
    expect(whole?.gaps.join('\n')).not.toContain('pas été demandé');
    expect(whole?.facts.users?.items.every(({ attachment }) => attachment === 'none')).toBe(true);
    expect(details(asked)).toHaveLength(LEFT);
    expect(details(first).filter((path) => details(asked).includes(path))).toEqual([]);
    expect(asked).not.toContain(PATHS.users);
  });

  test('coupée, elle reprend où elle en était ; au bout d’une demi-heure, tout est relu', async () => {
    const { result, tools, asked } = reading(overrides);
    const { rest } = await result;
    const [last] = many.slice(-1).map(({ id }) => PATHS.detail(id));
    const lost: LiveTools = {
      ...tools,
      get: (path) => (path === last ? Promise.reject(new LiveError('session', path)) : tools.get(path)),
    };
    await expect(rest?.read(lost)).rejects.toMatchObject({ problem: 'session' });
    asked.splice(0);
    await rest?.read(tools);
    expect(details(asked)).toEqual([last]);
    asked.splice(0);
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Date.now() + 31 * 60_000);
    await rest?.read(tools);
    expect(asked).toContain(PATHS.users);
    expect(details(asked)).toHaveLength(300 + LEFT);
  });
});
