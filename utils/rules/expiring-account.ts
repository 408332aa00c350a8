import { defineRule } from '@/utils/core/rule';
import { vanishing } from './lifetime';

export const expiringAccount = defineRule({
  id: 'expiring-account',
  impact: 'critical',
  fate: 'vanishes',
  title: 'Compte créé manuellement qui n’est pas pérenne',
  why: 'La plateforme supprime elle-même les comptes manuels non pérennes : la personne perd son accès et ce qu’elle y a laissé.',
  remedy:
    '« Annuaire » › ouvrir le compte › le rendre pérenne si la personne reste. Sinon, il n’y a rien à faire.',
  source: { guide: '003', section: 'L’Annuaire, comptes créés manuellement' },
  needs: ['createdAccounts'],
  *check({ createdAccounts }) {
    yield* vanishing(createdAccounts.items, 'Ce compte');
  },
});
