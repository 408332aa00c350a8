import { expect, test } from 'vitest';
import { edificeLive } from '@/utils/ents/edifice/live';
import { LiveError } from '@/utils/ents/get-json';
import type { Progress } from '@/utils/ents/page';

const SCHOOL = { id: 's1', name: 'Ecole Les Papillons' };
const member = (id: string, structures: { id: string }[] | null) => ({
  id,
  displayName: `${id.toUpperCase()} Alix`,
  type: 'Teacher',
  structures,
});

/** The console of a small school, with the traps that its JSON really has (domain Edifice §10.2). */
const CONSOLE: Record<string, unknown> = {
  '/auth/oauth2/userinfo': { functions: { ADMIN_LOCAL: { code: 'ADMIN_LOCAL', scope: ['s1'] } } },
  '/directory/structure/admin/list': [
    {
      id: 's1',
      name: 'Ecole Les Papillons',
      UAI: '0590001T',
      exports: ['GAR-1'],
      levelsOfEducation: [1],
      parents: null,
    },
    { id: 's2', name: 'Annexe', exports: null, parents: [{ id: 's1' }] },
    { id: 's3', name: 'Ecole du Centre', parents: [{ id: null }] },
  ],
  '/directory/structure/s1/users': [
    { id: 'u1', lastName: 'Brossard', firstName: 'Anne', type: 'Teacher', code: null },
    {
      id: 'u1',
      lastName: 'Brossard',
      firstName: 'Anne',
      type: 'Teacher',
      code: null,
      duplicates: [{ id: 'u9' }],
    },
    { id: 'u5', lastName: 'Parti', firstName: 'Lou', type: 'Guest', deleteDate: 1790000000000 },
  ],
  '/directory/group/admin/list?structureId=s1&translate=true': [
    {
      id: 'g1',
      name: ' APE  2022-2023 ',
      type: 'ManualGroup',
      nbUsers: 7,
      lockDelete: null,
      createdAt: 1730000000000,
    },
    { id: 'g2', name: 'RESP-AFFECT-GAR', type: 'ManualGroup', lockDelete: true },
    { id: 'g3', name: 'Diffusion', type: 'ManualGroup', subType: 'BroadcastGroup' },
    { id: 'g4', name: 'Enseignants', type: 'ProfileGroup' },
    { id: null, name: null },
  ],
  '/directory/user/admin/list?groupId=g1': [
    member('u1', null),
    member('u2', [{ id: 's2' }]),
    member('u3', [{ id: 's3' }]),
    member('u4', []),
    member('u5', [{ id: 's3' }]),
  ],
  '/directory/user/admin/list?groupId=g2': [{ id: null, displayName: null }],
};

async function read(overrides: Record<string, unknown> = {}) {
  const told: Progress[] = [];
  const asked: string[] = [];
  const reading = await edificeLive.gather(SCHOOL, {
    async get(path) {
      asked.push(path);
      const answer = path in overrides ? overrides[path] : CONSOLE[path];
      if (answer instanceof Error) throw answer;
      return structuredClone(answer);
    },
    signal: new AbortController().signal,
    tell: (progress) => told.push(progress),
  });
  return { ...reading, told, asked };
}

test('lit l’établissement, son rôle et ses groupes manuels, sans les listes de diffusion', async () => {
  const { facts, school, role, gaps } = await read();
  expect(school).toEqual({ ...SCHOOL, uai: '0590001T' });
  expect(role).toBe('local');
  expect(gaps).toEqual([]);
  expect(facts.structure?.items[0]).toMatchObject({ garActive: true, levels: [1] });
  expect(facts.manualGroups).toMatchObject({ complete: true, read: { shown: 2, total: 2 } });
  expect(facts.manualGroups?.items.map(({ name, deletionLocked }) => [name, deletionLocked])).toEqual([
    ['APE 2022-2023', false],
    ['RESP-AFFECT-GAR', true],
  ]);
  expect(facts.manualGroups?.items[0]?.at).toMatchObject({ link: '/admin/s1/groups/manualGroup/g1/details' });
});

test('un compte en plusieurs lignes n’en fait qu’un', async () => {
  const { facts } = await read();
  expect(facts.users?.items.map(({ name }) => name)).toEqual(['BROSSARD Anne', 'PARTI Lou']);
});

test('chaque membre est situé : ici, dans une annexe, ailleurs, nulle part, en cours de suppression', async () => {
  const { facts } = await read();
  const list = facts.memberships?.items.find(({ group }) => group === 'APE 2022-2023');
  expect(list?.members.map(({ belongs }) => belongs)).toEqual([
    'here',
    'here',
    'elsewhere',
    'nowhere',
    'elsewhere',
  ]);
});

test('une liste vide que la console écrit par une entrée nulle est bien vide', async () => {
  const { facts } = await read();
  expect(facts.memberships?.items.find(({ group }) => group === 'RESP-AFFECT-GAR')?.members).toEqual([]);
});

test('les membres d’un groupe refusés : les autres restent, et la liste n’est plus complète', async () => {
  const path = '/directory/user/admin/list?groupId=g1';
  const { facts, gaps } = await read({ [path]: new LiveError('refused', path) });
  expect(facts.memberships).toMatchObject({ complete: false, read: { shown: 1, total: 2 } });
  expect(gaps).toEqual([expect.stringMatching(/Les membres d’un groupe n’ont pas pu être lus.*refuse/)]);
});

test.each(['session', 'second-factor', 'network', 'cancelled'] as const)(
  '« %s » arrête tout',
  async (problem) => {
    const path = '/directory/user/admin/list?groupId=g1';
    await expect(read({ [path]: new LiveError(problem, path) })).rejects.toMatchObject({ problem });
  },
);

test('autre chose qu’une liste est refusé, jamais pris pour une école vide', async () => {
  const path = '/directory/group/admin/list?structureId=s1&translate=true';
  await expect(read({ [path]: { error: 'x' } })).rejects.toMatchObject({ problem: 'unreadable' });
});

test('la progression avance jusqu’au bout', async () => {
  const { told } = await read();
  const done = told.map((one) => one.done);
  expect(done).toEqual([...done].sort((a, b) => a - b));
  expect(told.at(-1)?.doing).toBe('Membres des groupes');
});
