import type { PlatformDelays, User } from '@/utils/core/facts';
import { defineRule, type Flag } from '@/utils/core/rule';
import { isManual } from './account';
import { compareDays, countdown, dayAfter } from './countdown';
import { frenchDate } from './dates';

export const pendingDeletion = defineRule({
  id: 'pending-deletion',
  impact: 'minor',
  title: 'Comptes en attente de pré-suppression ou pré-supprimés',
  titleOfOne: 'Compte en attente de pré-suppression ou pré-supprimé',
  why: 'La plateforme les retire d’elle-même ; ce qu’ils ont produit disparaît avec eux à l’échéance.',
  remedy:
    'Rien à faire pour qui est vraiment parti. Sinon, avant l’échéance : ouvrir la fiche › « Restaurer » si le compte est pré-supprimé ; s’il est en attente, faire corriger la base élèves ou l’annuaire académique.',
  source: {
    guide: '004',
    section: 'Mini FAQ, élèves et parents qui quittent l’école (p. 24) ; entcore, délais',
  },
  needs: ['users'],
  uses: ['platform'],
  *check({ users, platform }, { today }) {
    const delays = platform?.items[0];
    const pending = users.items.flatMap((user) => pendingOf(user, delays) ?? []);
    for (const { user, says, end, ...flag } of pending.sort((a, b) => compareDays(a.end, b.end))) {
      const next = countdown(end, today, user.preDeletedOn ? 'Effacement définitif' : 'Pré-suppression');
      yield {
        at: user.at,
        subject: user.name,
        review: true,
        verdict: 'nothing',
        ...flag,
        says: `${says} ${next}`,
      };
    }
  },
});

/** What is known of an account on its way out; `end` is the day of what the platform will do next, where it can be told. */
interface Pending extends Pick<Flag, 'unless' | 'holds'> {
  user: User;
  says: string;
  end?: string | undefined;
}

function pendingOf(user: User, delays: PlatformDelays | undefined): Pending | undefined {
  const { profile, absentSince, preDeletedOn } = user;
  if (preDeletedOn) {
    const unless = 'Si la personne est encore là : « Restaurer ».';
    return { user, says: 'Pré-supprimé.', unless, end: dayAfter(preDeletedOn, delays?.deletion) };
  }
  if (!absentSince) return undefined;
  return {
    user,
    says: `Absent de l’alimentation depuis le ${frenchDate(absentSince)}.`,
    unless: 'Si l’alimentation le nomme de nouveau, le compte reste.',
    end: dayAfter(absentSince, profile && delays?.preDeletion[profile]),
    ...(!isManual(user) && { holds: ['delete-user', 'predelete-user'] }),
  };
}
