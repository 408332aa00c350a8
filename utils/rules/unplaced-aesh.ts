import { defineRule } from '@/utils/core/rule';
import { schoolsOf, sorting } from './accompanist';
import { hasClassHere, isAccompanist, isLeaving, worksHere } from './account';
import { awaitsStaffFeed, staffFeedDay } from './season';

export const unplacedAesh = defineRule({
  id: 'unplaced-aesh',
  impact: 'serious',
  title: 'AESH à trier : exercent-ils dans l’établissement\u202f?',
  titleOfOne: 'AESH à trier : cette personne exerce-t-elle dans l’établissement\u202f?',
  why: 'Les AESH sont chargés dans tous les établissements de leur PIAL : sans tri, des personnes qui n’exercent pas ici lisent l’annuaire et les partages de l’établissement.',
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
    const early = awaitsStaffFeed(today, milestones);
    for (const user of users.items) {
      if (!isAccompanist(user) || isLeaving(user) || user.attachment === 'here') continue;
      if (hasClassHere(user) || (worksHere(user) && schoolsOf(user) === 1)) continue;
      const groups = groupsOf.get(user.id) ?? [];
      const allRead = memberships?.complete === true || user.groups?.length === 0;
      const found = sorting(user, { groups, allRead, ...(early && { awaited: staffFeedDay(milestones) }) });
      yield { at: user.at, subject: user.name, ...found };
    }
  },
});
