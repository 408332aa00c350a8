import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BACKED_UP_NAMES, keyOf, NO_STORES, type Stores } from '@/utils/backup/content';
import { joinStores } from '@/utils/backup/join';
import { KEY } from '../store/helpers';
import { computers } from './records';

describe('however computers exchange their backups, they end with the same', () => {
  test('in either order', () => {
    fc.assert(
      fc.property(computers, computers, (a, b) => {
        expect(joinStores(a, b)).toEqual(joinStores(b, a));
      }),
    );
  });

  test('by whichever way round', () => {
    fc.assert(
      fc.property(computers, computers, computers, (a, b, c) => {
        expect(joinStores(joinStores(a, b), c)).toEqual(joinStores(a, joinStores(b, c)));
      }),
      { numRuns: 300 },
    );
  });

  test('as often as they like', () => {
    fc.assert(
      fc.property(computers, computers, (a, b) => {
        const joined = joinStores(a, b);
        expect(joinStores(joined, a)).toEqual(joined);
        expect(joinStores(joined, joined)).toEqual(joined);
      }),
    );
  });
});

test('nothing that either holds is lost, and the latest word on each counts', () => {
  fc.assert(
    fc.property(computers, computers, (a, b) => {
      const joined = joinStores(a, b);
      for (const store of BACKED_UP_NAMES) {
        const keys = (stores: Stores) => stores[store].map((record) => keyOf(store, record));
        // Of one day there are only so many fiches.
        if (store === 'fiches')
          expect([...keys(a), ...keys(b)]).toEqual(expect.arrayContaining(keys(joined)));
        else expect(new Set(keys(joined))).toEqual(new Set([...keys(a), ...keys(b)]));
      }
      for (const store of ['ticks', 'notes', 'journal', 'fiches'] as const)
        for (const record of joined[store]) {
          const all = [...a[store], ...b[store]].filter((one) => keyOf(store, one) === keyOf(store, record));
          expect(all).toContainEqual(record);
          expect(all.filter(({ at }) => at > record.at)).toEqual([]);
        }
    }),
  );
});

describe('of one change of year', () => {
  const year = { school: KEY, transition: 2026 };
  const joined = (a: object, b: object) =>
    joinStores({ ...NO_STORES, years: [{ ...year, ...a }] }, { ...NO_STORES, years: [{ ...year, ...b }] })
      .years[0];

  test('lists chosen on one computer stay although the other archived it since', () => {
    expect(
      joined(
        { lists: ['edifice-primary'], listsAt: '2026-08-01T10:00:00.000Z' },
        { archivedAt: '2026-10-01T10:00:00.000Z' },
      ),
    ).toMatchObject({ lists: ['edifice-primary'], archivedAt: '2026-10-01T10:00:00.000Z' });
  });

  test('reopened after it was archived elsewhere, it is open; archived again, it is archived', () => {
    const archived = { archivedAt: '2026-10-01T10:00:00.000Z' };
    const reopened = { reopenedAt: '2026-10-02T10:00:00.000Z' };
    expect(joined(archived, reopened)).not.toHaveProperty('archivedAt');
    const again = { archivedAt: '2026-10-03T10:00:00.000Z' };
    expect(joined(again, reopened)).toMatchObject(again);
  });
});

test('the last reading counts, and a step that was proven once is still known to have been', () => {
  const proof = {
    school: KEY,
    transition: 2026,
    rule: 'empty-group',
    complete: true,
    by: 'live',
    reviews: 0,
  } as const;
  const passed = {
    ...proof,
    outcome: 'pass',
    violations: 0,
    at: '2026-08-26T10:00:00.000Z',
    passedAt: '2026-08-26T10:00:00.000Z',
  } as const;
  const failed = { ...proof, outcome: 'violation', violations: 2, at: '2026-08-27T10:00:00.000Z' } as const;
  const { proofs } = joinStores({ ...NO_STORES, proofs: [passed] }, { ...NO_STORES, proofs: [failed] });
  expect(proofs).toEqual([{ ...failed, passedAt: passed.at }]);
});

test('one screen read on one computer does not hide what the other counted in the whole school', () => {
  const proof = { school: KEY, transition: 2026, rule: 'departed-group-member', reviews: 0 } as const;
  const whole = {
    ...proof,
    outcome: 'violation',
    complete: true,
    by: 'live',
    violations: 12,
    at: '2026-08-26T10:00:00.000Z',
  } as const;
  const screen = {
    ...proof,
    outcome: 'violation',
    complete: false,
    by: 'edifice/group',
    lines: 1,
    violations: 1,
    at: '2026-08-27T10:00:00.000Z',
  } as const;
  const { proofs } = joinStores({ ...NO_STORES, proofs: [screen] }, { ...NO_STORES, proofs: [whole] });
  const since = { at: screen.at, by: 'edifice/group', violations: 1, reviews: 0 };
  expect(proofs).toEqual([{ ...whole, since }]);
});
