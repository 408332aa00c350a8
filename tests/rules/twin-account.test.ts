import { inFile, person } from '@/tests/helpers/roster-facts';
import { complete, testRule } from '@/tests/helpers/test-rule';
import { twinAccount } from '@/utils/rules/twin-account';

const twin = {
  ...person(40),
  existing: 'gone' as const,
  verdict: 'same' as const,
  reasons: ['Prénom\u00A0: accents différents.'],
  before: inFile(12),
  keyWouldBeSame: false,
  pair: '0.10>0.8',
};

testRule(twinAccount, [
  {
    name: 'une ligne retapée sans sa clé',
    facts: { twinAccounts: complete(twin) },
    flags: [
      {
        subject: 'LAMBERT Zoé',
        says: /^Cette personne est dans l’export, ligne 12.*sans clé\. Case/,
        holds: ['import-file'],
      },
    ],
  },
  {
    name: 'une personne qui est encore dans le fichier',
    facts: { twinAccounts: complete({ ...twin, existing: 'kept' }) },
    flags: [{ subject: 'LAMBERT Zoé', says: /^Cette personne est déjà dans le fichier, ligne 12\./ }],
  },
  {
    name: 'une homonyme possible est à vérifier',
    facts: { twinAccounts: complete({ ...twin, existing: 'kept', verdict: 'check' }) },
    reviews: [{ subject: 'LAMBERT Zoé', says: /Même personne\u202F\? Prénom/ }],
  },
  {
    name: 'si la règle des clés redonne la même clé, rien n’est certain',
    facts: { twinAccounts: complete({ ...twin, keyWouldBeSame: true }) },
    reviews: [{ subject: 'LAMBERT Zoé', says: /La clé que l’ENT recalculerait semble être la même/ }],
  },
  { name: 'que des personnes nouvelles', facts: { twinAccounts: complete() }, passes: true },
]);
