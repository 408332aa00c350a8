import { defineRule } from '@/utils/core/rule';
import { isAccompanist, isLeaving, isStaff } from './account';
import { departure } from './departure';
import { awaitsStaffFeed, staffFeedDay } from './season';

export const departedTeacher = defineRule({
  id: 'departed-teacher',
  impact: 'serious',
  title: 'Enseignants ou personnels partis, encore rattachés',
  titleOfOne: 'Personne partie, encore rattachée',
  why: 'L’alimentation ne retire jamais un rattachement fait à la main : ces personnes gardent l’annuaire, les messages et les partages de l’établissement.',
  remedy:
    'Console d’administration › « Utilisateurs » › ouvrir la fiche › « Établissement(s) » › croix rouge à côté du nom de l’établissement. Elle détache tout de suite, sans confirmation.',
  source: { guide: '004', section: 'Détacher des enseignants ayant quitté l’école (p. 14)' },
  needs: ['users'],
  *check({ users }, { today, milestones }) {
    for (const user of users.items) {
      if (!isStaff(user) || isLeaving(user) || isAccompanist(user)) continue;
      const awaited = awaitsStaffFeed(today, milestones) ? staffFeedDay(milestones) : undefined;
      const found = departure(user, awaited);
      if (found) yield { at: user.at, subject: user.name, ...found };
    }
  },
});
