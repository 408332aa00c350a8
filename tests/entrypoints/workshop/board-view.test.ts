import { describe, expect, test } from 'vitest';
import {
  chosen,
  columnsOf,
  linesOf,
  NO_FILTERS,
  rowOf,
  sharedUais,
  summaryOf,
  weigh,
} from '@/entrypoints/workshop/schools/board-view';
import { comparisonView, ficheView, schoolView } from '@/entrypoints/workshop/schools/fiche-view';
import { phaseCells, phaseColumns, phasesCell } from '@/entrypoints/workshop/schools/phase-view';
import type { StandingPhase } from '@/utils/checklists/phases';
import type { Fiche } from '@/utils/core/fiche';
import { ALL_RULES } from '@/utils/rules';
import { card, count, fiche } from '../../helpers/fiches';

const RULES = new Map(ALL_RULES.map((rule) => [rule.id, rule]));
const NOW = '2026-09-08T10:00:00.000Z';

const LOST = card(
  fiche({
    id: 'lost',
    name: 'Collège des Saules',
    uai: '0590001B',
    counts: [count('changed-sync-key', { outcome: 'violation', violations: 1 })],
  }),
);
const UNTIDY = card(
  fiche({
    id: 'untidy',
    name: 'École Épinette',
    day: '2026-09-08',
    counts: [count('past-year-group', { outcome: 'violation', violations: 40 })],
  }),
);
const QUIET = card(
  fiche({
    ent: 'itslearning',
    host: 'x.itslearning.com',
    id: 'q',
    name: 'Lycée Azur',
    counts: [count('empty-group')],
  }),
);
const ALL = weigh([QUIET, UNTIDY, LOST], RULES, NOW);
const names = (cards: typeof ALL) => cards.map(({ card: { name } }) => name);

const opened = (fiches: readonly Fiche[]) => ({ key: 'k', fiches, expectations: [], found: {} });

function phase(more: Partial<StandingPhase> = {}): StandingPhase {
  return { id: 'a/b', list: 'A', title: 'Avant', state: 'later', asked: 4, left: 4, late: 0, ...more };
}
const PHASES = new Map([
  [LOST.school, [phase({ state: 'done', left: 0 }), phase({ id: 'a/c' })]],
  [
    UNTIDY.school,
    [phase({ state: 'late', late: 3 }), phase({ id: 'a/c', title: 'Après', state: 'late', late: 1 })],
  ],
]);

describe('steps on the board', () => {
  test.each<[Partial<typeof NO_FILTERS>, string[]]>([
    [{ phase: 'late' }, ['École Épinette']],
    [{ phase: 'other' }, ['Collège des Saules']],
    [{ phase: 'none' }, ['Lycée Azur']],
    [{ sort: 'late' }, ['École Épinette', 'Collège des Saules', 'Lycée Azur']],
  ])('filters and sorts: %o', (filters, expected) => {
    expect(names(chosen(ALL, { ...NO_FILTERS, ...filters }, PHASES))).toEqual(expected);
  });

  test('says what is late and where, else how far it has come, and nothing of who isn’t followed here', () => {
    expect(phasesCell(PHASES.get(UNTIDY.school))).toEqual({
      grade: 'late',
      text: '4\u00A0étapes en retard',
      detail: 'Avant et 1\u00A0autre phase',
    });
    expect(phasesCell(PHASES.get(LOST.school))).toEqual({ grade: 'now', text: '1\u00A0phase faite sur 2' });
    expect(phasesCell(undefined)).toMatchObject({ grade: 'none' });
  });

  test('phase by phase: a column for each phase of a list that some school follows', () => {
    const keys = ALL.map(({ card: { school } }) => school);
    expect(phaseColumns(keys, PHASES).map(({ id }) => id)).toEqual(['a/b', 'a/c']);
    expect(phaseCells(PHASES.get(UNTIDY.school))['a/b']).toMatchObject({ grade: 'serious', count: 3 });
    expect(phaseCells(PHASES.get(LOST.school))).toMatchObject({
      'a/b': { grade: 'pass', count: 0 },
      'a/c': { grade: 'none', text: 'à venir' },
    });
  });
});

