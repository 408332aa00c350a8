import { complete, onPage, testRule } from '@/tests/helpers/test-rule';
import { missingImportKey } from '@/utils/rules/missing-import-key';

const file = (more: { encrypted?: boolean; keyPresent?: boolean }) => ({
  at: onPage('Importation du fichier', 'itslearning/import-edt-file'),
  uai: '0490856P',
  ...more,
});

testRule(missingImportKey, [
  {
    name: 'chiffré, sans la clé',
    facts: { importFiles: complete(file({ encrypted: true, keyPresent: false })) },
    flags: [{ subject: '0490856P', says: /clé itslearning/ }],
  },
  {
    name: 'en clair, comme dans le guide : aucune clé n’est attendue',
    facts: { importFiles: complete(file({ encrypted: false, keyPresent: false })) },
    passes: true,
  },
  {
    name: 'chiffré avec sa clé, ou sans que l’écran le dise',
    facts: { importFiles: complete(file({ encrypted: true, keyPresent: true }), file({ encrypted: true })) },
    passes: true,
  },
]);
