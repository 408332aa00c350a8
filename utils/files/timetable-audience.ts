import type { Audience, ClassPart } from '@/utils/core/timetable-facts';

/** Whom a lesson is for, as a file says it. */
export interface Attendance {
  groups: readonly string[];
  classes: readonly string[];
  parts: readonly ClassPart[];
  /** The class that holds all of the groups, when the notation names one only. */
  homeClass?: string;
}

/** What the platform makes of a lesson. */
export interface Outcome {
  audience: Audience;
  courses: readonly string[];
  otherCourse?: string;
}

/**
 * What the platform makes of a lesson (source 001 §2, §3.8, §5.4): a course for its groups, else one for each of its
 * classes, named « MATIERE - CLASSE » or « MATIERE - GROUPE »; nothing for a part of a class alone. Lessons of groups
 * that one class holds are shown in the class's own course by §3.9, in one of the group's name by §3.8: both are given.
 */
export function outcomeOf(subject: string, { groups, classes, parts, homeClass }: Attendance): Outcome {
  const courseFor = (attendees: string) => `${subject} - ${attendees}`;
  const audience = audienceOf(groups, classes, parts);
  if (subject === '' || audience === 'part' || audience === 'none') return { audience, courses: [] };
  if (audience !== 'group') return { audience, courses: [...new Set(classes)].map(courseFor) };
  const own = classes.length === 1 ? classes[0] : homeClass;
  return {
    audience,
    courses: [courseFor([...new Set(groups)].join('/'))],
    ...(own !== undefined && { otherCourse: courseFor(own) }),
  };
}

function audienceOf(
  groups: readonly string[],
  classes: readonly string[],
  parts: readonly ClassPart[],
): Audience {
  if (groups.length > 0) return 'group';
  if (classes.length > 0) return classes.length > 1 ? 'classes' : 'class';
  return parts.length > 0 ? 'part' : 'none';
}

/**
 * Reads EDT's notation of an audience: `[groupe]`, `<classe> <partition> partie`, or the name of a class, separated by
 * commas. Parts that follow a `[groupe]` only say what it is made of.
 */
export function readAudienceCell(cell: string): Attendance {
  const groups = new Set<string>();
  const classes = new Set<string>();
  const parts = new Map<string, ClassPart>();
  const homes = new Set<string>();
  for (const item of splitOutside(cell)) {
    const [, inBrackets = '', madeOf = ''] = /^\[([^\]]*)\]\s*(?:<([^>]*)>)?/.exec(item) ?? [];
    if (inBrackets.trim()) {
      groups.add(inBrackets.trim());
      homes.add(madeOf.trim());
      continue;
    }
    const part = /^<([^>]*)>\s*(?:<([^>]*)>)?\s*(.*)$/.exec(item);
    if (!part) {
      classes.add(item);
      continue;
    }
    const [, ofClass = '', partition = '', rest = ''] = part;
    const name = rest.trim() || partition.trim();
    parts.set(item, { ...(ofClass.trim() && { class: ofClass.trim() }), ...(name && { name }) });
  }
  const [home] = homes;
  return {
    groups: [...groups],
    classes: [...classes],
    parts: [...parts.values()],
    ...(homes.size === 1 && home && { homeClass: home }),
  };
}

/** True for a cell that could only be an audience of EDT: it holds a group or a part of a class. */
export function hasAudienceMarks(cell: string): boolean {
  return /^\s*(\[[^\]]+\]|<[^<>]+>\s*<[^<>]+>)/.test(cell);
}

/** Items between commas that stand in no bracket; an unclosed bracket holds the rest. */
function splitOutside(cell: string): string[] {
  const items: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= cell.length; at++) {
    const sign = cell[at];
    if (sign === '[' || sign === '<') depth++;
    else if ((sign === ']' || sign === '>') && depth > 0) depth--;
    if (sign !== undefined && (sign !== ',' || depth > 0)) continue;
    const item = cell.slice(start, at).trim();
    if (item !== '') items.push(item);
    start = at + 1;
  }
  return items;
}

/** « 4 A, partie LATIN », for a sentence. */
export function partLabel(part: ClassPart): string {
  const named = part.name ? `partie ${part.name}` : 'partie';
  return part.class ? `${named} de ${part.class}` : `${named} sans classe`;
}
