import { importRun } from '@/tests/helpers/import-facts';
import { complete, testRule } from '@/tests/helpers/test-rule';
import { failedImport } from '@/utils/rules/failed-import';

testRule(failedImport, [
  {
    name: 'un récapitulatif avec des erreurs, une ligne chacune',
    facts: {
      importRuns: complete(
        importRun('11/02/2019 10:32', {
          counts: [
            { what: 'Nombre de création de cours', done: 0, failed: 0 },
            { what: 'Nombre de création de groupe', done: 526, failed: 1 },
            { what: 'Nombre de création de hiérarchie', done: 9719, failed: 237 },
          ],
        }),
      ),
    },
    flags: [
      { subject: '11/02/2019 10:32', says: /groupe.: 1 erreur, 526 en succès/ },
      { subject: '11/02/2019 10:32', says: /hiérarchie.: 237 erreurs, 9\s719 en succès/ },
    ],
  },
  {
    name: 'le dernier import est interrompu',
    facts: { importRuns: complete(importRun('16/01/2019 13:05', { status: 'Interrompu', latest: true })) },
    flags: [{ subject: '16/01/2019 13:05', says: /«.Interrompu.»/ }],
  },
  {
    name: 'un état que les guides ne nomment pas : à revoir',
    facts: {
      importRuns: complete(importRun('16/01/2019 13:05', { status: 'En liste d’attente', latest: true })),
    },
    reviews: [{ subject: '16/01/2019 13:05', says: /pas encore «.Fait.»/ }],
  },
  {
    name: 'interrompu, puis refait depuis ; « Done » en anglais',
    facts: {
      importRuns: complete(
        importRun('16/01/2019 15:39', { status: 'Fait', latest: true }),
        importRun('16/01/2019 13:05', { status: 'Interrompu' }),
        importRun('17/01/2019 13:05', { status: 'Done', latest: true }),
      ),
    },
    passes: true,
  },
]);
