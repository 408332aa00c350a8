import type { School } from '@/utils/core/context';
import type { EntId, Facts } from '@/utils/core/facts';
import { solid } from '@/utils/matching/fold';
import { send } from '@/utils/messages';
import { schoolPaths } from '@/utils/rules/hierarchy-name';

/** What a site calls its only school. */
const GENERIC = new Set(['', 'etablissement', 'organisation', 'organization', 'site', 'school']);

/** The school of a screen that names none, where another screen of the same tab has; `undefined` when that can't be told. */
export type SchoolElsewhere = (facts: Facts) => School | undefined;

/** Asks once which school the tab is about; `changed` once it is known. */
export function schoolElsewhere(ent: EntId, changed: () => void): SchoolElsewhere {
  let asked = false;
  let known: School | undefined;
  return (facts) => {
    const names = schoolsNamed(facts);
    if (!names) return undefined;
    if (!asked) {
      asked = true;
      send('school/of-tab', { host: location.host, ent }).then(
        (found) => {
          if (found?.ent !== ent) return;
          const { id, name, uai } = found;
          known = { id, name, ...(uai && { uai }) };
          changed();
        },
        () => undefined,
      );
    }
    return known && speaksOf(facts, known) ? known : undefined;
  };
}

/** True for the lists of the administration, which bear no school code. */
export function namesNoSchool(facts: Facts): boolean {
  return schoolsNamed(facts) !== undefined;
}

/** True when such lists may be of that school: they speak of one at most, which is called as it is. */
export function speaksOf(facts: Facts, { name, uai }: School): boolean {
  const names = schoolsNamed(facts);
  if (!names || names.length > 1) return false;
  // A school known by its code alone may be called anything.
  return (uai !== undefined && name.endsWith(uai)) || names.every((one) => isLike(one, name));
}

/**
 * The schools that lists of the administration speak of; `undefined` on any other screen. An import under way is never
 * taken for that of a school seen elsewhere: the wrong file would be held for the right one.
 */
function schoolsNamed(facts: Facts): string[] | undefined {
  const { courses, strategies, strategyUsers, listedUsers, hierarchy } = facts;
  const lists = [courses, strategies, strategyUsers, listedUsers].filter((list) => list !== undefined);
  if (hierarchy) {
    const schools = [...schoolPaths(hierarchy.items)];
    return schools.map((path) => path.split('\u0000').at(-1) ?? '');
  }
  if (lists.length === 0) return undefined;
  return [
    ...new Set(lists.flatMap(({ items }) => items.map(({ organisation = '' }) => organisation))),
  ].filter(Boolean);
}

/** « COLLEGE MOLIERE (49-BEAUFORT EN VALLEE) » and « Collège Molière ». */
function isLike(written: string, name: string): boolean {
  const [one, other] = [written.replace(/\(.*\)/, ''), name].map(solid);
  if (one === undefined || GENERIC.has(one)) return true;
  return Boolean(other) && (one.includes(other ?? '') || (other ?? '').includes(one));
}
