import { importPerson, reconciliation } from '@/tests/helpers/import-facts';
import { complete, onPage, partial, testRule } from '@/tests/helpers/test-rule';
import { unreconciledUser } from '@/utils/rules/unreconciled-user';

const likely = (name: string, account: string | undefined, reason: string) => ({
  at: onPage(name, 'itslearning/import-edt-users'),
  profile: 'pupil' as const,
  name,
  ...(account && { account }),
  reasons: [reason],
});

testRule(unreconciledUser, [
  {
    name: 'sans compte, sans liste de référence',
    facts: { importPeople: complete(importPerson('Ondine AUBIN', 'no'), importPerson('Tom AUBIN', 'yes')) },
    flags: [{ subject: 'Ondine AUBIN', says: /date de naissance ne sont ceux d’aucun compte/ }],
  },
  {
    name: 'la personne probable de la liste de référence, et pourquoi',
    facts: {
      importPeople: complete(importPerson('Ondine AUBIN', 'no')),
      likelyAccounts: complete(
        likely('Ondine AUBIN', 'AUBAIN Ondine (5e B)', 'Nom\u00A0: une lettre en moins.'),
      ),
    },
    flags: [{ subject: 'Ondine AUBIN – sans doute AUBAIN Ondine (5e B)', says: /une lettre en moins/ }],
  },
  {
    name: 'personne n’y ressemble ; un enseignant du même nom n’est pas l’élève',
    facts: {
      importPeople: partial(
        importPerson('Ondine AUBIN', 'no'),
        importPerson('Ondine AUBIN', 'no', 'teacher'),
      ),
      likelyAccounts: complete(likely('Ondine AUBIN', undefined, 'Aucun compte ne lui ressemble.')),
    },
    flags: [
      { subject: 'Ondine AUBIN', says: /Aucun compte ne lui ressemble/ },
      { subject: 'Ondine AUBIN', says: /Nom et prénom ne sont ceux/ },
    ],
  },
  {
    name: 'ce que dit la ligne et sa couleur ne s’accordent pas',
    facts: {
      importPeople: complete(
        { ...importPerson('Tom AUBIN', 'unsure'), account: 'tomaubin' },
        importPerson('Zoé AUBIN', 'unsure'),
      ),
    },
    reviews: [
      { subject: 'Tom AUBIN', says: /en rouge/ },
      { subject: 'Zoé AUBIN', says: /en vert/ },
    ],
  },
  {
    name: 'les nombres du récapitulatif, avec leur part',
    facts: {
      importPeople: partial(),
      reconciliations: complete(reconciliation('pupil', 1163, 405), reconciliation('teacher', undefined, 1)),
    },
    flags: [
      { subject: 'Apprenants', says: /405 apprenants sur 1.568 \(26.%\) sans compte/ },
      { subject: 'Enseignants', says: /^1 enseignant sans compte/ },
    ],
  },
  {
    name: 'une part qui s’arrondit à zéro n’est pas nulle, une part qui s’arrondit à tout n’est pas tout',
    facts: {
      importPeople: partial(),
      reconciliations: complete(reconciliation('pupil', 1163, 3), reconciliation('teacher', 1, 999)),
    },
    flags: [
      { subject: 'Apprenants', says: /\(moins de 1.%\)/ },
      { subject: 'Enseignants', says: /\(plus de 99.%\)/ },
    ],
  },
  {
    name: 'les personnes listées ne sont pas comptées une seconde fois, les autres le sont',
    facts: {
      importPeople: partial(
        importPerson('Ondine AUBIN', 'no'),
        importPerson('Tom AUBIN', 'no'),
        importPerson('Alix EXEMPLE', 'no', 'teacher'),
      ),
      reconciliations: complete(reconciliation('pupil', 95, 5), reconciliation('teacher', 92, 1)),
    },
    flags: [
      {
        subject: 'Apprenants',
        says: /^3 de plus, sans nom sur cet écran.: 5 en tout sur 100 \(5.%\)/,
      },
      { subject: 'Ondine AUBIN' },
      { subject: 'Tom AUBIN' },
      { subject: 'Alix EXEMPLE' },
    ],
  },
  {
    name: 'tous retrouvés',
    facts: {
      importPeople: complete(importPerson('Tom AUBIN', 'yes')),
      reconciliations: complete(reconciliation('pupil', 1163, 0)),
    },
    passes: true,
  },
]);
