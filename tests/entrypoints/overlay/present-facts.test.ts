import { expect, test } from 'vitest';
import { presentFacts } from '@/entrypoints/overlay/present-facts';
import { teacher, users } from '@/tests/helpers/users';
import type { OpenUser } from '@/utils/core/screen-facts';

const link = (id: string) => `/admin/s1/users/list/${id}/details`;
const listed = (id: string, some = {}) =>
  teacher('A B', {
    id,
    at: { in: 'page', page: 'edifice/users', key: 'A B|Teacher', link: link(id) },
    ...some,
  });
const open = (id: string, some: Partial<OpenUser> = {}): OpenUser => ({
  at: { in: 'page', page: 'edifice/user', key: 'A B|Teacher', link: link(id) },
  name: 'A B',
  detached: false,
  preDeleted: false,
  ...some,
});
const ids = (facts: ReturnType<typeof presentFacts>) => facts.facts().users?.items.map(({ id }) => id);

test('rien de nouveau : le même objet, pour que rien ne soit jugé deux fois', () => {
  const read = users(listed('u1'), listed('u2', { preDeletedOn: '2026-10-01' }));
  const present = presentFacts(read);
  present.learn(open('u1'));
  present.learn(open('u2', { preDeleted: true }));
  present.learn(open('u9', { detached: true }));
  expect(present.facts()).toBe(read);
});

test('détachée, la personne n’est plus un compte de l’école ; rétablie, elle l’est', () => {
  const present = presentFacts(users(listed('u1'), listed('u2')));
  present.learn(open('u1', { detached: true }));
  expect(ids(present)).toEqual(['u2']);
  const after = present.facts();
  present.learn(open('u1', { detached: true }));
  expect(present.facts()).toBe(after);
  present.learn(open('u1'));
  expect(ids(present)).toEqual(['u1', 'u2']);
});

test('pré-supprimé puis restauré', () => {
  const present = presentFacts(users(listed('u1'), listed('u2', { preDeletedOn: '2026-10-01' })));
  present.learn(open('u1', { preDeleted: true }));
  present.learn(open('u2'));
  const [first, second] = present.facts().users?.items ?? [];
  expect(first?.preDeletedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(second?.preDeletedOn).toBeNull();
});

test('sans identifiant à l’écran : un nom que personne ne partage suffit, deux homonymes non', () => {
  const unnamed = {
    ...open('u1', { detached: true }),
    at: { in: 'page', page: 'edifice/user', key: 'A B|Teacher' },
  };
  const alone = presentFacts(users(listed('u1')));
  alone.learn(unnamed as OpenUser);
  expect(ids(alone)).toEqual([]);
  const read = users(listed('u1'), listed('u2'));
  const namesakes = presentFacts(read);
  namesakes.learn(unnamed as OpenUser);
  expect(namesakes.facts()).toBe(read);
});

test('ce qui a été traité depuis est compté, ce qui a été rétabli ne l’est pas', () => {
  const present = presentFacts(
    users(listed('u1'), listed('u2'), listed('u3', { preDeletedOn: '2026-10-01' })),
  );
  present.learn(open('u1', { detached: true }));
  present.learn(open('u2', { preDeleted: true }));
  present.learn(open('u3'));
  expect(present.treated()).toEqual([link('u1'), link('u2'), link('u3')]);
  present.learn(open('u1'));
  present.learn(open('u3', { preDeleted: true }));
  expect(present.treated()).toEqual([link('u2')]);
});
