import 'fake-indexeddb/auto';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Card } from '@/utils/core/fiche';
import { ficheFile, readFicheFile } from '@/utils/report/fiche-file';
import { closeStore, openDatabase } from '@/utils/store/db';
import {
  allFiches,
  cardsOf,
  fichesOf,
  forgetFiches,
  mergeFiches,
  transitionsKnown,
} from '@/utils/store/fiches';
import { MIGRATIONS } from '@/utils/store/migrations';
import { recordReading } from '@/utils/store/proofs';
import { count, fiche } from '../helpers/fiches';
import { freshBrowser, KEY, SCHOOL } from './helpers';

beforeEach(freshBrowser);
afterAll(closeStore);

async function cards(transition = 2026): Promise<Card[]> {
  const all: Card[] = [];
  for await (const page of cardsOf(transition)) all.push(...page);
  return all;
}

describe('fiches', () => {
  test('a reading writes one, and the card of its school', async () => {
    const counts = [count('empty-group', { outcome: 'violation', violations: 2 })];
    const read = [{ list: 'manualGroups' as const, shown: 18, total: 18, complete: true }];
    const figures = { 'Groupes manuels': 18 };
    await recordReading({
      school: SCHOOL,
      at: '2026-08-27T12:00:00.000Z',
      by: 'live',
      counts,
      read,
      figures,
    });
    expect(await fichesOf(KEY, 2026)).toEqual([
      expect.objectContaining({ school: KEY, uai: '0590000A', day: '2026-08-27', counts, read, figures }),
    ]);
    expect(await cards()).toEqual([expect.objectContaining({ school: KEY, name: 'École des Papillons' })]);
  });

  test('a page that gives its school a name without end fills nothing, and the fiche can be handed on', async () => {
    const school = { ...SCHOOL, name: 'École '.repeat(100_000) };
    const at = '2026-08-27T12:00:00.000Z';
    await recordReading({ school, at, by: 'live', counts: [], read: [], figures: {} });
    const fiches = await allFiches(2026);
    expect(fiches.map(({ name }) => name.length)).toEqual([200]);
    expect(readFicheFile(ficheFile(fiches, at))).toMatchObject({ fiches, refused: [] });
  });

  const hourly = Array.from({ length: 9 }, (_, hour) => fiche({ at: `2026-08-27T${10 + hour}:00:00.000Z` }));
  const hours = async () => (await fichesOf(KEY, 2026)).map(({ at }) => at.slice(11, 13));

  test('before and after an act of the same hour both stay', async () => {
    const [before, after] = ['2026-08-27T10:05:00.000Z', '2026-08-27T10:40:00.000Z'];
    for (const at of [before, after])
      await recordReading({
        school: SCHOOL,
        at,
        by: 'live',
        counts: [count('empty-group')],
        read: [],
        figures: {},
      });
    expect((await fichesOf(KEY, 2026)).map(({ at }) => at)).toEqual([after, before]);
  });

  test('a screen that says the same again is dated anew, and pushes nothing out; a whole control is kept', async () => {
    const record = (by: 'live' | 'edifice/users', hour: number, violations: number) =>
      recordReading({
        school: SCHOOL,
        at: `2026-08-27T1${hour}:00:00.000Z`,
        by,
        counts: [count('empty-group', { outcome: 'violation', violations })],
        read: [],
        figures: {},
      });
    for (const [hour, violations] of [3, 3, 2, 2, 3].entries())
      await record('edifice/users', hour, violations);
    expect(await hours()).toEqual(['14', '13', '11']);
    await record('live', 5, 3);
    await record('live', 6, 3);
    expect(await hours()).toEqual(['16', '15', '14', '13', '11']);
  });

  test('of one day and one way, the first and the latest five stay, in whatever order they come', async () => {
    const other = fiche({ by: 'edifice/users' });
    for (const order of [hourly, [...hourly].reverse()]) {
      await freshBrowser();
      for (const one of order) await mergeFiches([one]);
      expect(await hours()).toEqual(['18', '17', '16', '15', '14', '10']);
    }
    await mergeFiches([other]);
    expect(await hours()).toHaveLength(7);
  });

  test('what comes again, or is of a day that has enough, is known', async () => {
    expect(await mergeFiches([...hourly, ...hourly])).toEqual({ added: 6, known: 12 });
    expect(await mergeFiches(hourly)).toEqual({ added: 0, known: 9 });
  });

  test('two colleagues who give each other theirs end with the same', async () => {
    const mine = [fiche(), ...hourly.slice(3), fiche({ id: 'autre' })];
    const theirs = [...hourly.slice(0, 6), fiche({ day: '2026-08-29' })];
    await mergeFiches(mine);
    await mergeFiches(theirs);
    const here = await allFiches(2026);
    await freshBrowser();
    await mergeFiches(theirs);
    await mergeFiches(mine);
    expect(await allFiches(2026)).toEqual(here);
    expect(here).toHaveLength(8);
  });

  test('those that an older version kept by the day are still there', async () => {
    await closeStore();
    const before = MIGRATIONS.findIndex(({ name }) => name === 'fichesByHour');
    const old = await openDatabase(MIGRATIONS.slice(0, before), () => undefined);
    for (const one of [fiche(), fiche({ day: '2026-08-29' })]) await old.put('fiches', one);
    old.close();
    expect(await fichesOf(KEY, 2026)).toEqual([fiche({ day: '2026-08-29' }), fiche()]);
  });

  test('cards come in pages, every one once, of the change of year asked', async () => {
    const many = Array.from({ length: 250 }, (_, index) => fiche({ id: `s${index}` }));
    await mergeFiches([...many, fiche({ transition: 2025, day: '2025-08-27' })]);
    expect((await cards()).map(({ id }) => id).sort()).toEqual(many.map(({ id }) => id).sort());
    expect(await cards(2025)).toHaveLength(1);
    expect(await transitionsKnown()).toEqual([2026, 2025]);
  });

  test('are forgotten school by school', async () => {
    await mergeFiches([fiche(), fiche({ id: 'autre' })]);
    await forgetFiches(KEY, 2026);
    expect((await allFiches(2026)).map(({ id }) => id)).toEqual(['autre']);
    expect((await cards()).map(({ id }) => id)).toEqual(['autre']);
  });
});
