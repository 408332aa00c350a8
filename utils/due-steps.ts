import { checklistsOf } from './checklists';
import { transitionOn } from './checklists/calendar';
import { pressOf } from './checklists/pressing';
import { type Year, yearOf } from './checklists/year';
import { read } from './store/db';
import { listsOf, loadProgress } from './store/progress';
import type { KnownSchool } from './store/schema';
import { listSchools } from './store/schools';

/** What presses in one school on a day. */
export interface DueSchool {
  key: string;
  name: string;
  /** Contradicted by a reading; past their period; to be done now. */
  review: number;
  late: number;
  now: number;
  /** Each step with how it presses, « now edifice-primary/sort-aesh »: what was already told is told once. */
  pressing: readonly string[];
}

/** What presses in one school's year: the same steps as the popup counts. Pure. */
export function dueIn({ key, name }: Pick<KnownSchool, 'key' | 'name'>, year: Year): DueSchool {
  const due = { review: 0, late: 0, now: 0 };
  const pressing: string[] = [];
  for (const placed of year.steps) {
    const press = pressOf(placed);
    if (!press) continue;
    due[press]++;
    pressing.push(`${press} ${placed.name}`);
  }
  return { key, name, ...due, pressing };
}

/** Where somebody says something of a school's year: a school only passed by on a screen reminds nobody of anything. */
const SAID = ['ticks', 'notes', 'dates', 'years', 'ownSteps'] as const;

/**
 * What presses in the schools that are followed on a day (ISO): those of which something was said for this change of
 * year, or the only one that was ever seen. An archived year is over.
 * @throws {StorageProblem}
 */
export async function dueSchools(today: string): Promise<DueSchool[]> {
  const transition = transitionOn(today);
  const due: DueSchool[] = [];
  for (const school of await schoolsFollowed(transition))
    due.push(...(await dueOf(school, transition, today)));
  return due;
}

/** What presses in one school, when it is followed. @throws {StorageProblem} */
export async function dueInSchool(key: string, today: string): Promise<DueSchool | undefined> {
  const transition = transitionOn(today);
  const school = (await schoolsFollowed(transition)).find((one) => one.key === key);
  const [due] = school ? await dueOf(school, transition, today) : [];
  return due;
}

async function schoolsFollowed(transition: number): Promise<readonly KnownSchool[]> {
  const schools = await listSchools();
  const keys = await read([...SAID], (tx) =>
    Promise.all(SAID.map((name) => tx.objectStore(name).getAllKeys())),
  );
  const all = keys.flat() as readonly (readonly [string, number])[];
  const said = new Set(all.filter(([, year]) => year === transition).map(([school]) => school));
  return schools.filter(({ key }) => schools.length === 1 || said.has(key));
}

/** None or one. */
async function dueOf(school: KnownSchool, transition: number, today: string): Promise<DueSchool[]> {
  const progress = await loadProgress(school.key, transition);
  if (progress.year?.archivedAt) return [];
  const lists = listsOf(school, checklistsOf(school.ent), progress, transition);
  const due = dueIn(school, yearOf(lists, progress, transition, today));
  return due.pressing.length > 0 ? [due] : [];
}

/** « 2 étapes en retard, 1 à faire maintenant ». */
export function dueText({ review, late, now }: Pick<DueSchool, 'review' | 'late' | 'now'>): string {
  const parts = [
    [review, 'à revoir'],
    [late, 'en retard'],
    [now, 'à faire maintenant'],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, words], index) =>
      index === 0 ? `${count} étape${count > 1 ? 's' : ''} ${words}` : `${count} ${words}`,
    )
    .join(', ');
}
