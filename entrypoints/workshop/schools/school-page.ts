import type { SchoolView } from '@/components/workshop/schools/view';
import type { StandingPhase } from '@/utils/checklists/phases';
import { pageTitle } from '@/utils/ents';
import { ALL_RULES } from '@/utils/rules';
import { schoolView } from './fiche-view';
import type { BoardCard } from './join-cards';
import type { Opened } from './open-school';
import { phaseRows } from './phase-view';

export { openSchool } from './open-school';

/** The page of one school, in the words of the rules and of the screens. */
export function pageOf(
  card: BoardCard,
  opened: Opened,
  phases: readonly StandingPhase[] | undefined,
): SchoolView {
  return schoolView(card, opened, ALL_RULES, pageTitle, phaseRows(phases));
}
