import { defineRule } from '@/utils/core/rule';
import { isGarGroup } from './group-name';

export const unlockedGarGroup = defineRule({
  id: 'unlocked-gar-group',
  impact: 'critical',
  title: 'Groupe « Resp-Affect-GAR » à conserver',
  why: 'Ce groupe donne le droit d’affecter les ressources numériques du GAR : supprimé, plus personne ne peut les affecter.',
  remedy:
    'Ne pas supprimer ni renommer ce groupe. Pour changer qui affecte les ressources : ouvrir le groupe › « Gérer les utilisateurs du groupe ».',
  source: { guide: '004', section: 'Supprimer des groupes manuels, avertissement (p. 17)' },
  needs: ['manualGroups'],
  *check({ manualGroups }) {
    for (const { at, name, deletionLocked } of manualGroups.items) {
      if (!isGarGroup(name) || deletionLocked === true) continue;
      const holds = ['delete-group'] as const;
      yield deletionLocked === false
        ? {
            at,
            subject: name,
            holds,
            says: 'La plateforme ne l’a pas verrouillé : le bouton « Supprimer » agirait.',
          }
        : {
            at,
            subject: name,
            holds,
            review: true,
            says: 'À garder. Cette liste ne dit pas s’il est verrouillé.',
          };
    }
  },
});
