import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Snapshot } from '@/entrypoints/popup/load';
import { viewOf } from '@/entrypoints/popup/view';
import { EDIFICE_PRIMARY } from '@/utils/checklists/edifice-primary';
import { StorageProblem } from '@/utils/store/problem';
import type { KnownSchool } from '@/utils/store/schema';

const SCHOOL: KnownSchool = {
  key: 'edifice|enthdf.fr|b7/c1',
  ent: 'edifice',
  host: 'enthdf.fr',
  id: 'b7/c1',
  name: 'École des Papillons',
  uai: '0590000A',
  lastSeen: '2026-08-27T12:00:00.000Z',
};
const AT = '2026-08-27T12:02:00.000Z';

function snapshot(more: Partial<Snapshot> = {}): Snapshot {
  return {
    today: '2026-08-27',
    transition: 2026,
    tab: { id: 1, url: 'https://enthdf.fr/admin/b7c1' },
    activated: true,
    schools: [SCHOOL],
    school: SCHOOL,
    checklist: EDIFICE_PRIMARY,
    progress: { ticks: {}, notes: {}, proofs: {}, dates: {} },
    drafts: [],
    ...more,
  };
}
const report = (state: object) => ({
  tab: 1,
  frame: 0,
  at: AT,
  state: { host: 'enthdf.fr', critical: false, ...state },
});
const listOf = (shot: Snapshot) => {
  const list = viewOf(shot).board?.list;
  if (!list) throw new Error('no list');
  return list;
};
const stepOf = (shot: Snapshot, id: string) =>
  listOf(shot)
    .phases.flatMap((phase) => phase.steps)
    .find((step) => step.id === id);

beforeAll(() => vi.stubEnv('TZ', 'Europe/Paris'));

describe('where the tab stands', () => {
  test.each<[string, Partial<Snapshot>, object]>([
    [
      'a page of another site',
      { tab: { id: 1, url: 'https://example.com/' }, activated: false },
      { kind: 'elsewhere' },
    ],
    ['a page of the browser', { tab: { id: 1 } }, { kind: 'elsewhere' }],
    ['a log-in host', { tab: { id: 1, url: 'https://cas.monbureaunumerique.fr/' } }, { kind: 'excluded' }],
    [
      'a known portal',
      { activated: false },
      { kind: 'inactive', portal: 'ENT Hauts-de-France', consoleOnly: true },
    ],
    ['a granted portal in silence', {}, { kind: 'waiting', running: false }],
    ['an overlay that recognises nothing', { report: report({}) }, { kind: 'waiting', running: true }],
    [
      'a screen that is read',
      { report: report({ page: 'edifice/manual-groups', flags: 2 }) },
      { kind: 'active', flags: 2 },
    ],
    [
      'a typed site',
      { tab: { url: 'https://ent.commune.fr/' } },
      { kind: 'waiting', portal: 'ent.commune.fr' },
    ],
  ])('%s', (_name, more, place) => {
    expect(viewOf(snapshot(more)).place).toMatchObject(place);
  });
});

