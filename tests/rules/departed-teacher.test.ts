import { testRule } from '@/tests/helpers/test-rule';
import {
  away,
  ELSEWHERE,
  HOME,
  here,
  NOWHERE,
  personnel,
  pupil,
  teacher,
  users,
} from '@/tests/helpers/users';
import { departedTeacher } from '@/utils/rules/departed-teacher';

testRule(departedTeacher, [
  {
    name: 'rattachement ailleurs, ni fonction ni classe ici',
    facts: users(teacher('A B', { ...ELSEWHERE, functions: [away()] })),
    flags: [{ subject: 'A B', says: /Ecole Jules Ferry.*aucune fonction/, verdict: 'detach' }],
  },
  {
    name: 'un personnel parti, de même',
    facts: users(personnel('A B', ELSEWHERE)),
    flags: [{ subject: 'A B' }],
  },
  {
    name: 'deux écoles de rattachement, dont le nom est inconnu',
    facts: users(teacher('A B', { attachment: 'elsewhere', attachedTo: [] })),
    flags: [{ subject: 'A B', says: /un autre/ }],
  },
  {
    name: 'un parti du second degré',
    facts: users(teacher('A B', { ...ELSEWHERE, source: 'AAF' })),
    flags: [{ subject: 'A B' }],
  },
  {
    name: 'l’homonyme resté ici n’est pas accusé',
    facts: users(
      teacher('A B', ELSEWHERE),
      teacher('A B', { ...HOME, functions: [here()], classes: ['CP'] }),
    ),
    flags: [{ subject: 'A B' }],
  },
  {
    name: 'école de rattachement ici, sans rien d’autre (remplaçant)',
    facts: users(teacher('A B', { ...HOME, functions: [away()] })),
    passes: true,
  },
  {
    name: 'fonction et classe ici, rattachement ailleurs (décharge, service partagé)',
    facts: users(teacher('A B', { ...ELSEWHERE, functions: [here(), away()], classes: ['CP'] })),
    passes: true,
  },
  {
    name: 'fonction ici sans classe, rattachement ailleurs : à vérifier',
    facts: users(teacher('A B', { ...ELSEWHERE, functions: [here()] })),
    reviews: [{ subject: 'A B', says: /fonction ici/, verdict: 'check' }],
  },
  {
    name: 'un personnel partagé (psychologue, médecin) n’a pas de classe : seule sa fiche le dit',
    facts: users(personnel('A B', { ...ELSEWHERE, functions: [here('ORI', 'ORIENTATION')] })),
    cards: [{ subject: 'A B', verdict: 'check' }],
    passes: true,
  },
  {
    name: 'une classe ici sans fonction : seule la fiche le dit',
    facts: users(teacher('A B', { ...ELSEWHERE, classes: ['CP'] })),
    cards: [{ subject: 'A B', says: /classe d’ici/, verdict: 'check' }],
    passes: true,
  },
  {
    name: 'aucun rattachement connu ne veut pas dire « parti »',
    facts: users(teacher('A B', { ...NOWHERE, functions: [away()] })),
    reviews: [{ subject: 'A B', says: /pas dire que la personne est partie/, verdict: 'check' }],
  },
  {
    name: 'rattachement illisible : à vérifier, jamais deviné',
    facts: users(teacher('A B')),
    reviews: [{ subject: 'A B', says: /n’a pas pu être lu/, verdict: 'check' }],
  },
  {
    name: 'rattachement illisible, mais une classe ou une fonction ici',
    facts: users(teacher('A B', { classes: ['CP'] }), teacher('C D', { functions: [here()] })),
    passes: true,
  },
  {
    name: 'un compte manuel ou importé n’a jamais d’école de rattachement',
    facts: users(
      teacher('A B', { ...NOWHERE, source: 'MANUAL' }),
      teacher('C D', { ...NOWHERE, source: 'CSV' }),
      teacher('E F', { source: 'EDT' }),
    ),
    passes: true,
  },
  {
    name: 'fonctions illisibles : à vérifier',
    facts: users((({ functions: _, ...rest }) => rest)(teacher('A B', ELSEWHERE))),
    reviews: [{ subject: 'A B', says: /Ecole Jules Ferry.*n’ont pas pu être lues/, verdict: 'check' }],
  },
  {
    name: 'classes illisibles, ou fonctions dont on ignore où elles s’exercent : à vérifier',
    facts: users(
      (({ classes: _, ...rest }) => rest)(teacher('A B', ELSEWHERE)),
      teacher('C D', { ...ELSEWHERE, functions: [{ structure: 'EXT-1', code: 'ENS', label: '' }] }),
    ),
    reviews: [
      { subject: 'A B', says: /n’ont pas pu être lues/, verdict: 'check' },
      { subject: 'C D', says: /n’ont pas pu être lues/, verdict: 'check' },
    ],
  },
  {
    name: 'l’alimentation le retire déjà, ou il est pré-supprimé',
    facts: users(
      teacher('A B', { ...ELSEWHERE, absentSince: '2026-10-01' }),
      teacher('C D', { ...ELSEWHERE, preDeletedOn: '2026-10-01' }),
    ),
    passes: true,
  },
  {
    name: 'un administrateur local (eRun) : à vérifier, le détacher lui retire ce droit',
    facts: users(personnel('A B', { ...ELSEWHERE, localAdmin: true })),
    reviews: [{ subject: 'A B', says: /administrateur local/, verdict: 'check', holds: ['detach-user'] }],
  },
  {
    name: 'en juillet et août, les affectations ne sont pas encore arrivées',
    context: { today: '2027-07-10' },
    facts: users(teacher('A B', ELSEWHERE)),
    reviews: [{ subject: 'A B', says: /fin août/, verdict: 'check' }],
  },
  {
    name: 'le jour de l’alimentation est connu : c’est lui qu’on attend',
    context: { today: '2027-07-10', milestones: { 'staff-feed': '2027-08-24' } },
    facts: users(teacher('A B', ELSEWHERE)),
    reviews: [{ subject: 'A B', says: /n’arrivent que le 24\/08\/2027/, verdict: 'check' }],
  },
  {
    name: 'au 1er septembre, elles le sont',
    context: { today: '2027-09-01' },
    facts: users(teacher('A B', ELSEWHERE)),
    flags: [{ subject: 'A B' }],
  },
  {
    name: 'un AESH a sa propre règle ; élèves et parents ne se détachent pas ainsi',
    facts: users(
      personnel('A B', { ...ELSEWHERE, functions: [away('AEH', 'ACCOMPAGNEMENT')] }),
      pupil('C D', ELSEWHERE),
    ),
    passes: true,
  },
  {
    name: 'en août, l’alimentation datée par l’établissement est passée : on peut détacher',
    facts: users(teacher('A B', ELSEWHERE)),
    context: { today: '2026-08-25', milestones: { 'staff-feed': '2026-08-24' } },
    flags: [{ subject: 'A B', verdict: 'detach' }],
  },
]);
