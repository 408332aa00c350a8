import { type Action, defineRule } from '@/utils/core/rule';
import { isManual } from './account';
import { daysBetween, daysLater, frenchDate } from './dates';

export const pendingDeletion = defineRule({
  id: 'pending-deletion',
  impact: 'minor',
  title: 'Comptes en attente de pré-suppression ou pré-supprimés',
  why: 'La plateforme les retire d’elle-même ; ce qu’ils ont produit disparaît avec eux à l’échéance.',
  remedy:
    'Rien à faire pour qui est vraiment parti. Sinon, avant l’échéance : ouvrir la fiche › « Restaurer » si le compte est pré-supprimé ; s’il est en attente, faire corriger ONDE ou l’annuaire académique.',
  source: {
    guide: '004',
    section: 'Mini FAQ, élèves et parents qui quittent l’école (p. 24) ; entcore, délais',
  },
  needs: ['users'],
  uses: ['platform'],
  *check({ users, platform }, { today }) {
    const delays = platform?.items[0];
    for (const user of users.items) {
      const { at, name: subject, profile, absentSince, preDeletedOn } = user;
      const flag = { at, subject, review: true, verdict: 'nothing' } as const;
      if (preDeletedOn) {
        const end = deadline(preDeletedOn, delays?.deletion, today, 'Effacement définitif');
        yield {
          ...flag,
          says: `Pré-supprimé. ${end}`,
          unless: 'Si la personne est encore là : « Restaurer ».',
        };
      } else if (absentSince) {
        const delay = profile && delays?.preDeletion[profile];
        yield {
          ...flag,
          says: `Absent de l’alimentation depuis le ${frenchDate(absentSince)}. ${deadline(absentSince, delay, today, 'Pré-suppression')}`,
          unless: 'Si l’alimentation le nomme de nouveau, le compte reste.',
          ...(!isManual(user) && { holds: ['delete-user', 'predelete-user'] satisfies Action[] }),
        };
      }
    }
  },
});

function deadline(since: string, delay: number | undefined, today: string, what: string): string {
  if (delay === undefined) return `${what} après un délai qui n’a pas pu être lu.`;
  const end = daysLater(since, delay);
  const left = daysBetween(today, end);
  if (left <= 0) return `${what} à la prochaine nuit.`;
  return `${what} le ${frenchDate(end)}, dans ${left} jour${left > 1 ? 's' : ''}.`;
}