test('one UAI on two schools is told with both, each on its own portal', () => {
  const twin = card(
    fiche({ ent: 'itslearning', host: 'x.itslearning.com', id: 't', name: 'Saules', uai: '0590001B' }),
  );
  const [sentence, ...others] = sharedUais(weigh([LOST, UNTIDY, twin], RULES, NOW));
  expect(sentence).toMatch(/^0590001B\u00A0: Collège des Saules \(.+\), Saules \(.+\)$/);
  expect(others).toEqual([]);
});

describe('a school of which nothing is proved', () => {
  const partly = count('empty-group', { complete: false });
  const broken = count('empty-group', { outcome: 'error' });
  const later = { day: '2026-09-01', at: '2026-09-01T10:00:00.000Z' };
  test.each<[string, [Fiche, ...Fiche[]], string]>([
    ['without any rule', [fiche()], 'unproved'],
    ['read in part', [fiche({ counts: [partly] })], 'unproved'],
    ['where every rule broke down', [fiche({ counts: [broken] })], 'unproved'],
    ['where one rule broke down', [fiche({ counts: [count('past-year-group'), broken] })], 'unproved'],
    [
      'where a rule has broken down since',
      [fiche({ counts: [count('empty-group')] }), fiche({ ...later, counts: [broken] })],
      'unproved',
    ],
    [
      'where a rule that broke down is mended',
      [fiche({ counts: [broken] }), fiche({ ...later, counts: [count('empty-group')] })],
      'pass',
    ],
    [
      'mended, the fiches the other way round',
      [fiche({ ...later, counts: [count('empty-group')] }), fiche({ counts: [broken] })],
      'pass',
    ],
    ['whose accounts were not read', [fiche({ read: [], counts: [count('gar-group')] })], 'unproved'],
    [
      'read whole since, the fiches the other way round',
      [fiche({ ...later, counts: [count('gar-group')] }), fiche({ read: [], counts: [count('gar-group')] })],
      'pass',
    ],
    ['read whole', [fiche({ counts: [count('past-year-group'), partly] })], 'pass'],
  ])('%s: table, filter and file', (_what, fiches, grade) => {
    const cards = weigh([card(...fiches)], RULES, NOW);
    expect(cards.map((one) => rowOf(one, RULES).grade)).toEqual([grade]);
    expect(chosen(cards, { ...NO_FILTERS, state: grade })).toHaveLength(1);
    expect(chosen(cards, { ...NO_FILTERS, state: grade === 'pass' ? 'unproved' : 'pass' })).toEqual([]);
    const words = grade === 'pass' ? 'Rien à signaler' : 'Rien n’est conclu';
    expect(linesOf(cards, undefined)).toMatchObject([{ worst: words }]);
  });

  test('rule by rule: a part that was read, and a rule that broke down, are no tick', () => {
    const cell = (...fiches: [Fiche, ...Fiche[]]) =>
      weigh([card(...fiches)], RULES, NOW).map((one) => rowOf(one, RULES).cells['empty-group'])[0];
    expect(cell(fiche({ counts: [partly] }))).toMatchObject({
      grade: 'unproved',
      says: 'lecture partielle\u00A0: rien n’est conclu',
    });
    const passed = fiche({ counts: [count('empty-group')] });
    expect(cell(passed, fiche({ ...later, counts: [broken] }))).toMatchObject({
      grade: 'unproved',
      says: 'la règle a échoué',
    });
    expect(cell(passed)).toMatchObject({ grade: 'pass' });
  });
});

