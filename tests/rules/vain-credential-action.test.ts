import { testRule } from '@/tests/helpers/test-rule';
import { account, personnel, pupil, teacher, users } from '@/tests/helpers/users';
import { vainCredentialAction } from '@/utils/rules/vain-credential-action';

testRule(vainCredentialAction, [
  {
    name: 'personnels de l’académie : dit sur leur fiche seulement',
    facts: users(teacher('A B'), personnel('C D', { source: 'AAF' })),
    cards: [{ subject: 'A B', says: /académiques/ }, { subject: 'C D' }],
    passes: true,
  },
  {
    name: 'parents : EduConnect',
    facts: users(account('Relative', 'A B')),
    cards: [{ subject: 'A B', says: /EduConnect/ }],
    passes: true,
  },
  {
    name: 'élèves et comptes manuels se règlent dans l’ENT',
    facts: users(pupil('A B'), teacher('C D', { source: 'MANUAL' }), account('Guest', 'E F')),
    passes: true,
  },
  {
    name: 'en partance',
    facts: users(teacher('A B', { absentSince: '2026-10-01' })),
    passes: true,
  },
]);
