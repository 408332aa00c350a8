import { tree } from '@/tests/helpers/itslearning-facts';
import { complete, testRule } from '@/tests/helpers/test-rule';
import { missingAutomaticHierarchy } from '@/utils/rules/missing-automatic-hierarchy';

const hierarchy = (...paths: string[]) => ({ hierarchy: complete(...tree(...paths)) });
const WHOLE = ['Apprenants [synchronisé]', 'Responsables [Synchronisé]', 'Espaces de travail 2026-2027'];
const under = (school: string, names: readonly string[]) => [
  school,
  ...names.map((name) => `${school}/${name}`),
];

testRule(missingAutomaticHierarchy, [
  {
    name: 'il en manque une',
    facts: hierarchy(...under('Etablissement', [WHOLE[0] ?? '', WHOLE[2] ?? ''])),
    reviews: [{ subject: 'Responsables [synchronisé]', says: /«.Etablissement.»/ }],
  },
  {
    name: 'celle des cours est d’une année passée',
    facts: hierarchy(...under('Etablissement', [...WHOLE.slice(0, 2), 'Cours 2025-2026'])),
    reviews: [{ subject: 'Espaces de travail 2026-2027' }],
  },
  {
    name: 'chaque établissement pour soi',
    facts: hierarchy('Site', ...under('Site/A', WHOLE).slice(0), ...under('Site/B', WHOLE.slice(1))),
    reviews: [{ subject: 'Apprenants [synchronisé]', says: /«.B.»/ }],
  },
  {
    name: 'aucune : on dit de déplier',
    facts: hierarchy('Etablissement'),
    reviews: [{ subject: 'Etablissement', says: /dépliez/ }],
  },
  {
    name: 'en août, les imports n’ont pas repris',
    context: { today: '2026-08-10' },
    facts: hierarchy(...under('Etablissement', WHOLE.slice(0, 2))),
    reviews: [{ subject: 'Espaces de travail 2026-2027', says: /25 août/ }],
  },
  { name: 'toutes là', facts: hierarchy(...under('Etablissement', WHOLE)), passes: true },
  {
    name: 'sous leurs anciens noms',
    facts: hierarchy(
      ...under('Etablissement', ['Apprenants 2026-2027', 'Responsables 2026-2027', 'Cours 2026-2027']),
    ),
    passes: true,
  },
  {
    name: 'renommée : une autre règle le dit',
    facts: hierarchy(...under('Etablissement', ['Apprenants', ...WHOLE.slice(1)])),
    passes: true,
  },
]);
