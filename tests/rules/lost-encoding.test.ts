import { inFile } from '@/tests/helpers/roster-facts';
import { complete, testRule } from '@/tests/helpers/test-rule';
import { lostEncoding } from '@/utils/rules/lost-encoding';

const value = {
  at: inFile(14, 'Prénom élève'),
  column: 'Prénom élève',
  what: 'lettres accentuées perdues',
  count: 12,
  examples: [14, 15].map((line) => ({ at: inFile(line, 'Prénom élève'), was: 'Zoé', is: 'ZoÃ©' })),
  inKey: true,
};

testRule(lostEncoding, [
  {
    name: 'douze prénoms : un seul signalement, qui retient l’import',
    facts: { lostEncoding: complete(value) },
    flags: [
      {
        subject: 'Prénom élève',
        says: /^Ligne 14, colonne .* \(la première\)\u00A0: 12 valeurs touchées\. .*prises pour d’autres/,
        holds: ['import-file'],
      },
    ],
  },
  {
    name: 'une seule, hors de la clé',
    facts: { lostEncoding: complete({ ...value, count: 1, inKey: false }) },
    flags: [{ subject: 'Prénom élève', says: /1 valeur touchée\.$/ }],
  },
  { name: 'toutes les lettres y sont', facts: { lostEncoding: complete() }, passes: true },
]);
