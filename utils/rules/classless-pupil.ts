import type { User } from '@/utils/core/facts';
import { defineRule, type Verdict } from '@/utils/core/rule';
import { hasClassHere, hasPrimary, isLeaving, isManual } from './account';
import { awaitsClasses } from './season';

export const classlessPupil = defineRule({
  id: 'classless-pupil',
  impact: 'minor',
  title: 'Élèves sans classe',
  why: 'Un élève sans classe ne reçoit rien de ce qui est partagé à sa classe ; souvent, il suffit d’attendre l’alimentation.',
  remedy:
    'Attendre quelques jours après l’alimentation de la rentrée, qui suit la bascule d’ONDE dans les écoles. S’il manque encore, vérifier son inscription et sa classe dans la base élèves ; ne pas créer de compte à sa place.',
  source: { guide: '004', section: 'Cas particulier des premières classes (p. 9 et 23)' },
  needs: ['users'],
  uses: ['structure'],
  *check({ users, structure }, { today, milestones, school }) {
    const switched = hasPrimary(structure?.items[0], school);
    const early = awaitsClasses(today, milestones, switched);
    for (const user of users.items) {
      if (user.profile !== 'Student' || isLeaving(user) || !user.classes || hasClassHere(user)) continue;
      const { says, verdict } = situation(user, early, switched);
      yield { at: user.at, subject: user.name, says, review: true, verdict };
    }
  },
});

function situation(user: User, early: boolean, switched: boolean): { says: string; verdict: Verdict } {
  if (user.classesElsewhere && user.classesElsewhere.length > 0)
    return { says: 'Sa seule classe est dans un autre établissement.', verdict: 'check' };
  if (isManual(user)) return { says: 'Compte créé à la main, sans classe.', verdict: 'check' };
  return early
    ? {
        says: `Pas encore de classe : l’alimentation ${switched ? 'qui suit la bascule d’ONDE' : 'de la rentrée'} la donnera, attendez.`,
        verdict: 'nothing',
      }
    : {
        says: 'Pas de classe : nouvelle inscription, INE en attente, ou classe non saisie.',
        verdict: 'check',
      };
}
