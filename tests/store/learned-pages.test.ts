import 'fake-indexeddb/auto';
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { ScreenDescriptor } from '@/utils/ents/descriptor';
import { knownPages, learnPage } from '@/utils/known-pages';
import { closeStore, openDatabase } from '@/utils/store/db';
import { clearAll } from '@/utils/store/erase';
import {
  forgetLearnedPage,
  hasLearned,
  listLearnedPages,
  renameLearnedPage,
  saveLearnedPage,
} from '@/utils/store/learned-pages';
import { MIGRATIONS } from '@/utils/store/migrations';
import { freshBrowser } from './helpers';

const HOST = 'college-demo.ent.auvergnerhonealpes.fr';
const NOW = '2026-11-23T10:00:00.000Z';
const DESCRIPTOR: ScreenDescriptor = {
  version: 1,
  id: 'skolengo/own-annuaire-local',
  title: 'Annuaire local',
  names: ['Annuaire local'],
  fact: 'createdAccounts',
  reads: [{ as: 'list', fields: [{ field: 'name', labels: ['Intéressé'], required: true }], key: ['name'] }],
};
const PAGE = { host: HOST, descriptor: DESCRIPTOR, learnedAt: NOW };

beforeEach(freshBrowser);
afterAll(closeStore);

test('a database of the version before gets the store and keeps what it held', async () => {
  const before = MIGRATIONS.findIndex(({ name }) => name === 'learnedPages');
  const old = await openDatabase(MIGRATIONS.slice(0, before), () => undefined);
  await old.put('synonyms', { host: HOST, term: 'lifetime', label: 'Échéance' });
  old.close();
  await saveLearnedPage(PAGE);
  expect((await knownPages(HOST)).synonyms).toHaveLength(1);
  expect(await listLearnedPages()).toEqual([PAGE]);
});

test('a page is known on its own host, a portal’s on all of its schools', async () => {
  await learnPage({ host: HOST, descriptor: DESCRIPTOR }, NOW);
  expect((await knownPages(HOST)).descriptors).toEqual([DESCRIPTOR]);
  expect((await knownPages('autre.ent.auvergnerhonealpes.fr')).descriptors).toEqual([]);
  await learnPage(
    { host: 'ent.auvergnerhonealpes.fr', descriptor: { ...DESCRIPTOR, id: 'skolengo/own-b' } },
    NOW,
  );
  expect((await knownPages('autre.ent.auvergnerhonealpes.fr')).descriptors).toHaveLength(1);
  expect(await hasLearned('skolengo')).toBe(true);
  expect(await hasLearned('edifice')).toBe(false);
});

test('learnt again under its name it is replaced, forgotten it is gone, and « Tout effacer » leaves none', async () => {
  await learnPage(PAGE, NOW);
  await learnPage({ ...PAGE, descriptor: { ...DESCRIPTOR, names: ['Autre'] } }, NOW);
  expect((await listLearnedPages()).map(({ descriptor }) => descriptor.names)).toEqual([['Autre']]);
  await forgetLearnedPage(PAGE);
  expect(await listLearnedPages()).toEqual([]);
  await learnPage(PAGE, NOW);
  await clearAll();
  expect(await listLearnedPages()).toEqual([]);
});

test('renamed, it is there once, under its new name, since the same day', async () => {
  await learnPage(PAGE, NOW);
  const descriptor = { ...DESCRIPTOR, id: 'skolengo/own-comptes', title: 'Comptes' } as const;
  await renameLearnedPage(PAGE, descriptor);
  expect(await listLearnedPages()).toEqual([{ ...PAGE, descriptor }]);
  await renameLearnedPage({ ...PAGE, descriptor }, { ...descriptor, title: 'COMPTES' });
  expect((await listLearnedPages()).map((page) => page.descriptor.title)).toEqual(['COMPTES']);
});

test('what is no description is not kept, and one that this version doesn’t understand is not delivered', async () => {
  const odd = { ...DESCRIPTOR, fact: 'passwords' } as unknown as ScreenDescriptor;
  await expect(learnPage({ host: HOST, descriptor: odd }, NOW)).rejects.toMatchObject({
    message: expect.stringContaining('rien n’en est gardé'),
    advice: expect.anything(),
  });
  expect(await listLearnedPages()).toEqual([]);
  await saveLearnedPage({ ...PAGE, descriptor: odd });
  expect((await knownPages(HOST)).descriptors).toEqual([]);
});
