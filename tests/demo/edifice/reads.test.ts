import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../request';
import { type Demo, startDemo } from '../server';
import { plantedOn } from './manifest';
import { CENTRE, COLLEGE, FERRY, PAPILLONS, uai } from './structures';

const DATE = '2026-11-23';
let demo: Demo;
const get = async <T>(path: string) => (await ask(demo, path)).json<T>();

interface Row {
  id: string;
  type: string;
  lastName: string;
  firstName: string;
  duplicates: { id: string; score: number }[];
  deleteDate: number | null;
  structures: { id: string }[];
}

beforeAll(async () => {
  demo = await startDemo({ date: DATE });
});
afterAll(() => demo.close());

const planted = (rule: string, name: string) => {
  const found = plantedOn(DATE).find((item) => item.rule === rule && item.subject === name);
  if (!found) throw new Error(`Not planted: ${rule} ${name}`);
  return found.id;
};

describe('structures', () => {
  it('computes valid national codes', () => {
    expect([uai('0750654'), uai('0750655')]).toEqual(['0750654D', '0750655E']);
    expect([PAPILLONS, COLLEGE, CENTRE].map((structure) => structure.uai)).toEqual([
      '0599101X',
      '0599102Y',
      '0599103Z',
    ]);
  });

  it('says what a structure is fed by and whether GAR is active', async () => {
    const [first] = await get<Record<string, unknown>[]>('/directory/structure/admin/list');
    expect(Object.keys(first ?? {}).sort()).toEqual(
      'UAI distributions exports externalId feederName hasApp id ignoreMFA levelsOfEducation manualName name parents punctualTimetable source timetable'.split(
        ' ',
      ),
    );
    expect(first).toMatchObject({
      levelsOfEducation: [1],
      source: 'AAF1D',
      exports: ['GAR-DEMO'],
      parents: null,
    });
  });
});

describe('users of a structure', () => {
  it('has the documented keys and the sizes of a school and of a collège', async () => {
    const rows = await get<Row[]>(`/directory/structure/${PAPILLONS.id}/users`);
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(
      'aafFunctions blocked classes code creationDate deleteDate disappearanceDate displayName duplicates firstName functionalGroups functions id lastName login manualGroups removedFromStructures source structures type userPositions'.split(
        ' ',
      ),
    );
    expect(rows.length).toBeGreaterThan(600);
    expect((await get<Row[]>(`/directory/structure/${COLLEGE.id}/users`)).length).toBeGreaterThan(2300);
    expect(await get<Row[]>(`/directory/structure/${CENTRE.id}/users`)).toEqual([]);
  });

  it('appends pre-deleted accounts with this structure only', async () => {
    const rows = await get<Row[]>(`/directory/structure/${PAPILLONS.id}/users`);
    const gone = rows.slice(-3);
    expect(gone.every(({ deleteDate }) => typeof deleteDate === 'number')).toBe(true);
    expect(gone.every(({ structures }) => structures.length === 1)).toBe(true);
  });

  it('gives one row per duplicate, and people with the same name and profile', async () => {
    const rows = await get<Row[]>(`/directory/structure/${PAPILLONS.id}/users`);
    const twin = planted('duplicate-account', 'LEMOINES Camille');
    expect(rows.filter(({ id }) => id === twin)).toHaveLength(2);
    const key = ({ lastName, firstName, type }: Row) => `${lastName} ${firstName} ${type}`;
    const homonyms = rows.filter((row) =>
      rows.some((other) => other.id !== row.id && key(other) === key(row)),
    );
    expect(new Set(homonyms.map(({ type }) => type))).toEqual(new Set(['Student', 'Relative', 'Teacher']));
  });
});

describe('one user', () => {
  it('puts the attachment first, and one all-null entry where a list is empty', async () => {
    const detail = await get<Record<string, unknown>>(
      `/directory/user/${planted('departed-teacher', 'LAMBERT Zoé')}?manual-groups=true`,
    );
    expect(detail).toMatchObject({
      functions: [[null, null]],
      structureNodes: [{ id: FERRY.id }, { id: PAPILLONS.id }],
      administrativeStructures: [{ id: FERRY.id }],
    });
    expect(detail).not.toHaveProperty('deleteDate');
    expect(detail).not.toHaveProperty('removedFromStructures');
    const lone = await get<Record<string, unknown>>(
      `/directory/user/${planted('unclassed-teacher', 'TITEUX Inès')}?manual-groups=true`,
    );
    expect(lone).toHaveProperty('lastLogin');
  });

  it('names the attachment school, or says that there are several', async () => {
    const one = planted('departed-teacher', 'LAMBERT Zoé');
    const several = planted('departed-teacher', 'N’GUYEN Minh "Max"');
    const none = planted('departed-teacher', 'INCONNU Alix');
    expect(await get(`/directory/user/${one}/attachment-school`)).toEqual({ id: FERRY.id, name: FERRY.name });
    expect(await get(`/directory/user/${several}/attachment-school`)).toEqual({ error: 'non.unique.result' });
    expect(await get(`/directory/user/${none}/attachment-school`)).toEqual({});
  });

  it('lists attachments in bulk, one row each, without identifiers', async () => {
    const path = `/directory/user/structures/list?uai=${PAPILLONS.uai}&type=Teacher&administrativeStructure=true`;
    const rows = await get<Record<string, string>[]>(path);
    expect(rows.filter(({ lastName }) => lastName === 'N’GUYEN')).toHaveLength(2);
    expect(rows.find(({ lastName }) => lastName === 'INCONNU')).not.toHaveProperty('administrativeStructure');
    expect(rows.every((row) => !('id' in row))).toBe(true);
  });
});

describe('groups', () => {
  it('keeps a counter that proves nothing', async () => {
    const groups = await get<{ id: string; name: string; nbUsers: number; lockDelete: boolean | null }[]>(
      `/directory/group/admin/list?structureId=${PAPILLONS.id}&translate=true`,
    );
    const members = async (name: string) => {
      const group = groups.find((candidate) => candidate.name.startsWith(name));
      const list = await get<unknown[]>(`/directory/user/admin/list?groupId=${group?.id}`);
      return [group?.nbUsers, list.length];
    };
    expect(await members('Atelier échecs')).toEqual([3, 0]);
    const [counter, real] = await members('Journal de l’école');
    expect(counter).toBe(0);
    expect(real).toBeGreaterThan(0);
    expect(groups.find(({ name }) => name === 'RESP-AFFECT-GAR')?.lockDelete).toBe(true);
  });

  it('keeps departed members, without any structure of the school', async () => {
    const id = planted('departed-group-member', 'APE 2022-2023');
    const members = await get<{ lastName: string; structures: unknown[] }[]>(
      `/directory/user/admin/list?groupId=${id}`,
    );
    const departed = members.filter(({ lastName }) => lastName === 'JACOB');
    expect(departed.map(({ structures }) => structures)).toEqual([[], [], []]);
  });
});
