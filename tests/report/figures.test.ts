import { expect, test } from 'vitest';
import type { Facts } from '@/utils/core/facts';
import { figuresOf } from '@/utils/report/figures';

const at = { in: 'page', page: 'itslearning/courses', key: '' } as const;
const course = { at, title: 'SVT - 6A' };
const group = { at, name: 'Chorale' };

test.each<[string, Facts, Record<string, number>]>([
  [
    'accounts by profile and source',
    {
      users: {
        items: [
          { at, id: '1', name: 'A', profile: 'Teacher', source: 'AAF1D' },
          { at, id: '2', name: 'B', profile: 'Teacher', source: 'AAF1D', preDeletedOn: '2026-07-01' },
          { at, id: '3', name: 'C', profile: 'Guest', source: 'MANUAL' },
        ],
        complete: true,
      },
    },
    { 'Comptes Enseignant, AAF1D': 2, 'Comptes Invité, MANUAL': 1, 'Comptes pré-supprimés': 1 },
  ],
  ['groups, none included', { manualGroups: { items: [], complete: true } }, { 'Groupes manuels': 0 }],
  [
    'strategies and whom they name',
    {
      strategies: { items: [{ at, name: 'Sans messagerie', named: true }], complete: true },
      strategyUsers: {
        items: [
          { at, name: 'A' },
          { at, name: 'B' },
        ],
        complete: true,
      },
    },
    { Stratégies: 1, 'Utilisateurs individuels de stratégies': 2 },
  ],
  [
    'courses by state, those of an import apart',
    {
      courses: {
        items: [
          { ...course, state: 'active', imported: true },
          { ...course, state: 'active' },
          { ...course, state: 'archived' },
        ],
        complete: true,
      },
    },
    { 'Cours actifs': 2, 'Cours actifs créés par un import': 1, 'Cours archivés': 1 },
  ],
  [
    'what Skolengo sweeps away, apart from what lasts',
    {
      freeGroups: {
        items: [
          { ...group, lifetime: 'year' },
          { ...group, lifetime: 'lasting' },
        ],
        complete: true,
      },
      sections: { items: [{ at, name: 'Sorties', temporary: false }], complete: true },
      inboxes: { items: [{ at, messages: 41 }], complete: true },
    },
    {
      'Groupes libres': 2,
      'Groupes libres non pérennes': 1,
      Rubriques: 1,
      'Rubriques temporaires': 0,
      'Messages non classés': 41,
    },
  ],
  ['nothing of a list read in part', { courses: { items: [course], complete: false } }, {}],
])('counts %s', (_what, facts, figures) => {
  expect(figuresOf(facts)).toEqual(figures);
});

test('an archived course that was not looked for is not gone', () => {
  const active: Facts = { courses: { items: [{ ...course, state: 'active' }], complete: true } };
  expect(figuresOf(active)).not.toHaveProperty('Cours archivés');
});
