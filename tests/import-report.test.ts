import { describe, expect, test } from 'vitest';
import { accountDays } from '@/entrypoints/overlay/account-days';
import { reportPages } from '@/entrypoints/overlay/report-pages';
import type { Facts, User } from '@/utils/core/facts';
import type { ReportLine } from '@/utils/core/import-report-facts';
import { accountGaps, expectationsOf } from '@/utils/import-gaps';
import { reportGaps } from '@/utils/import-report';
import type { Expectation } from '@/utils/store/schema';

const predicted = {
  created: 2,
  updated: 10,
  deleted: 1,
  perProfile: [{ profile: 'pupil' as const, created: 2, updated: 10, deleted: 1 }],
};
const found = (created: number, updated: number, deleted: number) => [
  { profile: 'pupil' as const, created, updated, deleted },
];

describe('the report of the wizard, beside what the control announced', () => {
  test('the same number of lines, and the same operations', () => {
    expect(reportGaps(predicted, { total: 13, read: 13, perProfile: found(2, 10, 1) })).toEqual([
      expect.stringContaining('autant que'),
      expect.stringContaining('conformes'),
    ]);
  });

  test('another number of lines is told at once, before any leafing', () => {
    const [sum, left] = reportGaps(predicted, { total: 16, read: 10, perProfile: found(5, 5, 0) });
    expect(sum).toMatch(/16\u00A0lignes, alors que le contrôle en annonce 13/);
    expect(left).toMatch(/10\u00A0lignes lues sur 16/);
  });

  test('once leafed through, each operation of each profile is compared', () => {
    const said = reportGaps(predicted, { total: 13, read: 13, perProfile: found(3, 9, 1) });
    expect(said).toEqual([
      expect.stringContaining('autant que'),
      expect.stringMatching(/^Élèves\s: 3\scomptes créés au lieu de 2/),
      expect.stringMatching(/^Élèves\s: 9\scomptes reconnus au lieu de 10/),
    ]);
  });

  test('a profile that the report does not hold at all is told', () => {
    expect(reportGaps(predicted, { total: 0, read: 0, perProfile: [] }).join(' ')).toContain(
      '0\u00A0compte créé',
    );
  });
});

describe('the pages of a report', () => {
  const line = (key: number, operation: ReportLine['operation']): ReportLine => ({
    at: { in: 'page', page: 'edifice/import-wizard', key: `${key}` },
    operation,
    profile: 'pupil',
  });
  const page = (items: ReportLine[], total: number): Facts => ({
    importReport: { items, complete: false, read: { shown: items.length, total } },
  });

  test('are added up as they are leafed through, each line once', () => {
    const leafed = reportPages();
    leafed(page([line(1, 'created'), line(2, 'updated')], 3));
    leafed(page([line(1, 'created'), line(2, 'updated')], 3));
    expect(leafed(page([line(3, 'deleted')], 3))).toEqual({
      total: 3,
      read: 3,
      perProfile: [{ profile: 'pupil', created: 1, updated: 1, deleted: 1 }],
    });
  });

  test('another report starts anew', () => {
    const leafed = reportPages();
    leafed(page([line(1, 'created')], 3));
    expect(leafed({})).toBeUndefined();
    expect(leafed(page([line(2, 'updated')], 3))).toMatchObject({ read: 1 });
  });
});

describe('the accounts that the console lists after an import', () => {
  const user = (more: Partial<User>) =>
    ({ profile: 'Student', source: 'CSV', preDeletedOn: null, ...more }) as User;
  const users = {
    complete: true,
    items: [
      user({ createdOn: '2026-08-27' }),
      user({ createdOn: '2026-08-28' }),
      user({ createdOn: '2025-08-28', preDeletedOn: '2026-08-27' }),
      user({ createdOn: '2026-08-27', source: 'MANUAL' }),
    ],
  };
  const expectation: Expectation = {
    school: 'École des Papillons',
    profile: 'Élèves',
    at: '2026-08-27T08:00:00Z',
    created: 2,
    updated: 10,
    deleted: 1,
    updateAll: true,
  };
  const read = { readAt: '2026-08-27T09:00:00Z', profiles: accountDays({ users }) };

  test('are counted by day, those made by files only, without a name', () => {
    expect(read.profiles).toEqual([
      {
        profile: 'Student',
        created: { '2026-08-27': 1, '2026-08-28': 1, '2025-08-28': 1 },
        preDeleted: { '2026-08-27': 1 },
      },
    ]);
    expect(accountDays({ users: { ...users, complete: false } })).toEqual([]);
  });

  test('agree, and what was seen is kept beside what was expected', () => {
    const { says, seen } = accountGaps(read, [expectation]);
    expect(says).toEqual([expect.stringContaining('conforme')]);
    expect(seen).toEqual([
      { ...expectation, seen: { created: 2, deleted: 1, on: 'Comptes de la console lus le 27/08/2026' } },
    ]);
  });

  test('more accounts than announced are named', () => {
    const { says } = accountGaps(read, [{ ...expectation, created: 1 }]);
    expect(says).toEqual([
      expect.stringMatching(/^Élèves, depuis le 27\/08\/2026\s: 2\scomptes créés au lieu de 1.*doublons/),
    ]);
  });

  test('a console that hides those who are pre-deleted proves nothing of them', () => {
    const profiles = [{ profile: 'Student' as const, created: { '2026-08-27': 2 }, preDeleted: {} }];
    const { says, seen } = accountGaps({ ...read, profiles }, [expectation]);
    expect(says).toEqual([expect.stringContaining('conforme')]);
    expect(seen[0]?.seen).not.toHaveProperty('deleted');
  });

  test('a list read before the control proves nothing', () => {
    expect(accountGaps({ ...read, readAt: '2026-08-27T07:00:00Z' }, [expectation])).toEqual({
      says: [],
      seen: [],
    });
  });

  test('an expectation is that of the school on the screen, under its key or under what was typed', () => {
    const school = { id: 's1', name: 'École des Papillons', uai: '0590000A' };
    const site = { ent: 'edifice', host: 'enthdf.fr' } as const;
    const typed = { ...expectation, school: 'École des Papillons – 0590000A', at: '2026-08-26T08:00:00Z' };
    const keyed = { ...expectation, school: 'Papillons', of: 'edifice|enthdf.fr|s1', profile: 'Parents' };
    const other = { ...expectation, school: 'École du Lac', profile: 'Invités' };
    expect(expectationsOf(school, site, [typed, keyed, other, expectation])).toEqual([expectation, keyed]);
    expect(expectationsOf(school, site, [typed])).toEqual([typed]);
  });
});
