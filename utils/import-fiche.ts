import { audit, type RuleResult } from './core/audit';
import { contextOn, type School } from './core/context';
import type { EntId, Facts, Gathered } from './core/facts';
import type { RuleCount } from './core/fiche';
import type { ControlledImport, ImportRequest } from './import-messages';
import { countsOf } from './report/figures';
import { rosterFigures } from './report/file-figures';
import { USER_FILE_RULES } from './rules/lists/user-files';
import { type Concluded, type FiledSchool, fileControl } from './store/fiches';
import { listSchools, schoolKey } from './store/schools';
import { loadSwitches } from './switches';
import type { ControlledTimetable, TimetableRequest } from './timetable-messages';

/** Whom a control is of, and under which box. */
export type ControlOf = Pick<ImportRequest, 'host' | 'platform' | 'school' | 'updateAll'>;

/**
 * Files what the control of the files chosen in the ENT's own import found, as the workshop does of its own: in numbers.
 * Files that were not all compared with an export are no whole control, and neither is one of no known school.
 * @throws {StorageProblem}
 */
export async function fileImport(control: ControlledImport, of: ControlOf): Promise<void> {
  const { school, host, platform: ent } = of;
  if (!school || !isWhole(control)) return;
  const { off } = await loadSwitches();
  await fileControl(concluded(control, of, off, new Date()), await filedSchool(school, ent, host));
}

/**
 * The same of a timetable chosen on an import screen. A file of another school tells nothing of this one.
 * @throws {StorageProblem}
 */
export async function fileTimetable(
  { results }: ControlledTimetable,
  { school, ent, host }: TimetableRequest,
): Promise<void> {
  const isOfAnother = results.some(({ rule, flags }) => rule === 'wrong-school-file' && flags.length > 0);
  if (!school || isOfAnother) return;
  const { off } = await loadSwitches();
  const counts = countsOf(results).filter(({ rule }) => !off.has(rule));
  const control = {
    at: new Date().toISOString(),
    by: 'timetable-file',
    counts,
    read: [],
    figures: {},
  } as const;
  await fileControl(control, await filedSchool(school, ent, host));
}

/** A school as a fiche names it; what earlier visits know completes what the screen says. */
async function filedSchool(school: School, ent: EntId, host: string): Promise<FiledSchool> {
  const key = schoolKey({ ent, host, id: school.id });
  const known = (await listSchools()).find((one) => one.key === key);
  return { ...known, ...school, key, ent, host };
}

/** True when every file was compared with an export. */
export function isWhole({ compared, facts }: ControlledImport): boolean {
  return compared.length > 0 && facts.uncontrolledFiles?.items.length === 0;
}

/** What the rules about files conclude, in numbers. Pure. */
export function concluded(
  { facts, prediction }: ControlledImport,
  { platform: ent, school, updateAll = false }: ControlOf,
  off: ReadonlySet<string>,
  now: Date,
): Concluded {
  const rules = Object.values(USER_FILE_RULES).filter(({ id }) => !off.has(id));
  // Rules that know of cases left out say so in a flag of its own: here they are counted one by one.
  const lists = Object.entries(facts) as [string, Gathered<unknown>][];
  const shown = Object.fromEntries(lists.map(([name, { items, complete }]) => [name, { items, complete }]));
  const context = contextOn(now, { ent, updateAll, ...(school && { school }) });
  const results = audit(rules, shown as Facts, context);
  const counts = countsOf(results).map((count) => withCut(count, results, facts));
  const figures = rosterFigures({ ...(prediction && { prediction }) }, updateAll);
  return { at: now.toISOString(), by: 'user-files', counts, read: [], figures };
}

/** A panel shows the first cases of a long list: how many there are is told beside it. */
function withCut(count: RuleCount, results: readonly RuleResult[], facts: Facts): RuleCount {
  const { flags = [] } = results.find(({ rule }) => rule === count.rule) ?? {};
  const needs = USER_FILE_RULES[count.rule as keyof typeof USER_FILE_RULES].needs as readonly string[];
  const cut = needs.map((name) => {
    const { complete, read, items } = (facts as Record<string, Gathered<unknown> | undefined>)[name] ?? {};
    return complete === false ? (read?.total ?? 0) - (items?.length ?? 0) : 0;
  });
  const missing = flags.length === 0 ? 0 : Math.max(0, ...cut);
  return count.reviews > 0
    ? { ...count, reviews: count.reviews + missing }
    : { ...count, violations: count.violations + missing };
}