describe('the board', () => {
  test('puts the school that loses an account before the one with forty groups to tidy', () => {
    expect(names(chosen(ALL, NO_FILTERS))).toEqual(['Collège des Saules', 'École Épinette', 'Lycée Azur']);
  });

  test.each<[Partial<typeof NO_FILTERS>, string[]]>([
    [{ sort: 'name' }, ['Collège des Saules', 'École Épinette', 'Lycée Azur']],
    [{ sort: 'age' }, ['Collège des Saules', 'Lycée Azur', 'École Épinette']],
    [{ text: 'epinette' }, ['École Épinette']],
    [{ text: '0590001b' }, ['Collège des Saules']],
    [{ ent: 'x.itslearning.com' }, ['Lycée Azur']],
    [{ state: 'pass' }, ['Lycée Azur']],
    [{ unseen: '7' }, ['Collège des Saules', 'Lycée Azur']],
    [{ unseen: '15' }, []],
  ])('filters and sorts: %o', (filters, expected) => {
    const kept = chosen(ALL, { ...NO_FILTERS, ...filters });
    expect(names(kept)).toEqual(expected);
  });

  test('says how long ago each was seen, and what each rule found', () => {
    const [lost] = chosen(ALL, NO_FILTERS).map((one) => rowOf(one, RULES));
    expect(lost).toMatchObject({ grade: 'critical', critical: 1, seen: 'vue il y a 12 jours', stale: true });
    expect(lost?.cells['changed-sync-key']).toMatchObject({ grade: 'critical', count: 1 });
    expect(lost?.about).toContain('0590001B');
  });

  test('has a column only for rules that found something, the worst first', () => {
    expect(columnsOf(ALL, ALL_RULES).map(({ id }) => id)).toEqual(['changed-sync-key', 'past-year-group']);
  });

  test('counts what is listed, and out of how many', () => {
    const kept = chosen(ALL, { ...NO_FILTERS, ent: 'x.itslearning.com' });
    expect(summaryOf(ALL, ALL)).toMatch(/^3\sétablissements, dont 1 avec un risque critique$/);
    expect(summaryOf(ALL, kept)).toMatch(/^1\sétablissement sur 3$/);
  });
});

