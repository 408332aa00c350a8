import { tree } from '@/tests/helpers/itslearning-facts';
import { complete, testRule } from '@/tests/helpers/test-rule';
import { pastYearHierarchy } from '@/utils/rules/past-year-hierarchy';

const hierarchy = (...paths: string[]) => ({ hierarchy: complete(...tree(...paths)) });

testRule(pastYearHierarchy, [
  {
    name: 'les noms de toutes les sources',
    facts: hierarchy(
      'Espace de travail 2025-2026',
      'Espaces de travail 2024 - 2025',
      'Cours 2018-2019',
      'Apprenants 2018–2019',
    ),
    flags: [
      { subject: 'Espace de travail 2025-2026', says: /2026-2027/ },
      { subject: 'Espaces de travail 2024 - 2025' },
      { subject: 'Cours 2018-2019' },
      { subject: 'Apprenants 2018–2019' },
    ],
  },
  {
    name: 'le 20 août, le désaffichage n’est pas fini',
    context: { today: '2026-08-20' },
    facts: hierarchy('Cours 2025-2026'),
    reviews: [{ subject: 'Cours 2025-2026', says: /25 août/ }],
  },
  {
    name: 'en juillet, l’année court encore',
    context: { today: '2026-07-10' },
    facts: hierarchy('Cours 2025-2026'),
    passes: true,
  },
  {
    name: 'année en cours, hiérarchies sans année, hiérarchies manuelles',
    facts: hierarchy(
      'Espaces de travail 2026-2027',
      'Apprenants [synchronisé]',
      'Cours de théâtre 2024-2025',
      'Projet 2024-2025',
    ),
    passes: true,
  },
]);
