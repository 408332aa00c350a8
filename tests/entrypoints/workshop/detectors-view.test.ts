import { expect, test } from 'vitest';
import { detectorsView, type KnownDetectors } from '@/entrypoints/workshop/detectors/detectors-view';
import { typographyFaults } from '@/tests/helpers/typography';
import { DETECTORS, learnedDetectors } from '@/utils/detectors';
import { ALL_RULES } from '@/utils/rules';
import type { StoredDetector } from '@/utils/store/detectors';

const ASKED = { vigie: '0.1.0', browser: 'Firefox 140', at: '2026-11-23T10:00:00.000Z' };
const [OLD, NEW] = ['2026-11-20T10:00:00.000Z', '2026-11-22T10:00:00.000Z'];

function known(
  counted: StoredDetector[] = [],
  off: string[] = [],
  ruled: [string, string][] = [],
): KnownDetectors {
  return {
    groups: DETECTORS,
    off: new Set(off),
    counted: new Map(counted.map((one) => [one.id, one])),
    ruled: new Map(ruled),
  };
}
const rowOf = (id: string, ...given: Parameters<typeof known>) =>
  detectorsView(known(...given), false, ASKED)
    .groups.flatMap(({ rows }) => rows)
    .find((row) => row.id === id);

test('every rule has its switch, once, and so has every screen', () => {
  const ids = DETECTORS.flatMap(({ detectors }) => detectors.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(expect.arrayContaining(ALL_RULES.map(({ id }) => id)));
  expect(ids).toEqual(expect.arrayContaining(['edifice/users', 'live/edifice', 'hold/delete-group']));
});

test('a screen not understood since it last was is of an unknown version; read again, it is not', () => {
  const id = 'edifice/users';
  const lost = {
    id,
    worked: 3,
    workedAt: OLD,
    failed: 2,
    failedAt: NEW,
    why: 'la liste a changé',
    on: 'enthdf.fr',
  };
  expect(rowOf(id, [lost])).toMatchObject({
    state: 'version de page inconnue',
    why: expect.stringMatching(/^Le 22\/11\/2026 sur enthdf\.fr, 2 fois.*la liste a changé/),
    seen: 'Vu à l’œuvre le 20/11/2026, 3 fois',
  });
  expect(rowOf(id, [{ ...lost, workedAt: '2026-11-23T09:00:00.000Z' }])).toMatchObject({ state: 'actif' });
  expect(rowOf(id)).toMatchObject({ state: 'actif, pas encore vu à l’œuvre', on: true });
});

test('a control of the school that was broken off is no page of an unknown version', () => {
  const live = { id: 'live/edifice', worked: 0, failed: 1, failedAt: NEW, why: 'Session expirée.' };
  expect(rowOf('live/edifice', [live])).toMatchObject({ state: 'interrompu la dernière fois' });
});

test('what is off is off, whatever was seen of it', () => {
  expect(rowOf('past-year-group', [], ['past-year-group'], [['past-year-group', NEW]])).toMatchObject({
    state: 'éteint',
    on: false,
  });
});

test('the text says first what support looks at first, and the filter keeps it alone', () => {
  const lost = { id: 'edifice/users', worked: 0, failed: 1, failedAt: NEW, why: 'la liste a changé' };
  const { sheet, summary } = detectorsView(known([lost], ['empty-class']), false, ASKED);
  expect(summary).toMatch(
    /^\d+ détecteurs\u00A0: \d+ actifs dont \d+ pas encore vus à l’œuvre, 1 éteint, 1 dont la version de page est inconnue$/,
  );
  const [first = ''] = sheet.split('À VOIR')[1]?.split('\n\n') ?? [];
  expect(first.trim().split('\n')).toHaveLength(2);
  expect(sheet).toContain('Extension 0.1.0, Firefox 140, le 23/11/2026');
  // « Qui fait quoi ? » is the ENT’s own spelling.
  for (const line of sheet.split('\n').filter((one) => !one.includes('Qui fait quoi')))
    expect(typographyFaults(line), line).toEqual([]);
  const { groups } = detectorsView(known([lost], ['empty-class']), true, ASKED);
  expect(groups.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(['edifice/users', 'empty-class']);
});

test('pages that somebody taught are detectors too: one switch each, however many sites they were taught on', () => {
  const page = { id: 'edifice/own-classes', title: 'Classes' };
  expect(learnedDetectors([page, page])).toEqual([
    expect.objectContaining({ detectors: [{ ...page, kind: 'screen' }] }),
  ]);
  expect(learnedDetectors([])).toEqual([]);
});

test('a rule that broke since it last concluded is no page of an unknown version', () => {
  const broken = {
    id: 'empty-group',
    worked: 0,
    failed: 1,
    failedAt: NEW,
    why: 'la règle s’est interrompue',
  };
  expect(rowOf('empty-group', [broken], [], [['empty-group', OLD]])).toMatchObject({
    state: 'interrompu la dernière fois',
  });
  const since = [['empty-group', '2026-11-23T09:00:00.000Z']] as [string, string][];
  expect(rowOf('empty-group', [broken], [], since)).toMatchObject({ state: 'actif' });
});

test('a rule that concluded of a file without a school was at work', () => {
  const worked = { id: 'emptied-key', worked: 1, workedAt: NEW, failed: 0 };
  expect(rowOf('emptied-key', [worked])).toMatchObject({
    state: 'actif',
    seen: 'Vu à l’œuvre le 22/11/2026',
  });
});
