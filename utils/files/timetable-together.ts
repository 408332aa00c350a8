import type { FactName, Facts, Gathered } from '@/utils/core/facts';
import type { TimetableFile } from '@/utils/core/timetable-facts';
import { quoted } from './problem';
import type { TimetableKind, TimetableReading } from './timetable';

/** Several readings as one timetable. */
export interface Together {
  facts: Facts;
  /** French sentences: what of a reading is not judged because another already says it. */
  left: readonly string[];
}

/** The fullest kind first: what it says is believed before the others. */
const ORDER: readonly TimetableKind[] = ['clear', 'edt-list', 'pasted-list', 'udt', 'encrypted'];

const WORDS: Partial<Record<FactName, string>> = {
  lessons: 'Cours',
  timetablePupils: 'Élèves',
};

/**
 * Puts together what an envelope, a list of lessons and a list of pupils tell of one school. What two of them tell is
 * taken from one only: a lesson counted twice would make two courses.
 */
export function together(readings: readonly TimetableReading[]): Together {
  const rank = ({ kind }: TimetableReading) => (kind ? ORDER.indexOf(kind) : ORDER.length);
  const sorted = [...readings].sort((a, b) => rank(a) - rank(b));
  const chosen = new Map<FactName, { file: string; gathered: Gathered<unknown> }>();
  const files: TimetableFile[] = [];
  const left: string[] = [];
  for (const { file, facts } of sorted) {
    files.push(...(facts.timetableFiles?.items ?? []));
    for (const name of Object.keys(facts) as FactName[]) {
      if (name === 'timetableFiles') continue;
      const gathered = facts[name] as Gathered<unknown>;
      const known = chosen.get(name);
      const isFuller = name === 'timetableClasses' && countsPupils(facts) && !countsPupils(factsOf(chosen));
      if (!known || isFuller) chosen.set(name, { file, gathered });
      else if (WORDS[name])
        left.push(
          `${WORDS[name]}\u00A0: ceux de ${quoted(known.file)} sont contrôlés, pas ceux de ${quoted(file)}.`,
        );
    }
  }
  const own = files.length > 0 ? { timetableFiles: { items: files, complete: true } } : {};
  return { facts: { ...factsOf(chosen), ...own }, left };
}

function factsOf(chosen: ReadonlyMap<FactName, { gathered: Gathered<unknown> }>): Facts {
  return Object.fromEntries([...chosen].map(([name, { gathered }]) => [name, gathered])) as Facts;
}

function countsPupils({ timetableClasses }: Facts): boolean {
  return timetableClasses?.items.some(({ pupils }) => pupils !== undefined) ?? false;
}
