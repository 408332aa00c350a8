import { beforeEach, expect, test, vi } from 'vitest';
import { peopleMemory } from '@/entrypoints/overlay/people';
import { type PersonRow, plainText } from '@/utils/core/person';
import type { Verdict } from '@/utils/core/rule';
import { comparePeople } from '@/utils/report/people';

const { sent, answers } = vi.hoisted(() => ({
  sent: [] as { name: string; said?: string | null; people: string[] }[],
  answers: { said: [] as (string | null)[], at: [] as (string | null)[], others: 0 },
}));
vi.mock('@/utils/messages', () => ({
  send: (name: string, carried: { said?: string | null; people: string[] }) => {
    sent.push({ name, ...carried });
    return Promise.resolve(answers);
  },
}));
beforeEach(() => {
  sent.length = 0;
  Object.assign(answers, { said: [], at: [], others: 0 });
});

const SCHOOL = { id: 's1', name: 'Ecole Les Papillons' };
const row = (name: string, verdict: Verdict = 'detach'): PersonRow => ({
  link: `/u/${name}`,
  name,
  verdict,
  reasons: [],
  plain: plainText(name),
});
const ROWS = [row('A'), row('B'), row('C', 'check'), row('D', 'never-detach'), row('E', 'nothing')];

function memory() {
  const failed = vi.fn();
  const people = peopleMemory({
    seen: (school) => ({ ...school, ent: 'edifice', host: 'h' }),
    changed: () => undefined,
    failed,
  });
  const view = (rows: readonly PersonRow[] = ROWS) => {
    const { done, left, passed } = people.view('s1', rows, undefined);
    return { done, left, passed };
  };
  const walk = (open: string | undefined, rows: readonly PersonRow[] = ROWS) =>
    people.next('s1', rows, open)?.name;
  return { people, view, walk, failed };
}

test('ouvrir quelqu’un n’est pas l’avoir vu : la progression attend une décision', () => {
  const { view, walk, people } = memory();
  expect(walk(undefined)).toBe('A');
  expect(view()).toEqual({ done: 0, left: 3, passed: 0 });
  expect(sent).toEqual([]);
  people.say(SCHOOL, ['/u/A'], 'kept');
  expect(view()).toEqual({ done: 1, left: 2, passed: 0 });
  people.say(SCHOOL, ['/u/B'], 'seen');
  expect(view()).toEqual({ done: 1, left: 1, passed: 1 });
});

test('« Suivant » va à la personne d’après, puis revient à celles qu’on n’a pas décidées', () => {
  const { walk, people } = memory();
  expect([walk(undefined), walk('/u/A'), walk('/u/B'), walk('/u/C')]).toEqual(['A', 'B', 'C', 'A']);
  people.say(SCHOOL, ['/u/B'], 'kept');
  expect(walk('/u/A')).toBe('C');
  people.say(SCHOOL, ['/u/A', '/u/C'], 'seen');
  expect(walk('/u/A')).toBeUndefined();
  people.say(SCHOOL, ['/u/A'], null);
  expect(walk('/u/C')).toBe('A');
});

test('qui vient d’être détaché n’est plus dans le tableau : la suite part de sa place, sans revenir en arrière', () => {
  const { walk } = memory();
  walk(undefined);
  expect(walk('/u/A')).toBe('B');
  const without = ROWS.filter(({ name }) => name !== 'B');
  expect(walk('/u/B', without)).toBe('C');
});

test('détaché, le compte est compté traité et le reste au contrôle suivant ; revenu, il est de nouveau à traiter', () => {
  const { people, view } = memory();
  people.settle(SCHOOL, ROWS, []);
  const without = ROWS.filter(({ name }) => name !== 'A');
  people.settle(SCHOOL, without, ['/u/A']);
  people.settle(SCHOOL, without, ['/u/A']);
  expect(sent).toMatchObject([{ name: 'people/remember', people: ['/u/A'], said: 'treated' }]);
  expect(view(without)).toEqual({ done: 1, left: 2, passed: 0 });
  people.settle(SCHOOL, [...without], []);
  expect(view(without)).toEqual({ done: 1, left: 2, passed: 0 });
  expect(view()).toEqual({ done: 0, left: 3, passed: 0 });
});

test('détacher quelqu’un qui n’était pas à traiter ne fait pas avancer', () => {
  const { people, view } = memory();
  people.settle(SCHOOL, ROWS, []);
  const without = ROWS.filter(({ name }) => name !== 'D');
  people.settle(SCHOOL, without, ['/u/D']);
  expect(view(without)).toEqual({ done: 0, left: 3, passed: 0 });
});

test('ce qui avait été dit se retrouve, une seule fois demandé, sans effacer ce qu’on vient de dire', async () => {
  const { people, view } = memory();
  Object.assign(answers, { said: ['kept', 'seen', null, null, null], others: 4 });
  people.settle(SCHOOL, ROWS, []);
  people.recall(SCHOOL, ROWS);
  people.say(SCHOOL, ['/u/B'], 'kept');
  people.recall(SCHOOL, ROWS);
  await vi.waitFor(() => expect(view()).toEqual({ done: 6, left: 1, passed: 0 }));
  expect(sent.filter(({ name }) => name === 'people/recall')).toHaveLength(1);
  expect(people.said('s1').get('/u/B')).toBe('kept');
});

test('un nouveau contrôle ramène quelqu’un qu’on avait dit traité : compté une fois, à traiter de nouveau', async () => {
  const { people, view } = memory();
  const without = ROWS.filter(({ name }) => name !== 'A');
  Object.assign(answers, { said: [null, null, null, null], others: 1 });
  people.recall(SCHOOL, without);
  await vi.waitFor(() => expect(view(without)).toEqual({ done: 1, left: 2, passed: 0 }));
  Object.assign(answers, { said: ['treated', null, null, null, null], others: 0 });
  people.recall(SCHOOL, ROWS);
  await vi.waitFor(() => expect(view()).toEqual({ done: 0, left: 3, passed: 0 }));
});

test('l’ordre est celui du tableau, le même pour deux homonymes à chaque fois', () => {
  const twin = { ...row('A'), link: '/u/Z' };
  expect([twin, ...ROWS].sort(comparePeople).map(({ link }) => link)).toEqual(
    [ROWS[0], twin, ...ROWS.slice(1)].map((one) => one?.link),
  );
});
