import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ask } from '../request';
import { type Demo, startDemo } from '../server';
import { plantedOn } from './manifest';
import { PAPILLONS } from './structures';
import { XSRF_TOKEN } from './writes';

const DATE = '2026-11-23';
let demo: Demo;

beforeAll(async () => {
  demo = await startDemo({ date: DATE });
});
beforeEach(() => demo.reset());
afterAll(() => demo.close());

const send = (method: string, path: string, body?: unknown) =>
  ask(demo, path, { method, headers: { 'x-xsrf-token': XSRF_TOKEN }, body });
const rows = async <T>(path: string) => (await ask(demo, path)).json<T[]>();
const users = () =>
  rows<{ id: string; deleteDate: number | null }>(`/directory/structure/${PAPILLONS.id}/users`);
const groups = () =>
  rows<{ id: string; name: string }>(
    `/directory/group/admin/list?structureId=${PAPILLONS.id}&translate=true`,
  );
const members = (id: string) => rows<{ id: string }>(`/directory/user/admin/list?groupId=${id}`);
const idOf = (rule: string, subject: string) =>
  plantedOn(DATE).find((item) => item.rule === rule && item.subject.startsWith(subject))?.id ?? 'missing';

it('refuses a write without the session’s token', async () => {
  const id = idOf('past-year-group', 'APE');
  const { status, text } = await ask(demo, `/directory/group/${id}`, { method: 'DELETE' });
  expect(status).toBe(403);
  expect(text).toContain('invalid.xsrf.token');
  expect((await groups()).some((group) => group.id === id)).toBe(true);
});

describe('detaching', () => {
  it('takes the user out of the list and of the groups, and can be undone', async () => {
    const id = idOf('departed-teacher', 'LAMBERT');
    const gar = idOf('missing-gar-group', 'RESP-AFFECT-GAR');
    expect((await members(gar)).some((member) => member.id === id)).toBe(true);
    await send('DELETE', `/directory/structure/${PAPILLONS.id}/unlink/${id}`);
    expect((await users()).some((user) => user.id === id)).toBe(false);
    expect((await members(gar)).some((member) => member.id === id)).toBe(false);
    const removed = await rows<{ id: string }>(`/directory/structure/${PAPILLONS.id}/removedUsers`);
    expect(removed.some((user) => user.id === id)).toBe(true);
    await send('PUT', `/directory/structure/${PAPILLONS.id}/link/${id}`);
    expect((await users()).some((user) => user.id === id)).toBe(true);
  });
});

describe('deleting an account', () => {
  it('erases one that was never activated, and pre-deletes the others', async () => {
    const never = idOf('stale-manual-account', 'PISCINE');
    const active = idOf('stale-manual-account', 'ASSOCIATION');
    await send('DELETE', `/directory/user?userId=${never}`);
    await send('DELETE', `/directory/user?userId=${active}`);
    const after = await users();
    expect(after.some(({ id }) => id === never)).toBe(false);
    expect(after.find(({ id }) => id === active)?.deleteDate).toEqual(expect.any(Number));
    await send('PUT', `/directory/restore/user?userId=${active}`);
    expect((await users()).find(({ id }) => id === active)?.deleteDate).toBeNull();
  });

  it('refuses one that the feed still sends', async () => {
    const id = idOf('departed-teacher', 'LAMBERT');
    expect((await send('DELETE', `/directory/user?userId=${id}`)).text).toContain('unauthorized.user');
    expect((await users()).some((user) => user.id === id)).toBe(true);
  });
});

describe('groups', () => {
  it('deletes and renames one, and comes back after a reset', async () => {
    const id = idOf('past-year-group', 'APE');
    const chorale = idOf('past-year-group', 'Chorale');
    await send('DELETE', `/directory/group/${id}`);
    await send('PUT', `/directory/group/${chorale}`, { name: 'Chorale neuve' });
    const after = await groups();
    expect(after.some((group) => group.id === id)).toBe(false);
    expect(after.find((group) => group.id === chorale)?.name).toBe('Chorale neuve');
    demo.reset();
    const again = await groups();
    expect(again.find((group) => group.id === id)?.name).toBe('APE 2022-2023');
    expect(again.find((group) => group.id === chorale)?.name).toBe('Chorale 2025/26');
  });

  it('says yes and does nothing to the group that the platform locked', async () => {
    const id = idOf('missing-gar-group', 'RESP-AFFECT-GAR');
    expect((await send('DELETE', `/directory/group/${id}`)).status).toBe(200);
    expect((await send('PUT', `/directory/group/${id}`, { name: 'Autre' })).status).toBe(200);
    expect((await groups()).find((group) => group.id === id)?.name).toBe('RESP-AFFECT-GAR');
  });

  it('adds members and takes them out', async () => {
    const id = idOf('empty-group', 'Atelier');
    const teacher = idOf('departed-teacher', 'SAUVAGE');
    await send('PUT', `/directory/group/${id}/users/add`, { userIds: [teacher] });
    expect((await members(id)).map((member) => member.id)).toEqual([teacher]);
    await send('PUT', `/directory/group/${id}/users/delete`, { userIds: [teacher] });
    expect(await members(id)).toEqual([]);
  });
});
