import { checklistsOf } from './checklists';
import { datesIn, type MilestoneDates, transitionOn } from './checklists/calendar';
import { pressOf } from './checklists/pressing';
import { isSettled } from './checklists/progress';
import { type StandingStep, type Year, yearOf } from './checklists/year';
import { isoDate } from './core/context';
import type { PageId } from './core/facts';
import type { ScreenStep } from './core/screen-step';
import type { ScreenAsked } from './messages';
import { awaitedDate } from './report/counts';
import { stateWords, stepPeriod } from './report/steps';
import { listsOf, loadProgress } from './store/progress';
import { schoolKey } from './store/schools';

/** What presses most first. */
const ORDER: readonly ScreenStep['tone'][] = ['review', 'late', 'now', 'unknown', 'later', 'over', 'done'];

/** The steps of a school's year that are carried out on a screen, or proven by it. @throws {StorageProblem} */
export async function stepsForScreen({ school, page }: ScreenAsked): Promise<readonly ScreenStep[]> {
  const today = isoDate(new Date());
  const transition = transitionOn(today);
  const progress = await loadProgress(schoolKey(school), transition);
  if (progress.year?.archivedAt) return [];
  const lists = listsOf(school, checklistsOf(school.ent), progress, transition);
  return stepsOn(page, yearOf(lists, progress, transition, today));
}

/** The same for a year that is already judged. Pure. */
export function stepsOn(page: PageId, year: Year): readonly ScreenStep[] {
  const dates = datesIn(year.dates);
  return year.steps
    .filter(({ step }) => step.where?.page === page && step.who !== 'platform')
    .map((placed) => ({
      text: placed.step.text,
      about: aboutOf(placed, dates),
      tone: toneOf(placed),
      ...(placed.step.reminder && { reminder: true as const }),
    }))
    .sort((a, b) => ORDER.indexOf(a.tone) - ORDER.indexOf(b.tone));
}

function aboutOf(placed: StandingStep, dates: MilestoneDates): string {
  const { step, state, list } = placed;
  return stateWords(state)?.text ?? awaitedDate(placed)?.says ?? stepPeriod(step, list, dates);
}

/** As every other surface counts: a reminder is never late, and a contradiction counts once. */
function toneOf(placed: StandingStep): ScreenStep['tone'] {
  const press = pressOf(placed);
  if (press) return press;
  if (isSettled(placed.state)) return 'done';
  return placed.step.reminder ? 'later' : placed.standing;
}
