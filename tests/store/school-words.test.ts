import 'fake-indexeddb/auto';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { knownYear, sayOfYear } from '@/utils/known-year';
import type { SeenSchool } from '@/utils/messages';
import { closeStore, openDatabase } from '@/utils/store/db';
import { clearAll } from '@/utils/store/erase';
import { MIGRATIONS } from '@/utils/store/migrations';
import { saveDate } from '@/utils/store/progress';
import { schoolKey } from '@/utils/store/schools';
import { forgetSynonym, listSynonyms, saveSynonym } from '@/utils/store/synonyms';
import { freshBrowser } from './helpers';

const SCHOOL: SeenSchool = {
  ent: 'skolengo',
  host: 'college-demo.ent.auvergnerhonealpes.fr',
  id: 'college-demo.ent.auvergnerhonealpes.fr',
  name: 'Collège Marguerite-Vidal',
};
const WORD = { host: SCHOOL.host, term: 'lifetime', label: 'Échéance' };
const NOW = '2026-11-23T10:00:00.000Z';
const TODAY = '2026-11-23';

beforeEach(freshBrowser);
afterAll(closeStore);

test('a database of the version before gets the stores and keeps what it held', async () => {
  const before = MIGRATIONS.findIndex(({ name }) => name === 'schoolWords');
  const old = await openDatabase(MIGRATIONS.slice(0, before), () => undefined);
  await old.put('mappings', { signature: 'ab12', choices: [] });
  expect([...old.objectStoreNames]).not.toContain('synonyms');
  old.close();
  await saveSynonym(WORD);
  expect(await listSynonyms()).toEqual([WORD]);
});

describe('words of one’s own', () => {
  test('are kept once, and taken back one by one', async () => {
    await saveSynonym(WORD);
    await saveSynonym(WORD);
    await saveSynonym({ ...WORD, label: 'Validité' });
    expect(await listSynonyms()).toHaveLength(2);
    await forgetSynonym(WORD);
    expect((await listSynonyms()).map(({ label }) => label)).toEqual(['Validité']);
  });

  test('« Tout effacer » leaves none of them, nor of the school’s year', async () => {
    await saveSynonym(WORD);
    await sayOfYear({ school: SCHOOL, mode: 2, timetableEnd: '2027-07-10' }, NOW, TODAY);
    await clearAll();
    expect(await listSynonyms()).toEqual([]);
    expect(await knownYear(SCHOOL, TODAY)).not.toHaveProperty('mode');
  });
});

describe('what is known of a school’s summer', () => {
  test('the national calendar, as far as it is published', async () => {
    expect(await knownYear(SCHOOL, TODAY)).toEqual({ summer: 2027, yearEnd: '2027-07-02' });
    expect(await knownYear(SCHOOL, '2026-08-25')).toEqual({
      summer: 2026,
      yearEnd: '2026-07-03',
      termStart: '2026-09-01',
    });
    expect(await knownYear(SCHOOL, '2031-01-05')).toEqual({ summer: 2031 });
  });

  test('what the school said comes first, and of its own dates those of that summer only', async () => {
    await saveDate(schoolKey(SCHOOL), 2027, 'term-start', '2027-09-02', { at: NOW });
    await saveDate(schoolKey(SCHOOL), 2026, 'term-start', '2026-08-20', { at: NOW });
    expect(await knownYear(SCHOOL, TODAY)).toEqual({
      summer: 2027,
      yearEnd: '2027-07-02',
      termStart: '2027-09-02',
    });
  });

  test.each(['1990-07-10', '2200-07-10', '2026-07-10', '2028-01-10'])(
    '%s is refused with the days that are taken, and nothing of it is kept',
    async (timetableEnd) => {
      await expect(sayOfYear({ school: SCHOOL, mode: 2, timetableEnd }, NOW, TODAY)).rejects.toThrow(
        /n’est pas de l’été 2027.*du 01\/03\/2027 au 31\/08\/2027/,
      );
      expect(await knownYear(SCHOOL, TODAY)).toEqual({ summer: 2027, yearEnd: '2027-07-02' });
    },
  );

  test('the mode and the date are told apart, answered back, and taken back', async () => {
    expect(await sayOfYear({ school: SCHOOL, mode: 2 }, NOW, TODAY)).toMatchObject({ mode: 2 });
    const said = await sayOfYear({ school: SCHOOL, timetableEnd: '2027-07-10' }, NOW, TODAY);
    expect(said).toEqual({ summer: 2027, mode: 2, yearEnd: '2027-07-02', timetableEnd: '2027-07-10' });
    const taken = await sayOfYear({ school: SCHOOL, mode: null, timetableEnd: null }, NOW, TODAY);
    expect(taken).toEqual({ summer: 2027, yearEnd: '2027-07-02' });
    expect(await knownYear({ ...SCHOOL, id: 'autre' }, TODAY)).toEqual({
      summer: 2027,
      yearEnd: '2027-07-02',
    });
  });
});
