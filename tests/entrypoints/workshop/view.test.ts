import { describe, expect, test } from 'vitest';
import { refusalOf } from '@/entrypoints/workshop/control-acts';
import type { ControlSummary, ListedFinding, ReadFile } from '@/entrypoints/workshop/protocol';
import { resultsView } from '@/entrypoints/workshop/results-view';
import { initialState, type State } from '@/entrypoints/workshop/state';
import { viewOf } from '@/entrypoints/workshop/view';
import { typographyFaults } from '../../helpers/typography';

function read(more: Partial<ReadFile> = {}): ReadFile {
  return {
    id: 1,
    side: 'reference',
    name: 'Student.csv',
    rows: 214,
    encoding: 'utf-8',
    profile: 'pupils',
    signature: 'ab',
    problems: [],
    refused: false,
    unmapped: false,
    columns: [],
    ...more,
  };
}

const BASE = initialState('2026-08-27', 'controle');
const state = (reference: ReadFile[], toImport: ReadFile[], more: Partial<State> = {}): State => ({
  ...BASE,
  sides: { reference: { files: reference, problems: [] }, toImport: { files: toImport, problems: [] } },
  ...more,
});

const SUMMARY: ControlSummary = {
  refused: false,
  platform: 'itslearning',
  pairCount: 0,
  undecidable: 0,
  keyRules: [],
  uncontrolled: [],
  refusals: [],
  unproven: [],
  counts: [],
  decided: [],
  profiles: [],
  classes: [],
};

const FINDING: ListedFinding = {
  rule: 'changed-sync-key',
  impact: 'critical',
  review: false,
  title: 'Clé changée',
  why: 'Doublon.',
  remedy: 'Remettre.',
  source: 'Guide 000',
  total: 1200,
  matching: 30,
  rows: [],
};

describe('what cannot be controlled says why', () => {
  test.each([
    ['everything refused', [read({ refused: true })], [read()], 'Aucun fichier de l’export de référence'],
    ['columns to name', [read()], [read({ unmapped: true })], 'ne sont pas reconnues'],
    ['headers only', [read()], [read({ rows: 0 })], 'ne contient d’utilisateur'],
  ])('%s', (_what, reference, toImport, says) => {
    const refused = state(reference, toImport, { summary: SUMMARY });
    expect(refusalOf(refused)).toContain(says);
    const { control } = viewOf(refused);
    expect(control.refusal).toContain(says);
    expect(control.results).toBeUndefined();
  });

  test('nothing is said before both sides are given', () => {
    expect(viewOf(state([read()], [])).control.refusal).toBeUndefined();
  });

  test('a control that the headers refuse gives their reasons and no result', () => {
    const summary = { ...SUMMARY, refused: true, refusals: ['Student.csv : la colonne « Nom » a disparu.'] };
    const { control } = viewOf(state([read()], [read()], { summary }));
    expect(control.refusal).toContain('a disparu');
    expect(control.results).toBeUndefined();
  });

  test('a worker that failed is no result either', () => {
    const { control } = viewOf(state([read()], [read()], { summary: SUMMARY, failure: 'Mémoire pleine.' }));
    expect(control.refusal).toBe('Mémoire pleine.');
    expect(control.results).toBeUndefined();
  });
});

describe('the verdict', () => {
  const verdict = (more: Partial<State>, summary = SUMMARY) =>
    resultsView(state([read()], [read()], more), summary).verdict;

  test('passes only when everything was controlled', () => {
    expect(verdict({}).grade).toBe('pass');
    expect(verdict({}, { ...SUMMARY, uncontrolled: ['Teacher.csv'] }).grade).toBe('review');
    expect(verdict({}, { ...SUMMARY, undecidable: 2 }).grade).toBe('review');
    expect(verdict({}, { ...SUMMARY, unproven: ['Clé changée'] }).grade).toBe('review');
    const broken = state([read()], [read(), read({ name: 'Broken.csv', refused: true })]);
    expect(resultsView(broken, SUMMARY).verdict.grade).toBe('review');
    expect(resultsView(broken, SUMMARY).cautions.join()).toContain('Broken.csv');
  });

  test('counts what to repair apart from what to look at', () => {
    expect(verdict({ findings: [FINDING, { ...FINDING, review: true }] })).toEqual({
      grade: 'critical',
      text: '1\u00A0problème à réparer, 1\u00A0point à vérifier avant l’import.',
    });
    expect(verdict({ findings: [{ ...FINDING, review: true }] }).grade).toBe('review');
  });

  test('a filtered list says how much of it is shown', () => {
    const { groups } = resultsView(state([read()], [read()], { findings: [FINDING] }), SUMMARY);
    expect(groups[0]).toMatchObject({ count: '30 sur 1\u202F200\u00A0constats', more: 30 });
  });

  test('an unknown key rule is told, not guessed', () => {
    expect(resultsView(state([read()], [read()]), SUMMARY).keyRules[0]).toContain(
      'Règle de clé non reconnue',
    );
  });
});

