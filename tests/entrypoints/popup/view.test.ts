import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Snapshot } from '@/entrypoints/popup/load';
import { viewOf } from '@/entrypoints/popup/view';
import { EDIFICE_PRIMARY } from '@/utils/checklists/edifice-primary';
import { EDIFICE_SECONDARY } from '@/utils/checklists/edifice-secondary';
import { followedLists } from '@/utils/checklists/followed';
import { ITSLEARNING } from '@/utils/checklists/itslearning';
import { SKOLENGO } from '@/utils/checklists/skolengo';
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
    lists: [EDIFICE_PRIMARY],
    initials: '',
    progress: { ticks: {}, notes: {}, proofs: {}, dates: {}, ownSteps: [], templates: [] },
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
    .find((step) => step.id === named(id));
/** The name of a step of the list that is shown. */
const named = (id: string) => `edifice-primary/${id}`;

beforeAll(() => vi.stubEnv('TZ', 'Europe/Paris'));

describe('which list is shown while the level is unknown', () => {
  const offered = [EDIFICE_PRIMARY, EDIFICE_SECONDARY];
  const school = { ...SCHOOL, name: 'Ensemble Saint-Exupéry' };

  test('is said, with the others', () => {
    expect(listOf(snapshot({ school, offered })).supposed).toEqual({
      says: expect.stringContaining('n’est pas encore connu'),
      choices: [
        { id: 'edifice-primary', title: EDIFICE_PRIMARY.title, chosen: true },
        { id: 'edifice-secondary', title: EDIFICE_SECONDARY.title, chosen: false },
      ],
    });
    expect(listOf(snapshot({ offered })).supposed?.says).toMatch(/D’après le nom/);
  });

  test('is not, once a reading told it or somebody chose, nor where there is one list', () => {
    const progress = { ...snapshot().progress };
    const year = { school: school.key, transition: 2026, lists: ['edifice-primary'] };
    expect(listOf(snapshot({ school: { ...school, levels: [1] }, offered })).supposed).toBeUndefined();
    expect(listOf(snapshot({ school, offered, progress: { ...progress, year } })).supposed).toBeUndefined();
    expect(listOf(snapshot({ school, offered: [EDIFICE_PRIMARY] })).supposed).toBeUndefined();
  });
});

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
      { kind: 'inactive', portal: 'ENT Hauts-de-France', reads: 'console' },
    ],
    [
      'itslearning',
      { tab: { id: 1, url: 'https://ville.itslearning.com/' }, activated: false },
      { kind: 'inactive', reads: 'import' },
    ],
    [
      'Skolengo',
      { tab: { id: 1, url: 'https://college.monbureaunumerique.fr/' }, activated: false },
      { kind: 'inactive', portal: 'Mon Bureau Numérique', reads: 'screens' },
    ],
    ['a granted portal in silence', {}, { kind: 'waiting', running: false }],
    ['an overlay that recognises nothing', { report: report({}) }, { kind: 'waiting', running: true }],
    [
      'a screen that is read',
      { report: report({ page: 'edifice/manual-groups', flags: 2 }) },
      { kind: 'active', flags: 2 },
    ],
    [
      'a screen that may be taught',
      { tab: { id: 1, url: 'https://college.monbureaunumerique.fr/sg.do' } },
      { kind: 'waiting', teachable: true, dossier: 'skolengo' },
    ],
    [
      'an Edifice console',
      { tab: { id: 1, url: 'https://enthdf.fr/admin/x' } },
      { kind: 'waiting', teachable: true },
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

test('what is outside the console of Edifice cannot be taught: it would never be read', () => {
  const { place } = viewOf(snapshot({ tab: { id: 1, url: 'https://enthdf.fr/timeline' } }));
  expect(place).not.toHaveProperty('teachable');
});

describe('the checklist', () => {
  test('counts what is asked, not what the platform does', () => {
    const list = listOf(
      snapshot({
        progress: { ...snapshot().progress, ticks: { [named('free-space')]: { done: true, at: AT } } },
      }),
    );
    expect(list.done).toBe(1);
    expect(list.total).toBe(19);
    expect(list.holds).toBe('19 étapes, 2 rappels et 5 opérations de la plateforme');
    const tick = list.phases[0]?.steps.find((step) => step.id === named('free-space'));
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
      on: '18 groupes manuels lus sur 18',
      violations: 0,
      reviews: 0,
    };
    const proofs = { 'missing-gar-group': proof };
    const step = stepOf(snapshot({ progress: { ...snapshot().progress, proofs } }), 'keep-gar-group');
    expect(step?.word).toEqual({ tone: 'proven', text: 'Constaté le 27/08 à 14\u00a0h\u00a002' });
    expect(step?.proof).toBe('par la lecture de tout l’établissement\u00a0: 18 groupes manuels lus sur 18');
  });

  test('links to the screen of that very school, whatever its id holds', () => {
    expect(stepOf(snapshot(), 'delete-past-groups')?.href).toBe(
      'https://enthdf.fr/admin/b7%2Fc1/groups/manualGroup',
    );
    expect(stepOf(snapshot(), 'prepare-onde')).not.toHaveProperty('href');
  });

  test('a note left by a popup that was closed is shown rather than the older one', () => {
    const key = { school: SCHOOL.key, transition: 2026, checklist: 'edifice-primary', step: 'sort-aesh' };
    const notes = { [named('sort-aesh')]: { text: 'Deux', keep: false } };
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
      { milestone: 'staff-feed', value: '2026-08-24', own: true },
      { milestone: 'term-start', value: '2026-09-02', origin: 'fixée ici', own: true },
      { milestone: 'onde-switch', value: '', origin: 'à fixer (juste après la rentrée)' },
      { milestone: 'pupil-feed', value: '', origin: 'à fixer (peu après la rentrée)' },
    ]);
  });

  test('says what presses today, and what comes next when nothing does', () => {
    expect(listOf(snapshot()).headlines.map((line) => line.tone)).toEqual(['now']);
    expect(listOf(snapshot({ today: '2026-07-10' })).headlines).toMatchObject([{ tone: 'late' }]);
    const early = listOf(snapshot({ today: '2026-05-02' }));
    expect(early.headlines).toMatchObject([{ tone: 'later' }]);
  });

  test.each([
    ['2026-06-10', 'before-summer'],
    ['2026-07-10', 'before-summer'],
    ['2026-08-20', 'tidy-up'],
    ['2026-09-01', 'credentials'],
    ['2026-09-03', 'credentials'],
    ['2026-11-23', 'credentials'],
    ['2027-03-01', 'credentials'],
  ])('on %s the phase to be at is %s', (today, phase) => {
    const current = listOf(snapshot({ today })).phases.filter((one) => one.current);
    expect(current.map((one) => one.id)).toEqual([named(phase)]);
  });

  test('once the day of the switch is known, its phase is the one to be at', () => {
    const dates = { 'onde-switch': '2026-09-04' } as const;
    const list = listOf(snapshot({ today: '2026-09-04', progress: { ...snapshot().progress, dates } }));
    expect(list.phases.find(({ current }) => current)?.id).toBe(named('after-the-switch'));
  });

  test('without any date, the first phase with something left is the one to be at', () => {
    const list = listOf(snapshot({ today: '2031-07-10', transition: 2031 }));
    expect(list.phases.map((phase) => phase.current)).toEqual([true, false, false, false, false]);
  });

  test('while dates are missing, nothing promises that there is nothing to do', () => {
    const skolengo = snapshot({
      lists: followedLists(SKOLENGO, { transition: 2027 }),
      transition: 2027,
      today: '2027-06-20',
    });
    expect(listOf(skolengo).headlines).toEqual([
      { tone: 'later', text: 'Rien de daté aujourd’hui\u00A0: 19 étapes attendent leur date.' },
    ]);
    expect(listOf(snapshot({ today: '2026-05-10' })).headlines[0]?.text).toBe(
      'Rien de daté aujourd’hui\u00A0: 6 étapes attendent leur date. Ensuite\u00A0: du 03/06 au 03/07.',
    );
    const dates = {
      'staff-feed': '2026-08-24',
      'onde-switch': '2026-09-04',
      'pupil-feed': '2026-09-08',
    } as const;
    const dated = snapshot({ today: '2026-05-10', progress: { ...snapshot().progress, dates } });
    expect(listOf(dated).headlines[0]?.text).toBe(
      'Rien à faire aujourd’hui. Ensuite\u00A0: du 03/06 au 03/07.',
    );
  });

  test('in November only what still makes sense is late', () => {
    const list = listOf(snapshot({ today: '2026-11-23' }));
    const of = (timing: string) =>
      list.phases.flatMap((phase) =>
        phase.steps.filter((step) => step.timing === timing).map(({ id }) => id.replace(/^.*\//, '')),
      );
    expect(list.headlines).toEqual([{ tone: 'late', text: '12 étapes en retard' }]);
    expect(of('late').filter((id) => stepOf(snapshot(), id)?.kind === 'asked')).toEqual([
      'delete-past-groups',
      'refresh-kept-groups',
      'name-groups-with-year',
      'delete-share-bookmarks',
      // Nobody said when staff and pupils were fed in: after 30 September that is no reason to keep silent.
      'detach-departed-teachers',
      'sort-aesh',
      'delete-manual-accounts',
      'attach-teachers-to-classes',
      'wait-for-first-classes',
      'gar-assigners',
      'pupil-credentials',
      'activate-educonnect',
    ]);
    expect(of('over')).toContain('public-blog');
    expect(list.phases.map((phase) => phase.past)).toEqual([true, false, false, false, false]);
    expect(list.phases[1]?.press).toEqual({ tone: 'late', text: '4 en retard' });
    expect(stepOf(snapshot(), 'no-vain-credential-action')?.kind).toBe('reminder');
  });

  test('with everything useful done, what has passed does not press', () => {
    const ids = EDIFICE_PRIMARY.phases.flatMap((phase) => phase.steps).filter((step) => step.stillUseful);
    const ticks = Object.fromEntries(ids.map((step) => [named(step.id), { done: true, at: AT }]));
    const shot = snapshot({ today: '2026-11-23', progress: { ...snapshot().progress, ticks } });
    expect(listOf(shot).headlines).toEqual([{ tone: 'done', text: 'Plus rien à faire pour cette rentrée.' }]);
    expect(listOf(shot).done).toBe(ids.length);
  });

  test('who comes in November is told neither of late steps nor of everything done, and why', () => {
    const progress = { ...snapshot().progress, followedSince: '2026-11-23' };
    const view = listOf(snapshot({ today: '2026-11-23', progress }));
    expect(view.headlines).toEqual([{ tone: 'later', text: 'Les étapes de cette rentrée sont passées.' }]);
    expect(view.before).toMatch(
      /^Vigie suit cet établissement depuis le 23\/11\/2026, où \d+ étapes étaient.* Elles reviendront pour la rentrée 2027,/,
    );
    expect(view.phases.flatMap(({ press }) => press?.tone ?? [])).toEqual([]);
    expect(listOf(snapshot({ today: '2026-11-23' }))).not.toHaveProperty('before');
  });

  test('what a reading still shows is late, never over', () => {
    const proof = {
      at: AT,
      outcome: 'violation' as const,
      complete: true,
      by: 'live' as const,
      violations: 4,
      reviews: 2,
    };
    const [phase, ...others] = EDIFICE_PRIMARY.phases;
    const [first, ...steps] = phase?.steps ?? [];
    if (!phase || !first) throw new Error('no step');
    const shown = { ...first, rules: ['empty-group'] as const };
    const lists = [{ ...EDIFICE_PRIMARY, phases: [{ ...phase, steps: [shown, ...steps] }, ...others] }];
    const today = '2026-11-23';
    const progress = { ...snapshot().progress, proofs: { 'empty-group': proof } };
    expect(stepOf(snapshot({ today, lists }), first.id)?.timing).toBe('over');
    expect(stepOf(snapshot({ today, lists, progress }), first.id)?.timing).toBe('late');
  });

  test('a tick on what has become a reminder is left out of sight', () => {
    const ticks = { [named('no-vain-credential-action')]: { done: true, at: AT } };
    const shot = snapshot({ progress: { ...snapshot().progress, ticks } });
    expect(stepOf(shot, 'no-vain-credential-action')).not.toHaveProperty('word');
    expect(listOf(shot).done).toBe(0);
  });

  test('a reminder that a reading contradicts presses all the same', () => {
    const proof = {
      at: AT,
      outcome: 'violation' as const,
      complete: true,
      by: 'live' as const,
      violations: 1,
      reviews: 0,
      passedAt: '2026-08-20T10:00:00.000Z',
    };
    const progress = { ...snapshot().progress, proofs: { 'missing-gar-group': proof } };
    expect(listOf(snapshot({ progress })).headlines[0]).toEqual({ tone: 'review', text: '1 étape à revoir' });
  });

  test.each([
    [4, 2, 'found', '4 points relevés, 2 à vérifier (le 27/08 à 14\u00a0h\u00a002)'],
    [1, 0, 'found', '1 point relevé (le 27/08 à 14\u00a0h\u00a002)'],
    [0, 2, 'check', '2 points à vérifier (le 27/08 à 14\u00a0h\u00a002)'],
  ])('%i wrong and %i to be looked at are told apart', (violations, reviews, tone, text) => {
    const outcome = violations > 0 ? ('violation' as const) : ('review' as const);
    const proof = { at: AT, outcome, complete: true, by: 'live' as const, violations, reviews };
    const progress = { ...snapshot().progress, proofs: { 'empty-group': proof } };
    expect(stepOf(snapshot({ progress }), 'delete-past-groups')?.word).toEqual({ tone, text });
  });

  test('sources are named as a person can find them', () => {
    expect(stepOf(snapshot(), 'sort-aesh')?.source).toMatch(/^Petit guide du changement d’année.*p\. 15/);
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
      ticks: { [named('delete-past-groups')]: { done: true, at: AT } },
      proofs: { 'past-year-group': proof },
    };
    const list = listOf(snapshot({ progress }));
    expect(list.headlines[0]).toEqual({ tone: 'review', text: '1 étape à revoir' });
    // Also on a day when another phase is nearer: what the headline says is what is unfolded.
    const later = listOf(snapshot({ today: '2026-09-03', progress }));
    expect(later.phases.find(({ current }) => current)?.id).toBe(named('tidy-up'));
    expect(later.phases.find(({ current }) => current)?.press?.tone).toBe('review');
    const step = stepOf(snapshot({ progress }), 'delete-past-groups');
    expect(step).toMatchObject({ ticked: true, settled: false });
    expect(step?.word?.text).toContain('3 points relevés');
  });

  test('everything done is said, and nothing presses', () => {
    const steps = EDIFICE_PRIMARY.phases.flatMap((phase) => phase.steps);
    const ticks = Object.fromEntries(steps.map((step) => [named(step.id), { done: true, at: AT }]));
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

test('several lists follow each other, each step under its own name, and the school’s own come last', () => {
  const [csv, , timetable] = ITSLEARNING;
  if (!csv || !timetable) throw new Error('no list');
  const own = {
    id: 'a1',
    text: 'Prévenir la mairie',
    who: 'head',
    when: { on: '2026-08-28' },
    keep: true,
  } as const;
  const lists = followedLists(ITSLEARNING, {
    transition: 2026,
    chosen: [csv.id, timetable.id],
    ownSteps: [{ ...own, link: 'https://mairie.example/' }],
  });
  const ticks = { 'itslearning-timetable/export-timetable': { done: true, at: AT } };
  const list = listOf(snapshot({ lists, progress: { ...snapshot().progress, ticks } }));
  expect(list.title).toBe(`${csv.title}, ${timetable.title}, Étapes de l’établissement`);
  expect(list.done).toBe(1);
  const last = list.phases.at(-1)?.steps[0];
  expect(last).toMatchObject({
    id: 'own/a1',
    text: 'Prévenir la mairie',
    who: 'direction',
    period: 'le 28/08',
    timing: 'later',
    href: 'https://mairie.example/',
  });
});

test('an archived year says so', () => {
  const year = { school: SCHOOL.key, transition: 2026, archivedAt: AT };
  expect(listOf(snapshot({ progress: { ...snapshot().progress, year } })).archived).toBe(true);
  expect(listOf(snapshot()).archived).toBe(false);
});

describe('what was read of the school', () => {
  const readAs = (more: Partial<KnownSchool>) =>
    viewOf(snapshot({ school: { ...SCHOOL, ...more } })).board?.lastRead;
  const screen = { at: '2026-08-28T08:00:00.000Z', by: 'edifice/manual-groups' as const };

  test.each<[string, Partial<KnownSchool>, string]>([
    ['nothing', {}, 'Rien n’a encore été lu de cet établissement.'],
    ['a screen', { lastRead: screen }, 'Dernier écran lu le 28/08 à 10\u00a0h\u00a000'],
    [
      'a control',
      { lastRead: { at: AT, by: 'live' }, lastLive: AT },
      'Contrôle entier le 27/08 à 14\u00a0h\u00a002',
    ],
    [
      'a control kept before controls were kept apart',
      { lastRead: { at: AT, by: 'live' } },
      'Contrôle entier le 27/08 à 14\u00a0h\u00a002',
    ],
    [
      'a control, then at once the screen it was asked from',
      { lastRead: { ...screen, at: '2026-08-27T12:02:30.000Z' }, lastLive: AT },
      'Contrôle entier le 27/08 à 14\u00a0h\u00a002',
    ],
    [
      'a control, and a screen the day after',
      { lastRead: screen, lastLive: AT },
      'Contrôle entier le 27/08 à 14\u00a0h\u00a002 · Dernier écran lu le 28/08 à 10\u00a0h\u00a000',
    ],
  ])('%s', (_name, more, text) => {
    expect(readAs(more)).toBe(text);
  });
});

describe('courses to leave', () => {
  const enrolment = (host: string, course: string, more = {}) => ({
    host,
    course,
    organisation: '',
    at: '2026-08-25T12:00:00.000Z',
    ...more,
  });
  const ENROLMENTS = [
    enrolment('enthdf.fr', 'TECHNO - 4 B', { organisation: 'COLLEGE FICTIF' }),
    enrolment('modules.example', 'SVT - 4 B', { school: SCHOOL.key, at: '2026-08-27T12:00:00.000Z' }),
    enrolment('autre.example', 'FRANCAIS - 4 B'),
  ];

  test('those of the site in the tab and of the school shown, with their first day', () => {
    expect(viewOf(snapshot({ enrolments: ENROLMENTS })).reminders).toEqual([
      expect.objectContaining({
        text: 'TECHNO - 4 B, COLLEGE FICTIF',
        says: 'Inscription vue le 25/08/2026',
      }),
      expect.objectContaining({ text: 'SVT - 4 B', says: 'Inscription vue aujourd’hui' }),
    ]);
  });

  test('all of them where the popup stands alone; none leaves no section', () => {
    const { tab: _, ...alone } = snapshot({ enrolments: ENROLMENTS });
    expect(viewOf(alone).reminders).toHaveLength(3);
    expect(viewOf(snapshot())).not.toHaveProperty('reminders');
    expect(viewOf(snapshot({ enrolments: ENROLMENTS.slice(2) }))).not.toHaveProperty('reminders');
  });
});