describe('the checklist', () => {
  test('counts what is asked, not what the platform does', () => {
    const list = listOf(
      snapshot({ progress: { ...snapshot().progress, ticks: { 'free-space': { done: true, at: AT } } } }),
    );
    expect(list.done).toBe(1);
    expect(list.total).toBe(21);
    const tick = list.phases[0]?.steps.find((step) => step.id === 'free-space');
    expect(tick).toMatchObject({
      ticked: true,
      settled: true,
      word: { tone: 'done', text: 'Coché le 27/08' },
    });
  });

  test('says when and that a step was shown done', () => {
    const proof = {
      at: AT,
      outcome: 'pass' as const,
      complete: true,
      by: 'live' as const,
      violations: 0,
      reviews: 0,
    };
    const proofs = { 'missing-gar-group': proof };
    const step = stepOf(snapshot({ progress: { ...snapshot().progress, proofs } }), 'keep-gar-group');
    expect(step?.word).toEqual({ tone: 'proven', text: 'Constaté le 27/08 à 14\u00a0h\u00a002' });
  });

  test('links to the screen of that very school, whatever its id holds', () => {
    expect(stepOf(snapshot(), 'delete-past-groups')?.href).toBe(
      'https://enthdf.fr/admin/b7%2Fc1/groups/manualGroup',
    );
    expect(stepOf(snapshot(), 'prepare-onde')).not.toHaveProperty('href');
  });

  test('a note left by a popup that was closed is shown rather than the older one', () => {
    const key = { school: SCHOOL.key, transition: 2026, checklist: 'edifice-primary', step: 'sort-aesh' };
    const notes = { 'sort-aesh': 'Deux' };
    const shot = snapshot({
      drafts: [{ key, text: 'Deux à vérifier' }],
      progress: { ...snapshot().progress, notes },
    });
    expect(stepOf(shot, 'sort-aesh')?.note).toBe('Deux à vérifier');
    const other = snapshot({ drafts: [{ key: { ...key, transition: 2027 }, text: 'x' }] });
    expect(stepOf(other, 'sort-aesh')?.note).toBe('');
  });

  test('dates of the school win over the national ones, and the unknown are to be set', () => {
    const dates = { 'staff-feed': '2026-08-24', 'term-start': '2026-09-02' } as const;
    const list = listOf(snapshot({ progress: { ...snapshot().progress, dates } }));
    expect(list.dates).toMatchObject([
      { milestone: 'year-end', origin: 'calendrier national', own: false },
      { milestone: 'term-start', value: '2026-09-02', origin: 'fixée ici', own: true },
      { milestone: 'staff-feed', value: '2026-08-24', own: true },
      { milestone: 'pupil-feed', value: '', origin: 'à fixer (peu après la rentrée)' },
    ]);
  });

  test('opens at the phase of the day, and says what presses most', () => {
    const list = listOf(snapshot());
    expect(list.phases.filter((phase) => phase.current)).toHaveLength(1);
    expect(list.headlines.map((line) => line.tone)).toEqual(['late', 'now']);
    const early = listOf(snapshot({ today: '2026-05-02' }));
    expect(early.headlines).toMatchObject([{ tone: 'later' }]);
  });

  test('a contradicted tick comes first', () => {
    const proof = {
      at: '2026-08-28T08:00:00.000Z',
      outcome: 'violation' as const,
      complete: true,
      by: 'live' as const,
      violations: 3,
      reviews: 0,
    };
    const progress = {
      ...snapshot().progress,
      ticks: { 'delete-past-groups': { done: true, at: AT } },
      proofs: { 'past-year-group': proof },
    };
    const list = listOf(snapshot({ progress }));
    expect(list.headlines[0]).toEqual({ tone: 'review', text: '1 étape à revoir' });
    const step = stepOf(snapshot({ progress }), 'delete-past-groups');
    expect(step).toMatchObject({ ticked: true, settled: false });
    expect(step?.word?.text).toContain('3 points relevés');
  });

  test('everything done is said, and nothing presses', () => {
    const steps = EDIFICE_PRIMARY.phases.flatMap((phase) => phase.steps);
    const ticks = Object.fromEntries(steps.map((step) => [step.id, { done: true, at: AT }]));
    expect(listOf(snapshot({ progress: { ...snapshot().progress, ticks } })).headlines).toMatchObject([
      { tone: 'done' },
    ]);
  });

  test('a collège is told that the list is for primary schools', () => {
    expect(listOf(snapshot({ school: { ...SCHOOL, levels: [2] } })).caution).toContain('collège');
    expect(listOf(snapshot({ school: { ...SCHOOL, levels: [1] } }))).not.toHaveProperty('caution');
  });
});

test('a storage problem is shown with what to do', () => {
  const { problem } = viewOf(snapshot({ problem: new StorageProblem('newer') }));
  expect(problem?.says).toContain('version plus récente');
  expect(problem?.advice).toContain('Mettez Vigie à jour');
});

test('a family without a checklist still shows its school', () => {
  const { checklist: _checklist, ...without } = snapshot();
  expect(viewOf(without).board).not.toHaveProperty('list');
});
