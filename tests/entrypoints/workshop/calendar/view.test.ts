import { beforeAll, describe, expect, test, vi } from 'vitest';
import { EVERYTHING, type Filter } from '@/entrypoints/workshop/calendar/filter';
import type { Board, Loaded } from '@/entrypoints/workshop/calendar/load';
import { calendarView } from '@/entrypoints/workshop/calendar/view';
import { writeCalendar } from '@/entrypoints/workshop/calendar/write';
import { checklistsOf } from '@/utils/checklists';
import type { OwnStep } from '@/utils/checklists/followed';
import { listsOf, type SchoolProgress } from '@/utils/store/progress';
import type { KnownSchool } from '@/utils/store/schema';
import type { StoredEntry } from '@/utils/store/year-records';

const AT = '2026-08-27T12:02:00.000Z';
const SCHOOL: KnownSchool = {
  key: 'edifice|enthdf.fr|b7c1',
  ent: 'edifice',
  host: 'enthdf.fr',
  id: 'b7c1',
  name: 'École des Papillons',
  uai: '0590000A',
  lastSeen: AT,
};
const NOTHING: SchoolProgress = { ticks: {}, notes: {}, proofs: {}, dates: {}, ownSteps: [], templates: [] };
const OWN: OwnStep = {
  id: 'a1',
  text: 'Prévenir la mairie',
  who: 'head',
  when: { on: '2026-08-28' },
  keep: true,
};

function board(progress: Partial<SchoolProgress> = {}, more: Partial<Board> = {}): Board {
  const whole = { ...NOTHING, ...progress };
  const offered = checklistsOf('edifice');
  return {
    school: SCHOOL,
    transition: 2026,
    transitions: [2027, 2026],
    progress: whole,
    journal: [],
    offered,
    lists: listsOf(SCHOOL, offered, whole, 2026),
    ...more,
  };
}

function loaded(one: Board): Loaded {
  return { today: '2026-08-27', schools: [SCHOOL], initials: 'CV', drafts: [], board: one };
}

function show(one: Board, filter: Partial<Filter> = {}) {
  const { school } = calendarView(loaded(one), { tab: 'etapes', filter: { ...EVERYTHING, ...filter } });
  if (!school) throw new Error('no school');
  return school;
}
const idsOf = (view: ReturnType<typeof show>) =>
  view.phases.flatMap(({ steps }) => steps.map(({ id }) => id.replace('edifice-primary/', '')));

beforeAll(() => vi.stubEnv('TZ', 'Europe/Paris'));

test('without any school seen, nothing is made up', () => {
  const view = calendarView(
    { today: '2026-08-27', schools: [], initials: '', drafts: [] },
    { tab: 'etapes', filter: EVERYTHING },
  );
  expect(view).toEqual({ schools: [] });
});

test('a school in its year: how far it is, and what nobody has dated', () => {
  const view = show(board({ ticks: { 'edifice-primary/free-space': { done: true, at: AT } } }));
  expect(view).toMatchObject({
    about: '0590000A · ENT Hauts-de-France',
    done: 1,
    total: 19,
    undated: 3,
    years: [
      { title: 'Rentrée 2027', chosen: false },
      { title: 'Rentrée 2026', chosen: true },
    ],
  });
  // The same words as in the popup.
  expect(view.shown).toBe('19 étapes, 2 rappels et 5 opérations de la plateforme');
  expect(view.asksDates).toBe('3 dates restent à fixer\u00A0: 6 étapes en dépendent.');
  expect(view).not.toHaveProperty('archived');
});

describe('filters', () => {
  const proof = {
    at: AT,
    outcome: 'pass' as const,
    complete: true,
    by: 'live' as const,
    on: '18 groupes manuels lus sur 18',
    violations: 0,
    reviews: 0,
    passedAt: AT,
  };
  const one = board({
    proofs: {
      'undated-group': proof,
      'departed-group-member': {
        ...proof,
        outcome: 'violation',
        violations: 2,
        passedAt: '2026-08-20T10:00:00.000Z',
      },
    },
  });

  test.each<[Partial<Filter>, string[]]>([
    [{ role: 'chacun' }, ['free-space', 'delete-share-bookmarks']],
    [{ state: 'done' }, ['name-groups-with-year']],
    [{ state: 'review' }, ['refresh-kept-groups']],
    [{ state: 'late' }, []],
    [
      { state: 'now', phase: 'edifice-primary/tidy-up' },
      // What a reading contradicts counts once, as « à revoir »: as in the popup and on the badge.
      ['delete-past-groups', 'delete-share-bookmarks'],
    ],
    [{ state: 'undated', role: 'direction' }, []],
    [{ phase: 'edifice-primary/credentials', role: 'enseignants' }, ['pupil-credentials']],
  ])('%j leaves %j', (filter, ids) => {
    expect(idsOf(show(one, filter))).toEqual(ids);
  });

  test('only what some step has is offered', () => {
    const { filters } = show(one);
    expect(filters.roles.map(({ label }) => label)).not.toContain('secrétariat');
    expect(filters.phases).toHaveLength(5);
  });

  test('a step that readings prove says by which, on what, and by which controls', () => {
    const step = show(one)
      .phases.flatMap(({ steps }) => steps)
      .find(({ id }) => id.endsWith('name-groups-with-year'));
    expect(step?.word?.text).toBe('Constaté le 27/08 à 14\u00a0h\u00a002');
    expect(step?.proof).toContain('18 groupes manuels lus sur 18');
    expect(step?.rules).toHaveLength(1);
  });
});

