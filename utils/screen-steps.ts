import { checklistsOf } from './checklists';
import { datesIn, transitionOn } from './checklists/calendar';
import { type StandingStep, type Year, yearOf } from './checklists/year';
import { isoDate } from './core/context';
import type { PageId } from './core/facts';
import type { ScreenStep } from './core/screen-step';
import type { ScreenAsked } from './messages';
import { stateWords, stepPeriod } from './report/steps';
import { listsOf, loadProgress } from './store/progress';
import { schoolKey } from './store/schools';

/** A screen has room for a reminder, not for a list. */
const MOST_STEPS = 5;

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
      about: stateWords(placed.state)?.text ?? stepPeriod(placed.step, placed.list, dates),
      tone: toneOf(placed),
    }))
    .sort((a, b) => ORDER.indexOf(a.tone) - ORDER.indexOf(b.tone))
    .slice(0, MOST_STEPS);
}

function toneOf({ state, standing }: StandingStep): ScreenStep['tone'] {
  if (state.kind === 'review') return 'review';
  return state.kind === 'done' || state.kind === 'proven' ? 'done' : standing;
}
