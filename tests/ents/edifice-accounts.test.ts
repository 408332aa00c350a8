import { describe, expect, test } from 'vitest';
import { CANARY, CONSOLE, type Overrides, PATHS, reading, row } from '@/tests/helpers/console';
import { audit } from '@/utils/core/audit';
import { contextOn } from '@/utils/core/context';
import type { User } from '@/utils/core/facts';
import { type Answers, asking } from '@/utils/ents/edifice/asking';
import { newEdificeLive } from '@/utils/ents/edifice/live';
import { readLists } from '@/utils/ents/edifice/live-lists';
import { LiveError } from '@/utils/ents/get-json';
import { homeSchoolTeacher } from '@/utils/rules/home-school-teacher';

async function accounts(overrides: Overrides = {}): Promise<Record<string, User>> {
  const { facts } = await reading(overrides).result;
  return Object.fromEntries((facts.users?.items ?? []).map((user) => [user.id, user]));
}
const bulk = PATHS.attachments;
const broken = { [bulk]: new LiveError('server', bulk) };

describe('un compte', () => {
  test('en plusieurs lignes n’en fait qu’un, avec tous ses doublons', async () => {
    const { u1 } = await accounts();
    expect(u1?.duplicates).toEqual([
      { id: 'u8', score: 5 },
      { id: 'u9', score: 2 },
    ]);
  });

  test('dit ce qui le rattache ici, et ce qui le rattache ailleurs', async () => {
    const { u1, u2 } = await accounts();
    expect(u1).toMatchObject({
      at: { key: 'BROSSARD Anne|Teacher', link: '/admin/s1/users/list/u1/details' },
      name: 'BROSSARD Anne',
      source: 'AAF1D',
      createdOn: '2023-09-04',
      absentSince: null,
      preDeletedOn: null,
      classes: ['CP'],
      classesElsewhere: ['CM1'],
      groups: ['RESP-AFFECT-GAR'],
      localAdmin: true,
      structures: [{ id: 's1', name: 'Ecole Les Papillons' }],
    });
    expect(u1?.functions).toEqual([
      {
        here: true,
        structure: 'EXT-1',
        code: 'ENS',
        label: 'ENSEIGNEMENT DEVANT ELEVES / ENSEIGNER EN CLASSE ELEMENTAIRE',
      },
    ]);
    expect(u2).toMatchObject({ name: "O'HARA Zoé", localAdmin: false, functions: [{ here: false }] });
  });

  test('dit quand il est parti, et s’il a été activé', async () => {
    const { u1, u5, u6 } = await accounts();
    expect(u1).toMatchObject({ activated: true });
    expect(u5).toMatchObject({ activated: false, preDeletedOn: '2026-10-01', source: 'MANUAL' });
    expect(u6).toMatchObject({ activated: false, absentSince: '2026-11-01', preDeletedOn: null });
  });

  test('sans propriété « code », l’activation est inconnue, pas acquise', async () => {
    const { code: _, ...rest } = row('u1', 'A', 'B');
    expect((await accounts({ [PATHS.users]: [rest] })).u1).not.toHaveProperty('activated');
  });

  test('sans propriété « aafFunctions » ni « classes », rien ne dit qu’il n’en a pas', async () => {
    const { aafFunctions: _, classes: __, ...rest } = row('u1', 'A', 'B');
    const { facts } = await reading({ [PATHS.users]: [rest] }).result;
    expect(facts.users?.items[0]).not.toHaveProperty('functions');
    expect(facts.users?.items[0]).not.toHaveProperty('classes');
    expect(facts.classes?.items[0]).not.toHaveProperty('pupils');
  });

  test('la fonction libre d’un fichier CSV tient en deux éléments', async () => {
    const free = row('u1', 'A', 'B', { source: 'CSV', aafFunctions: [['EXT-1', 'Secrétariat']] });
    expect((await accounts({ [PATHS.users]: [free] })).u1?.functions).toEqual([
      { here: true, structure: 'EXT-1', code: '', label: 'Secrétariat' },
    ]);
  });

  test('sans la fiche de l’établissement, les comptes disent eux-mêmes lequel est ici', async () => {
    const hidden = { [PATHS.structures]: new LiveError('refused', PATHS.structures), [PATHS.classes]: [] };
    const { u1 } = await accounts(hidden);
    expect(u1).toMatchObject({ classes: ['CP'], functions: [{ here: true }] });
  });

  test('les personnes détachées sont une autre liste', async () => {
    const { facts } = await reading().result;
    expect(facts.removedUsers?.items).toMatchObject([
      { name: 'REVENANT Bruno', functions: [{ here: true }] },
    ]);
  });
});

