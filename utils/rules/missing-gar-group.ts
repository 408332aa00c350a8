import { defineRule } from '@/utils/core/rule';
import { isGarGroup } from './group-name';

export const missingGarGroup = defineRule({
  id: 'missing-gar-group',
  impact: 'serious',
  title: 'Aucun groupe « Resp-Affect-GAR »',
  why: 'Sans ce groupe, personne dans l’établissement ne peut affecter les ressources numériques du GAR.',
  remedy:
    'Vérifier dans « Groupes » › « Groupes manuels » ; s’il manque vraiment, demander au centre de services académique de réactiver le GAR pour l’établissement.',
  source: { guide: '004', section: 'Rendre les enseignants responsables d’affectation (p. 20)' },
  needs: ['manualGroups'],
  uses: ['structure'],
  *check({ manualGroups, structure }) {
    if (!manualGroups.complete || manualGroups.items.some(({ name }) => isGarGroup(name))) return;
    const garActive = structure?.items[0]?.garActive;
    if (garActive === false) return;
    yield {
      at: { in: 'page', page: 'edifice/manual-groups', key: '' },
      subject: 'Resp-Affect-GAR',
      says: garActive
        ? 'Le GAR est actif pour cet établissement, mais son groupe ne figure pas dans la liste.'
        : 'Le groupe ne figure pas dans la liste ; vérifiez si l’établissement utilise le GAR.',
      review: true,
    };
  },
});
