import { importRun } from '@/tests/helpers/import-facts';
import { complete, partial, testRule } from '@/tests/helpers/test-rule';
import { failedImport } from '@/utils/rules/failed-import';

const counts = (groups: number, hierarchies: number) => [
  { what: 'Nombre de création de cours', done: 0, failed: 0 },
  { what: 'Nombre de création de groupe', done: 526, failed: groups },
  { what: 'Nombre de création de hiérarchie', done: 9719, failed: hierarchies },
];

testRule(failedImport, [
  {
    name: 'un récapitulatif avec des erreurs, une ligne chacune, de quelque année qu’il soit',
    facts: { importRecaps: complete(importRun('11/02/2019 10:32', { counts: counts(1, 237) })) },
    flags: [
      { subject: '11/02/2019 10:32', says: /groupe.: 1 erreur, 526 en succès/ },
      { subject: '11/02/2019 10:32', says: /hiérarchie.: 237 erreurs, 9\s719 en succès/ },
    ],
  },
  {
    name: 'aucune erreur, le dernier import, de cette année',
    facts: { importRecaps: complete(importRun('11/10/2026 10:32', { counts: counts(0, 0) })) },
    passes: true,
  },
  {
    name: 'aucune erreur, mais rien ne dit que ce soit le dernier : ce n’est pas une preuve',
    facts: { importRecaps: partial(importRun('11/10/2026 10:32', { counts: counts(0, 0) })) },
    reviews: [],
  },
  {
    name: 'aucune erreur, l’an passé',
    facts: { importRecaps: complete(importRun('11/02/2026 10:32', { counts: counts(0, 0) })) },
    reviews: [{ subject: '11/02/2026 10:32', says: /pas de cette année scolaire/ }],
  },
  {
    name: 'aucune erreur, sans date',
    facts: { importRecaps: complete(importRun('', { counts: counts(0, 0) })) },
    reviews: [{ subject: 'Récapitulatif', says: /date.*n’a pas été lue/ }],
  },
]);
