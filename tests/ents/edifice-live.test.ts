import { describe, expect, test } from 'vitest';
import { type Overrides, PATHS, reading, SCHOOL } from '@/tests/helpers/console';
import { LiveError } from '@/utils/ents/get-json';

const read = (overrides?: Overrides) => reading(overrides).result;
const refusal = (path: string) => ({ [path]: new LiveError('refused', path) });

test('lit l’établissement, son rôle et ses groupes manuels, sans les listes de diffusion', async () => {
  const { facts, school, role } = await read();
  expect(school).toEqual({ ...SCHOOL, uai: '0590001T' });
  expect(role).toBe('local');
  expect(facts.structure?.items[0]).toMatchObject({ garActive: true, levels: [1] });
  expect(facts.manualGroups).toMatchObject({ complete: true, read: { shown: 2, total: 2 } });
  expect(facts.manualGroups?.items.map(({ name, deletionLocked }) => [name, deletionLocked])).toEqual([
    ['APE 2022-2023', false],
    ['RESP-AFFECT-GAR', true],
  ]);
  expect(facts.manualGroups?.items[0]?.at).toMatchObject({ link: '/admin/s1/groups/manualGroup/g1/details' });
});

test('chaque membre est situé : ici, dans une annexe, ailleurs, nulle part, en cours de suppression', async () => {
  const { facts } = await read();
  const list = facts.memberships?.items.find(({ group }) => group === 'APE 2022-2023');
  expect(list?.members.map(({ id, belongs }) => [id, belongs])).toEqual([
    ['u1', 'here'],
    ['x2', 'here'],
    ['x3', 'elsewhere'],
    ['x4', 'nowhere'],
    ['u5', 'elsewhere'],
  ]);
});

test('une liste vide que la console écrit par une entrée nulle est bien vide', async () => {
  const { facts } = await read();
  expect(facts.memberships?.items.find(({ group }) => group === 'RESP-AFFECT-GAR')?.members).toEqual([]);
});

test('compte les élèves et les enseignants de chaque classe', async () => {
  const { facts } = await read();
  expect(facts.classes?.items.map(({ name, pupils, teachers }) => [name, pupils, teachers])).toEqual([
    ['CP', 1, 1],
    ['TPS', 0, 0],
  ]);
});

test('lit les délais en jours, par profil, et ne croit pas un délai mal écrit', async () => {
  const { facts } = await read();
  expect(facts.platform?.items[0]).toMatchObject({
    deletion: 60,
    preDeletion: { Student: 30, Relative: 90, Teacher: 90, Personnel: 90, Guest: 90 },
  });
  const bare = await read({ [PATHS.platform]: { 'delete-user-delay': null } });
  expect(bare.facts.platform?.items[0]).toMatchObject({ preDeletion: {} });
  expect(bare.facts.platform?.items[0]).not.toHaveProperty('deletion');
});

describe('ce que la plateforme refuse n’emporte que lui, et se dit', () => {
  test.each([
    [PATHS.users, 'users', /comptes/],
    [PATHS.groups, 'manualGroups', /groupes manuels/],
    [PATHS.classes, 'classes', /classes/],
    [PATHS.removed, 'removedUsers', /détachées/],
    [PATHS.platform, 'platform', /délais/],
    [PATHS.structures, 'structure', /L’établissement n’a pas/],
  ] as const)('%s', async (path, fact, words) => {
    for (const problem of ['refused', 'server', 'unreadable'] as const) {
      const { facts, gaps } = await read({ [path]: new LiveError(problem, path) });
      expect(facts[fact]).toBeUndefined();
      // Pupils are counted among the accounts: without these, a class without any may only look so.
      if (fact === 'users') expect(facts.classes?.complete).toBe(false);
      expect(gaps.filter((gap) => words.test(gap))).toHaveLength(1);
      expect(Object.keys(facts).length).toBeGreaterThan(3);
    }
  });

  test('autre chose qu’une liste est refusé, jamais pris pour une école vide', async () => {
    for (const odd of [{ error: 'x' }, null, 'non']) {
      const { facts, gaps } = await read({ [PATHS.users]: odd });
      expect(facts.users).toBeUndefined();
      expect(gaps.join('\n')).toMatch(/comptes.*autre chose/);
    }
  });

  test.each([
    ['les comptes', PATHS.users, ['x2']],
    ['les établissements du dessous', PATHS.structures, ['u1']],
  ])('sans %s, aucun membre n’est dit parti, et la liste ne prouve rien', async (_name, path, here) => {
    const { facts } = await read(refusal(path));
    const [list] = facts.memberships?.items ?? [];
    expect(list?.members).toHaveLength(5);
    expect(list?.members.filter(({ belongs }) => belongs).map(({ id }) => id)).toEqual(here);
    expect(facts.memberships?.complete).toBe(false);
  });

  test('sans les comptes, le nombre d’élèves d’une classe est inconnu, pas nul', async () => {
    const { facts } = await read(refusal(PATHS.users));
    expect(facts.classes?.items[1]).not.toHaveProperty('pupils');
  });

  test('les membres d’un groupe refusés : les autres restent, et la liste n’est plus complète', async () => {
    const { facts, gaps } = await read(refusal(PATHS.firstGroup));
    expect(facts.memberships).toMatchObject({ complete: false, read: { shown: 1, total: 2 } });
    expect(gaps).toContainEqual(
      expect.stringMatching(/Les membres d’un groupe n’ont pas pu être lus.*refuse/),
    );
  });

  test('la session illisible ne cache que le rôle', async () => {
    const { facts, role } = await read({ [PATHS.session]: 'x' });
    expect(role).toBeUndefined();
    expect(facts.users?.complete).toBe(true);
  });

  test('ni comptes ni groupes : il n’y a rien à juger, et le contrôle le dit', async () => {
    const both = { ...refusal(PATHS.users), ...refusal(PATHS.groups) };
    await expect(read(both)).rejects.toMatchObject({ problem: 'refused' });
  });
});

test('la progression avance jusqu’au bout et ne dépasse pas', async () => {
  const { result, told } = reading();
  await result;
  const done = told.map((one) => one.done);
  expect(done).toEqual([...done].sort((a, b) => a - b));
  expect(told.every((one) => one.done < one.total)).toBe(true);
  expect(told.map(({ doing }) => doing)).toContain('Établissements de rattachement, une personne à la fois');
  expect(told.at(-1)?.doing).toBe('Membres des groupes');
});