test('numbers found are compared with those expected', () => {
  const expectation = {
    school: 'Collège du Lac',
    profile: 'Élèves',
    at: '2026-08-27T12:00:00.000Z',
    created: 24,
    updated: 1070,
    deleted: 24,
    updateAll: true,
  };
  const id = JSON.stringify(['Collège du Lac', 'Élèves']);
  const found = { [`${id} created`]: '24', [`${id} updated`]: '1 072', [`${id} deleted`]: 'beaucoup' };
  const { expected } = viewOf(state([], [], { expectations: [expectation], found }));
  expect(expected.predictions[0]?.numbers.map(({ verdict }) => verdict)).toEqual([
    'Conforme',
    '+2',
    'Ce n’est pas un nombre',
  ]);
  expect(expected.predictions[0]?.gaps).toEqual([
    '1\u202F072\u00A0comptes reconnus au lieu de 1\u202F070, soit 2 de plus\u00A0: des personnes attendues comme nouvelles étaient déjà dans l’ENT.',
  ]);
});

test('numbers that a screen of the ENT showed stand as found, until other ones are typed', () => {
  const expectation = {
    school: 'École',
    profile: 'Élèves',
    at: '2026-08-27T12:00:00.000Z',
    created: 24,
    updated: 100,
    deleted: 0,
    updateAll: false,
    seen: { created: 30, says: ['Deux profils ensemble.'], on: 'Comptes de la console lus le 28/08/2026' },
  };
  const { expected } = viewOf(state([], [], { expectations: [expectation] }));
  const [prediction] = expected.predictions;
  expect(prediction).toMatchObject({
    seen: 'Comptes de la console lus le 28/08/2026',
    numbers: [{ found: '30', verdict: '+6' }, { found: '' }, { found: '' }],
    gaps: [expect.stringContaining('au lieu de 24'), 'Deux profils ensemble.'],
  });
  const typed = { [`${prediction?.id} created`]: '24' };
  const { expected: again } = viewOf(state([], [], { expectations: [expectation], found: typed }));
  expect(again.predictions[0]?.numbers[0]).toMatchObject({ found: '24', verdict: 'Conforme' });
});

test('an Edifice control speaks of its own box, and of pre-deletion', () => {
  const { box, consequences, keyRules } = resultsView(state([read()], [read()]), {
    ...SUMMARY,
    platform: 'edifice',
  });
  expect(box).toContain('Pré-supprimer les comptes');
  expect(consequences.ticked).toContain('pré-supprimés');
  expect(keyRules).toEqual([expect.stringContaining('externalid')]);
  expect(resultsView(state([read()], [read()]), SUMMARY).box).toContain('Mettre à jour tous');
});

test('only staff are listed for a removal request, never pupils or their parents', () => {
  const files = [
    read({ id: 1 }),
    read({ id: 2, name: 'Teacher.csv', profile: 'teachers' }),
    read({ id: 3, name: 'Parent.csv', profile: 'pupils-and-parents' }),
    read({ id: 4, name: 'Personal.csv', profile: 'staff' }),
    read({ id: 5, name: 'Broken.csv', profile: 'staff', refused: true }),
    read({ id: 6, name: 'exportTransition.csv', profile: 'teachers', platform: 'edifice' }),
  ];
  expect(viewOf(state(files, [])).removal.files.map(({ name }) => name)).toEqual([
    'Teacher.csv',
    'Personal.csv',
  ]);
});

test('the sentences are in typeset French', () => {
  const summary = {
    ...SUMMARY,
    undecidable: 2,
    uncontrolled: ['Teacher.csv'],
    keyRules: [{ file: 'Student.csv', words: 'prénom + nom', share: 0.994 }],
  };
  const results = resultsView(state([read({ refused: true })], [read()]), summary);
  const sentences = [
    ...results.cautions,
    ...results.keyRules,
    results.verdict.text,
    results.consequences.ticked,
    results.consequences.unticked,
    refusalOf(state([read({ unmapped: true })], [read()])) ?? '',
  ];
  expect(sentences.flatMap((text) => typographyFaults(text))).toEqual([]);
  expect(results.keyRules[0]).toContain('99\u00A0%');
});
