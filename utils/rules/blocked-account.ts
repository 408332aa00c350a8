import type { User } from '@/utils/core/facts';
import { defineRule } from '@/utils/core/rule';
import { hasClassHere, isLeaving, worksHere } from './account';

export const blockedAccount = defineRule({
  id: 'blocked-account',
  impact: 'minor',
  title: 'Comptes bloqués de personnes qui sont ici',
  why: 'Un compte bloqué le reste d’une année sur l’autre : la personne ne peut pas se connecter tant que personne ne le débloque.',
  remedy:
    'Console d’administration › « Utilisateurs » › filtre « Blocage » › ouvrir la fiche › « Débloquer le compte », si le blocage n’est plus voulu.',
  source: { guide: 'entcore', section: 'comptes bloqués, filtre « Blocage »' },
  needs: ['users'],
  *check({ users }) {
    for (const user of users.items) {
      if (user.blocked !== true || isLeaving(user)) continue;
      const flag = { at: user.at, subject: user.name };
      const tie = tieOf(user);
      if (tie)
        yield {
          ...flag,
          says: `${tie} : à débloquer, si le blocage n’est plus voulu.`,
          review: true,
          verdict: 'check',
          unless: 'Si le blocage est voulu, ne rien faire.',
        };
      else
        yield {
          ...flag,
          says: 'La personne ne peut déjà plus se connecter ; le compte reste dans l’annuaire et dans les partages.',
          cardOnly: true,
        };
    }
  },
});

/** What says that the person is here this year, and would miss the account. */
function tieOf(user: User): string {
  if (worksHere(user)) return 'L’annuaire lui donne une fonction ici';
  if (hasClassHere(user)) return 'Une classe d’ici figure sur sa fiche';
  return user.attachment === 'here' ? 'C’est son établissement de rattachement' : '';
}