describe('école de rattachement', () => {
  test('d’un seul coup pour ceux que la plateforme dit, puis une par une', async () => {
    const { result, asked } = reading();
    const { facts, gaps } = await result;
    const found = facts.users?.items.map(({ id, attachment, attachedTo }) => [id, attachment, attachedTo]);
    expect(found).toEqual([
      ['u1', 'here', ['Ecole Jules Ferry']],
      ['u2', 'elsewhere', ['Ecole Jules Ferry']],
      ['u3', 'none', []],
      ['u4', undefined, undefined],
      ['u5', undefined, undefined],
      ['u6', undefined, undefined],
    ]);
    const details = asked.filter((path) => path.includes('manual-groups'));
    expect(details).toEqual([PATHS.detail('u3'), PATHS.detail('u4')]);
    expect(gaps).toEqual([expect.stringMatching(/^L’établissement de rattachement d’une personne/)]);
  });

  test('refusée d’un seul coup : une par une, qui exerce ici avec une classe en dernier', async () => {
    const { result, asked } = reading(broken);
    const { facts, gaps } = await result;
    const details = asked.filter((path) => path.includes('manual-groups'));
    expect(details).toEqual(['u2', 'u3', 'u4', 'u1'].map(PATHS.detail));
    expect(facts.users?.items.find(({ id }) => id === 'u2')).toMatchObject({
      attachment: 'elsewhere',
      attachedTo: ['Ecole Jules Ferry'],
    });
    expect(gaps.join('\n')).toMatch(/d’un seul coup/);
  });

  test('refusée d’un seul coup : qui exerce ici et y est rattaché est gardé du clic qui le détacherait', async () => {
    const home = {
      id: 'u1',
      structureNodes: [{ id: 's1', name: 'Ecole' }],
      administrativeStructures: [{ id: 's1' }],
    };
    const { facts } = await reading({ ...broken, [PATHS.detail('u1')]: home }).result;
    const results = audit(
      [homeSchoolTeacher],
      facts,
      contextOn(new Date('2026-11-23T12:00:00'), { ent: 'edifice' }),
    );
    const flag = results[0]?.flags.find(({ subject }) => subject === 'BROSSARD Anne');
    expect(flag).toMatchObject({ holds: ['detach-user'], verdict: 'never-detach', cardOnly: true });
  });

  test('refusée d’un seul coup dans un très grand établissement : on le dit de qui n’est pas demandé', async () => {
    const [working] = CONSOLE[PATHS.users] as Record<string, unknown>[];
    const many = Array.from({ length: 303 }, (_, index) => ({ ...working, id: `w${index}`, duplicates: [] }));
    const { result, asked } = reading({
      ...broken,
      [PATHS.users]: many,
      ...Object.fromEntries(many.map(({ id }) => [PATHS.detail(id), { id, administrativeStructures: [] }])),
    });
    const { gaps, rest } = await result;
    expect(asked.filter((path) => path.includes('manual-groups'))).toHaveLength(300);
    expect(rest?.count).toBe(3);
    expect(gaps.join('\n')).toMatch(
      /de 3 personnes, qui ont ici une fonction et une classe, n’a pas été demandé :/,
    );
  });

  test('refusée à chaque personne : après trois refus, on n’insiste pas, et rien n’est deviné', async () => {
    const many = Array.from({ length: 20 }, (_, index) => row(`p${index}`, `P${index}`, 'A'));
    const refused = many.map(({ id }) => [PATHS.detail(id), new LiveError('refused', id)]);
    const { result, asked } = reading({ ...broken, [PATHS.users]: many, ...Object.fromEntries(refused) });
    const { facts, gaps } = await result;
    expect(asked.filter((path) => path.includes('manual-groups')).length).toBeLessThanOrEqual(4);
    expect(facts.users?.items.every(({ attachment }) => attachment === undefined)).toBe(true);
    expect(gaps.join('\n')).toMatch(/de 20 personnes/);
  });

  test('jamais demandée pour un compte manuel, importé, ou en partance', async () => {
    const none = [
      row('m1', 'A', 'B', { source: 'MANUAL' }),
      row('m2', 'C', 'D', { source: 'CSV' }),
      row('m3', 'E', 'F', { disappearanceDate: 1790000000000 }),
      row('m4', 'G', 'H', { deleteDate: 1790000000000 }),
      row('m5', 'I', 'J', { type: 'Student' }),
    ];
    const { result, asked } = reading({ [PATHS.users]: none });
    await result;
    expect(asked.filter((path) => path.includes('manual-groups'))).toEqual([]);
  });

  test('deux à la fois, pas plus', async () => {
    const many = Array.from({ length: 9 }, (_, index) => row(`p${index}`, `P${index}`, 'A'));
    let now = 0;
    let most = 0;
    const tools = {
      signal: new AbortController().signal,
      tell: () => undefined,
      async get(path: string) {
        now++;
        most = Math.max(most, now);
        await Promise.resolve();
        now--;
        if (path === PATHS.users) return many;
        if (path.includes('manual-groups')) return { id: path, administrativeStructures: [] };
        return path === bulk ? [] : structuredClone(CONSOLE[path]);
      },
    };
    await newEdificeLive().gather({ id: 's1', name: 'E' }, tools);
    expect(most).toBe(2);
  });
});

describe('code d’activation et identifiant de connexion', () => {
  test('ne sont nulle part dans ce qui est rapporté', async () => {
    const { result, told } = reading(broken);
    const said = JSON.stringify([await result, told]);
    expect(said).not.toContain(CANARY.code);
    expect(said).not.toContain(CANARY.login);
  });

  test('le code n’est pas non plus dans ce qui est gardé pour reprendre une lecture', async () => {
    const answers: Answers = { by: 'me', since: 0, read: new Map() };
    const get = async (path: string) => structuredClone(CONSOLE[path]);
    const { signal } = new AbortController();
    await readLists({ id: 's1', name: 'E' }, asking({ get, signal, tell: () => undefined }, answers));
    expect([...answers.read.keys()]).toContain(PATHS.users);
    expect(JSON.stringify([...answers.read])).not.toContain(CANARY.code);
  });
});
