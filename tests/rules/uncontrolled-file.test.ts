import { inFile } from '@/tests/helpers/roster-facts';
import { complete, testRule } from '@/tests/helpers/test-rule';
import { uncontrolledFile } from '@/utils/rules/uncontrolled-file';

const chosen = { at: inFile(1), file: '0019901G_Parent.csv' };

testRule(uncontrolledFile, [
  {
    name: 'un fichier illisible est retenu, et l’on dit pourquoi',
    facts: {
      uncontrolledFiles: complete({ ...chosen, state: 'unreadable' as const, says: 'Ce fichier est vide.' }),
    },
    flags: [{ subject: chosen.file, says: /vide/, holds: ['import-file'] }],
  },
  {
    name: 'sans export de référence, c’est à vérifier',
    facts: {
      uncontrolledFiles: complete({ ...chosen, state: 'no-reference' as const, says: 'Aucun export.' }),
    },
    reviews: [{ subject: chosen.file, says: /Aucun export/ }],
  },
  { name: 'un fichier contrôlé', facts: { uncontrolledFiles: complete() }, passes: true },
]);
