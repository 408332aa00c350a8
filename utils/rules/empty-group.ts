import { anchorKey } from '@/utils/core/facts';
import { defineRule } from '@/utils/core/rule';
import { isGarGroup } from './group-name';

export const emptyGroup = defineRule({
  id: 'empty-group',
  impact: 'minor',
  title: 'Groupe manuel sans aucun membre',
  why: 'Un groupe vide encombre les listes de partage et fait croire qu’un message a été reçu.',
  remedy:
    'Console d’administration › « Groupes » › ouvrir le groupe › vérifier qu’il ne sert plus › « Supprimer ».',
  source: { guide: '004', section: 'Supprimer des groupes manuels qui n’ont plus lieu d’être (p. 17)' },
  needs: ['manualGroups', 'memberships'],
  *check({ manualGroups, memberships }) {
    const read = new Map(memberships.items.map((list) => [anchorKey(list.at), list]));
    for (const group of manualGroups.items) {
      if (isGarGroup(group.name)) continue;
      const flag = { at: group.at, subject: group.name };
      const list = read.get(anchorKey(group.at));
      if (list?.members.length === 0) {
        yield { ...flag, says: 'La liste de ses membres a été lue : elle est vide.' };
      } else if (!list && group.announcedMembers === 0) {
        yield {
          ...flag,
          says: 'Le compteur annonce 0 membre, mais la liste n’a pas pu être lue.',
          review: true,
        };
      }
    }
  },
});
