import 'fake-indexeddb/auto';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { closeStore, write } from '@/utils/store/db';
import { allFiches } from '@/utils/store/fiches';
import { recordReading } from '@/utils/store/proofs';
import { listSchools, MOST_OF_SITE, mergeSchool, schoolKey, seeSchool } from '@/utils/store/schools';
import { freshBrowser, SCHOOL } from './helpers';

const AT = '2026-08-27T12:00:00.000Z';
const invented = (index: number) => ({ ...SCHOOL, id: `invented-${index}`, name: `École ${index}` });

beforeEach(async () => {
  await freshBrowser();
  await write(['schools'], async (tx) => {
    for (let index = 0; index < MOST_OF_SITE; index++)
      void tx.objectStore('schools').put(mergeSchool(undefined, invented(index), AT));
  });
});
afterAll(closeStore);

test('a page that invents schools is stopped, in words, and what is kept stays', async () => {
  await expect(seeSchool(invented(MOST_OF_SITE), AT)).rejects.toMatchObject({
    name: 'StorageProblem',
    kind: 'crowded',
    message: expect.stringMatching(new RegExp(MOST_OF_SITE.toLocaleString('fr-FR').replace(/\s/g, '\\s'))),
  });
  const reading = { at: AT, by: 'live' as const, counts: [], read: [], figures: {} };
  await expect(recordReading({ ...reading, school: invented(MOST_OF_SITE) })).rejects.toMatchObject({
    kind: 'crowded',
  });
  expect(await listSchools()).toHaveLength(MOST_OF_SITE);
  expect(await allFiches(2026)).toEqual([]);
});

test('the schools that are known, and those of other sites, are seen as before', async () => {
  const later = '2026-08-28T12:00:00.000Z';
  expect(await seeSchool(invented(7), later)).toMatchObject({ lastSeen: later });
  // A site whose name begins like the first one's is another.
  const neighbour = { ...SCHOOL, host: `${SCHOOL.host}.example` };
  expect(await seeSchool(neighbour, AT)).toMatchObject({ key: schoolKey(neighbour) });
  expect(await seeSchool({ ...SCHOOL, ent: 'itslearning' }, AT)).toMatchObject({ ent: 'itslearning' });
});
