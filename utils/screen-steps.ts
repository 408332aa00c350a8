import { checklistsOf } from './checklists';
import { datesIn, type MilestoneDates, transitionOn } from './checklists/calendar';
import { pressOf } from './checklists/pressing';
import { isSettled } from './checklists/progress';
import { type StandingStep, type Year, yearOf } from './checklists/year';
import { isoDate } from './core/context';
import type { FactName, PageId } from './core/facts';
import type { ScreenStep } from './core/screen-step';
import { speaksOf } from './ents/hosts';
import type { ScreenAsked } from './messages';
import { awaitedDate } from './report/counts';
import { stateWords, stepPeriod } from './report/steps';
import { listLearnedPages } from './store/learned-pages';
import { listsOf, loadProgress } from './store/progress';
import { schoolKey } from './store/schools';

/** What presses most first. */
const ORDER: readonly ScreenStep['tone'][] = ['review', 'late', 'now', 'unknown', 'later', 'over', 'done'];

/** The steps of a school's year that are carried out on a screen, or proven by it. @throws {StorageProblem} */
export async function stepsForScreen({ school, page: shown }: ScreenAsked): Promise<readonly ScreenStep[]> {
  const today = isoDate(new Date());
  const transition = transitionOn(today);
  const progress = await loadProgress(schoolKey(school), transition);
  if (progress.year?.archivedAt) return [];
  const page = await usualPage(shown, school.host);
  const lists = listsOf(school, checklistsOf(school.ent), progress, transition);
  return stepsOn(page, yearOf(lists, progress, transition, today), transition);
}

/** The screen in whose place each kind of facts may be taught: its steps are carried out on the one that was taught. */
export const USUAL_PAGES: Partial<Record<string, PageId>> = {
  manualGroups: 'edifice/manual-groups',
  courses: 'itslearning/courses',
  strategyUsers: 'itslearning/strategies',
  freeGroups: 'skolengo/free-groups',
  createdAccounts: 'skolengo/created-accounts',
  sections: 'skolengo/sections',
  binnedSections: 'skolengo/section-bin',
  accessBlocks: 'skolengo/access-blocking',
  timetableImports: 'skolengo/timetable-import',
  inboxes: 'skolengo/inbox',
} satisfies Partial<Record<FactName, PageId>>;

async function usualPage(page: PageId, host: string): Promise<PageId> {
  const taught = (await listLearnedPages()).find(
    (one) => one.descriptor.id === page && speaksOf(one.host, host),
  );
  return (taught && USUAL_PAGES[taught.descriptor.fact]) ?? page;
}

/** The same for a year that is already judged. Pure. */
export function stepsOn(page: PageId, year: Year, transition: number): readonly ScreenStep[] {
  const dates = datesIn(year.dates);
  return year.steps
    .filter(({ step }) => step.where?.page === page && step.who !== 'platform')
    .map((placed) => ({
      text: placed.step.text,
      about: aboutOf(placed, dates, transition),
      tone: toneOf(placed),
      ...(placed.state.kind === 'proven' && { proven: true as const }),
      ...(placed.step.reminder && { reminder: true as const }),
    }))
    .sort((a, b) => ORDER.indexOf(a.tone) - ORDER.indexOf(b.tone));
}

function aboutOf(placed: StandingStep, dates: MilestoneDates, transition: number): string {
  const { step, state, list, beforeFollowed } = placed;
  const says = stateWords(state)?.text ?? awaitedDate(placed)?.says ?? stepPeriod(step, list, dates);
  if (!beforeFollowed || isSettled(state)) return says;
  return `${says}\u00A0; passée avant que Vigie suive cet établissement, elle reviendra pour la rentrée ${transition + 1}`;
}

/** As every other surface counts: a reminder is never late, and a contradiction counts once. */
function toneOf(placed: StandingStep): ScreenStep['tone'] {
  const press = pressOf(placed);
  if (press) return press;
  if (isSettled(placed.state)) return 'done';
  return placed.step.reminder ? 'later' : placed.standing;
}
