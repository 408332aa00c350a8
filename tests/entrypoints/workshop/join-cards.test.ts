import { describe, expect, test } from 'vitest';
import {
  chosen,
  entsOf,
  NO_FILTERS,
  rowOf,
  sharedUais,
  weigh,
} from '@/entrypoints/workshop/schools/board-view';
import { schoolView } from '@/entrypoints/workshop/schools/fiche-view';
import { isOneSchool, joinCards, phasesOfLines } from '@/entrypoints/workshop/schools/join-cards';
import type { Card, Fiche } from '@/utils/core/fiche';
import { ALL_RULES } from '@/utils/rules';
import { card, count, fiche } from '../../helpers/fiches';

const RULES = new Map(ALL_RULES.map((rule) => [rule.id, rule]));
const NOW = '2026-09-08T10:00:00.000Z';

const LAC = { ent: 'itslearning', id: '12', name: 'Collège du Lac', uai: '0270001B' } as const;
const found = (rule: string, violations: number) =>
  count(rule, { outcome: violations > 0 ? 'violation' : 'pass', violations });
const FIRST = fiche({
  ...LAC,
  host: 'eure.itslearning.com',
  counts: [found('changed-sync-key', 2), found('orphan-strategy', 1)],
});
const SECOND = fiche({
  ...LAC,
  name: 'Collège du lac',
  host: 'normandie.itslearning.com',
  day: '2026-08-30',
  counts: [found('changed-sync-key', 0)],
});
const [OLD, NEW] = [card(FIRST), card(SECOND)];

describe('a school read under two addresses of its ENT', () => {
  test('is one line: the last word on each rule, whichever address said it, and both addresses', () => {
    const lines = joinCards([OLD, card(fiche()), NEW]);
    expect(lines).toHaveLength(2);
    const [row] = weigh(lines, RULES, NOW)
      .filter(({ card: { uai } }) => uai === LAC.uai)
      .map((one) => rowOf(one, RULES));
    expect(row).toMatchObject({
      key: NEW.school,
      critical: 0,
      seen: 'vue il y a 9 jours',
      about: '0270001B · normandie.itslearning.com et eure.itslearning.com',
    });
    expect(row?.cells['changed-sync-key']).toMatchObject({ grade: 'pass' });
    expect(row?.cells['orphan-strategy']).toMatchObject({ count: 1 });
    expect(sharedUais(weigh(lines, RULES, NOW))).toEqual([]);
  });

  test('is found under each of them', () => {
    const all = weigh(joinCards([OLD, NEW]), RULES, NOW);
    for (const change of [{ ent: OLD.host }, { ent: NEW.host }, { text: 'eure' }])
      expect(chosen(all, { ...NO_FILTERS, ...change })).toHaveLength(1);
    expect(entsOf(all).map(({ label }) => label)).toEqual([
      'itslearning (eure.itslearning.com)',
      'itslearning (normandie.itslearning.com)',
    ]);
  });

  test('shows the fiches of both, and says of which address each is', () => {
    const [line] = joinCards([OLD, NEW]);
    if (!line) throw new Error('no line');
    const opened = { key: line.school, fiches: [SECOND, FIRST], expectations: [], found: {} };
    const { fiches, about } = schoolView(line, opened, ALL_RULES, (id) => id, []);
    expect(about).toContain('eure.itslearning.com');
    expect(fiches.map(({ label }) => label)).toEqual([
      expect.stringContaining('(normandie.itslearning.com)'),
      expect.stringContaining('(eure.itslearning.com)'),
    ]);
    expect(new Set(fiches.map(({ value }) => value)).size).toBe(2);
  });

  test('has the steps of whichever address is followed here', () => {
    const lines = joinCards([OLD, NEW]);
    const phases = new Map([[OLD.school, []]]);
    expect(phasesOfLines(lines, phases)?.has(NEW.school)).toBe(true);
  });

  test('an older word of the other address never replaces a newer one, nor does a partial list that shows less', () => {
    const partial = card(
      fiche({ ...SECOND, day: '2026-09-01', counts: [count('orphan-strategy', { complete: false })] }),
    );
    for (const cards of [
      [OLD, partial],
      [partial, OLD],
    ]) {
      const [line] = joinCards(cards);
      expect(line?.rules['orphan-strategy']).toMatchObject({ violations: 1 });
    }
  });
});

describe('one UAI keeps schools apart, and is told', () => {
  const other = (more: Partial<Fiche>) => card(fiche({ ...SECOND, ...more }));
  test.each<[string, Card]>([
    ['another name', other({ name: 'Lycée du Lac' })],
    ['another family', other({ ent: 'edifice', host: 'enthdf.fr' })],
    ['the same address, under two identifiers', other({ host: OLD.host, id: '99' })],
    ['a site that is none of the family’s', other({ host: 'ailleurs.example' })],
  ])('%s', (_what, twin) => {
    const lines = joinCards([OLD, twin]);
    expect(lines).toEqual([OLD, twin]);
    expect(isOneSchool([OLD, twin])).toBe(false);
    expect(sharedUais(weigh(lines, RULES, NOW))).toHaveLength(1);
  });

  test('no UAI, no joining', () => {
    const { uai: _uai, ...nameless } = LAC;
    const cards = ['eure', 'manche'].map((one) =>
      card(fiche({ ...nameless, host: `${one}.itslearning.com` })),
    );
    expect(joinCards(cards)).toBe(cards);
  });
});
