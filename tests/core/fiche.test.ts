import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addToCard, type Card, compareRisk, type Fiche, riskOf, trendOf, worstOf } from '@/utils/core/fiche';
import { count, fiche } from '../helpers/fiches';

const cardOf = (fiches: readonly Fiche[]) =>
  fiches.reduce<Card | undefined>((card, one) => addToCard(card, one), undefined) as Card;

describe('a card', () => {
  test('holds the last word on each rule, from whichever control', () => {
    const card = cardOf([
      fiche({ counts: [count('past-year-group', { outcome: 'violation', violations: 3 })] }),
      fiche({ day: '2026-08-28', by: 'edifice/users', counts: [count('duplicate-account')] }),
    ]);
    expect(card.rules['past-year-group']).toMatchObject({ violations: 3, by: 'live' });
    expect(card.rules['duplicate-account']).toMatchObject({ by: 'edifice/users' });
    expect(card.wholeAt).toBe('2026-08-27T10:00:00.000Z');
    expect(card.at).toBe('2026-08-28T10:00:00.000Z');
  });

  test('keeps what was found when a partial reading shows nothing', () => {
    const card = cardOf([
      fiche({ counts: [count('past-year-group', { outcome: 'violation', violations: 3 })] }),
      fiche({
        day: '2026-08-28',
        counts: [count('past-year-group', { outcome: 'review', complete: false })],
      }),
    ]);
    expect(card.rules['past-year-group']?.violations).toBe(3);
  });

  test('keeps what was found when one group of them all is opened', () => {
    const card = cardOf([
      fiche({ counts: [count('departed-group-member', { outcome: 'violation', violations: 4 })] }),
      fiche({
        day: '2026-08-28',
        by: 'edifice/group',
        counts: [count('departed-group-member', { outcome: 'violation', violations: 1, complete: false })],
      }),
    ]);
    expect(card.rules['departed-group-member']).toMatchObject({ violations: 4, by: 'live' });
  });

  test('learns of a case that a partial list shows where nothing was known', () => {
    const card = cardOf([
      fiche({ counts: [count('departed-group-member')] }),
      fiche({
        day: '2026-08-28',
        by: 'edifice/group',
        counts: [count('departed-group-member', { outcome: 'violation', violations: 1, complete: false })],
      }),
    ]);
    expect(card.rules['departed-group-member']).toMatchObject({ violations: 1, complete: false });
  });

  test('keeps what the whole school showed for certain when a screen only doubts of it, not when it shows less', () => {
    const sure = fiche({
      counts: [
        count('unlocked-gar-group', { outcome: 'violation', violations: 1 }),
        count('past-year-group', { outcome: 'violation', violations: 3, reviews: 2 }),
      ],
    });
    const screen = fiche({
      day: '2026-08-28',
      by: 'edifice/manual-groups',
      counts: [
        count('unlocked-gar-group', { outcome: 'review', reviews: 1 }),
        count('past-year-group', { outcome: 'review', reviews: 2 }),
      ],
    });
    const { rules } = cardOf([sure, screen]);
    expect(rules['unlocked-gar-group']).toMatchObject({ violations: 1, reviews: 0, by: 'live' });
    expect(rules['past-year-group']).toMatchObject({ violations: 0, reviews: 2 });
  });

  test('takes a rule that failed for silence', () => {
    const card = cardOf([fiche({ counts: [count('past-year-group', { outcome: 'error' })] })]);
    expect(card.rules).toEqual({});
  });

  test('is the same in whatever order complete fiches came, but for the days gone by', () => {
    const days = ['2026-08-25', '2026-08-26', '2026-08-27', '2026-08-28'];
    const each = days.map((day, at) => fiche({ day, counts: [count('empty-group', { violations: at })] }));
    fc.assert(
      fc.property(fc.shuffledSubarray(each, { minLength: 4 }), (shuffled) => {
        const { days: _days, ...card } = cardOf(shuffled);
        const { days: _ordered, ...ordered } = cardOf(each);
        expect(card).toEqual(ordered);
      }),
    );
  });

  test('tells the trend since the day before, and nothing after one day', () => {
    const first = fiche({ counts: [count('empty-group', { violations: 5, reviews: 1 })] });
    const second = fiche({
      day: '2026-08-30',
      counts: [count('empty-group', { violations: 2, reviews: 1 })],
    });
    expect(trendOf(cardOf([first]))).toBeUndefined();
    expect(trendOf(cardOf([first, second]))).toEqual({ since: '2026-08-27', violations: -3, reviews: 0 });
  });
});

describe('risk', () => {
  const impactOf = (rule: string) => (rule === 'changed-sync-key' ? 'critical' : undefined);
  const risk = (card: Card) => riskOf(card.rules, impactOf);

  test('weighs by harm; a rule that is unknown here is the least of harms', () => {
    const card = cardOf([
      fiche({
        counts: [
          count('changed-sync-key', { violations: 1, reviews: 2 }),
          count('of-a-later-version', { violations: 40 }),
        ],
      }),
    ]);
    expect(risk(card)).toEqual({ critical: 1, serious: 0, minor: 40, reviews: 2 });
    expect(worstOf(risk(card), false)).toBe('critical');
  });

  test('one account lost comes before a hundred groups to tidy', () => {
    const one = { critical: 1, serious: 0, minor: 0, reviews: 0 };
    const hundred = { critical: 0, serious: 0, minor: 100, reviews: 50 };
    expect([hundred, one].sort(compareRisk)).toEqual([one, hundred]);
    expect(worstOf({ ...one, critical: 0, reviews: 1 }, true)).toBe('review');
    expect(worstOf({ ...one, critical: 0 }, true)).toBe('pass');
    expect(worstOf({ ...one, critical: 0 }, false)).toBe('unproved');
  });
});
