import type { User } from '@/utils/core/facts';
import { type Action, defineRule } from '@/utils/core/rule';
import { hasClassHere, isLeaving, isManual } from './account';
import { daysLater, frenchDate } from './dates';

export const staleManualAccount = defineRule({
  id: 'stale-manual-account',
  impact: 'serious',
  title: 'Comptes créés à la main une autre année',
  titleOfOne: 'Compte créé à la main une autre année',
  why: 'Aucune alimentation ne retire un compte fait à la main : un ancien intervenant garde son accès et ses partages.',
  remedy:
    'Console d’administration › « Utilisateurs » › filtre « Sources » › « Manuel » › ouvrir la fiche › « Supprimer le compte » (jamais activé) ou « Pré-supprimer le compte » (déjà activé).',
  source: { guide: '004', section: 'Supprimer d’anciens comptes manuels (p. 16)' },
  needs: ['users'],
  uses: ['platform'],
  *check({ users, platform }, { today, schoolYear }) {
    const delay = platform?.items[0]?.deletion;
    const yearStart = `${schoolYear.startsIn}-08-01`;
    for (const user of users.items) {
      if (!isManual(user) || isLeaving(user)) continue;
      if (user.createdOn && user.createdOn >= yearStart) continue;
      const tie = tieOf(user);
      const old = user.createdOn !== undefined && user.createdOn < daysLater(today, -365);
      const since = user.createdOn ? `Créé le ${frenchDate(user.createdOn)}. ` : '';
      yield {
        at: user.at,
        subject: user.name,
        says: `${since}${tie ? `${tie} ` : ''}${consequence(user, today, delay)}`,
        review: true,
        verdict: !tie && old && user.activated !== undefined ? 'purge' : 'check',
        unless: 'Si le compte sert encore cette année, ne rien faire.',
        ...(tie && { holds: ['delete-user', 'predelete-user'] satisfies Action[] }),
      };
    }
  },
});

/** What makes a deletion possibly wrong: the guide itself counts host families among the accounts made by hand (p. 10). */
function tieOf(user: User): string {
  if (user.localAdmin) return 'C’est un administrateur local.';
  if (hasClassHere(user)) return 'Une classe d’ici figure sur sa fiche.';
  if (user.profile === 'Relative') return 'C’est un parent ou une famille d’accueil.';
  return user.profile === 'Student' ? 'C’est un élève.' : '';
}

function consequence({ activated }: User, today: string, delay: number | undefined): string {
  if (activated === undefined) return 'La plateforme n’a pas dit s’il a été activé.';
  if (!activated) return 'Jamais activé : « Supprimer le compte » l’efface tout de suite, définitivement.';
  if (delay === undefined)
    return 'Déjà activé : pré-supprimé, puis effacé après un délai qui n’a pas pu être lu.';
  const end = frenchDate(daysLater(today, delay));
  return `Déjà activé : pré-supprimé aujourd’hui, il serait effacé dans ${delay} jours, le ${end} ; d’ici là, il peut être restauré.`;
}