describe('years', () => {
  test('an archived one says since when', () => {
    const year = { school: SCHOOL.key, transition: 2026, archivedAt: AT };
    expect(show(board({ year })).archived).toBe('Archivée le 27/08/2026');
  });

  const note = { text: 'Deux', keep: true };
  const former = {
    transition: 2025,
    progress: { ...NOTHING, ownSteps: [OWN, { ...OWN, id: 'b', keep: false }], notes: { a: note, b: note } },
  };

  test('what a former one has to be kept is offered once', () => {
    expect(show(board({}, { former })).carry).toEqual({
      from: 2025,
      text: '1 étape de l’établissement et 2 notes',
    });
    const year = { school: SCHOOL.key, transition: 2026, startedAt: AT };
    expect(show(board({ year }, { former }))).not.toHaveProperty('carry');
    const nothing = { transition: 2025, progress: NOTHING };
    expect(show(board({}, { former: nothing }))).not.toHaveProperty('carry');
  });
});

test('a step of the school’s own can be changed, as it was typed', () => {
  const last = show(board({ ownSteps: [OWN] })).phases.at(-1);
  expect(last).toMatchObject({ title: 'Étapes de l’établissement', total: 1 });
  expect(last).not.toHaveProperty('list');
  expect(last?.steps[0]).toMatchObject({
    own: { id: 'a1', anchor: 'date', on: '2026-08-28', until: '', keep: true },
    timing: 'later',
  });
});

describe('the journal', () => {
  const entry = (act: StoredEntry['act'], by?: string): StoredEntry => ({
    school: SCHOOL.key,
    transition: 2026,
    at: AT,
    id: JSON.stringify(act),
    act,
    ...(by && { by }),
  });
  const of = { list: 'edifice-primary', step: 'sort-aesh' };

  test.each<[StoredEntry['act'], RegExp]>([
    [{ kind: 'ticked', ...of }, /^Coché : Trier les AESH/],
    [{ kind: 'unticked', ...of }, /^Décoché : Trier/],
    [{ kind: 'ticked', list: 'gone', step: 'x' }, /^Coché : étape retirée \(x\)$/],
    [
      { kind: 'proven', ...of, by: 'live', on: '62 comptes lus' },
      /^Constaté : Trier.*\(par la lecture de tout l’établissement : 62 comptes lus\)$/,
    ],
    [{ kind: 'proven', ...of, by: 'edifice/users' }, /\(par la lecture d’un écran\)$/],
    [{ kind: 'contradicted', ...of, violations: 2 }, /^À revoir, 2 points relevés : Trier/],
    [{ kind: 'exported', what: 'le calendrier, imprimé' }, /^Exporté : le calendrier, imprimé$/],
    [
      { kind: 'held', action: 'Supprimer le groupe', rule: 'Groupe GAR', resumed: false },
      /^Clic retenu, et abandonné : Supprimer le groupe \(Groupe GAR\)$/,
    ],
    [
      { kind: 'held', action: 'Supprimer le groupe', rule: 'Groupe GAR', resumed: true },
      /puis repris en connaissance de cause/,
    ],
    [
      { kind: 'dated', milestone: 'staff-feed', date: '2026-08-24' },
      /^Première alimentation des personnels : fixée au 24\/08\/2026$/,
    ],
    [{ kind: 'dated', milestone: 'staff-feed' }, /: date effacée$/],
    [{ kind: 'listed', lists: ['edifice-primary', 'gone'] }, /^Listes suivies : Edifice 1er degré, gone$/],
    [{ kind: 'started' }, /commencée/],
    [{ kind: 'archived' }, /archivée/],
    [{ kind: 'reopened' }, /rouverte/],
  ])('%j', (act, text) => {
    const [line] = show(board({}, { journal: [entry(act, 'CV')] })).journal;
    expect(line?.text.replace(/[\u00A0\u202F]/g, ' ')).toMatch(text);
    expect(line).toMatchObject({ when: '27/08/2026 à 14\u00a0h\u00a002', by: 'CV' });
  });

  test('the latest first; in a file, in order', () => {
    const journal = [entry({ kind: 'started' }), entry({ kind: 'archived' })];
    const one = board({}, { journal });
    expect(show(one).journal.map(({ text }) => text)).toEqual([
      'Année archivée',
      expect.stringContaining('commencée'),
    ]);
    const { text, name } = writeCalendar(loaded(one), one, false);
    expect(text.indexOf('commencée')).toBeLessThan(text.indexOf('archivée'));
    expect(name).toBe('calendrier-rentree-2026.md');
  });
});

test('notes leave in a file only when asked', () => {
  const notes = { 'edifice-primary/sort-aesh': { text: 'Deux à vérifier', keep: false } };
  const one = board({ notes });
  expect(writeCalendar(loaded(one), one, false).text).not.toContain('Deux à vérifier');
  expect(writeCalendar(loaded(one), one, true).text).toContain('> Deux à vérifier');
});

test('lists: those followed, those imported, and those that come beside another', () => {
  const offered = checklistsOf('itslearning');
  const imported = { ...(offered[0] as Board['lists'][number]), id: 'la-mienne', title: 'La mienne' };
  const one = board(
    { templates: [imported] },
    { offered: [...offered, imported], lists: offered.slice(0, 1) },
  );
  expect(
    show(one).lists.map(({ id, followed, optional, imported: by }) => [id, followed, optional, by]),
  ).toEqual([
    ['itslearning-csv', true, false, false],
    ['itslearning-aaf', false, false, false],
    ['itslearning-timetable', false, true, false],
    ['la-mienne', false, false, true],
  ]);
});
