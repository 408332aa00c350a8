import type { SchoolYear } from '@/utils/core/context';
import type { HierarchyNode } from '@/utils/core/itslearning-facts';
import { fold } from '@/utils/matching/fold';
import { type NamedYear, schoolYearIn } from './group-name';

/** What the name of a node says of who made it. */
export interface AutomaticName {
  /** « apprenants », « espaces de travail »… */
  stem: string;
  /** True for the hierarchies that the sources name; others are only known by their mark. */
  known: boolean;
  year?: NamedYear;
  /** True when somebody has added or taken words. */
  altered: boolean;
}

/** « [synchronisé] » and « [Synchronisé] » (source 000 §1.2). */
const MARK = /\s*\[\s*synchronis[ée]s?\s*\]\s*/iu;
const USERS = ['apprenants', 'responsables'];
const COURSES = ['espaces de travail', 'cours'];

/** Recognises a hierarchy made by the platform; `undefined` for one made by hand. */
export function automaticName(name: string): AutomaticName | undefined {
  const year = schoolYearIn(name);
  const certain = year?.certain ? { year } : {};
  const mark = MARK.exec(name);
  const bare = fold(year?.certain ? name.replace(year.written, ' ') : name).replace(
    /^espace de travail\b/,
    'espaces de travail',
  );
  if (mark) {
    const stem = fold(name.slice(0, mark.index));
    const after = name.slice(mark.index + mark[0].length);
    return { stem, known: USERS.includes(stem), altered: after !== '', ...certain };
  }
  if (USERS.includes(bare)) return { stem: bare, known: true, altered: !year?.certain, ...certain };
  if (COURSES.includes(bare) && year?.certain) return { stem: bare, known: true, altered: false, year };
  if (bare.startsWith('espaces de travail'))
    return { stem: 'espaces de travail', known: true, altered: true, ...certain };
  return undefined;
}

/** Paths of the nodes that hold hierarchies made by the platform: the schools, each with its own. */
export function schoolPaths(nodes: readonly HierarchyNode[]): Set<string> {
  const holders = nodes.filter(({ name }) => automaticName(name)?.known).map(({ path }) => path);
  const paths = new Set(holders.map(pathKey));
  // A hierarchy dragged into another makes no school of it.
  return new Set(
    holders.filter((path) => path.length === 0 || !paths.has(pathKey(path.slice(0, -1)))).map(pathKey),
  );
}

/** A path as one text. */
export function pathKey(path: readonly string[]): string {
  return path.join('\u0000');
}

/** True when a name's year is over in that school year. */
export function isPast({ year }: AutomaticName, { startsIn }: SchoolYear): boolean {
  return year !== undefined && year.endsIn <= startsIn;
}
