import { checklistsOf } from '@/utils/checklists';
import { phasesOf, type StandingPhase } from '@/utils/checklists/phases';
import { yearOf } from '@/utils/checklists/year';
import type { Breathe } from '@/utils/core/breathe';
import type { Card } from '@/utils/core/fiche';
import { listsOf, loadProgressOf, type SchoolProgress } from '@/utils/store/progress';
import { listSchools } from '@/utils/store/schools';

/** Phases by key of the school; a school whose steps nobody follows on this computer has none. */
export type Phases = ReadonlyMap<string, readonly StandingPhase[]>;

/** Schools read in one transaction. */
const SLICE = 20;
/** Schools told of at once: each telling draws the board anew. */
const TOLD = 200;

interface Reading {
  transition: number;
  /** ISO date. */
  today: string;
  breathe: Breathe;
  tell(phases: Phases): void;
  /** False once nobody waits any more. */
  current(): boolean;
}

/**
 * Works out where the phases of each school stand, a few schools at a time.
 * @throws {StorageProblem}
 */
export async function loadPhases(
  cards: readonly Card[],
  { transition, today, breathe, tell, current }: Reading,
): Promise<void> {
  const phases = new Map<string, readonly StandingPhase[]>();
  const schools = new Map((await listSchools()).map((school) => [school.key, school]));
  for (let start = 0; start < cards.length && current(); start += SLICE) {
    const slice = cards.slice(start, start + SLICE);
    const records = await loadProgressOf(
      slice.map(({ school }) => school),
      transition,
    );
    for (const card of slice) {
      const progress = records.get(card.school);
      if (!progress || !isFollowed(progress)) continue;
      const known = schools.get(card.school) ?? card;
      const lists = listsOf(known, checklistsOf(card.ent), progress, transition);
      phases.set(card.school, phasesOf(yearOf(lists, progress, transition, today)));
      await breathe();
    }
    if (start > 0 && start % TOLD === 0) tell(new Map(phases));
  }
  if (current()) tell(phases);
}

/** The fiches of a colleague say nothing of the steps: « tout est en retard » would be invented. */
function isFollowed({ year, ticks, proofs, ownSteps }: SchoolProgress): boolean {
  return (
    year !== undefined ||
    ownSteps.length > 0 ||
    Object.keys(ticks).length > 0 ||
    Object.keys(proofs).length > 0
  );
}
