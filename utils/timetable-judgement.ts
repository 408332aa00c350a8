import { audit, type RuleResult } from './core/audit';
import { type School, schoolYearOn } from './core/context';
import type { EntId, Facts } from './core/facts';
import type { Rule } from './core/rule';
import type {
  ExpectedCourse,
  HashedIdentifier,
  LastTimetable,
  SeenTimetable,
  TimetableFile,
} from './core/timetable-facts';
import { expectedCourses } from './files/expected-courses';
import { compareIdentifiers, sampleIdentifiers } from './files/timetable-identifiers';
import { TIMETABLE_RULES } from './rules/lists/timetable';

/** What a timetable is judged against. */
export interface TimetableQuestion {
  ent: EntId;
  /** ISO date. */
  today: string;
  school?: School;
  /** The last file of this school, if one was seen. */
  last?: LastTimetable;
  /** Rules that somebody switched off. */
  off?: readonly string[];
  /** Of this installation. */
  salt: string;
}

/** What the rules say of a timetable, and what may be remembered of it: nobody's name. */
export interface JudgedTimetable {
  facts: Facts;
  results: RuleResult[];
  courses: readonly ExpectedCourse[];
  identifiers: HashedIdentifier[];
}

/** What is wrong with the file itself comes first: of another year or another school, all the rest follows from it. */
const RULES: readonly Rule[] = Object.values<Rule>(TIMETABLE_RULES).sort(
  (one, other) => Number(isOfFile(other)) - Number(isOfFile(one)),
);

function isOfFile({ needs }: Rule): boolean {
  return needs.some((fact) => fact === 'timetableFiles');
}

/** Judges what was read of a timetable by all rules, beside the last file of the school. */
export async function judgeTimetable(facts: Facts, question: TimetableQuestion): Promise<JudgedTimetable> {
  const { ent, today, school, last, salt, off = [] } = question;
  const seen = last && (await seenTimetable(facts, last, salt));
  const all: Facts = { ...facts, ...(seen && { seenTimetables: { items: [seen], complete: true } }) };
  const context = { ent, today, schoolYear: schoolYearOn(today), ...(school && { school }) };
  return {
    facts: all,
    results: audit(
      RULES.filter(({ id }) => !off.includes(id)),
      all,
      context,
    ),
    courses: expectedCourses(facts),
    identifiers: await sampleIdentifiers(facts, salt),
  };
}

async function seenTimetable(facts: Facts, last: LastTimetable, salt: string): Promise<SeenTimetable> {
  const { software, madeOn } = last;
  const identifiers = await compareIdentifiers(last.identifiers, facts, salt);
  return {
    at: { in: 'file', file: 'Dernier fichier', line: 1 },
    ...(software && { software }),
    ...(madeOn && { madeOn }),
    ...(identifiers && { identifiers }),
  };
}

/** A file as it is remembered until the next one of the school. */
export function lastTimetableOf(
  uai: string,
  { partners, software, madeOn }: Pick<TimetableFile, 'partners' | 'software' | 'madeOn'>,
  identifiers: readonly HashedIdentifier[],
  at: string,
): LastTimetable {
  return {
    uai,
    at,
    ...(partners && { partners }),
    ...(software && { software }),
    ...(madeOn && { madeOn }),
    identifiers,
  };
}
