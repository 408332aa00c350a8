import { defineRule } from '@/utils/core/rule';
import { vanishing } from './lifetime';

export const expiringGroup = defineRule({
  id: 'expiring-group',
  impact: 'serious',
  fate: 'vanishes',
  title: 'Groupe libre qui n’est pas pérenne',
  why: 'La plateforme supprime elle-même les groupes non pérennes : les partages et les listes de diffusion qui les visent perdent leurs destinataires.',
  remedy:
    '« Annuaire » › ouvrir le groupe › « Durée de vie » › choisir « Non limitée » si le groupe doit survivre. Sinon, il n’y a rien à faire.',
  source: { guide: '003', section: 'L’Annuaire, groupes libres' },
  needs: ['freeGroups'],
  *check({ freeGroups }) {
    yield* vanishing(freeGroups.items, 'Ce groupe');
  },
});
