import { defineRule } from '@/utils/core/rule';
import { frenchDate } from './dates';
import { isGarGroup, schoolYearIn } from './group-name';

export const undatedGroup = defineRule({
  id: 'undated-group',
  impact: 'minor',
  title: 'Groupe manuel sans année dans son nom',
  why: 'Sans l’année dans le nom, personne ne saura à la rentrée si le groupe sert encore.',
  remedy:
    'Console d’administration › « Groupes » › ouvrir le groupe › « Renommer » en ajoutant l’année scolaire.',
  source: { guide: '004', section: 'Supprimer des groupes manuels, note (p. 17)' },
  needs: ['manualGroups'],
  *check({ manualGroups }) {
    for (const group of manualGroups.items) {
      if (isGarGroup(group.name) || schoolYearIn(group.name)) continue;
      const age = group.createdOn ? ` Il a été créé le ${frenchDate(group.createdOn)}.` : '';
      yield { at: group.at, subject: group.name, says: `Aucune année scolaire dans le nom.${age}` };
    }
  },
});
