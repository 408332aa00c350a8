import 'fake-indexeddb/auto';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Card } from '@/utils/core/fiche';
import { ficheFile, readFicheFile } from '@/utils/report/fiche-file';
import { closeStore } from '@/utils/store/db';
import {
  allFiches,
  cardsOf,
  fichesOf,
  forgetFiches,
  mergeFiches,
  transitionsKnown,
} from '@/utils/store/fiches';
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

  test('one a day and a way: the later takes the place of the earlier, never the reverse', async () => {
    const early = fiche({ at: '2026-08-27T08:00:00.000Z' });
    const late = fiche({ at: '2026-08-27T17:00:00.000Z' });
    expect(await mergeFiches([late])).toEqual({ added: 1, known: 0 });
    expect(await mergeFiches([early, late])).toEqual({ added: 0, known: 2 });
    expect(await fichesOf(KEY, 2026)).toEqual([late]);
  });

  test('two colleagues who give each other theirs end with the same', async () => {
    const mine = [fiche(), fiche({ id: 'autre' })];
    const theirs = [fiche({ at: '2026-08-27T16:00:00.000Z' }), fiche({ day: '2026-08-29' })];
    await mergeFiches(mine);
    await mergeFiches(theirs);
    const here = await allFiches(2026);
    await freshBrowser();
    await mergeFiches(theirs);
    await mergeFiches(mine);
    expect(await allFiches(2026)).toEqual(here);
    expect(here).toHaveLength(3);
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
