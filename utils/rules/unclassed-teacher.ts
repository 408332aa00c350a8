import type { User } from '@/utils/core/facts';
import { defineRule } from '@/utils/core/rule';
import { CLASSLESS_FUNCTIONS, hasClassHere, isAcademic, isLeaving, placing, worksHere } from './account';
import { awaitsClasses } from './season';

export const unclassedTeacher = defineRule({
  id: 'unclassed-teacher',
  impact: 'serious',
  title: 'Enseignants sans classe',
  why: 'Le rattachement d’un enseignant à sa classe est à refaire chaque année : sans lui, il ne partage rien à ses élèves ni à leurs parents.',
  remedy:
    'Console d’administration › « Utilisateurs » › profil Enseignant › ouvrir la fiche › « Classe(s) » › « Ajouter une classe ».',
  source: { guide: '004', section: 'Associer les enseignants à leur classe (p. 19)' },
  needs: ['users'],
  uses: ['structure'],
  *check({ users, structure }, { today, milestones }) {
    const levels = structure?.items[0]?.levels ?? [];
    if (levels.length > 0 && !levels.includes(1)) return;
    for (const user of users.items) {
      if (user.profile !== 'Teacher' || isLeaving(user) || !user.classes || hasClassHere(user)) continue;
      const doubt = doubtAbout(user, awaitsClasses(today, milestones), levels.length > 0);
      if (doubt === null) continue;
      yield {
        at: user.at,
        subject: user.name,
        says:
          doubt ??
          'L’annuaire lui donne une fonction ici, et aucune classe de l’école ne figure sur sa fiche.',
        ...(doubt && { review: true }),
      };
    }
  },
});

/** Why only a person can tell; `null` for those of whom no class is awaited, `undefined` when nothing is in doubt. */
function doubtAbout(user: User, early: boolean, levelKnown: boolean): string | null | undefined {
  const where = placing(user);
  if (where === 'elsewhere') return null;
  if (early)
    return 'Aucune classe pour l’instant : les classes n’apparaissent qu’après la bascule d’ONDE, attendez-les.';
  if (worksHere(user, CLASSLESS_FUNCTIONS))
    return 'Fonction de direction ou de documentation : peut n’avoir aucune classe.';
  if (!isAcademic(user))
    return 'Compte que l’annuaire académique ne connaît pas : a-t-il une classe cette année ?';
  if (where === 'untold') return 'Rien ne dit s’il exerce ici : à vérifier avant de lui donner une classe.';
  if (!worksHere(user))
    return 'Rattaché ici sans y avoir de fonction : un remplaçant peut n’avoir aucune classe.';
  return levelKnown
    ? undefined
    : 'Aucune classe ; la plateforme n’a pas dit si l’école est du premier degré.';
}
