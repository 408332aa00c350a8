import { testRule } from '@/tests/helpers/test-rule';
import { account, delays, pupil, teacher, users } from '@/tests/helpers/users';
import type { User } from '@/utils/core/facts';
import { staleManualAccount } from '@/utils/rules/stale-manual-account';

const guest = (name: string, known: Partial<User> = {}) =>
  account('Guest', name, { source: 'MANUAL', createdOn: '2021-10-12', ...known });

testRule(staleManualAccount, [
  {
    name: 'jamais activé : effacé tout de suite',
    facts: users(guest('A B', { activated: false })),
    reviews: [
      {
        subject: 'A B',
        says: /12\/10\/2021.*Supprimer le compte.*définitivement/,
        verdict: 'purge',
        holds: [],
      },
    ],
  },
  {
    name: 'déjà activé : pré-supprimé, avec le délai de la plateforme et l’échéance',
    facts: { ...users(guest('A B')), platform: delays(60) },
    reviews: [{ subject: 'A B', says: /60 jours, le 22\/01\/2027/, verdict: 'purge' }],
  },
  {
    name: 'déjà activé, délai illisible : aucun chiffre inventé',
    facts: users(guest('A B')),
    reviews: [{ subject: 'A B', says: /après un délai qui n’a pas pu être lu/ }],
  },
  {
    name: 'activation inconnue',
    facts: users((({ activated: _, ...rest }) => rest)(guest('A B'))),
    reviews: [{ subject: 'A B', says: /n’a pas dit/, verdict: 'check' }],
  },
  {
    name: 'ancien « Paramétrage de la classe »',
    facts: users(guest('A B', { source: 'CLASS_PARAM' })),
    reviews: [{ subject: 'A B' }],
  },
  {
    name: 'date de création inconnue : à vérifier',
    facts: users((({ createdOn: _, ...rest }) => rest)(guest('A B'))),
    reviews: [{ subject: 'A B', verdict: 'check' }],
  },
  {
    name: 'fait l’an passé, il y a moins d’un an : à vérifier',
    facts: users(guest('A B', { createdOn: '2026-06-15' })),
    reviews: [{ subject: 'A B', verdict: 'check' }],
  },
  {
    name: 'famille d’accueil, élève, classe, administrateur local : à vérifier, et la suppression est retenue',
    facts: users(
      account('Relative', 'A B', { source: 'MANUAL' }),
      pupil('C D', { source: 'MANUAL' }),
      teacher('E F', { source: 'MANUAL', classes: ['CP'] }),
      guest('G H', { localAdmin: true }),
    ),
    reviews: ['A B', 'C D', 'E F', 'G H'].map((subject) => ({
      subject,
      verdict: 'check' as const,
      holds: ['delete-user', 'predelete-user'] as const,
    })),
  },
  {
    name: 'fait depuis le 1er août : de cette année',
    facts: users(guest('A B', { createdOn: '2026-08-01' }), guest('C D', { createdOn: '2026-11-23' })),
    passes: true,
  },
  {
    name: 'l’année suivante, le même est d’une autre année',
    context: { today: '2027-08-01' },
    facts: users(guest('A B', { createdOn: '2026-11-23' })),
    reviews: [{ subject: 'A B' }],
  },
  {
    name: 'alimentation, fichier, fédération : pas des comptes manuels',
    facts: users(...['AAF1D', 'AAF', 'CSV', 'SSO', 'EDT'].map((source) => guest(source, { source }))),
    passes: true,
  },
  {
    name: 'déjà pré-supprimé',
    facts: users(guest('A B', { preDeletedOn: '2026-11-01' })),
    passes: true,
  },
]);
