import type { MilestoneDates } from '@/utils/core/milestones';
import { defineRule, type Flag } from '@/utils/core/rule';
import { awaitsClasses, awaitsStaffFeed } from './season';

export const untimelyTransition = defineRule({
  id: 'untimely-transition',
  impact: 'critical',
  title: '« Changement d’année scolaire » coché dans l’import',
  why: 'L’import supprime d’abord toutes les classes, leurs groupes et les groupes d’enseignement : ce qui leur était partagé est perdu, sans retour.',
  remedy:
    'Console d’administration › « Imports / Exports » › décocher « Changement d’année scolaire », sauf pour le premier import de la nouvelle année, une seule fois.',
  source: { guide: 'entcore', section: 'changement d’année : classes, groupes et partages supprimés' },
  needs: ['importWizard'],
  *check({ importWizard }, { today, milestones }) {
    for (const { at, transition, automatic } of importWizard.items) {
      if (!transition || at.in !== 'page') continue;
      const flag = { at: { ...at, key: 'transitionOption' }, subject: 'Changement d’année scolaire' };
      yield { ...flag, ...situation(automatic, today, milestones) };
    }
  },
});

function situation(
  automatic: boolean,
  today: string,
  milestones: MilestoneDates | undefined,
): Omit<Flag, 'at' | 'subject'> {
  const holds = ['import-with-transition'] as const;
  const fed = automatic
    ? ' L’annuaire académique alimente l’établissement : demandez d’abord à l’académie si elle fait ce changement.'
    : '';
  if (!awaitsClasses(today, milestones))
    return {
      holds,
      says: `Hors de la période de rentrée : les classes de cette année et leurs partages seraient effacés.${fed}`,
    };
  if (!awaitsStaffFeed(today, milestones))
    return {
      holds,
      review: true,
      says: `S’il a déjà été fait pour cette rentrée, ce sont les nouvelles classes qui seraient effacées.${fed}`,
    };
  const says = `À faire une seule fois, avec des fichiers complets.${fed}`;
  return automatic ? { holds, review: true, says } : { review: true, says };
}
