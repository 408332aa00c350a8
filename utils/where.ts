import { checklistsOf } from './checklists';
import { transitionOn } from './checklists/calendar';
import { nearestTo } from './checklists/standing';
import { yearOf } from './checklists/year';
import { isoDate } from './core/context';
import { listsOf, loadProgress } from './store/progress';
import type { KnownSchool } from './store/schema';
import { listSchools } from './store/schools';

/** Where a school stands among others, for who goes from one to the next. */
export interface Where {
  /** Title of the phase of its change of year that the day is in, or nearest to. */
  phase?: string;
  /** Other schools of the same site were seen on this computer. */
  several?: true;
}

/** @throws {StorageProblem} */
export async function whereIs(school: KnownSchool): Promise<Where> {
  const today = isoDate(new Date());
  const transition = transitionOn(today);
  const [progress, schools] = await Promise.all([loadProgress(school.key, transition), listSchools()]);
  const lists = listsOf(school, checklistsOf(school.ent), progress, transition);
  const { spans } = yearOf(lists, progress, transition, today);
  const nearest = nearestTo(spans, today);
  const phase = nearest === undefined ? undefined : lists.flatMap((list) => list.phases)[nearest]?.title;
  const others = schools.some(({ host, key }) => host === school.host && key !== school.key);
  return { ...(phase !== undefined && { phase }), ...(others && { several: true }) };
}
