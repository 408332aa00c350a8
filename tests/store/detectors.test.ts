import 'fake-indexeddb/auto';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { closeStore, openDatabase } from '@/utils/store/db';
import { listDetectors, noteDetector, noteRules } from '@/utils/store/detectors';
import { clearAll } from '@/utils/store/erase';
import { MIGRATIONS } from '@/utils/store/migrations';
import { count } from '../helpers/fiches';
import { freshBrowser, step } from './helpers';

beforeEach(freshBrowser);
afterAll(closeStore);

const seen = { host: 'enthdf.fr', id: 'edifice/users' };
const [FIRST, THEN] = ['2026-11-20T10:00:00.000Z', '2026-11-22T10:00:00.000Z'];

test('what worked and what was not understood are counted, the latest kept', async () => {
  await noteDetector({ ...seen, at: THEN });
  await noteDetector({ ...seen, at: FIRST });
  await noteDetector({ ...seen, at: THEN, unreadable: 'la liste a changé' });
  await noteDetector({ ...seen, at: FIRST, unreadable: 'plus ancien' });
  expect(await listDetectors()).toEqual([
    {
      id: 'edifice/users',
      worked: 2,
      workedAt: THEN,
      failed: 2,
      failedAt: THEN,
      why: 'la liste a changé',
      on: 'enthdf.fr',
    },
  ]);
});

test('a reason without end is cut', async () => {
  await noteDetector({ ...seen, at: FIRST, unreadable: 'x'.repeat(9000) });
  expect((await listDetectors())[0]?.why).toHaveLength(400);
});

test('a database of the version before gains the store with nothing lost, and « Tout effacer » empties it', async () => {
  const at = MIGRATIONS.findIndex(({ name }) => name === 'detectorStore');
  const old = await openDatabase(MIGRATIONS.slice(0, at), () => undefined);
  const tick = { ...step('sort-aesh'), done: true, at: FIRST };
  await old.put('ticks', tick);
  old.close();
  await noteDetector({ ...seen, at: FIRST });
  const now = await openDatabase(MIGRATIONS, () => undefined);
  expect(await now.getAll('ticks')).toEqual([tick]);
  now.close();
  await clearAll();
  expect(await listDetectors()).toEqual([]);
});

test('rules that concluded of files, without a school, were at work; one that broke is told as broken', async () => {
  await noteRules(
    [
      count('changed-sync-key', { outcome: 'violation' }),
      count('emptied-key'),
      count('wrong-partner', { outcome: 'inapplicable' }),
    ],
    FIRST,
  );
  await noteRules([count('emptied-key', { outcome: 'error' })], THEN);
  expect(await listDetectors()).toEqual([
    { id: 'changed-sync-key', worked: 1, workedAt: FIRST, failed: 0 },
    {
      id: 'emptied-key',
      worked: 1,
      workedAt: FIRST,
      failed: 1,
      failedAt: THEN,
      why: 'la règle s’est interrompue',
    },
  ]);
});
