import type { User } from '@/utils/core/facts';
import { defineRule, type Flag } from '@/utils/core/rule';
import {
  ADMINISTRATOR_WORDS,
  attachmentWords,
  hasClassHere,
  isAccompanist,
  isLeaving,
  worksHere,
} from './account';
import { awaitsStaffFeed } from './season';

export const unplacedAesh = defineRule({
  id: 'unplaced-aesh',
  impact: 'serious',
  title: 'AESH à trier : exercent-ils dans l’école\u202f?',
  why: 'Les AESH sont chargés dans tous les établissements de leur PIAL : sans tri, des personnes qui n’exercent pas ici lisent l’annuaire et les partages de l’école.',
  remedy:
    'Console d’administration › « Utilisateurs » › profil Personnel › fiche par fiche, « Établissement(s) » › croix rouge pour qui n’exerce pas ici. Une fois par an, après l’alimentation des personnels.',
  source: { guide: '004', section: 'Détacher des personnels, cas des AESH (p. 15)' },
  needs: ['users'],
  uses: ['memberships'],
  *check({ users, memberships }, { today, milestones }) {
    const groupsOf = new Map<string, string[]>();
    for (const { group, members } of memberships?.items ?? []) {
      for (const { id } of members) if (id) groupsOf.set(id, [...(groupsOf.get(id) ?? []), group]);
    }
    for (const user of users.items) {
      if (!isAccompanist(user) || isLeaving(user) || user.attachment === 'here') continue;
      if (hasClassHere(user) || (worksHere(user) && user.structures?.length === 1)) continue;
      const found = sorting(user, groupsOf.get(user.id) ?? [], awaitsStaffFeed(today, milestones));
      yield { at: user.at, subject: user.name, ...found };
    }
  },
});

function sorting(user: User, groups: readonly string[], early: boolean): Omit<Flag, 'at' | 'subject'> {
  const many = user.structures?.length ?? 0;
  const loaded = many > 1 ? `Compte chargé dans ${many} établissements. ` : '';
  const ties = [
    ...(worksHere(user) ? ['une fonction'] : []),
    ...groups.map((name) => `le groupe « ${name} »`),
  ];
  const tied = `${loaded}${ties.length > 0 ? `Ici : ${ties.join(', ')} ; aucune classe.` : 'Ici : ni fonction, ni classe, ni groupe.'}`;
  const unless = 'Si la personne exerce dans l’école, ne rien faire.';
  const doubt = { review: true, verdict: 'check', unless } as const;
  if (user.localAdmin) return { ...doubt, holds: ['detach-user'], says: `${tied} ${ADMINISTRATOR_WORDS}` };
  if (early) return { ...doubt, says: `${tied} Attendez l’alimentation des personnels, fin août.` };
  if (ties.length > 0) return { ...doubt, says: `${tied} L’école seule sait si la personne y exerce.` };
  if (user.attachment !== 'elsewhere')
    return { ...doubt, says: `${tied} L’école de rattachement est inconnue.` };
  return { verdict: 'detach', unless, says: `${tied} ${attachmentWords(user)}.` };
}
