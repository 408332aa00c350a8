import type { User } from '@/utils/core/facts';
import { defineRule } from '@/utils/core/rule';
import {
  ADMINISTRATOR_WORDS,
  CLASSLESS_FUNCTIONS,
  hasClassHere,
  hasPrimary,
  isLeaving,
  isStaff,
  worksHere,
} from './account';
import { awaitsClasses } from './season';

export const homeSchoolTeacher = defineRule({
  id: 'home-school-teacher',
  impact: 'serious',
  title: 'Rattachés administrativement ici : à ne pas détacher',
  titleOfOne: 'Établissement de rattachement administratif : à ne pas détacher',
  why: 'Un remplaçant (TZR) ou un stagiaire (PES) n’a parfois ni classe ni fonction ici ; détaché de son établissement de rattachement, il en perd l’accès.',
  remedy:
    'Ne pas cliquer sur la croix rouge de la rubrique « Établissement(s) ». Si la personne change d’établissement, l’alimentation la retire d’elle-même.',
  source: { guide: '004', section: 'Détacher des enseignants, avertissement (p. 14)' },
  needs: ['users'],
  uses: ['structure'],
  *check({ users, structure }, { today, milestones, school }) {
    const early = awaitsClasses(today, milestones, hasPrimary(structure?.items[0], school));
    for (const user of users.items) {
      if (!isStaff(user) || isLeaving(user) || user.attachment !== 'here') continue;
      yield {
        at: user.at,
        subject: user.name,
        says: `${reason(user)}${user.localAdmin ? ` ${ADMINISTRATOR_WORDS}` : ''}`,
        review: true,
        cardOnly: !looksGone(user, early),
        ...((worksHere(user) || hasClassHere(user)) && { why: HARM }),
        holds: ['detach-user'],
        verdict: 'never-detach',
        unless: 'Un autre rattachement administratif, que seule l’alimentation peut donner.',
      };
    }
  },
});

const HARM = 'Détachée de son établissement de rattachement, la personne en perd l’accès.';

/** True for those whom one would be tempted to detach; the others are protected without a word. */
function looksGone(user: User, early: boolean): boolean {
  if (!worksHere(user)) return !hasClassHere(user);
  if (user.profile !== 'Teacher' || hasClassHere(user) || early) return false;
  return !worksHere(user, CLASSLESS_FUNCTIONS);
}

function reason(user: User): string {
  const home = 'C’est son établissement de rattachement';
  if (hasClassHere(user)) return `${home}.`;
  return worksHere(user)
    ? `${home}, même sans classe pour l’instant.`
    : `${home}, même si ni fonction ni classe n’y figurent (remplaçant, TZR, PES).`;
}
