import { tree } from '@/tests/helpers/itslearning-facts';
import { complete, testRule } from '@/tests/helpers/test-rule';
import { manualHierarchy } from '@/utils/rules/manual-hierarchy';

const hierarchy = (...paths: string[]) => ({ hierarchy: complete(...tree(...paths)) });
const AUTOMATIC = [
  'Etablissement',
  'Etablissement/Apprenants [synchronisé]',
  'Etablissement/Cours 2026-2027',
];

testRule(manualHierarchy, [
  {
    name: 'à côté des automatiques, et non ce qu’elle contient',
    facts: hierarchy(...AUTOMATIC, 'Etablissement/Projet théâtre', 'Etablissement/Projet théâtre/Décors'),
    reviews: [{ subject: 'Projet théâtre', says: /à la main/ }],
  },
  {
    name: 'elle porte une année passée',
    facts: hierarchy(...AUTOMATIC, 'Etablissement/Cours de théâtre 2024-2025'),
    reviews: [{ subject: 'Cours de théâtre 2024-2025', says: /2024-2025/ }],
  },
  {
    name: 'un établissement, un cours, une hiérarchie renommée n’en sont pas',
    facts: hierarchy(
      'Site',
      ...AUTOMATIC.map((path) => `Site/${path}`),
      'Site/Etablissement/Cours 2026-2027/ANGLAIS LV1 - 3A',
      'Site/Etablissement/Responsables',
      'Site/Lycée',
    ),
    passes: true,
  },
  {
    name: 'aucune automatique à côté : rien ne permet de le dire',
    facts: hierarchy('A', 'A/B'),
    passes: true,
  },
]);
