import { testRule } from '@/tests/helpers/test-rule';
import { pupil, school, teacher, users } from '@/tests/helpers/users';
import { classlessPupil } from '@/utils/rules/classless-pupil';

testRule(classlessPupil, [
  {
    name: 'un élève sans classe en cours d’année',
    facts: users(pupil('A B')),
    reviews: [{ subject: 'A B', says: /INE en attente/, verdict: 'check' }],
  },
  {
    name: 'avant la bascule de ONDE : attendre',
    context: { today: '2027-09-03' },
    facts: users(pupil('A B')),
    reviews: [{ subject: 'A B', says: /attendez/, verdict: 'nothing' }],
  },
  {
    name: 'dans un collège, on attend l’alimentation, pas ONDE',
    context: { today: '2027-09-03' },
    facts: { ...users(pupil('A B')), structure: school([2]) },
    reviews: [{ subject: 'A B', says: /alimentation de la rentrée la donnera/, verdict: 'nothing' }],
  },
  {
    name: 'sa classe est ailleurs',
    facts: users(pupil('A B', { classesElsewhere: ['6eA'] })),
    reviews: [{ subject: 'A B', says: /autre établissement/, verdict: 'check' }],
  },
  {
    name: 'créé à la main',
    facts: users(pupil('A B', { source: 'MANUAL' })),
    reviews: [{ subject: 'A B', says: /à la main/ }],
  },
  { name: 'une classe ici', facts: users(pupil('A B', { classes: ['CP'] })), passes: true },
  {
    name: 'en partance, ou pré-supprimé : aucune classe attendue',
    facts: users(pupil('A B', { absentSince: '2026-10-01' }), pupil('C D', { preDeletedOn: '2026-10-01' })),
    passes: true,
  },
  {
    name: 'classes illisibles, ou pas un élève',
    facts: users((({ classes: _, ...rest }) => rest)(pupil('A B')), teacher('C D')),
    passes: true,
  },
]);