describe('one school', () => {
  const before = fiche({
    counts: [count('past-year-group', { outcome: 'violation', violations: 3 }), count('empty-group')],
    figures: { 'Comptes Élève, AAF1D': 151, 'Groupes manuels': 18 },
    read: [{ list: 'users', shown: 62, total: 214, complete: false }],
  });
  const after = fiche({
    day: '2026-09-02',
    counts: [
      count('past-year-group'),
      count('empty-group', { outcome: 'violation', violations: 2 }),
      count('duplicate-account'),
    ],
    figures: { 'Comptes Élève, AAF1D': 148, 'Comptes Invité, MANUAL': 2 },
  });
  const title = (id: string) => id;

  test('tells what was read, what was found, and how many rules passed', () => {
    const view = ficheView(before, ALL_RULES, title);
    expect(view.read).toEqual(['62 comptes lus sur 214, liste incomplète']);
    expect(view.rules).toEqual([
      expect.objectContaining({ id: 'past-year-group', says: expect.stringMatching(/^3\sconstats$/) }),
    ]);
    expect(view.passed).toContain('1 règle');
  });

  test.each([
    ['fewer on a part of the list', { violations: 5 }, { violations: 1, complete: false }],
    ['more than a part of it had shown', { violations: 1, complete: false }, { violations: 5 }],
  ])('%s: not compared, whatever it looks like', (_what, was, is) => {
    const one = (more: object) =>
      fiche({ counts: [count('empty-group', { outcome: 'violation', ...more })] });
    const view = comparisonView(one(was), { ...one(is), day: '2026-09-02' }, ALL_RULES, title);
    expect(view.rules).toEqual([]);
    expect(view.unread).toHaveLength(1);
  });

  test('compares two controls: what left, what came, what only one of them read', () => {
    const view = comparisonView(before, after, ALL_RULES, title);
    const changes = Object.fromEntries(view.rules.map(({ label, change }) => [label, change]));
    expect(Object.values(changes).sort()).toEqual(['apparu', 'disparu']);
    expect(view.figures).toEqual([
      expect.objectContaining({ label: 'Comptes Élève, AAF1D', before: '151', after: '148', change: '−3' }),
      expect.objectContaining({ label: 'Comptes Invité, MANUAL', before: '0', after: '2', change: '+2' }),
    ]);
    expect(view.unread).toContain('Groupes manuels');
    expect(view.unread).toHaveLength(2);
  });

  test.each([
    [{ violations: 8 }, { reviews: 8 }, 'à vérifier désormais'],
    [{ reviews: 8 }, { violations: 8 }, 'confirmé'],
    [{ reviews: 8 }, { violations: 4 }, 'confirmé'],
    [{ violations: 8 }, { violations: 4 }, 'en baisse'],
    [{ reviews: 1 }, { violations: 4 }, 'en hausse'],
  ])('tells what is sure from what is to be checked: %o, then %o', (was, is, words) => {
    const one = (numbers: object) => fiche({ counts: [count('empty-group', numbers)] });
    const { rules, same } = comparisonView(one(was), { ...one(is), day: '2026-09-02' }, ALL_RULES, title);
    expect(rules).toEqual([expect.objectContaining({ change: words })]);
    expect(same).toEqual([]);
  });

  test('folds what did not change, and lists what is sure before what is to be checked', () => {
    const counts = [
      count('changed-sync-key', { outcome: 'review', reviews: 2 }),
      count('empty-group', { outcome: 'violation', violations: 2 }),
    ];
    const one = fiche({ counts, figures: { Classes: 7 } });
    const { rules, figures, same } = comparisonView(one, { ...one, day: '2026-09-02' }, ALL_RULES, title);
    expect([...rules, ...figures]).toEqual([]);
    expect(same).toHaveLength(3);
    expect(ficheView(one, ALL_RULES, title).rules.map(({ id }) => id)).toEqual([
      'empty-group',
      'changed-sync-key',
    ]);
  });

  test('opens on the latest fiche, compared with the one before of the same kind', () => {
    const screen = fiche({ by: 'edifice/users', day: '2026-09-01' });
    const fiches = [after, screen, before];
    const view = schoolView(card(before, screen, after), opened(fiches), ALL_RULES, title, []);
    expect(view.shown?.id).toBe('2026-09-02T10:00:00.000Z live enthdf.fr');
    expect(view.comparison).toMatchObject({
      before: '2026-08-27T10:00:00.000Z live enthdf.fr',
      after: '2026-09-02T10:00:00.000Z live enthdf.fr',
    });
    expect(view.comparison?.view).toBeDefined();
  });

  test('a screen opened since leaves the whole controls compared, and two of one minute are told apart', () => {
    const at = (seconds: string) => `2026-09-03T10:05:${seconds}.000Z`;
    const screens = ['40', '07'].map((seconds) =>
      fiche({ by: 'edifice/users', day: '2026-09-03', at: at(seconds) }),
    );
    const view = schoolView(card(after), opened([...screens, after, before]), ALL_RULES, title, []);
    expect(view.shown?.id).toContain('edifice/users');
    expect(view.comparison?.after).toBe('2026-09-02T10:00:00.000Z live enthdf.fr');
    const [late = '', early = '', whole] = view.fiches.map(({ label }) => label.replace(/\s/g, ' '));
    expect([late.slice(-6), early.slice(-5)]).toEqual(['à 40 s', 'à 7 s']);
    expect(whole).toMatch(/établissement$/);
  });

  test('two controls of one hour are told apart by the minute, and compared', () => {
    const [early, late] = [
      fiche({ at: '2026-08-27T10:05:00.000Z' }),
      fiche({ at: '2026-08-27T10:40:00.000Z' }),
    ];
    const view = schoolView(card(early, late), opened([late, early]), ALL_RULES, title, []);
    expect(view.fiches.map(({ label }) => label.replace(/\s/g, ' '))).toEqual([
      expect.stringMatching(/^27\/08 à \d+ h 40, contrôle de tout l’établissement$/),
      expect.stringMatching(/^27\/08 à \d+ h 05, contrôle de tout l’établissement$/),
    ]);
    expect(view.comparison?.view?.title).toMatch(/h\s05.* → .*h\s40/);
  });

  test('with one fiche has nothing to compare', () => {
    expect(schoolView(card(before), opened([before]), ALL_RULES, title, []).comparison).toBeUndefined();
  });
});
