import { expect, test } from 'vitest';
import { testRule } from '@/tests/helpers/test-rule';
import { account, delays, pupil, users } from '@/tests/helpers/users';
import { audit } from '@/utils/core/audit';
import { contextOn } from '@/utils/core/context';
import { pendingDeletion } from '@/utils/rules/pending-deletion';

testRule(pendingDeletion, [
  {
    name: 'absent de l’alimentation : le compte à rebours, et la suppression est retenue',
    facts: { ...users(pupil('A B', { absentSince: '2026-10-24' })), platform: delays(30, 90) },
    reviews: [
      {
        subject: 'A B',
        says: /depuis le 24\/10\/2026.*Pré-suppression le 22\/01\/2027, dans 60 jours/,
        verdict: 'nothing',
        holds: ['delete-user', 'predelete-user'],
      },
    ],
  },
  {
    name: 'pré-supprimé : l’effacement, au délai de la suppression',
    facts: {
      ...users(pupil('A B', { absentSince: '2026-08-01', preDeletedOn: '2026-11-22' })),
      platform: delays(2, 90),
    },
    reviews: [
      {
        subject: 'A B',
        says: /Effacement définitif dans 1 jour\s: à lever avant le 24\/11\/2026/,
        holds: [],
      },
    ],
  },
  {
    name: 'échéance passée',
    facts: { ...users(pupil('A B', { preDeletedOn: '2026-01-01' })), platform: delays(90) },
    reviews: [{ subject: 'A B', says: /prochaine nuit/ }],
  },
  {
    name: 'délais illisibles, ou absents pour ce profil',
    facts: {
      ...users(
        pupil('A B', { preDeletedOn: '2026-11-01' }),
        account('Guest', 'C D', { absentSince: '2026-11-01' }),
      ),
    },
    reviews: [
      { subject: 'A B', says: /n’a pas pu être lu/ },
      { subject: 'C D', says: /n’a pas pu être lu/ },
    ],
  },
  {
    name: 'présent dans l’alimentation, ou rien de lu là-dessus',
    facts: users(pupil('A B'), (({ absentSince: _, preDeletedOn: __, ...rest }) => rest)(pupil('C D'))),
    passes: true,
  },
]);

test('la plus proche échéance d’abord, celles qu’on ne sait pas à la fin', () => {
  const facts = {
    ...users(
      account('Guest', 'SANS DÉLAI', { absentSince: '2026-11-01' }),
      pupil('TARD', { preDeletedOn: '2026-11-20' }),
      pupil('BIENTÔT', { absentSince: '2026-08-30' }),
    ),
    platform: delays(90),
  };
  const context = contextOn(new Date('2026-11-23T12:00:00'), { ent: 'edifice' });
  const [result] = audit([pendingDeletion], facts, context);
  expect(result?.flags.map(({ subject }) => subject)).toEqual(['BIENTÔT', 'TARD', 'SANS DÉLAI']);
  expect(result?.flags[0]?.says).toMatch(/dans 5 jours\s: à lever avant le 28\/11\/2026/);
});
