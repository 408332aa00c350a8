import { inFile } from '@/tests/helpers/roster-facts';
import { complete, testRule } from '@/tests/helpers/test-rule';
import { mangledValue } from '@/utils/rules/mangled-value';

const value = {
  at: inFile(14, 'Code postal parent 1'),
  column: 'Code postal parent 1',
  what: 'zéro du début perdu',
  count: 12,
  examples: [14, 15].map((line) => ({
    at: inFile(line, 'Code postal parent 1'),
    was: '01000',
    is: '1000',
  })),
  inKey: true,
};

testRule(mangledValue, [
  {
    name: 'douze valeurs d’une colonne de la clé : un seul signalement',
    facts: { mangledValues: complete(value) },
    flags: [
      {
        subject: 'Code postal parent 1',
        says: /^Ligne 14, colonne .* \(la première\)\u00A0: zéro du début perdu, 12 valeurs\..*doublon/,
      },
    ],
  },
  {
    name: 'une seule, hors de la clé',
    facts: { mangledValues: complete({ ...value, count: 1, inKey: false }) },
    flags: [{ subject: 'Code postal parent 1', says: /^Ligne 14, [^(]*, 1 valeur\.$/ }],
  },
  { name: 'rien d’abîmé', facts: { mangledValues: complete() }, passes: true },
]);
