import { inFile, person, systemicEdit } from '@/tests/helpers/roster-facts';
import { complete, testRule } from '@/tests/helpers/test-rule';
import { emptiedKey } from '@/utils/rules/emptied-key';

const emptied = { ...person(10, 'Clé de synchro élève'), before: inFile(12), pair: '0.10>0.8' };

testRule(emptiedKey, [
  {
    name: 'une clé effacée',
    facts: { emptiedKeys: complete(emptied) },
    flags: [{ subject: 'LAMBERT Zoé', says: /^Ligne 10.*effacée\..*doublon/, holds: ['import-file'] }],
  },
  {
    name: 'toutes les clés effacées : un seul signalement ; toutes changées, c’est l’affaire d’une autre règle',
    facts: {
      emptiedKeys: complete(),
      systemicEdits: complete(systemicEdit('key', 'emptied'), systemicEdit('key', 'column')),
    },
    flags: [{ subject: 'Parent.csv', says: /760 lignes/ }],
  },
  {
    name: 'une personne nouvelle n’a pas de clé, et n’est pas un fait',
    facts: { emptiedKeys: complete() },
    passes: true,
  },
]);
