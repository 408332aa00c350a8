import { describe, expect, test } from 'vitest';
import { account, ELSEWHERE, HOME, teacher } from '@/tests/helpers/users';
import type { User } from '@/utils/core/facts';
import { tellApart } from '@/utils/report/namesakes';

const linked = (user: User, id: string): User => ({
  ...user,
  id,
  at: {
    ...user.at,
    in: 'page',
    page: 'edifice/users',
    key: `${user.name}|${user.profile}`,
    link: `/u/${id}`,
  },
});
const both = (one: Partial<User>, other: Partial<User>) => {
  const found = tellApart([
    linked(teacher('BAUDRY Jean', one), 'id-000001'),
    linked(teacher('BAUDRY Jean', other), 'id-000002'),
  ]);
  return [found.get('/u/id-000001'), found.get('/u/id-000002')];
};

test('qui est seul de son nom n’a besoin de rien', () => {
  const users = [
    linked(teacher('A B'), '1'),
    linked(teacher('C D'), '2'),
    linked(account('Guest', 'A B'), '3'),
  ];
  expect(tellApart(users)).toEqual(new Map());
});

describe('deux homonymes se distinguent par ce que la console montre d’eux', () => {
  test('la classe', () => {
    expect(both({ classes: ['CP A'] }, {})).toEqual(['CP A', 'sans classe ici']);
  });
  test('l’établissement de rattachement', () => {
    expect(both(HOME, ELSEWHERE)).toEqual(['rattachement ici', 'rattachement Ecole Jules Ferry']);
  });
  test('la source, dans les mots de la console', () => {
    expect(both({ source: 'MANUAL' }, {})).toEqual(['source «\u00a0Manuel\u00a0»', 'source AAF1D']);
  });
  test('la date de création', () => {
    expect(both({ createdOn: '2021-09-06' }, {})).toEqual(['créé le 06/09/2021', 'créé le 05/09/2022']);
  });
  test('à défaut de tout, la fin de l’identifiant, que « Identité » montre', () => {
    expect(both({}, {})).toEqual(['identifiant …000001', 'identifiant …000002']);
  });
});

test('trois homonymes : autant de marques qu’il en faut, et pas une de plus', () => {
  const found = tellApart([
    linked(teacher('A B', { classes: ['CP'] }), '1'),
    linked(teacher('A B', { classes: ['CP'], source: 'MANUAL' }), '2'),
    linked(teacher('A B', { classes: ['CE1'] }), '3'),
  ]);
  expect([...found.values()]).toEqual([
    'CP, source AAF1D',
    'CP, source «\u00a0Manuel\u00a0»',
    'CE1, source AAF1D',
  ]);
});

test('dix mille comptes, dont mille homonymes : chacun a sa marque, toutes différentes', () => {
  const users = Array.from({ length: 10_000 }, (_, index) =>
    linked(teacher(index < 1000 ? 'MARTIN Léa' : `NOM${index} Léa`), `id-${String(index).padStart(6, '0')}`),
  );
  const found = tellApart(users);
  expect(found.size).toBe(1000);
  expect(new Set(found.values()).size).toBe(1000);
});
