import type { Membership, User } from '@/utils/core/facts';
import { defineRule } from '@/utils/core/rule';
import { fold } from '@/utils/matching/fold';
import { hasClassHere, isAcademic, isLeaving, placing } from './account';
import { isGarGroup } from './group-name';
import { awaitsStaffFeed } from './season';

export const teacherOutsideGar = defineRule({
  id: 'teacher-outside-gar',
  impact: 'minor',
  title: 'Enseignants hors du groupe « Resp-Affect-GAR »',
  why: 'Dans le premier degré, l’usage est que chaque enseignant affecte les ressources du GAR ; hors du groupe, il n’y a pas accès.',
  remedy:
    'Console d’administration › « Groupes » › « Resp-Affect-GAR » › « Gérer les utilisateurs du groupe » › filtre « Profils » › « + ». L’accès s’ouvre après l’alimentation suivante, le lendemain.',
  source: { guide: '004', section: 'Rendre les enseignants responsables d’affectation (p. 20)' },
  needs: ['users', 'memberships', 'structure'],
  *check({ users, memberships, structure }, { today, milestones }) {
    const { levels = [], garActive } = structure.items[0] ?? {};
    if (!levels.includes(1) || garActive === false) return;
    const teachers = users.items.filter(teachesHere);
    const inGroup = membership(memberships.items.filter(({ group }) => isGarGroup(group)));
    if (teachers.length > 0 && !inGroup) {
      const at = { in: 'page', page: 'edifice/manual-groups', key: '' } as const;
      yield {
        at,
        subject: 'Resp-Affect-GAR',
        says: 'Le groupe ou ses membres n’ont pas pu être lus.',
        review: true,
      };
    }
    for (const user of inGroup ? teachers : []) {
      if (inGroup?.has(user.id) || inGroup?.has(nameKey(user))) continue;
      const review = awaitsStaffFeed(today, milestones) || !isAcademic(user);
      yield { at: user.at, subject: user.name, says: 'Enseigne ici sans être dans le groupe.', review };
    }
  },
});

function teachesHere(user: User): boolean {
  if (user.profile !== 'Teacher' || isLeaving(user)) return false;
  const where = placing(user);
  return where === 'home' || where === 'works-here' || hasClassHere(user);
}

/** Identifiers of the members, and the names of those read from a screen, which shows no identifier. */
function membership(groups: readonly Membership[]): Set<string> | undefined {
  if (groups.length === 0) return undefined;
  const members = groups.flatMap((group) => group.members);
  return new Set(members.map((member) => member.id ?? nameKey(member)));
}

function nameKey({ name, profile }: Pick<User, 'name' | 'profile'>): string {
  return `${fold(name)}|${profile ?? ''}`;
}
