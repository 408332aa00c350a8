import { expect, test } from 'vitest';
import type { Facts, Gathered, User } from '@/utils/core/facts';
import { compareReadings } from '@/utils/report/compare-readings';

const at = { in: 'page', page: 'edifice/users', key: '' } as const;
const whole = <T>(...items: T[]): Gathered<T> => ({ items, complete: true });
const user = (id: string, name: string, more: Partial<User> = {}): User => ({
  at,
  id,
  name,
  profile: 'Teacher',
  source: 'AAF1D',
  ...more,
});
const users = (...all: User[]): Facts => ({ users: whole(...all) });
const list = (before: Facts, after: Facts, title = 'Comptes') =>
  compareReadings(before, after).lists.find((one) => one.title === title);

test('accounts that came, went, or are different now; a mended name is no one else', () => {
  const before = users(
    user('1', 'LAMBERT Zoé'),
    user('2', 'LAC Inès', { classes: ['CP'] }),
    user('3', 'ROUX Élise'),
  );
  const after = users(
    user('2', 'LAC Inès', { classes: ['CE1'] }),
    user('3', 'ROUX Elise'),
    user('4', 'BLANC Hugo'),
  );
  expect(list(before, after)).toMatchObject({
    before: 3,
    after: 3,
    appeared: ['BLANC Hugo, Enseignant'],
    gone: ['LAMBERT Zoé, Enseignant'],
    altered: [
      { name: 'LAC Inès, Enseignant', what: ['Classes\u00A0: CP → CE1'] },
      { name: 'ROUX Elise, Enseignant', what: ['Nom\u00A0: ROUX Élise → ROUX Elise'] },
    ],
  });
});

test('what one reading did not know is no change; what became nothing is one', () => {
  const unknown = list(users(user('1', 'A')), users(user('1', 'A', { classes: ['CP'], blocked: true })));
  expect(unknown?.altered).toEqual([]);
  const emptied = list(users(user('1', 'A', { classes: ['CP'] })), users(user('1', 'A', { classes: [] })));
  expect(emptied?.altered[0]?.what).toEqual(['Classes\u00A0: CP → aucun']);
});

test('accounts are counted by profile and source', () => {
  const before = users(user('1', 'A'), user('2', 'B', { profile: 'Guest', source: 'MANUAL' }));
  const after = users(user('1', 'A'), user('3', 'C'));
  expect(compareReadings(before, after).accounts).toEqual([
    { label: 'Enseignant, AAF1D', before: 1, after: 2 },
    { label: 'Invité, MANUAL', before: 1, after: 0 },
  ]);
});

test('members are told group by group, two groups of one name apart', () => {
  const group = (id: string, ...names: string[]) => ({
    at: { in: 'page', page: 'edifice/manual-groups', key: 'GAR', link: `/g/${id}` } as const,
    group: 'GAR',
    members: names.map((name) => ({ id: name, name })),
  });
  const before: Facts = { memberships: whole(group('1', 'A'), group('2')) };
  const after: Facts = { memberships: whole(group('1'), group('2', 'A')) };
  expect(list(before, after, 'Membres des groupes')).toMatchObject({
    appeared: ['GAR\u00A0: A'],
    gone: ['GAR\u00A0: A'],
  });
});

test('a list that one of the two did not read whole says nothing, and is named', () => {
  const partial: Facts = { users: { items: [], complete: false }, classes: whole() };
  const changes = compareReadings(users(user('1', 'A')), partial);
  expect(changes.lists).toEqual([]);
  expect(changes.accounts).toEqual([]);
  expect(changes.unread).toEqual(['Comptes', 'Classes']);
});
